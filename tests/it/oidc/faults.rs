//! What a broken, slow or hostile provider sends, and what somebody makes of an address: a clear page, a line in the
//! log, and nobody let in.

use std::time::{Duration, Instant};

use chrono::TimeDelta;

use super::browser::Place;
use super::{ANNA, MAPPED, World, cookie, world};
use crate::database::Backend;

with_a_provider!(
    a_token_is_believed_only_when_everything_about_it_is_right,
    an_answer_is_good_once_and_only_in_the_browser_that_began,
    a_provider_that_is_away_or_broken_is_told_and_keeps_nobody_else_waiting,
    nothing_is_asked_twice_and_new_keys_are_found,
);

fn nobody_is_in(world: &World, page: &Place, (status, told): (u16, &str)) {
    assert_eq!(page.status, status, "{told}: {page:?}");
    assert!(page.body.contains(told), "{told}: {}", page.body);
    assert_eq!(cookie(page, "pejl_session"), None, "{told}");
    assert!(world.account(ANNA).is_none(), "{told}");
    assert_eq!(world.entries(), [], "{told}");
    assert!(page.body.contains("href=\"/login\""));
}

fn a_token_is_believed_only_when_everything_about_it_is_right(backend: Backend) {
    let Some(world) = world(backend, &MAPPED, true) else { return };
    let unusable = (502, "kan ikke bruges");
    for (fault, expected) in [
        ("nonce", (400, "Begynd forfra")),
        ("audience", unusable),
        ("issuer", unusable),
        ("expired", (502, "viser ikke det samme")),
        ("future", (502, "viser ikke det samme")),
        ("forged", unusable),
        ("unsigned", unusable),
        ("at_hash", unusable),
        ("unknown_key", unusable),
        ("secret", unusable),
        ("failing", (503, "svarer ikke")),
    ] {
        world.provider.fault(fault);
        nobody_is_in(&world, &world.browser().sign_in("anna"), expected);
    }
    world.provider.fault("none");
    nobody_is_in(&world, &world.browser().sign_in("afbryd"), (403, "eller du afbrød"));
    assert_eq!(world.browser().sign_in("anna").status, 200);
}

fn an_answer_is_good_once_and_only_in_the_browser_that_began(backend: Backend) {
    let Some(world) = world(backend, &MAPPED, true) else { return };
    let again = (400, "Begynd forfra");
    let (anna, other) = (world.browser(), world.browser());
    let begun = anna.ask("/login/oidc?return=/account");
    let flow = cookie(&begun, "pejl_oidc").unwrap();
    assert!(begun.all("set-cookie").iter().all(|set| set.contains("HttpOnly") && set.contains("SameSite=Lax")));
    for word in ["code_challenge_method=S256", "response_type=code", "nonce=", "ui_locales=da", "state="] {
        assert!(begun.leads_to().contains(word), "{word}: {}", begun.leads_to());
    }

    // Nobody else's answer, no made-up one, and none after a quarter of an hour.
    let back = anna.to_the_way_back("anna");
    nobody_is_in(&world, &other.ask(&back), again);
    let forged = |from: &str, to: &str| back.replacen(from, to, 1);
    nobody_is_in(&world, &anna.ask(&forged("state=", "state=x")), again);
    // What went wrong has ended what was begun.
    nobody_is_in(&world, &anna.ask(&back), again);
    let back = anna.to_the_way_back("anna");
    nobody_is_in(&world, &anna.ask(&back.replacen("iss=http", "iss=https", 1)), (502, "kan ikke bruges"));
    let back = anna.to_the_way_back("anna");
    nobody_is_in(&world, &anna.ask(&back.replacen("code=", "code=x", 1)), again);
    let back = anna.to_the_way_back("anna");
    world.app.clock.set(world.app.service.now() + TimeDelta::minutes(16));
    nobody_is_in(&world, &anna.ask(&back), again);
    world.app.clock.set(pejl::clock::Clock::System.now());

    // Once: whoever has kept the cookie and the address brings them in vain, and the provider is not even asked.
    let kept = world.browser();
    let back = kept.to_the_way_back("anna");
    let flow_of = |place: &Place| cookie(place, "pejl_oidc");
    assert_ne!(flow, "");
    let opened = kept.ask(&back);
    assert_eq!((opened.status, opened.leads_to()), (303, "/"));
    assert_eq!(flow_of(&opened).as_deref(), Some(""), "the browser's part is taken away");
    let asked = world.provider.seen("/token");
    let replayed = world.browser();
    let refused = replayed.ask(&back);
    assert_eq!((refused.status, cookie(&refused, "pejl_session")), (400, None));
    assert_eq!(world.provider.seen("/token"), asked);
    assert_eq!(world.entries().len(), 1);

    // The way back after signing in is a path of ours.
    let elsewhere = world.browser();
    elsewhere.ask("/login/oidc?return=//evil.example");
    let home = elsewhere.sign_in("anna");
    assert_eq!(home.address, format!("{}/", world.app.base_url));
}

fn a_provider_that_is_away_or_broken_is_told_and_keeps_nobody_else_waiting(backend: Backend) {
    let Some(mut world) = world(backend, &MAPPED, true) else { return };
    let unusable = (502, "kan ikke bruges");
    for fault in ["discovery", "foreign_issuer"] {
        world.provider.fault(fault);
        nobody_is_in(&world, &world.browser().ask("/login/oidc"), unusable);
    }
    let away = (503, "svarer ikke");
    world.provider.fault("huge");
    nobody_is_in(&world, &world.browser().ask("/login/oidc"), away);
    world.provider.fault("slow");
    let begun = Instant::now();
    std::thread::scope(|scope| {
        let waiting: Vec<_> = (0..12).map(|_| scope.spawn(|| world.browser().ask("/login/oidc"))).collect();
        std::thread::sleep(Duration::from_millis(300));
        let asked = Instant::now();
        assert_eq!(world.browser().ask("/login").status, 200);
        assert_eq!(world.browser().ask("/health/ready").status, 200);
        assert!(asked.elapsed() < Duration::from_secs(6), "others are served meanwhile");
        for one in waiting {
            assert_eq!(one.join().unwrap().status, 503);
        }
    });
    assert!(begun.elapsed() < Duration::from_secs(60));
    world.provider.stop();
    nobody_is_in(&world, &world.browser().ask("/login/oidc"), away);
}

fn nothing_is_asked_twice_and_new_keys_are_found(backend: Backend) {
    let Some(world) = world(backend, &MAPPED, true) else { return };
    assert_eq!(world.browser().ask("/login").status, 200);
    assert_eq!(world.provider.seen("/.well-known/openid-configuration"), 0, "nobody is asked before somebody signs in");
    for _ in 0..3 {
        assert_eq!(world.browser().sign_in("anna").status, 200);
    }
    let seen = |path| world.provider.seen(path);
    assert_eq!((seen("/.well-known/openid-configuration"), seen("/jwks")), (1, 1));
    world.provider.fault("rotated");
    world.app.clock.set(world.app.service.now() + TimeDelta::seconds(31));
    assert_eq!(world.browser().sign_in("anna").status, 200);
    assert_eq!((seen("/.well-known/openid-configuration"), seen("/jwks")), (2, 2));
}
