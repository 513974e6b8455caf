//! The API as programs ask it, on rounds of eight municipalities.

mod document;
mod tokens;

use actix_web::http::header::{self, HeaderName};
use actix_web::test::TestRequest;
use serde_json::Value;

use crate::commands;
use crate::domain::access::api_tokens::{TokenDraft, TypedToken, written};
use crate::domain::access::audit::By;
use crate::domain::access::staff::{Role, Staff};
use crate::store;
use crate::test_support::{Reply, TestService, admin, measured_rounds};

/// A token of a new account, for all that it may see and with comments.
fn token(service: &TestService, role: Role, codes: &[&str]) -> String {
    let email = format!("api-{role}{}@example.org", codes.join("-"));
    service.one_time_link(&email, role, codes);
    token_of(service, &account(service, &email), &[])
}

fn account(service: &TestService, email: &str) -> Staff {
    service.db.read(|conn| Ok(store::staff::find_by_email(conn, email)?)).unwrap().unwrap()
}

/// A token of an account for some municipalities.
fn token_of(service: &TestService, owner: &Staff, codes: &[&str]) -> String {
    let typed = TypedToken {
        name: "Prøve".to_owned(),
        municipalities: codes.iter().map(|&code| code.to_owned()).collect(),
        days: "30".to_owned(),
        reads_comments: true,
    };
    let draft = TokenDraft::parse(&typed, owner).unwrap();
    let by = By::staff(&owner.id, service.now());
    written(&commands::api_tokens::create(&service.db, &owner.id, &draft, &by).unwrap())
}

async fn ask(service: &TestService, path: &str, token: &str) -> Reply {
    service.send(TestRequest::get().uri(path).insert_header((header::AUTHORIZATION, format!("Bearer {token}")))).await
}

/// The text of a header; empty where it is not there.
fn head(reply: &Reply, name: HeaderName) -> &str {
    reply.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

async fn told(service: &TestService, path: &str, token: &str) -> Value {
    let reply = ask(service, path, token).await;
    assert_eq!(reply.status, 200, "{path}: {}", reply.body);
    assert!(reply.cookie.is_none() && reply.headers.get(header::SET_COOKIE).is_none(), "{path}");
    serde_json::from_str(&reply.body).unwrap()
}

/// All entries of a list, page by page as its header leads.
async fn all(service: &TestService, path: &str, token: &str) -> Vec<Value> {
    let (mut entries, mut next) = (Vec::new(), Some(path.to_owned()));
    while let Some(path) = next {
        let reply = ask(service, &path, token).await;
        let page: Value = serde_json::from_str(&reply.body).unwrap_or_else(|_| panic!("{path}: {}", reply.body));
        entries.extend(page["data"].as_array().unwrap().iter().cloned());
        let link = reply.headers.get(header::LINK).map(|link| link.to_str().unwrap().to_owned());
        next = link.map(|link| {
            let address = link.strip_prefix('<').unwrap().strip_suffix(">; rel=\"next\"").unwrap().to_owned();
            assert!(address.contains(&format!("after={}", page["next"].as_str().unwrap())), "{address}");
            address.strip_prefix(service.config.base_url.as_str()).unwrap().to_owned()
        });
        assert_eq!(next.is_none(), page["next"].is_null());
    }
    entries
}

/// Rows of a CSV file for Excel as their cells.
async fn rows(service: &TestService, path: &str) -> Vec<Vec<String>> {
    let file = service.get_as(path, admin()).await;
    assert_eq!(file.status, 200, "{path}");
    let lines = file.body.trim_start_matches('\u{feff}').lines().skip(1);
    lines.map(|line| line.split(';').map(str::to_owned).collect()).collect()
}

/// A value of an entry as a CSV file for Excel writes it.
fn cell(entry: &Value, name: &str) -> String {
    match &entry[name] {
        Value::Null if name == "reason" => "ok".to_owned(),
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) if number.is_f64() => format!("{:.4}", number.as_f64().unwrap()).replace('.', ","),
        other => other.to_string(),
    }
}

fn cells(entries: &[Value], names: &[&str]) -> Vec<Vec<String>> {
    let is_in_file = |entry: &&Value| ["municipality", "country"].contains(&entry["of"].as_str().unwrap());
    entries.iter().filter(is_in_file).map(|entry| names.iter().map(|name| cell(entry, name)).collect()).collect()
}

#[actix_web::test]
async fn scores_and_changes_are_those_of_the_files_whatever_the_size_of_a_page() {
    let service = measured_rounds();
    let token = token(&service, Role::Admin, &[]);
    for round in ["2015", "2026"] {
        let scores = all(&service, &format!("/api/v1/rounds/{round}/scores?limit=7"), &token).await;
        let names = [
            "round",
            "code",
            "measure",
            "package",
            "area",
            "reason",
            "asked",
            "applicable",
            "n",
            "coverage",
            "score",
            "strict_score",
        ];
        assert_eq!(cells(&scores, &names), rows(&service, &format!("/rounds/{round}/country/scores.csv")).await);
        let whole = all(&service, &format!("/api/v1/rounds/{round}/scores?limit=1000"), &token).await;
        assert!(whole == scores && whole.len() > 50, "{}", whole.len());
        let changes = all(&service, &format!("/api/v1/rounds/{round}/changes?limit=5"), &token).await;
        let names =
            ["code", "measure", "package", "area", "questions", "matched", "comparable", "paired", "paired_change"];
        let mut file = rows(&service, &format!("/rounds/{round}/country/changes.csv")).await;
        // Of the country the API tells both sides as well, as the country's page does.
        file.iter_mut().for_each(|row| drop(row.drain(8..10)));
        assert_eq!(cells(&changes, &names), file);
    }
    let risen =
        told(&service, "/api/v1/rounds/2015/changes?of=country&package=tobak&area=all&measure=implementation", &token)
            .await;
    let country = &risen["data"][0];
    assert_eq!((&country["baselines"][0], country["paired"].as_u64()), (&"2013".into(), Some(7)));
    assert!(country["paired_current"].as_f64() > country["paired_baseline"].as_f64());
}

#[actix_web::test]
async fn groups_are_told_and_held_back_as_on_pages() {
    let service = measured_rounds();
    let (all_of_it, limited) = (token(&service, Role::Consultant, &[]), token(&service, Role::Coordinator, &["0751"]));
    let path = "/api/v1/rounds/2015/scores?measure=implementation&package=all&area=all";
    let seen = all(&service, path, &all_of_it).await;
    let find = |entries: &[Value], code: &str| entries.iter().find(|one| one["code"] == code).cloned();
    let nation = find(&seen, "DK").unwrap();
    assert_eq!((nation["n"].as_u64(), nation["name"].as_str()), (Some(7), Some("Hele landet")));
    let cities = find(&seen, "2").unwrap();
    assert_eq!((cities["of"].as_str(), cities["n"].as_u64()), (Some("group"), Some(3)));
    assert!(find(&seen, "Region Midtjylland").unwrap()["score"].is_number());
    let seen = all(&service, path, &limited).await;
    let own = seen.iter().filter(|one| one["of"] == "municipality").collect::<Vec<_>>();
    assert!(own.len() == 1 && own[0]["code"] == "0751" && own[0]["score"] == 75.0, "{own:?}");
    assert_eq!(find(&seen, "DK").unwrap(), nation, "enough others stand behind it");
    let held_back = find(&seen, "2").unwrap();
    assert_eq!([&held_back["n"], &held_back["score"]], [&Value::Null, &Value::Null]);
    assert_eq!(held_back["reason"], "suppressed");
    // While a round is open, who may not see every municipality of it is told of no group.
    let open = all(&service, "/api/v1/rounds/2026/scores", &limited).await;
    assert!(!open.is_empty() && open.iter().all(|one| one["code"] == "0751"), "{open:?}");
    let spread = "/api/v1/rounds/2026/distributions";
    assert!(
        all(&service, spread, &limited).await.iter().all(|one| one["reason"] == "suppressed" && one["n"].is_null())
    );
    assert!(all(&service, spread, &all_of_it).await.iter().all(|one| one["reason"] == "no_figures" && one["n"] == 0));
    for path in ["scores", "changes", "status", "distributions"] {
        let body = ask(&service, &format!("/api/v1/rounds/2015/{path}?limit=1000"), &limited).await.body;
        assert!(!body.contains("\"0101\"") && !body.contains("Frederiksberg"), "{path}: {body}");
    }
    let listed = told(&service, "/api/v1/municipalities", &limited).await;
    assert_eq!((listed["data"].as_array().unwrap().len(), &listed["data"][0]["group"]), (1, &2.into()));
}

#[actix_web::test]
async fn spreads_are_those_of_the_files() {
    let service = measured_rounds();
    let token = token(&service, Role::Admin, &[]);
    let told = all(&service, "/api/v1/rounds/2015/distributions?question=tobak.kurser&area=all", &token).await;
    let names = ["round", "option", "label", "reason", "share", "valid_share", "n", "valid_n"];
    let told: Vec<Vec<String>> = told.iter().map(|one| names.iter().map(|name| cell(one, name)).collect()).collect();
    let file = rows(&service, "/rounds/2015/questions/tobak.kurser/tables/distribution.csv").await;
    let now: Vec<Vec<String>> = file.into_iter().filter(|row| row[0] == "2015").collect();
    assert!(told == now && now.len() == 4, "{told:#?} {now:#?}");
}

#[actix_web::test]
async fn what_is_wrong_with_an_address_is_a_problem_that_names_it() {
    let service = measured_rounds();
    let token = token(&service, Role::Coordinator, &["0751"]);
    for (path, wrong) in [
        ("rounds?x=1", "x"),
        ("rounds?limit=1&limit=2", "limit"),
        ("rounds?limit=0", "limit"),
        ("rounds?limit=1001", "limit"),
        ("rounds?limit=x", "limit"),
        ("rounds?after=x", "after"),
        ("rounds?after=H3g", "after"),
        ("rounds/2015/scores?after=H3g", "after"),
        ("rounds/2015/comments?after=H3g", "after"),
        ("editions?language=fr", "language"),
        ("rounds/2015/scores?of=x", "of"),
        ("rounds/2015/scores?measure=x", "measure"),
        ("rounds/2015/scores?package=x", "package"),
        ("rounds/2015/changes?area=x", "area"),
        ("rounds/2015/scores?municipality=9999", "municipality"),
        ("rounds/2015/scores?municipality=0101", "municipality"),
        ("rounds/2015/comments?municipality=0101", "municipality"),
        ("rounds/2015/distributions?question=x", "question"),
    ] {
        let reply = ask(&service, &format!("/api/v1/{path}"), &token).await;
        let problem: Value = serde_json::from_str(&reply.body).unwrap();
        assert_eq!((reply.status.as_u16(), &problem["parameter"]), (422, &wrong.into()), "{path}: {problem}");
        assert_eq!(head(&reply, header::CONTENT_TYPE), "application/problem+json");
        assert!(problem["detail"].as_str().unwrap().contains(wrong) && problem["type"] == "about:blank");
    }
    for path in ["", "x", "rounds/x/scores", "editions/x/questions", "rounds/2015/x", "rounds/"] {
        let reply = ask(&service, &format!("/api/v1/{path}?language=en"), &token).await;
        let problem: Value = serde_json::from_str(&reply.body).unwrap();
        assert_eq!((reply.status.as_u16(), &problem["title"]), (404, &"There is no such thing".into()), "{path}");
    }
    let posted = service.send(TestRequest::post().uri("/api/v1/rounds")).await;
    assert_eq!((posted.status.as_u16(), head(&posted, header::ALLOW)), (405, "GET, HEAD"));
    assert_eq!(head(&posted, header::CONTENT_TYPE), "application/problem+json");
}

#[actix_web::test]
async fn a_page_that_has_not_changed_is_not_sent_again() {
    let service = measured_rounds();
    let token = token(&service, Role::Admin, &[]);
    let path = "/api/v1/rounds/2015/scores?limit=3";
    let first = ask(&service, path, &token).await;
    let tag = head(&first, header::ETAG).to_owned();
    assert!(tag.starts_with('"') && head(&first, header::CACHE_CONTROL) == "private, no-cache");
    let again = |path: &str, tag: &str| {
        let bearer = (header::AUTHORIZATION, format!("Bearer {token}"));
        TestRequest::get().uri(path).insert_header(bearer).insert_header((header::IF_NONE_MATCH, tag.to_owned()))
    };
    let packed = tag.trim_end_matches('"').to_owned() + "-gzip\"";
    for sent in [tag.clone(), format!("\"x\", W/{tag}"), packed, "*".to_owned()] {
        let reply = service.send(again(path, &sent)).await;
        assert_eq!((reply.status.as_u16(), reply.body.as_str()), (304, ""), "{sent}");
        assert!(sent.contains(head(&reply, header::ETAG)) || sent == "*");
    }
    let other = service.send(again("/api/v1/rounds/2015/scores?limit=4", &tag)).await;
    assert!(other.status == 200 && head(&other, header::ETAG) != tag);
}
