//! What runs a submission: the engine.

use async_trait::async_trait;
use runyard_engine::{Command, Engine, Observer};
use runyard_types::{Report, Submission};
use std::error::Error;
use tokio::sync::mpsc;

/// The submission could not be run, through no fault of the program.
#[derive(Debug, thiserror::Error)]
#[error("run a submission")]
pub struct RunFailure(#[source] pub Box<dyn Error + Send + Sync>);

impl RunFailure {
    /// The causes in one line, for the evidence.
    pub(crate) fn detail(&self) -> String {
        let mut text = String::new();
        let mut cause: Option<&dyn Error> = Some(&*self.0);
        while let Some(error) = cause {
            if !text.is_empty() {
                text.push_str(": ");
            }
            text.push_str(&error.to_string());
            cause = error.source();
        }
        text
    }
}

/// Runs submissions. Dropping the future of [`run`](Self::run) kills the program.
#[async_trait]
pub trait Runner: Send + Sync + 'static {
    /// Runs one submission to its end.
    ///
    /// # Errors
    /// Our own failure; the attempt may be repeated.
    async fn run(
        &self,
        submission: &Submission,
        commands: &mut mpsc::Receiver<Command>,
        observer: &dyn Observer,
    ) -> Result<Report, RunFailure>;
}

#[async_trait]
impl Runner for Engine {
    async fn run(
        &self,
        submission: &Submission,
        commands: &mut mpsc::Receiver<Command>,
        observer: &dyn Observer,
    ) -> Result<Report, RunFailure> {
        self.execute(submission, commands, observer).await.map_err(|error| RunFailure(Box::new(error)))
    }
}
