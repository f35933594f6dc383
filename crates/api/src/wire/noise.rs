//! What may have disturbed the times of a run, as JSON.

use runyard_types::{Noise, RunTimes, duration_ms};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What may have disturbed the times of a run; of a judged program, of all its runs together.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct NoiseView {
    /// How long processes that wanted to compute were held back by the run's own limit on cores.
    pub(crate) throttled_time_ms: f64,
    /// How often processes stopped to wait for something; null when that could not be counted.
    pub(crate) voluntary_switches: Option<u64>,
    /// How often the kernel gave the core to another; null when that could not be counted.
    pub(crate) involuntary_switches: Option<u64>,
    /// Most programs that were computing on this worker at once during the run, itself included.
    pub(crate) concurrent_runs: u32,
    /// Whether its times should not be compared with others.
    pub(crate) disturbed: bool,
    /// The times of each run, in the order they ran; only there when `repeat` asked for several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub(crate) repeats: Vec<RepeatView>,
}

/// The times of one of several runs.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RepeatView {
    /// CPU time.
    pub(crate) cpu_time_ms: f64,
    /// Elapsed time.
    pub(crate) wall_time_ms: f64,
}

impl NoiseView {
    pub(crate) fn of(noise: &Noise) -> Self {
        let repeat = |times: &RunTimes| RepeatView {
            cpu_time_ms: duration_ms(times.cpu_time),
            wall_time_ms: duration_ms(times.wall_time),
        };
        Self {
            throttled_time_ms: duration_ms(noise.throttled_time),
            voluntary_switches: noise.voluntary_switches,
            involuntary_switches: noise.involuntary_switches,
            concurrent_runs: noise.concurrent_runs,
            disturbed: noise.disturbed,
            repeats: noise.repeats.iter().map(repeat).collect(),
        }
    }
}
