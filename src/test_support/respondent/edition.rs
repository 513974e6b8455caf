//! The edition of the tests of answering.

use crate::domain::catalogue::sources::Source;
use crate::domain::catalogue::{
    About, AreaLabel, Blank, Edition, Measure, Package, Question, Recommendation, Scale, ScaleOption, Worth,
};
use crate::domain::{Area, Text};

/// Its key.
pub const EDITION: &str = "respondents";

/// Questions 0 and 1 on tobacco, 2 on food, 3 of no package; employment is asked 1 and 3.
pub fn edition() -> Edition {
    let both = [Area::PsychiatryDisability, Area::Employment];
    let question = |key: &str, text: &str, areas: &[Area], package: Option<usize>| Question {
        key: key.to_owned(),
        text: Text::from(text),
        hint: None,
        about: package.map(|place| if place == 0 { About::Unit } else { About::Area }),
        help: Vec::new(),
        source: Source::default(),
        measure: if package.is_some() { Measure::Implementation } else { Measure::Awareness },
        scale: usize::from(package.is_none()),
        areas: areas.to_vec(),
        package,
        recommendation: package.map(|_| 0),
    };
    let package = |key: &str, title: &str| Package {
        key: key.to_owned(),
        title: Text::from(title),
        link: None,
        source: Source::default(),
        recommendations: vec![Recommendation {
            key: "r".to_owned(),
            title: Text::from("r"),
            category: "rammer".to_owned(),
            level: None,
            central: false,
            source: Source::default(),
        }],
    };
    let area = |area: Area| AreaLabel { area, label: area.text() };
    Edition {
        key: EDITION.to_owned(),
        scales: vec![
            scale("trafiklys", &["Grøn", "Gul", "Rød", "Ikke relevant", "Ved ikke"], Some(3)),
            scale("grad", &["I høj grad", "I nogen grad", "I mindre grad", "Slet ikke", "Ved ikke"], None),
        ],
        areas: both.map(area).to_vec(),
        packages: vec![package("tobak", "Tobak"), package("mad", "Mad og måltider")],
        questions: vec![
            question("tobak.hjem", "Er der røgfrie hjem?", &both[..1], Some(0)),
            question("tobak.stop", "Tilbydes rygestop inden for {area}?", &both, Some(0)),
            question("mad.plan", "Er der en handleplan for mad?", &both[..1], Some(1)),
            question("kendskab", "Kendes pakkerne inden for {area}?", &both, None),
        ],
        ..Edition::default()
    }
}

fn scale(key: &str, labels: &[&str], with_reason: Option<usize>) -> Scale {
    let option = |(index, label): (usize, &&str)| ScaleOption {
        key: format!("{key}-{index}"),
        label: Text::from(*label),
        worth: match index {
            4 => Worth::Blank(Blank::DontKnow),
            index if Some(index) == with_reason => Worth::Blank(Blank::NotRelevant),
            index => Worth::Points(3 - u16::try_from(index).unwrap()),
        },
        reason_required: Some(index) == with_reason,
    };
    Scale { key: key.to_owned(), label: Text::from(key), options: labels.iter().enumerate().map(option).collect() }
}
