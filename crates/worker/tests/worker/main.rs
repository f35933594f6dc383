//! The worker over a real queue, with an engine that follows a script: failures that reality does not produce on
//! demand.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

mod cancelling;
mod draining;
mod failing;
mod faulty;
mod leasing;
mod results;
mod running;
mod script;
mod support;
