//! Opening another task of whoever holds a personal link.

use chrono::NaiveDateTime;

use super::audit::note;
use crate::domain::access::audit::{By, Object};
use crate::domain::answering::tasks::{Task, beside};
use crate::domain::base::tokens::Token;
use crate::domain::rounds::invitations::Link;
use crate::error::{OrNotFound, Result};
use crate::store::{Conn, Db, links, sections, tasks};

/// What whoever opened a link is asked besides it.
///
/// # Errors
/// Database errors.
pub fn list_beside(conn: &mut Conn, opened: &Task, now: NaiveDateTime) -> Result<Vec<Task>> {
    let (address, code) = (opened.mailbox(), &opened.invitation.municipality_code);
    if address.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = tasks::list_posts(conn, address, code)?;
    found.extend(tasks::list_sections(conn, address, code)?);
    Ok(beside(opened, found, now))
}

/// Makes the link by which the holder of a link opens another task that is theirs (`Task::key`), and returns its
/// token: the one that was sent, a dot and the task. It is no new secret, and it stops with the link that was sent and
/// where another address holds the task. A link that is there already is told again, and nothing is written.
///
/// # Errors
/// Not found where the link does not work or the task is not its holder's.
pub fn open(db: &Db, token: &Token, key: &str, now: NaiveDateTime) -> Result<Token> {
    db.write(|conn| {
        let opened = find_task(conn, token)?;
        if opened.key() == key {
            return Ok(token.clone());
        }
        let task = list_beside(conn, &opened, now)?.into_iter().find(|task| task.key() == key).or_not_found()?;
        let root = token.root();
        if find_task(conn, &root)?.key() == key {
            return Ok(root);
        }
        let derived = root.derived(key);
        let link = Link {
            parent_hash: Some(root.hash()),
            ..Link::sent(&derived, (&task.invitation.id, task.section_number()), now)
        };
        if links::find_working(conn, &link.token_hash)?.is_some() {
            return Ok(derived);
        }
        match links::exists(conn, &link.token_hash)? {
            true => links::update_renewed(conn, &link)?,
            false => links::insert(conn, &link)?,
        };
        let by = By::link(&opened.invitation.id, now);
        note(conn, &by, "open_task", Object::one("invitation", task.invitation.id.as_str()))?;
        Ok(derived)
    })
}

fn find_task(conn: &mut Conn, token: &Token) -> Result<Task> {
    let (link, invitation, round) = links::find_working(conn, &token.hash())?.or_not_found()?;
    let section = match link.section {
        Some(number) => Some(sections::find(conn, number)?.or_not_found()?),
        None => None,
    };
    Ok(Task { round, invitation, section })
}
