use super::*;

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn attempt_with(email: &str, address: &str, mark: Option<&str>) -> Attempt {
    let origin = Origin { address: address.parse().unwrap(), mark };
    Attempt::new("hemmelig", email, origin, at("2026-11-21T10:14:59"))
}

fn attempt(email: &str, address: &str) -> Attempt {
    attempt_with(email, address, None)
}

fn kinds(subjects: &[Subject]) -> Vec<&str> {
    subjects.iter().map(|subject| subject.key.split(' ').next().unwrap()).collect()
}

#[test]
fn windows_begin_every_quarter_of_an_hour_and_every_day() {
    let began = |now| (windows(at(now)).quarter, windows(at(now)).day);
    let midnight = at("2026-11-21T00:00:00");
    assert_eq!(began("2026-11-21T10:14:59"), (at("2026-11-21T10:00:00"), midnight));
    assert_eq!(began("2026-11-21T10:15:00"), (at("2026-11-21T10:15:00"), midnight));
}

#[test]
fn nothing_counted_can_be_read_and_of_each_kind_there_are_a_million() {
    let attempt = attempt("anna@example.org", "192.0.2.1");
    for subject in attempt.subjects(false) {
        let (_, digits) = subject.key.split_once(' ').unwrap();
        assert!(digits.len() == 5 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()), "{subject:?}");
    }
    let origin = Origin { address: "192.0.2.1".parse().unwrap(), mark: None };
    let other = Attempt::new("anden", "anna@example.org", origin, attempt.windows.quarter);
    assert_ne!(attempt.stranger[0].key, other.stranger[0].key);
    assert_ne!(attempt.place, other.place);
}

#[test]
fn the_same_account_and_address_count_as_one_however_they_are_written() {
    assert_eq!(attempt(" Anna@example.org", "::ffff:192.0.2.1"), attempt("anna@example.org", "192.0.2.1"));
    assert_eq!(attempt("a@example.org", "2001:db8::1"), attempt("a@example.org", "2001:db8::2"));
    let pair = |email, address| attempt(email, address).at_place;
    assert_ne!(pair("a@example.org", "2001:db8::1"), pair("a@example.org", "2001:db8:0:1::1"));
    assert_ne!(pair("a@example.org", "192.0.2.1"), pair("b@example.org", "192.0.2.1"));
}

#[test]
fn a_known_browser_counts_for_itself_and_a_known_place_for_the_account_there() {
    let stranger = attempt("a@example.org", "192.0.2.1");
    assert_eq!(kinds(&stranger.subjects(false)), ["pair", "pair-day", "account", "account-day", "address"]);
    assert_eq!(kinds(&stranger.subjects(true)), ["pair", "pair-day"]);
    let mark = browser_mark("hemmelig", "A@example.org ");
    let known = attempt_with("a@example.org", "192.0.2.1", Some(&mark));
    assert_eq!(kinds(&known.subjects(false)), ["browser", "browser-day"]);
    assert_eq!(known.subjects(false), known.subjects(true));
}

#[test]
fn a_mark_is_good_for_its_own_account_and_cannot_be_made_up() {
    let mark = browser_mark("hemmelig", "a@example.org");
    let is_known = |email, mark: &str| attempt_with(email, "192.0.2.1", Some(mark)).browser.is_some();
    assert!(is_known("a@example.org", &mark));
    assert!(!is_known("b@example.org", &mark));
    assert!(!is_known("a@example.org", &browser_mark("anden", "a@example.org")));
    for wrong in ["", ".", "a.", &mark[..mark.len() - 1], &format!("{mark}0"), &format!("x{mark}")] {
        assert!(!is_known("a@example.org", wrong), "{wrong}");
    }
}

#[test]
fn tokens_are_counted_for_their_address_and_their_beginning() {
    let count = |door, token, address: &str| {
        unknown_token("hemmelig", door, token, address.parse().unwrap(), at("2026-11-21T10:14:59"))
    };
    let one = count(Door::Link, "abcdefgh1", "192.0.2.1");
    let same = count(Door::Link, "abcdefgh2", "192.0.2.2");
    assert_eq!(kinds(&one), ["link-address", "link-prefix"]);
    assert!(one[0] != same[0] && one[1] == same[1]);
    assert_ne!(one[1], count(Door::Link, "abcdefgX1", "192.0.2.1")[1]);
    assert_eq!(kinds(&count(Door::Key, "æ", "192.0.2.1")), ["key-address", "key-prefix"]);
}
