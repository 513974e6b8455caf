//! What an attacker would try, held on both databases through HTTP. `routes.rs` reads the route table, so
//! that what holds for every route holds for the next one too.

mod bodies;
mod exports;
mod forms;
mod headers;
mod hosts;
mod mail;
mod markup;
mod matrix;
mod methods;
mod packing;
mod redirects;
pub mod requests;
pub mod routes;
mod sessions;
mod throttles;
mod timing;
pub mod wire;
pub mod world;
