//! A question put to several areas of one respondent is asked once; what is stored and counted stays one cell an area.

use pejl::domain::Area;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::Scope;
use pejl::domain::rounds::invitations::Section;
use pejl::domain::rounds::{DEFAULT_MIN_COVERAGE, DEFAULT_PROGRAMME, NewRound, Rule};
use pejl::{commands, store};
use serde_json::Value;

use crate::app::{TestApp, start};
use crate::fixtures::link;

on_both_databases!(
    one_answer_is_stored_for_each_area_and_returned_by_each,
    where_the_areas_differ_each_is_asked,
    one_answer_for_all_again_needs_one_button,
    a_conflict_in_one_area_leaves_the_other_saved,
    what_is_handed_over_or_in_is_asked_on_its_own_until_it_comes_back,
    what_comes_too_late_for_another_section_is_told_and_shown,
    a_colleague_is_asked_about_one_section_and_writes_in_no_other,
    a_reason_is_missing_once_and_found_where_it_is_asked,
);

const FIRST: &str = "/afsnit/psykiatri-handicap";
const SECOND: &str = "/afsnit/sundhed";

/// Question 1 is put to both areas and has an option that asks for a reason; 5 is put to both as well. Health alone is
/// asked 2 and 3, psychiatry 0 and 4.
fn open(app: &TestApp) -> String {
    let (db, by) = (&app.service.db, By::command_line(start()));
    let edition = std::fs::read("tests/data/scoring-example/catalogue-2018.yaml").unwrap();
    commands::catalogue::import(db, &edition, &by).unwrap();
    commands::catalogue::publish(db, "2018", &by).unwrap();
    let directory = "municipality_code;department;post;areas;name;email;phone\n\
        0151;Center;Chef;psykiatri-handicap|sundhed;Lone Leder;lone@example.org;\n";
    commands::directory::import(db, directory.as_bytes(), &by).unwrap();
    let opens_on = start().date();
    let new = NewRound {
        key: "2026".to_owned(),
        programme: DEFAULT_PROGRAMME.to_owned(),
        edition: "2018".to_owned(),
        packages: Vec::new(),
        opens_on,
        closes_on: opens_on + chrono::Days::new(30),
        rule: Rule::Mean,
        min_coverage: DEFAULT_MIN_COVERAGE,
        is_test: false,
        is_historic: false,
    };
    commands::rounds::create(db, &new, &by).unwrap();
    commands::rounds::open(db, "2026", &by).unwrap();
    link(app, "2026", 0, None)
}

fn sections(app: &TestApp) -> Vec<Section> {
    let mut all = app.read(|conn| {
        let round = store::rounds::find_by_key(conn, "2026")?.unwrap();
        let invitation = store::invitations::list_by_round(conn, &round.id, &Scope::All)?.remove(0);
        Ok(store::sections::list_by_invitation(conn, &invitation.id)?)
    });
    all.sort_by_key(|section| section.area != Area::PsychiatryDisability);
    all
}

/// Choice and comment of a question, in psychiatry and in health.
fn cells(app: &TestApp, question: i16) -> [(Option<i16>, Option<String>); 2] {
    let all = sections(app).into_iter().map(|section| {
        let answers = app.read(|conn| Ok(store::answers::list_by_section(conn, section.number)?));
        let answer = answers.into_iter().find(|answer| answer.question == question);
        answer.map_or((None, None), |answer| (answer.choice, answer.comment))
    });
    all.collect::<Vec<_>>().try_into().unwrap()
}

fn choices(app: &TestApp, question: i16) -> [Option<i16>; 2] {
    cells(app, question).map(|(choice, _)| choice)
}

/// The value of a hidden field of a page.
fn hidden<'a>(body: &'a str, name: &str) -> &'a str {
    let field = format!("type=\"hidden\" name=\"{name}\" value=\"");
    body.split_once(&field).unwrap_or_else(|| panic!("no {name} in {body}")).1.split('"').next().unwrap()
}

fn one_answer_is_stored_for_each_area_and_returned_by_each(app: &TestApp) {
    let (link, client) = (open(app), app.client());
    assert!(client.get(&link).body.contains("6 spørgsmål i 2 afsnit"), "each is counted once");
    let page = client.get(&format!("{link}{FIRST}")).body;
    assert_eq!(page.matches("Gælder for: Psykiatri og handicap, Sundhed").count(), 2);
    assert!(page.contains("name=\"hvert\" value=\"1\"") && !page.contains("name=\"q1-sundhed\""));
    let form = [
        ("q0", "0"),
        ("q1", "1"),
        ("k1", "Begge steder"),
        ("r1", hidden(&page, "r1")),
        ("s1-sundhed", hidden(&page, "s1-sundhed")),
        ("q4", "2"),
        ("q5", "3"),
        ("s5-sundhed", hidden(&page, "s5-sundhed")),
    ];
    let second = client.post(&format!("{link}{FIRST}"), &form);
    assert_eq!((second.status, second.path.as_str()), (200, format!("{link}{SECOND}").as_str()));
    let both = (Some(1), Some("Begge steder".to_owned()));
    assert_eq!((cells(app, 1), choices(app, 5)), ([both.clone(), both], [Some(3); 2]));
    let line = format!("{link}{FIRST}#q1");
    for told in ["besvaret under Psykiatri og handicap", line.as_str(), "2 af 4 besvaret", "2 spørgsmål mere"] {
        assert!(second.body.contains(told), "{told}: {}", second.body);
    }
    assert!(!second.body.contains("name=\"q1\"") && !second.body.contains("name=\"r1\""), "it is not asked again");
    assert!(client.get(&format!("{link}/overblik")).body.contains("Du har svaret på 4 af 6"));
    client.post(&format!("{link}{SECOND}"), &[("q2", "0"), ("q3", "1")]);
    let receipt = client.post(&format!("{link}/indsendelse"), &[("afsnit", "alle")]);
    assert_eq!(receipt.path, format!("{link}/kvittering"), "nothing is missing: {}", receipt.body);
    let returned: Vec<_> = sections(app).into_iter().filter_map(|section| section.returned).collect();
    assert_eq!(returned, ["01..23", ".101.3"]);
}

fn where_the_areas_differ_each_is_asked(app: &TestApp) {
    let (link, client) = (open(app), app.client());
    let path = format!("{link}{FIRST}");
    let page = client.get(&path).body;
    let form = [("q1", "1"), ("r1", hidden(&page, "r1")), ("s1-sundhed", hidden(&page, "s1-sundhed")), ("hvert", "1")];
    let apart = client.post(&path, &form);
    assert_eq!(apart.path, format!("{path}?hvert=1#q1"));
    assert_eq!(choices(app, 1), [Some(1); 2], "what was chosen is saved for both");
    for field in
        ["name=\"q1\" value=\"1\" checked", "name=\"q1-sundhed\" value=\"1\" checked", "name=\"opdelt\" value=\"1\""]
    {
        assert!(apart.body.contains(field), "{field}");
    }
    assert_eq!(apart.body.matches(". Sundhed: ").count(), 1);
    let base = hidden(&apart.body, "r1-sundhed");
    let form = [
        ("opdelt", "1"),
        ("q1", "1"),
        ("r1", hidden(&apart.body, "r1")),
        ("q1-sundhed", "0"),
        ("r1-sundhed", base),
        ("bemaerk", "1-sundhed"),
    ];
    let commented = client.post(&path, &form);
    assert_eq!(commented.path, format!("{path}?bemaerk=1-sundhed&hvert=1#k1-sundhed"));
    assert!(commented.body.contains("name=\"k1-sundhed\"") && !commented.body.contains("name=\"k1\""));
    assert_eq!(choices(app, 1), [Some(1), Some(0)]);
    let page = client.get(&path).body;
    assert!(page.contains("name=\"q1-sundhed\" value=\"0\" checked") && !page.contains("s1-sundhed"), "it stays so");
    let line = client.get(&format!("{link}{SECOND}")).body;
    assert!(line.contains(&format!("{path}#q1-sundhed")) && line.contains("Fuldt implementeret"), "{line}");
    let long = "æ".repeat(4001);
    let faulty = client.post(&path, &[("q1", "2"), ("q1-sundhed", "0"), ("k1-sundhed", &long)]);
    assert_eq!(faulty.status, 422);
    for told in ["href=\"#k1-sundhed\"", "Spørgsmål 2 (Sundhed)", "name=\"q1-sundhed\" value=\"0\" checked"] {
        assert!(faulty.body.contains(told), "{told}: {}", faulty.body);
    }
}

fn one_answer_for_all_again_needs_one_button(app: &TestApp) {
    let (link, client) = (open(app), app.client());
    let path = format!("{link}{FIRST}");
    client.post(&path, &[("q1", "1"), ("q1-sundhed", "0")]);
    let page = client.get(&path).body;
    assert!(page.contains("name=\"ens\" value=\"1\""));
    let form = [
        ("q1", "1"),
        ("r1", hidden(&page, "r1")),
        ("q1-sundhed", "0"),
        ("r1-sundhed", hidden(&page, "r1-sundhed")),
        ("ens", "1"),
    ];
    let again = client.post(&path, &form);
    assert_eq!(again.status, 200);
    assert_eq!(choices(app, 1), [Some(1); 2]);
    assert!(again.body.contains("name=\"s1-sundhed\"") && !again.body.contains("name=\"q1-sundhed\""));
}

fn a_conflict_in_one_area_leaves_the_other_saved(app: &TestApp) {
    let (link, client) = (open(app), app.client());
    let path = format!("{link}{FIRST}");
    let page = client.get(&path).body;
    let (own, along) = (hidden(&page, "r1"), hidden(&page, "s1-sundhed"));
    // Another device answers for health alone.
    client.post(&path, &[("q1-sundhed", "0"), ("r1-sundhed", along)]);
    let form = [("q1", "2"), ("r1", own), ("s1-sundhed", along)];
    let draft: Value = serde_json::from_str(&client.post(&format!("{path}/kladde"), &form).body).unwrap();
    assert!(draft["message"].as_str().unwrap().starts_with("Ikke gemt: "), "{draft}");
    assert_eq!(draft["conflicts"][0]["question"], "q1");
    let told = draft["conflicts"][0]["message"].as_str().unwrap();
    assert!(told.starts_with("Sundhed: Der er i mellemtiden svaret"), "{told}");
    assert!(draft["revisions"].get("r1").is_some() && draft["revisions"].get("s1-sundhed").is_none(), "{draft}");
    assert_eq!(choices(app, 1), [Some(2), Some(0)], "each area has its own");
    let page = client.post(&path, &form);
    assert_eq!(page.status, 409);
    assert!(page.body.contains("Sundhed: Der er i mellemtiden svaret") && page.body.contains("Fuldt implementeret"));
    assert!(page.body.contains("name=\"q1\" value=\"2\" checked"), "what was chosen is still there");
    let meant = [
        ("q1", "2"),
        ("r1", hidden(&page.body, "r1")),
        ("s1-sundhed", hidden(&page.body, "s1-sundhed")),
        ("f1-sundhed", hidden(&page.body, "f1-sundhed")),
    ];
    client.post(&format!("{path}/kladde"), &meant);
    assert_eq!(choices(app, 1)[1], Some(0), "typing on is no confirmation");
    assert_eq!(client.post(&path, &meant).status, 200);
    assert_eq!(choices(app, 1), [Some(2); 2]);
    // A page that only shows what it was made from takes nothing back.
    let page = client.get(&path).body;
    let stale = [("q1", "2"), ("r1", hidden(&page, "r1")), ("s1-sundhed", hidden(&page, "s1-sundhed"))];
    client.post(&path, &[("q1-sundhed", "4"), ("r1-sundhed", hidden(&page, "s1-sundhed"))]);
    assert_eq!(client.post(&path, &stale).status, 200);
    assert_eq!(choices(app, 1), [Some(2), Some(4)]);
}

fn what_is_handed_over_or_in_is_asked_on_its_own_until_it_comes_back(app: &TestApp) {
    let (link, client) = (open(app), app.client());
    let is_asked = |section: &str| client.get(&format!("{link}{section}")).body.contains("name=\"q1\"");
    assert_eq!([FIRST, SECOND].map(is_asked), [true, false]);
    let colleague = [("navn", "Anna Hjælper"), ("mail", "anna@example.org")];
    client.post(&format!("{link}{FIRST}/overdragelse"), &colleague);
    let anyway = format!("{FIRST}?alligevel=ja");
    assert_eq!(
        [FIRST, &anyway, SECOND].map(is_asked),
        [false, true, true],
        "it is the colleague's, and this one's own"
    );
    let alone = client.get(&format!("{link}{SECOND}")).body;
    assert!(!alone.contains("Gælder for") && !alone.contains("s1-"));
    client.post(&format!("{link}{FIRST}/hjemtagelse"), &[]);
    assert_eq!([FIRST, SECOND].map(is_asked), [true, false]);
    let form = [("q0", "0"), ("q1", "1"), ("s1-sundhed", "0"), ("q4", "0"), ("q5", "0"), ("s5-sundhed", "0")];
    client.post(&format!("{link}{FIRST}"), &form);
    client.post(&format!("{link}/indsendelse"), &[("afsnit", "psykiatri-handicap")]);
    let page = client.get(&format!("{link}{SECOND}")).body;
    assert!(page.contains("name=\"q1\" value=\"1\" checked"), "it is asked here now, with the answer that it has");
    client.post(&format!("{link}{SECOND}"), &[("q1", "2"), ("r1", hidden(&page, "r1"))]);
    assert_eq!(choices(app, 1), [Some(1), Some(2)]);
    client.post(&format!("{link}/tilbagetagelse"), &[("afsnit", "psykiatri-handicap")]);
    let page = client.get(&format!("{link}{FIRST}")).body;
    assert!(page.contains("name=\"q1-sundhed\" value=\"2\" checked"), "they differ, so each is asked");
    assert!(!is_asked(SECOND));
}

fn what_comes_too_late_for_another_section_is_told_and_shown(app: &TestApp) {
    let (link, client) = (open(app), app.client());
    let path = format!("{link}{FIRST}");
    client.post(&format!("{link}/indsendelse"), &[("afsnit", "sundhed"), ("bekraeft", "ja")]);
    let form = [("q1", "1"), ("r1", "0"), ("s1-sundhed", "0")];
    let draft = client.post(&format!("{path}/kladde"), &form);
    assert!(
        draft.status == 200 && draft.body.contains("Afsnittet Sundhed er i mellemtiden indsendt"),
        "{}",
        draft.body
    );
    assert_eq!(choices(app, 1), [Some(1), None]);
    let page = client.post(&path, &[("q1", "1"), ("q1-sundhed", "0"), ("k1-sundhed", "Kun i sundhed")]);
    assert_eq!(page.status, 409);
    for told in ["<title>Fejl: ", "Afsnittet Sundhed er i mellemtiden indsendt", "Kun i sundhed"] {
        assert!(page.body.contains(told), "{told}: {}", page.body);
    }
    assert!(!page.body.contains("name=\"q1-sundhed\""), "it is not asked here any longer");
    assert_eq!(sections(app)[1].returned.as_deref(), Some("......"));
}

fn a_colleague_is_asked_about_one_section_and_writes_in_no_other(app: &TestApp) {
    let client = app.client();
    open(app);
    let helper = link(app, "2026", 0, Some(sections(app)[0].number));
    let page = client.get(&format!("{helper}{FIRST}")).body;
    assert!(page.contains("name=\"q1\"") && !page.contains("Gælder for") && !page.contains("sundhed"));
    for form in [[("q1", "1"), ("s1-sundhed", "0")], [("q1", "1"), ("q1-sundhed", "0")]] {
        for path in [format!("{helper}{FIRST}"), format!("{helper}{FIRST}/kladde")] {
            assert_eq!(client.post(&path, &form).status, 404);
        }
    }
    assert_eq!(choices(app, 1), [None, None], "all of it or nothing");
}

fn a_reason_is_missing_once_and_found_where_it_is_asked(app: &TestApp) {
    let (link, client) = (open(app), app.client());
    let path = format!("{link}{FIRST}");
    let page = client.post(&path, &[("q1", "3"), ("b1", ""), ("s1-sundhed", "0")]);
    assert_eq!(page.path, format!("{path}?mangler=begrundelse"));
    assert_eq!(page.body.matches("href=\"#b1\"").count(), 1, "two areas that lack it are one field");
    let asks = client.post(&format!("{link}/indsendelse"), &[("afsnit", "sundhed"), ("bekraeft", "ja")]);
    assert!(asks.body.contains(&format!("href=\"{path}#b1\"")), "it leads to where it is asked: {}", asks.body);
    let base = hidden(&page.body, "s1-sundhed");
    let reason = [("q1", "3"), ("b1", "Ingen"), ("r1", hidden(&page.body, "r1")), ("s1-sundhed", base)];
    assert_eq!(client.post(&path, &reason).path, format!("{link}{SECOND}"));
    let missing = client.get(&format!("{link}/indsend?sporg=sundhed")).body;
    assert!(missing.contains(&format!("{link}{SECOND}?mangler=svar#q2")), "{missing}");
    assert!(missing.contains(&format!("{path}#q5")), "a shared question is missing where it is asked");
}
