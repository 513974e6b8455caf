//! How often signing in, or opening a link that does not work, may fail: counted in the database and so
//! shared by all instances, in windows of a quarter of an hour and of a day.
//!
//! The rule has two aims that pull apart: nobody may guess passwords by the thousand, and nobody, not even
//! a colleague behind the same address, may lock others out. So a try is counted on one of three lanes:
//!
//! - From a *known browser*, which holds the mark of an earlier success of this account ([`browser_mark`]),
//!   it counts for that browser alone: nobody else can use its tries up.
//! - From a *known place*, an address from which this account has succeeded, it counts for the account at
//!   that address. Whoever else sits there can use up the tries of the accounts that he names, while their
//!   owners' browsers go on; everybody else in the house signs in as before.
//! - From a stranger it counts for the account at that address, for the account from anywhere and for the
//!   address. Only strangers can use up the last two, and only strangers are refused for them: they bound
//!   a guesser with one address or with thousands to [`PER_ACCOUNT_A_DAY`] passwords of an account a day.
//!
//! A right password takes its own count back. A refused try is not checked, so that a limit limits. Whoever
//! uses an address's tries up can tell which accounts sign in from there, because they alone go on: that is
//! the price of not locking them out, and only their neighbours can pay it.
//!
//! Links are looked up first and only failures are counted, so that one that works always works, whatever
//! else is tried from the same address.
//!
//! A counter's key is a kind and five hexadecimal digits that only the holder of `SECRET_KEY` can work
//! out. Nothing personal can be read from it, and of each kind there are at most a million, however many
//! addresses and accounts somebody makes up. That two share a counter by chance costs at worst a wait.

use std::net::{IpAddr, Ipv6Addr};

use chrono::{NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use hmac::digest::Key;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::staff::sign_in_name;
use crate::domain::base::tokens::Token;

/// The length of the short window, in minutes; it divides an hour.
pub const WINDOW_MINUTES: u32 = 15;

/// Failures of one account from one address, or from one known browser.
const PER_PAIR: i32 = 10;

/// The same within a day.
const PER_PAIR_A_DAY: i32 = 100;

/// Failures of one account from strangers anywhere.
const PER_ACCOUNT: i32 = 30;

/// The same within a day.
pub const PER_ACCOUNT_A_DAY: i32 = 100;

/// How often something may be tried for one account.
struct Limits {
    /// What its counters begin with.
    kind: &'static str,
    pair: i32,
    pair_a_day: i32,
    account: i32,
    account_a_day: i32,
}

/// Passwords.
const PASSWORD: Limits = Limits {
    kind: "",
    pair: PER_PAIR,
    pair_a_day: PER_PAIR_A_DAY,
    account: PER_ACCOUNT,
    account_a_day: PER_ACCOUNT_A_DAY,
};

/// Codes of a second factor, of which three in a million are right at any moment: whoever knows the password and
/// tries for a day has a chance of one in some thousand.
const CODE: Limits = Limits { kind: "code-", ..PASSWORD };

/// Links to a new password, of which each is a letter in somebody's inbox. Once strangers have used theirs up
/// the owner has as many letters with links that work, and may ask from a known place besides.
const RESET: Limits = Limits { kind: "reset-", pair: 3, pair_a_day: 10, account: 6, account_a_day: 20 };

/// Failures of strangers at one address with all accounts, or with links that do not work.
const PER_ADDRESS: i32 = 100;

/// Failed ways back from a provider to one address. Codes can't be guessed and each way back is good once, so this
/// only bounds the load: a whole town hall is one address, and one colleague must not lock it out.
const PER_ADDRESS_OF_PROVIDER: i32 = 1000;

/// Failures of all with tokens that begin alike.
const PER_PREFIX: i32 = 20;

/// How much of a token begins alike: by chance no two do.
const PREFIX: usize = 8;

/// Bytes of a proof.
const DIGEST: usize = 32;

/// Hexadecimal digits of a counter's key: a million counters of a kind.
const DIGITS: usize = 5;

/// When the present windows began, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Windows {
    /// The quarter of an hour.
    pub quarter: NaiveDateTime,
    /// The day.
    pub day: NaiveDateTime,
}

/// Something that failures are counted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Its kind and what is counted, unreadable.
    pub key: String,
    /// When the window began in which it is counted, UTC.
    pub window_start: NaiveDateTime,
    /// How many failures the window has room for.
    pub limit: i32,
}

/// Where a try to sign in comes from.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// The address.
    pub address: IpAddr,
    /// The mark that the browser holds, if any; whether it is one of ours is found out here.
    pub mark: Option<&'a str>,
}

/// One try to sign in, as it may be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// The present windows.
    pub windows: Windows,
    /// The address as it is remembered after a success: 64 hexadecimal digits.
    pub place: String,
    at_place: [Subject; 2],
    stranger: [Subject; 3],
    browser: Option<[Subject; 2]>,
}

impl Attempt {
    /// The try to sign in as `email`, known or not, at `now` (UTC).
    pub fn new(secret: &str, email: &str, origin: Origin, now: NaiveDateTime) -> Attempt {
        Attempt::counted(&PASSWORD, secret, email, (origin, now))
    }

    /// The try to go on by a code of the second factor, once the password of `email` was right.
    pub fn code(secret: &str, email: &str, origin: Origin, now: NaiveDateTime) -> Attempt {
        Attempt::counted(&CODE, secret, email, (origin, now))
    }

    /// A request for a link to a new password of `email`, known or not. Every one of them counts.
    pub fn reset(secret: &str, email: &str, origin: Origin, now: NaiveDateTime) -> Attempt {
        Attempt::counted(&RESET, secret, email, (origin, now))
    }

    fn counted(limits: &Limits, secret: &str, email: &str, (origin, now): (Origin, NaiveDateTime)) -> Attempt {
        let email = sign_in_name(email);
        let address = network(origin.address);
        let count = Counters { secret, windows: windows(now) };
        let quarter = |kind: &str, what: &str, limit| count.quarter(&format!("{}{kind}", limits.kind), what, limit);
        let day = |kind: &str, what: &str, limit| count.day(&format!("{}{kind}", limits.kind), what, limit);
        let pair = format!("{address}\n{email}");
        Attempt {
            windows: count.windows,
            place: keyed(secret, &format!("place\n{address}")),
            at_place: [quarter("pair", &pair, limits.pair), day("pair-day", &pair, limits.pair_a_day)],
            stranger: [
                quarter("account", &email, limits.account),
                day("account-day", &email, limits.account_a_day),
                quarter("address", &address.to_string(), PER_ADDRESS),
            ],
            browser: origin
                .mark
                .filter(|mark| is_mark_of(secret, mark, &email))
                .map(|mark| [quarter("browser", mark, limits.pair), day("browser-day", mark, limits.pair_a_day)]),
        }
    }

    /// Whether the browser holds the mark of an earlier success of this account.
    pub fn is_known_browser(&self) -> bool {
        self.browser.is_some()
    }

    /// What a try counts for; the first is forgotten by a success. `is_known` tells whether the account has
    /// succeeded from this place before.
    pub fn subjects(&self, is_known: bool) -> Vec<Subject> {
        match &self.browser {
            Some(browser) => browser.to_vec(),
            None if is_known => self.at_place.to_vec(),
            None => self.at_place.iter().chain(&self.stranger).cloned().collect(),
        }
    }
}

/// What opens without an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// A personal link.
    Link,
    /// A one-time link of staff.
    Key,
    /// What somebody brings back from a provider of OpenID Connect.
    Provider,
    /// A token of the API.
    Api,
}

/// What a token that opens nothing counts for.
pub fn unknown_token(secret: &str, door: Door, token: &str, address: IpAddr, now: NaiveDateTime) -> [Subject; 2] {
    let count = Counters { secret, windows: windows(now) };
    let prefix: String = token.chars().take(PREFIX).collect();
    let (at_address, limit, by_prefix) = match door {
        Door::Link => ("link-address", PER_ADDRESS, "link-prefix"),
        Door::Key => ("key-address", PER_ADDRESS, "key-prefix"),
        Door::Api => ("api-address", PER_ADDRESS, "api-prefix"),
        Door::Provider => ("provider-address", PER_ADDRESS_OF_PROVIDER, "provider-prefix"),
    };
    [count.quarter(at_address, &network(address).to_string(), limit), count.quarter(by_prefix, &prefix, PER_PREFIX)]
}

/// A new mark for a browser in which an account has signed in: it says nothing to anybody else and
/// opens nothing, but nobody else can make one.
pub fn browser_mark(secret: &str, email: &str) -> String {
    mark(secret, Token::random().as_str(), &sign_in_name(email))
}

fn is_mark_of(secret: &str, given: &str, email: &str) -> bool {
    let Some((random, proof)) = given.split_once('.') else { return false };
    // In constant time: how much of a guess is right must not be told by how long it takes.
    let proof = base16ct::lower::decode_vec(proof);
    proof.is_ok_and(|proof| authenticated(secret, &marked(random, email)).verify_slice(&proof).is_ok())
}

fn mark(secret: &str, random: &str, email: &str) -> String {
    format!("{random}.{}", keyed(secret, &marked(random, email)))
}

fn marked(random: &str, email: &str) -> String {
    format!("browser\n{random}\n{email}")
}

/// HMAC-SHA-256 in hex, which nobody without the secret can work out.
pub(super) fn keyed(secret: &str, what: &str) -> String {
    base16ct::lower::encode_string(&authenticated(secret, what).finalize().into_bytes())
}

/// A keyed hash, and a source of keys that nobody without the secret can work out.
pub(super) fn authenticated(secret: &str, what: &str) -> Hmac<Sha256> {
    // A key of any length becomes one of the hash's, so that there is none that does not fit.
    let mut key = Key::<Hmac<Sha256>>::default();
    key[..DIGEST].copy_from_slice(&Sha256::digest(secret));
    Hmac::new(&key).chain_update(what)
}

/// The present windows.
pub fn windows(now: NaiveDateTime) -> Windows {
    let minutes = now.minute() % WINDOW_MINUTES;
    let quarter = now
        - TimeDelta::minutes(minutes.into())
        - TimeDelta::seconds(now.second().into())
        - TimeDelta::nanoseconds(now.nanosecond().into());
    Windows { quarter, day: now.date().and_time(NaiveTime::MIN) }
}

struct Counters<'a> {
    secret: &'a str,
    windows: Windows,
}

impl Counters<'_> {
    fn quarter(&self, kind: &str, what: &str, limit: i32) -> Subject {
        Subject { key: self.key(kind, what), window_start: self.windows.quarter, limit }
    }

    fn day(&self, kind: &str, what: &str, limit: i32) -> Subject {
        Subject { key: self.key(kind, what), window_start: self.windows.day, limit }
    }

    fn key(&self, kind: &str, what: &str) -> String {
        let digits: String = keyed(self.secret, &format!("{kind}\n{what}")).chars().take(DIGITS).collect();
        format!("{kind} {digits}")
    }
}

/// What one customer of a network has: an IPv4 address, or the first 64 bits of an IPv6 address.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(long) => Ipv6Addr::from_bits(long.to_bits() >> 64 << 64).into(),
        short => short,
    }
}

#[cfg(test)]
mod tests;
