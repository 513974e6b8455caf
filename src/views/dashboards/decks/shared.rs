//! The slides that the country and a municipality have alike.

use super::DeckSlide;
use crate::domain::Language;
use crate::domain::dashboards::Transitions;
use crate::domain::dashboards::movements::LEAST_CELLS;
use crate::views::dashboards::slides::{Shape, Sheet};
use crate::views::dashboards::trend::TrendPage;
use crate::views::dashboards::{flows, trend};
use crate::views::shell::Frame;

/// The figures of the page of all rounds that a meeting looks at.
const TRENDS: [&str; 3] = ["implementation", "implementation-packages", "package-shares"];

/// The rounds side by side, in each way that there is something to draw.
pub fn trends(page: &TrendPage, frame: &Frame) -> Vec<DeckSlide> {
    let slide = |word: &&str| {
        Some(DeckSlide {
            word: format!("trend-{word}"),
            name: trend_name(word, frame.language),
            leads_to: Some(page.address()),
            drawing: trend::file(page, word, (Shape::OnSlide, frame))?,
        })
    };
    TRENDS.iter().filter_map(slide).collect()
}

fn trend_name(word: &str, language: Language) -> String {
    match word {
        "implementation" => tr!(language, "deck-trend"),
        "implementation-packages" => tr!(language, "deck-trend-packages"),
        _ => tr!(language, "deck-trend-shares"),
    }
}

/// Where answers went: one slide for each pair of scales that holds enough of them to say anything. `page` shows the same figures, if there is one.
pub fn flows(
    tables: &[Transitions],
    about: flows::About,
    (page, sheet): (Option<&str>, &Sheet),
    frame: &Frame,
) -> Vec<DeckSlide> {
    let slide = |(place, one): (usize, &Transitions)| {
        let word = format!("flow-{}", place + 1);
        let scale = one.now.label.in_language(frame.language);
        Some(DeckSlide {
            name: format!("{} ({scale})", tr!(frame.language, "transitions-title")),
            leads_to: page.map(|page| format!("{page}#transitions")),
            drawing: flows::file(tables, &word, (about, sheet.clone()), frame)?,
            word,
        })
    };
    let counted = tables.iter().filter(|one| one.total() > 0).enumerate();
    counted.filter(|(_, one)| one.total() as usize >= LEAST_CELLS).filter_map(slide).collect()
}
