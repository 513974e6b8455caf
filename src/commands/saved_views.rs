//! Views of figures that people save under names.

use serde_json::json;

use super::audit::{note, note_values};
use crate::domain::access::audit::{By, Object};
use crate::domain::access::staff::StaffId;
use crate::domain::base::refusals::Refusal;
use crate::domain::dashboards::saved_view::{MOST_VIEWS, SavedView, SavedViewId, is_view};
use crate::error::{Error, OrNotFound, Result};
use crate::store::{self, Db};

/// Saves a view of an account. The address goes into no entry of the audit log: it may name what somebody looks for.
///
/// # Errors
/// Not found for an address that is no page of figures; `Refusal::TooManyViews`.
pub fn save(db: &Db, owner: &StaffId, (name, address, is_shared): (&str, &str, bool), by: &By) -> Result<()> {
    if !is_view(address) {
        return Err(Error::NotFound);
    }
    db.write(|conn| {
        if store::saved_views::count(conn, owner)? >= MOST_VIEWS {
            return Err(Refusal::TooManyViews.into());
        }
        let view = SavedView {
            id: SavedViewId::new(),
            staff_id: owner.clone(),
            name: name.to_owned(),
            address: address.to_owned(),
            is_shared,
            created_at: by.now,
        };
        store::saved_views::insert(conn, &view)?;
        let values = (None, Some(json!({ "shared": is_shared })));
        note_values(conn, by, ("create", Object::one("saved_view", view.id.as_str())), values)
    })
}

/// Gives an account's own view another name, and shares it or not.
///
/// # Errors
/// Not found.
pub fn change(db: &Db, owner: &StaffId, (id, name, is_shared): (&SavedViewId, &str, bool), by: &By) -> Result<()> {
    db.write(|conn| {
        let found = store::saved_views::find_own(conn, owner, id)?.or_not_found()?;
        let values = (Some(json!({ "shared": found.is_shared })), Some(json!({ "shared": is_shared })));
        store::saved_views::update(conn, &SavedView { name: name.to_owned(), is_shared, ..found })?;
        note_values(conn, by, ("update", Object::one("saved_view", id.as_str())), values)
    })
}

/// Takes an account's own view away.
///
/// # Errors
/// Not found.
pub fn delete(db: &Db, owner: &StaffId, id: &SavedViewId, by: &By) -> Result<()> {
    db.write(|conn| {
        if store::saved_views::delete(conn, owner, id)? == 0 {
            return Err(Error::NotFound);
        }
        note(conn, by, "delete", Object::one("saved_view", id.as_str()))
    })
}
