//! Pages and parts of pages: plain functions from what is shown to markup.

pub mod about;
pub mod access;
pub mod administration;
pub mod answering;
pub mod api;
pub mod catalogue;
pub mod dashboards;
pub mod errors;
pub mod home;
pub mod import_errors;
pub mod mail;
pub mod markdown;
mod pages;
pub mod practice;
pub mod refusals;
pub mod rounds;
pub mod shell;
pub mod site;
pub mod ui;
