//! How much of a test that can be made longer is run, and how long it may take where the machine is slow.

use std::time::Duration;

/// Names the factor: 1 in everyday runs, more where there is time.
const VARIABLE: &str = "HOSTILE_SCALE";

/// Names how many times slower than a real one the machine's processor is, where it is emulated.
const SLOWNESS_VARIABLE: &str = "HOSTILE_SLOWNESS";

/// The factor by which counts are multiplied, from 1 to 1000.
#[must_use]
pub fn scale() -> u32 {
    factor(VARIABLE, 1000)
}

/// The factor by which tests give more time to what they do not test the time of, from 1 to 100.
#[must_use]
pub fn slowness() -> u32 {
    factor(SLOWNESS_VARIABLE, 100)
}

/// A time that is promised on a real processor, on this one.
#[must_use]
pub fn on_this_machine(time: Duration) -> Duration {
    time * slowness()
}

/// The time after which a promise to users is broken, on whatever runs the tests beside other things: five times what is promised.
#[must_use]
pub fn promised(time: Duration) -> Duration {
    on_this_machine(time) * 5
}

fn factor(name: &str, most: u32) -> u32 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(1).clamp(1, most)
}
