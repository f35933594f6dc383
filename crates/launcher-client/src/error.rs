//! What can go wrong with a slot. Always ours, never the program's fault.

use runyard_sandbox::protocol::StageFailure;

/// A slot or the launcher let us down.
#[derive(Debug, thiserror::Error)]
pub enum LauncherError {
    /// The slot's process went away.
    #[error("use the slot: it went away")]
    SlotLost(#[source] Option<std::io::Error>),
    /// The stage could not be started.
    #[error("start the stage: step {} (#{}) failed with errno {}", .0.step, .0.index, .0.errno)]
    Start(StageFailure),
    /// The slot said something it may not say now.
    #[error("understand the slot: {0}")]
    Protocol(&'static str),
    /// The request does not fit a packet.
    #[error("send the stage request: {0} bytes are more than a packet holds")]
    TooLarge(usize),
}
