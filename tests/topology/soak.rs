//! Leaders at work while processes are killed, and what must be true afterwards: every answer that
//! was acknowledged is stored, every letter came exactly once or is marked as doubtful, and no page
//! answered 500.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use pejl::domain::access::staff::Scope;
use pejl::domain::mail::letters::{Letter, LetterState, MAX_REPEATS};
use pejl::store::{Db, answers, invitations, ledger, rounds};

use crate::leader::{Choices, Leader, Tally, browser};
use crate::letters::{Postbox, until};
use crate::processes::Topology;
use crate::world::{QUESTIONS, ROUND, address, open_round};

/// Who is killed, in turn.
const VICTIMS: [&str; 6] = ["work-1", "web-1", "smtp", "work-2", "web-2", "smtp"];

/// How long a killed process is away.
const AWAY: Duration = Duration::from_secs(2);

/// More letters than a soak can send.
const ALL_LETTERS: i64 = 1_000_000;

/// What is to be done.
pub struct Plan {
    /// How many leaders answer 250 questions each.
    pub leaders: usize,
    /// How many of them are at work at once.
    pub at_once: usize,
    /// The time from one killing to the next.
    pub kill_every: Duration,
    /// After this nobody begins, and who waits for a letter gives up.
    pub longest: Duration,
    /// How long letters may take to settle afterwards.
    pub settling: Duration,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Report {
    /// Leaders who saw their receipt.
    pub handed_in: usize,
    /// Answers that the service said it has.
    pub acknowledged: usize,
    /// Processes killed.
    pub kills: usize,
    /// Requests by status.
    pub requests: BTreeMap<String, usize>,
    /// The median and the slowest of a hundred requests.
    pub latencies: (Duration, Duration),
    /// Letters by what became of them, and how often each came.
    pub letters: BTreeMap<String, usize>,
    /// How long the leaders took.
    pub took: Duration,
    /// Everything that must not be.
    pub faults: Vec<String>,
}

/// Runs the plan on a topology that nothing was done on yet.
pub fn run(topology: &Topology, plan: &Plan) -> Report {
    let begun = Instant::now();
    open_round(topology, plan.leaders);
    let (agent, tally) = (browser(&topology.certificate()), Tally::default());
    let (next, is_done) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (postbox, done) = (Mutex::new(Postbox::default()), Mutex::new(BTreeMap::new()));
    let mut report = Report::default();
    std::thread::scope(|scope| {
        let killer = scope.spawn(|| kill_in_turn(topology, plan.kill_every, &is_done));
        let work = || {
            loop {
                let post = next.fetch_add(1, Ordering::Relaxed);
                if post >= plan.leaders || begun.elapsed() > plan.longest {
                    return;
                }
                let Some(link) = wait_for_link(topology, &postbox, post, begun, plan.longest) else {
                    done.lock().unwrap().insert(post, (Choices::new(), Err("no letter came".to_owned())));
                    continue;
                };
                let mut leader = Leader::new(&agent, &tally, link);
                let outcome = leader.answer_everything(post);
                done.lock().unwrap().insert(post, (leader.acknowledged, outcome));
            }
        };
        let leaders: Vec<_> = (0..plan.at_once).map(|_| scope.spawn(work)).collect();
        leaders.into_iter().for_each(|leader| leader.join().unwrap());
        is_done.store(true, Ordering::Relaxed);
        report.kills = killer.join().unwrap();
    });
    report.took = begun.elapsed();
    let done = done.into_inner().unwrap();
    for (post, (_, outcome)) in &done {
        match outcome {
            Ok(()) => report.handed_in += 1,
            Err(cause) => report.faults.push(format!("leader {post} got stuck: {cause}")),
        }
    }
    if done.len() < plan.leaders {
        report.faults.push(format!("{} leaders found no time to begin", plan.leaders - done.len()));
    }
    let db = topology.db();
    compare_answers(&db, &done, &mut report);
    compare_letters(topology, &db, postbox.into_inner().unwrap(), plan.settling, &mut report);
    report.requests = tally.counts();
    report.latencies = tally.latencies();
    let broken = report.requests.get("500").copied().unwrap_or_default();
    if broken > 0 {
        report.faults.push(format!("{broken} pages answered 500"));
    }
    report
}

fn kill_in_turn(topology: &Topology, every: Duration, is_done: &AtomicBool) -> usize {
    let mut kills = 0;
    for victim in VICTIMS.iter().cycle() {
        let wait = Instant::now();
        while wait.elapsed() < every {
            if is_done.load(Ordering::Relaxed) {
                return kills;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        topology.kill(victim);
        kills += 1;
        std::thread::sleep(AWAY);
        topology.restart(victim);
    }
    kills
}

fn wait_for_link(
    topology: &Topology,
    postbox: &Mutex<Postbox>,
    post: usize,
    begun: Instant,
    longest: Duration,
) -> Option<String> {
    let (base_url, folder, to) = (topology.base_url(), topology.letters(), address(post));
    while begun.elapsed() < longest {
        let mut postbox = postbox.lock().unwrap();
        if !postbox.links.contains_key(&to) {
            postbox.look(&folder, &base_url);
        }
        if let Some(link) = postbox.links.get(&to) {
            return Some(link.clone());
        }
        drop(postbox);
        std::thread::sleep(Duration::from_millis(200));
    }
    None
}

/// Holds what was acknowledged against what is stored, and what was handed in against both.
fn compare_answers(db: &Db, done: &BTreeMap<usize, (Choices, Result<(), String>)>, report: &mut Report) {
    let stored = db.read(|conn| {
        let round = rounds::find_by_key(conn, ROUND)?.expect("the round is there");
        let mut stored = BTreeMap::new();
        for invitation in invitations::list_by_round(conn, &round.id, &Scope::All)? {
            let answers = answers::list_by_invitation(conn, &invitation.id)?;
            let choices: Choices = answers
                .iter()
                .filter_map(|answer| Some((answer.question(), usize::try_from(answer.choice?).ok()?)))
                .collect();
            stored.insert(invitation.email, (choices, invitation.handed_in_at.is_some()));
        }
        Ok(stored)
    });
    let stored = stored.unwrap();
    for (post, (acknowledged, outcome)) in done {
        report.acknowledged += acknowledged.len();
        let (there, is_handed_in) = &stored[&address(*post)];
        let lost = acknowledged.iter().filter(|(question, option)| there.get(question) != Some(option)).count();
        if lost > 0 {
            report.faults.push(format!("leader {post}: {lost} acknowledged answers are not stored"));
        }
        if outcome.is_ok() && (!is_handed_in || there.len() != QUESTIONS) {
            report.faults.push(format!("leader {post} saw a receipt, but {} answers are stored", there.len()));
        }
    }
}

/// Waits until no letter is under way, and holds the ledger against what came.
fn compare_letters(topology: &Topology, db: &Db, mut postbox: Postbox, settling: Duration, report: &mut Report) {
    let is_settled = |letter: &Letter| match letter.state {
        LetterState::Planned | LetterState::Sending | LetterState::Deferred => false,
        LetterState::InDoubt => letter.doubts > MAX_REPEATS,
        _ => true,
    };
    let ledger = until("letters to settle", settling, || {
        let all = db.read(|conn| Ok(ledger::list(conn, ALL_LETTERS, 0)?)).unwrap();
        all.iter().all(|(letter, _)| is_settled(letter)).then_some(all)
    });
    postbox.look(&topology.letters(), &topology.base_url());
    for (letter, _) in ledger {
        let came = postbox.deliveries.remove(letter.id.as_str()).unwrap_or_default();
        let mark = if letter.doubts > 0 { ", was in doubt" } else { "" };
        *report.letters.entry(format!("{}, came {came} times{mark}", letter.state)).or_default() += 1;
        let is_right = match letter.state {
            LetterState::Accepted => came == 1 || (came == 2 && letter.doubts > 0),
            LetterState::InDoubt => true,
            LetterState::Cancelled => came == 0 || letter.doubts > 0,
            _ => false,
        };
        if !is_right {
            report.faults.push(format!("letter {} is {} and came {came} times", letter.id, letter.state));
        }
    }
    if !postbox.deliveries.is_empty() {
        report.faults.push(format!("{} letters came that the ledger does not know", postbox.deliveries.len()));
    }
}
