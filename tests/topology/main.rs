//! Production's processes on one machine, killed and started again: what leaders and letters must
//! not notice. `scripts/test` provides PostgreSQL, nginx and the mail server; each fact has a
//! topology of its own, so run them one at a time.

#![expect(clippy::disallowed_methods, reason = "tests are told by the environment what is there")]
#![expect(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod leader;
mod letters;
mod processes;
mod soak;
mod world;

use std::path::Path;
use std::time::Duration;

use leader::{Leader, Tally, browser};
use letters::{Postbox, until};
use processes::Topology;
use soak::Plan;
use ureq::Agent;
use world::{AREAS, address, open_round};

/// A topology; nothing where its programs are not installed and need not be.
fn topology(settings: &[&str]) -> Option<Topology> {
    let is_there = |program: &str| Path::new(program).exists();
    let python = std::env::var("PEJL_TEST_PYTHON").unwrap_or_else(|_| "target/venv/bin/python".to_owned());
    if !is_there("/usr/sbin/nginx") || !is_there("/usr/lib/postgresql") || !is_there(&python) {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "nginx, PostgreSQL or aiosmtpd is not installed");
        eprintln!("SKIPPED: nginx, PostgreSQL or aiosmtpd is not installed: scripts/test installs them.");
        return None;
    }
    Some(Topology::start(Path::new(env!("CARGO_BIN_EXE_pejl")), settings))
}

/// A round is open, and the first post's letter has come.
fn first_link(topology: &Topology, posts: usize) -> (Agent, String) {
    open_round(topology, posts);
    let link = Postbox::default().link_to(&address(0), &topology.letters(), &topology.base_url());
    (browser(&topology.certificate()), link)
}

#[test]
fn the_proxy_speaks_tls_and_keeps_what_is_not_public() {
    let Some(topology) = topology(&[]) else { return };
    let agent = browser(&topology.certificate());
    let ask = |url: &str| agent.get(url).call().unwrap();
    let base = topology.base_url();

    let login = ask(&format!("{base}/login"));
    assert_eq!(login.status(), 200);
    assert_eq!(login.headers()["strict-transport-security"], "max-age=31536000");
    let plain = format!("http://localhost:{}/rounds?x=1", topology.port("http"));
    let wanted = format!("{base}/rounds?x=1");
    for answer in [ask(&plain), agent.get(&plain).header("host", "evil.example").call().unwrap()] {
        assert_eq!((answer.status().as_u16(), answer.headers()["location"].to_str().unwrap()), (308, wanted.as_str()));
    }
    assert_eq!(ask(&format!("{base}/metrics")).status(), 404);
}

#[test]
fn a_leader_does_not_notice_that_web_processes_are_killed() {
    let Some(topology) = topology(&[]) else { return };
    let (agent, link) = first_link(&topology, 3);
    let tally = Tally::default();
    let mut leader = Leader::new(&agent, &tally, link);
    for (turn, area) in AREAS.iter().enumerate() {
        let victim = ["web-1", "web-2"][turn % 2];
        leader.save(area, 1, true).unwrap();
        topology.kill(victim);
        leader.save(area, 1, false).unwrap();
        topology.restart(victim);
    }
    let counts = tally.counts();
    let bad: Vec<_> = counts.keys().filter(|outcome| !outcome.starts_with(['2', '3'])).collect();
    assert!(bad.is_empty(), "the other instance answers what the first can't: {counts:?}");
    assert_eq!(leader.acknowledged.len(), world::QUESTIONS);
}

#[test]
fn answers_outlive_a_database_that_is_killed() {
    let Some(topology) = topology(&[]) else { return };
    let (agent, link) = first_link(&topology, 3);
    let tally = Tally::default();
    std::thread::scope(|scope| {
        let answering = scope.spawn(|| {
            let mut leader = Leader::new(&agent, &tally, link);
            let outcome = leader.answer_everything(2);
            (leader.acknowledged, outcome)
        });
        for _ in 0..2 {
            std::thread::sleep(Duration::from_millis(300));
            topology.kill("postgres");
            std::thread::sleep(Duration::from_millis(500));
            topology.restart("postgres");
        }
        let (acknowledged, outcome) = answering.join().unwrap();
        assert_eq!(outcome, Ok(()));
        assert_eq!(acknowledged.len(), world::QUESTIONS);
    });
    let counts = tally.counts();
    assert!(!counts.contains_key("500"), "a database that is away is 503, not 500: {counts:?}");
    let handed_in = topology.pejl(&["answers", "export", "--round", world::ROUND]);
    assert_eq!(handed_in.lines().count(), world::QUESTIONS + 1);
}

#[test]
fn leaders_answer_while_every_kind_of_process_is_killed() {
    // A letter whose worker was killed is in doubt after ten times this, and then repeated.
    let Some(topology) = topology(&["MAIL_TIMEOUT=2"]) else { return };
    let plan = Plan {
        leaders: 60,
        at_once: 8,
        kill_every: Duration::from_secs(2),
        longest: Duration::from_secs(180),
        settling: Duration::from_secs(240),
    };
    let report = soak::run(&topology, &plan);
    println!("{report:#?}");
    assert_eq!(report.faults, Vec::<String>::new());
    assert_eq!((report.handed_in, report.acknowledged), (plan.leaders, plan.leaders * world::QUESTIONS));
    assert!(report.kills > 0);
}

#[test]
fn nothing_secret_stands_in_a_log() {
    let Some(topology) = topology(&[]) else { return };
    let (agent, link) = first_link(&topology, 3);
    let tally = Tally::default();
    Leader::new(&agent, &tally, link.clone()).save(AREAS[0], 0, false).unwrap();
    topology.kill("web-1");
    Leader::new(&agent, &tally, link.clone()).save(AREAS[1], 0, false).unwrap();
    let token = link.rsplit('/').next().unwrap();
    for name in ["web-1", "web-2", "work-1", "work-2", "proxy"] {
        let log = topology.log(name);
        assert!(!log.contains(token) && !log.contains("@example.org"), "{name} tells too much:\n{log}");
    }
    until("the log of a web process", Duration::from_secs(5), || {
        Some(topology.log("web-2")).filter(|log| !log.is_empty())
    });
}
