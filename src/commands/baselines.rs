//! Pinning the round that something is held against.

use serde_json::{Value, json};

use super::audit::note_values;
use crate::domain::access::audit::{By, Object};
use crate::domain::base::refusals::Refusal;
use crate::domain::rounds::Round;
use crate::domain::scoring::baselines::{Pin, can_serve};
use crate::editions;
use crate::error::Result;
use crate::store::{self, Conn, Db};

/// Pins what packages of a round are held against, each in place of an earlier pin.
///
/// # Errors
/// Refused when a round is unknown, the round does not ask a package, or a baseline can't serve or
/// did not ask the package; then nothing is pinned.
pub fn pin(db: &Db, key: &str, pins: &[Pin], by: &By) -> Result<()> {
    db.write(|conn| {
        let round = find(conn, key)?;
        let old = pinned(conn, &round)?;
        for pin in pins {
            pin_in(conn, &round, pin)?;
        }
        note_pins(conn, by, &round, old)
    })
}

/// Replaces every pin of a round, so that what is not named is held against the earliest round again.
///
/// # Errors
/// The errors of `pin`.
pub fn replace(db: &Db, key: &str, pins: &[Pin], by: &By) -> Result<()> {
    db.write(|conn| {
        let round = find(conn, key)?;
        let old = pinned(conn, &round)?;
        store::rounds::delete_pins(conn, &round.id)?;
        for pin in pins {
            pin_in(conn, &round, pin)?;
        }
        note_pins(conn, by, &round, old)
    })
}

/// Takes the pin of a package away, or with none that of the questions without package.
///
/// # Errors
/// Refused when the round is unknown or nothing is pinned there.
pub fn unpin(db: &Db, key: &str, package: Option<&str>, by: &By) -> Result<()> {
    db.write(|conn| {
        let round = find(conn, key)?;
        let old = pinned(conn, &round)?;
        if store::rounds::delete_pin(conn, &round.id, package.unwrap_or_default())? == 0 {
            return Err(Refusal::NotPinned.into());
        }
        note_pins(conn, by, &round, old)
    })
}

/// The pins of a round, as pairs of a package and the round that it is held against.
fn pinned(conn: &mut Conn, round: &Round) -> Result<Value> {
    Ok(json!(store::rounds::list_pins(conn, &round.id)?))
}

fn note_pins(conn: &mut Conn, by: &By, round: &Round, old: Value) -> Result<()> {
    let new = pinned(conn, round)?;
    note_values(conn, by, ("pin", Object::one("round", round.id.as_str())), (Some(old), Some(new)))
}

fn pin_in(conn: &mut Conn, round: &Round, pin: &Pin) -> Result<()> {
    let baseline = find(conn, &pin.round)?;
    if !can_serve(&baseline, round) {
        return Err(Refusal::NoBaseline(baseline.key).into());
    }
    if let Some(package) = &pin.package {
        for one in [round, &baseline] {
            let edition = editions::load(conn, &one.edition)?;
            let known = edition.find_package(package).map(|place| &edition.packages[place]);
            if !known.is_some_and(|package| one.asks_package(package)) {
                return Err(Refusal::PackageNotAsked(package.clone()).into());
            }
        }
    }
    let package = pin.package.as_deref().unwrap_or_default();
    store::rounds::delete_pin(conn, &round.id, package)?;
    store::rounds::insert_pin(conn, &round.id, package, &baseline.id)?;
    Ok(())
}

fn find(conn: &mut Conn, key: &str) -> Result<Round> {
    Ok(store::rounds::find_by_key(conn, key)?.ok_or_else(|| Refusal::UnknownRound(key.to_owned()))?)
}
