//! How much of a test that can be made longer is run.

/// Names the factor: 1 in everyday runs, more where there is time.
const VARIABLE: &str = "HOSTILE_SCALE";

/// The factor by which counts are multiplied, from 1 to 1000.
#[must_use]
pub fn scale() -> u32 {
    std::env::var(VARIABLE).ok().and_then(|text| text.parse().ok()).unwrap_or(1).clamp(1, 1000)
}
