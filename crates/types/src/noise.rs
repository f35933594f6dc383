//! What may have disturbed the times of a run.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What may have disturbed the times of a run; of a judged submission, of all its runs together.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Noise {
    /// How long processes that wanted to compute were held back by the run's own limit on cores.
    pub throttled_time: Duration,
    /// How often processes stopped to wait for something. Absent when the main process could not be counted.
    pub voluntary_switches: Option<u64>,
    /// How often the kernel gave the core to another. Absent when the main process could not be counted.
    pub involuntary_switches: Option<u64>,
    /// Most stages that were computing on this worker at once during the run, the run itself included.
    pub concurrent_runs: u32,
    /// Whether the times should not be compared with others.
    pub disturbed: bool,
    /// The times of each run where several were asked for, in the order they ran.
    #[serde(default)]
    pub repeats: Vec<RunTimes>,
}

/// The times of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunTimes {
    /// CPU time, all processes.
    pub cpu_time: Duration,
    /// Elapsed time.
    pub wall_time: Duration,
}
