//! Who holds a post from a day on: planned, taken back, and come into force by the clock; and whom the one who was asked
//! has named.

use chrono::{NaiveDate, NaiveDateTime};

use super::posts::{note_post, replace_holder};
use crate::domain::access::audit::By;
use crate::domain::access::staff::Scope;
use crate::domain::answering::respondents::Colleague;
use crate::domain::base::days::day_in_denmark;
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::contacts::Contact;
use crate::domain::rounds::directory::{Holder, PlannedHolder, PostId};
use crate::domain::rounds::invitations::Invitation;
use crate::domain::rounds::post_changes::PostChange;
use crate::domain::rounds::proposals::ProposedHolder;
use crate::error::{OrNotFound, Result};
use crate::store::{Conn, Db, directory, planned_holders, proposed_holders};

/// Gives a post another holder from a later day on; whoever was planned before is forgotten.
///
/// # Errors
/// Not found where the post is not in scope or was retired.
pub fn plan(db: &Db, (id, scope): (&PostId, &Scope), (contact, day): (&Contact, NaiveDate), by: &By) -> Result<()> {
    db.write(|conn| {
        let entry = directory::find_entry(conn, id, scope)?.filter(|entry| entry.retired_at.is_none());
        let entry = entry.or_not_found()?;
        plan_in(conn, &PlannedHolder::from(day, contact.clone().of_post(id.clone())))?;
        note_post(conn, by, ("plan_holder", PostChange::PlannedPerson), &entry.post)
    })
}

/// The same at once, in the rounds that are open too.
///
/// # Errors
/// Not found where the post is not in scope.
pub fn change(db: &Db, (id, scope): (&PostId, &Scope), contact: &Contact, by: &By) -> Result<()> {
    db.write(|conn| {
        let entry = directory::find_entry(conn, id, scope)?.or_not_found()?;
        planned_holders::delete(conn, &[id])?;
        replace_holder(conn, entry.holder.as_ref(), &contact.clone().of_post(id.clone()), by.now)?;
        note_post(conn, by, ("change_holder", PostChange::Person), &entry.post)
    })
}

/// Takes back who was planned for a post. Where nobody is, there is nothing to do.
///
/// # Errors
/// Not found where the post is not in scope.
pub fn withdraw(db: &Db, (id, scope): (&PostId, &Scope), by: &By) -> Result<()> {
    db.write(|conn| {
        let entry = directory::find_entry(conn, id, scope)?.or_not_found()?;
        if planned_holders::delete(conn, &[id])? == 0 {
            return Ok(());
        }
        note_post(conn, by, ("withdraw_holder", PostChange::PlanWithdrawn), &entry.post)
    })
}

/// Makes whom the one who was asked has named the holder of their post, in the other rounds that are open too; `seen` is
/// the address that the page showed.
///
/// # Errors
/// Not found where the post is not in scope or nobody is proposed; refused where somebody else is by now.
pub fn confirm_proposed(db: &Db, (id, scope): (&PostId, &Scope), seen: &str, by: &By) -> Result<()> {
    db.write(|conn| {
        let entry = directory::find_entry(conn, id, scope)?.or_not_found()?;
        let proposed = proposed_holders::find(conn, id, scope)?.or_not_found()?;
        if proposed.email != seen {
            return Err(Refusal::ProposalChanged.into());
        }
        let language = entry.holder.as_ref().map(|holder| holder.language).unwrap_or_default();
        let ProposedHolder { name, email, .. } = proposed;
        let holder = Holder { post_id: id.clone(), name, email, phone: String::new(), language };
        planned_holders::delete(conn, &[id])?;
        replace_holder(conn, entry.holder.as_ref(), &holder, by.now)?;
        note_post(conn, by, ("confirm_holder", PostChange::Person), &entry.post)
    })
}

/// Leaves the directory as it is. Whoever was named goes on answering in the round in which they were.
///
/// # Errors
/// Not found where the post is not in scope or nobody is proposed.
pub fn decline_proposed(db: &Db, (id, scope): (&PostId, &Scope), by: &By) -> Result<()> {
    db.write(|conn| {
        let entry = directory::find_entry(conn, id, scope)?.or_not_found()?;
        proposed_holders::find(conn, id, scope)?.or_not_found()?;
        proposed_holders::delete(conn, id)?;
        note_post(conn, by, ("decline_holder", PostChange::ProposalDeclined), &entry.post)
    })
}

/// Remembers whom somebody who was asked names as the new holder of their post, unless the directory does already.
/// Called inside a command's transaction.
///
/// # Errors
/// Database errors.
pub(super) fn propose(conn: &mut Conn, invitation: &Invitation, to: &Colleague, now: NaiveDateTime) -> Result<()> {
    proposed_holders::delete(conn, &invitation.post_id)?;
    let Some(entry) = directory::find_entry(conn, &invitation.post_id, &Scope::All)? else { return Ok(()) };
    let proposed = ProposedHolder {
        post_id: invitation.post_id.clone(),
        invitation_id: invitation.id.clone(),
        name: to.name.clone(),
        email: to.email.clone(),
        proposed_at: now,
    };
    if entry.retired_at.is_none() && !proposed.is_settled(entry.holder.as_ref()) {
        proposed_holders::insert(conn, &proposed)?;
    }
    Ok(())
}

/// Plans a holder inside a command's transaction.
pub(super) fn plan_in(conn: &mut Conn, planned: &PlannedHolder) -> Result<()> {
    planned_holders::delete(conn, &[&planned.post_id])?;
    planned_holders::insert(conn, planned)?;
    Ok(())
}

/// Puts the holders in whose day has come, in open rounds too; returns how many. The clock calls it.
///
/// # Errors
/// Database errors.
pub fn switch_due(db: &Db, now: NaiveDateTime) -> Result<usize> {
    let today = day_in_denmark(now);
    // On most days there is nobody, and then nobody should have to wait for a write.
    if db.read(|conn| Ok(planned_holders::list_due(conn, today)?))?.is_empty() {
        return Ok(0);
    }
    db.write(|conn| {
        let due = planned_holders::list_due(conn, today)?;
        for planned in &due {
            let id = &planned.post_id;
            let entry = directory::find_entry(conn, id, &Scope::All)?.or_not_found()?;
            planned_holders::delete(conn, &[id])?;
            replace_holder(conn, entry.holder.as_ref(), &planned.clone().holder(), now)?;
            note_post(conn, &By::clock(now), ("change_holder", PostChange::Person), &entry.post)?;
        }
        Ok(due.len())
    })
}
