//! `pejl doctor`: whether settings, database, catalogue, answers, mail and clock are as they should be.

use super::{CommandError, Context, error_messages, work};
use crate::config::Config;
use crate::doctor::{self, environment, fine, wrong};
use crate::domain::Language;
use crate::error::Result;
use crate::store::{self, Db};
use crate::views::site::operation::{Finding, Verdict, verdict_word};

/// Prints every finding; ends with 1 where one of them is wrong.
pub(super) fn doctor(context: &Context) -> std::result::Result<(), CommandError> {
    let language = context.language();
    let mut findings = vec![settings(context, language)];
    findings.extend(environment::contradictions(&context.config, language));
    findings.push(doctor::clock(context.clock.now(), language));
    findings.extend(database(context, language)?);
    findings.extend(environment::disk(&context.config.database_url, language));
    findings.push(mail(&context.config, language));
    findings.extend(environment::provider(&context.config, context.clock.now(), language));
    for Finding { verdict, text } in &findings {
        println!("{}  {text}", verdict_word(*verdict, language));
    }
    let is_unwell = findings.iter().any(|finding| finding.verdict == Verdict::Wrong);
    if is_unwell { Err(CommandError::Unwell) } else { Ok(()) }
}

/// The database: whether it answers and can be written, and what is in it.
fn database(context: &Context, language: Language) -> Result<Vec<Finding>> {
    let url = &context.config.database_url;
    let db = match Db::open(url, 1) {
        Ok(db) => db,
        Err(error) => return Ok(vec![wrong(error_messages::describe(&CommandError::Database(error), url, language))]),
    };
    if !db.read(|conn| Ok(store::health::is_writable(conn)?))? {
        drop(db);
        return Ok(vec![wrong(error_messages::describe(&CommandError::ReadOnly, url, language))]);
    }
    doctor::database(&db, context.clock.now(), language)
}

fn settings(context: &Context, language: Language) -> Finding {
    match context.config.check_for_serving() {
        Ok(()) => fine(tr!(language, "doctor-settings")),
        Err(error) => {
            wrong(error_messages::describe(&CommandError::Config(error), &context.config.database_url, language))
        }
    }
}

/// Whether letters can go where the settings say: the folder can be written, the server takes us.
fn mail(config: &Config, language: Language) -> Finding {
    let Some(target) = &config.mail else { return wrong(tr!(language, "doctor-mail-none")) };
    match work::mailer(config) {
        Ok(mailer) => actix_web::rt::System::new().block_on(environment::mail(&mailer, target, language)),
        Err(error) => wrong(error_messages::describe(&error, &config.database_url, language)),
    }
}
