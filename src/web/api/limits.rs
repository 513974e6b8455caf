//! How often a token may ask: enough for a table in pages and for several readers of one report, and too seldom for a
//! program that goes round in circles to take the dashboards' places from people.

use std::convert::Infallible;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDateTime;
use parking_lot::Mutex;
use quick_cache::sync::Cache;

use crate::domain::access::api_tokens::ApiTokenId;

/// Requests of one token in a minute, on each instance: it bounds the load, and guesses nothing.
pub const A_MINUTE: u32 = 300;

/// Seconds of a minute.
pub const MINUTE: i64 = 60;

/// How many tokens are remembered; one that is forgotten begins anew.
const TOKENS: usize = 1_000;

/// How often a token has asked in a minute.
#[derive(Default)]
struct Asked {
    minute: i64,
    times: u32,
}

static ASKED: LazyLock<Cache<ApiTokenId, Arc<Mutex<Asked>>>> = LazyLock::new(|| Cache::new(TOKENS));

/// Counts a request, and tells whether there was room for it.
pub fn has_room(token: &ApiTokenId, now: NaiveDateTime) -> bool {
    let minute = now.and_utc().timestamp() / MINUTE;
    let Ok(asked) = ASKED.get_or_insert_with(token, || Ok::<_, Infallible>(Arc::default()));
    let mut asked = asked.lock();
    if asked.minute != minute {
        *asked = Asked { minute, times: 0 };
    }
    asked.times += 1;
    asked.times <= A_MINUTE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_has_room_for_so_many_requests_of_a_token() {
        let (token, other, now) = (ApiTokenId::new(), ApiTokenId::new(), NaiveDateTime::default());
        assert!((0..A_MINUTE).all(|_| has_room(&token, now)));
        assert!(!has_room(&token, now) && has_room(&other, now));
        assert!(has_room(&token, now + chrono::TimeDelta::minutes(1)));
    }
}
