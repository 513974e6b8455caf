//! `pejl health`: whether the process of the same settings is ready, for containers that have no shell.

use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

use clap::Args;

use super::{CommandError, Context};

/// How long the process may take for each step.
const PATIENCE: Duration = Duration::from_secs(4);

/// More than an answer about health is long.
const LONGEST_ANSWER: u64 = 4096;

/// What `health` is told.
#[derive(Debug, Args)]
pub(super) struct Health {
    /// Ask this address instead of METRICS_LISTEN or LISTEN
    #[arg(long, value_name = "HOST:PORT")]
    at: Option<String>,
}

/// Ends with 0 where the process is ready, else with 1 and what it says.
pub(super) fn health(arguments: &Health, context: &Context) -> Result<(), CommandError> {
    let config = &context.config;
    let address = arguments.at.as_ref().or(config.metrics_listen.as_ref()).unwrap_or(&config.listen);
    // Whoever listens on every address of the machine is asked on its own.
    let address = address.replace("0.0.0.0:", "127.0.0.1:").replace("[::]:", "[::1]:");
    match ask(&address) {
        Ok(answer) if answer.starts_with("HTTP/1.1 200 ") => Ok(()),
        Ok(answer) => {
            let says = answer.rsplit("\r\n\r\n").next().unwrap_or_default().to_owned();
            Err(CommandError::NotReady { address, says })
        }
        Err(cause) => Err(CommandError::NotReady { address, says: cause.to_string() }),
    }
}

fn ask(address: &str) -> std::io::Result<String> {
    let target = address.to_socket_addrs()?.next().ok_or(std::io::ErrorKind::AddrNotAvailable)?;
    let mut stream = TcpStream::connect_timeout(&target, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream
        .write_all(format!("GET /health/ready HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").as_bytes())?;
    let mut answer = String::new();
    stream.take(LONGEST_ANSWER).read_to_string(&mut answer)?;
    Ok(answer)
}
