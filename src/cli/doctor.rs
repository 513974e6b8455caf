//! `pejl doctor`: whether settings, database, catalogue, answers, mail and clock are as they should be.

use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

use super::{CommandError, Context};
use crate::config::MailTarget;
use crate::domain::Language;
use crate::domain::days::in_denmark;
use crate::domain::letters::LetterState;
use crate::domain::rounds::Round;
use crate::domain::staff::Scope;
use crate::error::Result;
use crate::store::{self, Conn, Db};
use crate::{editions, results};

/// How long a mail server may take to take the connection.
const SMTP_PATIENCE: Duration = Duration::from_secs(5);

/// One finding: whether it is as it should be, and the sentence about it.
struct Finding {
    is_fine: bool,
    text: String,
}

fn fine(text: String) -> Finding {
    Finding { is_fine: true, text }
}

fn wrong(text: String) -> Finding {
    Finding { is_fine: false, text }
}

/// Prints every finding; ends with 1 where one of them is wrong.
pub(super) fn doctor(context: &Context) -> std::result::Result<(), CommandError> {
    let language = context.language();
    let mut findings = vec![settings(context, language), clock(context, language)];
    let db = Db::open(&context.config.database_url, 1).map_err(CommandError::Database)?;
    let is_up_to_date = !db.needs_migration()?;
    findings.push(match is_up_to_date {
        true => fine(tr!(language, "doctor-database")),
        false => wrong(tr!(language, "doctor-database-old")),
    });
    if is_up_to_date {
        findings.extend(db.read(|conn| contents(conn, language))?);
    }
    findings.push(mail(context, language));
    for finding in &findings {
        let mark = if finding.is_fine { tr!(language, "doctor-fine") } else { tr!(language, "doctor-wrong") };
        println!("{mark}  {}", finding.text);
    }
    if findings.iter().all(|finding| finding.is_fine) { Ok(()) } else { Err(CommandError::Unwell) }
}

fn settings(context: &Context, language: Language) -> Finding {
    match context.config.check_for_serving() {
        Ok(()) => fine(tr!(language, "doctor-settings")),
        Err(error) => wrong(error.to_string()),
    }
}

fn clock(context: &Context, language: Language) -> Finding {
    let time = in_denmark(context.clock.now()).format("%Y-%m-%d %H.%M").to_string();
    fine(tr!(language, "doctor-clock", time = time))
}

/// Editions against their hashes, rounds against their editions, and what was handed in.
fn contents(conn: &mut Conn, language: Language) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let stored = store::editions::list(conn)?;
    for edition in &stored {
        let key = edition.key.as_str();
        findings.push(match edition.is_intact() && editions::parse(edition).is_ok() {
            true => fine(tr!(language, "doctor-edition", key = key)),
            false => wrong(tr!(language, "doctor-edition-changed", key = key)),
        });
    }
    for round in store::rounds::list(conn)? {
        let key = round.key.as_str();
        let edition = stored.iter().find(|edition| edition.key == round.edition);
        if edition.is_none_or(|edition| edition.content_hash != round.edition_hash) {
            findings.push(wrong(tr!(language, "doctor-round-edition", key = key)));
            continue;
        }
        findings.push(handed_in(conn, &round, language)?);
    }
    let letters = store::letters::count_by_state(conn)?;
    let count = |states: &[LetterState]| -> i64 {
        letters.iter().filter(|(state, _)| states.contains(state)).map(|(_, count)| count).sum()
    };
    let waiting = count(&[LetterState::Planned, LetterState::Sending, LetterState::Deferred]);
    findings.push(fine(tr!(language, "doctor-letters", count = waiting)));
    let failed = count(&[LetterState::Refused, LetterState::GivenUp, LetterState::InDoubt]);
    if failed > 0 {
        findings.push(wrong(tr!(language, "doctor-letters-failed", count = failed)));
    }
    Ok(findings)
}

/// What was handed in in a round, and the counts of it that are stored.
fn handed_in(conn: &mut Conn, round: &Round, language: Language) -> Result<Finding> {
    let key = round.key.as_str();
    let counted = results::count_sections(conn, round, &Scope::All);
    let damaged = counted.as_ref().map_or(1, |returns| returns.malformed);
    if damaged > 0 {
        return Ok(wrong(tr!(language, "doctor-round-damaged", key = key, count = damaged)));
    }
    let is_stored = store::counts::find_version(conn, &round.id)?.is_some();
    let stored = results::read_counts(conn, round, &Scope::All)?;
    if is_stored && stored.map(|stored| stored.municipalities) != counted.ok().map(|counted| counted.municipalities) {
        return Ok(wrong(tr!(language, "doctor-round-counts", key = key)));
    }
    Ok(fine(tr!(language, "doctor-round", key = key)))
}

/// Whether letters can go where the settings say: the folder can be written, the server takes a connection.
fn mail(context: &Context, language: Language) -> Finding {
    match &context.config.mail {
        None => wrong(tr!(language, "doctor-mail-none")),
        Some(MailTarget::Folder(folder)) => {
            let is_writable = std::fs::create_dir_all(folder).is_ok()
                && std::fs::metadata(folder).is_ok_and(|folder| !folder.permissions().readonly());
            let folder = folder.display().to_string();
            match is_writable {
                true => fine(tr!(language, "doctor-folder", folder = folder)),
                false => wrong(tr!(language, "doctor-folder-closed", folder = folder)),
            }
        }
        Some(MailTarget::Smtp(url)) => match server_of(url).is_some_and(|server| takes_connections(&server)) {
            true => fine(tr!(language, "doctor-smtp")),
            false => wrong(tr!(language, "doctor-smtp-closed")),
        },
    }
}

/// Host and port of a mail server's address; its user and password stay where they are.
fn server_of(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?']).next()?.rsplit('@').next()?;
    let port = if scheme == "smtps" { 465 } else { 25 };
    Some(if host.contains(':') { host.to_owned() } else { format!("{host}:{port}") })
}

fn takes_connections(server: &str) -> bool {
    let addresses = server.to_socket_addrs().into_iter().flatten();
    addresses.into_iter().any(|address| TcpStream::connect_timeout(&address, SMTP_PATIENCE).is_ok())
}
