//! The questions of a section as whoever is asked sees them, for those who look at them before they are asked. They
//! stand in no form, so one may try every option and nothing is sent.

use maud::{Markup, html};

use super::placing::{Around, one};
use super::repeated::Repeated;
use super::{AllPrevious, Unsaved};
use crate::domain::answering::respondents::Respondent;
use crate::domain::answering::section_progress::SectionProgress;

/// The questions of a section with nothing answered.
pub fn preview(respondent: &Respondent, progress: &SectionProgress) -> Markup {
    let (previous, unsaved) = (AllPrevious::new(), Unsaved::default());
    let around = Around { repeated: Repeated::of(respondent), previous: &previous, unsaved: &unsaved };
    html! {
        @for index in 0..progress.questions.len() { (one(respondent, (std::slice::from_ref(progress), 0), &around, index)) }
        (around.repeated.templates(respondent, progress))
    }
}
