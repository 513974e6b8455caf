//! The form that pins what each package of a round is held against.

use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Choice, Field};
use super::way;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::Round;

/// The field of the questions without package; no package has such a key.
pub const WITHOUT_PACKAGE: &str = "*";

/// What a package may be held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageBaseline {
    /// Its index in the edition; none for the questions without package.
    pub package: Option<usize>,
    /// Keys of the earlier rounds that asked it, latest first.
    pub rounds: Vec<String>,
    /// Key of the round pinned.
    pub pinned: Option<String>,
}

/// The form, a list for each package.
pub fn baselines(frame: &Frame, (round, edition): (&Round, &Edition), packages: &[PackageBaseline]) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "rounds-baselines-heading", key = round.key.as_str());
    let earliest = tr!(language, "rounds-baselines-earliest");
    let field = |one: &PackageBaseline| {
        let package = one.package.map(|index| &edition.packages[index]);
        let without = tr!(language, "rounds-baselines-without");
        let label = package.map_or(without.as_str(), |package| package.title.in_language(language));
        let name = package.map_or(WITHOUT_PACKAGE, |package| package.key.as_str());
        let mut choices = vec![Choice { value: "", label: &earliest, hint: None, chosen: one.pinned.is_none() }];
        choices.extend(one.rounds.iter().map(|key| {
            let chosen = one.pinned.as_ref() == Some(key);
            Choice { value: key, label: key, hint: None, chosen }
        }));
        ui::select(&Field { name, label, ..Field::default() }, &choices)
    };
    let main = html! {
        (way(round, &heading, language))
        (ui::page_heading_with_lead(&heading, html! { (tr!(language, "rounds-baselines-lead")) }))
        (ui::form(&format!("/rounds/{}/baselines", round.key), html! {
            @for one in packages { (field(one)) }
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "rounds-baselines-button"))))
        }))
    };
    shell::page(frame, &heading, main)
}
