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
    wanted: f64,
    cold: f64,
    warm: f64,
}

/// Every page of the newest round, each by the first request to a started server and by later ones.
pub fn measure(url: &str, filled: &Filled, rounds: usize) -> Vec<Times> {
    let newest = fill::key(rounds - 1);
    let pages = [
        ("country page of a closed round", 40.0, format!("/rounds/{newest}/country")),
        ("trend of ten rounds, country", 80.0, format!("/rounds/{newest}/trend")),
        ("trend of ten rounds, municipality", 100.0, format!("/rounds/{newest}/municipalities/{MUNICIPALITY}/trend")),
        ("municipality, baseline against current", 20.0, format!("/rounds/{newest}/municipalities/{MUNICIPALITY}")),
        ("API page of 1,000 scores", 10.0, format!("/api/v1/rounds/{newest}/scores?limit=1000")),
    ];
    pages
        .into_iter()
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

/// One line a page; with the times `before` the rounds doubled, the ratio too.
pub fn print(rounds: usize, times: &[Times], before: Option<&Vec<Times>>) {
    println!(
        "{:<48}{:>10}{:>10}{:>10}{:>14}{:>14}",
        format!("{rounds} rounds, ms"),
        "wanted",
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
        let (cold, warm) = (ratio(page.cold, |one| one.cold), ratio(page.warm, |one| one.warm));
        println!("{:<48}{:>10.0}{:>10.1}{:>10.1}{cold:>14}{warm:>14}", page.name, page.wanted, page.cold, page.warm);
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
