//! Files that are sent while they are written, so that a large one never lies in memory whole.

use std::io::{self, Write};
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, MessageBody};
use actix_web::http::header;
use actix_web::web::Bytes;
use actix_web::{HttpResponse, web};
use tokio::sync::mpsc;

/// Bytes of a piece.
const PIECE: usize = 64 * 1024;

/// Pieces that are ready and not sent yet; whoever writes waits for whoever reads.
const AHEAD: usize = 4;

/// The pieces as they come.
struct Pieces(mpsc::Receiver<io::Result<Bytes>>);

impl MessageBody for Pieces {
    type Error = io::Error;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        self.get_mut().0.poll_recv(context)
    }
}

/// Where a file is written to.
struct Pipe {
    sender: mpsc::Sender<io::Result<Bytes>>,
    piece: Vec<u8>,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let piece = std::mem::take(&mut self.piece);
        if piece.is_empty() {
            return Ok(());
        }
        // Nobody listens any more: the visitor has gone.
        self.sender.blocking_send(Ok(piece.into())).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

/// A file that `write` writes off the async threads. What fails on the way breaks the transfer off, so that no half of
/// a file looks like a whole one.
pub fn download(
    name: &str,
    kind: &'static str,
    write: impl FnOnce(&mut dyn SendWrite) -> io::Result<()> + Send + 'static,
) -> HttpResponse {
    let (sender, receiver) = mpsc::channel(AHEAD);
    let mut pipe = Pipe { sender, piece: Vec::with_capacity(2 * PIECE) };
    let span = tracing::Span::current();
    drop(web::block(move || {
        span.in_scope(|| {
            if let Err(cause) = write(&mut pipe).and_then(|()| pipe.flush()) {
                // Where nobody listens any more, nobody needs to know.
                pipe.sender.blocking_send(Err(cause)).unwrap_or_default();
            }
        });
    }));
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(Pieces(receiver))
}

/// Something to write to that may go to another thread.
pub trait SendWrite: Write + Send {}

impl<T: Write + Send> SendWrite for T {}
