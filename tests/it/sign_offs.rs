//! Signing off a municipality's answers: its coordinator's to do, seen by whoever sees the municipality.

use diesel::connection::SimpleConnection;

use crate::app::TestApp;
use crate::security::wire::Wire;
use crate::security::world::{FOREIGN, OWN, World};

on_both_databases!(a_coordinator_vouches_for_the_own_municipality_alone_and_later_answers_are_not_covered);

fn a_coordinator_vouches_for_the_own_municipality_alone_and_later_answers_are_not_covered(app: &TestApp) {
    let world = World::new(app);
    let mut wire = Wire::new(app);
    let coordinator = world.session("coordinator of A").to_owned();
    let (own, foreign) =
        (format!("/rounds/2025/municipalities/{OWN}"), format!("/rounds/2025/municipalities/{FOREIGN}"));
    let sign_off = format!("{own}/sign-off");
    let mut page = |session: &str| wire.get(&format!("{own}/status"), session).body;
    assert!(page(&coordinator).contains("Ingen har underskrevet kommunens svar."));
    assert!(!page(world.session("consultant")).contains("Underskriv kommunens svar"));

    let post = |path: &str, session: &str, form: &str| {
        let answer = Wire::new(app).post(path, session, form);
        (answer.status, answer.body)
    };
    assert_eq!(post(&format!("{foreign}/sign-off"), &coordinator, "comment=").0, 404);
    assert_eq!(post(&sign_off, world.session("consultant"), "comment=").0, 404);
    let (status, told) = post(&sign_off, &coordinator, &format!("comment={}", "x".repeat(501)));
    assert_eq!(status, 422);
    assert!(told.contains("Skriv højst 500 tegn") && told.contains(&"x".repeat(501)), "{told}");
    assert_eq!(post(&sign_off, &coordinator, "comment=Set+%3Cigennem%3E").0, 303);

    // Whoever sees the municipality sees who has signed, and what.
    for session in [&coordinator, world.session("consultant")] {
        let page = page(session);
        assert!(page.contains("koordinator-a@example.org har underskrevet kommunens svar"), "{page}");
        assert!(page.contains("&quot;Set &lt;igennem&gt;&quot;") && !page.contains("efter underskriften"), "{page}");
    }
    let get = |path: &str, session: &str| Wire::new(app).get(path, session).body;
    assert!(get("/rounds/2025", world.session("consultant")).contains("Underskrevet"));
    assert!(!get("/rounds/2025", world.session("coordinator of B")).contains("Underskrevet"));
    assert!(get(&format!("{own}/sheet"), &coordinator).contains("koordinator-a@example.org har underskrevet"));

    // What is handed in afterwards is not covered; a second signature takes the place of the first.
    app.write(|conn| {
        let later = "UPDATE invitations SET handed_in_at = '2100-01-01 00:00:00' WHERE handed_in_at IS NOT NULL";
        Ok(conn.batch_execute(later)?)
    });
    assert!(get(&format!("{own}/status"), &coordinator).contains("Der er afleveret svar efter underskriften"));
    assert_eq!(post(&sign_off, world.session("admin"), "comment=").0, 303);
    let replaced = get(&format!("{own}/status"), &coordinator);
    assert!(replaced.contains("admin@example.org har underskrevet") && !replaced.contains("Set &lt;"), "{replaced}");
    assert_eq!(post(&format!("{sign_off}/withdrawal"), &coordinator, "").0, 303);
    assert_eq!(post(&format!("{sign_off}/withdrawal"), &coordinator, "").0, 404);
    assert!(get(&format!("{own}/status"), &coordinator).contains("Ingen har underskrevet"));
}
