use chrono::NaiveDateTime;

use crate::domain::access::staff::{Role, Scope};
use crate::domain::rounds::NewRound;
use crate::store;
use crate::test_support::{TestService, admin, day, staff};

fn at(month: u32, date: u32) -> NaiveDateTime {
    day(2026, month, date).and_hms_opt(9, 0, 0).unwrap()
}

/// Opens a round in which the posts hand in on these days, in the order of their municipalities.
async fn answered(service: &TestService, key: &str, opens: NaiveDateTime, handed_in: &[NaiveDateTime]) {
    service.clock.set(opens);
    let round = NewRound { opens_on: opens.date(), closes_on: day(2026, 12, 1), ..service.new_round(key) };
    crate::commands::rounds::create(&service.db, &round, &service.by()).unwrap();
    service.post_as(&format!("/rounds/{key}/opening"), &[], admin()).await;
    service
        .db
        .write(|conn| {
            let round = store::rounds::find_by_key(conn, key)?.unwrap();
            let asked = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
            for (invitation, at) in asked.iter().zip(handed_in) {
                store::invitations::update_handed_in(conn, &invitation.id, Some(*at))?;
            }
            Ok(())
        })
        .unwrap();
}

#[actix_web::test]
async fn a_round_is_held_against_the_one_before_on_the_same_day_in_what_one_may_see() {
    let service = TestService::new();
    service.publish_shipped();
    for (code, email) in [("0101", "a"), ("0147", "b"), ("0751", "c"), ("0851", "d")] {
        service.add_post(code, "Sundhedschef", "sundhed", &format!("{email}@example.org"));
    }
    answered(&service, "2025", at(6, 1), &[at(6, 3), at(6, 20)]).await;
    let alone = service.get_as("/rounds/2025", admin()).await.body;
    assert!(alone.contains("I dag er dag 0 efter åbningen, og 0\u{a0}% har indsendt."), "{alone}");
    service.clock.set(at(6, 25));
    service.post_as("/rounds/2025/closing", &[], admin()).await;
    let closed = service.get_as("/rounds/2025", admin()).await.body;
    assert!(closed.contains("50\u{a0}% indsendte, inden runden lukkede på dag 24."), "{closed}");
    answered(&service, "2026", at(9, 1), &[at(9, 2), at(9, 3), at(9, 4)]).await;
    service.clock.set(at(9, 6));
    let page = service.get_as("/rounds/2026", admin()).await.body;
    let told = "dag 5 efter åbningen, og 75\u{a0}% har indsendt. I runde 2025 havde 25\u{a0}% indsendt på samme dag.";
    assert!(page.contains(told), "{page}");
    assert!(page.matches("stroke-dasharray").count() >= 2 && page.contains("id=\"response-wide\""), "{page}");
    let own = service.get_as("/rounds/2026", staff(Role::Coordinator, Some("0851"))).await.body;
    assert!(own.contains("og 0\u{a0}% har indsendt. I runde 2025 havde 0\u{a0}% indsendt"), "{own}");
}
