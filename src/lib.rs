//! Pejlemærke: how far each Danish municipality has carried out the prevention packages,
//! baseline against current. See ARCHITECTURE.md for the map.

#[macro_use]
pub mod domain;
pub mod schema;
#[macro_use]
pub mod texts;
pub mod files;
