//! Signing out here and at the provider, whichever comes first.

use super::{ANNA, MAPPED, world};
use crate::database::Backend;

with_a_provider!(
    signing_out_here_shows_the_way_to_sign_out_there,
    signing_out_there_ends_the_session_here,
    a_session_by_password_knows_nothing_of_the_provider,
);

/// The way to sign out at the provider, as a page shows it.
fn way_out(body: &str) -> String {
    let href = body.split("href=\"").find(|part| part.contains("/session/end")).unwrap();
    href.split('"').next().unwrap().replace("&amp;", "&")
}

/// Signs out at the provider as its page asks.
fn sign_out_there(browser: &super::Browser, address: &str) -> super::browser::Place {
    let page = browser.ask(address);
    let field = page.body.split("name=\"xsrf\" value=\"").nth(1).unwrap_or_else(|| panic!("{page:?}"));
    let token = field.split('"').next().unwrap();
    let issuer = page.address.split("/session/").next().unwrap().to_owned();
    browser.send(&format!("{issuer}/session/end/confirm"), &format!("xsrf={token}&logout=yes"))
}

fn signing_out_here_shows_the_way_to_sign_out_there(backend: Backend) {
    let Some(world) = world(backend, &MAPPED, true) else { return };
    let browser = world.browser();
    browser.sign_in("anna");
    // What the database keeps of the token is nothing that anybody without SECRET_KEY can read.
    let kept: Vec<Option<String>> = world.app.read(|conn| {
        use diesel::prelude::*;
        Ok(pejl::schema::sessions::table.select(pejl::schema::sessions::sealed_id_token).load(conn)?)
    });
    let [Some(kept)] = kept.as_slice() else { panic!("{kept:?}") };
    assert!(kept.len() > 100 && !kept.contains("eyJ") && !kept.contains('.'), "{kept}");
    let page = browser.send("/logout", "");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Du er logget af") && page.body.contains("Log af hos Prøvekommunen"));
    assert_eq!(browser.ask("/").leads_to(), "/login");
    let way_out = way_out(&page.body);
    for part in ["id_token_hint=", "client_id=pejl-test", "post_logout_redirect_uri="] {
        assert!(way_out.contains(part), "{part}: {way_out}");
    }
    // Still signed in there: the button leads straight back in.
    assert_eq!(browser.sign_in("anna").status, 200);
    browser.send("/logout", "");
    let after = sign_out_there(&browser, &way_out);
    assert_eq!(after.leads_to(), format!("{}/login", world.app.base_url));
    let asked = browser.follow_until(browser.ask("/login/oidc"), "/callback");
    assert!(asked.address.contains("/interaction/"), "the provider asks who it is");
}

fn signing_out_there_ends_the_session_here(backend: Backend) {
    let Some(world) = world(backend, &MAPPED, true) else { return };
    let (here, elsewhere) = (world.browser(), world.browser());
    here.sign_in("anna");
    elsewhere.sign_in("anna");
    let account = world.account(ANNA).unwrap();
    assert_eq!(here.ask("/").status, 200);
    sign_out_there(&here, &format!("{}/session/end", world.provider.issuer));
    assert_eq!(here.ask("/").leads_to(), "/login");
    assert_eq!(elsewhere.ask("/").status, 200, "another session of the same person goes on");
    let entries = world.entries();
    let last = entries.last().unwrap();
    assert_eq!((last.verb.as_str(), last.object_id.as_deref()), ("provider_sign_out", Some(account.id.as_str())));
    assert_eq!(last.actor, "visitor");

    // No other token signs anybody out.
    for wrong in ["", "x", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm5hLTEifQ."] {
        let refused = world.browser().send("/login/oidc/logout", &format!("logout_token={wrong}"));
        assert_eq!(refused.status, 400, "{wrong}");
    }
    let begun = world.browser();
    let page = {
        begun.sign_in("anna");
        begun.send("/logout", "")
    };
    let hint = way_out(&page.body);
    let hint = hint.split("id_token_hint=").nth(1).unwrap().split('&').next().unwrap();
    let refused = world.browser().send("/login/oidc/logout", &format!("logout_token={hint}"));
    assert_eq!(refused.status, 400, "a token for signing in is none for signing out");
    assert_eq!(elsewhere.ask("/").status, 200);
}

fn a_session_by_password_knows_nothing_of_the_provider(backend: Backend) {
    let Some(world) = world(backend, &[], true) else { return };
    world.add(ANNA, pejl::domain::access::staff::Role::Admin, &[]);
    let link = world.app.pejl(&["staff", "reset", ANNA]).stdout;
    let path = link.trim().strip_prefix(&world.app.base_url).unwrap().to_owned();
    let browser = world.browser();
    let opened = browser.send(&path, "password=en+lang+nok+adgangskode&repeated=en+lang+nok+adgangskode");
    assert_eq!(opened.leads_to(), "/", "{opened:?}");
    assert_eq!(browser.ask("/").status, 200);
    assert_eq!(browser.send("/logout", "").leads_to(), "/login");
    assert_eq!(world.provider.seen("/.well-known/openid-configuration"), 0);
}
