//! The API on both databases: its addresses, and what tokens of each role read. Its figures, parameters and tokens are
//! held in `src/web/api/tests.rs`.

use std::collections::BTreeSet;

use pejl::commands;
use pejl::domain::access::api_tokens::{TokenDraft, TypedToken, written};
use pejl::domain::access::audit::By;
use pejl::store;
use serde_json::Value;
use ureq::http::Method;

use crate::app::TestApp;
use crate::security::routes::table;
use crate::security::world::{FOREIGN, OWN, World};

on_both_databases!(each_token_reads_every_entry_of_its_own_municipalities_once);

#[test]
fn the_document_names_the_addresses_that_there_are() {
    let document = serde_json::to_value(pejl::web::api::document()).unwrap();
    let told: BTreeSet<String> = document["paths"].as_object().unwrap().keys().cloned().collect();
    let is_told = |path: &String| path.starts_with("/api/v1/") && path != "/api/v1/openapi.json";
    let routes: BTreeSet<String> = table().into_iter().map(|route| route.path).filter(is_told).collect();
    assert_eq!(told, routes);
    assert!(routes.len() > 7, "{routes:?}");
}

/// A token for all that an account may see.
pub fn token(app: &TestApp, email: &str) -> String {
    let owner = app.read(|conn| Ok(store::staff::find_by_email(conn, email)?)).unwrap();
    let typed =
        TypedToken { name: "x".to_owned(), days: "365".to_owned(), reads_comments: true, ..TypedToken::default() };
    let draft = TokenDraft::parse(&typed, &owner).unwrap();
    let by = By::staff(&owner.id, app.service.now());
    written(&commands::api_tokens::create(&app.service.db, &owner.id, &draft, &by).unwrap())
}

/// All entries of a list in pages of a size, and the text of all pages.
fn all(app: &TestApp, path: &str, token: &str, limit: usize) -> (Vec<Value>, String) {
    let (client, bearer) = (app.client(), format!("Bearer {token}"));
    let (mut entries, mut text, mut after) = (Vec::new(), String::new(), String::new());
    loop {
        let address = format!("/api/v1/{path}?limit={limit}{after}");
        let page = client.send(Method::GET, &address, &[("authorization", &bearer)], "");
        assert_eq!((page.status, page.header("content-type")), (200, "application/json"), "{address}: {}", page.body);
        text.push_str(&page.body);
        let told: Value = serde_json::from_str(&page.body).unwrap();
        entries.extend(told["data"].as_array().unwrap().iter().cloned());
        match told["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return (entries, text),
        }
    }
}

fn each_token_reads_every_entry_of_its_own_municipalities_once(app: &TestApp) {
    let world = World::new(app);
    let lists = [
        "municipalities",
        "rounds",
        "editions",
        "editions/2018/questions",
        "rounds/2025/scores",
        "rounds/2025/changes",
        "rounds/2025/distributions",
        "rounds/2025/status",
        "rounds/2025/comments",
        "rounds/2026/scores",
        "rounds/2026/status",
    ];
    for (email, foreign) in [
        ("koordinator-a@example.org", Some((FOREIGN, "Frederiksberg"))),
        ("koordinator-b@example.org", Some((OWN, "København"))),
        ("konsulent@example.org", None),
        ("admin@example.org", None),
    ] {
        let token = token(app, email);
        for path in lists {
            let (one_by_one, text) = all(app, path, &token, 1);
            let (at_once, _) = all(app, path, &token, 1_000);
            assert_eq!(one_by_one, at_once, "{path} as {email}");
            assert!(!at_once.is_empty(), "{path} as {email}");
            if let Some((code, name)) = foreign {
                assert!(!text.contains(&format!("\"{code}\"")) && !text.contains(name), "{path} as {email}: {text}");
            }
        }
    }
    let session = format!("pejl_session={}", world.session("admin"));
    for path in lists {
        let path = format!("/api/v1/{path}");
        let page = app.client().send(Method::GET, &path, &[("cookie", &session)], "");
        assert_eq!((page.status, page.header("content-type")), (401, "application/problem+json"), "{path}");
        assert!(page.header("www-authenticate").contains("Basic"), "{path}");
    }
    let comments = all(app, "rounds/2025/comments", &token(app, "koordinator-a@example.org"), 100).0;
    assert!(comments.iter().all(|one| one["comment"].as_str().unwrap().contains("Svar0101")), "{comments:?}");
}
