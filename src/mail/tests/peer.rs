//! A mail server on this machine that says what it is told to say.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

pub(super) struct Peer {
    pub url: String,
    received: Arc<Mutex<Vec<String>>>,
}

impl Peer {
    /// Listens, and answers each receiver's address with what `reply` says.
    pub async fn start(reply: fn(&str) -> &'static str) -> Peer {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let received = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&received);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, reply, Arc::clone(&kept)));
            }
        });
        Peer { url, received }
    }

    /// The messages taken, as they came over the wire.
    pub fn received(&self) -> Vec<String> {
        self.received.lock().unwrap().clone()
    }
}

async fn talk(stream: TcpStream, reply: fn(&str) -> &'static str, kept: Arc<Mutex<Vec<String>>>) -> Option<()> {
    let (input, mut output) = stream.into_split();
    let mut lines = BufReader::new(input).lines();
    output.write_all(b"220 peer\r\n").await.ok()?;
    while let Some(line) = lines.next_line().await.ok()? {
        let answer = match line.get(..4).unwrap_or_default().to_uppercase().as_str() {
            "EHLO" => "250-peer\r\n250 8BITMIME",
            "RCPT" => reply(&line),
            "DATA" => {
                output.write_all(b"354 go on\r\n").await.ok()?;
                let mut message = Vec::new();
                while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".") {
                    message.push(line);
                }
                kept.lock().unwrap().push(message.join("\n"));
                "250 taken"
            }
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
        output.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
    }
    Some(())
}
