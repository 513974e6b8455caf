use super::fields::text;
use super::*;
use crate::domain::Text;
use crate::domain::catalogue::{Blank, ScaleOption, Worth};

fn scale() -> Scale {
    let option = |reason_required| ScaleOption {
        key: String::new(),
        label: Text::default(),
        worth: Worth::Blank(Blank::NotRelevant),
        reason_required,
    };
    Scale { key: String::new(), label: Text::default(), options: vec![option(false), option(false), option(true)] }
}

fn stored(choice: i16, revision: i16) -> Answer {
    Answer { choice: Some(choice), revision, ..Answer::default() }
}

fn draft(choice: i16, base: Base) -> Draft {
    Draft { choice: Some(choice), base, ..Draft::default() }
}

#[test]
fn a_base_survives_its_form() {
    let base = Base::of(Some(&stored(1, 3)));
    assert_eq!(Base::parse(&base.to_string()), base);
    assert_eq!(Base::parse("7"), Base { revision: 7, said: None });
    assert_eq!(Base::parse("x"), Base::default());
}

#[test]
fn the_same_answer_from_two_writers_is_no_conflict() {
    let there = stored(1, 5);
    assert_eq!(draft(1, Base::default()).merge(Some(&there), &scale(), (1, None)), Merged::Same);
}

#[test]
fn a_draft_that_builds_on_what_is_stored_replaces_it() {
    let there = stored(1, 5);
    let merged = draft(0, Base::of(Some(&there))).merge(Some(&there), &scale(), (1, Some("Anna")));
    let wanted = Answer { section: 1, writer: Some("Anna".to_owned()), ..stored(0, 6) };
    assert_eq!(merged, Merged::Changed(wanted));
}

#[test]
fn a_draft_that_builds_on_something_older_waits_until_it_is_confirmed() {
    let there = stored(1, 5);
    let old = Base::of(Some(&stored(2, 4)));
    let late = draft(0, old);
    assert_eq!(late.merge(Some(&there), &scale(), (1, None)), Merged::Conflict);
    assert_eq!(draft(2, old).merge(Some(&there), &scale(), (1, None)), Merged::Untouched);
    let confirmed = Draft { overrules: Some(5), ..late };
    assert!(matches!(confirmed.merge(Some(&there), &scale(), (1, None)), Merged::Changed(_)));
}

#[test]
fn what_a_form_does_not_send_stays() {
    let there = Answer { comment: Some("før".to_owned()), quote: Some("citat".to_owned()), ..stored(1, 1) };
    let draft = Draft { quote: Some(String::new()), ..draft(0, Base::of(Some(&there))) };
    let answer = draft.over(Some(&there), &scale());
    assert_eq!((answer.choice, answer.comment.as_deref(), answer.quote), (Some(0), Some("før"), None));
}

#[test]
fn a_share_of_units_goes_with_the_answer_that_asks_for_it() {
    let edition = crate::test_support::respondent::edition();
    let scale = edition.scale_of(&edition.questions[0]);
    let drafts = |form: &[(&str, &str)]| {
        let form = form.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        parse(&edition, &[0, 1, 2], form)
    };
    let share = |form: &[(&str, &str)], there: Option<&Answer>| drafts(form)[0].over(there, scale).unit_share;
    assert_eq!(share(&[("q0", "1"), ("e0", "most")], None), Some(UnitShare::Most));
    assert_eq!(share(&[("q0", "0"), ("e0", "most")], None), None, "what is so everywhere is so in all units");
    let there = Answer { unit_share: Some(UnitShare::Few), ..stored(1, 1) };
    assert_eq!(share(&[("q0", "1")], Some(&there)), Some(UnitShare::Few), "what is not sent stays");
    assert_eq!(share(&[("q0", "1"), ("e0", "")], Some(&there)), None);
    assert_eq!(share(&[("q0", "2")], Some(&there)), None);
    let told = |form: &[(&str, &str)]| drafts(form)[0].merge(Some(&stored(1, 1)), scale, (1, None));
    assert!(matches!(told(&[("q0", "1"), ("e0", "few"), ("r0", "1")]), Merged::Changed(_)));
    assert_eq!(
        told(&[("q0", "1"), ("e0", "few"), ("r0", "0")]),
        Merged::Conflict,
        "two who say different shares differ"
    );
    for form in [[("q0", "1"), ("e0", "hvert")], [("q2", "1"), ("e2", "most")]] {
        assert_eq!(drafts(&form)[0].fault, Some(DraftFault::UnknownOption), "{form:?}");
    }
    let along = drafts(&[("q1", "1"), ("e1", "some"), ("s1-beskaeftigelse", "0")]);
    assert!(along.iter().all(|draft| draft.unit_share == Sent::Chosen(UnitShare::Some)), "{along:?}");
    let both =
        [("q1", "1"), ("e1", "some"), ("q1-beskaeftigelse", "0"), ("e1-beskaeftigelse", ""), (SAME_FOR_ALL, "1")];
    assert_eq!(drafts(&both)[1].over(None, scale).unit_share, Some(UnitShare::Some));
}

#[test]
fn what_nobody_sees_is_left_out_of_a_comment_and_pictures_stay_whole() {
    let mut fault = None;
    let typed = "\u{feff}Vi er\u{200b} i gang\u{202e}\r\n👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}\u{e0041}";
    let kept = text(typed, TextField::Comment, &mut fault);
    assert_eq!((kept.as_str(), fault), ("Vi er i gang\n👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}", None));
}

#[test]
fn a_cpr_number_waits_until_somebody_says_that_it_is_none() {
    let edition = crate::test_support::respondent::edition();
    let form = |more: &[(&str, &str)]| {
        let all = [&[("q0", "1"), ("k0", "Om 010190-1234"), ("b0", "kort")], more].concat();
        all.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    let fault = |more| parse(&edition, &[0], form(more))[0].fault;
    assert_eq!(fault(&[]), Some(DraftFault::Cpr(TextField::Comment)));
    assert_eq!(fault(&[("n0", "ja")]), None);
    assert_eq!(fault(&[("b0", "010190-1234")]), Some(DraftFault::Cpr(TextField::Reason)));
}

#[test]
fn what_is_said_for_several_areas_is_a_draft_for_each_with_its_own_base() {
    let edition = crate::test_support::respondent::edition();
    let form = |fields: &[(&str, &str)]| {
        let all = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let drafts = parse(&edition, &[0, 1, 3], all);
        drafts
            .into_iter()
            .map(|draft| (draft.place, draft.choice, draft.base.revision, draft.fault))
            .collect::<Vec<_>>()
    };
    let (jobs, schools) = (Area::Employment, Area::Schools);
    let along = form(&[("s1-beskaeftigelse", "2"), ("q1", "1"), ("r1", "3")]);
    assert_eq!(along, [(Place::Own, Some(1), 3, None), (Place::Along(jobs), Some(1), 2, None)]);
    let apart = [("q1", "1"), ("r1", "3"), ("q1-beskaeftigelse", "0"), ("r1-beskaeftigelse", "2")];
    assert_eq!(form(&apart), [(Place::Own, Some(1), 3, None), (Place::Apart(jobs), Some(0), 2, None)]);
    let same = form(&[&apart[..], &[(SAME_FOR_ALL, "1")]].concat());
    assert_eq!(same[1], (Place::Apart(jobs), Some(1), 2, None), "one answer for all");
    let unknown = Some(DraftFault::UnknownQuestion);
    assert_eq!(form(&[("q1-skole", "0")]), [(Place::Apart(schools), Some(0), 0, unknown)]);
    assert!(form(&[("q1-", "0"), ("q1-andet", "0"), ("s1", "0"), ("q-skole", "0")]).is_empty());
    let faulty = form(&[("q1", "9"), ("s1-beskaeftigelse", "0")]);
    assert!(faulty.iter().all(|draft| draft.3 == Some(DraftFault::UnknownOption)), "{faulty:?}");
}
