//! Processor time: of the machine, of the server's processes, and of the one that measures.
//!
//! The kernel counts in ticks of a hundredth of a second, so only what lasted for a second or more says anything.

use anyhow::Context as _;
use runyard_testkit::{Roles, descendants_of};
use rustix::param::clock_ticks_per_second;
use serde::Serialize;
use std::fs;

/// What was used from some moment on, in ticks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Used {
    machine: u64,
    server: u64,
    others: u64,
    own: u64,
}

/// Processor time of each of some runs, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct PerRun {
    /// The server process: HTTP, database, queue, engine.
    pub(crate) server_ms: f64,
    /// Supervisor, launcher, slots, and the programs that somebody waited for.
    pub(crate) jails_and_programs_ms: f64,
    /// Whatever the machine did in that time but for this process, which sends the requests.
    pub(crate) machine_ms: f64,
}

impl Used {
    /// Until now, of a server and below it.
    pub(crate) fn now(roles: &Roles) -> anyhow::Result<Self> {
        let server = of_process(roles.server.pid).context("the server is gone")?.own;
        let own = of_process(i32::try_from(std::process::id())?).context("this process has no times")?.own;
        // What ended and was waited for is in the times of who waited.
        let below = descendants_of(roles.supervisor.pid).into_iter().map(|process| process.pid);
        let all = below.chain([roles.supervisor.pid]).filter_map(of_process);
        let all: u64 = all.map(|times| times.own + times.waited_for).sum();
        let stat = fs::read_to_string("/proc/stat").context("failed to read /proc/stat")?;
        let machine = busy(&stat).context("/proc/stat without times")?;
        Ok(Self { machine, server, others: all.saturating_sub(server), own })
    }

    /// What each of so many runs used since `earlier`.
    pub(crate) fn per_run(self, earlier: Self, runs: u64) -> PerRun {
        let (machine, own) =
            (self.machine.saturating_sub(earlier.machine), self.own - earlier.own.min(self.own));
        let each = |ticks: u64| milliseconds(ticks) / count(runs.max(1));
        PerRun {
            server_ms: each(self.server.saturating_sub(earlier.server)),
            jails_and_programs_ms: each(self.others.saturating_sub(earlier.others)),
            machine_ms: each(machine.saturating_sub(own)),
        }
    }
}

struct Times {
    own: u64,
    waited_for: u64,
}

fn of_process(pid: i32) -> Option<Times> {
    times(&fs::read_to_string(format!("/proc/{pid}/stat")).ok()?)
}

/// proc_pid_stat(5): utime, stime, cutime and cstime are fields 14 to 17; the name before them may hold anything.
fn times(stat: &str) -> Option<Times> {
    let fields: Vec<&str> = stat.get(stat.rfind(')')? + 1..)?.split_whitespace().collect();
    let field = |number: usize| fields.get(number - 3)?.parse::<u64>().ok();
    Some(Times { own: field(14)? + field(15)?, waited_for: field(16)? + field(17)? })
}

/// proc_stat(5): user, nice, system, idle, iowait, irq, softirq of all processors.
fn busy(stat: &str) -> Option<u64> {
    let line = stat.lines().next()?.strip_prefix("cpu ")?;
    let ticks: Vec<u64> = line.split_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
    [0, 1, 2, 5, 6].iter().map(|field| ticks.get(*field).copied()).sum()
}

fn milliseconds(ticks: u64) -> f64 {
    count(ticks) * 1000.0 / count(clock_ticks_per_second())
}

#[expect(clippy::cast_precision_loss, reason = "ticks and runs are far below 2^53")]
fn count(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_found_behind_any_name() {
        let stat = "7 (a) b (c) S 1 7 7 0 -1 4194560 80 90 0 0 11 12 13 14 20 0 1 0 100 1000 50";
        let times = times(stat).unwrap();
        assert_eq!((times.own, times.waited_for), (23, 27));
    }

    #[test]
    fn waiting_is_not_busy() {
        assert_eq!(busy("cpu  10 20 30 400 50 6 7 8 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n"), Some(73));
    }

    #[test]
    fn each_run_gets_its_part() {
        let earlier = Used { machine: 100, server: 10, others: 20, own: 5 };
        let later = Used { machine: 300, server: 30, others: 100, own: 65 };
        let each = later.per_run(earlier, 20);
        let tick = milliseconds(1);
        assert!((each.server_ms - tick).abs() < 1e-9);
        assert!((each.jails_and_programs_ms - 4.0 * tick).abs() < 1e-9);
        assert!((each.machine_ms - 7.0 * tick).abs() < 1e-9);
    }
}
