//! Letters from the ledger to the receiver.

mod delivery;
pub(crate) mod house;
mod ledger;
mod messages;
mod peer;
