use diesel::prelude::*;
use serde_json::Value;

use crate::domain::answering::answers::Answer;
use crate::domain::rounds::{Round, RoundStatus};
use crate::domain::{Area, Text};
use crate::schema::{answers, crosswalks, editions, invitations, posts, rounds, sections};
use crate::test_support::day;
use crate::test_support::respondent::{
    AskedPost, EDITION, PSYCHIATRY, at, edition, hidden, insert_link, invitation, round, section,
};

const SECTION: &str = "/svar/stilling/afsnit/psykiatri-handicap";
const HELPERS: &str = "/svar/hjaelper/afsnit/psykiatri-handicap";

fn json(body: &str) -> Value {
    serde_json::from_str(body).unwrap()
}

#[actix_web::test]
async fn a_save_writes_only_what_changed() {
    let asked = AskedPost::new();
    let first =
        asked.post(SECTION, &[("q0", "0"), ("r0", "0"), ("q1", "1"), ("r1", "0"), ("k2", ""), ("r2", "0")]).await;
    assert_eq!(
        (first.status.as_u16(), first.leads_to()),
        (303, "/svar/stilling/indsend"),
        "the other section asks nothing that this one does not"
    );
    let page = asked.get(SECTION).await.body;
    let (r0, r1) = (hidden(&page, "r0"), hidden(&page, "r1"));
    asked.post(SECTION, &[("q0", "0"), ("r0", r0), ("q1", "2"), ("r1", r1)]).await;
    let stored: Vec<_> =
        asked.answers().iter().map(|answer| (answer.question, answer.choice, answer.revision)).collect();
    assert_eq!(stored, [(0, Some(0), 1), (1, Some(2), 2)], "an empty answer is no answer");
    assert_eq!(asked.stored_invitation().started_at, Some(at(12, 0)));
}

#[actix_web::test]
async fn a_draft_is_saved_while_it_is_filled_in() {
    let asked = AskedPost::new();
    asked.clock.set(at(12, 2));
    let reply = asked
        .post(&format!("{SECTION}/kladde"), &[("q0", "3"), ("b0", "Ingen botilbud"), ("k0", "På vej"), ("r0", "0")])
        .await;
    assert_eq!(reply.status, 200);
    let told = json(&reply.body);
    assert_eq!(told["message"], "Gemt kl. 14.02");
    assert!(told["conflicts"].as_array().unwrap().is_empty());
    let page = asked.get(SECTION).await.body;
    assert_eq!(told["revisions"]["r0"].as_str().unwrap(), hidden(&page, "r0"));
    assert!(page.contains("name=\"q0\" value=\"3\" checked") && page.contains("På vej"));
}

#[actix_web::test]
async fn two_writers_of_one_answer_both_see_both() {
    let asked = AskedPost::with_helper();
    let page = asked.get(SECTION).await.body;
    let base = hidden(&page, "r0");
    asked.post(&format!("{HELPERS}/kladde"), &[("q0", "1"), ("k0", "Kun <nogle> steder"), ("r0", base)]).await;
    let draft = asked.post(&format!("{SECTION}/kladde"), &[("q0", "2"), ("r0", base)]).await;
    let told = json(&draft.body);
    assert_eq!(told["conflicts"][0]["question"], "q0");
    assert!(told["conflicts"][0]["message"].as_str().unwrap().contains("Anna Hjælper har svaret i mellemtiden: Gul"));
    assert!(told["revisions"].get("r0").is_none(), "the base stays, so that nothing is overwritten unseen");
    let again = asked.post(SECTION, &[("q0", "2"), ("k0", ""), ("r0", base)]).await;
    assert_eq!(again.status, 409);
    assert!(
        again.body.contains("Anna Hjælper har svaret i mellemtiden: Gul")
            && again.body.contains("Kun &lt;nogle&gt; steder")
    );
    assert!(again.body.contains("name=\"q0\" value=\"2\" checked"), "the own answer is still there");
    assert_eq!(asked.answers()[0].choice, Some(1), "nothing is overwritten silently");
    let (r0, f0) = (hidden(&again.body, "r0"), hidden(&again.body, "f0"));
    let typing = asked.post(&format!("{SECTION}/kladde"), &[("q0", "2"), ("k0", ""), ("r0", r0), ("f0", f0)]).await;
    assert_eq!(json(&typing.body)["conflicts"].as_array().unwrap().len(), 1, "typing on is no confirmation");
    let confirmed = asked.post(SECTION, &[("q0", "2"), ("k0", ""), ("r0", r0), ("f0", f0)]).await;
    assert_eq!(confirmed.status, 303);
    let stored = &asked.answers()[0];
    assert_eq!((stored.choice, stored.revision, stored.writer.as_deref()), (Some(2), 2, None));
}

#[actix_web::test]
async fn a_conflict_with_oneself_says_so_and_nothing_says_saved() {
    let asked = AskedPost::new();
    let page = asked.get(SECTION).await.body;
    let base = hidden(&page, "r0");
    asked.post(&format!("{SECTION}/kladde"), &[("q0", "1"), ("r0", base)]).await;
    let draft = asked.post(&format!("{SECTION}/kladde"), &[("q0", "2"), ("r0", base)]).await;
    let told = json(&draft.body);
    assert!(told["message"].as_str().unwrap().starts_with("Ikke gemt: "), "{told}");
    assert!(
        told["conflicts"][0]["message"].as_str().unwrap().contains("på en anden enhed eller i et andet vindue: Gul")
    );
    let again = asked.post(SECTION, &[("q0", "2"), ("k0", ""), ("r0", base)]).await;
    assert!(again.status == 409 && again.body.contains("på en anden enhed eller i et andet vindue"), "{}", again.body);
    for wrong in ["Lone Leder har svaret", "Gemt kl.", "En anden har svaret"] {
        assert!(!again.body.contains(wrong), "{wrong}");
    }
}

#[actix_web::test]
async fn a_question_one_has_not_touched_is_no_conflict() {
    let asked = AskedPost::with_helper();
    let page = asked.get(SECTION).await.body;
    let (r0, r1) = (hidden(&page, "r0"), hidden(&page, "r1"));
    asked.post(HELPERS, &[("q0", "1"), ("r0", r0)]).await;
    // The post's page still shows question 0 as it was; only question 1 is answered on it.
    let empty = [("b0", ""), ("k0", ""), ("c0", ""), ("r0", r0)];
    let reply = asked.post(SECTION, &[&empty[..], &[("q1", "0"), ("r1", r1)]].concat()).await;
    assert_eq!(reply.status, 303);
    let stored: Vec<_> = asked.answers().into_iter().map(|answer| (answer.choice, answer.writer)).collect();
    assert_eq!(stored, [(Some(1), Some("Anna Hjælper".to_owned())), (Some(0), None)]);
}

#[actix_web::test]
async fn the_post_sees_who_answered_what() {
    let asked = AskedPost::with_helper();
    asked.post(HELPERS, &[("q0", "1"), ("r0", "0")]).await;
    asked.post(SECTION, &[("q1", "1"), ("r1", "0")]).await;
    assert_eq!(asked.get(SECTION).await.body.matches("Besvaret af Anna Hjælper").count(), 1);
    assert_eq!(asked.get(HELPERS).await.body.matches("Besvaret af Lone Leder").count(), 1);
}

#[actix_web::test]
async fn what_is_wrong_is_shown_as_typed_and_the_rest_is_saved() {
    let asked = AskedPost::new();
    let long = "æ".repeat(4001);
    let reply = asked.post(SECTION, &[("q0", "9"), ("k0", "min note"), ("q1", "0"), ("q2", "1"), ("k2", &long)]).await;
    assert_eq!(reply.status, 422);
    assert!(reply.body.contains("href=\"#q0\"") && reply.body.contains("href=\"#k2\""));
    assert!(
        reply.body.contains("min note")
            && reply.body.contains(&long)
            && reply.body.contains("<details class=\"details\" open")
    );
    assert_eq!(asked.answers().len(), 1);
    let draft = asked.post(&format!("{SECTION}/kladde"), &[("q2", "1"), ("k2", &long)]).await;
    assert_eq!(draft.status, 422);
    assert!(json(&draft.body)["message"].as_str().unwrap().contains("ikke spørgsmål 3"));
    assert_eq!(asked.post(SECTION, &[("q9", "1")]).await.status, 422);
}

#[actix_web::test]
async fn comments_are_text_and_never_markup() {
    let asked = AskedPost::new();
    let evil = "</textarea><script>alert(1)</script>\"'&\0\r\nslut";
    asked.post(SECTION, &[("q0", "3"), ("b0", evil), ("k0", evil), ("c0", evil)]).await;
    assert_eq!(asked.answers()[0].comment.as_deref(), Some("</textarea><script>alert(1)</script>\"'&\nslut"));
    for page in [SECTION, "/svar/stilling/indsend"] {
        let body = asked.get(page).await.body;
        assert!(!body.contains("<script>alert") && body.contains("&lt;script&gt;alert(1)"), "{page}");
    }
}

#[actix_web::test]
async fn a_reason_goes_with_the_option_that_asks_for_it() {
    let asked = AskedPost::new();
    asked.post(SECTION, &[("q0", "3"), ("b0", "Vi har ingen botilbud")]).await;
    assert_eq!(asked.answers()[0].reason.as_deref(), Some("Vi har ingen botilbud"));
    asked.post(SECTION, &[("q0", "0"), ("b0", "Vi har ingen botilbud"), ("r0", "1")]).await;
    assert_eq!(asked.answers()[0].reason, None);
}

#[actix_web::test]
async fn saving_for_later_leads_to_the_overview() {
    let asked = AskedPost::new();
    let reply = asked.post(SECTION, &[("q0", "0"), ("videre", "senere")]).await;
    assert_eq!(reply.leads_to(), "/svar/stilling/overblik?gemt=ja");
    let body = asked.get(reply.leads_to()).await.body;
    assert!(body.contains("Svarene er gemt") && body.contains("1 af 4 besvaret"));
}

#[actix_web::test]
async fn last_rounds_answer_is_shown_and_must_be_chosen_again() {
    let asked = AskedPost::new();
    asked.change(|conn, asked| {
        let earlier = round("2025", RoundStatus::Closed, day(2025, 9, 1));
        diesel::insert_into(rounds::table).values(&earlier).execute(conn)?;
        let post = posts::table.select(crate::domain::rounds::directory::Post::as_select()).first(conn)?;
        let before = crate::domain::rounds::invitations::Invitation {
            post: "Chef for botilbud".to_owned(),
            ..invitation(&earlier, &post)
        };
        diesel::insert_into(invitations::table).values(&before).execute(conn)?;
        let mut returned = section(&before, 9, Area::PsychiatryDisability);
        returned.returned = Some("1..2".to_owned());
        diesel::insert_into(sections::table).values(&returned).execute(conn)?;
        let comment = Some("Manglede <tid>".to_owned());
        let answer = Answer { section: 9, question: 0, choice: Some(1), revision: 1, comment, ..Answer::default() };
        diesel::insert_into(answers::table).values(&answer).execute(conn)?;
        insert_link(conn, &asked.invitation, ("andet", None))
    });
    let body = asked.get(SECTION).await.body;
    assert!(body.contains("Sidste svar (2025)") && body.contains("<p>Gul</p>"));
    assert!(
        body.contains("Chef for botilbud: \u{201d}Manglede &lt;tid&gt;")
            && body.contains("Besvaret af Chef for botilbud")
    );
    assert_eq!(body.matches("Sidste svar (2025)").count(), 2);
    assert!(!body.contains(" checked"), "nothing is preselected");
}

/// What the post handed in on psychiatry in an earlier round of `edition`.
pub(super) fn hand_in_earlier(
    asked: &AskedPost,
    key: &str,
    edition: &str,
    (number, returned): (i32, &str),
    written: Answer,
) {
    asked.change(|conn, _| {
        let opens_on = day(key.parse().unwrap(), 9, 1);
        let earlier = Round { edition: edition.to_owned(), ..round(key, RoundStatus::Closed, opens_on) };
        diesel::insert_into(rounds::table).values(&earlier).execute(conn)?;
        let post = posts::table.select(crate::domain::rounds::directory::Post::as_select()).first(conn)?;
        let before = invitation(&earlier, &post);
        diesel::insert_into(invitations::table).values(&before).execute(conn)?;
        let mut section = section(&before, number, Area::PsychiatryDisability);
        section.returned = Some(returned.to_owned());
        diesel::insert_into(sections::table).values(&section).execute(conn)?;
        let answer = Answer { section: number, revision: 1, ..written.clone() };
        diesel::insert_into(answers::table).values(&answer).execute(conn)
    });
}

fn said(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[actix_web::test]
async fn what_the_last_round_did_not_ask_is_shown_from_the_round_before_it() {
    let asked = AskedPost::new();
    let older = Answer { question: 0, choice: Some(2), comment: said("Fra 2024"), ..Answer::default() };
    hand_in_earlier(&asked, "2024", EDITION, (8, "2..."), older);
    let newer = Answer { question: 1, choice: Some(0), comment: said("Fra 2025"), ..Answer::default() };
    hand_in_earlier(&asked, "2025", EDITION, (9, ".0.."), newer);
    let body = asked.get(SECTION).await.body;
    let (first, second) = (body.find("Sidste svar (2024)"), body.find("Sidste svar (2025)"));
    assert!(first.is_some() && second.is_some() && first < second, "{body}");
    assert!(body.contains("Leder af botilbud: \u{201d}Fra 2024\u{201d}") && body.contains("Fra 2025"));
}

#[actix_web::test]
async fn reason_comment_and_quote_of_the_last_answer_are_all_shown() {
    let asked = AskedPost::new();
    let answer = Answer {
        question: 0,
        choice: Some(3),
        reason: said("Ingen botilbud"),
        comment: said("Kommer i 2026"),
        quote: said("Vi er på vej"),
        ..Answer::default()
    };
    hand_in_earlier(&asked, "2025", EDITION, (9, "3..."), answer);
    let body = asked.get(SECTION).await.body;
    for text in
        [" (begrundelse): \u{201d}Ingen botilbud", ": \u{201d}Kommer i 2026", " (må citeres): \u{201d}Vi er på vej"]
    {
        assert!(body.contains(&format!("Leder af botilbud{text}")), "{text}");
    }
}

#[actix_web::test]
async fn a_reworded_question_shows_its_old_words_beside_the_last_answer() {
    let asked = AskedPost::new();
    reword_edition(&asked);
    let answer = Answer { question: 1, choice: Some(0), ..Answer::default() };
    hand_in_earlier(&asked, "2025", "gammel", (9, "10.."), answer);
    let body = asked.get(SECTION).await.body;
    assert_eq!(body.matches("Sidste svar (2025)").count(), 2);
    assert_eq!(body.matches("Spørgsmålet lød:").count(), 1, "the same words are not repeated");
    assert!(body.contains("Spørgsmålet lød: \u{201d}Fandtes der rygestop for Psykiatri og handicap?"), "{body}");
}

/// An edition before the tests' own, of which one question was worded otherwise.
pub(super) fn reword_edition(asked: &AskedPost) {
    let mut old = edition();
    old.key = "gammel".to_owned();
    old.questions[1].text = Text::from("Fandtes der rygestop for {area}?");
    crate::editions::insert_for_tests("gammel-hash", old);
    let walk = "from: gammel\nto: respondents\nlinks:\n\
                - {from: tobak.hjem, to: tobak.hjem, relation: identical}\n\
                - {from: tobak.stop, to: tobak.stop, relation: reworded}\n";
    asked.change(|conn, _| {
        let edition = (
            editions::key.eq("gammel"),
            editions::status.eq("published"),
            editions::document.eq(""),
            editions::content_hash.eq("gammel-hash"),
            editions::imported_at.eq(at(0, 0)),
        );
        diesel::insert_into(editions::table).values(edition).execute(conn)?;
        let crosswalk = (
            crosswalks::from_edition.eq("gammel"),
            crosswalks::to_edition.eq(EDITION),
            crosswalks::document.eq(walk),
            crosswalks::imported_at.eq(at(0, 0)),
        );
        diesel::insert_into(crosswalks::table).values(crosswalk).execute(conn)
    });
}

#[actix_web::test]
async fn a_handed_in_section_takes_no_answers() {
    let asked = AskedPost::new();
    asked.change(|conn, _| {
        diesel::update(sections::table.find(PSYCHIATRY))
            .set((sections::handed_in_at.eq(at(11, 0)), sections::returned.eq("....")))
            .execute(conn)
    });
    assert_eq!(asked.post(SECTION, &[("q0", "0")]).await.status, 409);
    let body = asked.get(SECTION).await.body;
    assert!(body.contains("Afsnittet er indsendt") && body.contains("Tag tilbage og ret"));
    assert!(asked.answers().is_empty());
}

#[actix_web::test]
async fn without_script_a_button_saves_and_comes_back_with_the_fields_for_comments() {
    let asked = AskedPost::new();
    let first = asked.get(SECTION).await.body;
    assert!(first.contains("name=\"bemaerk\" value=\"1\"") && !first.contains("name=\"k1\""));
    let reply = asked.post(SECTION, &[("q0", "0"), ("bemaerk", "1")]).await;
    assert_eq!((reply.status.as_u16(), reply.leads_to()), (303, &*format!("{SECTION}?bemaerk=1#k1")));
    assert_eq!(asked.answers().len(), 1, "what was chosen is saved");
    let page = asked.get(&format!("{SECTION}?bemaerk=1")).await.body;
    assert!(page.contains("name=\"k1\"") && page.contains("name=\"c1\"") && !page.contains("name=\"k0\""));
    assert_eq!(asked.get(&format!("{SECTION}?bemaerk=x")).await.status, 400);
}

#[actix_web::test]
async fn a_cpr_number_is_told_of_before_it_is_stored() {
    let asked = AskedPost::new();
    let form = [("q0", "0"), ("k0", "Som i sagen om 010190-1234"), ("r0", "0")];
    let draft = asked.post(&format!("{SECTION}/kladde"), &form).await;
    assert!(
        draft.status == 422 && json(&draft.body)["message"].as_str().unwrap().contains("CPR-nummer"),
        "{}",
        draft.body
    );
    let reply = asked.post(SECTION, &form).await;
    assert_eq!(reply.status, 422);
    assert!(reply.body.contains("href=\"#k0\"") && reply.body.contains("name=\"n0\" value=\"ja\""));
    assert!(asked.answers().is_empty(), "nothing of it is stored");
    assert_eq!(asked.post(SECTION, &[&form[..], &[("n0", "ja")]].concat()).await.status, 303);
    assert_eq!(asked.answers()[0].comment.as_deref(), Some("Som i sagen om 010190-1234"));
}

#[actix_web::test]
async fn what_an_answer_means_stands_folded_beside_its_question() {
    let page = AskedPost::new().get(SECTION).await.body;
    assert!(page.contains("Hvad menes der?") && page.contains("class=\"pj-meanings\""));
    assert!(page.contains("pj-sign-full") && page.contains("pj-sign-blank"));
}

#[actix_web::test]
async fn a_question_says_whom_it_is_about() {
    let page = AskedPost::new().get(SECTION).await.body;
    assert_eq!(page.matches("Svar for det, du selv har ansvaret for.").count(), 2, "{page}");
    assert_eq!(page.matches("Svar for hele området Psykiatri og handicap i kommunen.").count(), 1);
    let helpers = AskedPost::with_helper().get(HELPERS).await.body;
    assert_eq!(
        helpers.matches("Svar for det, som Lone Leder har ansvaret for.").count(),
        2,
        "a colleague leads something else"
    );
}
