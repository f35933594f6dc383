//! The program's standard input while it runs.

use crate::{
    input::Input,
    stage::streams::{TerminalSize, Writer},
};
use std::{future, io};

/// Ctrl-D: what a terminal takes for the end of input at the beginning of a line, and for the end of the line elsewhere.
const END_OF_FILE: u8 = 4;

/// Writes pending input, then the end.
pub(crate) struct StandardInput {
    end: Option<Writer>,
    input: Input,
    terminal: bool,
    /// The last byte written, to know whether a terminal is at the beginning of a line.
    last: Option<u8>,
}

impl StandardInput {
    pub(crate) fn new(end: Writer, input: Input, terminal: bool) -> Self {
        Self { end: Some(end), input, terminal, last: None }
    }

    /// The bytes to come.
    pub(crate) fn input(&mut self) -> &mut Input {
        &mut self.input
    }

    /// Tells the terminal its size.
    pub(crate) fn resize(&self, size: TerminalSize) {
        if let (Some(end), true) = (&self.end, self.terminal)
            && let Err(error) = end.resize(size)
        {
            tracing::debug!(%error, "terminal not resized");
        }
    }

    /// Writes what it can. Never returns while there is nothing to do. Cancel-safe.
    pub(crate) async fn advance(&mut self) {
        let Some(end) = &self.end else { return future::pending().await };
        if self.input.front().is_none() && !self.input.is_finished() {
            return self.input.more().await;
        }
        let (result, is_end) = match self.input.front() {
            Some(bytes) => (end.write(bytes).await, false),
            None if !self.terminal => {
                self.end = None;
                return;
            }
            None => (end.write(&[END_OF_FILE]).await, true),
        };
        self.written(result, is_end);
    }

    fn written(&mut self, result: io::Result<usize>, is_end: bool) {
        match result {
            // In the middle of a line the first one only ends the line; the next call sends another.
            Ok(_) if is_end && self.last.is_some_and(|last| last != b'\n') => self.last = None,
            Ok(_) if is_end => self.end = None,
            Ok(length) => {
                let front = self.input.front();
                self.last = front.and_then(|bytes| bytes.get(length.wrapping_sub(1))).copied().or(self.last);
                self.input.advance(length);
            }
            // The program does not read any more, which is its right.
            Err(error) => {
                if error.kind() != io::ErrorKind::BrokenPipe {
                    tracing::debug!(%error, "standard input closed early");
                }
                self.end = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::streams::{DEFAULT_SIZE, Wiring, open};
    use bytes::Bytes;
    use std::{fs::File, io::Read as _};

    async fn feed(wiring: Wiring, text: &'static str) -> Vec<Vec<u8>> {
        let (ends, theirs) = open(wiring, None).unwrap();
        let terminal = wiring != Wiring::Pipes;
        let mut stdin = StandardInput::new(ends.stdin, Input::only(Bytes::from(text)), terminal);
        while stdin.end.is_some() {
            stdin.advance().await;
        }
        let mut program = File::from(theirs.stdin);
        let mut reads = Vec::new();
        loop {
            let mut buffer = [0; 64];
            let length = program.read(&mut buffer).unwrap();
            if length == 0 {
                return reads;
            }
            reads.push(buffer[..length].to_vec());
        }
    }

    #[tokio::test]
    async fn a_pipe_ends_after_its_bytes() {
        assert_eq!(feed(Wiring::Pipes, "one\ntwo").await, [b"one\ntwo".to_vec()]);
        assert!(feed(Wiring::Pipes, "").await.is_empty());
    }

    #[tokio::test]
    async fn a_terminal_ends_after_its_bytes_even_within_a_line() {
        let terminal = Wiring::Terminal(DEFAULT_SIZE);
        assert!(feed(terminal, "").await.is_empty());
        assert_eq!(feed(terminal, "one\ntwo\n").await, [b"one\n".to_vec(), b"two\n".to_vec()]);
        assert_eq!(feed(terminal, "one\ntwo").await, [b"one\n".to_vec(), b"two".to_vec()]);
    }

    #[tokio::test]
    async fn a_reader_that_went_away_is_no_error() {
        let (ends, theirs) = open(Wiring::Pipes, None).unwrap();
        drop(theirs);
        let mut stdin = StandardInput::new(ends.stdin, Input::only(Bytes::from_static(b"unread")), false);
        stdin.advance().await;
        assert!(stdin.end.is_none());
    }
}
