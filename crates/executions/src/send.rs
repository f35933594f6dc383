//! What a client says to a running program.

use crate::Executions;
use runyard_store::StoreError;
use runyard_types::{ClientMessage, ExecutionId};

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
        let _ = (id, message);
        todo!()
    }
}
