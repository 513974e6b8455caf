//! How answers spread, then and now, as stacked bars and as a table, for pages and for files.

use maud::{Markup, html};

use super::figures::{NONE, change, change_or_dash, looks_off, number, percent, percent_or_dash};
use super::slides::Sheet;
use crate::charts::{self, DistributionBar, DistributionGroup, Plot, Share, Tone};
use crate::domain::Language;
use crate::domain::base::rounding::whole;
use crate::domain::catalogue::{Blank, OptionIndex, Scale, Worth};
use crate::domain::dashboards::distribution::Distribution;
use crate::domain::dashboards::nation::{RoundSpread, Spread};
use crate::views::ui;
use crate::views::ui::{CaptionPlace, Column, Content, Table};

/// One question's answers over time.
#[derive(Debug, Clone)]
pub struct Spreads<'a> {
    /// The question, or what stands for it; none where the page has it as a heading.
    pub heading: Option<&'a str>,
    /// Where the heading leads on a page; in a file it would lead nowhere.
    pub link: Option<String>,
    /// One bar each, earliest first.
    pub bars: &'a [RoundSpread],
}

/// The bars as charts draw them; the last of each question stands out.
pub fn groups(spreads: &[Spreads], language: Language) -> Vec<DistributionGroup> {
    let group = |one: &Spreads| DistributionGroup {
        heading: one.heading.map(str::to_owned),
        link: one.link.clone(),
        bars: one
            .bars
            .iter()
            .enumerate()
            .map(|(index, bar)| DistributionBar { bold: index + 1 == one.bars.len(), ..draw(bar, language) })
            .collect(),
    };
    spreads.iter().map(group).collect()
}

/// The bars with their legend as a file.
pub fn file(figure: &charts::Figure, spreads: &[Spreads], sheet: &Sheet, language: Language) -> Markup {
    let mut groups = groups(spreads, language);
    groups.iter_mut().for_each(|group| group.link = None);
    sheet.file(figure, &Plot::Distribution(&groups))
}

/// The table of one question: options down, rounds across, with valid shares and the top box.
pub fn table(caption: &str, bars: &[RoundSpread], language: Language) -> Markup {
    let Some(last) = bars.last() else { return Markup::default() };
    let heads: Vec<String> = bars
        .iter()
        .flat_map(|bar| {
            [
                tr!(language, "distribution-share", round = bar.round.as_str()),
                tr!(language, "distribution-valid-share", round = bar.round.as_str()),
            ]
        })
        .collect();
    let answer = tr!(language, "distribution-answer");
    let mut columns = vec![Column { label: &answer, ..Column::default() }];
    columns.extend(heads.iter().map(|label| Column { label, content: Content::Number, ..Column::default() }));
    let mut rows: Vec<Vec<Markup>> = last
        .scale
        .options
        .iter()
        .map(|option| {
            let cells =
                bars.iter().flat_map(|bar| bar.shares(&option.key)).map(|share| percent_or_dash(share, language));
            let head = std::iter::once(html! { (option.label.in_language(language)) });
            head.chain(cells.map(|cell| html! { (cell) })).collect()
        })
        .collect();
    rows.push(summary(&tr!(language, "distribution-n"), bars, |one| [one.n.to_string(), one.valid_n.to_string()]));
    ui::plain_table(
        &Table { caption, caption_place: CaptionPlace::ForScreenReaders, columns: &columns, ..Table::default() },
        &rows,
    )
}

/// The best answer's share then and now with the change in percentage points, a row for each spread under its name.
pub fn top_table(caption: &str, about: &str, spreads: &[(Markup, &[RoundSpread])], language: Language) -> Markup {
    let labels = [
        about.to_owned(),
        tr!(language, "overall-best-then"),
        tr!(language, "overall-best-now"),
        tr!(language, "overall-change"),
    ];
    let rows: Vec<Vec<Markup>> = spreads
        .iter()
        .map(|(head, bars)| {
            let cells = top_cells(bars, language);
            std::iter::once(head.clone()).chain(cells.iter().map(|cell| html! { (cell) })).collect()
        })
        .collect();
    let columns = ui::name_and_numbers(&labels);
    let caption_place = CaptionPlace::ForScreenReaders;
    ui::table(&Table { caption, caption_place, columns: &columns, ..Table::default() }, &rows)
}

/// The best answer's share then and now, and the change.
pub fn top_cells(bars: &[RoundSpread], language: Language) -> [String; 3] {
    let (now, then) = (bars.last(), bars.len().checked_sub(2).and_then(|index| bars.get(index)));
    let of = |bar: Option<&RoundSpread>| bar.and_then(RoundSpread::top_box);
    let change = of(now).zip(of(then)).map(|(now, then)| 100.0 * (now - then));
    [top_share(then, language), top_share(now, language), change_or_dash(change)]
}

/// "29 % (28 af 95, 2015)"; without the count where a municipality's answers were split.
fn top_share(bar: Option<&RoundSpread>, language: Language) -> String {
    let found = bar.and_then(|bar| Some((bar, bar.distribution()?, bar.top_box()?)));
    let Some((bar, distribution, top)) = found else { return NONE.to_owned() };
    let weight = top * distribution.n as f64;
    let share = percent(top, language);
    if (weight - weight.round()).abs() > 1e-6 {
        return tr!(language, "overall-share-split", share = share, n = distribution.n, round = bar.round.as_str());
    }
    tr!(language, "overall-share", share = share, count = whole(weight), n = distribution.n, round = bar.round.as_str())
}

fn summary(label: &str, bars: &[RoundSpread], cells: impl Fn(&Distribution) -> [String; 2]) -> Vec<Markup> {
    let dashes = || [NONE, NONE].map(str::to_owned);
    let cells = bars.iter().flat_map(|bar| bar.distribution().map_or_else(dashes, &cells));
    std::iter::once(html! { strong { (label) } }).chain(cells.map(|cell| html! { (cell) })).collect()
}

/// The top boxes in a sentence: "I høj grad: 35 % (2015, N = 95), 44 % (2017, N = 95), +9 procentpoint".
pub fn top_boxes(bars: &[RoundSpread], language: Language) -> Option<String> {
    let last = bars.last()?;
    let top = &last.scale.options.get(top_option(&last.scale)?)?.label;
    let shares: Vec<f64> = bars.iter().filter_map(RoundSpread::top_box).collect();
    let told: Vec<String> = bars
        .iter()
        .filter_map(|bar| {
            let (share, n) = (bar.top_box()?, bar.distribution()?.n);
            Some(tr!(
                language,
                "distribution-top-box",
                share = percent(share, language),
                round = bar.round.as_str(),
                n = n
            ))
        })
        .collect();
    if told.is_empty() {
        return None;
    }
    let mut sentence = format!("{}: {}", short(top.in_language(language)), told.join(", "));
    if let ([then, now], 2) = (&shares[..], bars.len()) {
        let points = 100.0 * (now - then);
        sentence = format!("{sentence}. {}", tr!(language, "distribution-top-box-change", change = change(points)));
        if looks_off(100.0 * then, 100.0 * now) {
            sentence = format!("{sentence} {}", tr!(language, "figure-rounding"));
        }
    }
    Some(sentence)
}

fn draw(bar: &RoundSpread, language: Language) -> DistributionBar {
    let label = bar.round.clone();
    let bare = DistributionBar { label, ..DistributionBar::default() };
    match &bar.spread {
        Spread::Shown(distribution) => DistributionBar {
            n: tr!(language, "figure-n", n = distribution.n),
            shares: shares(&bar.scale, distribution, language),
            ..bare
        },
        Spread::Suppressed => DistributionBar { note: Some(tr!(language, "figure-suppressed-long")), ..bare },
        Spread::Empty => DistributionBar { note: Some(tr!(language, "state-unanswered")), ..bare },
    }
}

fn shares(scale: &Scale, distribution: &Distribution, language: Language) -> Vec<Share> {
    let parts = scale.options.iter().zip(&distribution.options).enumerate();
    parts
        .map(|(index, (option, part))| {
            let percent_of_all = 100.0 * part.share.unwrap_or(0.0);
            let text = match language {
                Language::Danish => format!("{} %", number(percent_of_all)),
                Language::English => format!("{}%", number(percent_of_all)),
            };
            Share {
                label: short(option.label.in_language(language)).to_owned(),
                percent: percent_of_all,
                text,
                tone: tone(scale, index),
            }
        })
        .collect()
}

/// A label without its explanation: "Grøn" of "Grøn: fuldt implementeret".
pub fn short(label: &str) -> &str {
    label.split_once(": ").map_or(label, |(short, _)| short)
}

/// The explanations that [`short`] leaves out.
pub fn explained(scale: &Scale, language: Language) -> Option<String> {
    let long: Vec<&str> = scale
        .options
        .iter()
        .map(|option| option.label.in_language(language))
        .filter(|label| label.contains(": "))
        .collect();
    (!long.is_empty()).then(|| format!("{}.", long.join("; ")))
}

/// The option with most points.
pub fn top_option(scale: &Scale) -> Option<OptionIndex> {
    scale.options.iter().position(|option| option.points() == Some(scale.highest_points()))
}

/// The colours of an option by its index on the scale.
pub fn tone(scale: &Scale, option: OptionIndex) -> Tone {
    let points = match scale.options.get(option).map(|option| option.worth) {
        Some(Worth::Points(points)) => points,
        Some(Worth::Blank(Blank::NotRelevant)) => return Tone::BlankAlt,
        Some(Worth::Blank(Blank::DontKnow)) | None => return Tone::Blank,
    };
    if scale.key == "trafiklys" {
        return [Tone::Red, Tone::Yellow, Tone::Green].get(usize::from(points)).copied().unwrap_or(Tone::Green);
    }
    let value = f64::from(points) / f64::from(scale.highest_points());
    match value {
        value if value >= 1.0 => Tone::Strong,
        value if value > 0.5 => Tone::Good,
        value if value > 0.0 => Tone::Weak,
        _ => Tone::Absent,
    }
}
