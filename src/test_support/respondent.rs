//! One post that is asked about two areas, its personal link, and a colleague's.

use std::ops::Deref;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::{TestService, day};
use crate::domain::answering::answers::Answer;
use crate::domain::base::tokens::Token;
use crate::domain::rounds::directory::{Areas, Department, DepartmentId, Post, PostId};
use crate::domain::rounds::invitations::{Invitation, InvitationId, Link, Section};
use crate::domain::rounds::{Round, RoundId, RoundStatus, Rule};
use crate::domain::{Area, Language};
use crate::schema::{answers, departments, editions, invitations, links, posts, rounds, sections};
use crate::store::Conn;

mod edition;

pub use edition::{EDITION, edition};

/// The token of the link that the post was sent.
pub const TOKEN: &str = "stilling";
/// The token of a colleague's link.
pub const HELPER: &str = "hjaelper";
/// The number of a section.
pub const PSYCHIATRY: i32 = 1;
/// The number of the other.
pub const EMPLOYMENT: i32 = 2;

/// A service in which one post with two areas is asked, by a round that is open in September and October 2026.
pub struct AskedPost {
    pub service: TestService,
    pub invitation: Invitation,
}

impl Deref for AskedPost {
    type Target = TestService;

    fn deref(&self) -> &TestService {
        &self.service
    }
}

pub fn at(hour: u32, minute: u32) -> NaiveDateTime {
    day(2026, 10, 1).and_hms_opt(hour, minute, 0).unwrap()
}

impl AskedPost {
    pub fn new() -> AskedPost {
        let service = TestService::new();
        service.clock.set(at(12, 0));
        crate::editions::insert_for_tests("asked-post", edition());
        let round = round("2026", RoundStatus::Open, day(2026, 9, 1));
        let (department, post) = (department(), post());
        let post = Post { department_id: department.id.clone(), ..post };
        let invitation = invitation(&round, &post);
        let written = service.db.write(|conn| {
            let edition = (
                editions::key.eq(EDITION),
                editions::status.eq("published"),
                editions::document.eq(""),
                editions::content_hash.eq("asked-post"),
                editions::imported_at.eq(at(0, 0)),
            );
            diesel::insert_into(editions::table).values(edition).execute(conn)?;
            diesel::insert_into(rounds::table).values(&round).execute(conn)?;
            diesel::insert_into(departments::table).values(&department).execute(conn)?;
            diesel::insert_into(posts::table).values(&post).execute(conn)?;
            diesel::insert_into(invitations::table).values(&invitation).execute(conn)?;
            for (number, area) in [(PSYCHIATRY, Area::PsychiatryDisability), (EMPLOYMENT, Area::Employment)] {
                let section = section(&invitation, number, area);
                diesel::insert_into(sections::table).values(&section).execute(conn)?;
            }
            insert_link(conn, &invitation, (TOKEN, None))?;
            Ok(())
        });
        written.unwrap();
        AskedPost { service, invitation }
    }

    /// A colleague who was handed the section on psychiatry, with a working link.
    pub fn with_helper() -> AskedPost {
        let asked = AskedPost::new();
        asked.change(|conn, asked| {
            let helper = (sections::helper_name.eq("Anna Hjælper"), sections::helper_email.eq("anna@example.org"));
            diesel::update(sections::table.find(PSYCHIATRY)).set(helper).execute(conn)?;
            insert_link(conn, &asked.invitation, (HELPER, Some(PSYCHIATRY)))
        });
        asked
    }

    pub fn change<T>(&self, change: impl Fn(&mut Conn, &AskedPost) -> QueryResult<T>) -> T {
        self.db.write(|conn| Ok(change(conn, self)?)).unwrap()
    }

    pub fn answers(&self) -> Vec<Answer> {
        let all = answers::table.order((answers::section, answers::question)).select(Answer::as_select());
        self.db.read(|conn| Ok(all.load(conn)?)).unwrap()
    }

    pub fn section(&self, number: i32) -> Section {
        let one = sections::table.find(number).select(Section::as_select());
        self.db.read(|conn| Ok(one.first(conn)?)).unwrap()
    }

    pub fn stored_invitation(&self) -> Invitation {
        let one = invitations::table.find(&self.invitation.id).select(Invitation::as_select());
        self.db.read(|conn| Ok(one.first(conn)?)).unwrap()
    }

    /// Everything that is stored about the invitation, for telling whether anything changed.
    pub fn snapshot(&self) -> String {
        let links = links::table.select(Link::as_select());
        let links: Vec<Link> = self.db.read(|conn| Ok(links.load(conn)?)).unwrap();
        let sections = [self.section(PSYCHIATRY), self.section(EMPLOYMENT)];
        format!("{:?} {sections:?} {links:?} {:?}", self.stored_invitation(), self.answers())
    }
}

/// The value of a hidden field on a page.
pub fn hidden<'a>(body: &'a str, name: &str) -> &'a str {
    let field = format!("type=\"hidden\" name=\"{name}\" value=\"");
    body.split_once(&field).map(|(_, rest)| rest.split('"').next().unwrap()).unwrap_or_default()
}

pub fn insert_link(
    conn: &mut Conn,
    invitation: &Invitation,
    (token, section): (&str, Option<i32>),
) -> QueryResult<usize> {
    let link = Link::sent(&Token::received(token), (&invitation.id, section), at(0, 0));
    diesel::insert_into(links::table).values(&link).execute(conn)
}

pub fn round(key: &str, status: RoundStatus, opens_on: NaiveDate) -> Round {
    Round {
        id: RoundId::new(),
        key: key.to_owned(),
        programme: "forebyggelse".to_owned(),
        edition: EDITION.to_owned(),
        edition_hash: String::new(),
        packages: None,
        status,
        opens_on,
        closes_on: opens_on + chrono::Days::new(44),
        rule: Rule::Mean,
        min_coverage: 0.7,
        is_test: false,
        is_historic: false,
        created_at: at(0, 0),
        opened_at: None,
        closed_at: None,
        letter_plan: None,
        aim: None,
        is_trial: false,
    }
}

fn department() -> Department {
    Department {
        id: DepartmentId::new(),
        municipality_code: "0151".parse().unwrap(),
        name: "Center for Social".to_owned(),
    }
}

pub fn post() -> Post {
    Post {
        id: PostId::new(),
        municipality_code: "0151".parse().unwrap(),
        department_id: DepartmentId::new(),
        title: "Leder af botilbud".to_owned(),
        areas: Areas::new(&[Area::PsychiatryDisability, Area::Employment]),
    }
}

pub fn invitation(round: &Round, post: &Post) -> Invitation {
    Invitation {
        id: InvitationId::new(),
        round_id: round.id.clone(),
        post_id: post.id.clone(),
        municipality_code: post.municipality_code.clone(),
        department: "Center for Social".to_owned(),
        post: post.title.clone(),
        name: "Lone Leder".to_owned(),
        email: "lone@example.org".to_owned(),
        phone: "12345678".to_owned(),
        language: Language::Danish,
        extended_to: None,
        started_at: None,
        handed_in_at: None,
    }
}

pub fn section(invitation: &Invitation, number: i32, area: Area) -> Section {
    Section {
        number,
        invitation_id: invitation.id.clone(),
        round_id: invitation.round_id.clone(),
        municipality_code: invitation.municipality_code.clone(),
        area,
        helper_name: None,
        helper_email: None,
        handed_in_at: None,
        returned: None,
    }
}
