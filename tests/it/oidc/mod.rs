//! Signing in by a real provider of OpenID Connect, through HTTP on both databases.

/// Makes each fact, a `fn(Backend)` of the same file, a test on SQLite and a test on PostgreSQL, as
/// `on_both_databases!` does for facts about a service without further settings.
macro_rules! with_a_provider {
    ($($fact:ident),+ $(,)?) => {
        mod sqlite {
            $(#[test] fn $fact() { super::$fact($crate::database::Backend::Sqlite); })+
        }
        mod postgres {
            $(#[test] fn $fact() { super::$fact($crate::database::Backend::Postgres); })+
        }
    };
}

mod accounts;
mod browser;
mod faults;
mod operators;
mod provider;
mod sign_out;
mod tls;

use pejl::clock::Clock;
use pejl::domain::access::audit::{AuditEntry, By};
use pejl::domain::access::staff::{Draft, Role, Staff};
use pejl::store;
use serde_json::{Value, json};

use crate::app::TestApp;
use crate::database::Backend;
use browser::Browser;
use provider::{CLIENT, Provider, SECRET};

const ANNA: &str = "anna@example.org";

/// Settings of a provider whose claims give everything.
const MAPPED: [(&str, &str); 5] = [
    ("OIDC_SCOPES", "openid email pejl"),
    ("OIDC_ROLE_CLAIM", "roles"),
    ("OIDC_ROLES", "pejl-admin=admin;pejl-konsulent=consultant;pejl-kommune=coordinator"),
    ("OIDC_MUNICIPALITY_CLAIM", "kommune"),
    ("OIDC_ACCOUNTS", "create"),
];

/// A provider and the service that people sign in to by it.
struct World {
    app: TestApp,
    provider: Provider,
}

/// How a provider's people are asked: `backend`, further settings, and whether claims stand in the token.
fn world(backend: Backend, settings: &[(&str, &str)], claims_in_id_token: bool) -> Option<World> {
    let provider = Provider::start();
    let ours = [
        ("OIDC_ISSUER", provider.issuer.as_str()),
        ("OIDC_CLIENT_ID", CLIENT),
        ("OIDC_CLIENT_SECRET", SECRET),
        ("OIDC_NAME", "Prøvekommunen"),
    ];
    let app = TestApp::with_settings(backend, &[&ours[..], settings].concat())?;
    // The provider's tokens are of today.
    app.clock.set(Clock::System.now());
    provider.register(&app.base_url, claims_in_id_token);
    provider.person("anna", &person("anna-1", ANNA, &json!({ "roles": ["pejl-kommune"], "kommune": "0101" })));
    Some(World { app, provider })
}

/// What a provider says of somebody whose address it has checked.
fn person(subject: &str, email: &str, more: &Value) -> Value {
    let mut claims = json!({ "sub": subject, "email": email, "email_verified": true });
    claims.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    claims
}

impl World {
    /// A browser of somebody's own. The clock goes on to the present, so that a slow machine is not taken for a
    /// provider whose clock is wrong; one that was moved on stays there.
    fn browser(&self) -> Browser {
        self.app.clock.set(Clock::System.now().max(self.app.service.now()));
        Browser::new(&self.app.base_url)
    }

    fn account(&self, email: &str) -> Option<Staff> {
        self.app.read(|conn| Ok(store::staff::find_by_email(conn, email)?))
    }

    fn add(&self, email: &str, role: Role, codes: &[&str]) {
        let codes: Vec<String> = codes.iter().map(|&code| code.to_owned()).collect();
        let draft = Draft::parse(email, role, &codes).unwrap();
        pejl::commands::staff::add(&self.app.service.db, &draft, &By::command_line(self.app.service.now())).unwrap();
    }

    /// What the audit log holds of signing in by the provider.
    fn entries(&self) -> Vec<AuditEntry> {
        let all = self.app.read(|conn| Ok(store::audit::list_after(conn, "", chrono::NaiveDateTime::default(), 1000)?));
        all.into_iter().filter(|entry| entry.verb.starts_with("provider_") || entry.verb.contains("sign_")).collect()
    }
}

/// The value of a cookie that an answer sets.
fn cookie(place: &browser::Place, name: &str) -> Option<String> {
    let prefix = format!("{name}=");
    let set = place.all("set-cookie");
    set.iter().find_map(|cookie| cookie.strip_prefix(&prefix)).map(|rest| rest.split(';').next().unwrap().to_owned())
}
