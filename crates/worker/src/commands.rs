//! Carrying commands to the engine.

use runyard_engine::Command as EngineCommand;
use runyard_events::Command;
use std::time::Duration;
use tokio::{sync::mpsc, time::timeout};
use tokio_util::sync::CancellationToken;

/// Commands that may wait in front of the engine; more wait with the hub, which then says so to its clients.
pub(crate) const WAITING: usize = 16;

/// Carries commands until cancelled; then asks the engine to cancel and returns when it has not obeyed within `grace`.
pub(crate) async fn carry(
    mut from: mpsc::Receiver<Command>,
    engine: mpsc::Sender<EngineCommand>,
    cancelled: &CancellationToken,
    grace: Duration,
) {
    tokio::select! {
        biased;
        () = cancelled.cancelled() => {}
        () = forward(&mut from, &engine) => cancelled.cancelled().await,
    }
    // The engine ends the run; this returns only when it does not.
    let _ = timeout(grace, async {
        if engine.send(EngineCommand::Cancel).await.is_ok() {
            std::future::pending::<()>().await;
        }
    })
    .await;
}

async fn forward(from: &mut mpsc::Receiver<Command>, engine: &mpsc::Sender<EngineCommand>) {
    while let Some(command) = from.recv().await {
        let command = match command {
            Command::Stdin(bytes) => EngineCommand::Stdin(bytes),
            Command::Eof => EngineCommand::Eof,
            Command::Signal(signal) => EngineCommand::Signal(signal),
            Command::Resize { columns, rows } => EngineCommand::Resize { columns, rows },
        };
        if engine.send(command).await.is_err() {
            return;
        }
    }
}
