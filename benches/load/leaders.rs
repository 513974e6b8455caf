//! Fifty leaders at once, each from the letter's link to the receipt as fast as the answers come: what that costs the
//! server, and how long its answers take by its own figures. The leaders run on the same cores.

use std::path::Path;
use std::sync::Barrier;
use std::time::Instant;

use crate::data;
use crate::line;
use crate::process::Server;
use crate::visitor::Visitor;

const LEADERS: usize = 50;

/// Where the server tells its figures.
const FIGURES: &str = "127.0.0.1:18465";

/// Prints a line a figure.
pub fn run(folder: &Path) {
    let filled = data::fill(folder);
    let server = Server::start_with(&filled.database_url, 18464, &[("METRICS_LISTEN", FIGURES)]);
    let leaders = &filled.links[..LEADERS];
    let begin = Barrier::new(LEADERS);
    let began = Instant::now();
    let cpu = server.cpu_of(|| {
        std::thread::scope(|scope| {
            for leader in leaders {
                scope.spawn(|| {
                    let visitor = Visitor::new(server.address());
                    begin.wait();
                    visitor.whole_session(leader);
                });
            }
        });
    });
    let seconds = began.elapsed().as_secs_f64();
    let figures = Visitor::new(format!("http://{FIGURES}")).read("/metrics");
    let times = Times::of(&figures);
    println!("\n{LEADERS} leaders at once, {} requests{:>35}{:>12}", times.count, "measured", "wanted");
    line("half of the answers begin within, ms", times.bound(0.5), "100");
    line("nine of ten begin within, ms", times.bound(0.9), "-");
    line("mean, ms", 1000.0 * times.seconds / times.count, "-");
    line("CPU of the server per request, ms", cpu / times.count, "-");
    line("all of them are done after, s", seconds, "-");
}

/// The server's histogram of all that it was asked: how many answers began within which time.
struct Times {
    /// Upper bounds in milliseconds, from the shortest.
    within: Vec<(f64, f64)>,
    count: f64,
    seconds: f64,
}

impl Times {
    fn of(figures: &str) -> Times {
        let mut times = Times { within: Vec::new(), count: 0.0, seconds: 0.0 };
        for line in figures.lines() {
            let Some((_, line)) = line.split_once("http_request_duration_seconds_") else { continue };
            let Some(value) = line.rsplit(' ').next().and_then(|value| value.parse::<f64>().ok()) else { continue };
            match line.split_once("le=\"").and_then(|(_, rest)| rest.split('"').next()) {
                Some(bound) => times.add(bound.parse().unwrap_or(f64::INFINITY) * 1000.0, value),
                None if line.starts_with("count") => times.count += value,
                None if line.starts_with("sum") => times.seconds += value,
                None => {}
            }
        }
        times.within.sort_by(|one, other| one.0.total_cmp(&other.0));
        assert!(times.count > 0.0, "the server has counted nothing:\n{figures}");
        times
    }

    fn add(&mut self, bound: f64, value: f64) {
        match self.within.iter_mut().find(|(known, _)| *known == bound) {
            Some((_, count)) => *count += value,
            None => self.within.push((bound, value)),
        }
    }

    /// The first bound within which that share of the answers began.
    fn bound(&self, share: f64) -> f64 {
        let wanted = share * self.count;
        self.within.iter().find(|(_, count)| *count >= wanted).map_or(f64::INFINITY, |(bound, _)| *bound)
    }
}
