//! The result of a closed round for the post that answered: its areas, what moved, and where there is most to gain.

use maud::{Markup, html};

use super::next_steps::kept;
use super::respondent::{area_name, link, page};
use crate::domain::Language;
use crate::domain::answering::respondents::Respondent;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::own_result::{Gain, Moved, OwnArea, OwnResult};
use crate::domain::dashboards::subjects::Subject;
use crate::domain::practice::finding::{ExamplesOf, SharedExample, most_alike};
use crate::texts;
use crate::views::dashboards::figures::{
    NONE, benchmark, change_or_dash, measure_explained, number_or_dash, round_names, why,
};
use crate::views::dashboards::municipalities::{light, provisional};
use crate::views::practice::told;
use crate::views::ui::{self, Column, Content, Level, NavItem, Table};

/// The page before there is a result.
pub fn not_yet(respondent: &Respondent) -> Markup {
    let language = respondent.language;
    let title = tr!(language, "own-result-title", round = respondent.round.key.as_str());
    let back = (respondent.href(""), tr!(language, "own-result-back"));
    let closes = texts::date(respondent.round.closes_on, language);
    let body = html! {
        (ui::back_link(link(&back)))
        (ui::page_heading_with_lead(&title, html! { (tr!(language, "own-result-not-yet", closes = closes)) }))
    };
    page(respondent, "/resultat", &title, body)
}

/// The page.
pub fn show(respondent: &Respondent, result: &OwnResult, examples: &ExamplesOf) -> Markup {
    let language = respondent.language;
    let title = tr!(language, "own-result-title", round = result.round.key.as_str());
    let back = (respondent.href(""), tr!(language, "own-result-back"));
    let receipt = (respondent.href("/kvittering"), tr!(language, "section-receipt"));
    let post = respondent.invitation.post.as_str();
    let lead = tr!(language, "own-result-lead", post = post, municipality = result.code.authority());
    let body = html! {
        (ui::back_link(link(&back)))
        (ui::page_heading_with_lead(&title, html! { (lead) }))
        (provisional(&result.round, language))
        (areas(respondent, result))
        (gains(respondent, result, examples))
        (moved(respondent, result))
        (ui::heading(Level::Two, "videre", &tr!(language, "own-result-next")))
        p { (tr!(language, "own-result-next-text")) }
        p {
            (ui::text_link(link(&receipt)))
            @if let Some(kept) = kept(respondent) { ". " (kept) }
        }
        (ui::button_group(ui::print_button(&tr!(language, "section-print"))))
    };
    page(respondent, "/resultat", &title, body)
}

/// The municipality's figures in the post's areas, beside the country's.
fn areas(respondent: &Respondent, result: &OwnResult) -> Markup {
    let language = respondent.language;
    let heading = tr!(language, "own-result-areas");
    let mut labels = vec![
        tr!(language, "figure-area"),
        tr!(language, "own-result-now"),
        tr!(language, "own-result-baseline"),
        tr!(language, "own-result-change"),
    ];
    if let Some(last) = &result.last_round {
        labels.push(tr!(language, "own-result-last", round = last.as_str()));
    }
    labels.push(tr!(language, "own-result-country"));
    let columns: Vec<Column> = labels
        .iter()
        .enumerate()
        .map(|(place, label)| match place {
            0 => Column { label, ..Column::default() },
            _ => Column { label, content: Content::Number, ..Column::default() },
        })
        .collect();
    let rows: Vec<Vec<Markup>> = result.areas.iter().map(|area| row(result, area, language)).collect();
    let table = Table {
        caption: &heading,
        caption_place: ui::CaptionPlace::ForScreenReaders,
        columns: &columns,
        ..Table::default()
    };
    let is_shared = result.areas.iter().any(|area| area.posts > 1);
    html! {
        (ui::heading(Level::Two, "omraader", &heading))
        @if rows.is_empty() { p { (tr!(language, "own-result-no-areas")) } } @else {
            (ui::table(&table, &rows))
            p { (measure_explained(Measure::Implementation, language)) " " (tr!(language, "own-result-areas-explained")) }
            @if is_shared { p { (tr!(language, "own-result-shared")) } }
        }
    }
}

fn row(result: &OwnResult, area: &OwnArea, language: Language) -> Vec<Markup> {
    let (row, change) = (&area.row, &area.row.change);
    let name = match &row.subject {
        Subject::Area(_, label) => label.in_language(language),
        Subject::Package(package) => package.label.in_language(language),
        Subject::All => NONE,
    };
    let now = match row.score_missing {
        Some(missing) => html! { (why(missing, language)) },
        None => html! { strong { (number_or_dash(change.unpaired.current.score)) } },
    };
    let baseline = match change.baseline {
        Some(_) => html! { (number_or_dash(change.baseline)) " (" (round_names(&row.baselines, language)) ")" },
        None => html! { (NONE) },
    };
    let moved = match row.change_missing {
        Some(missing) => html! { (why(missing, language)) },
        None => html! { (change_or_dash(change.change)) },
    };
    let mut cells = vec![html! { (name) }, now, baseline, moved];
    if result.last_round.is_some() {
        cells.push(html! { (number_or_dash(area.last)) });
    }
    cells.push(html! { (benchmark(&area.country.current, language)) });
    cells
}

/// The recommendations with most to gain, each with where it comes from.
fn gains(respondent: &Respondent, result: &OwnResult, examples: &ExamplesOf) -> Markup {
    let language = respondent.language;
    html! {
        (ui::heading(Level::Two, "mest-at-hente", &tr!(language, "own-result-gains")))
        @if result.gains.is_empty() { p { (tr!(language, "own-result-no-gains")) } } @else {
            p { (tr!(language, "own-result-gains-explained")) }
            ol {
                @for one in &result.gains {
                    li {
                        (gain(respondent, one))
                        @if let Some(example) = example(result, one, examples) { (told(example, language)) }
                    }
                }
            }
        }
    }
}

/// The example that helps the municipality most with what it has to gain.
fn example<'a>(result: &OwnResult, gain: &Gain, examples: &'a ExamplesOf) -> Option<&'a SharedExample> {
    most_alike(examples.get(&(gain.package, gain.recommendation))?.iter(), &result.code)
}

fn gain(respondent: &Respondent, gain: &Gain) -> Markup {
    let (language, edition) = (respondent.language, &respondent.edition);
    let question = &edition.questions[gain.answer.question];
    let package = edition.packages.get(gain.package);
    let recommendation = package.and_then(|package| package.recommendations.get(gain.recommendation));
    html! {
        @if let Some(recommendation) = recommendation { strong { (recommendation.title.in_language(language)) } br; }
        (light(edition.scale_of(question), gain.answer.option, language))
        " " (area_name(respondent, gain.answer.area))
        @if let Some(package) = package {
            br;
            @let title = package.title.in_language(language);
            @match &package.link {
                Some(href) => {
                    @let text = tr!(language, "own-result-source", package = title);
                    (ui::text_link(NavItem { href, text: &text }))
                },
                None => (title),
            }
        }
    }
}

/// The post's answers that say more or less than the last time.
fn moved(respondent: &Respondent, result: &OwnResult) -> Markup {
    let language = respondent.language;
    if result.risen.is_empty() && result.fallen.is_empty() {
        return Markup::default();
    }
    html! {
        (ui::heading(Level::Two, "flyttet", &tr!(language, "own-result-moved")))
        (list(respondent, &tr!(language, "own-result-risen"), &result.risen))
        (list(respondent, &tr!(language, "own-result-fallen"), &result.fallen))
    }
}

fn list(respondent: &Respondent, heading: &str, all: &[Moved]) -> Markup {
    let (language, edition) = (respondent.language, &respondent.edition);
    if all.is_empty() {
        return Markup::default();
    }
    let lines: Vec<(String, Markup)> = all
        .iter()
        .map(|one| {
            let question = &edition.questions[one.now.question];
            let text = edition.question_text(question, one.now.area, language);
            let then = html! {
                (light(&one.then.scale, one.then.option, language)) " (" (one.then.round)
                @if one.then.reworded { ", " (tr!(language, "comparability-reworded-short")) } ")"
            };
            let now = light(edition.scale_of(question), one.now.option, language);
            (
                text,
                html! { (tr!(language, "own-result-from")) " " (then) " " (tr!(language, "own-result-to")) " " (now) },
            )
        })
        .collect();
    let lines: Vec<ui::Line> =
        lines.iter().map(|(label, value)| ui::Line { label, value: value.clone(), edit: None }).collect();
    html! {
        h3 { (heading) }
        (ui::structured_list(heading, &lines))
    }
}
