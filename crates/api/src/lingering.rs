//! Closing a connection so that its last answer arrives.
//!
//! A request that is refused before its body was read leaves bytes unread. Closing then makes the kernel send a reset, and the
//! client, still writing, sees a broken pipe instead of the answer. So what is on its way is read and thrown away first, for a
//! bounded time and amount (RFC 9112, section 9.6).

use axum::body::HttpBody;
use hyper::body::{Frame, SizeHint};
use std::{
    future::Future as _,
    io::{self, IoSlice},
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::{Sleep, sleep},
};

/// How long a client may take to notice that it was answered.
const PATIENCE: Duration = Duration::from_secs(2);
/// How much it may send meanwhile.
const MOST_BYTES: usize = 128 << 20;
/// Read at a time.
const PIECE_BYTES: usize = 16 << 10;

/// A connection that lingers when it is closed with bytes unread.
#[derive(Debug)]
pub(crate) struct Lingering {
    stream: TcpStream,
    unread: Unread,
    closing: Option<Closing>,
}

#[derive(Debug)]
struct Closing {
    deadline: Pin<Box<Sleep>>,
    left: usize,
}

/// Whether the last request of a connection has a body that was not read to its end. Nobody is waited for otherwise.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unread(Arc<AtomicBool>);

impl Unread {
    /// The body, watched.
    pub(crate) fn watch<B: HttpBody>(&self, body: B) -> Watched<B> {
        self.0.store(!body.is_end_stream(), Ordering::Relaxed);
        Watched { body, unread: self.clone() }
    }
}

/// A body that says when all of it was read.
#[derive(Debug)]
pub(crate) struct Watched<B> {
    body: B,
    unread: Unread,
}

impl<B: HttpBody + Unpin> HttpBody for Watched<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        if frame.is_none() || self.body.is_end_stream() {
            self.unread.0.store(false, Ordering::Relaxed);
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Lingering {
    pub(crate) fn new(stream: TcpStream, unread: Unread) -> Self {
        Self { stream, unread, closing: None }
    }

    /// Reads and forgets until the client closes its side, or patience ends.
    fn poll_drain(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let closing = self
            .closing
            .get_or_insert_with(|| Closing { deadline: Box::pin(sleep(PATIENCE)), left: MOST_BYTES });
        let mut piece = [0; PIECE_BYTES];
        loop {
            let mut buffer = ReadBuf::new(&mut piece);
            match Pin::new(&mut self.stream).poll_read(cx, &mut buffer) {
                Poll::Ready(Ok(())) if buffer.filled().is_empty() => return Poll::Ready(()),
                Poll::Ready(Ok(())) => {
                    closing.left = closing.left.saturating_sub(buffer.filled().len());
                    if closing.left == 0 {
                        return Poll::Ready(());
                    }
                }
                Poll::Ready(Err(_)) => return Poll::Ready(()),
                Poll::Pending => return closing.deadline.as_mut().poll(cx),
            }
        }
    }
}

impl AsyncRead for Lingering {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Lingering {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, pieces)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.closing.is_none() {
            ready!(Pin::new(&mut self.stream).poll_shutdown(cx))?;
        }
        match self.unread.0.load(Ordering::Relaxed) {
            true => self.poll_drain(cx).map(Ok),
            false => Poll::Ready(Ok(())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::{
        io::{AsyncReadExt as _, AsyncWriteExt as _},
        net::TcpListener,
    };

    async fn pair() -> (TcpStream, Lingering) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let client = TcpStream::connect(listener.local_addr().unwrap());
        let (client, accepted) = tokio::join!(client, listener.accept());
        (client.unwrap(), Lingering::new(accepted.unwrap().0, Unread::default()))
    }

    #[tokio::test]
    async fn an_answer_to_a_body_nobody_read_arrives() {
        let (client, mut server) = pair().await;
        let (mut reader, mut writer) = client.into_split();
        let writing = tokio::spawn(async move {
            for _ in 0..1000 {
                writer.write_all(&[0; 1 << 16]).await?;
            }
            writer.shutdown().await
        });
        let body = server.unread.clone().watch(axum::body::Body::from("never read"));
        let mut first = [0; 16];
        server.read_exact(&mut first).await.unwrap();
        server.write_all(b"refused").await.unwrap();
        server.shutdown().await.unwrap();
        drop((server, body));
        writing.await.unwrap().unwrap();
        let mut said = Vec::new();
        reader.read_to_end(&mut said).await.unwrap();
        assert_eq!(said, b"refused");
    }

    #[tokio::test]
    async fn an_idle_connection_closes_at_once() {
        let (client, mut server) = pair().await;
        // The client keeps its side open.
        tokio::time::timeout(PATIENCE / 2, server.shutdown()).await.unwrap().unwrap();
        drop(client);
    }
}
