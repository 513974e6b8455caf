//! E-mail addresses: one narrow rule for everybody's, because an address ends up in a mail header.

/// Most characters of an address (RFC 5321 §4.5.3.1.3, without the brackets).
pub const LONGEST: usize = 254;
/// Most characters before the @ and in one part of a domain.
const LONGEST_LOCAL: usize = 64;
const LONGEST_LABEL: usize = 63;

/// What an address may not begin with: a quotation left it there, a spreadsheet takes it for a formula, or a
/// command line for an option.
const NO_BEGINNING: [char; 4] = ['\'', '=', '-', '+'];

/// Whether a text is a plain address such as `leder@example.org`: one @, plain ASCII without spaces,
/// line breaks, quotes, brackets or commas, and a domain with a dot. An apostrophe is taken inside a
/// name (`o'hara@`) but not before it.
pub fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let is_local = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_{|}~".contains(&byte))
    };
    let is_label = |part: &str| {
        !part.is_empty()
            && part.len() <= LONGEST_LABEL
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.len() <= LONGEST
        && local.len() <= LONGEST_LOCAL
        && !local.starts_with(NO_BEGINNING)
        && local.split('.').all(is_local)
        && domain.contains('.')
        && domain.split('.').all(is_label)
}

/// Whether two addresses are one mailbox. An empty one is nobody's, so it is the same as no other.
pub fn is_same_mailbox(one: &str, other: &str) -> bool {
    !one.is_empty() && one.eq_ignore_ascii_case(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_addresses_are_taken_and_odd_ones_refused() {
        for good in ["a@example.org", "a.b-c_d+e@sub.example.org", "1@xn--rsum-bpad.example.org", "o'hara@example.org"]
        {
            assert!(is_address(good), "{good}");
        }
        let long = format!("{}@example.org", "a".repeat(65));
        for bad in [
            "",
            "a",
            "a@",
            "@example.org",
            "a@b",
            "a@@example.org",
            "a@b@example.org",
            "a b@example.org",
            "a@example.org ",
            "a@example..org",
            ".a@example.org",
            "a..b@example.org",
            "a@-example.org",
            "\"a\"@example.org",
            "<a@example.org>",
            "a,b@example.org",
            "a@example.org,b@example.org",
            "a@example.org\r\nBcc: b@example.org",
            "a@example.org\n",
            "a\0@example.org",
            "a\u{7f}@example.org",
            "a\u{2028}@example.org",
            "a@localhost",
            "'a@example.org",
            "=a@example.org",
            "-a@example.org",
            "+a@example.org",
            "'a@example.org'",
            "æ@example.org",
            "a@æ.org",
            "a@example.org.",
            &long,
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_can_be_mailed(text in "[a-z.@+_!#=?~'-]{1,6}@[a-z.-]{1,6}\\.[a-z]{2,3}") {
            if is_address(&text) {
                prop_assert!(text.parse::<lettre::Address>().is_ok(), "{}", text);
            }
        }
    }
}
