//! What a programme aims at, on its page.

use maud::{Markup, html};

use crate::domain::Language;
use crate::domain::catalogue::{Edition, Label};
use crate::domain::rounds::aims::Aim;

/// What a programme aims at in a line of its page; the edition tells what its level is called.
pub fn aim_in_brief(aim: Option<&Aim>, edition: Option<&Edition>, language: Language) -> Markup {
    let Some(aim) = aim else { return html! { (tr!(language, "aims-none")) } };
    let labels = edition.map_or(&[] as &[Label], |edition| edition.levels.as_slice());
    let name = aim.name();
    html! {
        (tr!(language, "aims-brief", name = name.in_language(language), score = i32::from(aim.score()))) ", "
        @match aim.level() {
            None => { (tr!(language, "aims-of-every")) }
            Some(level) => {
                (tr!(language, "aims-of-level", level = Edition::label_of(labels, level, language)))
            }
        }
    }
}
