//! The form that says what of the log is looked for.

use maud::{Markup, html};
use serde::Deserialize;
use url::form_urlencoded;

use super::deeds::{DEEDS, kind_name};
use crate::domain::Language;
use crate::domain::access::audit::ActorKind;
use crate::domain::base::names;
use crate::views::ui::{self, Button, Field, FieldError, Input, NavItem};

/// What was typed, as it was typed; also the query of the page's address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The word of an `ActorKind`.
    pub actor: String,
    /// An account's address.
    pub email: String,
    /// A kind of object.
    pub kind: String,
    /// An object's id, a round's key or an account's address.
    pub id: String,
    /// A verb and a kind of object with a space between them.
    pub deed: String,
    /// First day, as 2026-09-01.
    pub from: String,
    /// Last day, the same.
    pub to: String,
    /// Only entries older than the one with this id.
    pub before: String,
}

impl Typed {
    /// What is typed as the query of an address.
    pub fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let fields = [
            ("actor", &self.actor),
            ("email", &self.email),
            ("kind", &self.kind),
            ("id", &self.id),
            ("deed", &self.deed),
            ("from", &self.from),
            ("to", &self.to),
            ("before", &self.before),
        ];
        query.extend_pairs(fields.into_iter().filter(|(_, value)| !value.is_empty()));
        query.finish()
    }
}

/// What is wrong with what is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistake {
    /// The first day can't be read.
    From,
    /// The last day can't be read.
    To,
    /// No account has the address.
    Email,
}

impl Mistake {
    fn field(self) -> &'static str {
        match self {
            Mistake::From => "from",
            Mistake::To => "to",
            Mistake::Email => "email",
        }
    }

    fn text(self, language: Language) -> String {
        match self {
            Mistake::From | Mistake::To => tr!(language, "audit-mistake-day"),
            Mistake::Email => tr!(language, "audit-mistake-email"),
        }
    }
}

/// What is wrong, above the page; nothing where nothing is.
pub(super) fn summary(mistakes: &[Mistake], language: Language) -> Markup {
    if mistakes.is_empty() {
        return html! {};
    }
    let links: Vec<(String, String)> =
        mistakes.iter().map(|one| (format!("#{}", one.field()), one.text(language))).collect();
    let links: Vec<NavItem> = links.iter().map(|(href, text)| NavItem { href, text }).collect();
    ui::error_summary(&tr!(language, "word-error"), &tr!(language, "audit-mistakes"), &links)
}

/// The form. It gets, so that what it finds has an address.
pub(super) fn form(typed: &Typed, mistakes: &[Mistake], language: Language) -> Markup {
    let word = tr!(language, "word-error");
    let text = |name: &str, label: String, input: Input| {
        let found = mistakes.iter().find(|one| one.field() == name).map(|one| one.text(language));
        let error = found.as_deref().map(|text| FieldError { word: &word, text });
        ui::text_input(&Field { name, label: &label, error, ..Field::default() }, &input)
    };
    let value = |value| Input { value, ..Input::default() };
    let day = |value| Input { kind: "date", value, ..Input::default() };
    ui::get_form(
        "/audit",
        html! {
            (ui::select_of(("actor", &typed.actor), (&tr!(language, "audit-who"), None), &actors(language)))
            (text("email", tr!(language, "audit-email"), value(&typed.email)))
            (ui::select_of(("deed", &typed.deed), (&tr!(language, "audit-what"), None), &deeds(language)))
            (ui::select_of(("kind", &typed.kind), (&tr!(language, "audit-kind"), None), &kinds(language)))
            (text("id", tr!(language, "audit-object"), value(&typed.id)))
            (text("from", tr!(language, "audit-from"), day(&typed.from)))
            (text("to", tr!(language, "audit-to"), day(&typed.to)))
            (ui::submit(Button::Secondary, &tr!(language, "audit-show")))
        },
    )
}

fn actors(language: Language) -> Vec<(String, String)> {
    let said = |kind: &ActorKind| match kind {
        ActorKind::Staff => tr!(language, "audit-actors-staff"),
        ActorKind::Link => tr!(language, "audit-actors-link"),
        ActorKind::Visitor => tr!(language, "audit-actor-visitor"),
        ActorKind::Clock => tr!(language, "audit-actor-clock"),
        ActorKind::CommandLine => tr!(language, "audit-actor-command-line"),
    };
    let all = (String::new(), tr!(language, "audit-all-actors"));
    std::iter::once(all).chain(ActorKind::ALL.iter().map(|kind| (kind.to_string(), said(kind)))).collect()
}

fn deeds(language: Language) -> Vec<(String, String)> {
    let deeds = DEEDS.iter().map(|deed| (format!("{} {}", deed.verb, deed.object), deed.sentence(language, "")));
    sorted(tr!(language, "audit-all-deeds"), deeds.collect())
}

fn kinds(language: Language) -> Vec<(String, String)> {
    let mut kinds: Vec<&str> = DEEDS.iter().map(|deed| deed.object).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let named = kinds.iter().filter_map(|kind| Some(((*kind).to_owned(), kind_name(kind, language)?)));
    sorted(tr!(language, "audit-all-kinds"), named.collect())
}

/// Choices by what is read, under one for all of them.
fn sorted(all: String, mut choices: Vec<(String, String)>) -> Vec<(String, String)> {
    choices.sort_by(|(_, left), (_, right)| names::compare(left, right));
    choices.insert(0, (String::new(), all));
    choices
}
