//! All SQL of the program: functions of one query each, `conn` first, one file a noun. None of
//! them begins a transaction; commands do.
//!
//! A row that its key finds is read by `get_result`, which asks for no `LIMIT` as `first` does: SQLite looks at
//! a bound limit while it plans, and so prepares a kept statement anew each time that one is bound.

#[macro_use]
pub mod db;
pub mod letters;

/// Narrows a boxed query to the municipalities that somebody may see.
macro_rules! in_scope {
    ($query:expr, $column:expr, $scope:expr) => {
        match $scope {
            $crate::domain::access::staff::Scope::All => $query,
            $crate::domain::access::staff::Scope::Some(codes) => $query.filter($column.eq_any(codes)),
        }
    };
}

pub mod advice;
pub mod announcements;
pub mod answers;
pub mod api_tokens;
pub mod audit;
pub mod bounces;
pub mod call_list;
pub mod calls;
pub mod comments;
pub mod compatibility;
mod conflicts;
mod connections;
pub mod contacts;
pub mod copies;
pub mod counts;
pub mod directory;
pub mod directory_uploads;
pub mod edition_revisions;
pub mod editions;
pub mod examples;
pub mod extension_requests;
pub mod extensions;
pub mod handovers;
pub mod health;
pub mod identities;
pub mod invitations;
pub mod known_networks;
pub mod leases;
pub mod ledger;
pub mod ledger_search;
pub mod letter_samples;
pub mod letter_texts;
pub mod merged_posts;
pub mod named;
pub mod participation;
pub mod planned_holders;
pub mod post_changes;
pub mod post_history;
pub mod programmes;
pub mod proposed_holders;
pub mod queue;
pub mod rate_limits;
pub mod receipts;
pub mod recovery_codes;
pub mod releases;
pub mod retention;
pub mod retries;
pub mod rounds;
pub mod saved_views;
pub mod second_factors;
pub mod sections;
pub mod sessions;
pub mod setup_tokens;
pub mod sign_ins;
pub mod sign_offs;
pub mod site;
pub mod staff;
pub mod tasks;
pub mod trials;
pub mod trouble;

pub mod links;

pub use db::{Conn, Db};
