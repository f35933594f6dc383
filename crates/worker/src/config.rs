//! How a worker works.

use std::{num::NonZeroU32, time::Duration};

/// How a worker works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkerConfig {
    /// Its name within the server process.
    pub name: String,
    /// Programs that compute at once.
    pub permits: u32,
    /// Programs that are there at once, those that wait for input or sleep included: at most the slots of the engine.
    pub jobs: u32,
    /// How long jobs may go on after a shutdown was asked for; then they are handed back.
    pub grace: Duration,
    /// How long the engine may take to obey a cancel; then the run is dropped, which kills it. The promise is that the
    /// sandbox is gone within 1 s.
    pub cancel_grace: Duration,
}

impl Default for WorkerConfig {
    /// A permit for each core, eight places for each permit, 10 s to finish, half a second to cancel.
    fn default() -> Self {
        let cores = std::thread::available_parallelism()
            .map_or(1, |cores| NonZeroU32::try_from(cores).map_or(u32::MAX, NonZeroU32::get));
        Self {
            name: "worker".to_owned(),
            permits: cores,
            jobs: cores.saturating_mul(8),
            grace: Duration::from_secs(10),
            cancel_grace: Duration::from_millis(500),
        }
    }
}
