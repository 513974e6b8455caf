//! Everybody whom a round meets, each at a page of their own: somebody who is asked for several things, somebody who has
//! handed a section over and the colleagues who had it one after the other, somebody who has handed in, asked for more
//! time or named a successor, and somebody who reads the result of the round before.

use chrono::Days;
use pejl::clock::Clock;
use pejl::commands;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::Scope;
use pejl::domain::base::tokens::Token;
use pejl::domain::rounds::invitations::Link;
use pejl::domain::rounds::{DEFAULT_MIN_COVERAGE, DEFAULT_PROGRAMME, NewRound, Rule};
use pejl::store;

use crate::app::TestApp;
use crate::client::Client;
use crate::database::Backend;
use crate::fixtures::{prepare, today};
use crate::process::Process;

/// The colleague who got a section first and passed it on.
pub const FIRST: (&str, &str) = ("Kollega Første", "kollega1@example.org");

/// The colleague who has it now.
pub const SECOND: (&str, &str) = ("Kollega Anden", "kollega2@example.org");

/// The round that is open, and the one before it, which has closed.
const ROUNDS: [&str; 2] = ["2026", "2025"];

/// The leaders of the scoring example by the first letter of their addresses.
const LEADERS: [char; 6] = ['a', 'b', 'c', 'd', 'e', 'f'];

/// The service, and the paths of links that it has given out.
pub struct People {
    #[expect(dead_code, reason = "the service and its files last as long as it")]
    app: TestApp,
    pub instance: Process,
    /// Is asked for a post, and for a section that another leader has handed over.
    pub with_several: String,
    /// Has handed in.
    pub done: String,
    /// Has handed a section over.
    pub giver: String,
    /// Had that section.
    pub first_colleague: String,
    /// Has that section.
    pub second_colleague: String,
    /// Has asked for more time.
    pub late: String,
    /// Has sent everything to a successor.
    pub gone: String,
    /// Reads the result of the round before.
    pub reader: String,
}

impl People {
    pub fn new() -> People {
        let app = TestApp::on(Backend::Sqlite).unwrap();
        fill(&app);
        let instance = Process::serve(&app);
        let visitor = instance.client();
        for leader in LEADERS {
            let link = link(&app, ROUNDS[1], leader, None);
            answer_all(&visitor, &link);
        }
        let by = By::command_line(Clock::System.now());
        commands::rounds::close(&app.service.db, ROUNDS[1], &by).unwrap();
        create(&app, ROUNDS[0], 0);
        commands::rounds::open(&app.service.db, ROUNDS[0], &by).unwrap();
        let of = |leader: char| link(&app, ROUNDS[0], leader, None);

        let done = of('c');
        answer_all(&visitor, &done);
        let (giver, psychiatry) = (of('d'), "/afsnit/psykiatri-handicap/overdragelse");
        hand_over(&visitor, &format!("{giver}/afsnit/sundhed"), FIRST, &[("besked", "Du ved mest om kostvejledning.")]);
        let first_colleague = link(&app, ROUNDS[0], 'd', Some("sundhed"));
        hand_over(
            &visitor,
            &format!("{first_colleague}/afsnit/sundhed"),
            SECOND,
            &[("besked", "Jeg er på ferie.\nVil du svare?"), ("bekraeftet", "ja")],
        );
        let second_colleague = link(&app, ROUNDS[0], 'd', Some("sundhed"));
        let sent =
            visitor.post(&format!("{}{psychiatry}", of('b')), &[("navn", "Testleder A"), ("mail", "a@example.org")]);
        assert_eq!(sent.status, 200, "{}", sent.body);
        let (late, gone) = (of('e'), of('f'));
        let asked = visitor.post(&format!("{late}/mere-tid"), &[("begrundelse", "Ferie\nog sygdom"), ("dag", "")]);
        assert_eq!(asked.status, 200, "{}", asked.body);
        let successor = [("navn", "Efterfølger Prøve"), ("mail", "ny@example.org"), ("bekraeftet", "ja")];
        assert_eq!(visitor.post(&format!("{gone}/overdragelse"), &successor).status, 200);
        let (with_several, reader) = (of('a'), link(&app, ROUNDS[1], 'a', None));
        People { app, instance, with_several, done, giver, first_colleague, second_colleague, late, gone, reader }
    }

    /// The colleague who has the section answers it and says so.
    pub fn be_done(&self) {
        let (visitor, section) = (self.instance.client(), format!("{}/afsnit/sundhed", self.second_colleague));
        answer(&visitor, &section);
        assert_eq!(visitor.post(&format!("{section}/faerdig"), &[]).status, 200);
    }

    /// Every page that they are at, as a path.
    pub fn pages(&self) -> Vec<String> {
        let of = |link: &str, paths: &[&str]| paths.iter().map(|path| format!("{link}{path}")).collect::<Vec<_>>();
        let handing_over = "/afsnit/sundhed/overdragelse";
        [
            of(&self.with_several, &[""]),
            of(&self.done, &["/kvittering", "/indsend", "/udskrift", "/resultat"]),
            of(&self.giver, &["/overblik", "/overdraget", "/afsnit/sundhed", handing_over, "/mere-tid", "/udskrift"]),
            of(&self.first_colleague, &["/overdraget"]),
            of(&self.second_colleague, &["", "/afsnit/sundhed", handing_over, "/afsnit/sundhed/faerdig"]),
            of(&self.late, &["/mere-tid", "/overdragelse"]),
            of(&self.late, &["/overdragelse?navn=Anna&mail=anna", "/overdragelse?navn=Anna&mail=anna@example.org"]),
            of(&self.gone, &["/videresendt"]),
            of(&self.reader, &["", "/resultat", "/kvittering"]),
        ]
        .concat()
    }
}

/// Both editions and the baseline of 2013, and the round before as one that is open.
fn fill(app: &TestApp) {
    let (db, by) = (&app.service.db, By::command_line(app.service.now()));
    let read = |name: &str| std::fs::read(format!("tests/data/scoring-example/{name}")).unwrap();
    commands::catalogue::import(db, &read("catalogue-2012.yaml"), &by).unwrap();
    commands::catalogue::publish(db, "2012", &by).unwrap();
    prepare(app, ROUNDS[1], today() - Days::new(20));
    commands::catalogue::import_crosswalk(db, &read("crosswalk-2012-2018.yaml"), &by).unwrap();
    let day = |text: &str| text.parse().unwrap();
    let baseline = NewRound {
        key: "2013".to_owned(),
        edition: "2012".to_owned(),
        opens_on: day("2013-06-01"),
        closes_on: day("2013-07-01"),
        is_historic: true,
        ..round("2013", 0)
    };
    commands::rounds::create(db, &baseline, &by).unwrap();
    commands::answer_imports::import(db, "2013", &read("answers-2013.csv"), &by).unwrap();
    commands::rounds::open(db, ROUNDS[1], &by).unwrap();
}

fn create(app: &TestApp, key: &str, days_ago: u64) {
    let by = By::command_line(app.service.now());
    commands::rounds::create(&app.service.db, &round(key, days_ago), &by).unwrap();
}

fn round(key: &str, days_ago: u64) -> NewRound {
    let opens_on = today() - Days::new(days_ago);
    NewRound {
        key: key.to_owned(),
        programme: DEFAULT_PROGRAMME.to_owned(),
        edition: "2018".to_owned(),
        packages: Vec::new(),
        opens_on,
        closes_on: opens_on + Days::new(30),
        rule: Rule::Mean,
        min_coverage: DEFAULT_MIN_COVERAGE,
        is_test: false,
        is_historic: false,
    }
}

/// A working link of a leader, or of whoever has one of their sections, as a path.
fn link(app: &TestApp, round: &str, leader: char, area: Option<&str>) -> String {
    let token = Token::random();
    app.write(|conn| {
        let round = store::rounds::find_by_key(conn, round)?.unwrap();
        let all = store::invitations::list_by_round(conn, &round.id, &Scope::All)?;
        let of = all.iter().find(|invitation| invitation.email.starts_with(leader)).unwrap();
        let sections = store::sections::list_by_invitation(conn, &of.id)?;
        let section = area.map(|area| sections.iter().find(|section| section.area.as_str() == area).unwrap().number);
        Ok(store::links::insert(conn, &Link::sent(&token, (&of.id, section), app.service.now()))?)
    });
    format!("/svar/{}", token.as_str())
}

/// Answers every section of a link with its first option, and hands in.
fn answer_all(visitor: &Client, link: &str) {
    let overview = visitor.get(&format!("{link}/overblik")).body;
    for area in ["psykiatri-handicap", "sundhed"] {
        let section = format!("{link}/afsnit/{area}");
        if overview.contains(&section) {
            answer(visitor, &section);
        }
    }
    let handed_in = visitor.post(&format!("{link}/indsendelse"), &[("afsnit", "alle"), ("bekraeft", "ja")]);
    assert!(handed_in.path.ends_with("/kvittering"), "{}: {}", handed_in.path, handed_in.body);
}

/// Answers a section with its first option, whichever areas its questions are put to.
fn answer(visitor: &Client, section: &str) {
    let page = visitor.get(section).body;
    let hidden = page.split("type=\"hidden\" name=\"").skip(1).filter_map(|rest| {
        let (name, rest) = rest.split_once("\" value=\"")?;
        Some((name, rest.split('"').next()?))
    });
    let hidden: Vec<(&str, &str)> = hidden.collect();
    let asked: Vec<String> =
        hidden.iter().filter_map(|(name, _)| Some(format!("q{}", name.strip_prefix('r')?))).collect();
    let chosen = asked.iter().map(|name| (name.as_str(), "0"));
    let fields: Vec<(&str, &str)> = hidden.iter().copied().chain(chosen).collect();
    let saved = visitor.post(section, &fields);
    assert_eq!(saved.status, 200, "{section}: {}", saved.body);
}

fn hand_over(visitor: &Client, section: &str, (name, email): (&str, &str), more: &[(&str, &str)]) {
    let fields = [&[("navn", name), ("mail", email)], more].concat();
    let sent = visitor.post(&format!("{section}/overdragelse"), &fields);
    assert!(sent.path.ends_with("/overdraget"), "{}: {}", sent.path, sent.body);
}
