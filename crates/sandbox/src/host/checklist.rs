//! The host checklist: what an operator should set on a machine that runs strangers' programs.
//!
//! These are no protections of the jail: it stands without them, and none of them keeps a server from starting. They close
//! what lies beside the jail (side channels, leaks of kernel addresses, a second way to an old hole) and keep times
//! comparable. Every check is a function of the text of a few files; only [`checklist`] touches the machine. A file that is
//! not there makes a check "not applicable", never a pass.

mod capacity;
mod kernel;
mod neighbours;
mod settings;
mod timing;

pub use capacity::total_memory_bytes;

use super::{Check, State};
use std::io;

/// How much is asked of the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capacity {
    /// The most memory that programs are given together, in bytes.
    pub memory_bytes: u64,
}

/// The checklist for this machine.
#[must_use]
pub fn checklist(capacity: Capacity) -> Vec<Check> {
    let read = |path: &str| std::fs::read_to_string(path);
    examine(&Files { read: &read }, capacity)
}

fn examine(files: &Files<'_>, capacity: Capacity) -> Vec<Check> {
    let mut checks = kernel::checks(files);
    checks.extend(neighbours::checks(files));
    checks.extend(settings::checks(files));
    checks.extend(timing::checks(files));
    checks.push(capacity::check(files, capacity));
    checks
}

/// The machine's files, or a test's.
struct Files<'a> {
    read: &'a dyn Fn(&str) -> io::Result<String>,
}

/// What a file's text means.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Opinion {
    Pass(String),
    Warn(String),
    Fail(String),
}

impl Files<'_> {
    /// One check that depends on one file.
    fn judge(
        &self,
        name: &'static str,
        path: &str,
        remedy: &'static str,
        opinion: impl FnOnce(&str) -> Opinion,
    ) -> Check {
        let (state, detail) = match (self.read)(path) {
            Ok(text) => match opinion(text.trim()) {
                Opinion::Pass(detail) => (State::Pass, detail),
                Opinion::Warn(detail) => (State::Warn, detail),
                Opinion::Fail(detail) => (State::Fail, detail),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                (State::NotApplicable, format!("this machine has no {path}"))
            }
            Err(error) => (State::Warn, format!("{path} cannot be read: {error}")),
        };
        let advised = matches!(state, State::Warn | State::Fail);
        Check { protection: None, name, state, detail, remedy: advised.then_some(remedy) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks of a machine that has only these files.
    pub(super) fn with<T>(files: &[(&str, &str)], look: impl FnOnce(&Files<'_>) -> T) -> T {
        let read = |path: &str| {
            let found = files.iter().find(|(known, _)| *known == path);
            found.map(|(_, text)| (*text).to_owned()).ok_or_else(|| io::ErrorKind::NotFound.into())
        };
        look(&Files { read: &read })
    }

    const CAPACITY: Capacity = Capacity { memory_bytes: 1 };

    #[test]
    fn nothing_passes_on_a_machine_without_files() {
        let checks = with(&[], |files| examine(files, CAPACITY));
        let passed: Vec<_> = checks.iter().filter(|check| check.state == State::Pass).collect();
        assert!(passed.is_empty(), "{passed:?}");
        assert!(checks.len() >= 20, "{}", checks.len());
    }

    #[test]
    fn a_file_that_cannot_be_read_is_told() {
        let refuse = |_: &str| Err(io::ErrorKind::PermissionDenied.into());
        let checks = examine(&Files { read: &refuse }, CAPACITY);
        let untold: Vec<_> = checks
            .iter()
            .filter(|check| check.name != "toolchain_root" && !check.detail.contains("cannot be read"))
            .collect();
        assert!(untold.is_empty(), "{untold:?}");
    }

    #[test]
    fn names_are_different_and_none_is_a_protection() {
        let checks = with(&[], |files| examine(files, CAPACITY));
        let mut names: Vec<_> = checks.iter().map(|check| check.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), checks.len());
        assert!(checks.iter().all(|check| check.protection.is_none()));
    }
}
