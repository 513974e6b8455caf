//! The audit log on pages and as a file.

use actix_web::http::StatusCode;
use actix_web::web::{Html, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use chrono::Days;

use super::auth::Admin;
use crate::domain::access::audit::{AuditEntry, AuditId, AuditSearch, Named, actor_ids, ids};
use crate::domain::access::staff::sign_in_name;
use crate::domain::base::days::{start_of_day, written_day};
use crate::error::{Error, OrNotFound, Result};
use crate::exports;
use crate::files::cells::Dialect;
use crate::store::{self, Conn};
use crate::views::access::audit::{Log, MOST_IN_FILE, Mistake, PER_PAGE, Trail, Typed, log, one};
use crate::web::dashboards::downloads::Download;
use crate::web::error::WebError;
use crate::web::replies::with_status;
use crate::web::{Shared, read};

/// Entries shown on an object's own page.
const TRAIL: i64 = 20;

/// `GET /audit`: the log, newest entry first; with a fault in what is looked for it finds nothing (422).
pub async fn list(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    Query(typed): Query<Typed>,
) -> std::result::Result<HttpResponse, WebError> {
    let shown = read(&service, move |conn| find(conn, typed)).await?;
    let status = if shown.mistakes.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(with_status(&request, log(&admin.frame, &shown), status))
}

/// `GET /audit/{id}`
pub async fn show(service: Shared, admin: Admin, id: Path<String>) -> std::result::Result<Html, WebError> {
    let id: AuditId = id.parse().map_err(|_| Error::NotFound)?;
    let (entry, named) = read(&service, move |conn| {
        let entry = store::audit::find(conn, &id)?.or_not_found()?;
        let named = name(conn, std::slice::from_ref(&entry))?;
        Ok((entry, named))
    })
    .await?;
    Ok(Html::new(one(&admin.frame, &entry, &named)))
}

/// `GET /audit/entries.csv`: what is looked for as a file.
pub async fn file(service: Shared, _: Admin, Query(typed): Query<Typed>) -> std::result::Result<Download, WebError> {
    let table = read(&service, move |conn| match parse(conn, &typed)? {
        Ok(search) => exports::audit_found(conn, &search, MOST_IN_FILE, Dialect::Excel),
        Err(_) => Err(Error::NotFound),
    })
    .await?;
    Ok(Download::table("audit.csv", table))
}

fn find(conn: &mut Conn, typed: Typed) -> Result<Log> {
    let search = match parse(conn, &typed)? {
        Ok(search) => search,
        Err(mistakes) => {
            let (entries, named) = (Vec::new(), Named::default());
            return Ok(Log { typed, mistakes, entries, named, has_older: false });
        }
    };
    let before = match typed.before.as_str() {
        "" => None,
        id => Some(id.parse::<AuditId>().map_err(|_| Error::NotFound)?),
    };
    let limit = i64::try_from(PER_PAGE + 1).unwrap_or(i64::MAX);
    let mut entries = store::audit::list(conn, &search, before.as_ref(), limit)?;
    let has_older = entries.len() > PER_PAGE;
    entries.truncate(PER_PAGE);
    let named = name(conn, &entries)?;
    Ok(Log { typed, mistakes: Vec::new(), entries, named, has_older })
}

/// What is looked for, or what is wrong with how it was typed.
///
/// # Errors
/// Not found for a word that no form of ours sends.
fn parse(conn: &mut Conn, typed: &Typed) -> Result<std::result::Result<AuditSearch, Vec<Mistake>>> {
    let mut mistakes = Vec::new();
    let mut day = |text: &str, mistake| match text.trim() {
        "" => None,
        text => written_day(text).or_else(|| {
            mistakes.push(mistake);
            None
        }),
    };
    let (from, to) = (day(&typed.from, Mistake::From), day(&typed.to, Mistake::To));
    let staff = match sign_in_name(&typed.email).as_str() {
        "" => None,
        email => {
            let found = store::staff::find_by_email(conn, email)?;
            if found.is_none() {
                mistakes.insert(0, Mistake::Email);
            }
            found.map(|account| account.id)
        }
    };
    if !mistakes.is_empty() {
        return Ok(Err(mistakes));
    }
    let actor = match typed.actor.as_str() {
        "" => None,
        word => Some(word.parse().map_err(|_| Error::NotFound)?),
    };
    let filled = |word: &str| Some(word.to_owned()).filter(|word| !word.is_empty());
    Ok(Ok(AuditSearch {
        actor,
        staff,
        deed: typed.deed.split_once(' ').map(|(verb, object)| (verb.to_owned(), object.to_owned())),
        object: filled(&typed.kind),
        ids: ids_meant(conn, typed.id.trim())?,
        from: from.map(start_of_day),
        until: to.and_then(|day| day.checked_add_days(Days::new(1))).map(start_of_day),
    }))
}

/// The ids that somebody may mean: what was typed, and what has it as its key or address.
fn ids_meant(conn: &mut Conn, typed: &str) -> Result<Vec<String>> {
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let mut ids = vec![typed.to_owned()];
    ids.extend(store::rounds::find_by_key(conn, typed)?.map(|round| round.id.to_string()));
    ids.extend(store::staff::find_by_email(conn, &sign_in_name(typed))?.map(|account| account.id.to_string()));
    Ok(ids)
}

/// What was done with one object, for its own page.
///
/// # Errors
/// Database errors.
pub(crate) fn trail(conn: &mut Conn, id: &str) -> Result<Trail> {
    let entries = store::audit::list(conn, &AuditSearch::of_object(id), None, TRAIL)?;
    let named = name(conn, &entries)?;
    Ok(Trail { id: id.to_owned(), entries, named })
}

/// What the ids of entries name: a query for each kind that there is.
fn name(conn: &mut Conn, entries: &[AuditEntry]) -> Result<Named> {
    let mut named = Named::default();
    let staff = [ids(entries, &["staff"]), actor_ids(entries, "staff")].concat();
    if !staff.is_empty() {
        named.staff = store::named::list_staff(conn, &staff)?.into_iter().collect();
    }
    let rounds = ids(entries, &["round", "answers"]);
    if !rounds.is_empty() {
        named.rounds = store::named::list_rounds(conn, &rounds)?.into_iter().collect();
    }
    let posts = ids(entries, &["post"]);
    if !posts.is_empty() {
        named.posts = store::named::list_posts(conn, &posts)?.into_iter().collect();
    }
    let invitations = [ids(entries, &["invitation"]), actor_ids(entries, "link")].concat();
    if !invitations.is_empty() {
        let found = store::named::list_invitations(conn, &invitations)?;
        named.invitations = found.into_iter().map(|asked| (asked.id.to_string(), asked)).collect();
    }
    let sections: Vec<i32> = ids(entries, &["section"]).iter().filter_map(|number| number.parse().ok()).collect();
    if !sections.is_empty() {
        let found = store::named::list_sections(conn, &sections)?;
        named.sections = found.into_iter().map(|(number, section)| (number.to_string(), section)).collect();
    }
    let letters = ids(entries, &["letter"]);
    if !letters.is_empty() {
        named.letters = store::named::list_letters(conn, &letters)?.into_iter().collect();
    }
    Ok(named)
}
