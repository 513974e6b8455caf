//! Settings: the only reader of the environment. Every setting may also stand as `KEY=value` in the
//! file that `PEJL_CONFIG` names; the environment wins. A secret may have a file to itself.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use url::Url;

mod errors;
mod files;
mod logs;
pub mod oidc;
mod shown;

use crate::domain::Language;
use crate::domain::access::proxies::Network;
use crate::domain::access::second_factors::TotpPolicy;
pub use errors::ConfigError;
use files::{read_file, read_secrets};
pub use logs::Logs;
use oidc::Oidc;
pub use shown::ShownSetting;

/// The secret that the demo runs on; refused everywhere else.
pub const DEMO_SECRET: &str = "demo-demo-demo-demo-demo-demo-demo";

/// The least number of characters in `SECRET_KEY`.
const SECRET_LENGTH: usize = 32;

/// The settings of one process.
#[derive(Clone, Default)]
pub struct Config {
    /// `sqlite://PATH` or `postgres://...`.
    pub database_url: String,
    /// The address that people reach the service by; links in mail use it, never the Host header.
    pub base_url: String,
    /// Where the web server listens.
    pub listen: String,
    /// Proxies that are believed when they say whom they ask for; one on this machine always is.
    pub trusted_proxies: Vec<Network>,
    /// How many seconds the body of a form may take to arrive.
    pub body_seconds: u32,
    /// Where letters go.
    pub mail: Option<MailTarget>,
    /// Sender of letters.
    pub mail_from: String,
    /// Where answers to letters go, if not to the sender.
    pub mail_reply_to: Option<String>,
    /// Letters in flight at once, 1 to 64.
    pub mail_concurrency: usize,
    /// Letters a minute at most, of all instances together.
    pub mail_rate: u32,
    /// Letters on one connection to the mail server at most.
    pub mail_per_connection: u32,
    /// How long the mail server may take for each answer, up to a minute.
    pub mail_timeout: Duration,
    /// Months after a round's closing until its names and addresses are emptied; 0 keeps them.
    pub retention_months: u32,
    /// Months that entries of the audit log are kept; 0 keeps them all.
    pub audit_months: u32,
    /// Keeps what is counted about people (throttles) unreadable in the database.
    pub secret_key: Option<String>,
    /// Who must have a second factor to do anything.
    pub require_totp: TotpPolicy,
    /// How somebody signs in at a provider of OpenID Connect, if that is possible.
    pub oidc: Option<Oidc>,
    /// Whether nobody signs in with a password on the page: only by the provider, or by a link of the command line.
    pub passwords_off: bool,
    /// Where operators' figures are served, if anywhere: not for the public.
    pub metrics_listen: Option<String>,
    /// What is logged, and how.
    pub logs: Logs,
    /// The language of the command line.
    pub language: Language,
    /// Who is asked about accessibility and personal data, shown in the footer's pages.
    pub contact: String,
    /// Whether answers and figures are generated, so that every page says so; only `pejl demo` sets it.
    pub is_demo: bool,
}

/// Where letters go.
#[derive(Clone, PartialEq, Eq)]
pub enum MailTarget {
    /// A mail server, `smtp://` or `smtps://`.
    Smtp(String),
    /// A folder that gets one .eml file per letter.
    Folder(PathBuf),
}

/// Never prints the secret, nor addresses that may hold a password.
impl std::fmt::Debug for Config {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("Config");
        shown.field("base_url", &self.base_url).field("listen", &self.listen).field("mail", &self.mail);
        shown.finish_non_exhaustive()
    }
}

/// Never prints the server's address, which may hold a password.
impl std::fmt::Debug for MailTarget {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            MailTarget::Smtp(_) => "Smtp",
            MailTarget::Folder(_) => "Folder",
        })
    }
}

impl Config {
    /// Reads the environment and the settings file.
    ///
    /// # Errors
    /// When the file can't be read or a value can't be used.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
    pub fn from_environment() -> Result<Config, ConfigError> {
        let mut values = match std::env::var("PEJL_CONFIG") {
            Ok(path) => read_file(&path)?,
            Err(_) => HashMap::new(),
        };
        values.extend(std::env::vars());
        read_secrets(&mut values)?;
        Config::from_values(&values)
    }

    /// The language of the command line where the other settings can't be used.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
    pub fn language_of_environment() -> Language {
        std::env::var("PEJL_LANGUAGE").ok().and_then(|word| word.parse().ok()).unwrap_or_default()
    }

    /// The settings from named values; what is not named has its default.
    ///
    /// # Errors
    /// When a value can't be used.
    pub fn from_values(values: &HashMap<String, String>) -> Result<Config, ConfigError> {
        let get = |key: &str| values.get(key).filter(|value| !value.is_empty()).cloned();
        let database_url = get("DATABASE_URL").unwrap_or_else(|| "sqlite://pejl.sqlite".to_owned());
        if !["sqlite://", "postgres://", "postgresql://"].iter().any(|scheme| database_url.starts_with(scheme)) {
            let value = database_url.split(':').next().unwrap_or_default().to_owned();
            let cure = "write sqlite://PATH or postgres://USER:PASSWORD@HOST/NAME.";
            return Err(ConfigError::Value { key: "DATABASE_URL", value, cure });
        }
        let base_url = get("BASE_URL").unwrap_or_else(|| "http://127.0.0.1:8080".to_owned());
        let is_page = |url: Url| matches!(url.scheme(), "http" | "https") && url.query().is_none();
        if !Url::parse(&base_url).is_ok_and(is_page) {
            let cure = "write the whole address, such as https://pejl.example.org.";
            return Err(ConfigError::Value { key: "BASE_URL", value: base_url, cure });
        }
        let mut oidc = Oidc::parse(&get)?;
        let passwords_off = passwords_off(get("PASSWORD_SIGN_IN"), oidc.as_ref())?;
        if let Some(oidc) = &mut oidc {
            oidc.accounts.ends_passwords |= passwords_off;
        }
        let smtp = get("SMTP_URL").map(MailTarget::Smtp);
        Ok(Config {
            database_url,
            base_url: base_url.trim_end_matches('/').to_owned(),
            listen: get("LISTEN").unwrap_or_else(|| "127.0.0.1:8080".to_owned()),
            trusted_proxies: networks(&get("TRUSTED_PROXIES").unwrap_or_default())?,
            body_seconds: number(get("BODY_SECONDS"), "BODY_SECONDS", 60)?.max(1),
            mail: smtp.or_else(|| get("MAIL_FOLDER").map(|folder| MailTarget::Folder(folder.into()))),
            mail_from: get("MAIL_FROM").unwrap_or_else(|| "Pejlemærke <pejl@example.org>".to_owned()),
            mail_reply_to: get("MAIL_REPLY_TO"),
            mail_concurrency: number(get("MAIL_CONCURRENCY"), "MAIL_CONCURRENCY", 12)?.clamp(1, 64) as usize,
            mail_rate: number(get("MAIL_RATE"), "MAIL_RATE", 600)?.max(1),
            mail_per_connection: number(get("MAIL_PER_CONNECTION"), "MAIL_PER_CONNECTION", 50)?.max(1),
            mail_timeout: Duration::from_secs(number(get("MAIL_TIMEOUT"), "MAIL_TIMEOUT", 60)?.clamp(1, 60).into()),
            retention_months: number(get("RETENTION_MONTHS"), "RETENTION_MONTHS", 24)?,
            audit_months: number(get("AUDIT_MONTHS"), "AUDIT_MONTHS", 60)?,
            secret_key: get("SECRET_KEY"),
            require_totp: totp_policy(get("REQUIRE_TOTP"))?,
            oidc,
            passwords_off,
            metrics_listen: get("METRICS_LISTEN"),
            logs: Logs::parse(get("LOG_FORMAT"), get("LOG_LEVEL"))?,
            language: get("PEJL_LANGUAGE").and_then(|word| word.parse().ok()).unwrap_or_default(),
            contact: get("CONTACT").unwrap_or_else(|| "pejl@example.org".to_owned()),
            is_demo: false,
        })
    }

    /// The settings of a demo whose database and letters stand in `folder`.
    pub fn demo(folder: &Path, listen: &str) -> Config {
        let pairs = [
            ("DATABASE_URL", format!("sqlite://{}", folder.join("demo.sqlite").display())),
            ("BASE_URL", format!("http://{listen}")),
            ("LISTEN", listen.to_owned()),
            ("SECRET_KEY", DEMO_SECRET.to_owned()),
            // The logins that are printed shall just work.
            ("REQUIRE_TOTP", TotpPolicy::None.to_string()),
        ];
        let values = pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        // These values are our own and always fit; the defaults stand in for the type's sake.
        let config = Config::from_values(&values).unwrap_or_default();
        let mail = Some(MailTarget::Folder(folder.join("letters")));
        Config { mail, mail_rate: u32::MAX, is_demo: true, ..config }
    }

    /// Refuses to serve on settings that are only good for a demo.
    ///
    /// # Errors
    /// When the secret is missing, short or the demo's, or letters have nowhere to go.
    pub fn check_for_serving(&self) -> Result<(), ConfigError> {
        let secret = self.secret_key.as_deref().unwrap_or_default();
        if secret.len() < SECRET_LENGTH || secret == DEMO_SECRET {
            let cure = "write at least 32 random characters, for instance from: openssl rand -hex 32.";
            return Err(ConfigError::Missing { key: "SECRET_KEY", cure });
        }
        if self.mail.is_none() {
            let cure = "set it to smtp://HOST:PORT, or set MAIL_FOLDER to a folder for letters as .eml files.";
            return Err(ConfigError::Missing { key: "SMTP_URL", cure });
        }
        Ok(())
    }

    /// What browsers call the site that forms come from: scheme, host in lower case, and the port
    /// where it is not the usual one.
    pub fn origin(&self) -> String {
        Url::parse(&self.base_url).map_or_else(|_| String::new(), |url| url.origin().ascii_serialization())
    }

    /// Whether cookies are only sent over TLS.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

fn number(value: Option<String>, key: &'static str, default: u32) -> Result<u32, ConfigError> {
    match value {
        None => Ok(default),
        Some(value) => value.parse().map_err(|_| ConfigError::Value { key, value, cure: "write a whole number." }),
    }
}

fn totp_policy(value: Option<String>) -> Result<TotpPolicy, ConfigError> {
    let cure = "write none, admin or all.";
    let wrong = |value: String| ConfigError::Value { key: "REQUIRE_TOTP", value, cure };
    value.map_or(Ok(TotpPolicy::default()), |value| value.parse().map_err(|_| wrong(value)))
}

/// Whether nobody signs in with a password; somebody must be able to sign in.
fn passwords_off(value: Option<String>, oidc: Option<&Oidc>) -> Result<bool, ConfigError> {
    let wrong = |value: String, cure| ConfigError::Value { key: "PASSWORD_SIGN_IN", value, cure };
    match value {
        None => Ok(false),
        Some(value) if value == "on" => Ok(false),
        Some(value) if value == "off" && oidc.is_some() => Ok(true),
        Some(value) if value == "off" => Err(wrong(value, "set OIDC_ISSUER too, so that there is another way in.")),
        Some(value) => Err(wrong(value, "write on or off.")),
    }
}

/// Networks, separated by commas.
fn networks(list: &str) -> Result<Vec<Network>, ConfigError> {
    let written = list.split(',').map(str::trim).filter(|one| !one.is_empty());
    let cure = "write addresses or networks separated by commas, such as 172.18.0.0/16.";
    let wrong = |one: &str| ConfigError::Value { key: "TRUSTED_PROXIES", value: one.to_owned(), cure };
    written.map(|one| one.parse().map_err(|_| wrong(one))).collect()
}

#[cfg(test)]
mod tests;
