//! How many have handed in day by day, beside the round before.

use maud::{Markup, html};

use super::super::ui::{self, CaptionPlace, Level, Spacing, Table};
use crate::charts::{self, Curve, CurveLine, Plot};
use crate::domain::Language;
use crate::domain::rounds::Round;
use crate::domain::rounds::response_curve::{ResponseComparison, ResponseCurve};
use crate::views::dashboards::figures;

/// A sentence, the chart, and the table under it.
pub(super) fn section(round: &Round, compared: &ResponseComparison, language: Language) -> Markup {
    let title = tr!(language, "response-title");
    let description = tr!(language, "response-description");
    let figure =
        charts::Figure { id: "response", title: &title, description: &description, ..charts::Figure::default() };
    let own = line(&round.key, &compared.current, language);
    let behind = compared.previous.as_ref().map(|(key, curve)| line(key, curve, language));
    let axis = tr!(language, "response-axis");
    let content = Curve { own: &own, behind: behind.as_ref(), axis: &axis };
    let caption = html! { strong { (title) } ". " (sentence(round, compared, language)) };
    let table = table(round, compared, &title, language);
    html! {
        (ui::heading(Level::Two, "response-curve", &tr!(language, "response-heading")))
        (charts::figure(&figure, Plot::Curve(&content).on_page(&figure), caption, &tr!(language, "figure-table"), table))
    }
}

fn line(key: &str, curve: &ResponseCurve, language: Language) -> CurveLine {
    let points = (0..=curve.last_day()).map(|day| curve.share_on(day) as f64).collect();
    CurveLine { label: tr!(language, "rounds-heading", key = key), points, end: share(curve, curve.last_day()) }
}

fn share(curve: &ResponseCurve, day: usize) -> String {
    format!("{}\u{a0}%", curve.share_on(day))
}

/// Where the round is now, and where the one before was on the same day.
fn sentence(round: &Round, compared: &ResponseComparison, language: Language) -> String {
    let day = compared.current.last_day();
    let now = share(&compared.current, day);
    let current = match round.closed_at {
        None => tr!(language, "response-today", share = now, day = day.to_string()),
        Some(_) => tr!(language, "response-closed", share = now, day = day.to_string()),
    };
    match &compared.previous {
        None => current,
        Some((key, curve)) => {
            let beside = tr!(language, "response-before", key = key.as_str(), share = share(curve, day));
            format!("{current} {beside}")
        }
    }
}

fn table(round: &Round, compared: &ResponseComparison, caption: &str, language: Language) -> Markup {
    let own = (round.key.as_str(), &compared.current);
    let before = compared.previous.as_ref().map(|(key, curve)| (key.as_str(), curve));
    let curves: Vec<(&str, &ResponseCurve)> = std::iter::once(own).chain(before).collect();
    let names = curves.iter().map(|&(key, _)| tr!(language, "rounds-heading", key = key));
    let heads: Vec<String> = std::iter::once(tr!(language, "response-axis")).chain(names).collect();
    let columns = ui::name_and_numbers(&heads);
    let cell = |curve: &ResponseCurve, day| {
        let text = if day <= curve.last_day() { share(curve, day) } else { figures::NONE.to_owned() };
        html! { (text) }
    };
    let row =
        |day: usize| std::iter::once(html! { (day) }).chain(curves.iter().map(|(_, curve)| cell(curve, day))).collect();
    let rows: Vec<Vec<Markup>> = compared.told_days().into_iter().map(row).collect();
    let frame =
        Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, spacing: Spacing::Compact };
    ui::plain_table(&frame, &rows)
}
