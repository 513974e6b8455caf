//! The load benchmark: a release server on loopback with 5,000 posts, 250 questions and two rounds
//! on SQLite. Prints CPU time per page, memory, sizes, and our page rate as a share of an empty
//! page's on the same machine in the same run. Every loop is bounded; nothing leaves 127.0.0.1.

#![expect(clippy::unwrap_used, reason = "a benchmark that can't go on should stop where it stands")]
#![expect(clippy::disallowed_methods, reason = "a benchmark begins at the present day")]

mod data;
mod drafts;
mod empty;
mod leaders;
mod process;
mod scale;
mod size;
mod visitor;

use std::path::Path;
use std::time::{Duration, Instant};

use process::Server;
use visitor::Visitor;

/// Requests measured per page.
const REQUESTS: u32 = 200;
/// Requests of the rate comparison, per kind.
const RATE_REQUESTS: u32 = 4000;

fn main() {
    if std::env::args().any(|argument| argument == "--empty-server") {
        return empty::serve();
    }
    let folder = tempfile::tempdir().unwrap();
    let is_asked = |part: &str| std::env::args().any(|argument| argument == part);
    if is_asked("--profile") {
        return profile(folder.path());
    }
    if is_asked("--drafts") {
        return drafts::run(folder.path());
    }
    if is_asked("--leaders") {
        return leaders::run(folder.path());
    }
    if !is_asked("--scale") {
        load(folder.path());
        drafts::run(folder.path());
    }
    if !is_asked("--pages") {
        scale::run(folder.path(), std::env::var("PEJL_BENCH_POSTGRES").ok().as_deref());
    }
}

fn load(folder: &Path) {
    let filled = data::fill(folder);
    println!("\n{:<58}{:>12}{:>12}", "measure", "measured", "wanted");
    line("directory import of 5,000 posts, CPU s", filled.directory_seconds, "2");

    let server = Server::start(&filled.database_url, 18461);
    let visitor = Visitor::new(server.address());
    let staff = Visitor::signed_in(server.address(), &filled.session);

    let country = "/rounds/2026/country";
    line("country page, cold, CPU ms", server.cpu_of(|| staff.get(country)), "1000");
    line("country page, warm, CPU ms", server.cpu_per(REQUESTS / 4, |_| staff.get(country)), "50");
    let municipality = format!("/rounds/2026/municipalities/{}", data::MUNICIPALITY);
    line("municipality dashboard, CPU ms", server.cpu_per(REQUESTS / 2, |_| staff.get(&municipality)), "30");

    let section = format!("/svar/{}/afsnit/{}", filled.links[0], data::AREAS[0]);
    visitor.post(&format!("/svar/{}/start", filled.links[0]), "");
    let landing = format!("/svar/{}", filled.links[0]);
    line("landing page, CPU ms", server.cpu_per(REQUESTS, |_| visitor.get(&landing)), "0.4");
    line("section page (31 questions), CPU ms", server.cpu_per(REQUESTS, |_| visitor.get(&section)), "0.8");
    let saves = server.cpu_per(REQUESTS, |turn| {
        visitor.post(&format!("{section}/kladde"), &data::form(0, turn));
    });
    line("save of a section (31 answers changed), CPU ms", saves, "0.6");
    let sessions = 20;
    let whole = server.cpu_per(sessions, |turn| visitor.whole_session(&filled.links[1 + turn as usize]));
    line("whole session of 250 questions, CPU ms", whole, "15");
    line("resident memory at its highest, MB", server.peak_megabytes(), "150");

    let mut dry_run = (String::new(), String::new());
    let uploading = server.cpu_of(|| {
        // The whole country under new titles and addresses: whatever is new may be whatever is missing.
        dry_run.0 = staff.bring("/directory/import", &data::directory("Chef"));
        dry_run.1 = staff.read(&dry_run.0);
    });
    line("upload of 5,000 posts, dry run on screen, CPU ms", uploading, "2000");
    let seen = dry_run.1.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let importing = server.cpu_of(|| staff.post(&dry_run.0, &format!("seen={seen}")));
    line("the same carried out, CPU ms", importing, "2000");

    let ours = rate(|| visitor.get(&section));
    let empty = Server::start_empty(18462);
    let bare = Visitor::new(empty.address());
    let theirs = rate(|| bare.get("/"));
    println!(
        "\nsection page: {ours:.0} requests/s; empty maud page: {theirs:.0}/s; share {:.1} %, wanted 15",
        100.0 * ours / theirs
    );
    drop((server, empty));
    size::answers_of_ten_rounds(folder);
}

/// Asks for each of a respondent's pages for ten seconds, so that `perf record -g -p` on the process that
/// it names tells what that page costs; then for each step of whole sessions.
fn profile(folder: &Path) {
    let filled = data::fill(folder);
    let server = Server::start(&filled.database_url, 18461);
    let visitor = Visitor::new(server.address());
    let landing = format!("/svar/{}", filled.links[0]);
    let section = format!("{landing}/afsnit/{}", data::AREAS[0]);
    println!("process {}, database {}, page {landing}", server.id(), filled.database_url);
    visitor.post(&format!("{landing}/start"), "");
    let pages: [(&str, &dyn Fn(u32)); 3] = [
        ("landing", &|_| visitor.get(&landing)),
        ("section", &|_| visitor.get(&section)),
        ("save", &|turn| visitor.post(&format!("{section}/kladde"), &data::form(0, turn))),
    ];
    for (name, ask) in pages {
        let (began, mut turn) = (Instant::now(), 0);
        let per_page = server.cpu_per(1, |_| {
            while began.elapsed() < Duration::from_secs(10) {
                ask(turn);
                turn += 1;
            }
        });
        println!("{name}: {turn} times, CPU ms {:.3}", per_page / f64::from(turn));
    }
    // One step of all leaders after the other; each answers once, so this is as long as the town hall has leaders.
    println!("session: begins");
    let leaders = &filled.links[1..];
    for (name, step) in visitor::SESSION_STEPS {
        let per_leader = server.cpu_per(leaders.len() as u32, |turn| step(&visitor, &leaders[turn as usize]));
        println!("session, {name}: {} times, CPU ms {per_leader:.2}", leaders.len());
    }
}

/// One connection, one request after the other.
fn rate(mut request: impl FnMut()) -> f64 {
    let start = Instant::now();
    for _ in 0..RATE_REQUESTS {
        request();
    }
    f64::from(RATE_REQUESTS) / start.elapsed().as_secs_f64()
}

fn line(what: &str, measured: f64, wanted: &str) {
    println!("{what:<58}{measured:>12.2}{wanted:>12}");
}
