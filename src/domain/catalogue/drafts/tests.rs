//! Any sequence of edits gives an edition whose document says the same, or a refusal; and links follow.

use std::collections::HashSet;

use proptest::collection::vec;
use proptest::prelude::*;

use super::faults::{Problem, faults};
use super::*;
use crate::domain::catalogue::sources::{Source, SourceStatus};
use crate::domain::catalogue::{About, AreaLabel, Blank, Label, Measure, OptionHelp, Worth};
use crate::domain::{Area, Text};
use crate::files;

/// The numbers that one random edit is made from.
pub type Seeds = [u16; 8];

const WORDS: [&str; 8] = ["", "Røgfri miljøer", "a: b # c", "\"Null\"", "null", "2018", "{area} - x", "😀 é"];

fn text(seed: u16) -> Text {
    let word = |seed: u16| WORDS[usize::from(seed) % WORDS.len()].to_owned();
    Text { da: word(seed), en: (!seed.is_multiple_of(3)).then(|| word(seed / 8)) }
}

fn source(seed: u16) -> Source {
    let status = SourceStatus::ALL.get(usize::from(seed) % 5).copied();
    let note = ["verified: side 9", "https://example.org/a, læst", "note"][usize::from(seed) % 3];
    Source {
        status,
        da: (!seed.is_multiple_of(2)).then(|| note.to_owned()),
        en: (seed % 7 > 4).then(|| note.to_owned()),
    }
}

fn pick<T: Clone>(of: &[T], seed: u16) -> Option<T> {
    (!of.is_empty()).then(|| of[usize::from(seed) % of.len()].clone())
}

fn areas(seed: u16) -> Vec<Area> {
    Area::ALL.iter().enumerate().filter(|(place, _)| seed >> (place % 16) & 1 == 1).map(|(_, area)| *area).collect()
}

fn key(seed: u16) -> String {
    ["", "", "", "tobak", "ny", "a.b", "null", "æ", "preview"][usize::from(seed) % 9].to_owned()
}

fn label(seeds: Seeds) -> Label {
    Label { key: key(seeds[2]), label: text(seeds[3]) }
}

/// All that can be taken away or moved.
fn items(edition: &Edition) -> Vec<Item> {
    let mut items = vec![Item::Facts, Item::Areas, Item::Question("gone".to_owned())];
    items.extend(edition.categories.iter().map(|one| Item::Category(one.key.clone())));
    items.extend(edition.levels.iter().map(|one| Item::Level(one.key.clone())));
    items.extend(edition.areas.iter().map(|one| Item::Area(one.area)));
    for scale in &edition.scales {
        items.push(Item::Scale(scale.key.clone()));
        items.extend(scale.options.iter().map(|one| Item::Option(scale.key.clone(), one.key.clone())));
    }
    for package in &edition.packages {
        items.push(Item::Package(package.key.clone()));
        let recommendations = package.recommendations.iter();
        items.extend(recommendations.map(|one| Item::Recommendation(package.key.clone(), one.key.clone())));
    }
    items.extend(edition.questions.iter().map(|one| Item::Question(one.key.clone())));
    let key_question = |one: &crate::domain::catalogue::KeyQuestion| {
        Item::KeyQuestion(edition.questions[one.question].key.clone(), one.area)
    };
    items.extend(edition.key_questions.iter().map(key_question));
    items
}

fn content(edition: &Edition, kind: ItemKind, seeds: Seeds) -> Option<Content> {
    let package = pick(&edition.packages, seeds[4]);
    let scale = pick(&edition.scales, seeds[5]);
    Some(match kind {
        ItemKind::Facts => Content::Facts(Facts {
            reason: edition.correction.is_some().then(|| text(seeds[6])),
            title: text(seeds[3]),
            published_on: (!seeds[2].is_multiple_of(2)).then(|| "2026-02-01".parse().unwrap()),
            source: source(seeds[4]),
        }),
        ItemKind::Areas => {
            Content::Areas(areas(seeds[3]).into_iter().map(|area| AreaLabel { area, label: text(seeds[4]) }).collect())
        }
        ItemKind::Package => Content::Package(PackageContent {
            key: key(seeds[2]),
            title: text(seeds[3]),
            link: (!seeds[4].is_multiple_of(2))
                .then(|| ["https://example.org/a#b", "nej", ""][usize::from(seeds[5]) % 3].to_owned()),
            source: source(seeds[6]),
        }),
        ItemKind::Recommendation => Content::Recommendation(RecommendationContent {
            package: package?.key,
            key: key(seeds[2]),
            title: text(seeds[3]),
            category: pick(&edition.categories, seeds[5]).map_or_else(String::new, |one| one.key),
            level: pick(&edition.levels, seeds[6]).map(|one| one.key),
            central: !seeds[7].is_multiple_of(2),
            source: source(seeds[6]),
        }),
        ItemKind::Question => {
            let scale = scale?;
            let place = match package {
                None => Place::Edition,
                Some(package) => match pick(&package.recommendations, seeds[6]) {
                    Some(one) if !seeds[6].is_multiple_of(3) => Place::Recommendation(package.key, one.key),
                    _ if seeds[6] % 3 > 1 => Place::Edition,
                    _ => Place::Package(package.key),
                },
            };
            let help = scale.options.iter().enumerate().filter(|(place, _)| seeds[7] >> place & 1 == 1);
            Content::Question(Box::new(QuestionContent {
                key: key(seeds[2]),
                place,
                text: text(seeds[3]),
                hint: (!seeds[4].is_multiple_of(2)).then(|| text(seeds[4] / 2)),
                about: About::ALL.get(usize::from(seeds[4]) % 4).copied(),
                help: help
                    .map(|(place, one)| OptionHelp { option: one.key.clone(), text: text(seeds[5] + place as u16) })
                    .collect(),
                source: source(seeds[5]),
                measure: Measure::ALL[usize::from(seeds[6]) % 3],
                scale: scale.key,
                areas: areas(seeds[7]),
                key_areas: areas(seeds[7] & seeds[3]),
            }))
        }
        ItemKind::Scale => Content::Scale(label(seeds)),
        ItemKind::Option => Content::Option(OptionContent {
            scale: scale?.key,
            key: key(seeds[2]),
            label: text(seeds[3]),
            worth: match seeds[4] % 4 {
                0 => Worth::Blank(Blank::DontKnow),
                points => Worth::Points(points - 1),
            },
            reason_required: !seeds[6].is_multiple_of(2),
        }),
        ItemKind::Category => Content::Category(label(seeds)),
        ItemKind::Level => Content::Level(label(seeds)),
        ItemKind::Area | ItemKind::KeyQuestion | ItemKind::Crosswalk => return None,
    })
}

/// A random edit of a draft.
pub fn edit(draft: &Draft, seeds: Seeds) -> Option<Edit> {
    let edition = &draft.edition;
    let item = pick(&items(edition), seeds[1])?;
    Some(match seeds[0] % 8 {
        0..3 => Edit::Add(content(edition, ItemKind::ALL[usize::from(seeds[1]) % ItemKind::ALL.len()], seeds)?),
        3..6 => {
            let meaning = Meaning::ALL[usize::from(seeds[7]) % 3];
            Edit::Change(item.clone(), content(edition, item.kind(), seeds)?, meaning)
        }
        6 => Edit::Remove(item),
        _ => Edit::Move(item, Step::ALL[usize::from(seeds[2]) % 4]),
    })
}

/// A random link from the edition that the draft was copied from; a question is compared with one other at most, which
/// whoever links sees to.
fn link(draft: &Draft, origin: &Edition, seeds: Seeds) -> Option<Edit> {
    let (from, to) = (pick(&origin.questions, seeds[2])?, pick(&draft.edition.questions, seeds[3])?);
    let relation = Relation::ALL[usize::from(seeds[4]) % Relation::ALL.len()];
    let mut crosswalk = Crosswalk::between(origin, &draft.edition);
    if let Some(known) = draft.crosswalks.iter().find(|one| one.from == origin.key) {
        crosswalk.links.clone_from(&known.links);
    }
    let is_free = |one: &Link| !one.relation.is_compared() || (one.from != from.key && one.to != to.key);
    crosswalk.links.retain(|one| !relation.is_compared() || is_free(one));
    let link = Link { from: from.key, to: to.key, relation };
    (from.measure == to.measure).then(|| Edit::Link(crosswalk.with(link)))
}

/// A small edition of every kind of thing, copied so that it has links.
pub fn small() -> (Edition, Draft) {
    let edition = files::catalogue::read(files::catalogue::tests::SMALL.as_bytes()).unwrap();
    let draft = Draft::copy_of(&edition, "2026", Text::from("Ny"));
    (edition, draft)
}

fn is_unique<'a>(keys: impl Iterator<Item = &'a String>) -> bool {
    let mut seen = HashSet::new();
    keys.into_iter().all(|key| seen.insert(key))
}

/// Everything that holds of a draft, whatever was done to it.
pub fn assert_sound(draft: &Draft, origin: &Edition) {
    let edition = &draft.edition;
    let rank = |one: &crate::domain::catalogue::Question| {
        (one.package.unwrap_or(usize::MAX), one.recommendation.unwrap_or(usize::MAX))
    };
    assert!(edition.questions.iter().map(rank).is_sorted(), "questions are in document order");
    for one in &edition.questions {
        assert!(one.scale < edition.scales.len());
        let package = one.package.map(|index| &edition.packages[index]);
        assert!(one.recommendation.is_none_or(|index| index < package.unwrap().recommendations.len()));
    }
    assert!(edition.key_questions.iter().all(|one| one.question < edition.questions.len()));
    assert!(is_unique(edition.questions.iter().map(|one| &one.key)));
    assert!(is_unique(edition.packages.iter().map(|one| &one.key)));
    assert!(is_unique(edition.scales.iter().map(|one| &one.key)));
    let document = files::catalogue::write(edition).unwrap();
    let read = files::catalogue::read_draft(document.as_bytes());
    assert_eq!(read.as_ref(), Ok(edition), "{document}");
    let found = faults(edition);
    let imported = files::catalogue::read(document.as_bytes());
    assert_eq!(imported.is_ok(), found.is_empty(), "{found:?}\n{imported:?}\n{document}");
    for crosswalk in &draft.crosswalks {
        let document = files::crosswalk::write(crosswalk);
        assert_eq!(files::crosswalk::read(document.as_bytes(), &[origin, edition]).as_ref(), Ok(crosswalk));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 128 } else { 1024 }))]

    #[test]
    fn any_sequence_of_edits_gives_an_edition_with_named_faults_that_its_document_gives_back(
        all in vec(any::<Seeds>(), 0..40)
    ) {
        let (origin, mut draft) = small();
        if all.len() % 2 == 1 {
            draft = Draft::correction_of(&origin, "2026", Text::from("Trykfejl"));
        }
        for seeds in all {
            // Now and then a file takes the draft's place.
            if seeds[0] % 40 == 39 {
                let correction = draft.edition.correction.clone();
                let file = Edition { key: draft.edition.key.clone(), correction, ..origin.clone() };
                draft = draft.replaced(file);
                assert_sound(&draft, &origin);
                continue;
            }
            let edit = if seeds[0] % 5 == 4 { link(&draft, &origin, seeds) } else { edit(&draft, seeds) };
            let Some(edit) = edit else { continue };
            if let Ok(edited) = draft.edited(&edit) {
                draft = edited.draft;
                assert_sound(&draft, &origin);
            }
        }
    }
}

fn shipped(key: &str) -> Edition {
    files::catalogue::read(&std::fs::read(format!("{}/catalogue/{key}.yaml", env!("CARGO_MANIFEST_DIR"))).unwrap())
        .unwrap()
}

#[test]
fn the_shipped_editions_have_no_faults_and_are_written_and_read_as_they_are() {
    for key in ["2012-13", "2018", "beginning"] {
        let edition = shipped(key);
        assert_eq!(faults(&edition), [], "{key}");
        let document = files::catalogue::write(&edition).unwrap();
        assert_eq!(files::catalogue::read(document.as_bytes()).unwrap(), edition, "{key}");
    }
}

fn question(draft: &Draft, key: &str) -> Box<QuestionContent> {
    match draft.content(&Item::Question(key.to_owned())) {
        Some(Content::Question(question)) => question,
        other => panic!("{other:?}"),
    }
}

fn relation(draft: &Draft, from: &str) -> Option<(String, Relation)> {
    let links = draft.crosswalks.iter().flat_map(|one| &one.links);
    links.clone().find(|link| link.from == from).map(|link| (link.to.clone(), link.relation))
}

#[test]
fn a_copied_question_is_identical_until_its_words_change_and_its_links_follow() {
    let (_, draft) = small();
    assert_eq!(relation(&draft, "kendskab"), Some(("kendskab".to_owned(), Relation::Identical)));
    let item = || Item::Question("kendskab".to_owned());
    let change = |draft: &Draft, question: Box<QuestionContent>, meaning| {
        draft.edited(&Edit::Change(item(), Content::Question(question), meaning)).unwrap()
    };
    let mut renamed = question(&draft, "kendskab");
    renamed.key = "kendt".to_owned();
    let edited = change(&draft, renamed, Meaning::New);
    assert_eq!(edited.item, Item::Question("kendt".to_owned()));
    assert_eq!(relation(&edited.draft, "kendskab"), Some(("kendt".to_owned(), Relation::Identical)));
    for (meaning, expected) in [
        (Meaning::Corrected, Some(Relation::Identical)),
        (Meaning::Reworded, Some(Relation::Reworded)),
        (Meaning::New, None),
    ] {
        let mut reworded = question(&draft, "kendskab");
        reworded.text = Text::from("Kender I dem?");
        let edited = change(&draft, reworded, meaning);
        assert_eq!(relation(&edited.draft, "kendskab").map(|(_, relation)| relation), expected, "{meaning:?}");
    }
    let mut other = question(&draft, "kendskab");
    other.measure = Measure::Overall;
    assert_eq!(relation(&change(&draft, other, Meaning::Corrected).draft, "kendskab"), None);
    let removed = draft.edited(&Edit::Remove(item())).unwrap().draft;
    assert_eq!(relation(&removed, "kendskab"), None);
    assert_eq!(removed.crosswalks[0].links.len(), 2);
}

#[test]
fn keys_are_made_from_titles_and_never_used_twice() {
    let (_, draft) = small();
    let package = |key: &str| {
        Edit::Add(Content::Package(PackageContent {
            key: key.to_owned(),
            title: Text::from("Røgfri by"),
            ..PackageContent::default()
        }))
    };
    let first = draft.edited(&package("")).unwrap();
    assert_eq!(first.item, Item::Package("roegfri-by".to_owned()));
    assert_eq!(first.draft.edited(&package("")).unwrap().item, Item::Package("roegfri-by-2".to_owned()));
    assert_eq!(draft.edited(&package("tobak")), Err(Refusal::CatalogueKeyTaken("tobak".to_owned())));
    let mut new = question(&draft, "tobak.rygestop");
    new.key = String::new();
    let added = draft.edited(&Edit::Add(Content::Question(new))).unwrap();
    assert_eq!(added.item, Item::Question("tobak.rygestop-2".to_owned()));
}

#[test]
fn what_is_used_stays_and_what_is_taken_away_takes_its_own_along() {
    let (_, draft) = small();
    assert_eq!(draft.edited(&Edit::Remove(Item::Scale("grad".to_owned()))), Err(Refusal::ItemInUse(3)));
    assert_eq!(draft.edited(&Edit::Remove(Item::Category("rammer".to_owned()))), Err(Refusal::ItemInUse(1)));
    let without = draft.edited(&Edit::Remove(Item::Package("tobak".to_owned()))).unwrap().draft;
    assert_eq!((without.edition.packages.len(), without.edition.questions.len()), (0, 1));
    assert_eq!(without.edited(&Edit::Remove(Item::Package("tobak".to_owned()))), Err(Refusal::NoSuchItem));
}

#[test]
fn every_fault_is_named_where_it_is() {
    let (_, mut draft) = small();
    draft.edition.title.da.clear();
    draft.edition.packages[0].recommendations[0].category = "tilbud".to_owned();
    draft.edition.questions[0].areas = vec![Area::Communication];
    draft.edition.questions[1].text.da.clear();
    draft.edition.questions[2].areas.clear();
    draft.edition.scales[0].options.retain(|option| option.points() != Some(1));
    let found: Vec<(Item, Option<usize>, Problem)> =
        faults(&draft.edition).into_iter().map(|fault| (fault.item, fault.package, fault.problem)).collect();
    let recommendation = Item::Recommendation("tobak".to_owned(), "rygestop".to_owned());
    assert_eq!(
        found,
        [
            (Item::Facts, None, Problem::NoDanish),
            (Item::Scale("grad".to_owned()), None, Problem::NoPoints),
            (recommendation, Some(0), Problem::UnknownCategory("tilbud".to_owned())),
            (Item::Question("tobak.rygestop".to_owned()), Some(0), Problem::UnknownArea(Area::Communication)),
            (Item::Question("tobak.samlet".to_owned()), Some(0), Problem::NoDanish),
            (Item::Question("kendskab".to_owned()), None, Problem::AskedNowhere),
        ]
    );
}
