//! Stands in for the accounts: whoever asks is an administrator, unless a test put an account into the request.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use chrono::NaiveDateTime;

use super::error::WebError;
use super::language::Wanted;
use crate::domain::staff::{Role, Staff, StaffId};
use crate::error::Error;
use crate::views::shell::Frame;

/// A signed-in account with the frame of its page.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Language, menu and place of the page.
    pub frame: Frame,
    /// The account; what it may see is `staff.scope()`.
    pub staff: Staff,
}

/// A signed-in administrator; for any other account the address does not exist (404).
#[derive(Debug, Clone)]
pub struct Admin {
    /// Language, menu and place of the page.
    pub frame: Frame,
    /// The account.
    pub staff: Staff,
}

impl FromRequest for Visitor {
    type Error = actix_web::Error;
    type Future = Ready<Result<Visitor, actix_web::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(visitor(request)))
    }
}

impl FromRequest for Admin {
    type Error = actix_web::Error;
    type Future = Ready<Result<Admin, actix_web::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Visitor { frame, staff } = visitor(request);
        ready(match staff.role {
            Role::Admin => Ok(Admin { frame, staff }),
            Role::Consultant | Role::Coordinator => Err(WebError::from(Error::NotFound).into()),
        })
    }
}

fn visitor(request: &HttpRequest) -> Visitor {
    let staff = request.extensions().get::<Staff>().cloned().unwrap_or_else(|| Staff {
        id: StaffId::new(),
        email: "admin@example.org".to_owned(),
        role: Role::Admin,
        municipalities: None,
        password_hash: None,
        created_at: NaiveDateTime::default(),
        disabled_at: None,
    });
    let path = request.uri().path_and_query().map_or("/", |address| address.as_str()).to_owned();
    let frame = Frame { language: Wanted::of(request).language(), staff: Some(staff.clone()), path, is_demo: false };
    Visitor { frame, staff }
}
