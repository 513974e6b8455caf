//! How the country answered the questions that it is followed by, in every round.

use maud::{Markup, html};

use super::TrendPage;
use crate::charts;
use crate::domain::Language;
use crate::domain::dashboards::question::QuestionSpread;
use crate::views::dashboards::distributions::{self, Spreads};
use crate::views::dashboards::slides::{Sheet, downloads};
use crate::views::dashboards::{addresses, figures};
use crate::views::shell::Frame;
use crate::views::ui::{self, Level};

/// Names of the figures in addresses: the key questions, and the judgement of each package.
const WORDS: [&str; 2] = ["key-shares", "package-shares"];

/// The section; nothing where nothing was asked.
pub fn section(page: &TrendPage, language: Language) -> Markup {
    let figures: Vec<Markup> = WORDS.into_iter().filter_map(|word| figure(page, word, language)).collect();
    html! {
        @if !figures.is_empty() {
            (ui::heading(Level::Two, "shares", &tr!(language, "trend-shares")))
            p { (tr!(language, "trend-shares-lead")) }
            @for figure in &figures { (figure) }
        }
    }
}

fn questions<'a>(page: &TrendPage<'a>, word: &str) -> &'a [QuestionSpread] {
    if word == WORDS[0] { &page.shares.key } else { &page.shares.overall }
}

fn title(word: &str, language: Language) -> String {
    if word == WORDS[0] { tr!(language, "trend-key-shares") } else { tr!(language, "trend-package-shares") }
}

fn figure(page: &TrendPage, word: &str, language: Language) -> Option<Markup> {
    let questions = questions(page, word);
    if questions.is_empty() {
        return None;
    }
    let (title, description) = (title(word, language), tr!(language, "distribution-description"));
    let name = charts::Figure { id: word, title: &title, description: &description, ..charts::Figure::default() };
    let caption = html! {
        strong { (title) "." } " " (tr!(language, "distribution-caption")) " "
        (downloads(&title, (&format!("{}/{word}", page.address()), ""), language))
    };
    let table = html! { @for one in questions { (distributions::table(one.heading.in_language(language), &one.bars, language)) } };
    let groups = distributions::groups(&spreads(questions, |one| leads_to(page, one), language), language);
    Some(charts::distribution_figure(&name, &groups, caption, &tr!(language, "figure-table"), table))
}

/// A question's page in the newest round that asked it.
fn leads_to(page: &TrendPage, one: &QuestionSpread) -> Option<String> {
    let newest = page.trend.rounds.last()?;
    Some(addresses::question(&newest.key, &one.key, one.area))
}

fn spreads<'a>(
    questions: &'a [QuestionSpread],
    link: impl Fn(&QuestionSpread) -> Option<String>,
    language: Language,
) -> Vec<Spreads<'a>> {
    let spread = |one: &'a QuestionSpread| Spreads {
        heading: Some(one.heading.in_language(language)),
        link: link(one),
        bars: &one.bars,
    };
    questions.iter().map(spread).collect()
}

/// A figure as a file; none where the name is of none of them, or nothing was asked.
pub fn file(page: &TrendPage, word: &str, sheet: &Sheet, frame: &Frame) -> Option<Markup> {
    let (language, mark) = (frame.language, frame.mark());
    let questions = questions(page, WORDS.into_iter().find(|known| *known == word)?);
    let (title, description) = (title(word, language), tr!(language, "distribution-description"));
    let name = charts::Figure { id: word, title: &title, description: &description, mark: mark.as_deref() };
    // A whole question is too long for what is said over a slide.
    let heading = if word == WORDS[0] { None } else { said(questions, language) };
    let sheet = sheet.clone().saying(heading);
    let spreads = spreads(questions, |_| None, language);
    (!questions.is_empty()).then(|| distributions::file(&name, &spreads, &sheet, language))
}

/// Where the best answer's share has grown most from the first round to the newest; nothing where it has nowhere.
fn said(questions: &[QuestionSpread], language: Language) -> Option<String> {
    let grown = questions.iter().filter_map(|one| {
        let mut shown = one.bars.iter().filter_map(|bar| Some((bar.round.as_str(), bar.top_box()?)));
        let (first, last) = (shown.next()?, shown.next_back()?);
        Some((one, first, last))
    });
    let gain = |(_, first, last): &(&QuestionSpread, (&str, f64), (&str, f64))| last.1 - first.1;
    let most = grown.max_by(|left, right| gain(left).total_cmp(&gain(right)))?;
    let points = 100.0 * gain(&most);
    let (one, (since, then), (until, now)) = most;
    (figures::number(points) != "0" && points > 0.0).then(|| {
        tr!(
            language,
            "trend-shares-said",
            subject = one.heading.in_language(language),
            then = figures::percent(then, language),
            now = figures::percent(now, language),
            since = since,
            until = until
        )
    })
}
