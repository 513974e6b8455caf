//! One post of the directory: who holds it, and whether it is still asked.

use chrono::NaiveDateTime;

use super::audit::note_changes;
use crate::domain::Area;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::Scope;
use crate::domain::rounds::contacts::Contact;
use crate::domain::rounds::directory::{DirectoryEntry, Holder, Post, PostId};
use crate::domain::rounds::invitations::Invitation;
use crate::domain::rounds::post_changes::{PostChange, PostChanges};
use crate::domain::rounds::renames::uncovered_without;
use crate::error::{OrNotFound, Result};
use crate::store::{
    Conn, Db, bounces, contacts, directory, invitations, links, merged_posts, planned_holders, proposed_holders,
};

/// Corrects who holds a post, in the directory and in the rounds that are open (see [`carry`]).
///
/// # Errors
/// Not found where the post is not in scope.
pub fn correct(db: &Db, (id, scope): (&PostId, &Scope), contact: &Contact, by: &By) -> Result<()> {
    db.write(|conn| {
        let entry = directory::find_entry(conn, id, scope)?.or_not_found()?;
        let holder = contact.clone().of_post(id.clone());
        replace_holder(conn, entry.holder.as_ref(), &holder, by.now)?;
        note_post(conn, by, ("correct", PostChange::Person), &entry.post)
    })
}

/// Puts a holder in the place of the one before, in the directory and in the rounds that are open. Called inside a
/// command's transaction.
///
/// # Errors
/// Database errors.
pub(super) fn replace_holder(
    conn: &mut Conn,
    before: Option<&Holder>,
    after: &Holder,
    now: NaiveDateTime,
) -> Result<usize> {
    match before {
        Some(_) => directory::update_holder(conn, after)?,
        None => directory::insert_holders(conn, std::slice::from_ref(after)).map(|()| 1)?,
    };
    directory::update_named(conn, &[&after.post_id])?;
    proposed_holders::delete(conn, &after.post_id)?;
    carry(conn, before, after, now)
}

/// Takes a corrected holder over into the open rounds that have asked the post. At another address it may
/// be another person: the old links stop, as when the questions are handed to a successor, and the new
/// address gets a letter with a link of its own, which is the receipt where all was handed in. Letters
/// that waited for the old address lose their point. What the one who was asked has sent on to somebody
/// else stays there. Returns how many were sent a new link. Called inside a command's transaction.
///
/// # Errors
/// Database errors.
pub(super) fn carry(conn: &mut Conn, before: Option<&Holder>, after: &Holder, now: NaiveDateTime) -> Result<usize> {
    let listed = before.map_or("", |holder| holder.email.as_str());
    let mut sent = 0;
    for (_, invitation) in contacts::list_open(conn, &after.post_id)? {
        let asked = invitation.email.as_str();
        if asked.eq_ignore_ascii_case(&after.email) {
            // Somebody else at an address that mail came back from is invited anew by the clock.
            if invitation.name == after.name || !bounces::list(conn)?.holds(asked) {
                invitations::update_person(conn, &invitation.id, after)?;
                contacts::update_planned(conn, &invitation.id, after)?;
            }
            continue;
        }
        if !asked.is_empty() && !asked.eq_ignore_ascii_case(listed) {
            continue;
        }
        bounces::delete(conn, [after.email.as_str()])?;
        invitations::update_person(conn, &invitation.id, after)?;
        links::revoke_of_invitation(conn, &invitation.id, now)?;
        let moved = Invitation {
            name: after.name.clone(),
            email: after.email.clone(),
            phone: after.phone.clone(),
            language: after.language,
            ..invitation
        };
        sent += match moved.handed_in_at {
            None => super::letters::queue_succession(conn, &moved, now)?,
            Some(_) => super::letters::queue_receipt(conn, &moved, now)?,
        };
    }
    Ok(sent)
}

/// Retires a post: no round asks it any more, and open ones remind it no more. What it has answered stays,
/// and so does its link until the deadline. Returns the areas that no post of the municipality covers now.
///
/// # Errors
/// Not found where the post is not in scope.
pub fn retire(db: &Db, (id, scope): (&PostId, &Scope), by: &By) -> Result<Vec<Area>> {
    db.write(|conn| {
        let entry = directory::find_entry(conn, id, scope)?.or_not_found()?;
        let uncovered = uncovered(conn, &entry)?;
        if entry.retired_at.is_none() {
            retire_in(conn, &[id], by.now)?;
            note_post(conn, by, ("retire", PostChange::Retired), &entry.post)?;
        }
        Ok(uncovered)
    })
}

/// The same inside a command's transaction.
pub(super) fn retire_in(conn: &mut Conn, posts: &[&PostId], now: NaiveDateTime) -> Result<()> {
    directory::update_retired(conn, posts, Some(now))?;
    planned_holders::delete(conn, posts)?;
    for post in posts {
        for (_, invitation) in contacts::list_open(conn, post)? {
            contacts::cancel_planned(conn, &invitation.id)?;
        }
    }
    Ok(())
}

/// Lets a retired post be asked again.
///
/// # Errors
/// Not found where the post is not in scope.
pub fn restore(db: &Db, (id, scope): (&PostId, &Scope), by: &By) -> Result<()> {
    db.write(|conn| {
        let entry = directory::find_entry(conn, id, scope)?.or_not_found()?;
        restore_in(conn, &[id])?;
        note_post(conn, by, ("restore", PostChange::Restored), &entry.post)
    })
}

/// The same inside a command's transaction; a post that was put together with another one stands by itself again.
pub(super) fn restore_in(conn: &mut Conn, posts: &[&PostId]) -> Result<()> {
    directory::update_retired(conn, posts, None)?;
    merged_posts::delete(conn, posts)?;
    Ok(())
}

/// Notes what was done to one post.
pub(super) fn note_post(conn: &mut Conn, by: &By, (verb, change): (&str, PostChange), post: &Post) -> Result<()> {
    let object = Object::one("post", post.id.as_str());
    note_changes(conn, by, (verb, object), None, &PostChanges::one(post, change))
}

/// The areas that no other post of the municipality covers.
///
/// # Errors
/// Database errors.
pub fn uncovered(conn: &mut Conn, entry: &DirectoryEntry) -> Result<Vec<Area>> {
    let all = directory::list_entries(conn, std::slice::from_ref(&entry.post.municipality_code))?;
    Ok(uncovered_without(&all, &entry.post.id))
}
