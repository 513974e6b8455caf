//! The settings as people may see them who look after the service, but not what it runs on.

use super::oidc::{Oidc, ProvidersFactor};
use super::{Config, MailTarget};
use crate::domain::access::claims::{ClaimMapping, MunicipalitySource};

/// A setting as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShownSetting {
    /// Its value; empty where it is not set.
    Text(String),
    /// Whether it is set, of what is a secret or may hold one.
    Secret(bool),
}

impl Config {
    /// The settings in the order of README.md, by their names in the environment.
    pub fn shown(&self) -> Vec<(&'static str, ShownSetting)> {
        let text = |text: &str| ShownSetting::Text(text.to_owned());
        let number = |number: u64| ShownSetting::Text(number.to_string());
        // What stands behind the scheme may hold a password.
        let scheme = self.database_url.split("://").next().unwrap_or_default();
        let proxies: Vec<String> = self.trusted_proxies.iter().map(ToString::to_string).collect();
        let folder = match &self.mail {
            Some(MailTarget::Folder(folder)) => folder.display().to_string(),
            _ => String::new(),
        };
        let level = self.logs.level.map(|level| level.to_string());
        let passwords = if self.passwords_off { "off" } else { "on" };
        let mut shown = vec![
            ("DATABASE_URL", ShownSetting::Text(format!("{scheme}://…"))),
            ("BASE_URL", text(&self.base_url)),
            ("LISTEN", text(&self.listen)),
            ("METRICS_LISTEN", text(self.metrics_listen.as_deref().unwrap_or_default())),
            ("TRUSTED_PROXIES", ShownSetting::Text(proxies.join(", "))),
            ("BODY_SECONDS", number(self.body_seconds.into())),
            ("REQUIRE_TOTP", text(self.require_totp.as_str())),
        ];
        shown.extend(of_provider(self.oidc.as_ref()));
        shown.extend([
            ("PASSWORD_SIGN_IN", text(passwords)),
            ("SECRET_KEY", ShownSetting::Secret(self.secret_key.is_some())),
            ("SMTP_URL", ShownSetting::Secret(matches!(self.mail, Some(MailTarget::Smtp(_))))),
            ("MAIL_FOLDER", ShownSetting::Text(folder)),
            ("MAIL_FROM", text(&self.mail_from)),
            ("MAIL_REPLY_TO", text(self.mail_reply_to.as_deref().unwrap_or_default())),
            ("MAIL_CONCURRENCY", number(self.mail_concurrency as u64)),
            ("MAIL_RATE", number(self.mail_rate.into())),
            ("MAIL_PER_CONNECTION", number(self.mail_per_connection.into())),
            ("MAIL_TIMEOUT", number(self.mail_timeout.as_secs())),
            ("RETENTION_MONTHS", number(self.retention_months.into())),
            ("AUDIT_MONTHS", number(self.audit_months.into())),
            ("CONTACT", text(&self.contact)),
            ("LOG_FORMAT", text(if self.logs.is_json { "json" } else { "text" })),
            ("LOG_LEVEL", text(&level.unwrap_or_default())),
            ("PEJL_LANGUAGE", text(self.language.as_str())),
        ]);
        shown
    }
}

/// The settings of sign-in by a provider; all empty where there is none.
fn of_provider(oidc: Option<&Oidc>) -> Vec<(&'static str, ShownSetting)> {
    let of = |read: fn(&Oidc) -> String| ShownSetting::Text(oidc.map(read).unwrap_or_default());
    let mapped = |read: fn(&ClaimMapping) -> String| {
        ShownSetting::Text(oidc.and_then(|oidc| oidc.mapping.as_ref()).map(read).unwrap_or_default())
    };
    let roles = |mapping: &ClaimMapping| {
        mapping.roles.iter().map(|(value, role)| format!("{value}={role}")).collect::<Vec<_>>().join(";")
    };
    let has = |is_set: fn(&Oidc) -> bool| ShownSetting::Secret(oidc.is_some_and(is_set));
    vec![
        ("OIDC_ISSUER", of(|oidc| oidc.issuer.clone())),
        ("OIDC_CLIENT_ID", of(|oidc| oidc.client_id.clone())),
        ("OIDC_CLIENT_SECRET", has(|oidc| oidc.client_secret.is_some())),
        ("OIDC_NAME", of(|oidc| oidc.name.clone())),
        ("OIDC_SCOPES", of(|oidc| oidc.scopes.join(" "))),
        ("OIDC_ROLE_CLAIM", mapped(|mapping| mapping.role.as_str().to_owned())),
        ("OIDC_ROLES", mapped(roles)),
        (
            "OIDC_MUNICIPALITY_CLAIM",
            mapped(|mapping| match &mapping.municipality {
                MunicipalitySource::Claim(claim) => claim.as_str().to_owned(),
                _ => String::new(),
            }),
        ),
        (
            "OIDC_MUNICIPALITY",
            mapped(|mapping| match &mapping.municipality {
                MunicipalitySource::One(code) => code.as_str().to_owned(),
                _ => String::new(),
            }),
        ),
        ("OIDC_ACCOUNTS", of(|oidc| if oidc.accounts.makes_accounts { "create" } else { "existing" }.to_owned())),
        ("OIDC_EMAIL_CLAIM", of(|oidc| oidc.email.as_str().to_owned())),
        ("OIDC_EMAIL_TRUSTED", of(|oidc| if oidc.accounts.trusts_addresses { "yes" } else { "no" }.to_owned())),
        (
            "OIDC_COUNTS_AS_SECOND_FACTOR",
            of(|oidc| match &oidc.second_factor {
                ProvidersFactor::No => "no".to_owned(),
                ProvidersFactor::Always => "yes".to_owned(),
                ProvidersFactor::Said(said) => said.join(";"),
            }),
        ),
        // Only that certificates were read is known, not where.
        ("OIDC_CA_FILE", has(|oidc| oidc.authorities.is_some())),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn every_setting_of_the_readme_is_shown_in_its_order() {
        let readme = include_str!("../../README.md");
        let cells = readme.lines().filter(|line| line.starts_with("| `")).filter_map(|line| line.split('|').nth(1));
        let is_setting = |name: &&str| name.bytes().all(|letter| letter.is_ascii_uppercase() || letter == b'_');
        // A cell names one or more, each between backticks.
        let told: Vec<&str> = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).filter(is_setting).collect();
        let shown: Vec<&str> = Config::default().shown().iter().map(|(name, _)| *name).collect();
        assert!(told.len() > 20, "{told:?}");
        assert_eq!(shown, told, "a setting has its line in README.md and in src/config/shown.rs");
    }

    #[test]
    fn of_a_secret_only_that_it_is_set_is_shown() {
        let values = [
            ("DATABASE_URL", "postgres://pejl:hemmelig@host/hemmelig"),
            ("SMTP_URL", "smtps://pejl:hemmelig@host"),
            ("SECRET_KEY", "hemmelig"),
            ("OIDC_ISSUER", "https://login.example.org"),
            ("OIDC_CLIENT_ID", "pejl"),
            ("OIDC_CLIENT_SECRET", "hemmelig"),
        ];
        let values: HashMap<String, String> =
            values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let shown = Config::from_values(&values).unwrap().shown();
        let printed = format!("{shown:?}");
        assert!(!printed.contains("hemmelig") && printed.contains("postgres://…"), "{printed}");
        assert!(shown.contains(&("SMTP_URL", ShownSetting::Secret(true))), "{printed}");
        assert!(shown.contains(&("OIDC_CLIENT_SECRET", ShownSetting::Secret(true))), "{printed}");
        assert!(shown.contains(&("OIDC_CLIENT_ID", ShownSetting::Text("pejl".to_owned()))), "{printed}");
        assert!(Config::default().shown().contains(&("SECRET_KEY", ShownSetting::Secret(false))));
    }
}
