//! The directory while a round is open: contacts that are corrected, posts that go and posts that get
//! another title.

use chrono::Days;
use pejl::commands::directory::{Decisions, import, import_deciding};
use pejl::domain::access::audit::By;
use pejl::{commands, jobs, store};

use crate::app::{TestApp, start};
use crate::client::Client;
use crate::fixtures::admin;
use crate::post_office::{PostOffice, Taken};

on_both_databases!(
    a_corrected_address_gets_the_letters_of_an_open_round,
    a_corrected_name_stands_in_the_letters_that_wait,
    what_was_passed_on_stays_where_it_is,
    a_receipt_is_the_new_holders_link_where_all_is_handed_in,
    a_wrong_contact_is_shown_again_and_nothing_is_saved,
    a_retired_post_is_asked_no_more_and_can_be_restored,
    a_file_retires_what_it_does_not_mention_and_restores_what_it_names,
    a_renamed_post_keeps_its_history_once_that_is_confirmed,
);

const LEADERS: &str = "municipality_code;department;post;areas;name;email;phone\n\
    0101;Center;Skolechef;skole;Bo Eksempel;bo@example.org;\n\
    0101;Center;Sundhedschef;sundhed|aeldre;Ane Eksempel;ane@example.org;12345678\n";
const LIST: &str = "/municipalities/0101/posts";

/// An open round with two leaders whose invitations wait to be sent.
fn open(app: &TestApp) {
    app.pejl(&["catalogue", "import", "catalogue/2018.yaml"]);
    app.pejl(&["catalogue", "publish", "2018"]);
    import(&app.service.db, LEADERS.as_bytes(), &By::command_line(app.clock.now())).unwrap();
    create(app, "2026", "2026-09-01", "2026-10-01");
    commands::rounds::open(&app.service.db, "2026", &By::command_line(app.clock.now())).unwrap();
}

fn create(app: &TestApp, key: &str, opens: &str, closes: &str) {
    let round = ["--key", key, "--edition", "2018", "--opens", opens, "--closes", closes];
    let ran = app.pejl(&[["round", "create"].as_slice(), &round].concat());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

fn receivers(letters: &[Taken]) -> Vec<&str> {
    letters.iter().map(|letter| letter.receiver.as_str()).collect()
}

fn tick(app: &TestApp, days: u64, context: &PostOffice) -> Vec<Taken> {
    app.clock.set(start() + Days::new(days));
    jobs::do_due(&app.service.db, app.clock.now());
    context.deliver(app)
}

/// The address of a page of the post with this title.
fn of_post(app: &TestApp, title: &str, page: &str) -> String {
    let codes = ["0101".parse().unwrap()];
    let all = app.service.db.read(|conn| Ok(store::directory::list_entries(conn, &codes)?)).unwrap();
    let post = all.into_iter().find(|entry| entry.post.title == title).unwrap();
    format!("/posts/{}/{page}", post.post.id)
}

fn correct(app: &TestApp, admin: &Client, name: &str, email: &str) -> String {
    let fields = [("name", name), ("email", email), ("phone", "87654321"), ("language", "da")];
    let page = admin.post(&of_post(app, "Sundhedschef", "contact"), &fields);
    assert!(page.status == 200 && page.path.ends_with("?saved=yes"), "{} {}", page.status, page.body);
    page.body
}

fn a_corrected_address_gets_the_letters_of_an_open_round(app: &TestApp) {
    let context = PostOffice::open();
    open(app);
    let admin = admin(app);
    // The invitation waits to be sent: it goes to the address that is right.
    let told = correct(app, &admin, "Ane Eksempel", "ane.ny@example.org");
    assert!(told.contains("De næste mails i runde 2026 sendes til ane.ny@example.org."), "{told}");
    let first = context.deliver(app);
    let mut sent = receivers(&first);
    sent.sort_unstable();
    assert_eq!(sent, ["ane.ny@example.org", "bo@example.org"]);
    let old = first.iter().find(|letter| letter.receiver.starts_with("ane")).unwrap();
    assert_eq!(app.client().get(&old.link).status, 200);

    app.clock.set(start() + Days::new(2));
    correct(app, &crate::fixtures::admin(app), "Nina Ny", "nina@example.org");
    assert_eq!(app.client().get(&old.link).status, 404, "the old address has no link that works");
    let invited = context.deliver(app);
    assert_eq!(receivers(&invited), ["nina@example.org"]);
    let page = app.client().get(&invited[0].link);
    assert!(page.status == 200 && page.body.contains("Nina Ny"));
    let mut reminded = tick(app, 7, &context);
    reminded.sort_by(|one, other| one.receiver.cmp(&other.receiver));
    assert_eq!(receivers(&reminded), ["bo@example.org", "nina@example.org"]);
}

fn a_corrected_name_stands_in_the_letters_that_wait(app: &TestApp) {
    let context = PostOffice::open();
    open(app);
    correct(app, &admin(app), "Ane Nygift", "ANE@example.org");
    let sent = context.deliver(app);
    assert_eq!(sent.len(), 2, "no second letter to the same address");
    let ane = sent.iter().find(|letter| letter.receiver.to_lowercase().starts_with("ane")).unwrap();
    assert!(app.client().get(&ane.link).body.contains("Ane Nygift"));
}

fn what_was_passed_on_stays_where_it_is(app: &TestApp) {
    let context = PostOffice::open();
    open(app);
    let letters = context.deliver(app);
    let ane = letters.iter().find(|letter| letter.receiver.starts_with("ane")).unwrap();
    let successor = [("navn", "Vikar Vikarsen"), ("mail", "vikar@example.org"), ("bekraeftet", "ja")];
    assert_eq!(app.client().post(&format!("{}/overdragelse", ane.link), &successor).status, 200);
    let link = &context.deliver(app)[0].link;
    let told = correct(app, &admin(app), "Nina Ny", "nina@example.org");
    assert!(told.contains("sendt videre til Vikar Vikarsen (vikar@example.org)"), "{told}");
    assert_eq!(context.deliver(app).len(), 0);
    assert_eq!(app.client().get(link).status, 200);
}

fn a_receipt_is_the_new_holders_link_where_all_is_handed_in(app: &TestApp) {
    let context = PostOffice::open();
    open(app);
    let letters = context.deliver(app);
    let ane = letters.iter().find(|letter| letter.receiver.starts_with("ane")).unwrap();
    let done = app.client().post(&format!("{}/indsendelse", ane.link), &[("afsnit", "alle"), ("bekraeft", "ja")]);
    assert_eq!(done.status, 200, "{}", done.body);
    assert_eq!(receivers(&context.deliver(app)), ["ane@example.org"]);
    let told = correct(app, &admin(app), "Nina Ny", "nina@example.org");
    assert!(told.contains("Svaret i runde 2026 er indsendt. Kvitteringer sendes til nina@example.org."), "{told}");
    let receipt = context.deliver(app);
    assert_eq!(receivers(&receipt), ["nina@example.org"]);
    assert_eq!(app.client().get(&ane.link).status, 404);
    assert_eq!(app.client().get(&receipt[0].link).status, 200);
}

fn a_wrong_contact_is_shown_again_and_nothing_is_saved(app: &TestApp) {
    open(app);
    let (admin, path) = (admin(app), of_post(app, "Sundhedschef", "contact"));
    let page = admin.post(&path, &[("name", "Nina <Ny>"), ("email", "nina"), ("phone", ""), ("language", "da")]);
    assert_eq!(page.status, 422);
    assert!(page.body.contains("href=\"#email\"") && page.body.contains("Nina &lt;Ny&gt;"), "{}", page.body);
    assert!(admin.get(&path).body.contains("ane@example.org"));
}

fn a_retired_post_is_asked_no_more_and_can_be_restored(app: &TestApp) {
    let context = PostOffice::open();
    open(app);
    let admin = admin(app);
    let sent = context.deliver(app);
    let page = admin.get(&of_post(app, "Sundhedschef", "retirement"));
    assert!(
        page.body.contains("dækker ingen stilling i kommunen: ") && page.body.contains("runde 2026"),
        "{}",
        page.body
    );
    let list = admin.post(&of_post(app, "Sundhedschef", "retirement"), &[]);
    assert!(list.path == LIST && list.body.contains("Nedlagte stillinger"), "{}", list.body);
    assert_eq!(receivers(&tick(app, 7, &context)), ["bo@example.org"], "it is not reminded");
    let ane = sent.iter().find(|letter| letter.receiver.starts_with("ane")).unwrap();
    assert_eq!(app.client().get(&ane.link).status, 200, "what was asked can be answered");
    let admin = crate::fixtures::admin(app);
    let status = admin.get("/rounds/2026/municipalities/0101/status").body;
    assert!(status.contains("Sundhedschef") && status.matches("Nedlagt").count() == 1, "history stays, and is marked");

    commands::rounds::close(&app.service.db, "2026", &By::command_line(app.clock.now())).unwrap();
    for (key, asked) in [("2027", 1), ("2028", 2)] {
        create(app, key, "2027-09-01", "2027-10-01");
        commands::rounds::open(&app.service.db, key, &By::command_line(app.clock.now())).unwrap();
        let status = admin.get(&format!("/rounds/{key}/municipalities/0101/status")).body;
        assert!(status.contains(&format!("0 af {asked} ")), "{key}: {status}");
        commands::rounds::close(&app.service.db, key, &By::command_line(app.clock.now())).unwrap();
        let list = admin.post(&of_post(app, "Sundhedschef", "restoration"), &[]);
        assert!(list.path == LIST && !list.body.contains("Nedlagte stillinger"), "{}", list.body);
    }
}

fn a_file_retires_what_it_does_not_mention_and_restores_what_it_names(app: &TestApp) {
    open(app);
    let file = app.folder().join("stillinger.csv");
    let less: String = LEADERS.lines().take(2).map(|line| format!("{line}\n")).collect();
    let run = |text: &str, more: &[&str]| {
        std::fs::write(&file, text).unwrap();
        let ran = app.pejl(&[&["directory", "import", file.to_str().unwrap()], more].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout
    };
    let told = run(&less, &[]);
    assert!(told.contains("1 stilling mangler i filen og er ikke ændret"), "{told}");
    let told = run(&less, &["--retire-missing"]);
    assert!(told.contains("1 stilling mangler i filen og nedlægges"), "{told}");
    assert!(!run(&less, &["--retire-missing"]).contains("mangler"), "once");
    let told = run(LEADERS, &[]);
    assert!(told.contains("Genoprettet, fordi filen nævner den: 0101 Sundhedschef"), "{told}");
    let told = app.pejl(&["directory", "retire", "0101", "Skolechef"]);
    assert!(
        told.code == 0 && told.stdout.contains("dækker ingen stilling i kommunen"),
        "{}{}",
        told.stdout,
        told.stderr
    );
    assert_eq!(app.pejl(&["directory", "restore", "0101", "Skolechef"]).code, 0);
    let unknown = app.pejl(&["directory", "retire", "0101", "Borgmester"]);
    assert!(unknown.code == 1 && unknown.stderr.contains("Borgmester"), "{}", unknown.stderr);
}

fn a_renamed_post_keeps_its_history_once_that_is_confirmed(app: &TestApp) {
    open(app);
    let before = of_post(app, "Sundhedschef", "contact");
    let file = app.folder().join("stillinger.csv");
    let renamed = LEADERS.replace(";Sundhedschef;", ";Chef for sundhed;");
    std::fs::write(&file, &renamed).unwrap();
    let dry = app.pejl(&["directory", "import", file.to_str().unwrap(), "--dry-run"]);
    let question = "Sundhedschef forsvandt, og Chef for sundhed er ny: Er det samme stilling?";
    assert!(dry.stdout.contains(question), "{}{}", dry.stdout, dry.stderr);
    assert!(dry.stdout.contains("--renamed \"0101;Sundhedschef;Chef for sundhed\""), "{}", dry.stdout);

    let wrong = Decisions { renames: vec!["0101;Skolechef;Chef for sundhed".parse().unwrap()], ..Decisions::default() };
    assert!(
        import_deciding(&app.service.db, renamed.as_bytes(), &wrong, &By::command_line(app.clock.now())).is_err(),
        "it is in the file"
    );
    let rename = "0101;Sundhedschef;Chef for sundhed";
    let ran = app.pejl(&["directory", "import", file.to_str().unwrap(), "--renamed", rename]);
    assert!(ran.code == 0 && ran.stdout.contains("0 nye, 0 ændrede, 2 uændrede"), "{}{}", ran.stdout, ran.stderr);
    assert_eq!(of_post(app, "Chef for sundhed", "contact"), before, "the same post, with what it has answered");
}
