//! Every change of what is stored: one function an action, one transaction each.

pub mod sessions;
pub mod staff;
