//! Changing the links between two editions; administrators only.

use actix_web::web::{Form, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::super::super::error::WebError;
use super::super::super::{Shared, act, read};
use super::{Asked, pair, question_page};
use crate::commands;
use crate::commands::crosswalks::{CrosswalkChange, LinkChange};
use crate::domain::Language;
use crate::domain::base::import_errors::Problem;
use crate::domain::base::refusals::Refusal;
use crate::domain::catalogue::crosswalk::{Link, Relation};
use crate::domain::catalogue::likeness::same_words;
use crate::error::{Error, Result};
use crate::views;
use crate::views::catalogue::crosswalk::{NO_LINK, TypedLink, address, filtered_address};
use crate::views::refusals::describe;
use crate::web::access::auth::Admin;
use crate::web::replies::{see, unprocessable};

/// A link as a form sends it.
#[derive(Debug, Clone, Deserialize)]
pub struct SentLink {
    from: String,
    to: String,
    #[serde(default)]
    relation: String,
    #[serde(default)]
    reason: String,
    /// Where the form stands: `question`, or the page of all links.
    #[serde(default)]
    page: String,
    #[serde(default)]
    package: String,
    #[serde(default)]
    area: String,
    #[serde(default)]
    standing: String,
}

/// `POST /catalogue/{from}/crosswalk/{to}/links`: one link is made, changed or taken away.
pub async fn change(
    request: HttpRequest,
    service: Shared,
    admin: Admin,
    path: Path<(String, String)>,
    Form(sent): Form<SentLink>,
) -> std::result::Result<HttpResponse, WebError> {
    let (from, to) = path.into_inner();
    let language = admin.frame.language;
    let keys = (from.clone(), to.clone());
    read(&service, move |conn| pair(conn, (&keys.0, &keys.1), true).map(drop)).await?;
    let mistake = match change_of(&sent, language, &from) {
        Err(mistake) => mistake,
        Ok(change) => {
            let change =
                CrosswalkChange { from: from.clone(), to: to.clone(), change, reason: sent.reason.trim().to_owned() };
            let by = admin.by(&service);
            let outcome =
                act(&service, move |service| Ok(commands::crosswalks::change(&service.db, &change, &by))).await?;
            match mistake(outcome, language)? {
                None => return Ok(see(&way_back(&from, &to, &sent))),
                Some(mistake) => mistake,
            }
        }
    };
    let typed = TypedLink { from: sent.from, relation: sent.relation, reason: sent.reason, mistake: Some(mistake) };
    let page = question_page(&service, admin, (from, to, sent.to), typed).await?;
    Ok(unprocessable(&request, page))
}

/// `POST /catalogue/{from}/crosswalk/{to}/identical`: links every question that is the same word for word.
pub async fn accept_identical(
    service: Shared,
    admin: Admin,
    path: Path<(String, String)>,
    asked: Form<Asked>,
) -> std::result::Result<HttpResponse, WebError> {
    let (from, to) = path.into_inner();
    let by = admin.by(&service);
    let back = filtered_address(&from, &to, &asked.filter());
    act(&service, move |service| {
        let pair = service.db.read(|conn| pair(conn, (&from, &to), true))?;
        let links = same_words((&pair.from, &pair.to), &pair.crosswalk);
        if links.is_empty() {
            return Ok(());
        }
        let change = CrosswalkChange { from, to, change: LinkChange::Link(links), reason: String::new() };
        commands::crosswalks::change(&service.db, &change, &by).map(drop)
    })
    .await?;
    Ok(see(&back))
}

/// What a form asks for, or the field that is wrong and what to do about it.
fn change_of(
    sent: &SentLink,
    language: Language,
    from: &str,
) -> std::result::Result<LinkChange, (&'static str, String)> {
    if sent.from.is_empty() {
        return Err(("from", tr!(language, "crosswalk-mistake-question", edition = from)));
    }
    if sent.relation == NO_LINK {
        return Ok(LinkChange::Unlink(sent.from.clone(), sent.to.clone()));
    }
    match sent.relation.parse::<Relation>() {
        Ok(relation) => Ok(LinkChange::Link(vec![Link { from: sent.from.clone(), to: sent.to.clone(), relation }])),
        Err(_) => Err(("relation", tr!(language, "crosswalk-mistake-relation"))),
    }
}

/// The field that an outcome is about with its sentence; none where all went well.
fn mistake(outcome: Result<usize>, language: Language) -> Result<Option<(&'static str, String)>> {
    match outcome {
        Ok(_) => Ok(None),
        Err(Error::Refused(refusal @ Refusal::CrosswalkInUse(_))) => Ok(Some(("reason", describe(&refusal, language)))),
        Err(Error::ImportErrors(faults)) => {
            let (field, text) = match faults.first().map(|fault| &fault.problem) {
                Some(Problem::LinkedTwice) => ("relation", tr!(language, "crosswalk-mistake-taken")),
                Some(Problem::MeasuresDiffer { .. }) => ("from", tr!(language, "crosswalk-mistake-measures")),
                _ => ("from", faults.iter().map(|fault| views::import_errors::describe(fault, language)).collect()),
            };
            Ok(Some((field, text)))
        }
        Err(other) => Err(other),
    }
}

fn way_back(from: &str, to: &str, sent: &SentLink) -> String {
    if sent.page == "question" {
        return format!("{}/questions/{}", address(from, to), sent.to);
    }
    let SentLink { package, area, standing, .. } = sent.clone();
    filtered_address(from, to, &Asked { package, area, standing, ..Asked::default() }.filter())
}
