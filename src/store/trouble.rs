//! Why a database can't be opened, by what is done about it. Nothing here ever holds a password: what
//! libpq says of an address it can't read may, so its own words are only passed on from the server.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use super::connections::ConnectError;

/// Why a database can't be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The address is of neither database.
    Scheme,
    /// The folder of the SQLite file is not there.
    NoFolder(PathBuf),
    /// The path is a folder.
    IsFolder(PathBuf),
    /// The file is something else.
    NotADatabase(PathBuf),
    /// The file may not be written.
    ReadOnlyFile(PathBuf),
    /// No file may be made beside the SQLite file, as SQLite must.
    ReadOnlyFolder(PathBuf),
    /// PostgreSQL takes no changes: a standby, or set read-only.
    ReadOnlyServer,
    /// The address of PostgreSQL can't be read; most often a sign in the password is not encoded.
    Address,
    /// There is no machine of this name.
    UnknownHost(String),
    /// The machine does not answer on this port, or not in time.
    NobodyListens(String),
    /// The server does not know the user or the password.
    WrongPassword,
    /// The server has no such database.
    NoDatabase(String),
    /// The address or the server asks for TLS, and the program was built without it.
    NoTls,
    /// Something else, in the driver's words.
    Other(String),
}

impl Trouble {
    /// What lies behind an error that came of opening `url`.
    pub fn of(error: &ConnectError, url: &str) -> Trouble {
        let text = error.to_string();
        match (error, url.strip_prefix("sqlite://")) {
            (ConnectError::Scheme, _) => Trouble::Scheme,
            (_, Some(path)) => of_file(Path::new(path), &text),
            (_, None) => of_server(&text, url),
        }
    }

    /// What keeps the database at `url` from being written.
    pub fn of_writing(url: &str) -> Trouble {
        url.strip_prefix("sqlite://")
            .map_or(Trouble::ReadOnlyServer, |path| of_file(Path::new(path), "attempt to write a readonly database"))
    }
}

/// Only asked when no connection to the file is open: closing the file again would take SQLite's locks away.
fn of_file(path: &Path, text: &str) -> Trouble {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if path.is_dir() {
        return Trouble::IsFolder(path.to_owned());
    }
    if !folder.is_dir() {
        return Trouble::NoFolder(folder.to_owned());
    }
    if text.contains("not a database") {
        return Trouble::NotADatabase(path.to_owned());
    }
    if path.exists() && OpenOptions::new().append(true).open(path).is_err() {
        return Trouble::ReadOnlyFile(path.to_owned());
    }
    if tempfile::tempfile_in(folder).is_err() {
        return Trouble::ReadOnlyFolder(folder.to_owned());
    }
    Trouble::Other(first_line(text))
}

fn of_server(text: &str, url: &str) -> Trouble {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let (address, database) = rest.split('?').next().unwrap_or_default().split_once('/').unwrap_or((rest, ""));
    // A second @, or one after the first slash, stands in a password that should have been encoded.
    if database.contains('@') || address.matches('@').count() > 1 {
        return Trouble::Address;
    }
    let host = address.rsplit('@').next().unwrap_or_default().replace("%2F", "/");
    let says = |part: &str| text.contains(part);
    // The server's words are those of one that takes TLS alone.
    let is_plain = !cfg!(feature = "postgres-tls");
    if says("SSL support is not compiled in") || (is_plain && says("no pg_hba.conf entry") && says("no encryption")) {
        return Trouble::NoTls;
    }
    if says("password authentication failed") || says("no password supplied") || says("role \"") {
        return Trouble::WrongPassword;
    }
    if says("database \"") && says("does not exist") {
        return Trouble::NoDatabase(database.to_owned());
    }
    if says("could not translate host name") {
        return Trouble::UnknownHost(host);
    }
    // What the server itself says begins with its own word for how bad it is.
    if let Some((_, said)) = text.split_once("FATAL:") {
        return Trouble::Other(first_line(said.trim_start()));
    }
    if says("connection to server") || says("timeout") {
        return Trouble::NobodyListens(host);
    }
    Trouble::Address
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}
