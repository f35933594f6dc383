//! Tests of what the product does not do yet.

use crate::acceptance::results::{End, note};
use std::future::Future;

/// Runs a test that is known to fail, and fails once it does not: then its `known:` line has to go. `name` is the
/// test's own name.
///
/// # Errors
/// When the test passed.
pub async fn known(name: &str, test: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
    match test.await {
        Ok(()) => anyhow::bail!("{name} passes now: take the `known` marks away"),
        Err(_) => note(name, End::Known),
    }
}

/// Says that a test could not be tried here, and why.
///
/// # Errors
/// When that cannot be noted.
#[expect(clippy::print_stdout, reason = "a skipped test says why")]
pub fn skipped(name: &str, why: &str) -> anyhow::Result<()> {
    println!("skipped {name}: {why}");
    note(name, End::Skipped)
}
