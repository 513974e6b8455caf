//! Every route that takes a form leaves exactly one entry: held against the route table, request by request.

use chrono::TimeDelta;
use diesel::prelude::*;
use pejl::domain::access::api_tokens::ApiTokenId;
use pejl::domain::access::first_administrator;
use pejl::domain::access::staff::{Role, Scope, StaffId};
use pejl::domain::mail::ledger_search::LedgerSearch;
use pejl::domain::rounds::invitations::InvitationId;
use pejl::schema::api_tokens;
use pejl::store;

use super::entries;
use crate::app::TestApp;
use crate::second_factors::code as code_of;
use crate::security::requests::concrete;
use crate::security::routes::{Route, find, table};
use crate::security::wire::{Answer, FORM, Wire, form};
use crate::security::world::{FOREIGN, OWN, World};
use crate::site::picture;

on_both_databases!(every_write_route_leaves_exactly_one_entry, so_does_what_only_an_empty_database_takes);

const WRITES: &str = include_str!("writes.txt");

/// Routes that take a form and write nothing that anybody did, each with its reason.
const WITHOUT_ENTRY: [(&str, &str); 2] = [
    ("/sprog", "a choice of language is a cookie of the browser"),
    ("/administration/operation", "the check looks at everything and changes nothing"),
];

/// Routes that do something only where there is nothing yet: the first account, and the shipped editions.
const IN_AN_EMPTY_DATABASE: [&str; 2] = ["/begynd/{token}", "/editions/shipped"];

/// The password of the account that signs in.
const PASSWORD: &str = "en lang nok adgangskode";

/// What a browser sends when a file is brought.
const UPLOADED: &str = "--graense\r\nContent-Disposition: form-data; name=\"file\"; filename=\"stillinger.csv\"\r\n\
    Content-Type: text/csv\r\n\r\nkommune;afdeling;stilling;områder;navn;e-mail;telefon\r\n\
    0101;Social;Socialchef;social;;;\r\n\r\n--graense--\r\n";

/// The same of an edition.
const EDITION: &str = concat!(
    "--graense\r\nContent-Disposition: form-data; name=\"file\"; filename=\"udgave.yaml\"\r\n\r\n",
    include_str!("../../../catalogue/2012-13.yaml"),
    "\r\n--graense--\r\n"
);

/// Routes that need somebody else on the line, each with the test that holds their entries.
const ELSEWHERE: [(&str, &str); 1] = [("/login/oidc/logout", "tests/it/oidc/sign_out.rs has a provider that tells")];

/// Who asks, where, and with which form.
fn requests() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let written = WRITES.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    written.map(|line| {
        let mut words = line.split_whitespace();
        (words.next().unwrap(), words.next().unwrap(), words.next().unwrap_or_default())
    })
}

#[test]
fn every_write_route_has_a_request_that_shows_its_entry() {
    let table = table();
    let written: Vec<&Route> = requests()
        .map(|(_, path, _)| find(&table, "POST", path).unwrap_or_else(|| panic!("no route: POST {path}")))
        .collect();
    let without: Vec<&Route> = table
        .iter()
        .filter(|route| route.method == "POST" && !written.contains(route))
        .filter(|route| !IN_AN_EMPTY_DATABASE.contains(&route.path.as_str()))
        .filter(|route| !ELSEWHERE.iter().any(|(path, _)| *path == route.path))
        .filter(|route| !WITHOUT_ENTRY.iter().any(|(path, _)| *path == route.path))
        .collect();
    assert!(without.is_empty(), "these need a line in tests/it/audit/writes.txt: {without:#?}");
}

fn every_write_route_leaves_exactly_one_entry(app: &TestApp) {
    let mut walk = Walk::new(app);
    let mut faults = Vec::new();
    for (who, path, form) in requests() {
        let path = walk.filled(path);
        let form = walk.filled(form);
        let session = walk.session(who);
        let before = entries(app).len();
        let answer = walk.send(&session, &path, &form);
        if answer.status >= 400 {
            faults.push(format!("{path} was not done: {} {}", answer.status, answer.body));
            continue;
        }
        walk.remember(&answer);
        // A letter that only an account gets is queued beside the request, whose time must not tell of it.
        let begun = std::time::Instant::now();
        while entries(app).len() == before && begun.elapsed().as_secs() < 5 {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let new: Vec<String> =
            entries(app).iter().skip(before).map(|entry| format!("{} {}", entry.verb, entry.object)).collect();
        if new.len() != 1 {
            faults.push(format!("{path} left {new:?}"));
        }
    }
    let before = entries(app).len();
    for (path, _) in WITHOUT_ENTRY {
        assert!(walk.wire.post(path, "", "language=en&return_to=/").status < 400, "{path}");
    }
    assert_eq!(entries(app).len(), before);
    assert!(faults.is_empty(), "{faults:#?}");
}

fn so_does_what_only_an_empty_database_takes(app: &TestApp) {
    let mut wire = Wire::new(app);
    let token = first_administrator::token(app.service.config.secret_key.as_deref().unwrap());
    let new = form(&[("email", "ny@example.org"), ("password", PASSWORD), ("repeated", PASSWORD)]);
    let mut session = String::new();
    for (path, form, noted) in [
        (format!("/begynd/{}", token.as_str()), new.as_str(), "found staff"),
        ("/editions/shipped".to_owned(), "", "take_in edition"),
    ] {
        let before = entries(app).len();
        let answer = wire.post(&path, &session, form);
        assert_eq!(answer.status, 303, "{path}: {}", answer.body);
        session = answer.cookie("pejl_session").unwrap_or(session);
        let all = entries(app);
        let new: Vec<String> = all[before..].iter().map(|entry| format!("{} {}", entry.verb, entry.object)).collect();
        assert_eq!(new, [noted], "{path}");
        let before = all.len();
        assert!([404, 409].contains(&wire.post(&path, &session, form).status), "{path} is done once");
        assert_eq!(entries(app).len(), before);
    }
}

/// Who walks through the route table, and what the requests so far led to.
struct Walk<'a> {
    world: World<'a>,
    key: String,
    account: StaffId,
    letters: [String; 2],
    wire: Wire,
    /// The session that was opened last.
    own: String,
    /// The post that was added or changed last.
    added: String,
    /// The file that waits for its import.
    upload: String,
}

impl Walk<'_> {
    fn new(app: &TestApp) -> Walk<'_> {
        let world = World::new(app);
        let key = world.key("ny@example.org", Role::Coordinator, &[FOREIGN]).as_str().to_owned();
        let account = app.read(|conn| Ok(store::staff::find_by_email(conn, "ny@example.org")?)).unwrap().id;
        let letters = [waiting(app, "bounced"), waiting(app, "in_doubt")];
        let [own, added, upload] = [const { String::new() }; 3];
        Walk { world, key, account, letters, wire: Wire::new(app), own, added, upload }
    }

    /// A path or a form with what its words stand for.
    fn filled(&mut self, text: &str) -> String {
        let text = concrete(&self.world, (&self.key, self.account.as_str()), text);
        let [bounced, in_doubt] = &self.letters;
        let words = [
            ("WAITING_BOUNCED", bounced),
            ("WAITING_IN_DOUBT", in_doubt),
            ("ADDED", &self.added),
            ("UPLOAD", &self.upload),
        ];
        let mut text = words.iter().fold(text, |text, (word, value)| text.replace(word, value));
        for (word, value) in [
            ("CODE", Walk::code as fn(&mut Self) -> String),
            ("HASH_2027", Walk::hash),
            ("SEEN", Walk::seen),
            ("REQUEST", Walk::request),
            ("API_TOKEN", Walk::api_token),
            ("VIEW", Walk::view),
            ("ADVICE", Walk::advice),
            ("WAITING_VERSION", Walk::waiting_version),
            ("EXAMPLE", Walk::example),
        ] {
            if text.contains(word) {
                text = text.replace(word, &value(self));
            }
        }
        text
    }

    /// The cookies of whoever asks.
    fn session(&mut self, who: &str) -> String {
        let session = match who {
            "nobody" => String::new(),
            "waiting" => {
                let form = form(&[("email", "ny@example.org"), ("password", PASSWORD)]);
                let cookie = self.wire.post("/login", "", &form).cookie("pejl_sign_in").unwrap();
                return format!("pejl_sign_in={cookie}");
            }
            "own" => self.own.clone(),
            "coordinator" => self.world.session("coordinator of A").to_owned(),
            role => self.world.session(role).to_owned(),
        };
        format!("pejl_session={session}")
    }

    fn send(&mut self, cookie: &str, path: &str, form: &str) -> Answer {
        let (content_type, body) = match form {
            "PICTURE" => return self.wire.bring(path, cookie.trim_start_matches("pejl_session="), &picture(40, 20)),
            "FILE" => ("multipart/form-data; boundary=graense", UPLOADED),
            "EDITION" => ("multipart/form-data; boundary=graense", EDITION),
            form => (FORM, form),
        };
        let headers = [("sec-fetch-site", "same-origin"), ("content-type", content_type), ("cookie", cookie)];
        self.wire.ask("POST", path, &headers, body)
    }

    fn remember(&mut self, answer: &Answer) {
        if let Some(opened) = answer.cookie("pejl_session").filter(|session| !session.is_empty()) {
            self.own = opened;
        }
        let leads_to = answer.header("location");
        for (place, kept) in [("/posts/", &mut self.added), ("/directory/import/", &mut self.upload)] {
            if let Some(id) = leads_to.strip_prefix(place) {
                id.clone_into(kept);
            }
        }
    }

    /// What the app of the account shows. Half a minute later, because a code is good once.
    fn code(&mut self) -> String {
        let app = self.world.app;
        app.clock.set(app.clock.now() + TimeDelta::seconds(30));
        let factor = app.read(|conn| Ok(store::second_factors::find(conn, &self.account)?)).unwrap();
        let secret = factor.secret(app.service.config.secret_key.as_deref().unwrap()).unwrap();
        code_of(app, &secret.typed())
    }

    fn hash(&mut self) -> String {
        self.world.app.read(|conn| Ok(store::editions::find_hash(conn, "2027")?)).unwrap()
    }

    /// The newest request for more time.
    fn request(&mut self) -> String {
        let invitations = self.world.invitations.each_ref().map(|id| id.parse::<InvitationId>().unwrap());
        let requests = invitations.iter().flat_map(|id: &InvitationId| {
            self.world.app.read(|conn| Ok(store::extension_requests::list_by_invitation(conn, id)?))
        });
        requests.map(|request| request.id).max().unwrap().to_string()
    }

    /// The newest token of the API.
    fn api_token(&mut self) -> String {
        let newest = api_tokens::table.order(api_tokens::id.desc()).select(api_tokens::id);
        self.world.app.read(|conn| Ok(newest.first::<ApiTokenId>(conn)?)).to_string()
    }

    /// The view that the account saved.
    fn view(&mut self) -> String {
        self.world.app.read(|conn| Ok(store::saved_views::list(conn, &self.account)?)).remove(0).id.to_string()
    }

    /// The newest piece of advice.
    fn advice(&mut self) -> String {
        let code = OWN.parse().unwrap();
        let rows = self.world.app.read(|conn| Ok(store::advice::list_by_municipality(conn, &code, &Scope::All)?));
        rows[0].0.id.to_string()
    }

    /// The newest example of good practice.
    fn example(&mut self) -> String {
        self.world.app.read(|conn| Ok(store::examples::list_in_scope(conn, &Scope::All)?))[0].0.id.to_string()
    }

    /// Its newest version.
    fn waiting_version(&mut self) -> String {
        let rows = self.world.app.read(|conn| Ok(store::examples::list_waiting(conn)?));
        rows.last().unwrap().1.id.to_string()
    }

    /// What the page of the dry run showed.
    fn seen(&mut self) -> String {
        let page = self.wire.get(&format!("/directory/import/{}", self.upload), self.world.session("admin")).body;
        let value = page.split_once("name=\"seen\" value=\"").unwrap_or_else(|| panic!("{page}")).1;
        value.split('"').next().unwrap().to_owned()
    }
}

/// A letter that has come to a state in which only a person goes on.
fn waiting(app: &TestApp, state: &str) -> String {
    use diesel::connection::SimpleConnection;
    app.write(|conn| {
        Ok(conn.batch_execute(&format!(
            "UPDATE letters SET state = '{state}', doubts = 2 WHERE id = \
             (SELECT MAX(id) FROM letters WHERE state IN ('accepted', 'planned', 'cancelled'))"
        ))?)
    });
    let of_state = LedgerSearch { state: Some(state.parse().unwrap()), ..LedgerSearch::default() };
    app.read(|conn| Ok(store::ledger_search::list(conn, &of_state, 1, 0)?)).remove(0).0.id.to_string()
}
