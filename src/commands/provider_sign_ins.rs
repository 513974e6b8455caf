//! Signing in by a provider of OpenID Connect: whom it vouches for gets a session, as by a password. What the
//! provider says of role and municipalities is written at every sign-in, because there it is decided.

use chrono::NaiveDateTime;
use serde_json::{Map, Value, json};

use super::audit::{note, note_values};
use super::codes::is_set;
use super::rate_limits;
use super::sessions::{Admission, Place, ask_code, let_in};
use super::staff::rights;
use crate::domain::access::audit::{By, Object};
use crate::domain::access::identities::{AccountPolicy, Identity, Person, Rights, Vouched};
use crate::domain::access::rate_limits::{Attempt, Origin, Subject, Windows};
use crate::domain::access::sign_in_faults::SignInFault;
use crate::domain::access::staff::{Draft, Role, Staff, StaffId, email};
use crate::domain::base::refusals::Refusal;
use crate::domain::base::tokens::Token;
use crate::error::Result;
use crate::store::{self, Conn, Db};

/// Somebody who comes back from the provider.
pub struct Arrival<'a> {
    /// For whom it vouches.
    pub person: &'a Person,
    /// What its claims give; none where that is kept here.
    pub rights: Option<&'a Rights>,
    /// Whether it asked for a second factor that counts here.
    pub has_second_factor: bool,
    /// Where from.
    pub origin: Origin<'a>,
    /// The session that the browser had before.
    pub before: Option<&'a Token>,
}

/// Counts that somebody comes back from the provider, as if it were to fail: a flow is good once, and an address
/// has so many failures.
///
/// # Errors
/// `SignInFault::NotBegun` where the flow was used already, and `Refusal::TooManyAttempts`.
pub fn begin(db: &Db, (at_address, spent): (&Subject, &Subject), windows: &Windows) -> Result<()> {
    db.write(|conn| {
        if store::rate_limits::count(conn, spent)? >= spent.limit {
            return Err(Refusal::SignIn(SignInFault::NotBegun).into());
        }
        rate_limits::count(conn, std::slice::from_ref(at_address), windows)?;
        store::rate_limits::insert_or_count(conn, spent)?;
        Ok(())
    })
}

/// Takes a counted try back that says nothing of who made it: the provider was away.
///
/// # Errors
/// Database errors.
pub fn take_back(db: &Db, at_address: &Subject) -> Result<()> {
    db.write(|conn| Ok(store::rate_limits::update_one_less(conn, at_address).map(drop)?))
}

/// Lets somebody in for whom the provider vouches, or asks for a code where the account has a second factor and the
/// provider's does not count; tells its name too. The identity is bound to an account the first time, by its address; from then on
/// the address does not matter.
///
/// # Errors
/// `Refusal::SignIn` with what is missing.
pub fn open(
    db: &Db,
    (key, policy): (&str, AccountPolicy),
    arrival: &Arrival,
    (at_address, now): (&Subject, NaiveDateTime),
) -> Result<(Admission, String)> {
    let made = StaffId::new();
    db.write(|conn| {
        let (account, mut told) = account(conn, (policy, arrival), &made, now)?;
        let by = By::staff(&account.id, now);
        let account = refresh(conn, account, arrival.rights)?;
        if policy.ends_passwords && end_password(conn, &account.now)? {
            told.insert("password_ended".to_owned(), json!(true));
        }
        store::rate_limits::update_one_less(conn, at_address)?;
        if let Some(before) = arrival.before {
            store::sessions::delete(conn, &before.hash())?;
        }
        let vouched = Vouched::of(arrival.person, key, &account.now.id);
        let admission = if !arrival.has_second_factor && is_set(conn, &account.now.id)? {
            told.insert("code_asked".to_owned(), json!(true));
            let waiting = ask_code(conn, &account.now.id, now)?;
            store::sign_ins::update_vouched(conn, &waiting.hash(), &vouched)?;
            Admission::CodeNeeded(waiting)
        } else {
            let attempt = Attempt::new(key, &account.now.email, arrival.origin, now);
            let session = let_in(conn, &Place::of(&attempt), &account.now, now)?;
            let second_factor_at = arrival.has_second_factor.then_some(now);
            store::sessions::update_vouched(conn, &session.hash(), &vouched, second_factor_at)?;
            Admission::Session(session)
        };
        let old = account.before.map(|before| rights(&before));
        if old.is_some() {
            told.extend(rights(&account.now).as_object().cloned().unwrap_or_default());
        }
        let new = (!told.is_empty()).then_some(Value::Object(told));
        let id = account.now.id.as_str();
        note_values(conn, &by, ("provider_sign_in", Object::one("staff", id)), (old, new))?;
        Ok((admission, account.now.email))
    })
}

/// Ends the sessions here of somebody who has signed out at the provider: one of theirs there, or all.
///
/// # Errors
/// Database errors.
pub fn end(db: &Db, issuer: &str, (subject, session): (&str, Option<&str>), now: NaiveDateTime) -> Result<()> {
    db.write(|conn| {
        let Some(Identity { staff_id, .. }) = store::identities::find(conn, issuer, subject)? else { return Ok(()) };
        let ended = store::sign_ins::delete_vouched(conn, &staff_id)?
            + match session {
                Some(session) => store::sessions::delete_by_provider(conn, &staff_id, session)?,
                None => store::sessions::delete_vouched(conn, &staff_id)?,
            };
        if ended == 0 {
            return Ok(());
        }
        note(conn, &By::visitor(now), "provider_sign_out", Object::one("staff", staff_id.as_str()))
    })
}

/// An account as it is now, and as it was where the provider has changed what it may do.
struct Refreshed {
    now: Staff,
    before: Option<Staff>,
}

/// Writes what the provider says of somebody's role and municipalities, where it does.
fn refresh(conn: &mut Conn, account: Staff, rights: Option<&Rights>) -> Result<Refreshed> {
    let Some(Rights { role, municipalities }) = rights else { return Ok(Refreshed { now: account, before: None }) };
    let now = account.clone().with_rights(*role, municipalities);
    if now == account {
        return Ok(Refreshed { now, before: None });
    }
    store::staff::update(conn, &now)?;
    if account.role == Role::Admin && !store::staff::exists_active_admin(conn)? {
        tracing::warn!(
            "the provider's claims left no administrator: look at OIDC_ROLES, or make one with pejl staff add"
        );
    }
    Ok(Refreshed { now, before: Some(account) })
}

/// Ends what would let somebody in past the provider: the account's password, and links to a new one.
fn end_password(conn: &mut Conn, account: &Staff) -> Result<bool> {
    store::setup_tokens::delete_by_staff(conn, &account.id)?;
    if account.password_hash.is_none() {
        return Ok(false);
    }
    store::staff::update_password(conn, &account.id, None)?;
    Ok(true)
}

/// The account of somebody, and what the log is told where it was bound or made just now.
fn account(
    conn: &mut Conn,
    (policy, arrival): (AccountPolicy, &Arrival),
    made: &StaffId,
    now: NaiveDateTime,
) -> Result<(Staff, Map<String, Value>)> {
    let Person { issuer, subject, .. } = arrival.person;
    if let Some(identity) = store::identities::find(conn, issuer, subject)? {
        let account = store::staff::find(conn, &identity.staff_id)?.filter(|account| account.disabled_at.is_none());
        let account = account.ok_or(Refusal::SignIn(SignInFault::Disabled))?;
        store::identities::update_used(conn, issuer, subject, now)?;
        return Ok((account, Map::new()));
    }
    let address = address(arrival.person, policy)?;
    let (account, first) = match store::staff::find_by_email(conn, &address)? {
        Some(found) if found.disabled_at.is_some() => return Err(Refusal::SignIn(SignInFault::Disabled).into()),
        Some(found) if store::identities::exists(conn, &found.id, issuer)? => {
            return Err(Refusal::SignIn(SignInFault::AddressTaken).into());
        }
        Some(found) => (found, "bound"),
        None => (make(conn, (policy, arrival.rights), (address, made), now)?, "made"),
    };
    let identity = Identity {
        issuer: issuer.clone(),
        subject: subject.clone(),
        staff_id: account.id.clone(),
        created_at: now,
        used_at: now,
    };
    store::identities::insert(conn, &identity)?;
    store::staff::update_identity(conn, &account.id, Some(now))?;
    let mut told = Map::from_iter([("identity".to_owned(), json!(first))]);
    if first == "made" {
        told.extend(rights(&account).as_object().cloned().unwrap_or_default());
    }
    Ok((Staff { identity_at: Some(now), ..account }, told))
}

/// The address by which an account is found the first time: one that the provider has checked.
fn address(person: &Person, policy: AccountPolicy) -> Result<String> {
    let given = person.email.as_deref().and_then(|given| email(given).ok());
    let address = given.ok_or(Refusal::SignIn(SignInFault::NoAddress))?;
    if person.is_email_verified || policy.trusts_addresses {
        return Ok(address);
    }
    Err(Refusal::SignIn(SignInFault::AddressNotVerified).into())
}

fn make(
    conn: &mut Conn,
    (policy, rights): (AccountPolicy, Option<&Rights>),
    (email, made): (String, &StaffId),
    now: NaiveDateTime,
) -> Result<Staff> {
    let rights = rights.filter(|_| policy.makes_accounts).ok_or(Refusal::SignIn(SignInFault::NoAccount))?;
    let draft = Draft { email, role: rights.role, municipalities: rights.municipalities.clone() };
    let account = Staff { id: made.clone(), ..Staff::new(&draft, now) };
    store::staff::insert(conn, &account)?;
    Ok(account)
}
