//! What is said to a running program.

use bytes::Bytes;
use runyard_types::Signal;

/// A message to a running program. Cancelling has its own way, which is never full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Bytes for its standard input.
    Stdin(Bytes),
    /// No more input.
    Eof,
    /// A signal for it.
    Signal(Signal),
    /// Its terminal has a new size.
    Resize {
        /// Columns.
        columns: u16,
        /// Rows.
        rows: u16,
    },
}

impl Command {
    /// Whether only a program with an open terminal understands it.
    pub(crate) fn needs_terminal(&self) -> bool {
        !matches!(self, Self::Signal(_))
    }
}

/// Why a command did not reach the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Undelivered {
    /// No attempt of the execution runs here.
    #[error("reach the program: it does not run here")]
    NotRunning,
    /// It was not submitted as interactive.
    #[error("reach the program: it was not submitted as interactive")]
    NotInteractive,
    /// Too many commands wait for it.
    #[error("reach the program: it has not taken its earlier commands yet")]
    Backpressure,
}
