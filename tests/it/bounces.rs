//! Mail that comes back, from the report to the new holder's letter, and letters that nobody but a
//! person can send on their way.

use pejl::domain::access::audit::By;
use std::io::Write;
use std::process::Stdio;

use chrono::{Days, Duration};
use diesel::connection::SimpleConnection;
use pejl::jobs;

use crate::app::{Ran, TestApp, start};
use crate::client::Page;
use crate::fixtures::admin;
use crate::post_office::{PostOffice, Taken};

on_both_databases!(
    a_bounced_leader_is_found_a_successor_for_and_gets_no_reminder,
    a_successor_named_by_the_one_who_was_asked_is_reminded_again,
    every_kind_of_report_is_told_in_one_sentence,
    a_letter_in_doubt_twice_is_decided_by_a_person,
    a_late_queue_is_told_to_administrators_on_every_page,
    a_link_holder_sends_so_many_letters_a_day_and_no_more,
    two_workers_keep_one_rate_between_them,
    a_password_is_not_sent_unprotected,
);

const LEADERS: &str = "municipality_code;department;post;areas;name;email;phone\n\
    0101;Center;Skolechef;skole;Bo Eksempel;bo@example.org;\n\
    0101;Center;Sundhedschef;sundhed;Ane Eksempel;ane@example.org;12345678\n";

const STATUS: &str = "/rounds/2026/municipalities/0101/status";

fn import(app: &TestApp, directory: &str) {
    // Not by the command line, whose clock is not the test's: a corrected address is written to at once.
    pejl::commands::directory::import(&app.service.db, directory.as_bytes(), &By::command_line(app.clock.now()))
        .unwrap();
}

/// An open round with two leaders, and the letters they got.
fn opened(app: &TestApp, context: &PostOffice) -> Vec<Taken> {
    open(app, LEADERS);
    let letters = context.deliver(app);
    assert_eq!(receivers(&letters), ["ane@example.org", "bo@example.org"]);
    letters
}

fn open(app: &TestApp, directory: &str) {
    app.pejl(&["catalogue", "import", "catalogue/2018.yaml"]);
    app.pejl(&["catalogue", "publish", "2018"]);
    import(app, directory);
    let round = ["--key", "2026", "--edition", "2018", "--opens", "2026-09-01", "--closes", "2026-10-01"];
    let ran = app.pejl(&[["round", "create"].as_slice(), &round].concat());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    pejl::commands::rounds::open(&app.service.db, "2026", &By::command_line(start())).unwrap();
}

fn receivers(letters: &[Taken]) -> Vec<&str> {
    letters.iter().map(|letter| letter.receiver.as_str()).collect()
}

/// A sample report about a letter.
fn report(sample: &str, letter: &Taken) -> String {
    let path = format!("{}/tests/data/bounces/{sample}.eml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let text = text.replace("LETTER", &letter.id).replace("UPPER", &letter.receiver.to_uppercase());
    text.replace("RECIPIENT", &letter.receiver)
}

/// `pejl mail bounce` with a message on standard input.
fn bounce(app: &TestApp, message: &[u8]) -> Ran {
    let mut command = app.command();
    command.args(["mail", "bounce"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().unwrap();
    // It may have read enough before the end.
    drop(running.stdin.take().unwrap().write_all(message));
    let output = running.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn tick(app: &TestApp, days: u64, context: &PostOffice) -> Vec<Taken> {
    app.clock.set(start() + Days::new(days));
    jobs::do_due(&app.service.db, app.clock.now());
    context.deliver(app)
}

fn place(page: &Page, text: &str) -> usize {
    page.body.find(text).unwrap_or_else(|| panic!("{text} is not on the page: {}", page.body))
}

fn a_bounced_leader_is_found_a_successor_for_and_gets_no_reminder(app: &TestApp) {
    let context = PostOffice::open();
    let letters = opened(app, &context);
    let ane = &letters[0];
    let admin = admin(app);
    let before = admin.get(STATUS);
    assert!(!before.body.contains("Find efterfølger") && place(&before, "Skolechef") < place(&before, "Sundhedschef"));

    let ran = bounce(app, report("exchange-da", ane).as_bytes());
    assert!(ran.code == 0 && ran.stdout.contains(&ane.id), "{}{}", ran.stdout, ran.stderr);
    assert!(!(ran.stdout + &ran.stderr).contains("ane@"), "no address in what is printed");
    let page = admin.get(STATUS);
    assert!(place(&page, "Sundhedschef") < place(&page, "Skolechef"), "first on the call list");
    assert!(place(&page, ">Find efterfølger") < place(&page, "Ane Eksempel") && page.body.contains("Kom retur"));
    let letter = admin.get(&format!("/letters/{}", ane.id));
    assert!(letter.body.contains("RESOLVER.ADR.RecipientNotFound") && letter.body.contains("Kom retur"));
    let again = bounce(app, report("exchange-da", ane).as_bytes());
    assert!(again.code == 0 && again.stdout.contains("vidste vi allerede"), "{}", again.stdout);

    assert_eq!(receivers(&tick(app, 7, &context)), ["bo@example.org"], "no reminder to what came back");

    import(app, &LEADERS.replace("Ane Eksempel;ane@", "Nina Ny;nina@"));
    let invited = tick(app, 8, &context);
    assert_eq!(receivers(&invited), ["nina@example.org"]);
    assert_eq!(tick(app, 8, &context).len(), 0, "once");
    assert_eq!(app.client().get(&ane.link).status, 404, "the old link has stopped");
    assert_eq!(app.client().get(&invited[0].link).status, 200);
    let page = crate::fixtures::admin(app).get(STATUS);
    assert!(!page.body.contains("Find efterfølger") && page.body.contains("Nina Ny"));
    assert_eq!(receivers(&tick(app, 14, &context)), ["bo@example.org", "nina@example.org"]);
}

fn a_successor_named_by_the_one_who_was_asked_is_reminded_again(app: &TestApp) {
    let context = PostOffice::open();
    let letters = opened(app, &context);
    let (ane, bo) = (&letters[0], &letters[1]);
    assert_eq!(bounce(app, report("postfix-whole", ane).as_bytes()).code, 0);
    assert_eq!(bounce(app, report("postfix-whole", bo).as_bytes()).code, 0);
    // Whoever reads Ane's mail names the new leader, whose address came back in another post.
    let handed = app.client().post(
        &format!("{}/overdragelse", ane.link),
        &[("navn", "Bo"), ("mail", "bo@example.org"), ("bekraeftet", "ja")],
    );
    assert_eq!(handed.status, 200, "{}", handed.body);
    assert_eq!(receivers(&context.deliver(app)), ["bo@example.org"]);
    let told = admin(app).get(STATUS).body;
    assert!(told.contains("I stillingslisten står") && told.contains("(ane@example.org)"), "{told}");
    assert_eq!(receivers(&tick(app, 7, &context)), ["bo@example.org", "bo@example.org"], "the mark is gone");
}

fn every_kind_of_report_is_told_in_one_sentence(app: &TestApp) {
    let context = PostOffice::open();
    let letters = opened(app, &context);
    let bo = &letters[1];
    let state = || {
        let ran = app.pejl(&["mail", "status"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout
    };
    let before = state();
    for (sample, said) in [("delayed", "forsinket"), ("relayed", "kommet frem")] {
        let ran = bounce(app, report(sample, bo).as_bytes());
        assert!(ran.code == 0 && ran.stdout.contains(said), "{sample}: {}{}", ran.stdout, ran.stderr);
    }
    let stranger =
        Taken { receiver: "ukendt@example.org".into(), id: "x".into(), link: String::new(), text: String::new() };
    let messages = [
        ("out of office", report("out-of-office-da", bo).into_bytes(), "ikke en leveringsrapport"),
        ("broken", report("broken", bo).into_bytes(), "ikke en leveringsrapport"),
        ("empty", Vec::new(), "ikke en leveringsrapport"),
        ("noise", vec![0; 100_000], "ikke en leveringsrapport"),
        ("huge", vec![b'x'; 6 * 1024 * 1024], "for stor"),
        ("stranger", report("gmail", &stranger).into_bytes(), "ikke om en mail"),
    ];
    for (name, message, said) in messages {
        let ran = bounce(app, &message);
        assert!(ran.code == 1 && ran.stderr.contains(said), "{name}: {}", ran.stderr);
        assert_eq!((ran.stderr.lines().count(), ran.stdout.as_str()), (1, ""), "{name}: {}", ran.stderr);
    }
    assert_eq!(state(), before, "nothing was changed");
    assert_eq!(app.pejl(&["mail", "bounce", "no-such-file"]).code, 1);

    let file = app.folder().join("report.eml");
    std::fs::write(&file, report("only-recipient", bo)).unwrap();
    let ran = app.pejl(&["mail", "bounce", file.to_str().unwrap()]);
    assert!(ran.code == 0 && ran.stdout.contains(&bo.id), "found by its receiver: {}{}", ran.stdout, ran.stderr);
    for sample in ["postfix-headers-da", "exim", "gmail", "envelope-id", "only-recipient"] {
        let ran = bounce(app, report(sample, bo).as_bytes());
        assert!(ran.code == 0 && ran.stdout.contains(&bo.id), "{sample}: {}{}", ran.stdout, ran.stderr);
    }
}

fn a_letter_in_doubt_twice_is_decided_by_a_person(app: &TestApp) {
    let context = PostOffice::open();
    let letters = opened(app, &context);
    let admin = admin(app);
    app.write(|conn| Ok(conn.batch_execute("UPDATE letters SET state = 'in_doubt', doubts = 2, sent_at = NULL")?));
    let page = admin.get("/letters");
    assert!(page.body.contains("2 mails kommer ikke videre"));
    assert_eq!(context.deliver(app).len(), 0, "never again by itself");

    let [ane, bo] = [&letters[0], &letters[1]].map(|letter| format!("/letters/{}", letter.id));
    let settled = admin.post(&format!("{ane}/settlement"), &[]);
    assert!(settled.path == ane && settled.body.contains("Modtaget af mailserveren"), "{}", settled.body);
    let repeated = admin.post(&format!("{bo}/repeat"), &[]);
    assert!(repeated.path == bo && repeated.body.contains("Planlagt"), "{}", repeated.body);
    assert_eq!(admin.post(&format!("{bo}/repeat"), &[]).status, 200, "a repeated form changes nothing");
    let sent = context.deliver(app);
    assert_eq!((receivers(&sent), &sent[0].id), (vec!["bo@example.org"], &letters[1].id));
    assert!(admin.get(&bo).body.contains("kan være kommet to gange"));
    assert_eq!(admin.post("/letters/0197c1d2-0000-7000-8000-000000000000/repeat", &[]).status, 404);
    assert_eq!(app.client().post(&format!("{bo}/repeat"), &[]).path, "/login", "not without account");

    app.write(|conn| Ok(conn.batch_execute("UPDATE letters SET state = 'in_doubt', doubts = 2, sent_at = NULL")?));
    app.pejl(&["mail", "retry"]);
    assert_eq!(context.deliver(app).len(), 0);
    app.pejl(&["mail", "retry", "--in-doubt"]);
    // The program planned them by the machine's clock.
    app.write(|conn| Ok(conn.batch_execute("UPDATE letters SET due_at = '2026-09-01 08:00:00'")?));
    assert_eq!(context.deliver(app).len(), 2);
}

fn a_late_queue_is_told_to_administrators_on_every_page(app: &TestApp) {
    let context = PostOffice::open();
    opened(app, &context);
    let admin = admin(app);
    app.write(|conn| Ok(conn.batch_execute("UPDATE letters SET state = 'planned', due_at = '2026-09-01 08:00:00'")?));
    let late = "minutter forsinkede";
    let watch = |was_late| jobs::watch_queue(&app.service.db, was_late, app.clock.now());
    app.clock.set(start() + Duration::minutes(15));
    assert!(!admin.get("/rounds").body.contains(late) && !watch(false));
    app.clock.set(start() + Duration::minutes(16));
    for path in ["/rounds", "/catalogue", "/letters", STATUS] {
        assert!(admin.get(path).body.contains(&format!("16 {late}")), "{path}");
    }
    assert!(watch(false) && watch(true));
    assert!(!app.client().get("/login").body.contains(late));
    assert_eq!(context.deliver(app).len(), 2);
    assert!(!admin.get("/rounds").body.contains(late) && !watch(true));
}

fn a_link_holder_sends_so_many_letters_a_day_and_no_more(app: &TestApp) {
    let context = PostOffice::open();
    let letters = opened(app, &context);
    let path = format!("{}/afsnit/sundhed/overdragelse", letters[0].link);
    let client = app.client();
    let hand_over = |number: i64| {
        app.clock.set(start() + Duration::seconds(number));
        let mail = format!("kollega-{number}@example.org");
        client.post(&path, &[("navn", "Kollega"), ("mail", &mail)])
    };
    let statuses: Vec<u16> = (1..=25).map(|number| hand_over(number).status).collect();
    assert_eq!(
        statuses.iter().filter(|status| **status == 200).count(),
        19,
        "twenty with the invitation: {statuses:?}"
    );
    let refused = hand_over(26);
    assert!(refused.status == 409 && refused.body.contains("Prøv igen i morgen"), "{}", refused.body);
    let whole = client.post(
        &format!("{}/overdragelse", letters[0].link),
        &[("navn", "Ny"), ("mail", "ny@example.org"), ("bekraeftet", "ja")],
    );
    assert_eq!(whole.status, 409);
    let other = format!("{}/overdragelse", letters[1].link);
    assert_eq!(
        client.post(&other, &[("navn", "Ny"), ("mail", "ny@example.org"), ("bekraeftet", "ja")]).status,
        200,
        "others are free to"
    );
    assert_eq!(hand_over(24 * 3600 + 30).status, 200, "the next day");
}

fn two_workers_keep_one_rate_between_them(app: &TestApp) {
    let context = PostOffice::open();
    let row = |number| format!("0101;Center;Leder {number};skole;;leder-{number}@example.org;\n");
    let rows: String = (0..40).map(row).collect();
    open(app, &(LEADERS.lines().next().unwrap().to_owned() + "\n" + &rows));
    // Others have sent most of this minute's 600 letters.
    let sent = "INSERT INTO attempts (subject, window_start, count) VALUES ('letters', '2026-09-01 08:00:00', 570)";
    app.write(|conn| Ok(conn.batch_execute(sent)?));
    let both = || {
        std::thread::scope(|scope| {
            let workers = [scope.spawn(|| context.work(app)), scope.spawn(|| context.work(app))];
            workers.into_iter().for_each(|worker| worker.join().unwrap());
        });
        context.taken()
    };
    let mut letters = both();
    assert_eq!(letters.len(), 30, "no more within this minute");
    app.clock.set(start() + Duration::minutes(1));
    letters.extend(both());
    let ids: std::collections::BTreeSet<&str> = letters.iter().map(|letter| letter.id.as_str()).collect();
    assert_eq!((letters.len(), ids.len()), (40, 40), "all of them in the next, none twice");
}

fn a_password_is_not_sent_unprotected(app: &TestApp) {
    let output =
        app.command().arg("work").env("SMTP_URL", "smtp://pejl:hemmelig@mail.example.org:25").output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("SMTP_URL") && said.contains("tls=required") && !said.contains("hemmelig"), "{said}");
}
