//! The memory of a server, by what it is for. Pages that several processes share count once (`Pss`).

use runyard_testkit::{Process, Roles, descendants_of};
use serde::Serialize;
use std::{fs, path::PathBuf, time::Duration};
use tokio::time::{MissedTickBehavior, interval};

/// How often it is looked at: each look takes the kernel some milliseconds.
const PERIOD: Duration = Duration::from_millis(500);

/// Memory in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Footprint {
    /// Supervisor, server and launcher.
    pub(crate) service_bytes: u64,
    /// Keepers of slots, and runs that are prepared.
    pub(crate) slots_bytes: u64,
    /// Interpreters that wait for their program, forked ones included, and programs.
    pub(crate) programs_bytes: u64,
    /// How many processes these are.
    pub(crate) processes: usize,
}

impl Footprint {
    /// Now.
    pub(crate) fn of(roles: &Roles) -> Self {
        let service = [&roles.supervisor, &roles.server, &roles.launcher];
        let below = descendants_of(roles.launcher.pid);
        let launcher = executable(roles.launcher.pid);
        let (slots, programs): (Vec<&Process>, Vec<&Process>) =
            below.iter().partition(|process| executable(process.pid) == launcher);
        // Programs come and go: one that is gone by now has no memory.
        let sum = |pids: &[i32]| pids.iter().filter_map(|pid| proportional(*pid)).sum();
        let pids = |processes: &[&Process]| processes.iter().map(|process| process.pid).collect::<Vec<_>>();
        Self {
            service_bytes: sum(&pids(&service)),
            slots_bytes: sum(&pids(&slots)),
            programs_bytes: sum(&pids(&programs)),
            processes: below.len() + service.len(),
        }
    }

    fn or_more(self, other: Self) -> Self {
        Self {
            service_bytes: self.service_bytes.max(other.service_bytes),
            slots_bytes: self.slots_bytes.max(other.slots_bytes),
            programs_bytes: self.programs_bytes.max(other.programs_bytes),
            processes: self.processes.max(other.processes),
        }
    }

    /// Looks again and again, until `done` is; gives back what `done` gave, and the most that was seen of each.
    pub(crate) async fn during<T>(roles: &Roles, done: impl Future<Output = T>) -> (T, Self) {
        let mut most = Self::of(roles);
        let mut ticks = interval(PERIOD);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut done = std::pin::pin!(done);
        loop {
            tokio::select! {
                outcome = &mut done => return (outcome, most),
                _ = ticks.tick() => most = most.or_more(Self::of(roles)),
            }
        }
    }
}

/// What a process executes. Names say less: a fork of an interpreter that waits for its program is called as a prepared run.
fn executable(pid: i32) -> Option<PathBuf> {
    fs::read_link(format!("/proc/{pid}/exe")).ok()
}

fn proportional(pid: i32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kibibytes| kibibytes << 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_has_memory_and_a_file() {
        let own = i32::try_from(std::process::id()).unwrap();
        assert!(proportional(own).unwrap() > 100 << 10);
        assert_eq!(executable(own), std::env::current_exe().ok());
    }
}
