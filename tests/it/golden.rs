//! What every page with figures, every letter and every file says, word for word, as it was before the code
//! behind it moved. A wanted change is written by running these tests with `INSTA_UPDATE=always`, and read in
//! the diff of `tests/data/golden`.

use std::fmt::Write as _;

use pejl::domain::Language;
use pejl::domain::access::staff::{Draft, Role, Staff};
use pejl::domain::catalogue::Label;
use pejl::domain::dashboards::country::CountryDashboard;
use pejl::domain::dashboards::subjects::Subject;
use pejl::domain::dashboards::wanted::Wanted;
use pejl::views::dashboards::figures::{change_or_dash, number_or_dash, round_names};
use pejl::{demo, store};
use sha2::{Digest, Sha256};

use crate::app::{TestApp, hold, start};
use crate::database::Backend;
use crate::scoring_example::{import_answers, import_example_with};
use crate::security::wire::Wire;
use crate::security::world::{OWN, World};

on_both_databases!(the_scoring_example_is_shown_as_before, a_small_country_is_shown_as_before);

/// What the scoring example's older edition shows first.
const KEY_QUESTIONS: &str = "key_questions:
  - {question: mad.handleplan-botilbud, area: psykiatri-handicap}
  - {question: kendskab, area: psykiatri-handicap}
";

/// The most bytes of a CSV that stands in a snapshot as it is.
const LARGE: usize = 100_000;

/// The pages of a round's figures, behind `/rounds/{key}`.
const COUNTRY: [&str; 9] = [
    "",
    "/country",
    "/country?measure=awareness",
    "/country?area=sundhed&sort=1&order=desc",
    "/country/packages.svg",
    "/country/scores.csv",
    "/country/changes.csv",
    "/trend",
    "/questions",
];

/// Those of a municipality, behind `/rounds/{key}/municipalities/{code}`.
const MUNICIPALITY: [&str; 7] = ["", "/status", "/packages.svg", "/areas.svg", "/scores.csv", "/changes.csv", "/trend"];

fn pages(rounds: &[&str], municipalities: &[&str]) -> Vec<String> {
    let mut pages = Vec::new();
    for round in rounds {
        pages.extend(COUNTRY.iter().map(|page| format!("/rounds/{round}{page}")));
        for code in municipalities {
            pages.extend(MUNICIPALITY.iter().map(|page| format!("/rounds/{round}/municipalities/{code}{page}")));
        }
    }
    pages
}

fn the_scoring_example_is_shown_as_before(app: &TestApp) {
    import_example_with(app, KEY_QUESTIONS);
    import_answers(app);
    let mut pages = pages(&["2013", "2018"], &["0151", "0657"]);
    // The program imported the example, by the machine's clock.
    pages.retain(|page| !page.ends_with("/status") && page.matches('/').count() > 2);
    pages.extend(["kendskab-2018", "mad.plan-botilbud"].map(|question| format!("/rounds/2018/questions/{question}")));
    hold_pages(app, "example", Role::Admin, &[], &pages);
    hold_pages(app, "example", Role::Coordinator, &["0151"], &pages);
}

fn a_small_country_is_shown_as_before(app: &TestApp) {
    let world = World::new(app);
    let mut letters = String::new();
    let mut sent: Vec<String> = world
        .mailbox
        .all()
        .iter()
        .map(|letter| format!("{}\n{}", letter.rendered.subject, letter.rendered.text))
        .map(|letter| without_secrets(&letter).replace(&app.base_url, "BASE_URL"))
        .collect();
    sent.sort();
    sent.iter().for_each(|letter| writeln!(letters, "==== {letter}").unwrap());
    snapshot("letters", &letters);
    let mut pages = pages(&["2013", "2025", "2026"], &[OWN]);
    pages.extend(
        ["/rounds", "/letters", "/catalogue/2018/tobak/kurser", "/catalogue/2012/crosswalk/2018"].map(str::to_owned),
    );
    pages.extend(["2025", "2026"].map(|round| format!("/rounds/{round}/questions/q2018.a")));
    for role in [Role::Admin, Role::Consultant, Role::Coordinator] {
        let codes: &[&str] = if role == Role::Coordinator { &[OWN] } else { &[] };
        hold_pages(app, "country", role, codes, &pages);
    }
    let link = &world.links[0];
    let answering = ["", "/overblik", "/afsnit/sundhed", "/indsend", "/kvittering"];
    let answering: Vec<String> = answering.iter().map(|page| format!("/svar/{link}{page}")).collect();
    snapshot("country-respondent", &without_secrets(&shown(app, "", &answering).replace(link.as_str(), "LINK")));
}

/// The demo is the whole country, so one database is enough.
#[test]
fn the_demo_is_shown_as_before() {
    hold(Backend::Sqlite, |app| {
        let db = &app.service.db;
        let open = demo::open(db, start()).unwrap();
        demo::answer(db, &open, start()).unwrap();
        let mut shown = pages(&["2013", "2017", "2026"], &["0101", demo::STILL_ANSWERING]);
        // The rounds side by side are the same from whichever of them one looks.
        shown.retain(|page| !page.ends_with("/trend") || page.starts_with("/rounds/2026"));
        shown.extend(
            ["/rounds/2026/questions/tobak.rygestop", "/rounds/2026/questions?measure=overall"].map(str::to_owned),
        );
        hold_pages(app, "demo", Role::Consultant, &[], &shown);
        hold_pages(
            app,
            "demo",
            Role::Consultant,
            &["0101", "0147", "0151", "0461", "0751"],
            &pages(&["2026"], &["0101"]),
        );
    });
}

/// Holds what an account of a role sees of the pages against what it saw.
fn hold_pages(app: &TestApp, world: &str, role: Role, codes: &[&str], pages: &[String]) {
    let name = format!("{world}-{}{}", role.as_str(), if codes.is_empty() { "" } else { "-of-some" });
    snapshot(
        &name,
        &shown(app, &crate::security::world::session(app, &format!("{name}@example.org"), role, codes), pages),
    );
}

fn shown(app: &TestApp, session: &str, pages: &[String]) -> String {
    let mut wire = Wire::new(app);
    pages.iter().fold(String::new(), |mut all, path| {
        let answer = wire.get(path, session);
        writeln!(all, "==== {path} {}\n{}", answer.status, words(&answer.body)).unwrap();
        all
    })
}

/// The texts of a page without its menu, a line each; of an SVG the drawing too; a CSV as it is, and a large one as
/// its hash.
fn words(body: &str) -> String {
    if body.len() > LARGE && !body.starts_with('<') {
        return format!("{} lines, SHA-256 {:x?}", body.lines().count(), Sha256::digest(body));
    }
    if body.starts_with("<svg") {
        return body.replace("><", ">\n<");
    }
    if !body.starts_with("<!DOCTYPE") {
        return body.replace('\r', "");
    }
    // The menu stands on every page twice and says nothing of figures.
    let body: String = body.split("<ul class=\"mainmenu\">").enumerate().fold(String::new(), |all, (at, piece)| {
        all + if at == 0 { piece } else { piece.split_once("</ul>").map_or("", |(_, rest)| rest) }
    });
    let texts = body.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text.trim());
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Tokens and ids differ with every run.
fn without_secrets(text: &str) -> String {
    let mut pieces = text.split("/svar/");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        let rest = piece.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter));
        text + "/svar/LINK" + rest
    })
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../data/golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// The figures of the country's page are those of the dashboard, for who may see all and for who may see some.
#[test]
fn the_countrys_figures_are_those_of_the_dashboard() {
    hold(Backend::Sqlite, |app| {
        let db = &app.service.db;
        let open = demo::open(db, start()).unwrap();
        demo::answer(db, &open, start()).unwrap();
        for codes in [&[][..], &["0101", "0147", "0151", "0461", "0751"]] {
            let name = format!("konsulent{}@example.org", codes.len());
            let session = crate::security::world::session(app, &name, Role::Consultant, codes);
            let owned: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
            let scope = Staff::new(&Draft::parse(&name, Role::Consultant, &owned).unwrap(), start()).scope();
            let (compared, changes) = app.read(|conn| {
                let round = store::rounds::find_by_key(conn, "2017")?.unwrap();
                app.service.results.hold_country(conn, &round, start())
            });
            let dashboard = CountryDashboard::new(&compared, &changes, (&scope, None), Wanted::default());
            let page = words(&Wire::new(app).get("/rounds/2017/country", &session).body);
            let shown = |lines: Vec<String>| assert!(page.contains(&format!("\n{}\n", lines.join("\n"))), "{lines:?}");
            let nation = dashboard.nation.unwrap();
            assert_eq!((nation.packages.len(), nation.areas.len()), (11, 19));
            for row in nation.packages.iter().chain(&nation.areas) {
                let (Subject::Package(Label { label, .. }) | Subject::Area(_, label)) = &row.subject else {
                    panic!("a row is about a package or an area")
                };
                let line = &row.line;
                shown(vec![
                    label.da.clone(),
                    round_names(&row.baselines, Language::Danish),
                    number_or_dash(line.paired_baseline.mean()),
                    number_or_dash(line.paired_current.mean()),
                    change_or_dash(line.change.mean()),
                    line.change.n().map_or_else(|| "–".to_owned(), |n| n.to_string()),
                ]);
            }
            assert_eq!(dashboard.heat.rows.len(), if codes.is_empty() { 98 } else { 5 });
            for row in dashboard.heat.rows {
                let whole: Vec<String> = row.scores.iter().map_while(|score| score.score).map(number_or_dash).collect();
                shown([vec![row.municipality.name().to_owned()], whole].concat());
            }
        }
    });
}
