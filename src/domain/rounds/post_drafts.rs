//! A post as somebody typed it on a page.

use chrono::NaiveDate;

use super::directory::{Areas, is_near};
use crate::domain::Area;
use crate::domain::base::days::written_day;
use crate::domain::base::import_errors::has_control_characters;
use crate::domain::base::refusals::Refusal;

/// Most characters of a title or of a department's name; as in a file.
const TEXT_LIMIT: usize = 200;

/// Title, department and areas of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostDraft {
    /// Its title.
    pub title: String,
    /// The name of its department.
    pub department: String,
    /// The areas it covers; at least one.
    pub areas: Areas,
}

/// What is wrong with a post.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PostFaults {
    /// The title.
    pub title: Option<Refusal>,
    /// The department.
    pub department: Option<Refusal>,
    /// The areas.
    pub areas: Option<Refusal>,
}

impl PostDraft {
    /// A post as somebody wrote it, with single spaces as a file is read.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(title: &str, department: &str, areas: &[Area]) -> Result<PostDraft, PostFaults> {
        let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (title, department) = (tidy(title), tidy(department));
        let is_text =
            |text: &str| !text.is_empty() && text.chars().count() <= TEXT_LIMIT && !has_control_characters(text);
        let faults = PostFaults {
            title: (!is_text(&title)).then_some(Refusal::BadPostTitle),
            department: (!is_text(&department)).then_some(Refusal::BadDepartment),
            areas: areas.is_empty().then_some(Refusal::NoAreas),
        };
        if faults != PostFaults::default() {
            return Err(faults);
        }
        Ok(PostDraft { title, department, areas: Areas::new(areas) })
    }
}

/// The day from which a new holder has a post, as somebody wrote it; none where that is from now on.
///
/// # Errors
/// `Refusal::BadFromDay` for what is no day or lies too far ahead.
pub fn from_day(text: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Refusal> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let day = written_day(text.trim()).filter(|day| is_near(*day, today)).ok_or(Refusal::BadFromDay)?;
    Ok((day > today).then_some(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_needs_title_department_and_areas() {
        let faults = PostDraft::parse(" ", "C\u{7}", &[]).unwrap_err();
        assert_eq!(
            (faults.title, faults.department, faults.areas),
            (Some(Refusal::BadPostTitle), Some(Refusal::BadDepartment), Some(Refusal::NoAreas))
        );
        let post = PostDraft::parse(" Chef  for skoler ", "Center", &[Area::Schools]).unwrap();
        assert_eq!((post.title.as_str(), post.areas.as_str()), ("Chef for skoler", "skole"));
        assert!(PostDraft::parse(&"å".repeat(200), "C", &[Area::Schools]).is_ok());
        assert!(PostDraft::parse(&"å".repeat(201), "C", &[Area::Schools]).is_err());
    }

    #[test]
    fn only_a_later_day_is_waited_for() {
        let today = written_day("2026-11-28").unwrap();
        assert_eq!(from_day(" ", today), Ok(None));
        assert_eq!(from_day("2026-11-28", today), Ok(None));
        assert_eq!(from_day("2026-11-29", today), Ok(written_day("2026-11-29")));
        assert_eq!(
            (from_day("i morgen", today), from_day("2028-01-01", today)),
            (Err(Refusal::BadFromDay), Err(Refusal::BadFromDay))
        );
    }
}
