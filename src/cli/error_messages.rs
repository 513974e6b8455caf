//! Why a command ended with 1, in one sentence in the user's language.

use std::io::ErrorKind;

use super::CommandError;
use crate::config::ConfigError;
use crate::domain::Language;
use crate::error::Error;
use crate::store::trouble::Trouble;
use crate::views::{self, refusals};

/// The sentence, or one line per fault of a file and a sentence; `url` is the database's address.
pub(super) fn describe(error: &CommandError, url: &str, language: Language) -> String {
    match error {
        CommandError::Config(error) => setting(error, language),
        CommandError::Action(Error::Refused(refusal)) => refusals::describe(refusal, language),
        CommandError::Action(Error::Pool(_) | Error::Unavailable(_) | Error::Busy(_)) => {
            tr!(language, "cli-database-busy")
        }
        CommandError::ImportErrors { path, faults } => {
            let lines =
                faults.iter().map(|fault| format!("{path}: {}\n", views::import_errors::describe(fault, language)));
            let count = faults.len();
            lines.collect::<String>() + &tr!(language, "cli-faults", path = path.as_str(), count = count)
        }
        CommandError::File { path, cause } => {
            tr!(language, "cli-file", path = path.as_str(), cause = cause.to_string())
        }
        CommandError::Database(error) => database(&Trouble::of(error, url), language),
        CommandError::ReadOnly => database(&Trouble::of_writing(url), language),
        CommandError::MailFolder { folder, cause } => {
            tr!(language, "cli-mail-folder", folder = folder.as_str(), cause = cause.to_string())
        }
        CommandError::Listen { key, address, cause } => {
            let (key, address) = (*key, address.as_str());
            match cause.kind() {
                ErrorKind::AddrInUse => tr!(language, "cli-listen-taken", key = key, address = address),
                ErrorKind::PermissionDenied => tr!(language, "cli-listen-forbidden", key = key, address = address),
                ErrorKind::AddrNotAvailable => tr!(language, "cli-listen-elsewhere", key = key, address = address),
                _ => tr!(language, "cli-listen-no-address", key = key, address = address),
            }
        }
        CommandError::NotReady { address, says } => {
            tr!(language, "cli-not-ready", address = address.as_str(), says = says.as_str())
        }
        &CommandError::BrokenReleases(count) => tr!(language, "cli-release-broken", count = count),
        CommandError::Unwell => tr!(language, "doctor-unwell"),
        other => other.to_string(),
    }
}

fn database(trouble: &Trouble, language: Language) -> String {
    let shown = |path: &std::path::Path| path.display().to_string();
    match trouble {
        Trouble::Scheme => tr!(language, "cli-database-scheme"),
        Trouble::NoFolder(folder) => tr!(language, "cli-database-no-folder", folder = shown(folder)),
        Trouble::IsFolder(path) => tr!(language, "cli-database-is-folder", path = shown(path)),
        Trouble::NotADatabase(path) => tr!(language, "cli-database-other-file", path = shown(path)),
        Trouble::ReadOnlyFile(path) => tr!(language, "cli-database-read-only-file", path = shown(path)),
        Trouble::ReadOnlyFolder(folder) => tr!(language, "cli-database-read-only-folder", folder = shown(folder)),
        Trouble::ReadOnlyServer => tr!(language, "cli-database-read-only-server"),
        Trouble::Address => tr!(language, "cli-database-address"),
        Trouble::UnknownHost(host) => tr!(language, "cli-database-unknown-host", host = host.as_str()),
        Trouble::NobodyListens(host) => tr!(language, "cli-database-nobody", host = host.as_str()),
        Trouble::WrongPassword => tr!(language, "cli-database-password"),
        Trouble::NoDatabase(name) => tr!(language, "cli-database-missing", name = name.as_str()),
        Trouble::NoTls => tr!(language, "cli-database-no-tls"),
        Trouble::Other(cause) => tr!(language, "cli-database", cause = cause.as_str()),
    }
}

fn setting(error: &ConfigError, language: Language) -> String {
    match error {
        ConfigError::File { path, cause } => {
            tr!(language, "setting-file", path = path.as_str(), cause = cause.to_string())
        }
        ConfigError::Secret { key, path, cause } => {
            let (key, cause) = (key.to_string(), cause.to_string());
            tr!(language, "setting-secret-file", key = key, path = path.as_str(), cause = cause)
        }
        ConfigError::Named { key, path, cause } => {
            let (key, cause) = (key.to_string(), cause.to_string());
            tr!(language, "setting-named-file", key = key, path = path.as_str(), cause = cause)
        }
        ConfigError::Twice { key } => tr!(language, "setting-twice", key = key.to_string()),
        ConfigError::Line { path, line } => {
            tr!(language, "setting-line", path = path.as_str(), line = line.to_string())
        }
        ConfigError::Value { key, value, cure: english } => {
            let told = cure(key, english, language);
            tr!(language, "setting-value", key = key.to_string(), value = value.as_str(), cure = told)
        }
        ConfigError::Missing { key, cure: english } => {
            tr!(language, "setting-missing", key = key.to_string(), cure = cure(key, english, language))
        }
    }
}

/// What to write instead; in English where a setting has no text of its own.
fn cure(key: &str, english: &str, language: Language) -> String {
    match key {
        "DATABASE_URL" => tr!(language, "setting-cure-database"),
        "BASE_URL" => tr!(language, "setting-cure-base"),
        "SECRET_KEY" => tr!(language, "setting-cure-secret"),
        "SMTP_URL" => tr!(language, "setting-cure-smtp"),
        "TRUSTED_PROXIES" => tr!(language, "setting-cure-proxies"),
        "LOG_FORMAT" => tr!(language, "setting-cure-log-format"),
        "LOG_LEVEL" => tr!(language, "setting-cure-log-level"),
        _ => english.to_owned(),
    }
}
