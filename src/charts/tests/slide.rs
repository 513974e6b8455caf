//! Facts about slides, read from what a renderer makes of them.

use resvg::usvg::{Node, Rect};

use super::{FIGURE, LEGEND, group, row, share};
use crate::charts::outlined::tree;
use crate::charts::{
    DistributionGroup, DumbbellRow, Flow, FlowEnd, MapContent, MapKind, MapPlace, MapValue, PeerMark, PeerRow,
    PeerWords, Plot, Slide, Tone, TrendAxis, TrendPoint, TrendRow, list_slide, outlined, png, slide, title_slide,
};
use crate::domain::base::municipalities;

const AROUND: Slide = Slide {
    heading: "Mad og måltider er steget mest: +22 point i 88 kommuner, og det er en overskrift på mere end en linje",
    lead: "Implementering pr. pakke, hele landet. 14 af 18 spørgsmål kan sammenlignes.",
    source: "Kilde: Pejlemærke, runde 2017, afsluttet 30. november 2017.",
};

/// Whatever a chart is made of, few and many of it; `show` gets its name and the slide.
fn each(mut show: impl FnMut(&str, &str)) {
    let figure = crate::charts::Figure { mark: Some("Alle svar og tal er genererede."), ..FIGURE };
    for count in [1, 8] {
        let part = |text: &str| ("Dækning".to_owned(), format!("{text} {}", "Et felt er et spørgsmål. ".repeat(6)));
        let parts: Vec<(String, String)> =
            [AROUND.heading, AROUND.lead].map(part).into_iter().cycle().take(1 + count).collect();
        show("a list", &list_slide(&figure, &parts, AROUND.source).into_string());
        let lines: Vec<String> =
            [AROUND.heading, AROUND.lead].into_iter().cycle().take(1 + count).map(str::to_owned).collect();
        show("a first slide", &title_slide(&figure, &lines, AROUND.source).into_string());
    }
    let mut draw = |name: &str, plot: Plot| {
        show(name, &slide(&figure, &AROUND, &plot).into_string());
    };
    for count in [0, 1, 11, 40] {
        let rows: Vec<DumbbellRow> = (0..count)
            .map(|index| DumbbellRow {
                label: format!("Fysisk aktivitet og stillesiddende adfærd nr. {index}"),
                change: Some("−23".to_owned()),
                rests: vec!["n = 95".to_owned(), "14 af 18 spørgsmål".to_owned()],
                ..row(Some(2.0 * f64::from(index)), Some(100.0 - f64::from(index)))
            })
            .collect();
        draw(&format!("{count} rows"), Plot::Dumbbell(&LEGEND, &rows));
        let one = group(vec![share("Grøn", 62.0, Tone::Green), share("Rød", 38.0, Tone::Red)]).remove(0);
        let heading = Some("Er der udarbejdet lokale handlingsplaner for mad og måltider?".to_owned());
        let groups: Vec<DistributionGroup> =
            (0..count).map(|_| DistributionGroup { heading: heading.clone(), ..one.clone() }).collect();
        draw(&format!("{count} groups"), Plot::Distribution(&groups));
        let point = TrendPoint { score: Some(40.0), text: "40".to_owned(), is_joined: true, ..TrendPoint::default() };
        let line = TrendRow { label: "Mental sundhed".to_owned(), points: vec![point; 3], behind: Vec::new() };
        let rounds = ["2013", "2015", "2017"].map(str::to_owned);
        let parts = [(0, "Udgave 2012".to_owned())];
        let axis = TrendAxis { rounds: &rounds, days: &[0, 730, 1460], parts: &parts, legend: None };
        let lines: Vec<TrendRow> = (0..count).map(|_| line.clone()).collect();
        let others = ["Hele landet", "Region Midtjylland", "Provinsbykommuner"].map(str::to_owned);
        let words = PeerWords { own: "Aarhus", others: &others, differences: "Kommunens forskel i point til" };
        let mark = PeerMark { score: Some(99.0), text: "−23".to_owned(), is_largest: true, ..PeerMark::default() };
        let peers =
            PeerRow { others: vec![mark; 3], own: Some(1.0), label: "Overvægt".to_owned(), ..PeerRow::default() };
        draw(&format!("{count} peers"), Plot::Peers(&words, &vec![peers; count as usize]));
        draw(&format!("{count} lines"), Plot::Trend(&axis, &lines));
        draw(&format!("{count} small charts"), Plot::Multiples(&axis, &lines));
    }
    let ends = |names: [&str; 3]| {
        let tones = [Tone::Green, Tone::Yellow, Tone::Red];
        let end = |(label, tone): (&str, Tone)| FlowEnd { label: label.to_owned(), tone };
        names.into_iter().zip(tones).map(end).collect::<Vec<FlowEnd>>()
    };
    let (then, now) = (ends(["Grøn", "Gul", "Rød"]), ends(["Grøn", "Gul", "Rød"]));
    for counts in [vec![vec![0; 3]; 3], vec![vec![5, 1, 0], vec![40, 2, 3], vec![9000, 0, 1]]] {
        let flow = Flow { titles: ["Ved baseline", "2017"], ends: [&then, &now], counts: &counts };
        draw("a flow", Plot::Flow(&flow));
    }
    let place = |one: &municipalities::Municipality| MapPlace {
        code: one.code.to_owned(),
        name: one.name.to_owned(),
        value: MapValue::Score(63.0),
        text: "63".to_owned(),
        link: None,
    };
    let places: Vec<MapPlace> = municipalities::all().iter().map(place).collect();
    for kind in [MapKind::Outlines, MapKind::Tiles] {
        let content = MapContent { kind, places: &places, legend: &[], credit: "Kortet: react-denmark-map" };
        draw(&format!("{kind:?}"), Plot::Map(&content));
    }
}

/// The boxes of everything that is written in a slide.
fn texts(nodes: &[Node], found: &mut Vec<(String, Rect)>) {
    for node in nodes {
        match node {
            Node::Group(group) => texts(group.children(), found),
            Node::Text(text) => {
                let words = text.chunks().iter().map(|chunk| chunk.text()).collect();
                found.push((words, text.abs_bounding_box()));
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

#[test]
fn every_letter_of_a_slide_is_drawn_inside_it() {
    each(|name, svg| {
        let mut found = Vec::new();
        texts(tree(svg).unwrap().root().children(), &mut found);
        // What has no letters in our font has no box, and is no text of the tree.
        assert_eq!(found.len(), svg.matches("<text").count(), "{name}");
        for (words, bounds) in found {
            let inside =
                bounds.left() >= 0.0 && bounds.top() >= 0.0 && bounds.right() <= 1280.0 && bounds.bottom() <= 720.0;
            assert!(inside && bounds.width() > 0.0, "{name}: {words} at {bounds:?}");
        }
    });
}

#[test]
fn a_slide_says_what_it_shows_how_much_it_rests_on_and_that_it_is_generated() {
    each(|name, svg| {
        for part in ["Mad og måltider er steget mest", "14 af 18", "Kilde: Pejlemærke", "genererede"] {
            assert!(svg.contains(part), "{name} without {part}");
        }
    });
}

#[test]
fn as_shapes_a_slide_needs_no_font_and_keeps_its_title() {
    each(|name, svg| {
        let shapes = outlined(svg).unwrap();
        assert!(!shapes.contains("<text") && shapes.contains("viewBox=\"0 0 1280 720\""), "{name}");
        assert!(shapes.contains("<title id=\"slide-f-title\">Titel</title>") && !shapes.contains("></desc>"), "{name}");
        assert!(tree(&shapes).is_ok(), "{name}");
    });
}

#[test]
fn as_pixels_a_slide_is_1920_by_1080_and_the_same_from_shapes() {
    let plot = Plot::Dumbbell(&LEGEND, &[row(Some(20.0), Some(70.0))]);
    let svg = slide(&FIGURE, &AROUND, &plot).into_string();
    let pixels = |svg: &str| {
        let bytes = png(svg).unwrap();
        let mut reader = ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((frame.width, frame.height), (1920, 1080));
        pixels
    };
    let (from_text, from_shapes) = (pixels(&svg), pixels(&outlined(&svg).unwrap()));
    let inked = |pixels: &[u8]| pixels.chunks_exact(4).filter(|pixel| pixel[..3] != [255, 255, 255]).count();
    assert!(inked(&from_text) > 10_000, "{}", inked(&from_text));
    let differs = from_text.iter().zip(&from_shapes).filter(|(one, other)| one.abs_diff(**other) > 60).count();
    assert!(differs < from_text.len() / 1000, "{differs}");
}

#[test]
fn bold_letters_are_bold_and_those_of_names_from_far_away_are_there() {
    let wide = |text: &str, weight: &str| {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"100\" font-family=\"IBM Plex Sans\">\
             <text x=\"10\" y=\"50\" font-size=\"40\" font-weight=\"{weight}\">{text}</text></svg>"
        );
        let mut found = Vec::new();
        texts(tree(&svg).unwrap().root().children(), &mut found);
        found.first().map_or(0.0, |(_, bounds)| bounds.width())
    };
    assert!(wide("Rygestop", "600") > wide("Rygestop", "400") + 1.0);
    assert!(wide("Łódź", "400") > wide("Ł", "400") + 30.0);
}

#[test]
fn what_is_no_svg_is_an_error() {
    assert!(png("<p>").is_err() && outlined("").is_err());
}
