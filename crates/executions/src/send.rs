//! What a client says to a running program.

use crate::{CancelOutcome, Executions};
use runyard_events::{Command, Undelivered};
use runyard_store::StoreError;
use runyard_types::{ClientMessage, EncodedText, ExecutionId};

/// Why a message was not delivered.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// There is no such execution.
    #[error("reach the program: no such execution")]
    NotFound,
    /// It has ended.
    #[error("reach the program: it has ended")]
    Ended,
    /// It waits for a worker.
    #[error("reach the program: it has not started yet")]
    NotRunningYet,
    /// It was not submitted as interactive: its input is what the submission gave.
    #[error("reach the program: it was not submitted as interactive")]
    NotInteractive,
    /// The message's data is not valid in its encoding.
    #[error("reach the program: the data is not valid base64")]
    Malformed,
    /// The program does not take its input as fast as it arrives; try again.
    #[error("reach the program: it has not read its earlier input yet")]
    Backpressure,
    /// The store failed.
    #[error("reach the program")]
    Store(#[from] StoreError),
}

impl Executions {
    /// Delivers a message to the running program. `Stop` is [`cancel`](Self::cancel).
    ///
    /// # Errors
    /// See [`SendError`]; the program then never sees the message.
    pub async fn send(&self, id: ExecutionId, message: ClientMessage) -> Result<(), SendError> {
        let command = match message {
            ClientMessage::Stdin { data, encoding } => {
                let bytes = EncodedText::decode(&data, encoding).ok_or(SendError::Malformed)?;
                Command::Stdin(bytes.into())
            }
            ClientMessage::Eof => Command::Eof,
            ClientMessage::Signal { signal } => Command::Signal(signal),
            ClientMessage::Resize { columns, rows } => Command::Resize { columns, rows },
            ClientMessage::Stop => {
                return match self.cancel(id).await? {
                    CancelOutcome::Cancelled(_) => Ok(()),
                    CancelOutcome::AlreadyEnded(_) => Err(SendError::Ended),
                    CancelOutcome::NotFound => Err(SendError::NotFound),
                };
            }
        };
        match self.inner.hub.send(id, command) {
            Ok(()) => Ok(()),
            Err(Undelivered::NotInteractive) => Err(SendError::NotInteractive),
            Err(Undelivered::Backpressure) => Err(SendError::Backpressure),
            Err(Undelivered::NotRunning) => match self.get(id).await? {
                None => Err(SendError::NotFound),
                Some(record) if record.status.is_terminal() => Err(SendError::Ended),
                Some(_) => Err(SendError::NotRunningYet),
            },
        }
    }
}
