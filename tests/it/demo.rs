//! The demo: its generated data against the published figures of the national monitoring, and what
//! it says to a newcomer.

use std::fs::{File, read_to_string};
use std::process::{Child, Command};
use std::time::Duration;

use pejl::demo;
use pejl::domain::access::staff::Scope;
use pejl::domain::base::rounding::whole;
use pejl::domain::catalogue::Measure;
use pejl::domain::dashboards::distribution::distribution;
use pejl::files::Dialect;
use pejl::{exports, results, store};

use crate::app::{TestApp, start};
use crate::process::free_address;

on_both_databases!(
    the_demo_reproduces_the_published_shares,
    the_open_round_of_the_demo_compares_every_package_and_tells_rises_and_falls
);

/// Package, round, published share in per cent and municipalities that answered (domain notes, 2.4).
const PUBLISHED: [(&str, &str, i64, usize); 8] = [
    ("tobak", "2013", 30, 96),
    ("fysisk-aktivitet", "2013", 26, 96),
    ("mad-og-maaltider", "2013", 21, 96),
    ("alkohol", "2015", 35, 95),
    ("mental-sundhed", "2015", 29, 95),
    ("tobak", "2017", 55, 95),
    ("alkohol", "2017", 44, 95),
    ("mental-sundhed", "2017", 40, 95),
];

fn the_demo_reproduces_the_published_shares(app: &TestApp) {
    let db = &app.service.db;
    let open = demo::open(db, start()).unwrap();
    demo::answer(db, &open, start()).unwrap();
    for (package, round, share, answered) in PUBLISHED {
        let tallies = app.read(|conn| {
            let round = store::rounds::find_by_key(conn, round)?.unwrap();
            results::count(conn, &round, &Scope::All)
        });
        let place = tallies.edition.find_package(package).unwrap();
        let overall = tallies
            .edition
            .questions
            .iter()
            .position(|question| question.measure == Measure::Overall && question.package == Some(place))
            .unwrap();
        let found = distribution(&tallies, overall, None, &tallies.municipalities);
        assert_eq!(found.n, answered, "{package} {round}");
        assert_eq!(whole(100.0 * found.top_box.unwrap()), share, "{package} {round}");
    }
}

/// The country's paired change of every package in the demo's open round, by key: what a newcomer sees first.
fn the_open_round_of_the_demo_compares_every_package_and_tells_rises_and_falls(app: &TestApp) {
    let db = &app.service.db;
    let open = demo::open(db, start()).unwrap();
    demo::answer(db, &open, start()).unwrap();
    let file = app.read(|conn| exports::changes(conn, &open, Dialect::Machine));
    let changes = |municipality: &str| -> Vec<(String, Option<f64>)> {
        let rows = std::str::from_utf8(&file).unwrap().lines().map(|line| line.split(';').collect::<Vec<_>>());
        let wanted = rows.filter(|row| row[..2] == [municipality, "implementation"] && !row[2].is_empty());
        wanted.filter(|row| row[3].is_empty()).map(|row| (row[2].to_owned(), row[10].parse().ok())).collect()
    };
    let country = changes("DK");
    assert_eq!(country.len(), 8, "{country:?}");
    let of = |package: &str| country.iter().find(|(key, _)| key == package).unwrap().1.unwrap();
    assert!(country.iter().all(|(_, change)| change.is_some()), "{country:?}");
    assert!(of("tobak") > 15.0 && of("alkohol") > 10.0 && of("solbeskyttelse") < 0.0, "{country:?}");
    // The municipality whose leaders are still answering has something to see, too.
    let answering = changes(demo::STILL_ANSWERING);
    for package in ["tobak", "alkohol", "fysisk-aktivitet", "mental-sundhed", "mad-og-maaltider"] {
        assert!(answering.iter().any(|(key, change)| key == package && change.is_some()), "{answering:?}");
    }
}

/// A process that is killed when it is dropped.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[test]
fn the_demo_prints_what_a_newcomer_needs_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let [out, log] = ["out", "log"].map(|name| folder.path().join(name));
    let listen = free_address();
    let mut command = Command::new(env!("CARGO_BIN_EXE_pejl"));
    command.env_clear().env("TMPDIR", folder.path()).args(["demo", "--listen", &listen]);
    let started = command.stdout(File::create(&out).unwrap()).stderr(File::create(&log).unwrap()).spawn();
    let mut demo = Killed(started.unwrap());
    let printed = || read_to_string(&out).unwrap();
    for _ in 0..600 {
        assert!(demo.0.try_wait().unwrap().is_none(), "it ended: {}", read_to_string(&log).unwrap());
        if printed().contains("/letters") {
            break;
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    // One line that it begins; then the address, three accounts, three links under a heading and the letters.
    let (printed, log) = (printed(), read_to_string(&log).unwrap());
    assert_eq!(log.lines().count(), 1, "{log}");
    assert_eq!(printed.lines().count(), 9, "{printed}");
    assert!(printed.contains(&format!("http://{listen}/letters")), "{printed}");
}
