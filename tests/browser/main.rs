//! The service as people meet it: in Chromium, on a desktop screen and on a phone, with and without
//! scripts, with letters from a real mail server; the main path in Firefox too.

#![expect(clippy::disallowed_methods, reason = "tests are told by the environment where their tools are")]
#![expect(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../it/app.rs"]
#[macro_use]
#[expect(dead_code, reason = "shared with the other tests, which use more of it")]
mod app;
#[path = "../it/client.rs"]
#[expect(dead_code, reason = "shared with the other tests, which use more of it")]
mod client;
#[path = "../it/database.rs"]
#[expect(dead_code, reason = "shared with the other tests, which use more of it")]
mod database;
#[path = "../it/fixtures.rs"]
#[expect(dead_code, reason = "shared with the other tests, which use more of it")]
mod fixtures;
#[path = "../it/process.rs"]
#[expect(dead_code, reason = "shared with the other tests, which use more of it")]
mod process;
#[path = "../it/oidc/provider.rs"]
#[expect(dead_code, reason = "shared with the other tests, which use more of it")]
mod provider;

/// The table of who gets what, and the country that it is about.
#[path = "../it/security"]
#[expect(dead_code, reason = "shared with the other tests, which use more of it")]
mod security {
    pub mod requests;
    pub mod wire;
    pub mod world;
}

mod accessibility;
mod browser;
mod chain;
mod desk;
mod drivers;
mod editors;
mod firefox;
mod forms;
mod harness;
mod keyboard;
mod keys_alone;
mod measure;
mod pages;
mod people;
mod program;
mod provider_sign_in;
mod saving;
mod smtp;
mod units;
mod unsaved;
mod variants;
mod year;
