//! `scripts/soak`: 2,000 leaders answer 250 questions each through two web instances behind nginx,
//! while a worker, then a web process, then the mail server is killed every 20 seconds. Ends by
//! itself within ten minutes and with non-zero where something must not be.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a soak that can't go on stops where it stands"
)]
#![expect(dead_code, reason = "the tests of the topology use more of these modules")]

#[path = "../../tests/topology/leader.rs"]
mod leader;
#[path = "../../tests/topology/letters.rs"]
mod letters;
#[path = "../../tests/topology/processes.rs"]
mod processes;
#[path = "../../tests/topology/soak.rs"]
mod soak;
#[path = "../../tests/topology/world.rs"]
mod world;

use std::path::Path;
use std::time::Duration;

use processes::Topology;
use soak::Plan;

fn main() {
    // cargo hands its own flags to every benchmark.
    let leaders = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(2000);
    let plan = Plan {
        leaders,
        at_once: 24,
        kill_every: Duration::from_secs(20),
        longest: Duration::from_secs(450),
        settling: Duration::from_secs(140),
    };
    let topology = Topology::start(Path::new(env!("CARGO_BIN_EXE_pejl")), &["MAIL_TIMEOUT=3"]);
    let report = soak::run(&topology, &plan);
    println!("leaders who saw their receipt        {:>8} of {leaders}", report.handed_in);
    println!("answers acknowledged                 {:>8}", report.acknowledged);
    println!("processes killed                     {:>8}", report.kills);
    println!("time of the leaders                  {:>8.0} s", report.took.as_secs_f64());
    let (median, slow) = report.latencies;
    println!("requests: median, slowest of 100     {:>8} ms, {} ms", median.as_millis(), slow.as_millis());
    for (outcome, count) in &report.requests {
        println!("requests with {outcome:<22} {count:>8}");
    }
    for (outcome, count) in &report.letters {
        println!("letters {outcome:<40} {count:>8}");
    }
    for fault in &report.faults {
        println!("FAULT: {fault}");
    }
    drop(topology);
    if !report.faults.is_empty() {
        std::process::exit(1);
    }
    println!("Nothing lost, nothing twice.");
}
