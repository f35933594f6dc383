//! What this host can give: each protection tried for real, each with a remedy when it is not there.
//!
//! `runyard doctor` prints these checks, the server refuses to start when a needed one fails, and `GET protection` shows
//! them. A check does what the jail will do, in a forked child where it would change this process.

mod advice;
mod probe;

use crate::config::Protection;

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// In force.
    Pass,
    /// Works, but an operator should look.
    Warn,
    /// Not there.
    Fail,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The protection it is about; `None` for advice about the host.
    pub protection: Option<Protection>,
    /// Short name.
    pub name: &'static str,
    /// How it ended.
    pub state: State,
    /// What was seen.
    pub detail: String,
    /// What to do about it.
    pub remedy: Option<&'static str>,
}

/// Every check. Must run in a process with one thread: it forks children that go on in this code.
#[must_use]
pub fn examine() -> Vec<Check> {
    let mut checks = probe::protections();
    checks.extend(advice::advice());
    checks
}

/// The protections that are missing and not accepted as missing.
#[must_use]
pub fn unacceptable<'a>(checks: &'a [Check], accepted: &[Protection]) -> Vec<&'a Check> {
    let accepted = |check: &Check| check.protection.is_some_and(|p| p.is_optional() && accepted.contains(&p));
    checks.iter().filter(|check| check.state == State::Fail && !accepted(check)).collect()
}
