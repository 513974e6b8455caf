//! Pejlemærke: how far each Danish municipality has carried out the prevention packages,
//! baseline against current. See ARCHITECTURE.md for the map.

#[macro_use]
pub mod domain;
pub mod schema;
#[macro_use]
pub mod texts;
pub mod api;
pub mod assets;
pub mod charts;
pub mod cli;
pub mod clock;
pub mod commands;
pub mod config;
pub mod editions;
pub mod error;
#[macro_use]
pub mod backup;
pub mod demo;
pub mod doctor;
pub mod exports;
pub mod files;
pub mod jobs;
pub mod mail;
pub mod metrics;
pub mod oidc;
pub mod paces;
pub mod releases;
pub mod results;
pub mod store;
#[cfg(test)]
mod test_support;
pub mod views;
pub mod web;
