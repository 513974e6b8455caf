use actix_web::http::StatusCode;

use crate::commands;
use crate::domain::Language;
use crate::domain::access::staff::{Draft, Role, Staff};
use crate::domain::mail::letter_texts::TextKind;
use crate::domain::mail::letters::LetterState;
use crate::domain::rounds::programmes::Programme;
use crate::editions;
use crate::mail::{Mailbox, Mailer, Worker, shipped};
use crate::store;
use crate::test_support::mail::config;
use crate::test_support::respondent::hidden;
use crate::test_support::{TestService, admin, staff};

const PAGE: &str = "/programmes/forebyggelsespakker/texts/invitation/da";

fn prepared() -> TestService {
    let service = TestService::new();
    service.publish_shipped();
    service.add_post("0101", "Sundhedschef", "sundhed", "sundhed@example.org");
    service.add_post("0751", "Skolechef", "skole", "skole@example.org");
    let programme = Programme::usual(service.now());
    commands::programmes::create(&service.db, &programme, &service.by()).unwrap();
    service
}

/// The account behind the tests' administrator, stored, so that letters can go to it.
fn stored_admin(service: &TestService) -> Staff {
    let draft = Draft::parse("admin@example.org", Role::Admin, &[]).unwrap();
    commands::staff::add(&service.db, &draft, &service.by()).unwrap();
    service.db.read(|conn| Ok(store::staff::find_by_email(conn, "admin@example.org")?)).unwrap().unwrap()
}

fn typed<'a>(made_from: &'a str, body: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("made_from", made_from), ("subject", "Svar senest {frist}"), ("body", body)]
}

fn entries(service: &TestService) -> usize {
    let later = service.now() + chrono::Days::new(1);
    service.db.read(|conn| Ok(store::audit::list_before(conn, later, 1000)?)).unwrap().len()
}

#[actix_web::test]
async fn a_text_is_written_saved_as_a_version_and_listed() {
    let service = prepared();
    let list = service.get_as("/programmes/forebyggelsespakker/texts", admin()).await.body;
    assert_eq!(list.matches("Medfølgende tekst").count(), 2 * TextKind::ALL.len(), "{list}");
    let page = service.get_as(PAGE, admin()).await.body;
    assert!(
        page.contains("{hilsen}\n\nSom {stilling} i {kommune}") && page.contains("**Svar senest {frist}.**"),
        "{page}"
    );
    let saved = service.post_as(PAGE, &typed("0", "Hej {modtager}\r\n\r\n[Svar her]({link})"), admin()).await;
    assert_eq!((saved.status, saved.leads_to()), (StatusCode::SEE_OTHER, format!("{PAGE}?done=saved").as_str()));
    let page = service.get_as(saved.leads_to(), admin()).await.body;
    assert!(page.contains("Egen tekst, version 1") && page.contains("Hej {modtager}\n\n[Svar her]({link})"), "{page}");
    let list = service.get_as("/programmes/forebyggelsespakker/texts", admin()).await.body;
    assert!(
        list.matches("Medfølgende tekst").count() == 2 * TextKind::ALL.len() - 1
            && list.contains("Egen tekst, version 1")
    );
}

#[actix_web::test]
async fn faults_are_told_all_at_once_and_what_was_typed_comes_back() {
    let service = prepared();
    let before = entries(&service);
    let body = "Hej {modtagr}\n\n{xyzw}\n\n![x](https://example.org/x.png)";
    let answer = service.post_as(PAGE, &typed("0", body), admin()).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for told in [
        "Linje 1: Der er ikke noget flettefelt, der hedder {modtagr}. Mente du {modtager}?",
        "Linje 3: Der er ikke noget flettefelt, der hedder {xyzw}.",
        "Linje 5: Der kan ikke være billeder i mails.",
        "Der mangler {link} i teksten.",
        "href=\"#body\"",
        "Hej {modtagr}\n\n{xyzw}",
    ] {
        assert!(answer.body.contains(told), "{told}: {}", answer.body);
    }
    assert_eq!(entries(&service), before);
}

#[actix_web::test]
async fn a_text_is_shown_for_a_post_that_is_found_before_it_is_saved() {
    let service = prepared();
    let before = entries(&service);
    let mut form = typed("0", "Kære {modtager}, {stilling} i {kommune}\n\n{link}");
    form.extend([("show", "yes"), ("q", "skole aarhus")]);
    let answer = service.post_as(PAGE, &form, admin()).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("Kære Leder Eksempel, Skolechef i Aarhus Kommune"), "{}", answer.body);
    assert!(answer.body.contains("sandbox=\"\"") && answer.body.contains("srcdoc=\"&lt;!DOCTYPE html&gt;"));
    assert!(!answer.body.contains("/svar/"), "an example opens nothing");
    form.pop();
    form.push(("q", "findes ikke"));
    let none = service.post_as(PAGE, &form, admin()).await.body;
    assert!(
        none.contains("ingen stilling, der passer til") && none.contains("Kære Anne Eksempel, Skolechef"),
        "{none}"
    );
    assert_eq!(entries(&service), before);
}

#[actix_web::test]
async fn of_two_who_write_at_once_the_later_is_told_and_sees_both() {
    let service = prepared();
    let first = service.post_as(PAGE, &typed("0", "Den første\n\n{link}"), admin()).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let second = service.post_as(PAGE, &typed("0", "Den anden\n\n{link}"), admin()).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.body.contains("Fjernet:</span>Den første"), "{}", second.body);
    assert!(second.body.contains("Tilføjet:</span>Den anden"));
    assert_eq!(hidden(&second.body, "made_from"), "1");
    let again = service.post_as(PAGE, &typed("1", "Begge dele\n\n{link}"), admin()).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn the_history_holds_every_version_and_leads_back_to_each() {
    let service = prepared();
    let brought = shipped(TextKind::Invitation, Language::Danish);
    for (made_from, body) in [("0", "En\n\n{link}"), ("1", "To\n\n{link}")] {
        assert_eq!(service.post_as(PAGE, &typed(made_from, body), admin()).await.status, StatusCode::SEE_OTHER);
    }
    let unchanged = service.post_as(PAGE, &typed("2", "To\n\n{link}"), admin()).await;
    assert_eq!(unchanged.leads_to(), format!("{PAGE}?done=unchanged"));
    let history = service.get_as(&format!("{PAGE}/history"), admin()).await.body;
    assert!(history.contains("Fjernet:</span>En") && history.contains("Tilføjet:</span>To"), "{history}");
    let older = service.get_as(&format!("{PAGE}?version=1"), admin()).await.body;
    assert!(older.contains(">\nEn\n\n{link}<") && hidden(&older, "made_from") == "2", "{older}");
    let back = [("made_from", "2"), ("subject", brought.subject.as_str()), ("body", brought.body.as_str())];
    assert_eq!(service.post_as(PAGE, &back, admin()).await.leads_to(), format!("{PAGE}?done=saved"));
    let page = service.get_as(PAGE, admin()).await.body;
    assert!(page.contains("Medfølgende tekst igen, version 3"), "{page}");
    for (path, status) in [("?version=9", StatusCode::NOT_FOUND), ("/history?from=0&to=3", StatusCode::OK)] {
        assert_eq!(service.get_as(&format!("{PAGE}{path}"), admin()).await.status, status, "{path}");
    }
}

#[actix_web::test]
async fn a_sample_goes_to_whoever_writes_and_opens_nothing() {
    let service = prepared();
    let account = stored_admin(&service);
    let mut form = typed("0", "Prøvetekst til {stilling}\n\n{link}");
    form.push(("q", "sundhedschef"));
    let sent = service.post_as(&format!("{PAGE}/samples"), &form, account.clone()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let page = service.get_as(sent.leads_to(), account).await.body;
    assert!(page.contains("Prøvemailen bliver sendt") && page.contains("Prøvetekst til {stilling}"), "{page}");
    assert!(page.contains("Medfølgende tekst"), "a sample saves nothing");
    let mailbox = Mailbox::default();
    let settings = config(&[]);
    let mailer = Mailer::memory(&mailbox);
    let mut worker = Worker::new(service.db.clone(), service.clock.clone(), mailer, editions::load, &settings).unwrap();
    worker.deliver_due().await.unwrap();
    let letter = mailbox.all().remove(0);
    assert_eq!(letter.receiver(), "admin@example.org");
    assert!(letter.rendered.subject.starts_with("Prøve: Svar senest "), "{}", letter.rendered.subject);
    assert!(letter.rendered.text.contains("Prøvetekst til Sundhedschef"), "{}", letter.rendered.text);
    assert!(!letter.rendered.text.contains("/svar/") && letter.rendered.link.ends_with(PAGE));
    let states = service.db.read(|conn| Ok(store::ledger::count_by_state(conn)?)).unwrap();
    assert_eq!(states, [(LetterState::Accepted, 1)]);
}

#[actix_web::test]
async fn texts_are_for_administrators_and_of_programmes_and_letters_that_there_are() {
    let service = prepared();
    assert_eq!(service.get_as(PAGE, staff(Role::Consultant, None)).await.status, StatusCode::NOT_FOUND);
    for path in [
        "ukendt/texts/invitation/da",
        "forebyggelsespakker/texts/password_reset/da",
        "forebyggelsespakker/texts/invitation/kl",
    ] {
        assert_eq!(
            service.get_as(&format!("/programmes/{path}"), admin()).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}
