//! Pinning the round that something is held against.

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
pub fn pin(db: &Db, key: &str, pins: &[Pin]) -> Result<()> {
    db.write(|conn| {
        let round = find(conn, key)?;
        for pin in pins {
            pin_in(conn, &round, pin)?;
        }
        Ok(())
    })
}

/// Replaces every pin of a round, so that what is not named is held against the earliest round again.
///
/// # Errors
/// Those of `pin`.
pub fn replace(db: &Db, key: &str, pins: &[Pin]) -> Result<()> {
    db.write(|conn| {
        let round = find(conn, key)?;
        store::rounds::delete_pins(conn, &round.id)?;
        for pin in pins {
            pin_in(conn, &round, pin)?;
        }
        Ok(())
    })
}

/// Takes the pin of a package away, or with none that of the questions without package.
///
/// # Errors
/// Refused when the round is unknown or nothing is pinned there.
pub fn unpin(db: &Db, key: &str, package: Option<&str>) -> Result<()> {
    db.write(|conn| {
        let round = find(conn, key)?;
        if store::rounds::delete_pin(conn, &round.id, package.unwrap_or_default())? == 0 {
            return Err(Refusal::NotPinned.into());
        }
        Ok(())
    })
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
