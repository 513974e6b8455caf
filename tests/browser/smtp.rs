//! A real mail server (aiosmtpd) as a child of the test, and the letters that it took.

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde::Deserialize;

use crate::process::until_some;

/// A mail server that takes every letter; it ends when this is dropped.
pub struct SmtpServer {
    /// For the setting `SMTP_URL`.
    pub url: String,
    process: Child,
    folder: tempfile::TempDir,
}

/// A letter as its reader sees it.
#[derive(Debug, Clone, Deserialize)]
pub struct Letter {
    /// Who the server was told sent it.
    pub envelope_from: String,
    /// Who the server was told to give it to.
    pub envelope_to: Vec<String>,
    /// Its headers, decoded, by lower-case name.
    pub headers: HashMap<String, String>,
    /// Its plain text.
    pub text: String,
    /// Its HTML.
    pub html: String,
    /// Everything, as it was sent.
    pub raw: String,
}

impl Letter {
    /// A header's text, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// The first address in the plain text that begins so.
    pub fn link(&self, begins: &str) -> &str {
        let found = self.text.find(begins).unwrap_or_else(|| panic!("no link to {begins} in:\n{}", self.text));
        self.text[found..].split(|letter: char| letter.is_whitespace() || "<>\"".contains(letter)).next().unwrap()
    }
}

impl SmtpServer {
    /// Starts one on a free port; nothing where aiosmtpd is not installed and need not be.
    pub fn start() -> Option<SmtpServer> {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let python =
            std::env::var_os("PEJL_TEST_PYTHON").map_or_else(|| root.join("target/venv/bin/python"), PathBuf::from);
        if !python.exists() {
            crate::database::skip("aiosmtpd is not installed, so no letter was sent: scripts/test installs it.");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new(python)
            .arg(root.join("tests/smtp.py"))
            .arg(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut port = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut port).unwrap();
        Some(SmtpServer { url: format!("smtp://127.0.0.1:{}", port.trim()), process, folder })
    }

    /// The letters so far, in the order in which they came.
    pub fn letters(&self) -> Vec<Letter> {
        (1..).map_while(|number| self.read(number)).collect()
    }

    /// Waits for the letter of that number, counted from 1; fails after half a minute.
    pub fn letter(&self, number: usize) -> Letter {
        until_some(&format!("letter {number}"), || self.read(number))
    }

    /// Waits for the first letter to that address whose subject holds that word; fails after half a minute.
    pub fn letter_to(&self, address: &str, word: &str) -> Letter {
        let is_meant = |letter: &Letter| {
            letter.envelope_to.iter().any(|to| to == address) && letter.header("subject").contains(word)
        };
        let found = |server: &SmtpServer| server.letters().into_iter().find(is_meant);
        until_some(&format!("a letter to {address} about {word}"), || found(self))
    }

    fn read(&self, number: usize) -> Option<Letter> {
        let text = std::fs::read_to_string(self.folder.path().join(format!("{number:04}.json"))).ok()?;
        Some(serde_json::from_str(&text).unwrap())
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
