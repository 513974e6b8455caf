//! How to read the figures: one short guide for every page of results.

use maud::{Markup, html};

use super::figures::percent;
use crate::domain::Language;
use crate::domain::dashboards::subjects::RoundFacts;
use crate::domain::rounds::Rule;
use crate::views::ui;

/// What the words on the page mean, folded away.
pub fn guide(round: &RoundFacts, language: Language) -> Markup {
    let facts = facts(round, language);
    let facts: Vec<(&str, Markup)> = facts.iter().map(|(term, fact)| (term.as_str(), html! { (fact) })).collect();
    ui::details(&tr!(language, "reading-title"), ui::definition_list(&facts))
}

/// What each word means, with the round's own rule and minimum.
pub fn facts(round: &RoundFacts, language: Language) -> [(String, String); 6] {
    let rule = match round.rule {
        Rule::Mean => tr!(language, "reading-rule-mean"),
        Rule::Lowest => tr!(language, "reading-rule-lowest"),
        Rule::Highest => tr!(language, "reading-rule-highest"),
    };
    let minimum = percent(round.min_coverage, language);
    [
        (tr!(language, "reading-score"), tr!(language, "reading-score-explained", rule = rule)),
        (tr!(language, "reading-coverage"), tr!(language, "reading-coverage-explained", minimum = minimum)),
        (tr!(language, "reading-paired"), tr!(language, "reading-paired-explained")),
        (tr!(language, "reading-unpaired"), tr!(language, "reading-unpaired-explained")),
        (tr!(language, "reading-strict"), tr!(language, "reading-strict-explained")),
        (tr!(language, "reading-disagreeing"), tr!(language, "reading-disagreeing-explained")),
    ]
}

/// One table as a workbook and as CSV; `address` lacks its ending, and `query` says what is looked at.
pub fn table(label: &str, address: &str, query: &str, language: Language) -> Markup {
    html! {
        p {
            (label) ": "
            a href={ (address) ".xlsx" (query) } download {
                (tr!(language, "grid-xlsx")) (ui::for_screen_readers(&format!(" {label}")))
            } " "
            a href={ (address) ".csv" (query) } download {
                (tr!(language, "grid-csv")) (ui::for_screen_readers(&format!(" {label}")))
            }
        }
    }
}

/// Every figure of a page as tables for Excel; `address` is the page's, and `tables` where its workbooks lie.
pub fn tables(address: &str, tables: &str, language: Language) -> Markup {
    html! {
        p {
            (tr!(language, "reading-tables")) " "
            a href={ (address) "/scores.csv" } download { (tr!(language, "reading-scores-file")) } " "
            a href={ (address) "/changes.csv" } download { (tr!(language, "reading-changes-file")) } " "
            a href={ (tables) "/scores.xlsx" } download { (tr!(language, "reading-scores-book")) } " "
            a href={ (tables) "/changes.xlsx" } download { (tr!(language, "reading-changes-book")) }
        }
    }
}
