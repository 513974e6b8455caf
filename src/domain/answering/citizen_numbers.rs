//! CPR numbers in what leaders write: nothing about citizens belongs in answers, and a number is noticed before it is
//! stored rather than after.

/// Whether a text holds what looks like a CPR number: ten digits standing alone, a day, a month and a year first, as in
/// `010190-1234`, `0101901234` or `01 01 90 1234`. The control digit says nothing since 2007, so it is not looked at.
pub fn looks_like_cpr(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    (0..letters.len()).any(|start| {
        let is_inside = start > 0 && letters[start - 1].is_ascii_digit();
        !is_inside && is_number(&letters[start..])
    })
}

/// Whether a CPR number begins here.
fn is_number(letters: &[char]) -> bool {
    let mut digits = [0_u32; 10];
    let mut rest = letters;
    for (place, digit) in digits.iter_mut().enumerate() {
        // Between day, month, year and serial number something may stand.
        if matches!(place, 2 | 4 | 6) {
            rest = after_separator(rest);
        }
        let Some((value, after)) = rest.split_first().and_then(|(one, after)| Some((one.to_digit(10)?, after))) else {
            return false;
        };
        (*digit, rest) = (value, after);
    }
    let [day, month] = [digits[0] * 10 + digits[1], digits[2] * 10 + digits[3]];
    let is_alone = !rest.first().is_some_and(char::is_ascii_digit);
    is_alone && (1..=31).contains(&day) && (1..=12).contains(&month)
}

fn after_separator(letters: &[char]) -> &[char] {
    match letters.split_first() {
        Some((' ' | '.' | '-' | '/' | '\u{2010}'..='\u{2013}' | '\u{a0}', after)) => after,
        _ => letters,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_seen_however_it_is_written() {
        for text in
            ["010190-1234", "Fru H. (0101901234) skal", "01.01.90-1234", "31 12 05 4321", "cpr:311205\u{2013}4321."]
        {
            assert!(looks_like_cpr(text), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_left_alone() {
        for text in [
            "",
            "12 34 56 78",
            "+45 12 34 56 78",
            "010190",
            "01019012345",
            "1010190-1234",
            "320190-1234",
            "011390-1234",
            "sag 2024-010190",
            "1.000.000.000",
            "010190--1234",
        ] {
            assert!(!looks_like_cpr(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_is_seen_in_the_middle_of_a_text(day in 1..=31_u32, month in 1..=12_u32, rest in 0..1_000_000_u32) {
            let text = format!("om {day:02}{month:02}{:02}-{:04} herefter", rest / 10_000, rest % 10_000);
            prop_assert!(looks_like_cpr(&text));
        }
    }
}
