//! A mail server on this machine that takes every letter.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use pejl::config::{Config, MailTarget};
use pejl::mail::{Mailer, Worker};

use crate::app::TestApp;

/// A mail server and what it took.
pub struct PostOffice {
    url: String,
    taken: Arc<Mutex<Vec<Taken>>>,
}

/// A letter as it came.
#[derive(Debug, Clone)]
pub struct Taken {
    /// Whom it was for.
    pub receiver: String,
    /// The first half of its Message-ID.
    pub id: String,
    /// The path of the personal link in it.
    pub link: String,
    /// What it says, as plain text.
    pub text: String,
}

impl PostOffice {
    /// Listens until the test ends.
    pub fn open() -> PostOffice {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let taken = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&taken);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let kept = Arc::clone(&kept);
                std::thread::spawn(move || talk(stream.unwrap(), &kept));
            }
        });
        PostOffice { url, taken }
    }

    /// Sends what is due by the clock of `app`, and returns what was taken.
    pub fn deliver(&self, app: &TestApp) -> Vec<Taken> {
        self.work(app);
        self.taken()
    }

    /// Sends what is due, as one worker of perhaps several.
    pub fn work(&self, app: &TestApp) {
        let config = Config { mail: Some(MailTarget::Smtp(self.url.clone())), ..app.service.config.clone() };
        actix_web::rt::System::new().block_on(async {
            let (db, clock) = (app.service.db.clone(), app.clock.clone());
            let mailer = Mailer::from_config(&config).unwrap();
            let mut worker = Worker::new(db, clock, mailer, pejl::editions::load, &config).unwrap();
            worker.deliver_due().await.unwrap();
        });
    }

    /// What was taken since this was asked last, by receiver.
    pub fn taken(&self) -> Vec<Taken> {
        let mut taken = std::mem::take(&mut *self.taken.lock().unwrap());
        taken.sort_by(|one, other| one.receiver.cmp(&other.receiver));
        taken
    }
}

fn talk(mut stream: TcpStream, kept: &Mutex<Vec<Taken>>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let mut receiver = String::new();
    stream.write_all(b"220 post\r\n").unwrap();
    while let Some(Ok(line)) = lines.next() {
        let said = match line.get(..4).unwrap_or_default() {
            "RCPT" => {
                line.split(['<', '>']).nth(1).unwrap().clone_into(&mut receiver);
                "250 ok"
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n").unwrap();
                let message: Vec<String> = lines.by_ref().map(Result::unwrap).take_while(|line| line != ".").collect();
                kept.lock().unwrap().push(taken(&receiver, &message.join("\n")));
                "250 taken"
            }
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        if stream.write_all(format!("{said}\r\n").as_bytes()).is_err() {
            return;
        }
    }
}

fn taken(receiver: &str, message: &str) -> Taken {
    let read = mail_parser::MessageParser::default().parse(message.as_bytes()).unwrap();
    let text = read.body_text(0).unwrap().into_owned();
    // Quoted-printable breaks lines where it likes.
    let message = message.replace("=\n", "");
    let id = message.split("Message-ID: <").nth(1).unwrap().split('@').next().unwrap();
    let link = message.split("/svar/").nth(1).unwrap();
    let token: String =
        link.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect();
    Taken { receiver: receiver.to_owned(), id: id.to_owned(), link: format!("/svar/{token}"), text }
}
