//! What this host can give: each protection tried for real, each with a remedy when it is not there.
//!
//! `runyard doctor` prints these checks, the server refuses to start when a needed one fails, and `GET protection` shows
//! them. A check does what the jail will do, in a forked child where it would change this process. The [`checklist`] is
//! advice about the host beside them, read from its files.

mod checklist;
mod probe;

pub use checklist::{Capacity, checklist, total_memory_bytes};

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
    /// What it would look at does not exist here: neither good nor bad.
    NotApplicable,
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

/// Every protection. Must run in a process with one thread: it forks children that go on in this code.
#[must_use]
pub fn examine() -> Vec<Check> {
    probe::protections()
}

/// The protections that are missing and not accepted as missing. Advice about the host never counts.
#[must_use]
pub fn unacceptable<'a>(checks: &'a [Check], accepted: &[Protection]) -> Vec<&'a Check> {
    let needed = |protection: Protection| !(protection.is_optional() && accepted.contains(&protection));
    checks.iter().filter(|check| check.state == State::Fail && check.protection.is_some_and(needed)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(protection: Option<Protection>, state: State) -> Check {
        Check { protection, name: "", state, detail: String::new(), remedy: None }
    }

    #[test]
    fn only_protections_keep_a_server_from_starting() {
        let advice = check(None, State::Fail);
        let seccomp = check(Some(Protection::Seccomp), State::Fail);
        let landlock = check(Some(Protection::Landlock), State::Fail);
        let there = check(Some(Protection::Network), State::Pass);
        let checks = [advice, seccomp.clone(), landlock.clone(), there];
        assert_eq!(unacceptable(&checks, &[]), [&seccomp, &landlock]);
        assert_eq!(unacceptable(&checks, &[Protection::Landlock, Protection::Seccomp]), [&seccomp]);
    }
}
