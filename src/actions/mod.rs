//! Every write of the program, one transaction each: what a person or the clock sets in motion.

pub mod catalogue;
pub mod extensions;
pub mod letters;
pub mod rounds;
