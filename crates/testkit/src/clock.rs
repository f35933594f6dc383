//! The machine's monotonic clock, which programs in jails share, so that they can say when they wrote a line.

use rustix::time::{ClockId, clock_gettime};
use std::time::Duration;

/// What the clock says now.
#[must_use]
pub fn monotonic() -> Duration {
    let time = clock_gettime(ClockId::Monotonic);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}
