//! Where letters go: a mail server, a folder, or memory.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use lettre::transport::smtp::{Error as SmtpError, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::message::Outgoing;
use crate::config::{Config, ConfigError, MailTarget};
use crate::domain::letters::{Failure, LetterId};

/// How long the mail server may take for each answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// Replies about our own sign-in. They say nothing about the letter, so it waits until somebody has
/// mended the settings.
const ABOUT_US: [u16; 4] = [530, 534, 535, 538];

/// Where letters go.
#[derive(Debug, Clone)]
pub enum Mailer {
    /// A mail server.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// A folder that gets one .eml file per letter.
    Folder(PathBuf),
    /// Memory, for tests and the demo.
    Memory(Mailbox),
}

/// Letters kept in memory; copies share them.
#[derive(Debug, Clone, Default)]
pub struct Mailbox(Arc<Mutex<Vec<Outgoing>>>);

impl Mailbox {
    /// Everything sent, in order.
    pub fn all(&self) -> Vec<Outgoing> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A letter as it was sent last.
    pub fn find(&self, id: &LetterId) -> Option<Outgoing> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().rfind(|sent| sent.id == *id).cloned()
    }

    fn put(&self, letter: &Outgoing) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(letter.clone());
    }
}

impl Mailer {
    /// The mailer of the settings. Call it where tokio runs: the pool of connections cleans up after itself.
    ///
    /// # Errors
    /// When none is set, or `SMTP_URL` can't be used.
    pub fn from_config(config: &Config) -> Result<Mailer, ConfigError> {
        match &config.mail {
            None => {
                let cure = "set it to smtp://HOST:PORT, or set MAIL_FOLDER to a folder for letters as .eml files.";
                Err(ConfigError::Missing { key: "SMTP_URL", cure })
            }
            Some(MailTarget::Folder(folder)) => Ok(Mailer::Folder(folder.clone())),
            Some(MailTarget::Smtp(url)) => Mailer::smtp(url, config.mail_concurrency),
        }
    }

    /// A mailer that keeps letters in `mailbox`.
    pub fn memory(mailbox: &Mailbox) -> Mailer {
        Mailer::Memory(mailbox.clone())
    }

    fn smtp(url: &str, concurrency: usize) -> Result<Mailer, ConfigError> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| {
            // The address may hold a password, so only its scheme is shown.
            let value = url.split(':').next().unwrap_or_default().to_owned();
            let cure = "write smtp://HOST:PORT, smtp://HOST:PORT?tls=required or smtps://USER:PASSWORD@HOST.";
            ConfigError::Value { key: "SMTP_URL", value, cure }
        })?;
        // The pool's size only bounds idle connections; a smaller one would open a new one per letter.
        let pool = PoolConfig::new().max_size(u32::try_from(concurrency).unwrap_or(u32::MAX));
        Ok(Mailer::Smtp(builder.pool_config(pool).timeout(Some(PATIENCE)).build()))
    }

    /// Whether the mail server takes a connection, its encryption and our sign-in; folder and memory always do.
    ///
    /// # Errors
    /// What the server or the connection said.
    pub async fn check(&self) -> Result<(), String> {
        let Mailer::Smtp(transport) = self else { return Ok(()) };
        match transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("no answer".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    /// Sends a letter.
    ///
    /// # Errors
    /// Whether it may go better later or never will.
    pub async fn send(&self, letter: &Outgoing) -> Result<(), Failure> {
        match self {
            Mailer::Smtp(transport) => match transport.send(letter.message.clone()).await {
                Ok(_) => Ok(()),
                Err(error) => Err(judge(&error)),
            },
            Mailer::Folder(folder) => {
                let (folder, id, bytes) = (folder.clone(), letter.id.clone(), letter.message.formatted());
                match tokio::task::spawn_blocking(move || write(&folder, &id, &bytes)).await {
                    Ok(Ok(())) => Ok(()),
                    Ok(Err(cause)) => Err(Failure::Temporary(cause.to_string())),
                    Err(cause) => Err(Failure::Temporary(cause.to_string())),
                }
            }
            Mailer::Memory(mailbox) => {
                mailbox.put(letter);
                Ok(())
            }
        }
    }
}

fn judge(error: &SmtpError) -> Failure {
    let text = error.to_string();
    let is_about_us = error.status().is_some_and(|code| ABOUT_US.contains(&u16::from(code)));
    // A client error is a letter that can't be put to this server at all, such as an address it has no letters for.
    if (error.is_permanent() || error.is_client()) && !is_about_us {
        Failure::Permanent(text)
    } else {
        Failure::Temporary(text)
    }
}

/// Writes under another name first, so that nobody reads half a letter.
fn write(folder: &Path, id: &LetterId, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let unfinished = folder.join(format!(".{id}.tmp"));
    std::fs::write(&unfinished, bytes)?;
    std::fs::rename(unfinished, folder.join(format!("{id}.eml")))
}
