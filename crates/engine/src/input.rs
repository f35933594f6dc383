//! Bytes on their way to a program's standard input.

use bytes::{Buf, Bytes};
use std::{collections::VecDeque, future};
use tokio::sync::mpsc;

/// More than this is not kept for a program that does not read. A terminal would have stopped far earlier.
const MAX_PENDING_BYTES: usize = 1 << 20;

/// The bytes not yet written, and whether more may come.
#[derive(Debug, Default)]
pub(crate) struct Input {
    chunks: VecDeque<Bytes>,
    pending: usize,
    ended: bool,
    /// Where more comes from once everything was written: whoever fills it waits for the program.
    source: Option<mpsc::Receiver<Bytes>>,
}

impl Input {
    /// These bytes, and nothing after them.
    pub(crate) fn only(bytes: Bytes) -> Self {
        Self { ended: true, ..Self::beginning_with(bytes) }
    }

    /// These bytes first; more may follow.
    pub(crate) fn beginning_with(bytes: Bytes) -> Self {
        let pending = bytes.len();
        let chunks = if bytes.is_empty() { VecDeque::new() } else { VecDeque::from([bytes]) };
        Self { chunks, pending, ended: false, source: None }
    }

    /// What comes out of this channel, until nobody can send any more.
    pub(crate) fn streamed(source: mpsc::Receiver<Bytes>) -> Self {
        Self { source: Some(source), ..Self::default() }
    }

    /// Fetches the next bytes of a stream, or notices its end. Never returns where there is no stream. Cancel-safe.
    pub(crate) async fn more(&mut self) {
        let Some(source) = &mut self.source else { return future::pending().await };
        match source.recv().await {
            Some(bytes) => {
                self.pending = self.pending.saturating_add(bytes.len());
                self.chunks.push_back(bytes);
            }
            None => {
                self.source = None;
                self.ended = true;
            }
        }
    }

    /// Adds bytes. Refuses them after the end, or when too many wait already.
    pub(crate) fn push(&mut self, bytes: Bytes) -> bool {
        if self.ended || self.pending.saturating_add(bytes.len()) > MAX_PENDING_BYTES {
            return false;
        }
        if !bytes.is_empty() {
            self.pending += bytes.len();
            self.chunks.push_back(bytes);
        }
        true
    }

    /// Nothing will be typed any more. A stream has its own end.
    pub(crate) fn end_typing(&mut self) {
        self.ended |= self.source.is_none();
    }

    /// The next bytes to write.
    pub(crate) fn front(&self) -> Option<&[u8]> {
        self.chunks.front().map(Bytes::as_ref)
    }

    /// So many of the front bytes were written.
    pub(crate) fn advance(&mut self, written: usize) {
        if let Some(front) = self.chunks.front_mut() {
            let written = written.min(front.len());
            front.advance(written);
            self.pending -= written;
            if front.is_empty() {
                self.chunks.pop_front();
            }
        }
    }

    /// Whether everything was written and nothing will follow.
    pub(crate) fn is_finished(&self) -> bool {
        self.ended && self.chunks.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_leave_in_order_and_in_parts() {
        let mut input = Input::beginning_with("abc".into());
        assert!(input.push("de".into()));
        input.advance(2);
        assert_eq!(input.front(), Some(&b"c"[..]));
        input.advance(1);
        assert_eq!(input.front(), Some(&b"de"[..]));
        assert!(!input.is_finished());
        input.end_typing();
        assert!(!input.push("x".into()));
        input.advance(2);
        assert!(input.is_finished());
    }

    #[tokio::test]
    async fn a_stream_is_fetched_piece_by_piece() {
        let (sender, receiver) = mpsc::channel(1);
        let mut input = Input::streamed(receiver);
        assert!(!input.is_finished());
        sender.send("abc".into()).await.unwrap();
        input.more().await;
        assert_eq!(input.front(), Some(&b"abc"[..]));
        input.advance(3);
        assert!(!input.is_finished());
        drop(sender);
        input.more().await;
        assert!(input.is_finished());
    }

    #[test]
    fn a_program_that_does_not_read_cannot_fill_our_memory() {
        let mut input = Input::beginning_with(Bytes::new());
        let megabyte = Bytes::from(vec![0; MAX_PENDING_BYTES]);
        assert!(input.push(megabyte));
        assert!(!input.push("x".into()));
        input.advance(1);
        assert!(input.push("x".into()));
        assert!(!input.push("y".into()));
    }
}
