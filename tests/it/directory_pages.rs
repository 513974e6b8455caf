//! The directory on its pages: files brought and taken, posts added, changed and put together, and who holds them
//! from which day.

use chrono::{Days, NaiveDateTime};
use pejl::commands::directory::import;
use pejl::domain::access::audit::By;
use pejl::{commands, jobs, store};

use crate::app::{TestApp, start};
use crate::client::{Client, Page};
use crate::fixtures::admin;
use crate::post_office::PostOffice;

on_both_databases!(
    a_file_is_shown_first_and_then_carried_out_as_shown,
    a_file_is_shown_again_where_the_directory_has_changed_meanwhile,
    nothing_is_written_of_a_file_with_a_fault,
    a_coordinator_brings_only_the_own_municipality,
    what_is_exported_changes_nothing_when_it_is_brought_back,
    a_file_that_waits_is_its_bringers_alone_and_forgotten_after_a_day,
    posts_are_added_and_changed_on_pages,
    a_post_put_together_with_another_keeps_its_answers,
    a_new_holder_begins_on_the_day_and_not_before,
    a_file_may_say_from_which_day_a_holder_begins,
    every_write_leaves_one_entry_without_names,
);

const HEADER: &str = "kommune;afdeling;stilling;områder;navn;e-mail;telefon;fra dato\n";
const LIST: &str = "/municipalities/0101/posts";

/// Two posts in Copenhagen and one in Frederiksberg.
fn fill(app: &TestApp) {
    let rows = "0101;Center;Skolechef;skole;Bo Eksempel;bo@example.org;;\n\
        0101;Center;Sundhedschef;sundhed;Ane Eksempel;ane@example.org;'+45 12;\n\
        0147;Center;Leder;skole;Nabo Eksempel;nabo@example.org;;\n";
    import(&app.service.db, format!("{HEADER}{rows}").as_bytes(), &By::command_line(app.clock.now())).unwrap();
}

fn open_round(app: &TestApp) {
    app.pejl(&["catalogue", "import", "catalogue/2018.yaml"]);
    app.pejl(&["catalogue", "publish", "2018"]);
    let round = ["--key", "2026", "--edition", "2018", "--opens", "2026-09-01", "--closes", "2026-10-01"];
    assert_eq!(app.pejl(&[["round", "create"].as_slice(), &round].concat()).code, 0);
    commands::rounds::open(&app.service.db, "2026", &By::command_line(app.clock.now())).unwrap();
}

/// Brings a file as a browser does, and follows to its dry run.
fn bring(app: &TestApp, client: &Client, file: &str) -> Page {
    let body = format!(
        "--grænse\r\nContent-Disposition: form-data; name=\"file\"; filename=\"stillinger.csv\"\r\n\
         Content-Type: text/csv\r\n\r\n{file}\r\n--grænse--\r\n"
    )
    .replace("grænse", "graense");
    let headers = [("origin", app.base_url.as_str()), ("content-type", "multipart/form-data; boundary=graense")];
    let page = client.send(ureq::http::Method::POST, "/directory/import", &headers, &body);
    if page.status == 303 { client.get(page.header("location")) } else { page }
}

fn seen(page: &Page) -> String {
    let value = page.body.split_once("name=\"seen\" value=\"").unwrap_or_else(|| panic!("{}", page.body)).1;
    value.split('"').next().unwrap().to_owned()
}

fn titles(app: &TestApp, code: &str) -> Vec<String> {
    let entries = app.read(|conn| Ok(store::directory::list_entries(conn, &[code.parse().unwrap()])?));
    entries.into_iter().filter(|entry| entry.retired_at.is_none()).map(|entry| entry.post.title).collect()
}

/// The path of a post's page.
fn post(app: &TestApp, title: &str) -> String {
    let entries = app.read(|conn| Ok(store::directory::list_entries(conn, &["0101".parse().unwrap()])?));
    let found = entries.into_iter().find(|entry| entry.post.title == title).unwrap();
    format!("/posts/{}", found.post.id)
}

fn a_file_is_shown_first_and_then_carried_out_as_shown(app: &TestApp) {
    fill(app);
    let admin = admin(app);
    let file = format!(
        "{HEADER}København;Nyt center;Sundhedschef;Sundhed, Ældre og omsorg;Ane Eksempel;ane@example.org;+45 12;\n\
         Københavns Kommune;Center;Chef for skoler;skole;Bo Eksempel;bo@example.org;;\n\
         101;Center;Socialchef;social;;;;\n"
    );
    let shown = bring(app, &admin, &file);
    assert_eq!(shown.status, 200, "{}", shown.body);
    for told in [
        "Afdeling: Center → Nyt center",
        "Områder: sundhed → sundhed|aeldre",
        "København: Skolechef hedder nu Chef for skoler",
        "Socialchef",
        "Stillinger, der ikke står i filen",
    ] {
        assert!(shown.body.contains(told), "{told}: {}", shown.body);
    }
    assert_eq!(titles(app, "0101"), ["Skolechef", "Sundhedschef"], "nothing is written yet");
    let skolechef = post(app, "Skolechef");
    let id = skolechef.strip_prefix("/posts/").unwrap();
    let done = admin.post(&shown.path, &[("seen", &seen(&shown)), ("renamed", id), ("missing", "retire")]);
    assert!(done.status == 200 && done.body.contains("Filen er indlæst"), "{}", done.body);
    assert_eq!(titles(app, "0101"), ["Chef for skoler", "Socialchef", "Sundhedschef"]);
    assert_eq!(post(app, "Chef for skoler"), skolechef, "it is the same post");
    assert_eq!(titles(app, "0147"), ["Leder"], "a municipality that the file does not name is left alone");
    assert_eq!(admin.get(&shown.path).status, 404, "a file is used once");
    assert_eq!(admin.post(&shown.path, &[("seen", "x")]).status, 404);
    let history = admin.get(&skolechef).body;
    assert!(history.contains("nyt navn") && history.contains("hed før Skolechef"), "{history}");
    let list = admin.get(LIST).body;
    assert!(list.contains("Seneste ændringer") && list.contains("Af admin@example.org."), "{list}");
}

fn a_file_is_shown_again_where_the_directory_has_changed_meanwhile(app: &TestApp) {
    fill(app);
    let admin = admin(app);
    let shown = bring(app, &admin, &format!("{HEADER}0101;Center;Socialchef;social;;;;\n"));
    let contact = [("name", "Ny Eksempel"), ("email", "ny@example.org"), ("phone", ""), ("language", "da")];
    admin.post(&format!("{}/contact", post(app, "Skolechef")), &contact);
    let again = admin.post(&shown.path, &[("seen", &seen(&shown))]);
    assert!(again.body.contains("Stillingslisten er ændret, siden du så listen"), "{}", again.body);
    assert_eq!(titles(app, "0101").len(), 2, "nothing is written");
    let done = admin.post(&shown.path, &[("seen", &seen(&again))]);
    assert!(done.path.starts_with("/directory?imported=1"), "{}", done.path);
}

fn nothing_is_written_of_a_file_with_a_fault(app: &TestApp) {
    fill(app);
    let admin = admin(app);
    let row = |cells: &str| format!("{HEADER}0101;Center;God;skole;;;;\n{cells}\n");
    for (file, told) in [
        (row("0101;Center;Dårlig;helse;;;;"), "&quot;helse&quot; findes ikke"),
        (row("0101;Center;Dårlig;skole;\u{7}Navn;;;"), "usynlige styretegn"),
        (row("Atlantis;Center;Dårlig;skole;;;;"), "&quot;Atlantis&quot; findes ikke"),
        (row("0101;Center;Dårlig;skole;;=cmd|x;;"), "er ikke en mailadresse"),
        (row("0101;Center;Dårlig;skole;;;;2030-01-01"), "Datoen ligger for langt fremme"),
        (HEADER.to_owned(), "Filen er tom"),
        ("\n\n".to_owned(), "Filen er tom"),
        (row("").replace("stilling", "stillling"), "stillling"),
    ] {
        let page = bring(app, &admin, &file);
        assert!(page.status == 422 && page.body.contains(told), "{told}: {} {}", page.status, page.body);
        assert!(page.body.contains("Intet er gemt"));
    }
    let page = bring(app, &admin, "");
    assert!(page.status == 422 && page.body.contains("Vælg en fil"), "{}", page.body);
    let page = bring(app, &admin, &"x".repeat(6_000_000));
    assert!(page.status == 422 && page.body.contains("Filen er for stor: højst 5 MB"), "{}", page.body);
    assert_eq!(titles(app, "0101").len(), 2);
    let header = bring(app, &admin, "a;b;c;d;e;f;g\n1;2;3;4;5;6;7\n").body;
    assert!(header.contains("Filen har 1 fejl") && header.contains("post/stilling"), "one cause, one fault: {header}");
}

/// A visitor who has signed in with a new account.
fn visitor(app: &TestApp, email: &str, role: &str, codes: &[&str]) -> Client {
    let mut arguments = vec!["staff", "add", email, "--role", role];
    codes.iter().for_each(|code| arguments.extend(["--municipality", code]));
    let ran = app.pejl(&arguments);
    let link = ran.stdout.split_whitespace().find(|word| word.contains("/adgang/")).unwrap().to_owned();
    let (client, password) = (app.client(), "no password fits this");
    let path = &link[link.find("/adgang/").unwrap()..];
    assert_eq!(client.post(path, &[("password", password), ("repeated", password)]).status, 200);
    client
}

fn a_coordinator_brings_only_the_own_municipality(app: &TestApp) {
    fill(app);
    let own = visitor(app, "koordinator@example.org", "coordinator", &["0101"]);
    let page = bring(app, &own, &format!("{HEADER}0101;C;Ny;skole;;;;\nFrederiksberg;C;Ny;skole;;;;\n"));
    assert!(page.status == 422 && page.body.contains("Du kan kun ændre stillinger i Københavns Kommune"));
    assert!(page.body.contains("Linje 3"), "by its line: {}", page.body);
    let shown = bring(app, &own, &format!("{HEADER}0101;C;Ny;skole;;;;\n"));
    assert!(own.post(&shown.path, &[("seen", &seen(&shown))]).path.starts_with("/directory?imported=1"));
    assert!(titles(app, "0101").contains(&"Ny".to_owned()));
    let found = own.get("/directory?q=eksempel").body;
    assert!(found.contains("Bo Eksempel") && !found.contains("Nabo Eksempel"), "{found}");
    assert!(own.get("/directory").body.contains("href=\"/municipalities/0101/posts\""));
    let consultant = visitor(app, "konsulent@example.org", "consultant", &[]);
    assert_eq!(bring(app, &consultant, "x").status, 404);
}

fn what_is_exported_changes_nothing_when_it_is_brought_back(app: &TestApp) {
    fill(app);
    let admin = admin(app);
    for file in ["/directory/export.csv", "/directory/template.csv"] {
        let table = admin.get(file);
        assert!(table.status == 200 && table.body.contains(";'+45 12;"), "formula-safe: {}", table.body);
        let shown = bring(app, &admin, &table.body);
        assert!(shown.body.contains("Filen ændrer ikke noget."), "{file}: {}", shown.body);
    }
    assert!(admin.get("/directory/template.csv").body.contains("Københavns Kommune;Center;Skolechef;Skole og SFO;"));
    let own = visitor(app, "koordinator@example.org", "coordinator", &["0101"]);
    assert!(!own.get("/directory/export.csv").body.contains("0147"));
}

fn a_file_that_waits_is_its_bringers_alone_and_forgotten_after_a_day(app: &TestApp) {
    fill(app);
    let admin = admin(app);
    let shown = bring(app, &admin, &format!("{HEADER}0101;C;Ny;skole;Hemmelig;;;\n"));
    let other = visitor(app, "anden@example.org", "admin", &[]);
    assert_eq!(other.get(&shown.path).status, 404);
    let count = |app: &TestApp| crate::backup::world::count(app, "directory_uploads");
    let forget = |now: NaiveDateTime| commands::retention::forget(&app.service.db, 12, now).unwrap();
    forget(start() + chrono::TimeDelta::hours(23));
    assert_eq!(count(app), 1);
    forget(start() + chrono::TimeDelta::hours(24));
    assert_eq!(count(app), 0);
}

fn posts_are_added_and_changed_on_pages(app: &TestApp) {
    fill(app);
    let admin = admin(app);
    let form = [
        ("title", " Social  chef "),
        ("department", "Nyt center"),
        ("areas", "social"),
        ("areas", "aeldre"),
        ("name", "Sia Eksempel"),
        ("email", "sia@example.org"),
        ("phone", ""),
        ("language", "en"),
    ];
    let added = admin.post(LIST, &form);
    assert!(added.status == 200 && added.body.contains("Social chef") && added.body.contains("sia@example.org"));
    assert_eq!(added.path, post(app, "Social chef"));
    let again = admin.post(LIST, &form);
    assert!(again.status == 422 && again.body.contains("har allerede en stilling, der hedder Social chef"));
    assert!(again.body.contains("value=\"social\" checked"), "what was ticked stays: {}", again.body);
    let nothing = admin.post(LIST, &[("title", ""), ("email", "ingen")]);
    for field in ["#title", "#department", "#areas", "#email"] {
        assert!(nothing.status == 422 && nothing.body.contains(&format!("href=\"{field}\"")), "{field}");
    }
    let path = format!("{}/settings", post(app, "Social chef"));
    assert!(admin.get(&path).body.contains("value=\"Nyt center\""));
    let edited = admin.post(&path, &[("title", "Velfærdschef"), ("department", "Center"), ("areas", "social")]);
    assert!(
        edited.body.contains("hed før Social chef") && edited.body.contains("nyt navn, ny afdeling, andre områder")
    );
    let taken = admin.post(&path, &[("title", "Skolechef"), ("department", "Center"), ("areas", "social")]);
    assert_eq!(taken.status, 422);
    assert_eq!(titles(app, "0101"), ["Skolechef", "Sundhedschef", "Velfærdschef"]);
}

fn a_post_put_together_with_another_keeps_its_answers(app: &TestApp) {
    let context = PostOffice::open();
    fill(app);
    open_round(app);
    let letters = context.deliver(app);
    let admin = admin(app);
    let (going, staying) = (post(app, "Sundhedschef"), post(app, "Skolechef"));
    let into = [("into", staying.strip_prefix("/posts/").unwrap())];
    let refused = admin.post(&format!("{going}/merging"), &into);
    assert!(refused.status == 422 && refused.body.contains("er spurgt i runde 2026, som er åben"), "{}", refused.body);
    let link = &letters.iter().find(|letter| letter.receiver.starts_with("ane")).unwrap().link;
    app.client().post(&format!("{link}/indsendelse"), &[("afsnit", "alle"), ("bekraeft", "ja")]);
    let foreign = app.read(|conn| Ok(store::directory::list_entries(conn, &["0147".parse().unwrap()])?));
    let foreign = foreign[0].post.id.to_string();
    assert_eq!(admin.post(&format!("{going}/merging"), &[("into", &foreign)]).status, 422, "another municipality's");
    let merged = admin.post(&format!("{going}/merging"), &into);
    assert!(merged.path == staying && merged.body.contains("Sundhed, Skole og SFO"), "{}", merged.body);
    let gone = admin.get(&going).body;
    assert!(gone.contains("lagt sammen med") && gone.contains(&staying), "{gone}");
    let round = gone.split("/rounds/2026/posts/").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(admin.get(&format!("/rounds/2026/posts/{round}")).status, 200, "what it answered is there to read");
    assert_eq!(titles(app, "0101"), ["Skolechef"]);
    admin.post(&format!("{going}/restoration"), &[]);
    assert!(!admin.get(&going).body.contains("lagt sammen med <"), "restored, it stands by itself");
}

/// Moves the clock to a day and lets it do what is due.
fn tick(app: &TestApp, days: u64) {
    app.clock.set(start() + Days::new(days));
    jobs::do_due(&app.service.db, app.clock.now());
}

fn a_new_holder_begins_on_the_day_and_not_before(app: &TestApp) {
    let context = PostOffice::open();
    fill(app);
    open_round(app);
    let link = context.deliver(app).into_iter().find(|letter| letter.receiver.starts_with("ane")).unwrap().link;
    let path = post(app, "Sundhedschef");
    let nina = |from| [("name", "Nina Ny"), ("email", "nina@example.org"), ("phone", ""), ("from", from)];
    let admin = admin(app);
    assert_eq!(admin.post(&format!("{path}/holder"), &nina("2028-01-01")).status, 422);
    let told = admin.post(&format!("{path}/holder"), &nina("2026-09-04"));
    assert!(told.body.contains("Ny person fra 4. september 2026") && told.body.contains("ane@example.org"));
    tick(app, 2);
    assert_eq!(context.deliver(app).len(), 0, "the day has not come");
    assert_eq!(app.client().get(&link).status, 200);
    tick(app, 3);
    let sent = context.deliver(app);
    assert_eq!(sent.iter().map(|letter| letter.receiver.as_str()).collect::<Vec<_>>(), ["nina@example.org"]);
    assert_eq!(app.client().get(&link).status, 404, "the old link has stopped");
    assert!(app.client().get(&sent[0].link).body.contains("Nina Ny"));
    let page = crate::fixtures::admin(app).get(&path).body;
    assert!(page.contains("nina@example.org") && !page.contains("ane@example.org"), "{page}");
    assert!(page.contains("Sket automatisk på datoen.") && !page.contains("Fortryd skiftet"), "{page}");
}

fn a_file_may_say_from_which_day_a_holder_begins(app: &TestApp) {
    fill(app);
    let row = "0101;Center;Sundhedschef;sundhed;Nina Ny;nina@example.org;;4.9.2026\n";
    let by = || By::command_line(app.clock.now());
    let file = format!("{HEADER}{row}");
    assert_eq!(import(&app.service.db, file.as_bytes(), &by()).unwrap().changed.len(), 1);
    assert_eq!(import(&app.service.db, file.as_bytes(), &by()).unwrap().unchanged, 1, "that is planned already");
    let admin = admin(app);
    let path = post(app, "Sundhedschef");
    assert!(admin.get(&path).body.contains("Ny person fra 4. september 2026"));
    let back = admin.post(&format!("{path}/holder/withdrawal"), &[]).body;
    assert!(!back.contains("Ny person fra 4.") && back.contains("skift af person fortrudt"), "{back}");
    import(&app.service.db, file.as_bytes(), &by()).unwrap();
    tick(app, 3);
    let page = crate::fixtures::admin(app).get(&path).body;
    assert!(page.contains("nina@example.org") && !page.contains("ane@example.org"), "{page}");
}

fn every_write_leaves_one_entry_without_names(app: &TestApp) {
    fill(app);
    let admin = admin(app);
    let entries = || app.read(|conn| Ok(store::audit::list_after(conn, "", NaiveDateTime::default(), 100_000)?));
    let path = post(app, "Sundhedschef");
    let staying = post(app, "Skolechef");
    let person = [("name", "Nina Ny"), ("email", "nina@example.org"), ("from", "")];
    let later = [("name", "Nina Ny"), ("email", "nina@example.org"), ("from", "2026-09-20")];
    let settings = [("title", "Chef"), ("department", "Center"), ("areas", "sundhed")];
    let shown = bring(app, &admin, &format!("{HEADER}0101;C;Ny;skole;Hemmelig;h@example.org;;\n"));
    let noted = |act: &dyn Fn()| {
        let before = entries().len();
        act();
        let new: Vec<String> = entries().into_iter().skip(before).map(|entry| entry.verb).collect();
        new.join(" ")
    };
    let verbs = [
        noted(&|| drop(admin.post(&format!("{path}/holder"), &later))),
        noted(&|| drop(admin.post(&format!("{path}/holder/withdrawal"), &[]))),
        noted(&|| drop(admin.post(&format!("{path}/holder/withdrawal"), &[]))),
        noted(&|| drop(admin.post(&format!("{path}/holder"), &person))),
        noted(&|| drop(admin.post(&format!("{path}/settings"), &settings))),
        noted(&|| drop(admin.post(&format!("{path}/settings"), &settings))),
        noted(&|| drop(admin.post(LIST, &[("title", "A"), ("department", "B"), ("areas", "skole")]))),
        noted(&|| drop(admin.post(&format!("{path}/merging"), &[("into", staying.strip_prefix("/posts/").unwrap())]))),
        noted(&|| {
            let again = admin.get(&shown.path);
            drop(admin.post(&shown.path, &[("seen", &seen(&again))]));
        }),
    ];
    let expected = ["plan_holder", "withdraw_holder", "", "change_holder", "edit", "", "add", "merge", "import"];
    assert_eq!(verbs, expected, "what changes nothing leaves none");
    let all = format!("{:?}", entries());
    assert!(!all.contains("Nina") && !all.contains("Hemmelig") && !all.contains("nina@"), "{all}");
}
