//! Who is let in, as whom, and what the audit log says of it.

use chrono::TimeDelta;
use pejl::commands;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::Role;
use serde_json::{Value, json};

use super::{ANNA, MAPPED, World, cookie, person, world};
use crate::database::Backend;

with_a_provider!(
    claims_make_an_account_and_every_sign_in_says_anew_what_it_may_do,
    an_account_that_exists_is_bound_by_its_address_and_stays_bound_when_the_address_moves_on,
    no_password_goes_round_a_provider_that_says_what_somebody_may_do,
    whoever_the_claims_give_nothing_is_told_whom_to_ask,
    a_disabled_account_stays_out_and_a_reopened_one_is_bound_anew,
    the_providers_second_factor_counts_only_where_the_settings_say_so,
    claims_that_stand_only_on_the_providers_page_are_read_there,
);

/// What an entry of the log holds as it is now.
fn new_values(world: &World, verb: &str) -> Vec<Value> {
    let entries = world.entries().into_iter().filter(|entry| entry.verb == verb);
    entries.map(|entry| entry.new_value.map_or(Value::Null, |json| serde_json::from_str(&json).unwrap())).collect()
}

fn claims_make_an_account_and_every_sign_in_says_anew_what_it_may_do(backend: Backend) {
    let Some(world) = world(backend, &MAPPED, true) else { return };
    let browser = world.browser();
    assert!(browser.ask("/login").body.contains("Log på med Prøvekommunen"));
    let page = browser.sign_in("anna");
    assert_eq!((page.status, page.address), (200, format!("{}/", world.app.base_url)));
    let made = world.account(ANNA).unwrap();
    assert_eq!((made.role, made.municipalities.as_deref()), (Role::Coordinator, Some("0101")));
    assert!(made.password_hash.is_none() && made.identity_at.is_some() && made.seen_at.is_some());
    let first = json!({ "identity": "made", "role": "coordinator", "municipalities": "0101" });
    assert_eq!(new_values(&world, "provider_sign_in"), std::slice::from_ref(&first));

    // The same again: nothing is changed, and the session that the browser had is over.
    let sessions = |world: &World| {
        world.app.read(|conn| Ok(pejl::store::sessions::list_by_staff(conn, &made.id, world.app.service.now())?.len()))
    };
    browser.sign_in("anna");
    assert_eq!(new_values(&world, "provider_sign_in"), [first.clone(), Value::Null]);
    assert_eq!(sessions(&world), 1);

    // Another role, another municipality.
    world.provider.person(
        "anna",
        &person("anna-1", ANNA, &json!({ "roles": ["pejl-konsulent"], "kommune": ["Frederiksberg", "0101"] })),
    );
    browser.sign_in("anna");
    let now = world.account(ANNA).unwrap();
    assert_eq!((now.role, now.municipalities.as_deref()), (Role::Consultant, Some("0101|0147")));
    let entries = world.entries();
    let last = entries.last().unwrap();
    let old: Value = serde_json::from_str(last.old_value.as_deref().unwrap()).unwrap();
    assert_eq!(old, json!({ "role": "coordinator", "municipalities": "0101" }));
    assert_eq!(
        new_values(&world, "provider_sign_in")[2],
        json!({ "role": "consultant", "municipalities": "0101|0147" })
    );
    // The log says it in words, and nothing of who it was at the provider.
    assert_eq!((last.actor.as_str(), last.actor_id.as_deref()), ("staff", Some(made.id.as_str())));
    for entry in &entries {
        assert!(!format!("{entry:?}").contains("anna"), "{entry:?}");
    }
}

fn an_account_that_exists_is_bound_by_its_address_and_stays_bound_when_the_address_moves_on(backend: Backend) {
    let Some(world) = world(backend, &[], true) else { return };
    // Without claims of roles an account is made here.
    let refused = world.browser().sign_in("anna");
    assert!(refused.status == 403 && refused.body.contains("ikke oprettet som bruger"), "{refused:?}");
    world.add(ANNA, Role::Consultant, &["0147"]);
    assert_eq!(world.browser().sign_in("anna").status, 200);
    let anna = world.account(ANNA).unwrap();
    assert_eq!((anna.role, anna.municipalities.as_deref()), (Role::Consultant, Some("0147")));
    assert_eq!(new_values(&world, "provider_sign_in"), [json!({ "identity": "bound" })]);

    // Anna's address changes at the provider: she is who she was.
    world.provider.person("anna", &person("anna-1", "anna.ny@example.org", &json!({})));
    assert_eq!(world.browser().sign_in("anna").status, 200);
    assert!(world.account("anna.ny@example.org").is_none());

    // Somebody else gets the old address: the account is not theirs.
    world.provider.person("anne", &person("anne-2", ANNA, &json!({})));
    let refused = world.browser().sign_in("anne");
    assert!(refused.status == 403 && refused.body.contains("knyttet til en anden bruger"), "{refused:?}");
    assert_eq!(cookie(&refused, "pejl_session"), None);

    // Unless an operator says so.
    let unbound = world.app.pejl(&["staff", "unbind", ANNA]);
    assert_eq!((unbound.code, unbound.stderr.as_str()), (0, ""));
    assert_eq!(world.browser().sign_in("anne").status, 200);
    assert_eq!(world.browser().sign_in("anna").status, 403);

    // An address that nobody has checked binds nothing.
    world.add("bo@example.org", Role::Admin, &[]);
    let unchecked = json!({ "sub": "bo-3", "email": "bo@example.org", "email_verified": false });
    let silent = json!({ "sub": "bo-3", "email": "bo@example.org" });
    for claims in [unchecked, silent] {
        world.provider.person("bo", &claims);
        let refused = world.browser().sign_in("bo");
        assert!(refused.status == 403 && refused.body.contains("ikke bekræftet"), "{refused:?}");
    }
    world.provider.person("bo", &json!({ "sub": "bo-3" }));
    assert!(world.browser().sign_in("bo").body.contains("ingen mailadresse"));
    assert!(world.account("bo@example.org").unwrap().identity_at.is_none());
}

fn no_password_goes_round_a_provider_that_says_what_somebody_may_do(backend: Backend) {
    // Where the provider only says who it is, the password stays.
    for (settings, stays) in [(&[][..], true), (&MAPPED[..], false)] {
        let Some(world) = world(backend, settings, true) else { return };
        world.add(ANNA, Role::Coordinator, &["0101"]);
        let key = |world: &World| {
            let link = world.app.pejl(&["staff", "reset", ANNA]).stdout;
            link.split_whitespace().find_map(|word| word.split("/adgang/").nth(1).map(str::to_owned)).unwrap()
        };
        let password = "password=en+lang+nok+adgangskode";
        let set = world
            .browser()
            .send(&format!("/adgang/{}", key(&world)), &format!("{password}&repeated=en+lang+nok+adgangskode"));
        assert_eq!(set.status, 303, "{set:?}");
        let by_password = || world.browser().send("/login", &format!("email={ANNA}&{password}")).status;
        assert_eq!(by_password(), 303);
        assert_eq!(world.browser().sign_in("anna").status, 200);
        assert_eq!(by_password(), if stays { 303 } else { 422 });
        world.browser().send("/login/glemt", &format!("email={ANNA}"));
        let letters = || {
            world
                .app
                .read(|conn| Ok(pejl::store::ledger::count_by_state(conn)?))
                .iter()
                .map(|(_, count)| count)
                .sum::<i64>()
        };
        // The letter is queued beside the request.
        for _ in 0..100 {
            if stays && letters() == 0 {
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
        }
        assert_eq!(letters() > 0, stays);
        // A link that an administrator printed ends too at the next sign-in.
        let printed = key(&world);
        assert_eq!(world.browser().sign_in("anna").status, 200);
        assert_eq!(world.browser().ask(&format!("/adgang/{printed}")).status == 404, !stays);
    }
}

fn whoever_the_claims_give_nothing_is_told_whom_to_ask(backend: Backend) {
    let Some(world) = world(backend, &MAPPED, true) else { return };
    for (claims, told) in [
        (json!({ "roles": ["en-anden"], "kommune": "0101" }), "har ingen rolle"),
        (json!({ "kommune": "0101" }), "har ingen rolle"),
        (json!({ "roles": ["pejl-kommune"], "kommune": "Atlantis" }), "ikke knyttet til den kommune"),
        (json!({ "roles": ["pejl-konsulent"] }), "ikke knyttet til den kommune"),
    ] {
        world.provider.person("anna", &person("anna-1", ANNA, &claims));
        let refused = world.browser().sign_in("anna");
        assert_eq!(refused.status, 403);
        for text in [told, "hos Prøvekommunen", "mailto:"] {
            assert!(refused.body.contains(text), "{text}: {}", refused.body);
        }
        assert_eq!(cookie(&refused, "pejl_session"), None);
    }
    assert!(world.account(ANNA).is_none());
    assert_eq!(world.entries(), []);
    // Who had a role and lost it is out, and what the account was is kept.
    world.provider.person("anna", &person("anna-1", ANNA, &json!({ "roles": ["pejl-admin"] })));
    assert_eq!(world.browser().sign_in("anna").status, 200);
    world.provider.person("anna", &person("anna-1", ANNA, &json!({ "roles": [] })));
    assert_eq!(world.browser().sign_in("anna").status, 403);
    assert_eq!(world.account(ANNA).unwrap().role, Role::Admin);
    let english = world.browser();
    english.send("/sprog", "language=en&return_to=/login");
    assert!(english.sign_in("anna").body.contains("your account there has no role in the service"));
}

fn a_disabled_account_stays_out_and_a_reopened_one_is_bound_anew(backend: Backend) {
    let Some(world) = world(backend, &MAPPED, true) else { return };
    let browser = world.browser();
    assert_eq!(browser.sign_in("anna").status, 200);
    assert_eq!(world.app.pejl(&["staff", "disable", ANNA]).code, 0);
    assert_eq!(browser.ask("/").leads_to(), "/login");
    let refused = browser.sign_in("anna");
    assert!(refused.status == 403 && refused.body.contains("deaktiveret"), "{refused:?}");
    // Not under another identity of the same address either.
    world.provider.person("anna", &person("anna-2", ANNA, &json!({ "roles": ["pejl-admin"] })));
    assert_eq!(world.browser().sign_in("anna").status, 403);
    // The address may be somebody else's by the time the account is made again.
    world.add(ANNA, Role::Consultant, &[]);
    assert_eq!(world.browser().sign_in("anna").status, 200);
    world.provider.person("anna", &person("anna-1", ANNA, &json!({ "roles": ["pejl-admin"] })));
    assert!(world.browser().sign_in("anna").body.contains("knyttet til en anden bruger"));
}

/// Gives an account a second factor of ours.
fn enrol(world: &World) -> String {
    let account = world.account(ANNA).unwrap();
    let (db, now) = (&world.app.service.db, world.app.service.now());
    let key = world.app.service.config.secret_key.as_deref().unwrap();
    let by = By::staff(&account.id, now);
    let made = pejl::domain::access::second_factors::SecondFactor::new(key, &account.id, now).unwrap();
    commands::second_factors::begin(db, &made, None, &by).unwrap();
    let typed = made.secret(key).unwrap().typed();
    let owner = commands::codes::Owner { id: &account.id, key };
    let nobodys = pejl::domain::base::tokens::Token::random();
    let code = code(world, &typed);
    let paper = commands::second_factors::confirm(db, owner, (&code, &nobodys), &by).unwrap();
    paper[0].written()
}

fn code(world: &World, typed: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(typed.replace(' ', "")).unwrap();
    let seconds = u64::try_from(world.app.service.now().and_utc().timestamp()).unwrap();
    totp_rs::Builder::new().with_secret(secret).build().unwrap().generate(seconds).to_string()
}

fn the_providers_second_factor_counts_only_where_the_settings_say_so(backend: Backend) {
    let required = [("REQUIRE_TOTP", "all")];
    let admin = |amr: Value| person("anna-1", ANNA, &json!({ "roles": ["pejl-admin"], "amr": amr }));
    // Not by itself: whoever must have one is sent to set it up, and whoever has one is asked for it.
    let Some(never) = world(backend, &[&MAPPED[..], &required].concat(), true) else { return };
    never.provider.person("anna", &admin(json!(["pwd", "mfa"])));
    assert!(never.browser().sign_in("anna").address.ends_with("/account/second-factor"));
    let paper = enrol(&never);
    let browser = never.browser();
    let asked = browser.sign_in("anna");
    assert!(asked.address.ends_with("/login/kode"), "{asked:?}");
    let page = browser.follow(browser.send("/login/kode", &format!("code={paper}&return=/")));
    assert_eq!((page.status, page.address), (200, format!("{}/", never.app.base_url)));
    assert_eq!(new_values(&never, "provider_sign_in").last(), Some(&json!({ "code_asked": true })));
    // What the provider vouched for came along, so that signing out there is offered.
    assert!(browser.send("/logout", "").body.contains("Log af hos Prøvekommunen"));

    let said = [("OIDC_COUNTS_AS_SECOND_FACTOR", "mfa;urn:hoej")];
    let Some(said) = world(backend, &[&MAPPED[..], &required, &said].concat(), true) else { return };
    said.provider.person("anna", &admin(json!(["pwd"])));
    assert!(said.browser().sign_in("anna").address.ends_with("/account/second-factor"));
    enrol(&said);
    assert!(said.browser().sign_in("anna").address.ends_with("/login/kode"));
    said.provider.person("anna", &admin(json!(["pwd", "mfa"])));
    let page = said.browser().sign_in("anna");
    assert_eq!((page.status, page.address), (200, format!("{}/", said.app.base_url)));
    let level = json!({ "roles": ["pejl-admin"], "acr": "urn:hoej" });
    said.provider.person("anna", &person("anna-1", ANNA, &level));
    assert_eq!(said.browser().sign_in("anna").status, 200);
    // It counts for its session: a later one without it is asked again.
    said.app.clock.set(said.app.service.now() + TimeDelta::seconds(60));
    said.provider.person("anna", &admin(json!(["pwd"])));
    assert!(said.browser().sign_in("anna").address.ends_with("/login/kode"));
}

fn claims_that_stand_only_on_the_providers_page_are_read_there(backend: Backend) {
    let Some(world) = world(backend, &MAPPED, false) else { return };
    assert_eq!(world.browser().sign_in("anna").status, 200);
    assert_eq!(world.account(ANNA).unwrap().municipalities.as_deref(), Some("0101"));
    assert_eq!(world.provider.seen("/me"), 1);
}
