//! What the program runs on, for administrators.

use actix_web::web::Html;
use chrono::{Months, NaiveDateTime, TimeDelta};

use crate::config::ShownSetting;
use crate::doctor::{self, environment};
use crate::domain::Language;
use crate::domain::base::days::day_in_denmark;
use crate::error::Result;
use crate::mail::Mailer;
use crate::store::{self, Conn};
use crate::views::site::operation::{Finding, Operation, Setting, operation};
use crate::web::access::auth::Admin;
use crate::web::error::WebError;
use crate::web::{Service, Shared, count, read};

/// `GET /administration/operation`
pub async fn show(service: Shared, admin: Admin) -> std::result::Result<Html, WebError> {
    let shown = gather(&service, None).await?;
    Ok(Html::new(operation(&admin.frame, &shown)))
}

/// `POST /administration/operation`: looks at everything. It changes nothing, but reads all that was handed in and calls
/// the mail server, so nobody's link may set it off.
pub async fn check(service: Shared, admin: Admin) -> std::result::Result<Html, WebError> {
    let language = admin.frame.language;
    let mut findings = count(&service, move |service| look(service, language)).await?;
    findings.push(mail(&service, language).await);
    let shown = gather(&service, Some(findings)).await?;
    Ok(Html::new(operation(&admin.frame, &shown)))
}

/// What is found out without the mail server.
fn look(service: &Service, language: Language) -> Result<Vec<Finding>> {
    let (config, now) = (&service.config, service.now());
    let mut findings = environment::contradictions(config, language);
    findings.push(doctor::clock(now, language));
    findings.extend(doctor::database(&service.db, now, language)?);
    findings.extend(environment::disk(&config.database_url, language));
    findings.extend(environment::provider(config, now, language));
    Ok(findings)
}

async fn mail(service: &Shared, language: Language) -> Finding {
    let Some(target) = &service.config.mail else { return doctor::wrong(tr!(language, "doctor-mail-none")) };
    match Mailer::from_config(&service.config) {
        Ok(mailer) => environment::mail(&mailer, target, language).await,
        Err(error) => doctor::wrong(error.to_string()),
    }
}

async fn gather(service: &Shared, findings: Option<Vec<Finding>>) -> std::result::Result<Operation, WebError> {
    let config = &service.config;
    let (people_months, audit_months, now) = (config.retention_months, config.audit_months, service.now());
    let rounds = read(service, move |conn| rounds_to_empty(conn, people_months, now)).await?;
    let audit_before = now.checked_sub_months(Months::new(audit_months)).filter(|_| audit_months > 0);
    let settings = config.shown().into_iter().map(|(name, setting)| match setting {
        ShownSetting::Text(text) => (name, Setting::Text(text)),
        ShownSetting::Secret(is_set) => (name, Setting::Secret(is_set)),
    });
    Ok(Operation {
        people_months,
        rounds,
        audit_months,
        audit_before: audit_before.map(day_in_denmark),
        settings: settings.collect(),
        findings,
    })
}

/// The closed rounds whose names still stand, with the day on which they go, the next first.
fn rounds_to_empty(conn: &mut Conn, months: u32, now: NaiveDateTime) -> Result<Vec<(String, chrono::NaiveDate)>> {
    if months == 0 {
        return Ok(Vec::new());
    }
    // One that has closed this very second, too.
    let waiting = store::retention::list_rounds_to_empty(conn, now + TimeDelta::seconds(1))?;
    let rounds = store::rounds::list(conn)?;
    let day = |closed_at: NaiveDateTime| closed_at.checked_add_months(Months::new(months)).map(day_in_denmark);
    let of_round = |round: &crate::domain::rounds::Round| Some((round.key.clone(), round.closed_at.and_then(day)?));
    let mut days: Vec<(String, chrono::NaiveDate)> =
        rounds.iter().filter(|round| waiting.contains(&round.id)).filter_map(of_round).collect();
    days.sort_by_key(|(_, day)| *day);
    Ok(days)
}
