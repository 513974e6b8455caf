//! The whole country for many years: 98 municipalities, 8 areas with 6 posts each, 250 questions to
//! every post, ten rounds and then twenty, on SQLite and on PostgreSQL.

mod fill;
mod pages;
mod saves;

use std::path::Path;

/// Rounds at first; as many again are added then.
const ROUNDS: usize = 10;

/// Prints how quickly pages of closed rounds come, at ten rounds and at twenty, and what four
/// writers on PostgreSQL save against one. `postgres` is an empty database.
pub fn run(folder: &Path, postgres: Option<&str>) {
    let sqlite = format!("sqlite://{}", folder.join("scale.sqlite").display());
    measure("SQLite", &sqlite);
    match postgres {
        Some(url) => {
            measure("PostgreSQL", url);
            saves::measure(url, folder);
        }
        None => println!(
            "\nPEJL_BENCH_POSTGRES is not set, so nothing was measured on PostgreSQL: scripts/bench starts one."
        ),
    }
}

fn measure(name: &str, url: &str) {
    println!("\n{name}: 98 municipalities x 8 areas x 6 posts x 250 questions");
    let filled = fill::begin(url);
    let mut before = None;
    for rounds in [ROUNDS, 2 * ROUNDS] {
        fill::add_rounds(url, rounds - ROUNDS..rounds);
        let times = pages::measure(url, &filled, rounds);
        pages::print(rounds, &times, before.as_ref());
        if before.is_none() {
            pages::long_format(url, &filled, rounds);
        }
        before = Some(times);
    }
}
