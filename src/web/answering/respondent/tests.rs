use diesel::prelude::*;

use crate::domain::Area;
use crate::domain::rounds::directory::{Post, PostId};
use crate::domain::rounds::invitations::Invitation;
use crate::domain::rounds::{Round, RoundStatus};
use crate::schema::{invitations, links, posts, rounds, sections};
use crate::test_support::day;
use crate::test_support::respondent::{AskedPost, HELPER, TOKEN, at, invitation, round, section};

const PAGES: [&str; 8] = [
    "",
    "/overblik",
    "/afsnit/psykiatri-handicap",
    "/afsnit/beskaeftigelse",
    "/indsend",
    "/kvittering",
    "/overdragelse",
    "/afsnit/beskaeftigelse/overdragelse",
];

#[actix_web::test]
async fn opening_a_link_changes_nothing() {
    let asked = AskedPost::new();
    let before = asked.snapshot();
    for page in PAGES {
        let reply = asked.get(&format!("/svar/{TOKEN}{page}")).await;
        assert_eq!(reply.status, 200, "{page}");
        assert!(!reply.body.contains("style=") && !reply.body.contains("<script>"), "{page}");
    }
    assert_eq!(asked.snapshot(), before);
}

#[actix_web::test]
async fn the_landing_page_says_who_is_asked_what_and_until_when() {
    let body = AskedPost::new().get(&format!("/svar/{TOKEN}")).await.body;
    for fact in [
        "Hej Lone Leder",
        "Leder af botilbud",
        "Ballerup",
        "Center for Social",
        "4 spørgsmål i 2 afsnit",
        "15. oktober 2026",
        "ikke anonyme",
    ] {
        assert!(body.contains(fact), "{fact}");
    }
    assert!(!body.contains(" min."), "nobody has shown how long it takes");
}

#[actix_web::test]
async fn the_time_is_what_it_took_others() {
    let asked = AskedPost::new();
    asked.change(|conn, _| {
        let earlier = round("2025", RoundStatus::Closed, day(2025, 9, 1));
        diesel::insert_into(rounds::table).values(&earlier).execute(conn)?;
        let model: Post = posts::table.select(Post::as_select()).first(conn)?;
        for number in 0..5 {
            let title = format!("Leder {number}");
            let post = Post { id: PostId::new(), title, ..model.clone() };
            diesel::insert_into(posts::table).values(&post).execute(conn)?;
            // Two minutes for two answers; whoever left it lying over night is no measure.
            let handed_in_at = if number == 4 { at(23, 59) } else { at(9, 2) };
            let done = Invitation {
                started_at: Some(at(9, 0)),
                handed_in_at: Some(handed_in_at),
                ..invitation(&earlier, &post)
            };
            diesel::insert_into(invitations::table).values(&done).execute(conn)?;
            let mut returned = section(&done, 10 + number, Area::PsychiatryDisability);
            returned.returned = Some("0.1.".to_owned());
            diesel::insert_into(sections::table).values(&returned).execute(conn)?;
        }
        Ok(())
    });
    let (landing, questions) = (format!("/svar/{TOKEN}"), format!("/svar/{TOKEN}/afsnit/psykiatri-handicap"));
    for page in [&landing, &questions] {
        assert!(!asked.get(page).await.body.contains(" min."), "four people are no measure: {page}");
    }
    asked.change(|conn, _| {
        let late = invitations::handed_in_at.eq(at(23, 59));
        diesel::update(invitations::table.filter(late)).set(invitations::handed_in_at.eq(at(9, 2))).execute(conn)
    });
    assert!(!asked.get(&landing).await.body.contains(" min."), "what was read is kept for some minutes");
    asked.clock.set(at(12, 10));
    assert!(asked.get(&landing).await.body.contains("cirka 4 min."), "four questions of a minute each");
    assert!(asked.get(&questions).await.body.contains("cirka 4 min."), "all of which this section asks");
}

#[actix_web::test]
async fn where_no_earlier_round_has_shown_the_time_those_who_have_handed_in_do() {
    let asked = AskedPost::new();
    asked.change(|conn, asked| {
        let round: Round = rounds::table.select(Round::as_select()).first(conn)?;
        let model: Post = posts::table.select(Post::as_select()).first(conn)?;
        for number in 0..5 {
            let post = Post { id: PostId::new(), title: format!("Leder {number}"), ..model.clone() };
            diesel::insert_into(posts::table).values(&post).execute(conn)?;
            let times = (Some(at(9, 0)), Some(at(9, 4)));
            // Somebody else's, because whoever has several posts is told of each.
            let email = format!("leder{number}@example.org");
            let done = Invitation { started_at: times.0, handed_in_at: times.1, email, ..invitation(&round, &post) };
            diesel::insert_into(invitations::table).values(&done).execute(conn)?;
            let mut returned = section(&done, 10 + number, Area::PsychiatryDisability);
            returned.returned = Some("0.1.".to_owned());
            diesel::insert_into(sections::table).values(&returned).execute(conn)?;
        }
        Ok(asked.invitation.id.clone())
    });
    assert!(asked.get(&format!("/svar/{TOKEN}")).await.body.contains("cirka 8 min."), "two minutes for each of four");
}

#[actix_web::test]
async fn starting_counts_once() {
    let asked = AskedPost::new();
    let reply = asked.post(&format!("/svar/{TOKEN}/start"), &[]).await;
    assert_eq!((reply.status.as_u16(), reply.leads_to()), (303, format!("/svar/{TOKEN}/overblik").as_str()));
    asked.clock.set(at(13, 0));
    asked.post(&format!("/svar/{TOKEN}/start"), &[]).await;
    assert_eq!(asked.stored_invitation().started_at, Some(at(12, 0)));
}

#[actix_web::test]
async fn a_revoked_token_tells_that_it_was_one_and_nothing_else() {
    let asked = AskedPost::new();
    asked.change(|conn, _| diesel::update(links::table).set(links::revoked_at.eq(at(1, 0))).execute(conn));
    for page in PAGES {
        let revoked = asked.get(&format!("/svar/{TOKEN}{page}")).await;
        let wrong = asked.get(&format!("/svar/forkert{page}")).await;
        assert_eq!((revoked.status.as_u16(), wrong.status.as_u16()), (404, 404), "{page}");
        assert!(revoked.body.contains("Linket virker ikke længere") && wrong.body.contains("Siden findes ikke"));
        for fact in ["Lone", "Leder af botilbud", "Ballerup", "2026"] {
            assert!(!revoked.body.contains(fact), "{page}: {fact}");
        }
    }
    let save = asked.post(&format!("/svar/{TOKEN}/afsnit/beskaeftigelse"), &[("q1", "0")]).await;
    assert_eq!(save.status, 404);
    assert!(asked.answers().is_empty());
}

#[actix_web::test]
async fn after_the_deadline_everything_is_read_only() {
    let asked = AskedPost::new();
    let section = format!("/svar/{TOKEN}/afsnit/beskaeftigelse");
    asked.post(&section, &[("q1", "1")]).await;
    let before = asked.snapshot();
    // The 15th in Denmark and six hours of grace are over.
    asked.clock.set(day(2026, 10, 16).and_hms_opt(4, 0, 0).unwrap());
    for page in &PAGES[..6] {
        let reply = asked.get(&format!("/svar/{TOKEN}{page}")).await;
        assert!(reply.status == 200 && reply.body.contains("Fristen er udløbet"), "{page}");
        let sends_something =
            reply.body.matches("method=\"post\"").count() > reply.body.matches("action=\"/sprog\"").count();
        assert!(!sends_something, "{page}");
    }
    assert!(asked.get(&section).await.body.contains("Gul"), "answers can still be read");
    let colleague = [("navn", "Anna"), ("mail", "anna@example.org"), ("afsnit", "beskaeftigelse")];
    for path in [
        "/start",
        "/overdragelse",
        "/afsnit/beskaeftigelse",
        "/afsnit/beskaeftigelse/overdragelse",
        "/afsnit/beskaeftigelse/hjemtagelse",
        "/indsendelse",
        "/tilbagetagelse",
    ] {
        let reply = asked.post(&format!("/svar/{TOKEN}{path}"), &colleague).await;
        assert!(reply.status == 409 && reply.body.contains("Fristen er udløbet"), "{path}");
    }
    let draft = asked.post(&format!("{section}/kladde"), &[("q1", "2")]).await;
    assert!(draft.status == 409 && draft.body.contains("\"message\":\"Fristen er udløbet"), "{}", draft.body);
    assert_eq!(asked.snapshot(), before);
}

#[actix_web::test]
async fn an_extension_is_the_posts_own_deadline() {
    let asked = AskedPost::new();
    asked.change(|conn, _| {
        diesel::update(invitations::table).set(invitations::extended_to.eq(day(2026, 10, 20))).execute(conn)
    });
    asked.clock.set(day(2026, 10, 18).and_hms_opt(12, 0, 0).unwrap());
    assert!(asked.get(&format!("/svar/{TOKEN}")).await.body.contains("20. oktober 2026"));
    assert_eq!(asked.post(&format!("/svar/{TOKEN}/start"), &[]).await.status, 303);
}

#[actix_web::test]
async fn a_closed_round_takes_no_answers() {
    let asked = AskedPost::new();
    asked.change(|conn, _| diesel::update(rounds::table).set(rounds::status.eq(RoundStatus::Closed)).execute(conn));
    let reply = asked.post(&format!("/svar/{TOKEN}/afsnit/beskaeftigelse"), &[("q1", "0")]).await;
    assert!(reply.status == 409 && reply.body.contains("Runden er ikke åben"));
}

#[actix_web::test]
async fn a_helper_reaches_only_the_own_section() {
    let asked = AskedPost::with_helper();
    let start = asked.post(&format!("/svar/{HELPER}/start"), &[]).await;
    assert_eq!(start.leads_to(), format!("/svar/{HELPER}/afsnit/psykiatri-handicap"));
    let overview = asked.get(&format!("/svar/{HELPER}/overblik")).await.body;
    assert!(overview.contains("Psykiatri og handicap") && !overview.contains("Beskæftigelse"));
    for page in
        ["/afsnit/beskaeftigelse", "/indsend", "/kvittering", "/overdragelse", "/afsnit/beskaeftigelse/overdragelse"]
    {
        assert_eq!(asked.get(&format!("/svar/{HELPER}{page}")).await.status, 404, "{page}");
    }
    let form = [("q1", "0"), ("afsnit", "psykiatri-handicap"), ("navn", "Bo"), ("mail", "bo@example.org")];
    for path in [
        "/afsnit/beskaeftigelse",
        "/afsnit/beskaeftigelse/kladde",
        "/indsendelse",
        "/tilbagetagelse",
        "/overdragelse",
        "/afsnit/beskaeftigelse/overdragelse",
        "/afsnit/beskaeftigelse/faerdig",
        "/afsnit/psykiatri-handicap/hjemtagelse",
    ] {
        assert_eq!(asked.post(&format!("/svar/{HELPER}{path}"), &form).await.status, 404, "{path}");
    }
    assert!(asked.answers().is_empty());
}

#[actix_web::test]
async fn pages_follow_the_invitations_language() {
    let asked = AskedPost::new();
    asked.change(|conn, _| diesel::update(invitations::table).set(invitations::language.eq("en")).execute(conn));
    let body = asked.get(&format!("/svar/{TOKEN}")).await.body;
    assert!(body.contains("<html lang=\"en\">") && body.contains("How far have you got"));
    assert!(body.contains(&format!("name=\"return_to\" value=\"/svar/{TOKEN}\"")));
}
