//! A small world for tests: one municipality, one post with two areas, an open round.

use actix_web::http::header;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::{App, HttpMessage, middleware, web};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use tempfile::TempDir;

use crate::clock::Clock;
use crate::config::Config;
use crate::domain::access::staff::Staff;
use crate::domain::answering::answers::Answer;
use crate::domain::base::tokens::Token;
use crate::domain::rounds::directory::{Areas, Department, DepartmentId, Post, PostId};
use crate::domain::rounds::invitations::{Invitation, InvitationId, Link, Section};
use crate::domain::rounds::{Round, RoundId, RoundStatus, Rule};
use crate::domain::{Area, Language};
use crate::schema::{answers, departments, editions, invitations, links, posts, rounds, sections};
use crate::store::{Conn, Db};
use crate::web::answering::respondent::edition::{EDITION, edition};
use crate::web::{Service, Shared, error_pages, headers, routes};

pub const TOKEN: &str = "stilling";
pub const HELPER: &str = "hjaelper";
pub const PSYCHIATRY: i32 = 1;
pub const EMPLOYMENT: i32 = 2;

pub struct World {
    pub service: Shared,
    pub invitation: Invitation,

    _folder: TempDir,
}

/// What came back.
pub struct Reply {
    pub status: u16,
    pub body: String,
    pub location: String,
}

pub fn at(hour: u32, minute: u32) -> NaiveDateTime {
    day(2026, 10, 1).and_hms_opt(hour, minute, 0).unwrap()
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

impl World {
    pub fn new() -> World {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("pejl.sqlite").display());
        let db = Db::open(&url, 4).unwrap();
        db.migrate().unwrap();
        crate::editions::insert_for_tests("world", edition());
        let round = round("2026", RoundStatus::Open, day(2026, 9, 1));
        let (department, post) = (department(), post());
        let post = Post { department_id: department.id.clone(), ..post };
        let invitation = invitation(&round, &post);
        db.write(|conn| {
            let edition = (
                editions::key.eq(EDITION),
                editions::status.eq("published"),
                editions::document.eq(""),
                editions::content_hash.eq("world"),
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
        })
        .unwrap();
        let config = Config::from_values(&std::collections::HashMap::new()).unwrap();
        let service = web::Data::new(Service::new(db, config, Clock::fixed(at(12, 0))));
        World { service, invitation, _folder: folder }
    }

    /// A colleague who was handed the section on psychiatry, with a working link.
    pub fn with_helper() -> World {
        let world = World::new();
        world.change(|conn, world| {
            let helper = (sections::helper_name.eq("Anna Hjælper"), sections::helper_email.eq("anna@example.org"));
            diesel::update(sections::table.find(PSYCHIATRY)).set(helper).execute(conn)?;
            insert_link(conn, &world.invitation, (HELPER, Some(PSYCHIATRY)))
        });
        world
    }

    pub fn change<T>(&self, change: impl Fn(&mut Conn, &World) -> QueryResult<T>) -> T {
        self.service.db.write(|conn| Ok(change(conn, self)?)).unwrap()
    }

    pub fn answers(&self) -> Vec<Answer> {
        let all = answers::table.order((answers::section, answers::question)).select(Answer::as_select());
        self.service.db.read(|conn| Ok(all.load(conn)?)).unwrap()
    }

    pub fn section(&self, number: i32) -> Section {
        let one = sections::table.find(number).select(Section::as_select());
        self.service.db.read(|conn| Ok(one.first(conn)?)).unwrap()
    }

    pub fn stored_invitation(&self) -> Invitation {
        let one = invitations::table.find(&self.invitation.id).select(Invitation::as_select());
        self.service.db.read(|conn| Ok(one.first(conn)?)).unwrap()
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(TestRequest::get().uri(path)).await
    }

    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Reply {
        self.send(TestRequest::post().uri(path).set_form(form)).await
    }

    /// Everything that is stored about the invitation, for telling whether anything changed.
    pub fn snapshot(&self) -> String {
        let links = links::table.select(Link::as_select());
        let links: Vec<Link> = self.service.db.read(|conn| Ok(links.load(conn)?)).unwrap();
        let sections = [self.section(PSYCHIATRY), self.section(EMPLOYMENT)];
        format!("{:?} {sections:?} {links:?} {:?}", self.stored_invitation(), self.answers())
    }

    /// What a signed-in account sees.
    pub async fn get_as(&self, path: &str, staff: Staff) -> Reply {
        self.send_as(TestRequest::get().uri(path), Some(staff)).await
    }

    async fn send(&self, request: TestRequest) -> Reply {
        self.send_as(request, None).await
    }

    async fn send_as(&self, request: TestRequest, staff: Option<Staff>) -> Reply {
        let app = App::new()
            .app_data(self.service.clone())
            .wrap(middleware::from_fn(error_pages::pages))
            .wrap(middleware::from_fn(headers::secure))
            .configure(routes::routes);
        let app = init_service(app).await;
        let request = request.to_request();
        if let Some(staff) = staff {
            request.extensions_mut().insert(crate::web::access::auth::Found(staff));
        }
        let response = call_service(&app, request).await;
        let status = response.status().as_u16();
        let location = response.headers().get(header::LOCATION);
        let location = location.map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
        let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
        Reply { status, body, location }
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
    let link = Link {
        token_hash: Token::received(token).hash(),
        invitation_id: invitation.id.clone(),
        section,
        created_at: at(0, 0),
        revoked_at: None,
    };
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
    }
}

fn department() -> Department {
    Department {
        id: DepartmentId::new(),
        municipality_code: "0151".parse().unwrap(),
        name: "Center for Social".to_owned(),
    }
}

fn post() -> Post {
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
