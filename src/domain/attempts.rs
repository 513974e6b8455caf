//! How often signing in may fail: counted in windows of a quarter of an hour, shared by all instances.
//!
//! The pair of account and address has the tight limit, so that nobody can lock a colleague out from
//! elsewhere cheaply, and one mistyping person never locks out a town hall behind one address.

use std::net::{IpAddr, Ipv6Addr};

use chrono::{NaiveDateTime, TimeDelta, Timelike};

use super::tokens::content_hash;

/// The length of a window, in minutes; it divides an hour.
pub const WINDOW_MINUTES: u32 = 15;

/// Failures of one account from one address.
const PER_PAIR: i32 = 10;

/// Failures of one account from all addresses.
const PER_ACCOUNT: i32 = 30;

/// Failures of one address with all accounts.
const PER_ADDRESS: i32 = 100;

/// Something that attempts are counted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// SHA-256 in hex of the secret and what is counted, so that nothing personal is stored.
    pub hash: String,
    /// How many attempts a window has room for.
    pub limit: i32,
}

/// One attempt to sign in, as it is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// When its window began, UTC.
    pub window_start: NaiveDateTime,
    /// The account from this address.
    pub pair: Subject,
    /// The account from anywhere.
    pub account: Subject,
    /// The address with any account.
    pub address: Subject,
}

impl Attempt {
    /// The attempt of `address` to sign in as `email`, known or not, at `now` (UTC).
    pub fn new(secret: &str, email: &str, address: IpAddr, now: NaiveDateTime) -> Attempt {
        let email = email.trim().to_lowercase();
        let address = network(address);
        let subject =
            |what: String, limit| Subject { hash: content_hash(format!("{secret}\n{what}").as_bytes()), limit };
        Attempt {
            window_start: window_start(now),
            pair: subject(format!("pair\n{address}\n{email}"), PER_PAIR),
            account: subject(format!("account\n{email}"), PER_ACCOUNT),
            address: subject(format!("address\n{address}"), PER_ADDRESS),
        }
    }

    /// Everything that it counts for.
    pub fn subjects(&self) -> [&Subject; 3] {
        [&self.pair, &self.account, &self.address]
    }
}

/// When the window of an instant began.
fn window_start(now: NaiveDateTime) -> NaiveDateTime {
    let minutes = now.minute() % WINDOW_MINUTES;
    now - TimeDelta::minutes(minutes.into())
        - TimeDelta::seconds(now.second().into())
        - TimeDelta::nanoseconds(now.nanosecond().into())
}

/// What one customer of a network has: an IPv4 address, or the first 64 bits of an IPv6 address.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(long) => Ipv6Addr::from_bits(long.to_bits() >> 64 << 64).into(),
        short => short,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn attempt(email: &str, address: &str) -> Attempt {
        Attempt::new("hemmelig", email, address.parse().unwrap(), at("2026-11-21T10:14:59"))
    }

    #[test]
    fn windows_begin_every_quarter_of_an_hour() {
        assert_eq!(window_start(at("2026-11-21T10:14:59")), at("2026-11-21T10:00:00"));
        assert_eq!(window_start(at("2026-11-21T10:15:00")), at("2026-11-21T10:15:00"));
    }

    #[test]
    fn nothing_counted_can_be_read() {
        let attempt = attempt("anna@example.org", "192.0.2.1");
        assert!(attempt.subjects().iter().all(|subject| subject.hash.len() == 64));
        let other = Attempt::new("anden", "anna@example.org", "192.0.2.1".parse().unwrap(), attempt.window_start);
        assert_ne!(attempt.account.hash, other.account.hash);
    }

    #[test]
    fn the_same_account_and_address_count_as_one_however_they_are_written() {
        assert_eq!(attempt(" Anna@example.org", "::ffff:192.0.2.1"), attempt("anna@example.org", "192.0.2.1"));
        assert_eq!(attempt("a@example.org", "2001:db8::1"), attempt("a@example.org", "2001:db8::2"));
        assert_ne!(attempt("a@example.org", "2001:db8::1").pair, attempt("a@example.org", "2001:db8:0:1::1").pair);
        assert_ne!(attempt("a@example.org", "192.0.2.1").pair, attempt("b@example.org", "192.0.2.1").pair);
    }
}
