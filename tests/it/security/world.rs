//! A small country for an attack: two municipalities, rounds closed, open and being prepared, one account of
//! each role, links and a helper's link. Every text that people can write holds a marker of markup, and what
//! belongs to a municipality its code.

use pejl::commands;
use pejl::commands::calls::Called;
use pejl::domain::Language;
use pejl::domain::access::audit::By;
use pejl::domain::access::staff::{Draft, Role, Scope};
use pejl::domain::base::tokens::Token;
use pejl::domain::mail::letter_texts::{Template, TextKind, TextPlace, Wording};
use pejl::domain::mail::letters::LetterId;
use pejl::domain::rounds::calls::{CallDraft, CallId, CallOutcome};
use pejl::domain::rounds::invitations::Invitation;
use pejl::domain::rounds::programmes::Programme;
use pejl::domain::rounds::{NewRound, Rule};
use pejl::editions;
use pejl::mail::{Mailbox, Mailer, Worker};
use pejl::store;

use super::wire::{Wire, form};
use crate::app::TestApp;

/// What every text begins with; escaped it is harmless, and bare it is an element.
pub const MARKER: &str = "<i>\"'&";

/// The municipality whose coordinator asks, and another one.
pub const OWN: &str = "0101";
pub const FOREIGN: &str = "0147";

/// Who asks.
pub const ROLES: [&str; 8] =
    ["nobody", "link", "helper", "consultant", "consultant of A", "coordinator of A", "coordinator of B", "admin"];

pub struct World<'a> {
    pub app: &'a TestApp,
    /// The value of the session cookie of each of `ROLES`; holders of links try their token as one.
    pub sessions: [String; 8],
    /// Whole links of the open round, of A and B.
    pub links: [String; 2],
    /// The link of a helper in A.
    pub helper: String,
    /// A link of the closed round, of A.
    pub old_link: String,
    /// A link that was taken back.
    pub revoked: String,
    /// Invitations of the open round, of A and B.
    pub invitations: [String; 2],
    /// The invitation of B in the closed round.
    pub old_invitation: String,
    /// The posts that they are of, in the directory.
    pub posts: [String; 2],
    /// A call to A, which its coordinator noted.
    pub call: String,
    /// The newest letters of these invitations, of A and B.
    pub letters: [LetterId; 2],
    /// Letters as they were sent.
    pub mailbox: Mailbox,
}

/// A text with the marker.
pub fn marked(text: &str) -> String {
    format!("{MARKER}{text}")
}

impl World<'_> {
    pub fn new(app: &TestApp) -> World<'_> {
        let (db, now) = (&app.service.db, app.service.now());
        for (key, day) in [("2012", "2012-09-01"), ("2018", "2018-04-20")] {
            commands::catalogue::import(db, edition(key, day).as_bytes(), &By::command_line(now)).unwrap();
            commands::catalogue::publish(db, key, &By::command_line(now)).unwrap();
        }
        let (title, by) = (marked("Ny").as_str().into(), By::command_line(now));
        commands::catalogue::drafts::copy(db, ("2018", "2027"), &title, &by).unwrap();
        commands::catalogue::import_crosswalk(db, CROSSWALK.as_bytes(), &By::command_line(now)).unwrap();
        commands::directory::import(db, directory().as_bytes(), &By::command_line(now)).unwrap();
        commands::rounds::create(db, &round("2013", "2012", "2013-09-01", true), &By::command_line(now)).unwrap();
        commands::answer_imports::import(db, "2013", answers().as_bytes(), &By::command_line(now)).unwrap();
        write_text(app);
        for (key, opens) in [("2025", "2026-08-01"), ("2026", "2026-08-15"), ("udkast", "2026-10-01")] {
            commands::rounds::create(db, &round(key, "2018", opens, false), &By::command_line(now)).unwrap();
        }
        let mut world = World {
            app,
            sessions: [const { String::new() }; 8],
            links: Default::default(),
            helper: String::new(),
            old_link: String::new(),
            revoked: String::new(),
            invitations: Default::default(),
            old_invitation: String::new(),
            posts: Default::default(),
            call: String::new(),
            letters: [LetterId::new(), LetterId::new()],
            mailbox: Mailbox::default(),
        };
        world.old_link = world.open("2025")[0].clone();
        world.old_invitation = world.invitation("2025", FOREIGN).id.to_string();
        world.hand_in("2025");
        commands::rounds::close(db, "2025", &By::command_line(now)).unwrap();
        world.links = world.open("2026");
        world.hand_over();
        let invitations = [OWN, FOREIGN].map(|code| world.invitation("2026", code));
        world.posts = invitations.each_ref().map(|one| one.post_id.to_string());
        world.letters = invitations.each_ref().map(|one| world.letter(one));
        world.invitations = invitations.map(|one| one.id.to_string());
        world.sessions = world.sign_in();
        world.call = world.note_call();
        world
    }

    /// Opens a round and takes the links of A and B.
    fn open(&self, key: &str) -> [String; 2] {
        let (db, now) = (&self.app.service.db, self.app.service.now());
        commands::rounds::open(db, key, &By::command_line(now)).unwrap();
        [OWN, FOREIGN].map(|code| {
            let links = commands::links::issue_for_municipality(db, key, code, &By::command_line(now)).unwrap();
            links[0].1.as_str().to_owned()
        })
    }

    /// Everybody answers a round with a comment and hands it in; receipts are queued.
    fn hand_in(&self, key: &str) {
        let now = self.app.service.now();
        for code in [OWN, FOREIGN] {
            let token =
                commands::links::issue_for_municipality(&self.app.service.db, key, code, &By::command_line(now))
                    .unwrap()
                    .remove(0)
                    .1;
            self.answer(token.as_str(), code);
            let path = format!("/svar/{}/indsendelse", token.as_str());
            let sent = Wire::new(self.app).post(&path, "", "afsnit=alle&bekraeft=ja");
            assert_eq!((sent.status, sent.header("location").ends_with("/kvittering")), (303, true), "{}", sent.body);
        }
    }

    /// Saves an answer, reason, comment and quotation in both areas.
    fn answer(&self, token: &str, code: &str) {
        let texts = ["b0", "k0", "c0"].map(|name| (name, marked(&format!("Svar{code}"))));
        // One is done and the other has not begun, so that a mean of both would give the other away.
        for (area, choice) in [("sundhed", if code == OWN { "0" } else { "2" }), ("skole", "3")] {
            let mut fields = vec![("q0", choice)];
            fields.extend((area == "sundhed").then_some(("q1", choice)));
            fields.extend(texts.iter().map(|(name, text)| (*name, text.as_str())));
            let saved = Wire::new(self.app).post(&format!("/svar/{token}/afsnit/{area}"), "", &form(&fields));
            assert_eq!(saved.status, 303, "{}", saved.body);
        }
    }

    /// A hands a section to a colleague, and the whole of it once to a successor, whose predecessor's link stops.
    fn hand_over(&mut self) {
        let post = |path: String, fields: &[(&str, &str)]| Wire::new(self.app).post(&path, "", &form(fields)).status;
        let successor = [
            ("navn", marked("Efterfølger0101")),
            ("mail", "o'hara0101@example.org".to_owned()),
            ("bekraeftet", "ja".to_owned()),
        ];
        let successor = successor.each_ref().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(post(format!("/svar/{}/overdragelse", self.links[0]), &successor), 303);
        self.revoked = self.links[0].clone();
        self.links[0] = self.deliver("Efterfølger0101");
        let name = marked("Hjælper0101");
        let helper = [("navn", name.as_str()), ("mail", "hjaelper@example.org")];
        assert_eq!(post(format!("/svar/{}/afsnit/skole/overdragelse", self.links[0]), &helper), 303);
        self.helper = self.deliver("Hjælper0101");
    }

    /// Sends what is queued and finds the link in the newest letter that names somebody.
    pub fn deliver(&self, name: &str) -> String {
        let service = &self.app.service;
        let (db, clock, mailer) = (service.db.clone(), service.clock.clone(), Mailer::memory(&self.mailbox));
        let config = pejl::config::Config { mail_rate: u32::MAX, ..service.config.clone() };
        actix_web::rt::System::new().block_on(async move {
            let mut worker = Worker::new(db, clock, mailer, editions::load, &config).unwrap();
            let (_stop, stopped) = tokio::sync::watch::channel(false);
            worker.deliver(&stopped).await.unwrap();
        });
        let sent = self.mailbox.all();
        let letter =
            sent.iter().rev().find(|letter| letter.rendered.text.lines().next().unwrap().contains(name)).unwrap();
        letter.rendered.link.rsplit('/').next().unwrap().to_owned()
    }

    /// The invitation of a municipality in a round.
    pub fn invitation(&self, key: &str, code: &str) -> Invitation {
        let scope = Scope::Some(vec![code.parse().unwrap()]);
        self.app.read(|conn| {
            let round = store::rounds::find_by_key(conn, key)?.unwrap();
            Ok(store::invitations::list_by_round(conn, &round.id, &scope)?.remove(0))
        })
    }

    fn letter(&self, invitation: &Invitation) -> LetterId {
        let newest = self.app.read(|conn| Ok(store::ledger::list(conn, 100, 0)?));
        let is_its = |asked: &Option<Invitation>| asked.as_ref().is_some_and(|one| one.id == invitation.id);
        newest.into_iter().find(|(_, asked)| is_its(asked)).unwrap().0.id
    }

    fn sign_in(&self) -> [String; 8] {
        let account = |name: &str, role, codes: &[&str]| self.account(&format!("{name}@example.org"), role, codes);
        [
            String::new(),
            self.links[0].clone(),
            self.helper.clone(),
            account("konsulent", Role::Consultant, &[]),
            account("konsulent-a", Role::Consultant, &[OWN]),
            account("koordinator-a", Role::Coordinator, &[OWN]),
            account("koordinator-b", Role::Coordinator, &[FOREIGN]),
            account("admin", Role::Admin, &[]),
        ]
    }

    /// The coordinator of A calls there.
    fn note_call(&self) -> String {
        let (id, now) = (CallId::new(), self.app.service.now());
        let caller = self.app.read(|conn| Ok(store::staff::find_by_email(conn, "koordinator-a@example.org")?)).unwrap();
        let by = By::staff(&caller.id, now);
        let called = Called { round: "2026".to_owned(), invitation: self.invitation("2026", OWN).id, caller };
        let draft = CallDraft { outcome: CallOutcome::Reached, note: marked("Opkald0101"), call_back_on: None };
        commands::calls::add(&self.app.service.db, &called, (&id, &draft), &by).unwrap();
        id.to_string()
    }

    /// A new account's session. No password fits it, because hashing takes long.
    pub fn account(&self, email: &str, role: Role, codes: &[&str]) -> String {
        session(self.app, email, role, codes)
    }

    /// A new account's one-time key.
    pub fn key(&self, email: &str, role: Role, codes: &[&str]) -> Token {
        key(self.app, email, role, codes)
    }

    pub fn session(&self, role: &str) -> &str {
        &self.sessions[ROLES.iter().position(|known| *known == role).unwrap()]
    }
}

/// A programme that nothing happens by, with a text of its own.
fn write_text(app: &TestApp) {
    let (db, by) = (&app.service.db, By::command_line(app.service.now()));
    let programme = Programme {
        key: "med-tekster".to_owned(),
        title_da: "Med tekster".to_owned(),
        draft_days: None,
        ..Programme::usual(by.now)
    };
    commands::programmes::create(db, &programme, &by).unwrap();
    let (kind, language) = (TextKind::Invitation, Language::Danish);
    let place = TextPlace { programme: programme.key, kind, language };
    let body = format!("{}\n\n{{link}}", marked("Brødtekst"));
    let template = Template::parse(kind, language, &Wording { subject: marked("Emne"), body }).unwrap();
    commands::letter_texts::save(db, &place, (0, &template), &by).unwrap();
}

/// A new account's one-time key.
fn key(app: &TestApp, email: &str, role: Role, codes: &[&str]) -> Token {
    let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
    let draft = Draft::parse(email, role, &codes).unwrap();
    commands::staff::add(&app.service.db, &draft, &By::command_line(app.service.now())).unwrap()
}

/// A new account's session in any database.
pub fn session(app: &TestApp, email: &str, role: Role, codes: &[&str]) -> String {
    let (db, key, now) = (&app.service.db, key(app, email, role, codes), app.service.now());
    commands::staff::set_password(db, &key, "no password fits this", now)
        .unwrap()
        .session()
        .unwrap()
        .as_str()
        .to_owned()
}

const CROSSWALK: &str = "from: \"2012\"\nto: \"2018\"\nlinks:\n  - {from: q2012.a, to: q2018.a, relation: reworded}\n";

/// An edition in which every text is marked; its questions are for both areas.
fn edition(key: &str, day: &str) -> String {
    let text = |what: &str| format!("'{}'", marked(&format!("{what}{key}")).replace('\'', "''"));
    let both = |name: &str, what: &str| format!("{name}: {}, {name}_en: {}", text(what), text(&format!("{what}En")));
    format!(
        "edition: \"{key}\"\ntitle: {title}\npublished_on: {day}\nsource: {source}\n\
         categories: [{{key: rammer, {category}}}]\n\
         scales:\n  - key: lys\n    {scale}\n    options:\n      - {{key: groen, {green}, points: 2}}\n      \
         - {{key: gul, {yellow}, points: 1}}\n      - {{key: roed, {red}, points: 0}}\n      \
         - {{key: ikke, {none}, blank: not_relevant, reason: required}}\n\
         areas: [{{key: sundhed, {health}}}, {{key: skole, {school}}}]\n\
         packages:\n  - key: tobak\n    {package}\n    link: https://example.org/pakke\n    source: {source}\n    recommendations:\n      \
         - key: kurser\n        {recommendation}\n        category: rammer\n        level: grund\n        source: {source}\n        questions:\n          \
         - {{key: q{key}.a, {question}, measure: implementation, scale: lys, areas: [sundhed, skole]}}\n    questions:\n      \
         - {{key: q{key}.o, {overall}, measure: overall, scale: lys, areas: [sundhed]}}\n\
         key_questions:\n  - {{question: q{key}.a, area: sundhed}}\n",
        title = text("Udgave"),
        source = text("Kilde"),
        category = both("label", "Kategori"),
        scale = both("label", "Skala").replace(", label_en", "\n    label_en"),
        green = both("label", "Groen"),
        yellow = both("label", "Gul"),
        red = both("label", "Roed"),
        none = both("label", "Ikke"),
        health = both("label", "Sundhed"),
        school = both("label", "Skole"),
        package = both("title", "Pakke").replace(", title_en", "\n    title_en"),
        recommendation = both("title", "Anbefaling").replace(", title_en", "\n        title_en"),
        question = both("text", "Spoergsmaal"),
        overall = both("text", "Samlet"),
    )
}

fn directory() -> String {
    let cell = |text: String| format!("\"{}\"", marked(&text).replace('"', "\"\""));
    let row = |code: &str| {
        let [department, post, name, phone] =
            ["Afdeling", "Stilling", "Leder", "Tlf"].map(|what| cell(format!("{what}{code}")));
        format!("{code};{department};{post};sundhed|skole;{name};leder{code}@example.org;{phone}\n")
    };
    format!("municipality_code;department;post;areas;name;email;phone\n{}{}", row(OWN), row(FOREIGN))
}

fn answers() -> String {
    let post = |code: &str| format!("\"{}\"", marked(&format!("Stilling{code}")).replace('"', "\"\""));
    let rows = [OWN, FOREIGN].map(|code| {
        let comment = format!("\"{}\"", marked(&format!("Svar{code}")).replace('"', "\"\""));
        let row = |area| format!("{code};{};{area};q2012.a;gul;{comment}\n", post(code));
        format!("{}{}", row("sundhed"), row("skole"))
    });
    format!("municipality_code;post;area;question;option;comment\n{}", rows.concat())
}

fn round(key: &str, edition: &str, opens_on: &str, is_historic: bool) -> NewRound {
    let opens_on: chrono::NaiveDate = opens_on.parse().unwrap();
    NewRound {
        key: key.to_owned(),
        programme: "forebyggelsespakker".to_owned(),
        edition: edition.to_owned(),
        packages: Vec::new(),
        opens_on,
        closes_on: opens_on + chrono::Days::new(40),
        rule: Rule::Mean,
        min_coverage: 0.7,
        is_test: false,
        is_historic,
    }
}
