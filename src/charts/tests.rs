//! Facts about the drawings, read from their markup.

use maud::{Markup, html};

use super::{
    colour::{CURRENT, DECLINE, INK, RISE},
    distribution::distribution,
    text::Type,
    *,
};

mod denmark;
mod flow;
mod palette;
mod peers;
mod slide;
mod trend;

const FIGURE: Figure = Figure { id: "f", title: "Titel", description: "Beskrivelse", mark: None };
const LEGEND: DumbbellLegend =
    DumbbellLegend { baseline: "Før", current: "Nu", unpaired: "Nu, alle", change: "Ændring", aim: None };

fn dumbbell(figure: &Figure, legend: &DumbbellLegend, rows: &[DumbbellRow], width: Width) -> Markup {
    Plot::Dumbbell(legend, rows).page(figure, width)
}

fn distribution_with_legend(figure: &Figure, groups: &[DistributionGroup], width: Width) -> Markup {
    Plot::Distribution(groups).page(figure, width)
}

fn row(baseline: Option<f64>, current: Option<f64>) -> DumbbellRow {
    DumbbellRow { label: "Tobak".to_owned(), baseline, current, ..DumbbellRow::default() }
}

fn chart(rows: &[DumbbellRow]) -> String {
    dumbbell(&FIGURE, &LEGEND, rows, Width::Wide).into_string()
}

/// The chart without its legend, which has a ring and a dot of its own.
fn rows_of(rows: &[DumbbellRow]) -> String {
    let svg = chart(rows);
    svg[svg.find("pj-row").unwrap()..].to_owned()
}

fn share(label: &str, percent: f64, tone: Tone) -> Share {
    Share { label: label.to_owned(), percent, text: format!("{percent:.0} %"), tone }
}

fn group(shares: Vec<Share>) -> Vec<DistributionGroup> {
    let bar = DistributionBar { label: "2026".to_owned(), shares, ..DistributionBar::default() };
    vec![DistributionGroup { bars: vec![bar], ..DistributionGroup::default() }]
}

fn bars(shares: Vec<Share>) -> String {
    distribution(&FIGURE, &group(shares), Width::Wide).into_string()
}

fn count(haystack: &str, needle: &str) -> usize {
    haystack.matches(needle).count()
}

#[test]
fn a_decline_is_drawn_in_the_warning_colour() {
    let declined = DumbbellRow { declined: true, change: Some("−23".to_owned()), ..row(Some(32.0), Some(9.0)) };
    let svg = rows_of(&[declined]);
    // Line, dot and text of the change.
    assert_eq!(count(&svg, DECLINE), 3);
    assert!(!svg.contains(RISE) && !svg.contains(CURRENT));
}

#[test]
fn what_is_not_compared_is_a_square_and_what_is_weak_is_grey() {
    let unpaired = rows_of(&[DumbbellRow { is_unpaired: true, ..row(None, Some(40.0)) }]);
    assert_eq!((count(&unpaired, "<circle"), count(&unpaired, "stroke-width=\"2.5\"")), (0, 1), "{unpaired}");
    let weak = DumbbellRow { is_weak: true, change: Some("+50".to_owned()), ..row(Some(20.0), Some(70.0)) };
    let weak = rows_of(&[weak]);
    assert!(!weak.contains(CURRENT) && !weak.contains(RISE) && weak.contains("stroke-dasharray"), "{weak}");
}

#[test]
fn the_legend_names_only_what_is_drawn() {
    let square = DumbbellRow { is_unpaired: true, ..row(None, Some(40.0)) };
    let only = chart(std::slice::from_ref(&square));
    assert!(only.contains("Nu, alle") && !only.contains("Før") && !only.contains(">Nu<"), "{only}");
    let both = chart(&[square, row(Some(20.0), Some(70.0))]);
    assert!(both.contains("Nu, alle") && both.contains("Før") && both.contains(">Nu<"), "{both}");
}

#[test]
fn the_aim_is_a_line_through_every_row_and_what_is_held_to_it_a_diamond() {
    let aim = Some(DumbbellAim { score: 75.0, line: "KL's mål: 75", mark: "Grundniveau" });
    let legend = DumbbellLegend { aim, ..LEGEND };
    let rows = [row(Some(20.0), Some(70.0)), DumbbellRow { aimed: Some(80.0), ..row(Some(20.0), Some(70.0)) }];
    for width in [Width::Wide, Width::Narrow] {
        let svg = dumbbell(&FIGURE, &legend, &rows, width).into_string();
        // One in the legend, and one a row.
        assert_eq!((count(&svg, "stroke-dasharray=\"5 3\""), count(&svg, "Z\"")), (3, 2), "{svg}");
        assert!(svg.contains("KL's mål: 75") && svg.contains(">Grundniveau<"));
        let alone = dumbbell(&FIGURE, &legend, &rows[..1], width).into_string();
        assert!(alone.contains("KL's mål: 75") && !alone.contains("Grundniveau"), "the legend names what is drawn");
    }
}

#[test]
fn what_a_row_rests_on_stands_at_its_change() {
    let rests = vec!["n = 62".to_owned(), "5 af 7 spørgsmål".to_owned()];
    let one = DumbbellRow { change: Some("+9".to_owned()), rests, ..row(Some(20.0), Some(29.0)) };
    for width in [Width::Wide, Width::Narrow] {
        let svg = dumbbell(&FIGURE, &LEGEND, std::slice::from_ref(&one), width).into_string();
        assert!(svg.contains("n = 62") && svg.contains("5 af 7 spørgsmål"), "{svg}");
    }
}

#[test]
fn a_mark_stands_in_the_drawing_itself() {
    let marked = Figure { mark: Some("Genereret"), ..FIGURE };
    let svg = dumbbell(&marked, &LEGEND, &[row(Some(20.0), Some(70.0))], Width::Wide).into_string();
    assert!(svg.contains(">Genereret</text>"), "{svg}");
}

#[test]
fn every_row_is_drawn_once() {
    let points = [None, Some(0.0), Some(50.0), Some(100.0)];
    let rows: Vec<DumbbellRow> = points.iter().flat_map(|from| points.iter().map(|to| row(*from, *to))).collect();
    assert_eq!(count(&chart(&rows), "class=\"pj-row\""), 16);
}

#[test]
fn only_the_points_that_are_known_are_drawn() {
    let circles = |from, to| count(&rows_of(&[row(from, to)]), "<circle");
    assert_eq!(circles(Some(10.0), Some(20.0)), 2);
    assert_eq!(circles(Some(10.0), None), 1);
    assert_eq!(circles(None, Some(20.0)), 1);
    assert_eq!(circles(None, None), 0);
    assert!(!rows_of(&[row(Some(10.0), None)]).contains("<line"));
}

#[test]
fn equal_points_are_both_seen() {
    let svg = rows_of(&[row(Some(38.0), Some(38.0))]);
    assert!(svg.contains("r=\"9\"") && svg.contains("r=\"6.5\""));
}

#[test]
fn a_note_is_drawn_where_a_point_is_missing_and_only_there() {
    let noted = |from, to| {
        let row = DumbbellRow { note: Some("grundlag".to_owned()), ..row(from, to) };
        rows_of(&[row]).contains("grundlag")
    };
    assert!(noted(None, None) && noted(Some(100.0), None) && noted(None, Some(0.0)));
    assert!(!noted(Some(1.0), Some(2.0)));
}

#[test]
fn a_chart_with_links_is_a_group_whose_links_are_reached_as_any_other() {
    let linked = DumbbellRow { link: Some("/a?b=1&c=2".to_owned()), ..row(Some(1.0), Some(2.0)) };
    let svg = chart(&[linked, row(None, None)]);
    assert!(svg.contains("role=\"group\"") && !svg.contains("role=\"img\""));
    assert_eq!(count(&svg, "<a "), 1);
    assert!(svg.contains("href=\"/a?b=1&amp;c=2\">"));
    assert!(chart(&[row(None, None)]).contains("role=\"img\""));
}

#[test]
fn texts_are_escaped() {
    let evil = "<script>alert(\"1\")</script>";
    let name = Figure { id: "f", title: evil, description: evil, mark: Some(evil) };
    let mut bad = row(None, None);
    bad.label = evil.to_owned();
    bad.note = Some(evil.to_owned());
    bad.change = Some(evil.to_owned());
    let mut groups = group(vec![share(evil, 100.0, Tone::Green)]);
    groups[0].heading = Some(evil.to_owned());
    for width in [Width::Wide, Width::Narrow] {
        let words = DumbbellLegend { baseline: evil, current: evil, unpaired: evil, change: evil, aim: None };
        let one = dumbbell(&name, &words, std::slice::from_ref(&bad), width).into_string();
        let other = distribution_with_legend(&name, &groups, width).into_string();
        assert!(!one.contains("<script") && !other.contains("<script"));
        assert!(one.contains("&lt;script") && other.contains("&lt;script"));
    }
}

#[test]
fn wide_and_narrow_share_no_id() {
    let ids = |width| -> Vec<String> {
        let svg = dumbbell(&FIGURE, &LEGEND, &[], width).into_string();
        svg.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let (wide, narrow) = (ids(Width::Wide), ids(Width::Narrow));
    assert_eq!((wide.len(), narrow.len()), (3, 3));
    assert!(wide.iter().all(|id| !narrow.contains(id)));
}

#[test]
fn no_number_is_too_strange_to_draw() {
    let strange = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, -0.0];
    let rows: Vec<DumbbellRow> = strange.iter().flat_map(|a| strange.iter().map(|b| row(Some(*a), Some(*b)))).collect();
    let shares = strange.iter().map(|percent| share("x", *percent, Tone::Weak)).collect();
    for svg in [chart(&rows), chart(&[]), bars(shares), bars(Vec::new())] {
        let coordinates: String =
            svg.split("</text>").map(|part| part.rsplit_once('>').map_or(part, |p| p.0)).collect();
        assert!(!coordinates.contains("NaN") && !coordinates.contains("inf"), "{coordinates}");
    }
}

#[test]
fn a_share_of_nothing_draws_nothing() {
    let full = bars(vec![share("Ja", 100.0, Tone::Strong)]);
    let with_zero = bars(vec![share("Ja", 100.0, Tone::Strong), share("Nej", 0.0, Tone::Absent)]);
    assert_eq!(full, with_zero);
}

#[test]
fn a_thin_segment_has_no_number_in_it() {
    let svg = bars(vec![share("Ja", 98.0, Tone::Strong), share("Nej", 2.0, Tone::Absent)]);
    assert!(svg.contains("98 %") && !svg.contains("2 %<"));
    assert!(svg.contains(Tone::Absent.fill()));
}

#[test]
fn a_traffic_light_carries_its_word() {
    assert!(bars(vec![share("Grøn", 100.0, Tone::Green)]).contains(">Grøn 100 %<"));
    assert!(bars(vec![share("Ja", 100.0, Tone::Strong)]).contains(">100 %<"));
}

#[test]
fn a_legend_names_each_answer_once() {
    let mut groups = group(vec![share("Ja", 60.0, Tone::Strong), share("Nej", 40.0, Tone::Absent)]);
    groups.extend(groups.clone());
    let page = distribution_figure(&FIGURE, &groups, html! {}, "Tallene", html! {}).into_string();
    assert_eq!((count(&page, "<li>"), count(&page, "<svg xmlns")), (2, 2));
}

#[test]
fn drawings_stand_alone_and_keep_to_the_content_policy() {
    let shares = || vec![share("Ja", 100.0, Tone::Strong)];
    let file = distribution_with_legend(&FIGURE, &group(shares()), Width::Wide).into_string();
    for svg in [chart(&[row(Some(1.0), Some(2.0))]), bars(shares()), file] {
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
        assert!(!svg.contains("style=") && !svg.contains("<style") && !svg.contains("<script"));
    }
}

#[test]
fn no_line_is_wider_than_its_room_and_no_letter_is_lost() {
    let text = Type::new(14.0, INK);
    for label in ["Sundheds- og omsorgsforvaltningen/beskæftigelsesforvaltningen", "a", "", "æ ø å"] {
        for limit in [1.0, 30.0, 120.0, 700.0] {
            let lines = text.wrap(label, limit);
            let letters = |text: &str| text.replace([' ', '-'], "");
            assert_eq!(letters(&lines.concat()), letters(label));
            assert!(limit < 30.0 || lines.iter().all(|line| text.width(line) <= limit + 0.001));
        }
    }
}
