//! The log: one line a request, every line of a request with its number, and nothing personal.

use std::collections::BTreeSet;

use diesel::connection::SimpleConnection;
use serde_json::Value;
use ureq::http::Method;

use crate::app::TestApp;
use crate::client::Client;
use crate::fixtures::{LEADER, delivered_link, open_round};
use crate::process::{Process, until};

on_both_databases!(a_story_leaves_nothing_personal_in_the_log, a_request_is_known_by_its_number_everywhere);

const COLLEAGUE: (&str, &str) = ("Kollega Navnesen", "kollega.navnesen@example.org");
const ADMIN: &str = "bruger.navnesen@example.org";
const PASSWORD: &str = "den-hemmelige-saetning";
const WRONG: &str = "en-forkert-saetning";
const WRITTEN: &str = "Det-skrev-lederen";

/// What a story met that must stand in no log.
struct Story {
    secrets: Vec<String>,
    log: String,
}

fn a_story_leaves_nothing_personal_in_the_log(app: &TestApp) {
    for format in ["text", "json"] {
        let story = tell(app, format);
        for secret in &story.secrets {
            assert!(secret.len() > 5 && !story.log.contains(secret), "{secret} is in the log:\n{}", story.log);
        }
        for (route, method, status) in [
            ("/svar/{token}/afsnit/{area}", "POST", 303),
            ("/svar/{token}/indsendelse", "POST", 303),
            ("/login", "POST", 422),
            ("/adgang/{token}", "POST", 303),
            ("-", "GET", 404),
        ] {
            let line = match format {
                "json" => format!(r#""method":"{method}","route":"{route}","status":{status},"ms":"#),
                _ => format!(r#"method="{method}" route="{route}" status={status} ms="#),
            };
            assert!(story.log.contains(&line), "{line} is not in:\n{}", story.log);
        }
        assert!(story.log.contains("a letter was sent"), "{}", story.log);
        if format == "json" {
            story.log.lines().for_each(assert_plain);
        }
    }
}

/// A line is one JSON object; one of a request has these fields and no other.
fn assert_plain(line: &str) {
    let value: Value = serde_json::from_str(line).unwrap_or_else(|cause| panic!("{cause}: {line}"));
    if value["message"] == "answered" {
        let fields: BTreeSet<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
        let expected = ["timestamp", "level", "message", "method", "route", "status", "ms", "target", "span"];
        assert_eq!(fields, BTreeSet::from(expected), "{line}");
        assert_eq!(value["span"].as_object().unwrap().len(), 2, "{line}");
    }
}

/// Signs in, answers, hands over, hands in, meets errors, gets letters, imports a faulty file; with all that is
/// ever logged.
fn tell(app: &TestApp, format: &str) -> Story {
    let settings = [("LOG_FORMAT", format), ("LOG_LEVEL", "trace")];
    if format == "text" {
        open_round(app);
    }
    let running = Process::start(app, &["serve"], &settings);
    // The second story goes on where the first one left, with the same leader's link.
    let link = delivered_link(app);
    let client = running.client();
    let mut secrets = [PASSWORD, WRONG, WRITTEN, LEADER.0, LEADER.1, COLLEAGUE.0, COLLEAGUE.1, ADMIN, "Prøveleder"]
        .map(str::to_owned)
        .to_vec();
    secrets.push(app.service.config.secret_key.clone().unwrap());
    secrets.push(link.trim_start_matches("/svar/").to_owned());

    let mut add = app.command();
    add.args(["staff", if format == "text" { "add" } else { "reset" }, ADMIN]).envs(settings);
    if format == "text" {
        add.args(["--role", "admin"]);
    }
    let added = add.output().unwrap();
    let printed = String::from_utf8(added.stdout).unwrap();
    let key = printed.split("/adgang/").nth(1).unwrap().trim().to_owned();
    client.post(&format!("/adgang/{key}"), &[("password", PASSWORD), ("repeated", PASSWORD)]);
    secrets.push(key);
    client.post("/logout", &[]);
    assert_eq!(client.post("/login", &[("email", ADMIN), ("password", WRONG)]).status, 422);
    secrets.push(cookie(&client));
    assert_eq!(client.get("/letters").status, 200);

    client.post(&format!("{link}/start"), &[]);
    let section = client.get(&format!("{link}/afsnit/sundhed")).body;
    let question: String = section.split("name=\"q").nth(1).unwrap().chars().take_while(char::is_ascii_digit).collect();
    let [choice, comment] = ["q", "k"].map(|field| format!("{field}{question}"));
    let fields = [(choice.as_str(), "0"), (comment.as_str(), WRITTEN), ("videre", "senere")];
    client.post(&format!("{link}/afsnit/sundhed/kladde"), &fields);
    client.post(&format!("{link}/afsnit/sundhed"), &fields);
    client.post(&format!("{link}/afsnit/aeldre/overdragelse"), &[("navn", COLLEAGUE.0), ("mail", COLLEAGUE.1)]);
    client.post(&format!("{link}/indsendelse"), &[("afsnit", "sundhed"), ("bekraeft", "ja")]);
    client.post(&format!("{link}/tilbagetagelse"), &[("afsnit", "sundhed")]);

    client.get(&format!("/findes-ikke/{WRITTEN}?navn={WRITTEN}"));
    client.get(&format!("{link}/{WRITTEN}"));
    client.post(&format!("{link}/overdragelse"), &[("navn", COLLEAGUE.0)]);
    client.send(Method::POST, "/login", &[("origin", "https://evil.example.org")], ADMIN);
    app.write(|conn| Ok(conn.batch_execute("ALTER TABLE links RENAME TO links_away")?));
    assert_eq!(client.get(&link).status, 500);
    app.write(|conn| Ok(conn.batch_execute("ALTER TABLE links_away RENAME TO links")?));

    until("a letter to be sent", || running.log().matches("a letter was sent").count() >= 1);
    let log = running.log() + &import_faulty(app, &settings) + &String::from_utf8(added.stderr).unwrap();
    Story { secrets, log }
}

/// The session of a sign-in, as its cookie has it.
fn cookie(client: &Client) -> String {
    let typed = [("content-type", "application/x-www-form-urlencoded")];
    let form = format!("email={ADMIN}&password={PASSWORD}");
    let signed_in = client.send(Method::POST, "/login", &typed, &form);
    assert_eq!(signed_in.status, 303);
    let cookie = signed_in.header("set-cookie");
    cookie.split(['=', ';']).nth(1).unwrap().to_owned()
}

/// What is logged of a file with faults. The faults themselves, which quote the file for whoever has it, begin
/// with its name or follow it, and are no log.
fn import_faulty(app: &TestApp, settings: &[(&str, &str)]) -> String {
    let file = app.folder().join("fejl.csv");
    let row = format!("0151;Center;{COLLEAGUE_POST};ukendt;{};ingen adresse;", COLLEAGUE.0);
    std::fs::write(&file, format!("municipality_code;department;post;areas;name;email;phone\n{row}\n")).unwrap();
    let output = app.command().args(["directory", "import"]).arg(&file).envs(settings.iter().copied()).output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    let path = file.display().to_string();
    assert!(said.lines().any(|line| line.starts_with(&path)), "{said}");
    said.lines().filter(|line| !line.starts_with(&path)).map(|line| format!("{line}\n")).collect()
}

const COLLEAGUE_POST: &str = "Prøveleder To";

fn a_request_is_known_by_its_number_everywhere(app: &TestApp) {
    let running = Process::start(app, &["serve", "--no-worker"], &[]);
    let client = running.client();
    app.write(|conn| Ok(conn.batch_execute("ALTER TABLE links RENAME TO links_away")?));
    let page = client.get("/svar/et-link");
    let number = page.header("x-request-id");
    assert_eq!((page.status, number.len()), (500, 12));
    assert!(page.body.contains(&format!("Nævn dette nummer, hvis du beder om hjælp: {number}")), "{}", page.body);
    let log = running.log();
    let lines: Vec<&str> = log.lines().filter(|line| line.contains(number)).collect();
    assert!(lines.iter().any(|line| line.contains("a request failed")), "{log}");
    assert!(lines.iter().any(|line| line.contains("answered") && line.contains("status=500")), "{log}");

    // A proxy on this machine is believed, as long as what it says is short and plain.
    let given = |number: &str| {
        let page = client.send(Method::GET, "/login", &[("x-request-id", number)], "");
        page.header("x-request-id").to_owned()
    };
    assert_eq!(given("proxy-7f3a.1_b"), "proxy-7f3a.1_b");
    for wrong in ["to ord", "navn@example.org", "æ", &"x".repeat(65)] {
        assert_eq!(given(wrong).len(), 12, "{wrong}");
    }
    client.get("/health/live");
    client.get("/health/ready");
    assert!(!running.log().contains("/health/"), "{}", running.log());
}
