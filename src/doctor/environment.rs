//! What the program stands on: the disk, the mail server, settings that fit each other.

use std::path::Path;
use std::time::Duration;

use chrono::NaiveDateTime;
use tokio::time::timeout;

use super::{doubtful, fine, wrong};
use crate::config::{Config, MailTarget};
use crate::domain::Language;
use crate::mail::Mailer;
use crate::oidc::{AFTERWARDS, BACK_CHANNEL, CALLBACK, Provider};
use crate::views::site::operation::Finding;

/// How long a mail server may take for connection, encryption and sign-in.
const SMTP_PATIENCE: Duration = Duration::from_secs(10);

/// The least room on the disk, in MB and in per cent of it.
const LEAST_ROOM: (u64, u64) = (1024, 10);

/// Settings that stand against each other.
pub fn contradictions(config: &Config, language: Language) -> Vec<Finding> {
    let mut findings = Vec::new();
    let host = config.origin().split("://").nth(1).unwrap_or_default().to_owned();
    let is_here = host.starts_with("127.") || host.starts_with("localhost") || host.starts_with("[::1]");
    if !config.is_https() && !is_here {
        findings.push(doubtful(tr!(language, "doctor-not-https")));
    }
    if config.metrics_listen.as_ref() == Some(&config.listen) {
        findings.push(wrong(tr!(language, "doctor-same-listen")));
    }
    if let Some(MailTarget::Smtp(url)) = &config.mail
        && url.starts_with("smtp://")
        && url.contains('@')
        && !url.contains("tls=")
    {
        findings.push(doubtful(tr!(language, "doctor-smtp-clear")));
    }
    findings
}

/// How much room there is where the SQLite file lies; nothing for PostgreSQL, whose disk is elsewhere.
pub fn disk(url: &str, language: Language) -> Option<Finding> {
    let path = Path::new(url.strip_prefix("sqlite://")?);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Some((free, percent)) = room(folder) else { return Some(doubtful(tr!(language, "doctor-disk-unknown"))) };
    let is_enough = free >= LEAST_ROOM.0 && percent >= LEAST_ROOM.1;
    let (free, percent) = (free.to_string(), percent.to_string());
    Some(match is_enough {
        true => fine(tr!(language, "doctor-disk", free = free, percent = percent)),
        false => doubtful(tr!(language, "doctor-disk-little", free = free, percent = percent)),
    })
}

/// Free room in MB and in per cent, for who is not root.
fn room(folder: &Path) -> Option<(u64, u64)> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some((disk.f_bavail * disk.f_frsize / (1024 * 1024), disk.f_bavail * 100 / disk.f_blocks.max(1)))
}

/// Whether letters can go where the settings say, asked of the mailer itself, which is given ten seconds.
pub async fn mail(mailer: &Mailer, target: &MailTarget, language: Language) -> Finding {
    let checked = timeout(SMTP_PATIENCE, mailer.check()).await;
    match (checked.unwrap_or_else(|_| Err(tr!(language, "doctor-smtp-slow"))), target) {
        (Err(cause), _) => wrong(tr!(language, "doctor-smtp-closed", cause = cause)),
        (Ok(()), MailTarget::Folder(folder)) => {
            fine(tr!(language, "doctor-folder", folder = folder.display().to_string()))
        }
        (Ok(()), MailTarget::Smtp(_)) => fine(tr!(language, "doctor-smtp")),
    }
}

/// Whether the provider of sign-in can be asked, and what is to be registered there; nothing where there is none.
pub fn provider(config: &Config, now: NaiveDateTime, language: Language) -> Vec<Finding> {
    let Some(settings) = &config.oidc else { return Vec::new() };
    let provider = Provider::new(settings.clone(), &config.base_url);
    let issuer = settings.issuer.as_str();
    let found = match provider.check(now) {
        Ok(()) => fine(tr!(language, "doctor-provider", issuer = issuer)),
        Err(failure) => wrong(tr!(language, "doctor-provider-wrong", issuer = issuer, cause = failure.to_string())),
    };
    let at = |path: &str| format!("{}{path}", config.base_url);
    let addresses = tr!(
        language,
        "doctor-provider-addresses",
        callback = at(CALLBACK),
        afterwards = at(AFTERWARDS),
        channel = at(BACK_CHANNEL)
    );
    vec![found, fine(addresses)]
}
