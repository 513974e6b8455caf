//! From the fields of a form to what is written about a thing, or to what is wrong with it.

use super::forms;
use crate::domain::base::days::written_day;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::drafts::{
    Content, Facts, Item, ItemKind, OptionContent, PackageContent, Place, QuestionContent, RecommendationContent,
};
use crate::domain::catalogue::shapes::{LONGEST_TEXT, is_too_long, one_line};
use crate::domain::catalogue::sources::Source;
use crate::domain::catalogue::{AreaLabel, Edition, Label, Measure, OptionHelp, Worth};
use crate::domain::{Area, Language, Text};
use crate::views::catalogue::drafts::{Mistake, Typed};
use crate::views::refusals::describe;

/// What was typed about a thing of a kind.
///
/// # Errors
/// Every field that can't be read, and every text that is too long.
pub(super) fn content(
    edition: &Edition,
    kind: ItemKind,
    typed: &Typed,
    language: Language,
) -> Result<Content, Vec<Mistake>> {
    let mut reading = Reading { edition, typed, language, mistakes: Vec::new() };
    reading.lengths();
    let content = reading.content(kind);
    match content {
        Some(content) if reading.mistakes.is_empty() => Ok(content),
        _ => Err(reading.mistakes),
    }
}

struct Reading<'a> {
    edition: &'a Edition,
    typed: &'a Typed,
    language: Language,
    mistakes: Vec<Mistake>,
}

impl Reading<'_> {
    fn note(&mut self, field: &str, text: String) {
        self.mistakes.push(Mistake { field: field.to_owned(), text });
    }

    fn lengths(&mut self) {
        let typed = self.typed;
        for (name, _) in typed.0.iter().filter(|(_, value)| is_too_long(&one_line(value))) {
            self.note(name, describe(&Refusal::TextTooLong(LONGEST_TEXT), self.language));
        }
    }

    fn content(&mut self, kind: ItemKind) -> Option<Content> {
        let typed = self.typed;
        Some(match kind {
            ItemKind::Facts => Content::Facts(Facts {
                title: self.text("title"),
                published_on: self.day("published_on"),
                reason: self.edition.correction.is_some().then(|| self.text("correction")),
                source: self.source(),
            }),
            ItemKind::Areas => Content::Areas(self.areas()),
            ItemKind::Package => Content::Package(PackageContent {
                key: self.line("key"),
                title: self.text("title"),
                link: Some(self.line("link")),
                source: self.source(),
            }),
            ItemKind::Recommendation => Content::Recommendation(RecommendationContent {
                package: self.line("package"),
                key: self.line("key"),
                title: self.text("title"),
                category: self.line("category"),
                level: Some(self.line("level")),
                central: typed.has("central", "yes"),
                source: self.source(),
            }),
            ItemKind::Question => Content::Question(Box::new(self.question()?)),
            ItemKind::Scale => Content::Scale(self.label()),
            ItemKind::Option => Content::Option(OptionContent {
                scale: self.line("scale"),
                key: self.line("key"),
                label: self.text("label"),
                worth: self.worth()?,
                reason_required: typed.has("reason", "yes"),
            }),
            ItemKind::Category => Content::Category(self.label()),
            ItemKind::Level => Content::Level(self.label()),
            ItemKind::Area | ItemKind::KeyQuestion | ItemKind::Crosswalk => return None,
        })
    }

    fn line(&self, name: &str) -> String {
        one_line(self.typed.text(name))
    }

    fn optional(&self, name: &str) -> Option<String> {
        Some(self.line(name)).filter(|line| !line.is_empty())
    }

    fn text(&self, name: &str) -> Text {
        Text { da: self.line(name), en: self.optional(&format!("{name}_en")) }
    }

    fn label(&self) -> Label {
        Label { key: self.line("key"), label: self.text("label") }
    }

    fn source(&self) -> Source {
        Source::written(self.typed.text("status").parse().ok(), self.optional("source"), self.optional("source_en"))
    }

    fn day(&mut self, name: &str) -> Option<chrono::NaiveDate> {
        let typed = self.typed.text(name).trim();
        let day = written_day(typed);
        if day.is_none() && !typed.is_empty() {
            self.note(name, tr!(self.language, "draft-mistake-day"));
        }
        day
    }

    /// The areas that are ticked, in the order of the form. One without a name gets its usual one.
    fn areas(&self) -> Vec<AreaLabel> {
        let ticked = self.typed.0.iter().filter(|(_, value)| value == "yes");
        let areas = ticked.filter_map(|(name, _)| name.strip_prefix("area-")?.parse::<Area>().ok());
        areas
            .map(|area| {
                let (da, en) = (self.optional(&format!("label-{area}")), self.optional(&format!("label_en-{area}")));
                let label = da.map_or_else(|| area.text(), |da| Text { da, en });
                AreaLabel { area, label }
            })
            .collect()
    }

    fn question(&mut self) -> Option<QuestionContent> {
        let typed = self.typed;
        let measure = typed.text("measure").parse::<Measure>();
        if measure.is_err() {
            self.note("measure", tr!(self.language, "draft-mistake-measure"));
        }
        let scale = self.line("scale");
        if self.edition.find_scale(&scale).is_none() {
            self.note("scale", tr!(self.language, "draft-mistake-scale"));
        }
        let place = place(typed.text("place"));
        let areas = |name| typed.all(name).filter_map(|area| area.parse().ok()).collect();
        Some(QuestionContent {
            key: self.line("key"),
            place,
            text: self.text("text"),
            hint: Some(self.text("hint")),
            about: typed.text("about").parse().ok(),
            help: self.help(&scale),
            source: self.source(),
            measure: measure.ok()?,
            scale,
            areas: areas("areas"),
            key_areas: areas("key_areas"),
        })
    }

    fn help(&self, scale: &str) -> Vec<OptionHelp> {
        let Some(at) = self.edition.find_scale(scale) else { return Vec::new() };
        let help = |option: &crate::domain::catalogue::ScaleOption| OptionHelp {
            option: option.key.clone(),
            text: Text {
                da: self.line(&format!("help-{}", option.key)),
                en: self.optional(&format!("help_en-{}", option.key)),
            },
        };
        self.edition.scales[at].options.iter().map(help).collect()
    }

    fn worth(&mut self) -> Option<Worth> {
        let word = self.typed.text("worth");
        if let Ok(blank) = word.parse() {
            return Some(Worth::Blank(blank));
        }
        if word != "points" {
            self.note("worth", tr!(self.language, "draft-mistake-worth"));
            return None;
        }
        let points = self.typed.text("points").trim().parse().ok();
        if points.is_none() {
            self.note("points", tr!(self.language, "draft-mistake-points"));
        }
        points.map(Worth::Points)
    }
}

/// The place that a choice names.
pub(super) fn place(word: &str) -> Place {
    match Item::parse(ItemKind::Recommendation, word) {
        Some(Item::Recommendation(package, key)) => Place::Recommendation(package, key),
        _ if word.is_empty() => Place::Edition,
        _ => Place::Package(word.to_owned()),
    }
}

/// The form of something new, as far as can be guessed.
pub(super) fn suggestion(edition: &Edition, kind: ItemKind, within: &str) -> Typed {
    let typed = Typed::default();
    match kind {
        ItemKind::Recommendation => typed.with("package", within),
        ItemKind::Option => typed.with("scale", within).with("worth", "points"),
        ItemKind::Question => {
            let place = place(within);
            let (measure, scale) = match &place {
                Place::Edition => (Measure::Awareness, edition.scales.last()),
                Place::Package(_) => (Measure::Overall, edition.scales.last()),
                Place::Recommendation(..) => (Measure::Implementation, edition.scales.first()),
            };
            let scale = scale.map_or("", |scale| scale.key.as_str());
            typed.with("place", &forms::place(&place)).with("measure", measure.as_str()).with("scale", scale)
        }
        _ => typed,
    }
}

/// The field that a refusal is about, with its sentence; none where no form can mend it.
pub(super) fn mistake(refusal: &Refusal, language: Language) -> Option<Mistake> {
    let field = match refusal {
        Refusal::BadCatalogueKey(_)
        | Refusal::CatalogueKeyTaken(_)
        | Refusal::ReservedCatalogueKey(_)
        | Refusal::EditionExists(_) => "key",
        Refusal::NotALink(_) => "link",
        Refusal::UnknownEdition(_) => "from",
        Refusal::TextTooLong(_) | Refusal::NoSuchItem | Refusal::ItemInUse(_) | Refusal::EditionTooLarge => "",
        _ => return None,
    };
    Some(Mistake { field: field.to_owned(), text: describe(refusal, language) })
}
