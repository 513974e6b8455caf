//! Every write of the program: one function, one transaction.

pub mod letters;
