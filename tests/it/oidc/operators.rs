//! What operators see and set: `pejl doctor`, start-up, and a service where nobody signs in with a password.

use pejl::domain::access::staff::Role;
use pejl::store;

use super::{ANNA, CLIENT, MAPPED, SECRET, person, world};
use crate::app::Ran;
use crate::database::Backend;

with_a_provider!(
    doctor_asks_the_provider_and_says_what_to_register,
    without_passwords_there_is_the_provider_and_the_command_line,
);

fn doctor_asks_the_provider_and_says_what_to_register(backend: Backend) {
    let Some(mut world) = world(backend, &[], true) else { return };
    let issuer = world.provider.issuer.clone();
    let doctor = |issuer: &str| {
        let mut command = world.app.command();
        command.env("OIDC_ISSUER", issuer).env("OIDC_CLIENT_ID", CLIENT).env("OIDC_CLIENT_SECRET", SECRET);
        Ran::of(command.arg("doctor"))
    };
    let fine = doctor(&issuer);
    assert_eq!(fine.code, 0, "{}", fine.stdout);
    assert!(fine.stdout.contains(&format!("svarer: {issuer}")), "{}", fine.stdout);
    for path in ["/login/oidc/callback", "/login ", "/login/oidc/logout"] {
        assert!(fine.stdout.contains(&format!("{}{path}", world.app.base_url)), "{path}: {}", fine.stdout);
    }
    assert!(!fine.stdout.contains(SECRET));
    world.provider.fault("foreign_issuer");
    let foreign = doctor(&issuer);
    assert!(foreign.code == 1 && foreign.stdout.contains("https://other.example.org"), "{}", foreign.stdout);
    let refused = doctor("http://login.example.org");
    assert!(refused.code == 1 && refused.stderr.contains("OIDC_ISSUER"), "{}", refused.stderr);
    world.provider.stop();
    let mut command = world.app.command();
    command.env("OIDC_ISSUER", &issuer).env("OIDC_CLIENT_ID", CLIENT);
    let away = Ran::of(command.arg("doctor"));
    assert!(away.code == 1 && away.stdout.contains("kan ikke bruges"), "{}", away.stdout);
    // Who has no provider asks none.
    assert!(!world.app.pejl(&["doctor"]).stdout.contains("/login/oidc"));
}

fn without_passwords_there_is_the_provider_and_the_command_line(backend: Backend) {
    let off = [("PASSWORD_SIGN_IN", "off")];
    let Some(world) = world(backend, &[&MAPPED[..], &off].concat(), true) else { return };
    let roles = serde_json::json!({ "roles": ["pejl-admin"] });
    world.provider.person("anna", &person("anna-1", ANNA, &roles));
    let nobody = world.browser();
    let page = nobody.ask("/login").body;
    assert!(
        page.contains("Log på med Prøvekommunen") && !page.contains("type=\"password\"") && !page.contains("glemt")
    );
    assert_eq!(nobody.ask("/login/glemt").status, 404);
    assert_eq!(nobody.send("/login/glemt", "email=anna@example.org").status, 404);
    let refused = nobody.send("/login", "email=anna@example.org&password=en+lang+nok+adgangskode");
    assert!(refused.status == 422 && refused.body.contains("ingen logge på med adgangskode"), "{refused:?}");

    let admin = world.browser();
    assert_eq!(admin.sign_in("anna").status, 200);
    let own = admin.ask("/account").body;
    assert!(own.contains("Min konto") && !own.contains("type=\"password\""));
    assert_eq!(admin.send("/account/password", "current=x&password=y&repeated=y").status, 404);

    // Who is invited signs in by the provider: no letter brings a link to a password.
    let invited = admin.send("/staff", "email=bo@example.org&role=admin");
    let shown = admin.ask(invited.leads_to());
    assert!(shown.body.contains("Der sendes ingen mail") && !shown.body.contains("/link"), "{}", shown.body);
    let bo = world.account("bo@example.org").unwrap();
    let account = format!("/staff/{}", bo.id);
    assert_eq!(admin.send(&format!("{account}/link"), "").status, 404);
    assert_eq!(admin.send(&format!("{account}/disabling"), "").status, 303);
    let reopened = admin.send(&format!("{account}/enabling"), "");
    assert!(admin.ask(reopened.leads_to()).body.contains("aktiveret igen"));
    let letters = world.app.read(|conn| Ok(store::ledger::count_by_state(conn)?));
    assert!(letters.iter().all(|(_, count)| *count == 0), "{letters:?}");
    // Signed in once, the account is in use, and counts as an administrator who can sign in.
    let active = world.app.read(|conn| Ok(store::staff::list_active_admins(conn)?));
    assert_eq!(active.iter().map(|one| one.email.as_str()).collect::<Vec<_>>(), [ANNA]);
    assert!(admin.ask("/staff").body.contains(ANNA));

    // Whoever is somebody new at the provider is detached by an administrator, and bound anew.
    world.provider.person("bo", &person("bo-1", "bo@example.org", &roles));
    let at_work = world.browser();
    assert_eq!(at_work.sign_in("bo").status, 200);
    world.provider.person("bo", &person("bo-2", "bo@example.org", &roles));
    assert_eq!(world.browser().sign_in("bo").status, 403);
    let shown = admin.ask(&account).body;
    assert!(shown.contains("kommer fra Prøvekommunen") && shown.contains("/unbinding"), "{shown}");
    let unbound = admin.send(&format!("{account}/unbinding"), "");
    assert!(admin.ask(unbound.leads_to()).body.contains("tilknytning til loginudbyderen er fjernet"));
    assert_eq!(at_work.ask("/").leads_to(), "/login");
    assert_eq!(world.browser().sign_in("bo").status, 200);

    // The way in an emergency: a link of the command line opens one session, and leaves no password that works.
    world.add("drift@example.org", Role::Admin, &[]);
    let link = world.app.pejl(&["staff", "reset", "drift@example.org"]).stdout;
    let path = link.trim().strip_prefix(&world.app.base_url).unwrap().to_owned();
    let operator = world.browser();
    let password = "en+lang+nok+adgangskode";
    let opened = operator.send(&path, &format!("password={password}&repeated={password}"));
    assert_eq!((opened.status, opened.leads_to()), (303, "/"));
    assert_eq!(operator.ask("/staff").status, 200);
    let again = nobody.send("/login", &format!("email=drift@example.org&password={password}"));
    assert_eq!(again.status, 422);
}
