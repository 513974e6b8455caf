use chrono::Duration;

use crate::commands;
use crate::domain::Language;
use crate::domain::access::staff::Staff;
use crate::domain::base::tokens::Token;
use crate::domain::mail::letters::{Failure, Letter, LetterKind, LetterState};
use crate::mail::claims::{Share, claim, record, release};
use crate::mail::{Mailbox, Notice, Rendered, StaffContent, render_to_staff};
use crate::store::{self, setup_tokens};
use crate::test_support::mail::{InvitedRound, config, invited_round, opening};

fn render(notice: Notice, language: Language) -> Rendered {
    render_to_staff(&StaffContent {
        notice,
        language,
        account: "anna@example.org".into(),
        link: "https://pejl.example.org/adgang/TOKEN".into(),
        sign_in: "https://pejl.example.org/login".into(),
        service: "Sund i Eksempelkøbing".into(),
        sender: "Forebyggelse i praksis".into(),
        contact: "hjaelp@example.org".into(),
        accent: None,
    })
}

/// Whose password a link would set.
fn opened(asked: &InvitedRound, token: &str) -> Option<Staff> {
    let (hash, now) = (Token::received(token).hash(), asked.clock.now());
    asked.db.read(|conn| Ok(setup_tokens::find_staff(conn, &hash, now)?)).unwrap()
}

fn state(asked: &InvitedRound, letter: &Letter) -> LetterState {
    asked.db.read(|conn| Ok(store::ledger::find(conn, &letter.id)?)).unwrap().unwrap().0.state
}

#[test]
fn letters_to_accounts_say_whose_account_what_for_and_how_long() {
    let letter = render(Notice::Invitation, Language::Danish);
    for text in [&letter.text, &letter.html] {
        for said in ["Forebyggelse i praksis", "anna@example.org", "/adgang/TOKEN", "7 døgn", "hjaelp@example.org"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(text.contains("bruger i Sund i Eksempelkøbing") && !text.contains("Pejlemærke"), "{text}");
    }
    assert_eq!(letter.subject, "Du er oprettet som bruger i Sund i Eksempelkøbing");
    let reset = render(Notice::PasswordReset, Language::English).text;
    assert!(reset.contains("24 hours") && reset.contains("/adgang/TOKEN"), "{reset}");
    let notice = render(Notice::NewSignIn { at: opening() }, Language::Danish);
    assert!(notice.text.contains("1. september 2026 kl. 10.00"), "in Danish time: {}", notice.text);
}

#[tokio::test]
async fn a_letter_to_an_account_brings_a_link_that_exists_nowhere_else() {
    for letter in [Letter::account_invitation, Letter::password_reset] {
        let asked = invited_round(0);
        let account = asked.account();
        asked.plan(&[letter(&account, opening())]);
        let mailbox = Mailbox::default();
        assert_eq!(asked.memory_worker(&mailbox).deliver_due().await.unwrap(), 1);
        let sent = mailbox.all().remove(0);
        let token = sent.rendered.link.strip_prefix("https://pejl.example.org:8443/adgang/").unwrap();
        assert!(sent.rendered.text.contains(token) && sent.receiver() == "admin@example.org");
        assert_eq!(opened(&asked, token).map(|account| account.id), Some(account.id));
        let stored = std::fs::read(asked.folder().join("pejl.sqlite")).unwrap();
        let wal = std::fs::read(asked.folder().join("pejl.sqlite-wal")).unwrap_or_default();
        assert!(![stored, wal].iter().any(|bytes| bytes.windows(token.len()).any(|part| part == token.as_bytes())));
        commands::staff::set_password(&asked.db, &Token::received(token), "a hash", opening()).unwrap();
        assert_eq!(opened(&asked, token), None, "it works once");
    }
}

#[tokio::test]
async fn a_link_works_for_its_time_counted_from_when_it_was_sent() {
    for (letter, hours) in [(Letter::account_invitation as fn(&_, _) -> _, 7 * 24), (Letter::password_reset, 24)] {
        let asked = invited_round(0);
        asked.plan(&[letter(&asked.account(), opening())]);
        asked.clock.set(opening() + Duration::days(2));
        let mailbox = Mailbox::default();
        asked.memory_worker(&mailbox).deliver_due().await.unwrap();
        let link = mailbox.all().remove(0).rendered.link;
        let token = link.rsplit('/').next().unwrap();
        asked.wait_minutes(hours * 60 - 1);
        assert!(opened(&asked, token).is_some());
        asked.wait_minutes(1);
        assert_eq!(opened(&asked, token), None);
    }
}

#[tokio::test]
async fn a_notice_of_a_sign_in_brings_no_link_but_that_of_the_own_account() {
    let asked = invited_round(0);
    let account = Staff { language: Some(Language::English), ..asked.account() };
    asked.plan(&[Letter::new_sign_in(&account, opening())]);
    let mailbox = Mailbox::default();
    assert_eq!(asked.memory_worker(&mailbox).deliver_due().await.unwrap(), 1);
    let sent = mailbox.all().remove(0).rendered;
    assert_eq!(sent.link, format!("{}/account", config(&[]).base_url));
    assert!(!sent.text.contains("/adgang/"));
    assert!(sent.subject.contains("was signed in"), "in the account's language: {}", sent.subject);
}

#[tokio::test]
async fn a_letter_that_has_lost_its_point_is_called_off() {
    let asked = invited_round(0);
    let account = asked.account();
    let invitation = Letter::account_invitation(&account, opening());
    let later = Letter::password_reset(&account, opening() + Duration::minutes(1));
    asked.plan(&[invitation.clone(), later.clone()]);
    asked.db.write(|conn| Ok(store::staff::update_password(conn, &account.id, Some("a hash"))?)).unwrap();
    let mailbox = Mailbox::default();
    assert_eq!(asked.memory_worker(&mailbox).deliver_due().await.unwrap(), 0);
    assert_eq!(state(&asked, &invitation), LetterState::Cancelled, "a password was chosen meanwhile");
    asked.db.write(|conn| Ok(store::staff::update_disabled(conn, &account.id, Some(opening()))?)).unwrap();
    asked.wait_minutes(1);
    assert_eq!(asked.memory_worker(&mailbox).deliver_due().await.unwrap(), 0);
    assert_eq!(state(&asked, &later), LetterState::Cancelled, "the account was shut meanwhile");
}

#[test]
fn a_letter_that_nobody_can_have_got_leaves_no_link() {
    let asked = invited_round(0);
    asked.plan(&[Letter::password_reset(&asked.account(), opening())]);
    let share = Share { batch: 10, rate: 60_000, lease: chrono::TimeDelta::minutes(10) };
    let take = || claim(&asked.db, asked.clock.now(), share).unwrap().0.remove(0);
    let given_back = take();
    assert!(opened(&asked, given_back.token.as_str()).is_some());
    let ours = [(given_back.letter.id.clone(), given_back.token.hash())];
    release(&asked.db, &ours, asked.clock.now()).unwrap();
    assert_eq!(opened(&asked, given_back.token.as_str()), None);
    let refused = take();
    let no = Err(Failure::Permanent("550 no such user".into()));
    record(&asked.db, (&refused.letter, &refused.token.hash()), &no, asked.clock.now()).unwrap();
    assert_eq!(opened(&asked, refused.token.as_str()), None);
    assert_eq!(state(&asked, &refused.letter), LetterState::Refused);
}

#[test]
fn every_kind_goes_to_accounts_or_to_those_asked() {
    let asked = invited_round(1);
    let account = asked.account();
    for kind in LetterKind::ALL {
        let to_asked = Letter { kind: *kind, ..Letter::invitation(&asked.invitations[0], opening()) };
        let to_staff = LetterKind::TO_STAFF.contains(kind);
        assert_eq!(
            to_asked.is_pointless(&asked.round, &asked.invitations[0], None, opening()),
            // Two have no section here, and for the third the round must have closed.
            to_staff
                || LetterKind::TO_POSTS.contains(kind)
                || matches!(kind, LetterKind::Handover | LetterKind::HandoverDone | LetterKind::Result)
        );
        assert!(to_staff || kind.key_lifetime().is_none(), "{kind}");
        assert!(!to_staff || Letter::to_staff(*kind, &account, "x", opening()).key.contains(kind.as_str()));
    }
}
