//! The site's settings as they were read last: every page needs them, and they change once a year. Another instance's
//! change is noticed within half a minute.

use std::sync::Arc;
use std::time::Duration;

use chrono::{NaiveDateTime, TimeDelta};
use parking_lot::Mutex;

use super::{Service, Shared, act};
use crate::domain::site::Site;
use crate::store;

/// How long what was read is good enough.
const GOOD_FOR: TimeDelta = TimeDelta::seconds(30);

/// How long a page waits for a connection to read them anew.
const PATIENCE: Duration = Duration::from_secs(1);

/// What was read last.
#[derive(Default)]
pub struct SiteCache(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    site: Arc<Site>,
    /// When somebody began to read them; none where they are to be read by the next page.
    read_at: Option<NaiveDateTime>,
    /// How often they were changed here: what was read before a change is not kept after it.
    changes: u64,
}

impl SiteCache {
    /// The settings as they were read last; as the program has them until then.
    pub fn get(&self) -> Arc<Site> {
        Arc::clone(&self.0.lock().site)
    }

    /// Has the next page read them anew, because they were changed here.
    pub fn forget(&self) {
        let mut kept = self.0.lock();
        kept.read_at = None;
        kept.changes += 1;
    }

    /// Tells one of those who ask that it is time to read them anew, and after how many changes that is; the others
    /// go on with what there is.
    fn begin(&self, now: NaiveDateTime) -> Option<u64> {
        let mut kept = self.0.lock();
        if kept.read_at.is_some_and(|at| at <= now && now - at < GOOD_FOR) {
            return None;
        }
        kept.read_at = Some(now);
        Some(kept.changes)
    }

    fn keep(&self, site: Site, changes: u64) {
        let mut kept = self.0.lock();
        if kept.changes == changes && *kept.site != site {
            kept.site = Arc::new(site);
        }
    }
}

/// Reads the settings anew where it is time; a database that can't say leaves those that were read last.
pub async fn refresh(service: &Shared) {
    let Some(changes) = service.site.begin(service.now()) else { return };
    let read =
        |service: &Service| service.db.read_within(PATIENCE, |conn| Ok(Site::of(&store::site::list_settings(conn)?)));
    match act(service, read).await {
        Ok(site) => service.site.keep(site, changes),
        Err(error) => tracing::debug!(%error, "the site's settings could not be read"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_many_reads_anew_when_it_is_time() {
        let cache = SiteCache::default();
        let now = NaiveDateTime::default();
        let is_time = |seconds| cache.begin(now + TimeDelta::seconds(seconds)).is_some();
        assert!(is_time(0) && !is_time(0) && !is_time(29));
        assert!(is_time(30) && !is_time(31));
        cache.forget();
        assert!(is_time(31));
        assert!(is_time(0), "a clock that was set back");
    }

    #[test]
    fn what_was_read_before_a_change_is_not_kept_after_it() {
        let cache = SiteCache::default();
        let named = |name: &str| Site { name: Some(name.to_owned()), ..Site::default() };
        let before = cache.begin(NaiveDateTime::default()).unwrap();
        cache.forget();
        cache.keep(named("før"), before);
        assert_eq!(cache.get().name, None);
        let after = cache.begin(NaiveDateTime::default()).unwrap();
        cache.keep(named("efter"), after);
        assert_eq!(cache.get().name.as_deref(), Some("efter"));
    }
}
