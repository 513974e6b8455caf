use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;

const KEY: &str = "a-secret-of-the-tests-and-nobody-else";

fn now() -> NaiveDateTime {
    "2026-11-21T10:00:00".parse().unwrap()
}

fn factor() -> SecondFactor {
    SecondFactor::new(KEY, &StaffId::new(), now()).unwrap()
}

/// The secret and the times of RFC 6238, appendix B; its codes cut to the last six digits.
#[test]
fn codes_are_those_of_the_standard() {
    let secret = Secret(*b"12345678901234567890");
    let examples = [
        ("1970-01-01T00:00:59", "287082"),
        ("2005-03-18T01:58:29", "081804"),
        ("2009-02-13T23:31:30", "005924"),
        ("2033-05-18T03:33:20", "279037"),
    ];
    for (at, code) in examples {
        assert_eq!(secret.code(at.parse().unwrap()), code);
    }
}

#[test]
fn a_code_is_right_for_its_half_minute_and_its_neighbours() {
    let factor = factor();
    let code = factor.secret(KEY).unwrap().code(now());
    let is_right = |seconds| factor.step_of(KEY, &code, now() + TimeDelta::seconds(seconds)).is_some();
    assert!([-30, -1, 0, 29, 30, 59].into_iter().all(is_right));
    assert!(![-31, 60, 3600].into_iter().any(is_right));
    assert!(factor.step_of(KEY, &format!(" {} {} ", &code[..3], &code[3..]), now()).is_some(), "as apps show it");
    for wrong in ["", "12345", "abcdef", "１２３４５６", &format!("{code}0")] {
        assert!(factor.step_of(KEY, wrong, now()).is_none(), "{wrong}");
    }
}

#[test]
fn no_code_is_taken_that_is_not_newer_than_the_last() {
    let factor = factor();
    let code_at = |seconds| factor.secret(KEY).unwrap().code(now() + TimeDelta::seconds(seconds));
    let used = factor.step_of(KEY, &code_at(0), now());
    let after = SecondFactor { last_step: used, ..factor.clone() };
    assert!(after.step_of(KEY, &code_at(0), now()).is_none());
    assert!(after.step_of(KEY, &code_at(-30), now()).is_none());
    assert_eq!(after.step_of(KEY, &code_at(30), now()), used.map(|step| step + 1));
}

#[test]
fn a_secret_opens_with_its_own_key_for_its_own_account_only() {
    let factor = factor();
    assert!(factor.secret(KEY).is_some());
    assert!(factor.secret("another key, of which nothing else is known").is_none());
    assert!(SecondFactor { staff_id: StaffId::new(), ..factor.clone() }.secret(KEY).is_none());
    let mut changed = factor.sealed_secret.clone().into_bytes();
    let middle = changed.len() / 2;
    changed[middle] = if changed[middle] == b'A' { b'B' } else { b'A' };
    let changed = String::from_utf8(changed).unwrap();
    assert!(SecondFactor { sealed_secret: changed, ..factor.clone() }.secret(KEY).is_none());
    assert!(SecondFactor { sealed_secret: String::new(), ..factor.clone() }.secret(KEY).is_none());
    let plain = factor.secret(KEY).unwrap().typed().replace(' ', "");
    assert!(!factor.sealed_secret.contains(&plain));
}

#[test]
fn two_secrets_are_never_sealed_alike() {
    let id = StaffId::new();
    let secret = Secret([7; SECRET]);
    assert_ne!(secret.seal(KEY, &id), secret.seal(KEY, &id));
}

#[test]
fn an_app_is_told_whose_account_it_is_and_where() {
    let factor = factor();
    let secret = factor.secret(KEY).unwrap();
    let address = secret.address("Sund: i Eksempelby", "anna@example.org").unwrap();
    let key = secret.typed().replace(' ', "");
    assert_eq!(
        address,
        format!("otpauth://totp/Sund%20i%20Eksempelby:anna%40example.org?secret={key}&issuer=Sund%20i%20Eksempelby")
    );
    assert_eq!((key.len(), secret.typed().split(' ').count()), (32, 8));
}

#[test]
fn who_must_have_one_is_a_matter_of_the_settings() {
    use Role::{Admin, Consultant, Coordinator};
    let required = |policy: TotpPolicy| [Admin, Consultant, Coordinator].map(|role| policy.requires(role));
    assert_eq!(required(TotpPolicy::None), [false, false, false]);
    assert_eq!(required(TotpPolicy::default()), [true, false, false]);
    assert_eq!(required(TotpPolicy::All), [true, true, true]);
}

#[test]
fn codes_on_paper_differ_and_are_read_however_they_are_typed() {
    let codes: Vec<RecoveryCode> = (0..100).map(|_| RecoveryCode::random()).collect();
    for (place, code) in codes.iter().enumerate() {
        assert!(!codes[..place].contains(code));
        let written = code.written();
        assert_eq!((written.len(), written.matches('-').count()), (19, 3));
        for typed in [written.clone(), written.to_uppercase(), written.replace('-', " "), format!(" {written}\n")] {
            assert!(RecoveryCode::parse(&typed).as_ref() == Some(code), "{typed}");
        }
        assert!(RecoveryCode::parse(&written.replace('1', "l").replace('0', "O")).as_ref() == Some(code));
    }
    for wrong in ["", "123456", "0000-0000-0000-000u", "0000-0000-0000-00000"] {
        assert!(RecoveryCode::parse(wrong).is_none(), "{wrong}");
    }
}

proptest! {
    #[test]
    fn nothing_that_is_typed_breaks_a_check(text in "\\PC*") {
        let factor = factor();
        if factor.step_of(KEY, &text, now()).is_some() {
            let digits: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
            prop_assert!(digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit()));
        }
        if let Some(code) = RecoveryCode::parse(&text) {
            prop_assert!(RecoveryCode::parse(&code.written()) == Some(code));
        }
    }
}
