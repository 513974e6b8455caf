//! What is written about one thing of an edition, with everything it refers to by key: what a form shows and sends.

use chrono::NaiveDate;

use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::shapes::{LONGEST_TEXT, is_link, is_too_long, one_line};
use crate::domain::catalogue::sources::Source;
use crate::domain::catalogue::{About, AreaLabel, Label, Measure, OptionHelp, Worth};
use crate::domain::{Area, Text};

/// What is written about one thing. Where its key is empty, one is made from its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Of the edition itself.
    Facts(Facts),
    /// The areas that the edition speaks of, in order.
    Areas(Vec<AreaLabel>),
    /// Of a package.
    Package(PackageContent),
    /// Of a recommendation.
    Recommendation(RecommendationContent),
    /// Of a question.
    Question(Box<QuestionContent>),
    /// Of a scale.
    Scale(Label),
    /// Of an option.
    Option(OptionContent),
    /// Of a category.
    Category(Label),
    /// Of a level.
    Level(Label),
}

/// Of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Its title.
    pub title: Text,
    /// The day of publication.
    pub published_on: Option<NaiveDate>,
    /// Why it corrects another edition; none where it corrects none.
    pub reason: Option<Text>,
    /// Where it comes from.
    pub source: Source,
}

/// Of a package.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PackageContent {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// The public page of the published package.
    pub link: Option<String>,
    /// Where it comes from.
    pub source: Source,
}

/// Of a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecommendationContent {
    /// Key of its package.
    pub package: String,
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// Key of its category; empty where it has none yet.
    pub category: String,
    /// Key of its level.
    pub level: Option<String>,
    /// Whether it is among the central ones.
    pub central: bool,
    /// Where it comes from.
    pub source: Source,
}

/// What a question belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// The edition as a whole.
    Edition,
    /// A package as a whole, by its key.
    Package(String),
    /// A recommendation, by the keys of its package and itself.
    Recommendation(String, String),
}

/// Of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionContent {
    /// Its key.
    pub key: String,
    /// What it belongs to.
    pub place: Place,
    /// The wording.
    pub text: Text,
    /// Help to whoever answers.
    pub hint: Option<Text>,
    /// Whom it is about.
    pub about: Option<About>,
    /// What options mean for it.
    pub help: Vec<OptionHelp>,
    /// Where the wording comes from.
    pub source: Source,
    /// What it measures.
    pub measure: Measure,
    /// Key of its scale.
    pub scale: String,
    /// The areas it is put to.
    pub areas: Vec<Area>,
    /// The areas in which the country's page shows it first.
    pub key_areas: Vec<Area>,
}

/// Of an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionContent {
    /// Key of its scale.
    pub scale: String,
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: Text,
    /// Points or a blank.
    pub worth: Worth,
    /// Whether choosing it requires a reason.
    pub reason_required: bool,
}

impl Content {
    /// The same with every text as the one line that an edition holds.
    ///
    /// # Errors
    /// Refused where a text is too long or a link is none.
    pub(super) fn tidied(&self) -> Result<Content, Refusal> {
        let mut content = self.clone();
        let mut tidy = Tidying::default();
        match &mut content {
            Content::Facts(facts) => {
                tidy.text(&mut facts.title);
                facts.reason.iter_mut().for_each(|reason| tidy.text(reason));
                tidy.source(&mut facts.source);
            }
            Content::Areas(areas) => areas.iter_mut().for_each(|one| tidy.text(&mut one.label)),
            Content::Package(package) => {
                tidy.text(&mut package.title);
                tidy.optional(&mut package.link);
                tidy.source(&mut package.source);
                if let Some(link) = package.link.as_deref().filter(|link| !is_link(link)) {
                    return Err(Refusal::NotALink(link.to_owned()));
                }
            }
            Content::Recommendation(one) => {
                tidy.text(&mut one.title);
                tidy.source(&mut one.source);
                one.level = one.level.take().filter(|level| !level.is_empty());
            }
            Content::Question(question) => {
                tidy.text(&mut question.text);
                question.hint.iter_mut().for_each(|hint| tidy.text(hint));
                question.hint = question.hint.take().filter(is_written);
                question.help.iter_mut().for_each(|help| tidy.text(&mut help.text));
                question.help.retain(|help| is_written(&help.text));
                tidy.source(&mut question.source);
            }
            Content::Scale(one) | Content::Category(one) | Content::Level(one) => tidy.text(&mut one.label),
            Content::Option(option) => tidy.text(&mut option.label),
        }
        if tidy.is_too_long { Err(Refusal::TextTooLong(LONGEST_TEXT)) } else { Ok(content) }
    }
}

/// Whether anything was written in any language.
fn is_written(text: &Text) -> bool {
    !text.da.is_empty() || text.en.is_some()
}

#[derive(Default)]
struct Tidying {
    is_too_long: bool,
}

impl Tidying {
    fn line(&mut self, text: &mut String) {
        *text = one_line(text);
        self.is_too_long |= is_too_long(text);
    }

    fn optional(&mut self, text: &mut Option<String>) {
        text.iter_mut().for_each(|text| self.line(text));
        *text = text.take().filter(|text| !text.is_empty());
    }

    fn text(&mut self, text: &mut Text) {
        self.line(&mut text.da);
        self.optional(&mut text.en);
    }

    fn source(&mut self, source: &mut Source) {
        self.optional(&mut source.da);
        self.optional(&mut source.en);
        *source = Source::written(source.status, source.da.take(), source.en.take());
    }
}
