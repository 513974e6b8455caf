//! What leaders have written beside their answers.

use serde::Serialize;
use utoipa::ToSchema;

use super::package_title;
use crate::domain::Language;
use crate::domain::answering::comments::Comment as Stored;
use crate::domain::base::municipalities;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::Round;

/// What somebody wrote beside an answer that is handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Comment {
    /// The key of the round.
    #[schema(example = "2026")]
    pub round: String,
    /// The municipality's code.
    #[schema(example = "0751")]
    pub municipality_code: String,
    /// The municipality's name.
    #[schema(example = "Aarhus")]
    pub municipality: String,
    /// The municipality's region on the last day of the round.
    pub region: Option<String>,
    /// The title of the post that answered.
    pub post: String,
    /// The key of the area.
    pub area: String,
    /// What the area is called.
    pub area_name: String,
    /// The key of the package; null where the question belongs to none.
    pub package: Option<String>,
    /// The title of the package.
    pub package_title: Option<String>,
    /// The title of the recommendation; null where the question is about none.
    pub recommendation: Option<String>,
    /// The key of the question.
    pub question: String,
    /// Its wording as it was put to the area.
    pub question_text: String,
    /// The key of the option that was chosen; null where only something was written.
    pub option: Option<String>,
    /// What people read of that option.
    pub answer: Option<String>,
    /// Why, where the option asks for a reason.
    pub reason: Option<String>,
    /// A comment for the consultant.
    pub comment: Option<String>,
    /// A comment that may be quoted.
    pub quote: Option<String>,
}

impl Comment {
    /// A comment in a language; none where its question is not in the edition.
    pub fn new(round: &Round, edition: &Edition, stored: &Stored, language: Language) -> Option<Comment> {
        let code = &stored.municipality;
        let question = edition.questions.get(stored.question())?;
        let package = question.package.and_then(|index| edition.packages.get(index));
        let chosen =
            stored.choice.and_then(|place| edition.scale_of(question).options.get(usize::try_from(place).ok()?));
        Some(Comment {
            round: round.key.clone(),
            municipality_code: code.to_string(),
            municipality: code.name().to_owned(),
            region: municipalities::find(code.as_str())
                .and_then(|one| one.region_on(round.closes_on))
                .map(str::to_owned),
            post: stored.post.clone(),
            area: stored.area.to_string(),
            area_name: edition.area_name(stored.area, language).to_owned(),
            package: package.map(|package| package.key.clone()),
            package_title: package.and_then(|package| package_title(edition, &package.key, language)),
            recommendation: edition.recommendation_of(question).map(|one| one.title.in_language(language).to_owned()),
            question: question.key.clone(),
            question_text: edition.question_text(question, stored.area, language),
            option: chosen.map(|option| option.key.clone()),
            answer: chosen.map(|option| option.label.in_language(language).to_owned()),
            reason: stored.reason.clone(),
            comment: stored.comment.clone(),
            quote: stored.quote.clone(),
        })
    }
}
