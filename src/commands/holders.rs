//! Who holds a post from a day on: planned, taken back, and come into force by the clock.

use chrono::{NaiveDate, NaiveDateTime};

use super::posts::{note_post, replace_holder};
use crate::domain::access::audit::By;
use crate::domain::access::staff::Scope;
use crate::domain::base::days::day_in_denmark;
use crate::domain::rounds::contacts::Contact;
use crate::domain::rounds::directory::{PlannedHolder, PostId};
use crate::domain::rounds::post_changes::PostChange;
use crate::error::{OrNotFound, Result};
use crate::store::{Conn, Db, directory, planned_holders};

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
