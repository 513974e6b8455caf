//! A dashboard's message in one sentence, and beside it what it measures and what it rests on.

use super::figures::{change_in_points, comparable, measure, round_names, subject};
use crate::domain::Language;
use crate::domain::base::rounding::whole;
use crate::domain::catalogue::Measure;
use crate::domain::dashboards::finding::{Finding, LatestStep, Movement};

/// Whose figures they are.
#[derive(Debug, Clone, Copy)]
pub enum Whose<'a> {
    /// All municipalities'.
    Nation,
    /// One municipality's, by what it calls itself.
    Municipality(&'a str),
}

/// The sentence, for a heading.
pub fn sentence(finding: &Finding, whose: Whose, language: Language) -> String {
    let one = match (finding, whose) {
        (&Finding::Still(n), Whose::Nation) => return tr!(language, "finding-still", n = n),
        (Finding::Still(_), Whose::Municipality(name)) => {
            return tr!(language, "finding-own-still", municipality = name);
        }
        (Finding::Moved(one), _) => one,
    };
    let (name, points) = (
        subject(&one.subject, &tr!(language, "figure-all-packages"), language),
        change_in_points(one.points, language),
    );
    let (subject, points) = (name.as_str(), points.as_str());
    match (whose, one.is_rise(), one.is_most) {
        (Whose::Nation, true, true) => {
            tr!(language, "finding-rise-most", subject = subject, points = points, n = one.n)
        }
        (Whose::Nation, true, false) => tr!(language, "finding-rise", subject = subject, points = points, n = one.n),
        (Whose::Nation, false, true) => {
            tr!(language, "finding-fall-most", subject = subject, points = points, n = one.n)
        }
        (Whose::Nation, false, false) => tr!(language, "finding-fall", subject = subject, points = points, n = one.n),
        (Whose::Municipality(name), true, true) => {
            tr!(language, "finding-own-rise-most", municipality = name, subject = subject, points = points)
        }
        (Whose::Municipality(name), true, false) => {
            tr!(language, "finding-own-rise", municipality = name, subject = subject, points = points)
        }
        (Whose::Municipality(name), false, true) => {
            tr!(language, "finding-own-fall-most", municipality = name, subject = subject, points = points)
        }
        (Whose::Municipality(name), false, false) => {
            tr!(language, "finding-own-fall", municipality = name, subject = subject, points = points)
        }
    }
}

/// What the sentence measures, since when, and how much of it can be compared; nothing of a finding without movement.
pub fn basis(finding: &Finding, of: Measure, language: Language) -> Option<String> {
    let Finding::Moved(Movement { baselines, comparable: can, .. }) = finding else { return None };
    Some(tr!(
        language,
        "finding-basis",
        measure = measure(of, language),
        rounds = round_names(baselines, language),
        comparable = comparable(can, language)
    ))
}

/// How many cells a municipality's sentence rests on; the country's says its municipalities itself.
pub fn own_basis(finding: &Finding, language: Language) -> Option<String> {
    let Finding::Moved(one) = finding else { return None };
    Some(tr!(language, "finding-own-basis", cells = one.n))
}

/// The newest step of a trend, for a heading; `whose` is the country's or the municipality's name.
pub fn step(step: &LatestStep, whose: &str, language: Language) -> String {
    let points = change_in_points(step.points, language);
    match whole(step.points).signum() {
        1 => tr!(language, "finding-step-rise", name = whose, points = points, since = step.since, now = step.now),
        -1 => tr!(language, "finding-step-fall", name = whose, points = points, since = step.since, now = step.now),
        _ => tr!(language, "finding-step-still", name = whose, since = step.since, now = step.now),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Text;
    use crate::domain::catalogue::Label;
    use crate::domain::dashboards::subjects::{Comparable, Subject};

    fn food(points: f64, n: usize, is_most: bool) -> Finding {
        let label = Text { da: "Mad og måltider".to_owned(), en: Some("Food and meals".to_owned()) };
        Finding::Moved(Movement {
            subject: Subject::Package(Label { key: "mad-og-maaltider".to_owned(), label }),
            points,
            n,
            comparable: Comparable { matched: 14, questions: 18, reworded: false },
            baselines: vec!["2013".to_owned(), "2014".to_owned()],
            is_most,
        })
    }

    #[test]
    fn rises_falls_and_no_change_are_told_in_both_languages() {
        let (danish, english) = (Language::Danish, Language::English);
        let told = |finding: &Finding, language| sentence(finding, Whose::Nation, language);
        assert_eq!(told(&food(21.7, 88, true), danish), "Mad og måltider er steget mest: +22 point i 88 kommuner");
        assert_eq!(
            told(&food(21.7, 88, true), english),
            "Food and meals has risen most: +22 points in 88 municipalities"
        );
        assert_eq!(told(&food(-4.0, 88, true), danish), "Mad og måltider er faldet mest: −4 point i 88 kommuner");
        assert_eq!(told(&food(1.0, 5, false), english), "Food and meals has risen: +1 point in 5 municipalities");
        assert_eq!(told(&Finding::Still(88), danish), "Der er ingen ændring i de 88 kommuner, der kan sammenlignes");
        let own = |finding: &Finding| sentence(finding, Whose::Municipality("Ærø Kommune"), danish);
        assert_eq!(own(&food(21.7, 9, true)), "Ærø Kommune er gået mest frem med Mad og måltider: +22 point");
        assert_eq!(own(&food(-4.0, 9, false)), "Ærø Kommune er gået tilbage med Mad og måltider: −4 point");
    }

    #[test]
    fn beside_it_stand_measure_rounds_and_what_can_be_compared() {
        let told = basis(&food(1.0, 88, true), Measure::Implementation, Language::Danish).unwrap();
        assert_eq!(
            told,
            "Implementering, parret ændring siden runde 2013 og 2014. 14 af 18 spørgsmål kan sammenlignes."
        );
        assert_eq!(basis(&Finding::Still(3), Measure::Implementation, Language::Danish), None);
    }

    #[test]
    fn a_trend_says_its_newest_step() {
        let of = |points| LatestStep { points, since: "2015", now: "2017", n: 95 };
        let told = |points| step(&of(points), "Hele landet", Language::Danish);
        assert_eq!(told(7.0), "Hele landet: implementering steg fra 2015 til 2017 (+7 point)");
        assert_eq!(told(-7.0), "Hele landet: implementering faldt fra 2015 til 2017 (−7 point)");
        assert_eq!(told(0.2), "Hele landet: implementering er uændret fra 2015 til 2017");
    }
}
