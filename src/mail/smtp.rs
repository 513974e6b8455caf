//! The conversation with a mail server, in our own hands, because what is done about a failure
//! depends on when it came: before the letter was handed over nothing happened, but when the answer
//! to it is lost, nobody knows whether it was taken.

use std::sync::Arc;
use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::DEFAULT_MECHANISMS;
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Ehlo, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter, RcptParameter};
use lettre::transport::smtp::response::Response;
use tokio::time::timeout;

use parking_lot::Mutex;

use super::message::Outgoing;
use super::server::{Protection, Server};
use crate::config::{Config, ConfigError};
use crate::domain::mail::letters::Failure;

/// Replies about our own sign-in. They say nothing about the letter, so it waits until somebody has
/// mended the settings.
const ABOUT_US: [u16; 4] = [530, 534, 535, 538];

/// The reply of a server that closes the connection.
const CLOSING: u16 = 421;

/// Said of an address with letters that a server without SMTPUTF8 does not know.
const NO_SUCH_LETTERS: &str = "the mail server takes no addresses with letters other than a-z";

/// How long a server may take for answers that nothing depends on.
const COURTESY: Duration = Duration::from_secs(5);

/// A mail server and the connections to it that wait for the next letter; copies share them.
#[derive(Clone)]
pub struct Smtp {
    server: Server,
    /// How long the server may take for each answer.
    patience: Duration,
    /// Letters on one connection at most.
    per_connection: u32,
    idle: Arc<Mutex<Vec<Line>>>,
}

/// A connection, how many letters were begun on it, and whether the server reports deliveries (RFC 3461).
struct Line {
    connection: AsyncSmtpConnection,
    letters: u32,
    reports: bool,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Smtp").field("server", &self.server).finish_non_exhaustive()
    }
}

/// Why a command was not answered with yes.
enum Trouble {
    /// The server said no.
    Reply(SmtpError),
    /// The server said nothing, or not what SMTP says.
    Silence(String),
    /// The server has no letters for the address.
    Address,
}

impl Smtp {
    pub(super) fn new(url: &str, config: &Config) -> Result<Smtp, ConfigError> {
        Ok(Smtp {
            server: Server::from_url(url)?,
            patience: config.mail_timeout,
            per_connection: config.mail_per_connection,
            idle: Arc::default(),
        })
    }

    /// Sends a letter. A connection that the server has closed meanwhile is replaced, because nothing
    /// of the letter was sent on it.
    pub(super) async fn send(
        &self,
        letter: &Outgoing,
        begin: impl Future<Output = Result<(), Failure>>,
    ) -> Result<(), Failure> {
        let (envelope, bytes) = (letter.message.envelope(), letter.message.formatted());
        if let Some(mut line) = self.take() {
            match self.begin(&mut line, letter).await {
                Ok(()) => return self.hand_over(line, (envelope, &bytes), begin).await,
                Err(trouble) if !trouble.is_closing() => return Err(self.refused(line, trouble).await),
                Err(_) => {}
            }
        }
        let mut line = self.open().await.map_err(unreachable)?;
        match self.begin(&mut line, letter).await {
            Ok(()) => self.hand_over(line, (envelope, &bytes), begin).await,
            Err(trouble) => Err(self.refused(line, trouble).await),
        }
    }

    async fn begin(&self, line: &mut Line, letter: &Outgoing) -> Result<(), Trouble> {
        let envelope = letter.message.envelope();
        line.letters += 1;
        let mut parameters = Vec::new();
        let mut places = envelope.from().into_iter().chain(envelope.to());
        if places.any(|place| !AsRef::<str>::as_ref(place).is_ascii()) {
            if !line.connection.server_info().supports_feature(Extension::SmtpUtfEight) {
                return Err(Trouble::Address);
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        // A report then names the letter even without the original, and brings no personal link back.
        if line.reports {
            parameters.extend([other("RET", "HDRS".to_owned()), other("ENVID", letter.id.to_string())]);
        }
        self.command(line, Mail::new(envelope.from().cloned(), parameters)).await
    }

    /// What follows once the server has begun to listen.
    async fn hand_over(
        &self,
        mut line: Line,
        (envelope, bytes): (&Envelope, &[u8]),
        begin: impl Future<Output = Result<(), Failure>>,
    ) -> Result<(), Failure> {
        for receiver in envelope.to() {
            let asked = line.reports.then(|| other_for_receiver("ORCPT", format!("rfc822;{receiver}")));
            let receive = Rcpt::new(receiver.clone(), asked.into_iter().collect());
            if let Err(trouble) = self.command(&mut line, receive).await {
                return Err(self.refused(line, trouble).await);
            }
        }
        if let Err(trouble) = self.command(&mut line, Data).await {
            return Err(self.refused(line, trouble).await);
        }
        // A connection that ends here has brought the server nothing.
        begin.await?;
        // From here on, only an answer says whether the letter was taken: a server that closes while
        // it reads may have read all of it.
        match answer(timeout(self.patience * 2, line.connection.message(bytes)).await) {
            Ok(()) => {
                self.keep(line).await;
                Ok(())
            }
            Err(Trouble::Silence(said)) => Err(Failure::Unanswered(said)),
            Err(reply) => Err(self.refused(line, reply).await),
        }
    }

    /// What a no means; the connection is kept where it can still be used.
    async fn refused(&self, mut line: Line, trouble: Trouble) -> Failure {
        if !trouble.is_closing()
            && let Ok(Ok(_)) = timeout(self.patience.min(COURTESY), line.connection.command(Rset)).await
        {
            self.keep(line).await;
        }
        trouble.judge()
    }

    async fn command(&self, line: &mut Line, command: impl std::fmt::Display) -> Result<(), Trouble> {
        answer(timeout(self.patience, line.connection.command(command)).await)
    }

    async fn open(&self) -> Result<Line, Trouble> {
        let server = &self.server;
        let hello = ClientId::default();
        let tls = || TlsParameters::new(server.host.clone()).map_err(Trouble::of);
        let wrapped = if server.protection == Protection::Wrapped { Some(tls()?) } else { None };
        let address = (server.host.as_str(), server.port);
        let opening = async {
            let mut connection =
                AsyncSmtpConnection::connect_tokio1(address, None, &hello, wrapped, None).await.map_err(Trouble::of)?;
            let is_wanted = match server.protection {
                Protection::Required => true,
                Protection::Opportunistic => connection.can_starttls(),
                Protection::None | Protection::Wrapped => false,
            };
            if is_wanted {
                connection.starttls(tls()?, &hello).await.map_err(Trouble::of)?;
            }
            if let Some(credentials) = &server.credentials {
                connection.auth(DEFAULT_MECHANISMS, credentials).await.map_err(Trouble::of)?;
            }
            // The library keeps only the extensions that it uses itself.
            let extensions = connection.command(Ehlo::new(hello.clone())).await.map_err(Trouble::of)?;
            let reports = extensions.message().any(|line| line.trim().eq_ignore_ascii_case("DSN"));
            Ok(Line { connection, letters: 0, reports })
        };
        // Greeting, encryption and sign-in are several answers, most of them at once.
        match timeout(self.patience * 2, opening).await {
            Ok(outcome) => outcome,
            Err(_) => Err(Trouble::silence()),
        }
    }

    fn take(&self) -> Option<Line> {
        self.idle.lock().pop()
    }

    /// Keeps a connection for the next letter, or ends it where it has had its share.
    async fn keep(&self, line: Line) {
        if line.letters < self.per_connection {
            self.idle.lock().push(line);
        } else {
            self.end(line).await;
        }
    }

    /// Whether the server takes a connection and our sign-in; what it says if not.
    pub(super) async fn check(&self) -> Result<(), String> {
        let line = self.open().await.map_err(|trouble| unreachable(trouble).to_string())?;
        self.end(line).await;
        Ok(())
    }

    /// Ends the connections that wait for a letter.
    pub(super) async fn rest(&self) {
        while let Some(line) = self.take() {
            self.end(line).await;
        }
    }

    /// Says goodbye; whether it is answered is no matter.
    async fn end(&self, mut line: Line) {
        drop(timeout(self.patience.min(COURTESY), line.connection.quit()).await);
    }
}

fn other(keyword: &str, value: String) -> MailParameter {
    MailParameter::Other { keyword: keyword.to_owned(), value: Some(value) }
}

fn other_for_receiver(keyword: &str, value: String) -> RcptParameter {
    RcptParameter::Other { keyword: keyword.to_owned(), value: Some(value) }
}

/// What it means that no conversation began, whatever was said: nothing of it is about the letter.
fn unreachable(trouble: Trouble) -> Failure {
    Failure::Unreachable(match trouble {
        Trouble::Reply(error) => error.to_string(),
        Trouble::Silence(said) => said,
        Trouble::Address => NO_SUCH_LETTERS.to_owned(),
    })
}

/// What came back within the time given for it.
fn answer(outcome: Result<Result<Response, SmtpError>, tokio::time::error::Elapsed>) -> Result<(), Trouble> {
    match outcome {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(Trouble::of(error)),
        Err(_) => Err(Trouble::silence()),
    }
}

impl Trouble {
    fn of(error: SmtpError) -> Trouble {
        if error.status().is_some() { Trouble::Reply(error) } else { Trouble::Silence(error.to_string()) }
    }

    fn silence() -> Trouble {
        Trouble::Silence("the mail server did not answer in time".to_owned())
    }

    /// Whether the connection is over.
    fn is_closing(&self) -> bool {
        match self {
            Trouble::Reply(error) => error.status().is_some_and(|code| u16::from(code) == CLOSING),
            Trouble::Silence(_) => true,
            Trouble::Address => false,
        }
    }

    /// What it says about a letter that was not handed over.
    fn judge(self) -> Failure {
        match self {
            Trouble::Silence(said) => Failure::Unreachable(said),
            Trouble::Address => Failure::Permanent(NO_SUCH_LETTERS.to_owned()),
            Trouble::Reply(error) => {
                let code = error.status().map_or(CLOSING, u16::from);
                let said = error.to_string();
                if code == CLOSING || ABOUT_US.contains(&code) {
                    Failure::Unreachable(said)
                } else if error.is_permanent() {
                    Failure::Permanent(said)
                } else {
                    Failure::Temporary(said)
                }
            }
        }
    }
}
