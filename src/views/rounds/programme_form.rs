//! The form that makes a programme or decides anew about one.

use chrono::NaiveDate;
use maud::{Markup, html};

use super::super::shell::{self, Frame};
use super::super::ui::{self, Button, Choice, Field, FieldError, Input, Level, NavItem, Slots};
use super::form::{Mistake, rule_choices};
use super::programmes::way;
use crate::domain::Language;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::programmes::Programme;
use crate::texts;

/// What was typed into the form, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedProgramme {
    /// The key, where the programme is new.
    pub key: String,
    /// The Danish title.
    pub title_da: String,
    /// The English title.
    pub title_en: String,
    /// Key of the edition; empty for the newest.
    pub edition: String,
    /// Keys of the packages ticked; none means all.
    pub packages: Vec<String>,
    /// The word of the rule.
    pub rule: String,
    /// Least coverage in per cent.
    pub coverage: String,
    /// Day of the month on which a round opens.
    pub opens_day: String,
    /// Month in which it opens, from 1.
    pub opens_month: String,
    /// `weeks` or `day`: what its end follows from.
    pub closes: String,
    /// How many weeks it is open.
    pub weeks: String,
    /// Day of the month on which it closes.
    pub closes_day: String,
    /// Month in which it closes, from 1.
    pub closes_month: String,
    /// How many days before its opening it is drafted; empty for never.
    pub draft_days: String,
    /// `yes` where a drafted round opens by itself.
    pub opens_itself: String,
    /// How many days before opening it is announced; empty for never.
    pub announcement: String,
    /// How many days after opening reminders go, separated by commas.
    pub reminders: String,
    /// How many days before the deadline the last reminder goes; empty for none.
    pub last_reminder: String,
    /// `no` where nobody gets a letter with the result.
    pub result: String,
}

/// The form of a new programme.
pub fn new_programme(frame: &Frame, editions: &[&Edition], typed: &TypedProgramme, mistakes: &[Mistake]) -> Markup {
    let heading = tr!(frame.language, "programmes-new-heading");
    page(frame, (&heading, "/programmes"), editions, (typed, mistakes))
}

/// The form of a programme that there is.
pub fn programme_settings(
    frame: &Frame,
    (programme, editions): (&Programme, &[&Edition]),
    typed: &TypedProgramme,
    mistakes: &[Mistake],
) -> Markup {
    let language = frame.language;
    let heading = tr!(language, "programmes-settings-heading", title = programme.title(language));
    page(frame, (&heading, &format!("/programmes/{}/settings", programme.key)), editions, (typed, mistakes))
}

fn page(
    frame: &Frame,
    (heading, action): (&str, &str),
    editions: &[&Edition],
    (typed, mistakes): (&TypedProgramme, &[Mistake]),
) -> Markup {
    let language = frame.language;
    let word = tr!(language, "word-error");
    let addresses: Vec<String> = mistakes.iter().map(|mistake| format!("#{}", mistake.field)).collect();
    let errors: Vec<NavItem> =
        addresses.iter().zip(mistakes).map(|(href, mistake)| NavItem { href, text: &mistake.text }).collect();
    let fields = Fields { typed, mistakes, word: &word, language };
    let main = html! {
        @if !errors.is_empty() { (ui::error_summary(&word, &tr!(language, "programmes-mistakes"), &errors)) }
        (way(heading, language))
        (ui::page_heading_with_lead(heading, html! { (tr!(language, "programmes-form-lead")) }))
        (ui::form(action, html! {
            @if action == "/programmes" { (fields.text("key", &tr!(language, "programmes-field-key"), Some(&tr!(language, "programmes-field-key-hint")), &typed.key)) }
            (fields.text("title_da", &tr!(language, "programmes-field-title-da"), None, &typed.title_da))
            (fields.text("title_en", &tr!(language, "programmes-field-title-en"), None, &typed.title_en))
            (fields.asked(editions))
            (fields.dates())
            (fields.drafting())
            (fields.letters())
            (ui::button_group(ui::submit(Button::Primary, &tr!(language, "programmes-save"))))
        }))
    };
    let title = if mistakes.is_empty() { heading.to_owned() } else { format!("{word}: {heading}") };
    shell::page(frame, &title, main)
}

/// What every field of the form looks at.
struct Fields<'a> {
    typed: &'a TypedProgramme,
    mistakes: &'a [Mistake],
    /// The word for error.
    word: &'a str,
    language: Language,
}

impl Fields<'_> {
    fn field<'a>(&'a self, name: &'a str, label: &'a str, hint: Option<&'a str>) -> Field<'a> {
        let mistake = self.mistakes.iter().find(|one| one.field == name);
        let error = mistake.map(|one| FieldError { word: self.word, text: &one.text });
        Field { name, label, hint, error, ..Field::default() }
    }

    fn text(&self, name: &str, label: &str, hint: Option<&str>, value: &str) -> Markup {
        ui::text_input(&self.field(name, label, hint), &Input { value, ..Input::default() })
    }

    /// What the rounds ask, and how they are counted.
    fn asked(&self, editions: &[&Edition]) -> Markup {
        let (typed, language) = (self.typed, self.language);
        let newest = tr!(language, "programmes-newest");
        let titles: Vec<String> =
            editions.iter().map(|one| format!("{} ({})", one.title.in_language(language), one.key)).collect();
        let mut choices = vec![Choice { value: "", label: &newest, hint: None, chosen: typed.edition.is_empty() }];
        choices.extend(editions.iter().zip(&titles).map(|(one, label)| Choice {
            value: &one.key,
            label,
            hint: None,
            chosen: one.key == typed.edition,
        }));
        let packages = super::form::package_choices(editions, &typed.packages, language);
        let rules = rule_choices(&typed.rule, language);
        let rules: Vec<Choice> =
            rules.iter().map(|(value, label, chosen)| Choice { value, label, hint: None, chosen: *chosen }).collect();
        html! {
            (ui::heading(Level::Two, "asked", &tr!(language, "programmes-asked")))
            (ui::select(&self.field("edition", &tr!(language, "rounds-edition"), None), &choices))
            (ui::checkboxes(
                &self.field("packages", &tr!(language, "rounds-packages"), Some(&tr!(language, "rounds-field-packages-hint"))),
                &packages,
                &Slots::default(),
            ))
            (ui::radios(
                &self.field("rule", &tr!(language, "rounds-rule"), Some(&tr!(language, "rounds-field-rule-hint"))),
                &rules,
                &Slots::default(),
            ))
            (self.text(
                "coverage",
                &tr!(language, "rounds-field-coverage"),
                Some(&tr!(language, "rounds-field-coverage-hint")),
                &typed.coverage,
            ))
        }
    }

    /// When a round opens and closes.
    fn dates(&self) -> Markup {
        let (typed, language) = (self.typed, self.language);
        let (weeks, day) = (tr!(language, "programmes-closes-weeks"), tr!(language, "programmes-closes-day"));
        let ends = [("weeks", &weeks), ("day", &day)].map(|(value, label)| Choice {
            value,
            label,
            hint: None,
            chosen: value == typed.closes,
        });
        html! {
            (ui::heading(Level::Two, "dates", &tr!(language, "programmes-dates")))
            p { (tr!(language, "programmes-dates-lead")) }
            (self.text("opens_day", &tr!(language, "programmes-field-opens-day"), None, &typed.opens_day))
            (self.month("opens_month", &tr!(language, "programmes-field-opens-month"), &typed.opens_month))
            (ui::radios(&self.field("closes", &tr!(language, "programmes-field-closes"), None), &ends, &Slots::default()))
            (ui::shown_when(("closes", "weeks"), self.text("weeks", &tr!(language, "programmes-field-weeks"), None, &typed.weeks)))
            (ui::shown_when(("closes", "day"), html! {
                (self.text("closes_day", &tr!(language, "programmes-field-closes-day"), None, &typed.closes_day))
                (self.month("closes_month", &tr!(language, "programmes-field-closes-month"), &typed.closes_month))
            }))
        }
    }

    fn month(&self, name: &str, label: &str, chosen: &str) -> Markup {
        let months: Vec<(String, &str)> = (1..=12)
            .filter_map(|month| NaiveDate::from_ymd_opt(2000, month, 1).map(|day| (month.to_string(), day)))
            .map(|(number, day)| (number, texts::month(day, self.language)))
            .collect();
        let choices: Vec<Choice> = months
            .iter()
            .map(|(number, name)| Choice { value: number, label: name, hint: None, chosen: number == chosen })
            .collect();
        ui::select(&self.field(name, label, None), &choices)
    }

    /// How a round comes about.
    fn drafting(&self) -> Markup {
        let (typed, language) = (self.typed, self.language);
        let (click, itself) = (tr!(language, "programmes-opens-on-click"), tr!(language, "programmes-opens-itself"));
        let ways = [("no", &click), ("yes", &itself)].map(|(value, label)| Choice {
            value,
            label,
            hint: None,
            chosen: value == typed.opens_itself,
        });
        html! {
            (ui::heading(Level::Two, "drafting", &tr!(language, "programmes-drafting")))
            (self.text(
                "draft_days",
                &tr!(language, "programmes-field-draft-days"),
                Some(&tr!(language, "programmes-field-draft-days-hint")),
                &typed.draft_days,
            ))
            (ui::radios(
                &self.field("opens_itself", &tr!(language, "programmes-opening"), None),
                &ways,
                &Slots::default(),
            ))
        }
    }

    /// When letters go out.
    fn letters(&self) -> Markup {
        let (typed, language) = (self.typed, self.language);
        let (sent, unsent) = (tr!(language, "programmes-result-sent"), tr!(language, "programmes-result-unsent"));
        let results = [("yes", &sent, true), ("no", &unsent, false)].map(|(value, label, is_sent)| Choice {
            value,
            label,
            hint: None,
            chosen: is_sent == (typed.result != "no"),
        });
        html! {
            (ui::heading(Level::Two, "letters", &tr!(language, "programmes-letters")))
            p { (tr!(language, "programmes-letters-lead")) }
            (self.text(
                "announcement",
                &tr!(language, "programmes-field-announcement"),
                Some(&tr!(language, "programmes-field-announcement-hint")),
                &typed.announcement,
            ))
            (self.text(
                "reminders",
                &tr!(language, "programmes-field-reminders"),
                Some(&tr!(language, "programmes-field-reminders-hint")),
                &typed.reminders,
            ))
            (self.text(
                "last_reminder",
                &tr!(language, "programmes-field-last"),
                Some(&tr!(language, "programmes-field-last-hint")),
                &typed.last_reminder,
            ))
            (ui::radios(
                &self.field(
                    "result",
                    &tr!(language, "programmes-field-result"),
                    Some(&tr!(language, "programmes-field-result-hint")),
                ),
                &results,
                &Slots::default(),
            ))
        }
    }
}
