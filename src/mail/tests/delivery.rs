use super::peer::{Act, Peer, Stage, Turn};
use crate::domain::base::tokens::Token;
use crate::domain::mail::letters::LetterState;
use crate::mail::{Mailbox, Mailer};
use crate::test_support::mail::{config, invited_round};

fn by_receiver(turn: &Turn) -> Act {
    match turn.line.as_str() {
        _ if turn.stage != Stage::Rcpt => Act::Yes,
        line if line.contains("leader-0@") => Act::Yes,
        line if line.contains("leader-1@") => Act::Say("451 try later"),
        line if line.contains("leader-2@") => Act::Say("550 no such mailbox"),
        _ => Act::Say("535 who are you"),
    }
}

#[tokio::test]
async fn a_mail_servers_answer_decides_what_becomes_of_a_letter() {
    let peer = Peer::start(by_receiver).await;
    let invited = invited_round(4);
    invited.plan_invitations();
    let mailer = Mailer::from_config(&config(&[("SMTP_URL", &peer.url)])).unwrap();
    let mut worker = invited.worker(mailer);
    worker.deliver_due().await.unwrap();
    let outcome: Vec<_> = invited.letters().iter().map(|letter| (letter.state, letter.last_error.is_some())).collect();
    let expected = [
        (LetterState::Accepted, false),
        (LetterState::Deferred, true),
        (LetterState::Refused, true),
        (LetterState::Deferred, true),
    ];
    assert_eq!(outcome, expected, "535 is about our sign-in, so the letter waits");
    let refused = invited.letters().remove(2);
    assert!(refused.last_error.unwrap().contains("no such mailbox"));

    invited.wait_minutes(1);
    worker.deliver_due().await.unwrap();
    let deferred = invited.letters().remove(1);
    assert_eq!((deferred.attempts, (deferred.due_at - invited.clock.now()).num_minutes()), (2, 2));
    assert_eq!(peer.received().len(), 1);
}

#[tokio::test]
async fn many_letters_reach_a_mail_server_once_each() {
    let peer = Peer::start(|_| Act::Yes).await;
    let invited = invited_round(60);
    invited.plan_invitations();
    let mailer = Mailer::from_config(&config(&[("SMTP_URL", &peer.url)])).unwrap();
    assert_eq!(invited.worker(mailer).deliver_due().await.unwrap(), 60);
    let ids: std::collections::BTreeSet<String> = peer.ids().into_iter().collect();
    assert_eq!((peer.received().len(), ids.len()), (60, 60));
}

#[tokio::test]
async fn a_folder_gets_one_whole_file_per_letter() {
    let invited = invited_round(2);
    invited.plan_invitations();
    let folder = invited.folder().join("letters/out");
    invited.worker(Mailer::Folder(folder.clone())).deliver_due().await.unwrap();
    let mut names: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let mut expected: Vec<String> = invited.letters().iter().map(|letter| format!("{}.eml", letter.id)).collect();
    expected.sort();
    assert_eq!(names, expected);
}

#[tokio::test]
async fn only_the_hash_of_a_letters_link_is_stored() {
    let invited = invited_round(1);
    invited.plan_invitations();
    let mailbox = Mailbox::default();
    invited.memory_worker(&mailbox).deliver_due().await.unwrap();
    let sent = mailbox.all().remove(0);
    let token = sent.rendered.link.strip_prefix("https://pejl.example.org:8443/svar/").unwrap();
    let link = invited.links().remove(0);
    assert_eq!(link.token_hash, Token::received(token).hash());
    assert_eq!((&link.invitation_id, link.section), (&invited.invitations[0].id, None));
    assert!(sent.rendered.text.contains(&sent.rendered.link) && sent.rendered.html.contains(&sent.rendered.link));
}
