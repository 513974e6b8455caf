//! The shipped catalogue, posts to ask, and rounds that ask them.

use chrono::NaiveDate;

use super::TestService;
use crate::commands;
use crate::domain::rounds::directory::{Areas, Department, DepartmentId, Holder, Post, PostId};
use crate::domain::rounds::{NewRound, Rule};
use crate::domain::{Language, MunicipalityCode};
use crate::store;

impl TestService {
    /// Imports the shipped catalogue, publishes 2018 and returns its hash.
    pub fn publish_shipped(&self) -> String {
        let db = &self.db;
        commands::catalogue::import(db, include_bytes!("../../catalogue/2012-13.yaml"), &self.by()).unwrap();
        commands::catalogue::import(db, include_bytes!("../../catalogue/2018.yaml"), &self.by()).unwrap();
        commands::catalogue::import_crosswalk(db, include_bytes!("../../catalogue/2012-13_2018.yaml"), &self.by())
            .unwrap();
        commands::catalogue::publish(db, "2018", &self.by()).unwrap()
    }

    /// A post in a municipality; an empty address means that none is known.
    pub fn add_post(&self, code: &str, title: &str, areas: &str, email: &str) {
        let code = code.parse::<MunicipalityCode>().unwrap();
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
        let written = self.db.write(|conn| {
            store::directory::insert_departments(conn, &rows.0)?;
            store::directory::insert_posts(conn, &rows.1)?;
            Ok(store::directory::insert_holders(conn, &rows.2)?)
        });
        written.unwrap();
    }

    /// A draft over 2018 that is open in September.
    pub fn draft(&self, key: &str) {
        commands::rounds::create(&self.db, &self.new_round(key), &self.by()).unwrap();
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
}

/// A day.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}
