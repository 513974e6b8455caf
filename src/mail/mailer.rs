//! Where letters go: a mail server, a folder, or memory.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::Mutex;

use super::message::Outgoing;
use super::smtp::Smtp;
use crate::config::{Config, ConfigError, MailTarget};
use crate::domain::mail::letters::{Failure, LetterId};

/// Where letters go.
#[derive(Debug, Clone)]
pub enum Mailer {
    /// A mail server.
    Smtp(Smtp),
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
        self.0.lock().clone()
    }

    /// A letter as it was sent last.
    pub fn find(&self, id: &LetterId) -> Option<Outgoing> {
        self.0.lock().iter().rfind(|sent| sent.id == *id).cloned()
    }

    fn put(&self, letter: &Outgoing) {
        self.0.lock().push(letter.clone());
    }
}

impl Mailer {
    /// The mailer of the settings.
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
            Some(MailTarget::Smtp(url)) => Ok(Mailer::Smtp(Smtp::new(url, config)?)),
        }
    }

    /// A mailer that keeps letters in `mailbox`.
    pub fn memory(mailbox: &Mailbox) -> Mailer {
        Mailer::Memory(mailbox.clone())
    }

    /// Whether the mail server takes a connection, its encryption and our sign-in; folder and memory always do.
    ///
    /// # Errors
    /// What the server or the connection said.
    pub async fn check(&self) -> Result<(), String> {
        let Mailer::Smtp(smtp) = self else { return Ok(()) };
        smtp.check().await
    }

    /// Sends a letter. `begin` is awaited before anybody can have it, and a failure of it is the letter's.
    ///
    /// # Errors
    /// Why it was not taken, or that nobody knows whether it was.
    pub async fn send(
        &self,
        letter: &Outgoing,
        begin: impl Future<Output = Result<(), Failure>>,
    ) -> Result<(), Failure> {
        match self {
            Mailer::Smtp(smtp) => smtp.send(letter, begin).await,
            Mailer::Folder(folder) => {
                begin.await?;
                let (folder, id, bytes) = (folder.clone(), letter.id.clone(), letter.message.formatted());
                match tokio::task::spawn_blocking(move || write(&folder, &id, &bytes)).await {
                    Ok(Ok(())) => Ok(()),
                    Ok(Err(cause)) => Err(Failure::Temporary(cause.to_string())),
                    Err(cause) => Err(Failure::Temporary(cause.to_string())),
                }
            }
            Mailer::Memory(mailbox) => {
                begin.await?;
                mailbox.put(letter);
                Ok(())
            }
        }
    }

    /// Ends the connections that wait for another letter.
    pub async fn rest(&self) {
        if let Mailer::Smtp(smtp) = self {
            smtp.rest().await;
        }
    }
}

/// Makes the folder for letters where it is not there, its owner's alone whatever the umask.
///
/// # Errors
/// When it can't be made.
pub fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut making = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut making, 0o700);
    making.recursive(true).create(folder)
}

/// Writes under another name first, so that nobody reads half a letter; a personal link stands in it, so
/// that its owner alone reads the whole.
fn write(folder: &Path, id: &LetterId, bytes: &[u8]) -> std::io::Result<()> {
    make_folder(folder)?;
    let mut unfinished = tempfile::NamedTempFile::new_in(folder)?;
    std::io::Write::write_all(&mut unfinished, bytes)?;
    unfinished.persist(folder.join(format!("{id}.eml")))?;
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_letter_in_a_folder_is_its_owners_alone() {
        let place = tempfile::tempdir().unwrap();
        let (folder, id) = (place.path().join("breve"), LetterId::new());
        write(&folder, &id, b"en hilsen").unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&folder.join(format!("{id}.eml")))), (0o700, 0o600));
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "nothing unfinished is left");
    }
}
