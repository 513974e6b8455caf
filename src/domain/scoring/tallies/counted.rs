//! The counts of a closed round as they are stored: one compact text per area of a municipality.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{CoveredArea, MunicipalityTallies, ResponseTallies};
use crate::domain::catalogue::Edition;
use crate::domain::rounds::{Round, RoundId};
use crate::domain::{Area, MunicipalityCode};
use crate::schema::counts;

id! {
    /// One counting of a round; a new one is another version.
    CountVersion
}

/// What the posts of one municipality chose in one area of a round.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable, diesel::Selectable, diesel::Insertable)]
#[diesel(table_name = counts)]
pub struct CountedArea {
    /// The round.
    pub round_id: RoundId,
    /// The municipality.
    pub municipality_code: MunicipalityCode,
    /// The area.
    pub area: Area,
    /// Posts that cover it.
    pub sections: i32,
    /// Those of them that handed it in.
    pub returned: i32,
    /// How often each option was chosen, as [`encode`] writes it.
    pub chosen: String,
}

impl ResponseTallies {
    /// The same from stored counts; none where they are not counts of this round.
    pub fn from_counts(
        edition: Arc<Edition>,
        round: &Round,
        counted: impl IntoIterator<Item = CountedArea>,
    ) -> Option<ResponseTallies> {
        let mut tallies = ResponseTallies::empty(edition, round);
        let areas = &tallies.areas;
        let mut tables: BTreeMap<MunicipalityCode, Vec<Option<CoveredArea>>> = BTreeMap::new();
        for one in counted {
            let index = areas.iter().position(|asked| asked.area == one.area)?;
            let table = tables.entry(one.municipality_code).or_insert_with(|| vec![None; areas.len()]);
            table[index] = Some(CoveredArea {
                area: index,
                sections: usize::try_from(one.sections).ok()?,
                returned: usize::try_from(one.returned).ok()?,
                counts: decode(&one.chosen, areas[index].width)?,
            });
        }
        tallies.fill(tables);
        Some(tallies)
    }

    /// The counts as they are stored. A population has no section where nothing is asked, so every
    /// municipality has a row.
    pub fn to_counts(&self, round: &RoundId) -> Vec<CountedArea> {
        let row = |one: &MunicipalityTallies, covered: &CoveredArea| CountedArea {
            round_id: round.clone(),
            municipality_code: one.municipality.clone(),
            area: self.areas[covered.area].area,
            sections: i32::try_from(covered.sections).unwrap_or(i32::MAX),
            returned: i32::try_from(covered.returned).unwrap_or(i32::MAX),
            chosen: encode(&covered.counts),
        };
        self.municipalities.iter().flat_map(|one| one.areas.iter().map(move |covered| row(one, covered))).collect()
    }
}

/// Counts as text: a base-36 digit each, or from 36 upwards the decimal number in parentheses.
/// Six posts make a digit; a reader can check it by eye.
pub fn encode(counts: &[u16]) -> String {
    let mut text = String::with_capacity(counts.len());
    for &count in counts {
        match char::from_digit(u32::from(count), 36) {
            Some(digit) => text.push(digit),
            None => text.push_str(&format!("({count})")),
        }
    }
    text
}

/// The counts of a text; none where it does not hold exactly `width` of them.
pub fn decode(text: &str, width: usize) -> Option<Vec<u16>> {
    let mut counts = Vec::with_capacity(width);
    let mut rest = text.as_bytes();
    while let Some((&mark, after)) = rest.split_first() {
        let count = match mark {
            b'0'..=b'9' => u16::from(mark - b'0'),
            b'a'..=b'z' => u16::from(mark - b'a') + 10,
            b'(' => {
                let end = after.iter().position(|byte| *byte == b')')?;
                let (number, beyond) = after.split_at(end);
                rest = &beyond[1..];
                counts.push(std::str::from_utf8(number).ok()?.parse().ok()?);
                continue;
            }
            _ => return None,
        };
        counts.push(count);
        rest = after;
    }
    (counts.len() == width).then_some(counts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{decode, encode};

    #[test]
    fn small_counts_are_one_character_and_large_ones_stand_in_parentheses() {
        assert_eq!(encode(&[0, 9, 10, 35, 36, u16::MAX]), "09az(36)(65535)");
    }

    #[test]
    fn text_that_is_not_exactly_so_many_counts_is_none() {
        for text in ["", "12", "1234", "12-", "12A", "1(2", "12(", "12()", "12(x)", "12(65536)", "12æ"] {
            assert_eq!(decode(text, 3), None, "{text}");
        }
        assert_eq!(decode("12(3)", 3), Some(vec![1, 2, 3]));
    }

    proptest! {
        #[test]
        fn counts_are_read_back_as_they_were_written(counts in prop::collection::vec(prop_oneof![0..7_u16, any::<u16>()], 0..60)) {
            prop_assert_eq!(decode(&encode(&counts), counts.len()), Some(counts));
        }
    }
}
