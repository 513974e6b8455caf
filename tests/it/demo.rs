//! The demo's generated data against the published figures of the national monitoring.

use pejl::demo;
use pejl::domain::catalogue::Measure;
use pejl::domain::distribution::distribution;
use pejl::domain::rounding::whole;
use pejl::domain::staff::Scope;
use pejl::{results, store};

use crate::app::{TestApp, start};

on_both_databases!(the_demo_reproduces_the_published_shares);

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
        let returns = app.read(|conn| {
            let round = store::rounds::find_by_key(conn, round)?.unwrap();
            results::count(conn, &round, &Scope::All)
        });
        let place = returns.edition.find_package(package).unwrap();
        let overall = returns
            .edition
            .questions
            .iter()
            .position(|question| question.measure == Measure::Overall && question.package == Some(place))
            .unwrap();
        let found = distribution(&returns, overall, None, &returns.municipalities);
        assert_eq!(found.n, answered, "{package} {round}");
        assert_eq!(whole(100.0 * found.top_box.unwrap()), share, "{package} {round}");
    }
}
