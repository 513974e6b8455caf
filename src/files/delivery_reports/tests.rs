use super::*;

const LETTER: &str = "01990f3e-7c00-7000-8000-000000000001";

/// A sample of `tests/data/bounces` about a letter to `leder@example.org`.
fn sample(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/data/bounces/{name}.eml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let text = text.replace("LETTER", LETTER).replace("UPPER", "Leder@Example.ORG");
    text.replace("RECIPIENT", "leder@example.org").into_bytes()
}

fn said(name: &str) -> (bool, Delivery, String) {
    let report = read(&sample(name)).unwrap();
    let recipient = report.about("LEDER@example.org").unwrap();
    assert_eq!(recipient.addresses[0].split('@').nth(1), Some("example.org"), "{name}");
    let is_named = report.letters.first().is_some_and(|letter| letter.as_str() == LETTER);
    (is_named, recipient.delivery, recipient.diagnostic.clone())
}

#[test]
fn reports_of_many_servers_name_the_letter_and_say_what_became_of_it() {
    let failed = |diagnostic: &str| (true, Delivery::Failed, diagnostic.to_owned());
    let user_unknown =
        "550 5.1.1 <leder@example.org>: Recipient address rejected: User unknown in local recipient table";
    assert_eq!(said("postfix-whole"), failed(user_unknown));
    assert_eq!(said("postfix-headers-da"), failed("552 5.2.2 Postkassen er fuld"));
    let not_found = "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup";
    assert_eq!(said("exchange-da"), failed(not_found));
    assert_eq!(said("exim"), failed("550 Unrouteable address"));
    let does_not_exist = "550-5.1.1 The email account that you tried to reach does not exist. 550 5.1.1 Learn more";
    assert_eq!(said("gmail"), failed(does_not_exist));
    assert_eq!(said("envelope-id"), failed("554 5.7.1 Forwarding refused"));
    assert_eq!(said("delayed"), (true, Delivery::Delayed, "4.4.1".into()));
    assert_eq!(said("relayed"), (true, Delivery::Delivered, "2.0.0".into()));
}

#[test]
fn a_report_without_original_still_names_the_receiver() {
    assert_eq!(said("only-recipient"), (false, Delivery::Failed, "5.4.1".into()));
}

#[test]
fn among_several_receivers_ours_counts() {
    let text = String::from_utf8(sample("postfix-whole")).unwrap();
    let other = "Final-Recipient: rfc822; x@example.org\r\nAction: failed\r\nStatus: 5.0.0\r\n\r\nFinal-Recipient";
    let text = text
        .replacen("Final-Recipient", other, 1)
        .replace("\r\nAction: failed\r\nStatus: 5.1.1", "\r\nAction: delayed");
    let report = read(text.as_bytes()).unwrap();
    assert_eq!(report.recipients.len(), 2);
    assert_eq!(report.about("leder@example.org").unwrap().delivery, Delivery::Delayed);
    assert_eq!(report.about("forwarded@example.org").unwrap().delivery, Delivery::Failed);
}

#[test]
fn what_is_no_report_is_refused() {
    for (name, message) in [
        ("away", sample("out-of-office-da")),
        ("broken", sample("broken")),
        ("nothing", Vec::new()),
        ("noise", vec![0xff; 10_000]),
        ("half", sample("postfix-whole")[..900].to_vec()),
    ] {
        assert_eq!(read(&message), Err(Refusal::NoDeliveryReport), "{name}");
    }
    assert_eq!(read(&vec![b'a'; MOST_BYTES + 1]), Err(Refusal::ReportTooLarge));
}

#[test]
fn a_report_cut_anywhere_is_read_or_refused_and_nothing_else() {
    let whole = sample("exchange-da");
    for end in 0..whole.len() {
        drop(read(&whole[..end]));
    }
}
