//! What is asked where an answer was the highest last time and is the lowest now.

use super::tests::{hand_in_earlier, reword_edition};
use crate::domain::answering::answers::Answer;
use crate::test_support::respondent::{AskedPost, EDITION, hidden};

const SECTION: &str = "/svar/stilling/afsnit/psykiatri-handicap";
const SUMMARY: &str = "/svar/stilling/indsend";
const ASKED: &str = "Sidst var svaret &quot;Grøn&quot;, og nu er det &quot;Rød&quot;. Skriv gerne et par ord";

/// The sentence at a question as the page has it: whether it is there, and whether it is shown.
fn asked_at(page: &str, number: usize) -> Option<bool> {
    let (_, rest) = page.split_once(&format!("<p class=\"pj-asked\" id=\"x{number}\""))?;
    let (tag, text) = rest.split_once('>')?;
    assert!(text.trim_start().starts_with(ASKED), "{text}");
    let is_shown = !tag.contains("hidden");
    assert_eq!(
        page.contains(&format!("aria-describedby=\"q{number}-hint x{number}\"")),
        is_shown,
        "it describes its question"
    );
    Some(is_shown)
}

#[actix_web::test]
async fn from_green_to_red_asks_for_a_few_words_and_blocks_nothing() {
    let asked = AskedPost::new();
    hand_in_earlier(&asked, "2025", EDITION, (9, "01.."), Answer { question: 1, choice: Some(1), ..Answer::default() });
    let page = asked.get(SECTION).await.body;
    assert_eq!((asked_at(&page, 0), asked_at(&page, 1)), (Some(false), None), "it waits for red, where it was green");
    asked.post(SECTION, &[("q0", "2"), ("r0", "0"), ("q1", "2"), ("r1", "0")]).await;
    let page = asked.get(SECTION).await.body;
    assert_eq!((asked_at(&page, 0), asked_at(&page, 1)), (Some(true), None));
    assert!(!page.contains("Der er et problem") && !page.contains("<title>Fejl"), "it is no error: {page}");
    let summary = asked.get(SUMMARY).await.body;
    assert!(summary.contains("Ét svar er gået fra det højeste til det laveste siden sidst."), "{summary}");
    let link = format!("{SECTION}?bemaerk=0#k0");
    assert!(summary.contains(&link), "{summary}");
    assert!(asked.get(link.split('#').next().unwrap()).await.body.contains("id=\"k0\""), "it leads to the field");
    let done = [("afsnit", "alle"), ("bekraeft", "ja")];
    assert_eq!(asked.post("/svar/stilling/indsendelse", &done).await.leads_to(), "/svar/stilling/kvittering");
}

#[actix_web::test]
async fn a_word_about_it_or_another_answer_ends_the_asking() {
    let asked = AskedPost::new();
    hand_in_earlier(&asked, "2025", EDITION, (9, "0..."), Answer { question: 0, choice: Some(0), ..Answer::default() });
    asked.post(SECTION, &[("q0", "2"), ("k0", "Ny leder"), ("r0", "0")]).await;
    let page = asked.get(SECTION).await.body;
    assert_eq!(asked_at(&page, 0), None);
    assert!(!asked.get(SUMMARY).await.body.contains("siden sidst"));
    asked.post(SECTION, &[("q0", "1"), ("k0", ""), ("r0", hidden(&page, "r0"))]).await;
    assert_eq!(asked_at(&asked.get(SECTION).await.body, 0), Some(false), "yellow is not red");
    assert!(!asked.get(SUMMARY).await.body.contains("siden sidst"));
}

#[actix_web::test]
async fn a_reworded_question_asks_too() {
    let asked = AskedPost::new();
    reword_edition(&asked);
    hand_in_earlier(
        &asked,
        "2025",
        "gammel",
        (9, "00.."),
        Answer { question: 1, choice: Some(0), ..Answer::default() },
    );
    asked.post(SECTION, &[("q1", "2"), ("r1", "0"), ("s1-beskaeftigelse", "0")]).await;
    assert_eq!(asked_at(&asked.get(SECTION).await.body, 1), Some(true));
    assert!(asked.get(SUMMARY).await.body.contains(&format!("{SECTION}?bemaerk=1#k1")));
}
