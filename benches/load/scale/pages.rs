//! How long pages of closed rounds take, from the request to the last byte.

use std::time::Instant;

use super::fill::{self, Filled};
use crate::data::MUNICIPALITY;
use crate::process::Server;
use crate::visitor::Visitor;

/// Servers started for the first request of each page; the median counts.
const STARTS: usize = 5;
/// Requests of each page once it was asked for; the median counts.
const WARM: usize = 21;
const PORT: u16 = 18463;

/// Milliseconds of one page.
pub struct Times {
    name: &'static str,
    wanted: (f64, f64),
    cold: f64,
    warm: f64,
}

/// Every page of the newest round, each by the first request to a started server and by later ones.
pub fn measure(url: &str, filled: &Filled, rounds: usize) -> Vec<Times> {
    let round = format!("/rounds/{}", fill::key(rounds - 1));
    let municipality = format!("/municipalities/{MUNICIPALITY}");
    // Cold and warm, in milliseconds.
    let pages = [
        ("country page of a closed round", (40.0, 30.0), "/country"),
        ("trend of ten rounds, country", (80.0, 30.0), "/trend"),
        ("trend of ten rounds, municipality", (100.0, 30.0), &format!("{municipality}/trend")),
        ("municipality, baseline against current", (20.0, 30.0), &municipality),
        ("meeting sheet", (150.0, 30.0), &format!("{municipality}/sheet")),
        ("map", (150.0, 30.0), "/map"),
        ("largest movements", (150.0, 30.0), "/movements"),
        ("package", (150.0, 30.0), "/packages/pakke-1"),
        ("recommendation", (150.0, 30.0), "/packages/pakke-1/anbefaling-30"),
        ("questions", (150.0, 30.0), "/questions"),
        ("question", (150.0, 30.0), "/questions/q.30"),
        ("chart of packages, SVG", (150.0, 3.0), "/country/packages.svg"),
        ("chart of packages, slide as PNG", (300.0, 150.0), "/country/packages.png"),
    ];
    let api = ("API page of 1,000 scores", (150.0, 10.0), format!("/api/v1{round}/scores?limit=1000"));
    let pages = pages.map(|(name, wanted, path)| (name, wanted, format!("{round}{path}")));
    pages
        .into_iter()
        .chain([api])
        .map(|(name, wanted, path)| {
            let mut cold = Vec::new();
            let mut warm = Vec::new();
            for start in 0..STARTS {
                let server = Server::start(url, PORT);
                let staff = Visitor::signed_in(server.address(), &filled.session).with_token(&filled.token);
                // The connection, the session and the program's own pages are there; no figures are.
                staff.get("/catalogue");
                cold.push(milliseconds(|| staff.get(&path)));
                if start == 0 {
                    warm = (0..WARM).map(|_| milliseconds(|| staff.get(&path))).collect();
                }
            }
            Times { name, wanted, cold: median(cold), warm: median(warm) }
        })
        .collect()
}

/// How long the workbook of all answers of a round takes, and how much memory, in a server that has done nothing else.
pub fn long_format(url: &str, filled: &Filled, rounds: usize) {
    let server = Server::start(url, PORT);
    let staff = Visitor::signed_in(server.address(), &filled.session);
    let path = format!("/rounds/{}/tables/answers.xlsx", fill::key(rounds - 1));
    let seconds = milliseconds(|| staff.get(&path)) / 1000.0;
    println!(
        "all answers of a round as a workbook: {seconds:.1} s (wanted 15), memory at its highest {:.0} MB (wanted 200)",
        server.peak_megabytes()
    );
}

/// One line a page; with the times `before` the rounds doubled, the ratio too.
pub fn print(rounds: usize, times: &[Times], before: Option<&Vec<Times>>) {
    println!(
        "{:<48}{:>10}{:>10}{:>10}{:>14}{:>14}",
        format!("{rounds} rounds, ms"),
        "cold/warm",
        "cold",
        "warm",
        "ratio cold",
        "ratio warm"
    );
    for (place, page) in times.iter().enumerate() {
        let earlier = before.and_then(|before| before.get(place));
        let ratio = |now: f64, then: fn(&Times) -> f64| {
            earlier.map_or_else(String::new, |earlier| format!("{:.2}", now / then(earlier)))
        };
        let wanted = format!("{:.0}/{:.0}", page.wanted.0, page.wanted.1);
        let (cold, warm) = (ratio(page.cold, |one| one.cold), ratio(page.warm, |one| one.warm));
        println!("{:<48}{:>10}{:>10.1}{:>10.1}{cold:>14}{warm:>14}", page.name, wanted, page.cold, page.warm);
    }
}

fn milliseconds(request: impl FnOnce()) -> f64 {
    let start = Instant::now();
    request();
    start.elapsed().as_secs_f64() * 1000.0
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
