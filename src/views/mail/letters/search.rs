//! The form that says which letters are looked for.

use maud::{Markup, html};
use serde::Deserialize;
use url::form_urlencoded;

use super::{Ledger, kind_name};
use crate::domain::Language;
use crate::domain::base::municipalities;
use crate::domain::mail::letters::LetterKind;
use crate::views::ui::{self, Button, Field, Input};

/// What is looked for, as the address of the ledger says it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Key of a round.
    pub round: String,
    /// Code of a municipality.
    pub municipality: String,
    /// Word of a kind of letter.
    pub kind: String,
    /// Words.
    pub q: String,
    /// Word of a state.
    pub state: String,
    /// The page, from 1.
    pub page: Option<usize>,
}

impl Asked {
    /// The address that looks for it.
    pub fn address(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let fields = [
            ("round", &self.round),
            ("municipality", &self.municipality),
            ("kind", &self.kind),
            ("q", &self.q),
            ("state", &self.state),
        ];
        query.extend_pairs(fields.into_iter().filter(|(_, value)| !value.is_empty()));
        match query.finish() {
            query if query.is_empty() => "/letters".to_owned(),
            query => format!("/letters?{query}"),
        }
    }

    /// Whether anything is looked for but letters in one state.
    pub(super) fn is_anything(&self) -> bool {
        [&self.round, &self.municipality, &self.kind, &self.q].iter().any(|field| !field.is_empty())
    }
}

/// The form.
pub(super) fn form(shown: &Ledger, language: Language) -> Markup {
    let asked = &shown.asked;
    let all = tr!(language, "letters-search-all");
    let all = Some(all.as_str());
    let rounds: Vec<(&str, String)> =
        shown.rounds.iter().map(|key| (key.as_str(), tr!(language, "rounds-heading", key = key.as_str()))).collect();
    let municipalities: Vec<(&str, String)> =
        municipalities::by_name().into_iter().map(|one| (one.code, one.name.to_owned())).collect();
    let kinds: Vec<(&str, String)> =
        LetterKind::ALL.iter().map(|kind| (kind.as_str(), kind_name(*kind, language))).collect();
    ui::get_form(
        "/letters",
        html! {
            @if !asked.state.is_empty() { (ui::hidden("state", &asked.state)) }
            (ui::text_input(
                &Field { name: "q", label: &tr!(language, "letters-search-text"), ..Field::default() },
                &Input { value: &asked.q, ..Input::default() },
            ))
            (ui::select_of(("round", &asked.round), (&tr!(language, "letters-search-round"), all), &rounds))
            (ui::select_of(
                ("municipality", &asked.municipality),
                (&tr!(language, "letters-search-municipality"), all),
                &municipalities,
            ))
            (ui::select_of(("kind", &asked.kind), (&tr!(language, "letters-kind"), all), &kinds))
            (ui::submit(Button::Secondary, &tr!(language, "letters-search")))
        },
    )
}
