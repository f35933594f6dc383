//! The memory of all processes of a server, while it works.

use anyhow::Context as _;
use runyard_testkit::{Roles, descendants_of};
use serde::Serialize;
use std::{fs, time::Duration};
use tokio::time::{MissedTickBehavior, interval};

/// How often it is looked at.
const PERIOD: Duration = Duration::from_secs(1);

/// The most that was seen, in bytes.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Memory {
    /// Of the server: API, page, queue, worker, database.
    pub server_bytes: u64,
    /// Of the launcher.
    pub launcher_bytes: u64,
    /// Of the supervisor and everything below it: those two, the keepers, the interpreters that are kept started, and whatever
    /// programs ran. Pages that several share count once.
    pub all_bytes: u64,
    /// How many processes these were.
    pub processes: usize,
}

impl Memory {
    /// Now.
    pub(crate) fn of(roles: &Roles) -> anyhow::Result<Self> {
        let below = descendants_of(roles.supervisor.pid);
        let pids = below.iter().map(|process| process.pid).chain([roles.supervisor.pid]);
        Ok(Self {
            server_bytes: resident(roles.server.pid, "Rss").context("the server is gone")?,
            launcher_bytes: resident(roles.launcher.pid, "Rss").context("the launcher is gone")?,
            // Programs come and go: one that is gone by now has no memory.
            all_bytes: pids.filter_map(|pid| resident(pid, "Pss")).sum(),
            processes: below.len() + 1,
        })
    }

    /// The most of both.
    fn or_more(self, other: Self) -> Self {
        Self {
            server_bytes: self.server_bytes.max(other.server_bytes),
            launcher_bytes: self.launcher_bytes.max(other.launcher_bytes),
            all_bytes: self.all_bytes.max(other.all_bytes),
            processes: self.processes.max(other.processes),
        }
    }

    /// Looks again and again, until `done` is; gives back what `done` gave, and the most that was seen.
    pub(crate) async fn during<T>(roles: &Roles, done: impl Future<Output = T>) -> anyhow::Result<(T, Self)> {
        let mut most = Self::of(roles)?;
        let mut ticks = interval(PERIOD);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut done = std::pin::pin!(done);
        loop {
            tokio::select! {
                outcome = &mut done => return Ok((outcome, most.or_more(Self::of(roles)?))),
                _ = ticks.tick() => most = most.or_more(Self::of(roles)?),
            }
        }
    }
}

/// One line of what the kernel says about all of a process's memory.
fn resident(pid: i32, key: &str) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kibibytes| kibibytes << 10)
}
