//! Letters from the ledger to the receiver.

mod delivery;
mod faults;
pub(crate) mod house;
mod ledger;
mod limits;
mod messages;
mod peer;
