//! The tests that run the program as its users do, on both databases, and the rules about the code itself.
//! One binary, because each costs a link; one file a noun or story.

#![expect(clippy::disallowed_methods, reason = "tests are told by the environment where their database is")]
#![expect(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[macro_use]
mod app;
mod advice;
mod aims;
mod api;
mod architecture;
mod audit;
mod backup;
mod bounces;
mod calls;
mod circles;
mod client;
mod corrections;
mod counts;
mod crowds;
mod database;
mod demo;
mod directory;
mod directory_pages;
mod doctor;
mod drafts;
mod faults;
mod first_administrator;
mod fixtures;
mod golden;
mod handovers;
mod health;
mod home;
mod instances;
mod logs;
mod oidc;
mod once;
mod persons;
mod post_office;
mod practice;
mod private_files;
mod process;
mod proposals;
mod publication;
mod releases;
mod repeats;
mod retention;
mod rules;
mod schema;
mod scoring_example;
mod second_factors;
mod security;
mod service;
mod shutdown;
mod sign_offs;
mod site;
mod source;
mod startup;
mod suppression;
mod tls;
mod unit_shares;
mod upgrade;
mod writers;
