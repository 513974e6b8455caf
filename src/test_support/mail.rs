//! An open round and its invitations, for letters.

use std::ops::Deref;
use std::sync::Arc;

use chrono::{Duration, NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::{TestService, day};
use crate::config::Config;
use crate::domain::Language;
use crate::domain::access::staff::{Draft, Role, Staff};
use crate::domain::catalogue::Edition;
use crate::domain::mail::letters::{Letter, LetterKind};
use crate::domain::rounds::directory::{Areas, Department, DepartmentId, Post, PostId};
use crate::domain::rounds::invitations::{Invitation, InvitationId, Link};
use crate::domain::rounds::{Round, RoundId, RoundStatus, Rule};
use crate::error::Result;
use crate::mail::{Mailbox, Mailer, Worker};
use crate::schema::{departments, editions, invitations, letters, links, posts, rounds};
use crate::store::{Conn, letters as ledger, staff};

/// A service with an open round and those whom it asks.
pub struct InvitedRound {
    pub service: TestService,
    pub round: Round,
    pub invitations: Vec<Invitation>,
}

impl Deref for InvitedRound {
    type Target = TestService;

    fn deref(&self) -> &TestService {
        &self.service
    }
}

/// The morning on which the round opened.
pub fn opening() -> NaiveDateTime {
    day(2026, 9, 1).and_hms_opt(8, 0, 0).unwrap()
}

/// An open round, 1 September to 1 October 2026, with so many invitations, `leader-0@example.org` and on.
pub fn invited_round(size: usize) -> InvitedRound {
    let service = TestService::new();
    let round = Round {
        id: RoundId::new(),
        key: "2026".into(),
        programme: "national".into(),
        edition: "2018".into(),
        edition_hash: "hash".into(),
        packages: None,
        status: RoundStatus::Open,
        opens_on: day(2026, 9, 1),
        closes_on: day(2026, 10, 1),
        rule: Rule::Mean,
        min_coverage: 0.7,
        is_test: false,
        is_historic: false,
        created_at: opening(),
        opened_at: Some(opening()),
        closed_at: None,
        letter_plan: None,
        aim: None,
        is_trial: false,
    };
    let department =
        Department {
            id: DepartmentId::new(), municipality_code: "0751".parse().unwrap(), name: "Børn og Unge".into()
        };
    let asked: Vec<(Post, Invitation)> = (0..size).map(|number| asked(&round, &department, number)).collect();
    let written = service.db.write(|conn| {
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
    });
    written.unwrap();
    let invitations = asked.into_iter().map(|(_, invitation)| invitation).collect();
    InvitedRound { service, round, invitations }
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

/// The settings of a worker that sends as fast as it can.
pub fn config(pairs: &[(&str, &str)]) -> Config {
    let always = [
        ("BASE_URL", "https://pejl.example.org:8443"),
        ("MAIL_RATE", "60000"),
        ("MAIL_FROM", "Forebyggelse i praksis <maaling@example.org>"),
    ];
    let pairs = always.iter().chain(pairs);
    Config::from_values(&pairs.map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()).unwrap()
}

/// The edition of every round here; nobody is asked anything of it.
pub fn load_edition(_: &mut Conn, _: &str) -> Result<Arc<Edition>> {
    Ok(Arc::new(super::respondent::edition()))
}

impl InvitedRound {
    pub fn worker(&self, mailer: Mailer) -> Worker {
        Worker::new(self.db.clone(), self.clock.clone(), mailer, load_edition, &config(&[])).unwrap()
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

    /// An administrator's account without password.
    pub fn account(&self) -> Staff {
        let draft = Draft::parse("admin@example.org", Role::Admin, &[]).unwrap();
        let account = Staff::new(&draft, opening());
        self.db.write(|conn| Ok(staff::insert(conn, &account)?)).unwrap();
        account
    }

    /// Plans a letter to an account, of a kind that goes to those asked, as only a newer program may write it.
    pub fn plan_letter_to_staff(&self) -> Letter {
        let account = self.account();
        let letter = Letter { kind: LetterKind::Invitation, ..Letter::new_sign_in(&account, opening()) };
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
        self.wait(Duration::minutes(minutes));
    }
}
