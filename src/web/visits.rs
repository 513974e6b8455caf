//! A service of its own for each test: a database in a temporary file, a fixed clock, and a visitor of any role.

use crate::domain::access::audit::By;
use std::collections::HashMap;

use actix_web::dev::Service as _;
use actix_web::http::{StatusCode, header};
use actix_web::web::Data;
use actix_web::{App, HttpMessage, middleware, test};
use chrono::{NaiveDate, NaiveDateTime};

use super::{Service, Shared, error_pages, headers, routes};
use crate::clock::Clock;
use crate::commands;
use crate::config::Config;
use crate::domain::Language;
use crate::domain::access::staff::{Role, Staff, StaffId};
use crate::domain::rounds::directory::{Areas, Department, DepartmentId, Holder, Post, PostId};
use crate::domain::rounds::{NewRound, Rule};
use crate::store::{self, Db};

/// What came back.
pub struct Page {
    pub status: StatusCode,
    pub location: Option<String>,
    pub body: String,
}

/// The service, and the folder that its database lies in.
pub struct House {
    pub service: Shared,
    _folder: tempfile::TempDir,
}

impl House {
    pub fn new() -> House {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("pejl.sqlite").display());
        let config = Config::from_values(&HashMap::from([("DATABASE_URL".to_owned(), url.clone())])).unwrap();
        let db = Db::open(&url, 4).unwrap();
        db.migrate().unwrap();
        let clock = Clock::fixed(day(2026, 9, 1).and_hms_opt(8, 0, 0).unwrap());
        House { service: Data::new(Service::new(db, config, clock)), _folder: folder }
    }

    pub fn now(&self) -> NaiveDateTime {
        self.service.now()
    }

    /// Imports the shipped catalogue, publishes 2018 and returns its hash.
    pub fn publish_shipped(&self) -> String {
        let db = &self.service.db;
        let now = self.now();
        commands::catalogue::import(db, include_bytes!("../../catalogue/2012-13.yaml"), &By::command_line(now))
            .unwrap();
        commands::catalogue::import(db, include_bytes!("../../catalogue/2018.yaml"), &By::command_line(now)).unwrap();
        commands::catalogue::import_crosswalk(
            db,
            include_bytes!("../../catalogue/2012-13_2018.yaml"),
            &By::command_line(now),
        )
        .unwrap();
        commands::catalogue::publish(db, "2018", &By::command_line(now)).unwrap()
    }

    /// A post in a municipality; an empty address means that none is known.
    pub fn add_post(&self, code: &str, title: &str, areas: &str, email: &str) {
        let code = code.parse::<crate::domain::MunicipalityCode>().unwrap();
        let department = Department {
            id: DepartmentId::new(),
            municipality_code: code.clone(),
            name: format!("Center for {title}"),
        };
        let post = Post {
            id: PostId::new(),
            municipality_code: code,
            department_id: department.id.clone(),
            title: title.to_owned(),
            areas: areas.parse::<Areas>().unwrap(),
        };
        let holder = Holder {
            post_id: post.id.clone(),
            name: "Leder Eksempel".to_owned(),
            email: email.to_owned(),
            phone: "+45 00 00 00 00".to_owned(),
            language: Language::Danish,
        };
        let rows = (vec![department], vec![post], vec![holder]);
        let written = self.service.db.write(|conn| {
            store::directory::insert_departments(conn, &rows.0)?;
            store::directory::insert_posts(conn, &rows.1)?;
            Ok(store::directory::insert_holders(conn, &rows.2)?)
        });
        written.unwrap();
    }

    /// A draft over 2018 that is open in September.
    pub fn draft(&self, key: &str) {
        commands::rounds::create(&self.service.db, &self.new_round(key), &By::command_line(self.now())).unwrap();
    }

    /// A round over 2018 that is to be open in September.
    pub fn new_round(&self, key: &str) -> NewRound {
        NewRound {
            key: key.to_owned(),
            programme: "forebyggelsespakker".to_owned(),
            edition: "2018".to_owned(),
            packages: Vec::new(),
            opens_on: day(2026, 9, 1),
            closes_on: day(2026, 10, 1),
            rule: Rule::Mean,
            min_coverage: 0.7,
            is_test: false,
            is_historic: false,
        }
    }

    pub async fn get(&self, path: &str) -> Page {
        self.get_as(path, account(Role::Admin, None)).await
    }

    pub async fn get_as(&self, path: &str, staff: Staff) -> Page {
        self.visit(test::TestRequest::get().uri(path), staff).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.post_as(path, fields, account(Role::Admin, None)).await
    }

    pub async fn post_as(&self, path: &str, fields: &[(&str, &str)], staff: Staff) -> Page {
        self.visit(test::TestRequest::post().uri(path).set_form(fields), staff).await
    }

    async fn visit(&self, request: test::TestRequest, staff: Staff) -> Page {
        let app = App::new()
            .app_data(self.service.clone())
            .wrap(middleware::from_fn(error_pages::pages))
            .wrap(middleware::from_fn(headers::secure))
            .configure(routes::routes);
        let app = test::init_service(app).await;
        let request = request.to_request();
        request.extensions_mut().insert(crate::web::access::auth::Found(staff));
        let response = app.call(request).await.unwrap();
        let status = response.status();
        let location = response.headers().get(header::LOCATION).map(|value| value.to_str().unwrap().to_owned());
        let body = String::from_utf8(test::read_body(response).await.to_vec()).unwrap();
        Page { status, location, body }
    }
}

/// An account that may see the municipalities given, or all.
pub fn account(role: Role, municipalities: Option<&str>) -> Staff {
    Staff {
        id: StaffId::new(),
        email: "bruger@example.org".to_owned(),
        role,
        municipalities: municipalities.map(str::to_owned),
        password_hash: None,
        created_at: NaiveDateTime::default(),
        disabled_at: None,
    }
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}
