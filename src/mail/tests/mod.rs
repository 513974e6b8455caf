//! Letters from the ledger to the receiver.

mod delivery;
mod faults;
mod ledger;
mod limits;
mod messages;
mod own_texts;
mod peer;
mod staff;
