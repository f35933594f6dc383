//! What a caller may say while a program runs.

use bytes::Bytes;
use runyard_types::Signal;

/// One command to a running execution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Bytes for standard input. Only interactive executions read them.
    Stdin(Bytes),
    /// No more input.
    Eof,
    /// Send a signal to the program.
    Signal(Signal),
    /// The terminal has a new size.
    Resize {
        /// Columns.
        columns: u16,
        /// Rows.
        rows: u16,
    },
    /// Kill it and report `cancelled`.
    Cancel,
}
