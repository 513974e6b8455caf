//! Backups while leaders answer: nobody waits, nothing acknowledged is missing, and what is in one
//! belongs together.

use std::process::Stdio;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use super::world::{SECTION, back_up, change, fill, look_into, save, texts};
use crate::app::TestApp;

on_both_databases!(
    a_backup_while_leaders_answer_is_one_instant_and_keeps_nobody_waiting,
    a_backup_that_is_killed_leaves_no_half_file,
);

/// How long a save may take while a backup is made: far more than it does, far less than a backup of
/// a year's answers.
const PATIENCE: Duration = Duration::from_secs(3);

const BACKUPS: usize = 3;

fn a_backup_while_leaders_answer_is_one_instant_and_keeps_nobody_waiting(app: &TestApp) {
    let links = fill(app);
    // Enough that a backup takes a while.
    change(
        app,
        "INSERT INTO attempts WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
         SELECT 'somebody ' || i, '2026-09-01 08:00:00', i FROM n",
    );
    let (is_over, acknowledged) = (AtomicBool::new(false), AtomicU32::new(0));
    let [saver, returner] = [&links[0], &links[1]];
    std::thread::scope(|scope| {
        let saving = scope.spawn(|| {
            let client = app.client();
            client.post(&format!("/svar/{}/start", saver.as_str()), &[]);
            let mut slowest = Duration::ZERO;
            for turn in 0..10_000 {
                let begun = Instant::now();
                assert_eq!(save(&client, saver, turn), 200);
                slowest = slowest.max(begun.elapsed());
                acknowledged.store(turn + 1, Ordering::SeqCst);
                if is_over.load(Ordering::SeqCst) {
                    break;
                }
            }
            slowest
        });
        let returning = scope.spawn(|| {
            let client = app.client();
            let base = format!("/svar/{}", returner.as_str());
            client.post(&format!("{base}/start"), &[]);
            for _ in 0..10_000 {
                assert_eq!(
                    client.post(&format!("{base}/indsendelse"), &[("afsnit", "alle"), ("bekraeft", "ja")]).status,
                    200
                );
                assert_eq!(client.post(&format!("{base}/tilbagetagelse"), &[("afsnit", SECTION)]).status, 200);
                if is_over.load(Ordering::SeqCst) {
                    break;
                }
            }
        });
        let mut kept = Vec::new();
        for number in 0..BACKUPS {
            let before = acknowledged.load(Ordering::SeqCst);
            let file = back_up(app, &format!("serving-{number}.backup"));
            kept.push((before, file, acknowledged.load(Ordering::SeqCst)));
        }
        is_over.store(true, Ordering::SeqCst);
        let slowest = saving.join().unwrap();
        returning.join().unwrap();
        assert!(slowest < PATIENCE, "a save took {slowest:?}");
        assert!(kept.iter().any(|(before, _, after)| before < after), "nobody saved during a backup: {kept:?}");

        for (before, file, after) in kept {
            let conn = &mut look_into(&file);
            let turns =
                texts(conn, "SELECT DISTINCT substr(comment, -6) AS answer FROM answers WHERE comment LIKE 'Æ%'");
            assert!(turns.len() <= 1, "answers of one save are there together: {turns:?}");
            let turn = turns.first().and_then(|end| end.rsplit(' ').next()?.parse::<u32>().ok());
            // Turns count from 0; one more may be written than its writer has heard of.
            let saved = turn.map_or(0, |turn| turn + 1);
            assert!((before..=after + 1).contains(&saved), "{saved} of {before} to {after}");

            let torn = "SELECT i.id AS answer FROM invitations i WHERE (i.handed_in_at IS NULL) = NOT EXISTS \
                 (SELECT 1 FROM sections s WHERE s.invitation_id = i.id AND s.returned IS NULL)";
            assert_eq!(texts(conn, torn), Vec::<String>::new(), "an invitation and its sections belong together");
            assert_eq!(texts(conn, "SELECT \"table\" AS answer FROM pragma_foreign_key_check"), Vec::<String>::new());
            assert_eq!(texts(conn, "SELECT subject AS answer FROM attempts"), Vec::<String>::new());
        }
    });
}

fn a_backup_that_is_killed_leaves_no_half_file(app: &TestApp) {
    fill(app);
    for delay in [0, 10, 30, 60, 120] {
        let file = app.folder().join(format!("killed-{delay}.backup"));
        let mut backup = app.command().arg("backup").arg(&file).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(delay));
        backup.kill().unwrap();
        backup.wait().unwrap();
        assert!(!file.exists() || pejl::backup::open(&file).unwrap().is_ok(), "after {delay} ms");
    }
}
