//! A mail server on this machine that does what a script tells it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};

/// Where in the conversation the server is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Greeting,
    Hello,
    Auth,
    Mail,
    Rcpt,
    Data,
    /// It has read the first line of the message.
    Middle,
    /// It has read the final dot.
    End,
}

/// What the script is asked about.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    pub stage: Stage,
    /// What the client said.
    pub line: String,
    /// How many letters were begun on this connection.
    pub letter: usize,
}

/// What the server does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    /// Says yes.
    Yes,
    /// Says this.
    Say(&'static str),
    /// Says yes after a while.
    Slowly(Duration),
    /// Closes the connection; after the final dot, it has taken the letter all the same.
    Close,
    /// Never says anything again; after the final dot, it has taken the letter all the same.
    Hang,
}

pub(super) struct Peer {
    pub url: String,
    received: Arc<Mutex<Vec<String>>>,
    connections: Arc<AtomicUsize>,
}

type Script = Arc<dyn Fn(&Turn) -> Act + Send + Sync>;

impl Peer {
    /// Listens, and does at each stage what `script` says.
    pub async fn start(script: impl Fn(&Turn) -> Act + Send + Sync + 'static) -> Peer {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let (received, connections) = (Arc::default(), Arc::new(AtomicUsize::new(0)));
        let (kept, counted, script): (_, _, Script) =
            (Arc::clone(&received), Arc::clone(&connections), Arc::new(script));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                counted.fetch_add(1, Ordering::SeqCst);
                let turn = Turn { stage: Stage::Greeting, line: String::new(), letter: 0 };
                tokio::spawn(talk(stream, turn, Arc::clone(&script), Arc::clone(&kept)));
            }
        });
        Peer { url, received, connections }
    }

    /// One that does something at one stage and is friendly otherwise.
    pub async fn at(stage: Stage, act: Act) -> Peer {
        Peer::start(move |turn| if turn.stage == stage { act } else { Act::Yes }).await
    }

    /// The messages taken, as they came over the wire.
    pub fn received(&self) -> Vec<String> {
        self.received.lock().unwrap().clone()
    }

    /// How often somebody connected.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// The Message-IDs of the messages taken.
    pub fn ids(&self) -> Vec<String> {
        let id = |letter: &String| letter.lines().find(|line| line.starts_with("Message-ID:")).map(str::to_owned);
        self.received().iter().filter_map(id).collect()
    }
}

/// Does what an act says; none where the conversation ends with it.
async fn act(output: &mut OwnedWriteHalf, act: Act, yes: &str) -> Option<()> {
    let said = match act {
        Act::Yes => yes,
        Act::Say(said) => said,
        Act::Slowly(pause) => {
            tokio::time::sleep(pause).await;
            yes
        }
        Act::Close => return None,
        Act::Hang => std::future::pending().await,
    };
    output.write_all(format!("{said}\r\n").as_bytes()).await.ok()
}

async fn talk(stream: TcpStream, mut turn: Turn, script: Script, kept: Arc<Mutex<Vec<String>>>) -> Option<()> {
    let (input, mut output) = stream.into_split();
    let mut lines = BufReader::new(input).lines();
    act(&mut output, script(&turn), "220 peer").await?;
    while let Some(line) = lines.next_line().await.ok()? {
        let word = line.get(..4).unwrap_or_default().to_uppercase();
        turn.line = line;
        let (stage, yes) = match word.as_str() {
            "EHLO" => (Stage::Hello, "250-peer\r\n250-8BITMIME\r\n250 AUTH PLAIN"),
            "AUTH" => (Stage::Auth, "235 ok"),
            "MAIL" => (Stage::Mail, "250 ok"),
            "RCPT" => (Stage::Rcpt, "250 ok"),
            "DATA" => (Stage::Data, "354 go on"),
            other => {
                let said = match other {
                    "QUIT" => "221 bye",
                    _ => "250 ok",
                };
                act(&mut output, Act::Yes, said).await?;
                continue;
            }
        };
        turn.stage = stage;
        if stage == Stage::Mail {
            turn.letter += 1;
        }
        let wanted = script(&turn);
        act(&mut output, wanted, yes).await?;
        if stage == Stage::Data && !matches!(wanted, Act::Say(_)) {
            take(&mut lines, &mut output, &mut turn, (&script, &kept)).await?;
        }
    }
    Some(())
}

async fn take(
    lines: &mut Lines<BufReader<OwnedReadHalf>>,
    output: &mut OwnedWriteHalf,
    turn: &mut Turn,
    (script, kept): (&Script, &Mutex<Vec<String>>),
) -> Option<()> {
    let mut message = Vec::new();
    while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".") {
        message.push(line);
        if message.len() == 1 {
            turn.stage = Stage::Middle;
            if let Act::Close = script(turn) {
                return None;
            }
        }
    }
    turn.stage = Stage::End;
    let wanted = script(turn);
    if !matches!(wanted, Act::Say(said) if !said.starts_with('2')) {
        kept.lock().unwrap().push(message.join("\n"));
    }
    act(output, wanted, "250 taken").await
}
