//! A database with a round and its invitations.

use chrono::{Duration, NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use tempfile::TempDir;

use crate::clock::Clock;
use crate::config::Config;
use crate::domain::Language;
use crate::domain::access::staff::{Role, Staff, StaffId};
use crate::domain::mail::letters::{Letter, Recipient};
use crate::domain::rounds::directory::{Areas, Department, DepartmentId, Post, PostId};
use crate::domain::rounds::invitations::{Invitation, InvitationId, Link};
use crate::domain::rounds::{Round, RoundId, RoundStatus, Rule};
use crate::error::Error;
use crate::mail::{Mailbox, Mailer, Worker};
use crate::schema::{departments, editions, invitations, letters, links, posts, rounds};
use crate::store::{Db, letters as ledger, staff};

pub(crate) struct House {
    pub db: Db,
    pub clock: Clock,
    pub round: Round,
    pub invitations: Vec<Invitation>,
    pub folder: TempDir,
}

pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// The morning on which the round opened.
pub(crate) fn opening() -> NaiveDateTime {
    day(9, 1).and_hms_opt(8, 0, 0).unwrap()
}

/// An open round, 1 September to 1 October 2026, with so many invitations, `leader-0@example.org` and on.
pub(crate) fn house(size: usize) -> House {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("pejl.sqlite").display());
    let db = Db::open(&url, 4).unwrap();
    db.migrate().unwrap();
    let round = Round {
        id: RoundId::new(),
        key: "2026".into(),
        programme: "national".into(),
        edition: "2018".into(),
        edition_hash: "hash".into(),
        packages: None,
        status: RoundStatus::Open,
        opens_on: day(9, 1),
        closes_on: day(10, 1),
        rule: Rule::Mean,
        min_coverage: 0.7,
        is_test: false,
        is_historic: false,
        created_at: opening(),
        opened_at: Some(opening()),
        closed_at: None,
        letter_plan: None,
    };
    let department =
        Department {
            id: DepartmentId::new(), municipality_code: "0751".parse().unwrap(), name: "Børn og Unge".into()
        };
    let asked: Vec<(Post, Invitation)> = (0..size).map(|number| asked(&round, &department, number)).collect();
    db.write(|conn| {
        diesel::insert_into(editions::table)
            .values((
                editions::key.eq("2018"),
                editions::status.eq("published"),
                editions::document.eq(""),
                editions::content_hash.eq("hash"),
                editions::imported_at.eq(opening()),
            ))
            .execute(conn)?;
        diesel::insert_into(rounds::table).values(&round).execute(conn)?;
        diesel::insert_into(departments::table).values(&department).execute(conn)?;
        for (post, invitation) in &asked {
            diesel::insert_into(posts::table).values(post).execute(conn)?;
            diesel::insert_into(invitations::table).values(invitation).execute(conn)?;
        }
        Ok(())
    })
    .unwrap();
    let invitations = asked.into_iter().map(|(_, invitation)| invitation).collect();
    House { db, clock: Clock::fixed(opening()), round, invitations, folder }
}

fn asked(round: &Round, department: &Department, number: usize) -> (Post, Invitation) {
    let post = Post {
        id: PostId::new(),
        municipality_code: department.municipality_code.clone(),
        department_id: department.id.clone(),
        title: format!("Leder {number}"),
        areas: Areas::new(&[crate::domain::Area::Schools]),
    };
    let invitation = Invitation {
        id: InvitationId::new(),
        round_id: round.id.clone(),
        post_id: post.id.clone(),
        municipality_code: post.municipality_code.clone(),
        department: department.name.clone(),
        post: post.title.clone(),
        name: format!("Navn {number}"),
        email: format!("leader-{number}@example.org"),
        phone: String::new(),
        language: Language::Danish,
        extended_to: None,
        started_at: None,
        handed_in_at: None,
    };
    (post, invitation)
}

pub(crate) fn config(pairs: &[(&str, &str)]) -> Config {
    let always = [
        ("BASE_URL", "https://pejl.example.org:8443"),
        ("MAIL_RATE", "60000"),
        ("MAIL_FROM", "Forebyggelse i praksis <maaling@example.org>"),
    ];
    let pairs = always.iter().chain(pairs);
    Config::from_values(&pairs.map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()).unwrap()
}

impl House {
    pub fn worker(&self, mailer: Mailer) -> Worker {
        Worker::new(self.db.clone(), self.clock.clone(), mailer, |_, _| Err(Error::NotFound), &config(&[])).unwrap()
    }

    pub fn memory_worker(&self, mailbox: &Mailbox) -> Worker {
        self.worker(Mailer::memory(mailbox))
    }

    /// Plans an invitation letter for everybody.
    pub fn plan_invitations(&self) {
        let planned: Vec<Letter> =
            self.invitations.iter().map(|invitation| Letter::invitation(invitation, self.clock.now())).collect();
        self.plan(&planned);
    }

    pub fn plan(&self, planned: &[Letter]) {
        self.db.write(|conn| Ok(ledger::insert(conn, planned)?)).unwrap();
    }

    /// Plans a letter to an account, of a kind that goes to those asked: there are no others yet.
    pub fn plan_letter_to_staff(&self) -> Letter {
        let account = Staff {
            id: StaffId::new(),
            email: "admin@example.org".into(),
            role: Role::Admin,
            municipalities: None,
            password_hash: None,
            created_at: opening(),
            disabled_at: None,
        };
        let planned = Letter::invitation(&self.invitations[0], opening());
        let recipient = Recipient::Staff { staff_id: account.id.clone(), round_id: None };
        let letter = Letter { recipient, key: planned.id.to_string(), email: account.email.clone(), ..planned };
        self.db.write(|conn| Ok(staff::insert(conn, &account)?)).unwrap();
        self.plan(std::slice::from_ref(&letter));
        letter
    }

    /// Writes behind the program's back, as a newer one may.
    pub fn change(&self, statement: &str) {
        self.db.write(|conn| Ok(diesel::sql_query(statement).execute(conn)?)).unwrap();
    }

    pub fn letters(&self) -> Vec<Letter> {
        self.db.read(|conn| Ok(letters::table.order(letters::email).select(Letter::as_select()).load(conn)?)).unwrap()
    }

    pub fn links(&self) -> Vec<Link> {
        self.db.read(|conn| Ok(links::table.select(Link::as_select()).load(conn)?)).unwrap()
    }

    pub fn hand_in(&self, invitation: &Invitation) {
        let now = Some(self.clock.now());
        self.db
            .write(|conn| {
                Ok(diesel::update(invitations::table.find(&invitation.id))
                    .set(invitations::handed_in_at.eq(now))
                    .execute(conn)?)
            })
            .unwrap();
    }

    pub fn extend(&self, invitation: &Invitation, to: NaiveDate) {
        self.db
            .write(|conn| {
                Ok(diesel::update(invitations::table.find(&invitation.id))
                    .set(invitations::extended_to.eq(Some(to)))
                    .execute(conn)?)
            })
            .unwrap();
    }

    pub fn wait_minutes(&self, minutes: i64) {
        self.clock.set(self.clock.now() + Duration::minutes(minutes));
    }
}
