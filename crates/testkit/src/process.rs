//! Processes as /proc tells them.

use rustix::{
    event::{PollFd, PollFlags, poll},
    process::{Pid, PidfdFlags, Signal, WaitOptions, getpid, kill_process, pidfd_open, waitpid},
    time::Timespec,
};
use std::{fs, time::Duration};

/// One process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// Its id.
    pub pid: i32,
    /// Its parent's id.
    pub parent: i32,
    /// State letter; Z is a zombie.
    pub state: char,
    /// Its short name.
    pub name: String,
}

impl Process {
    /// What /proc says about this process; `None` when it is gone.
    #[must_use]
    pub fn read(pid: i32) -> Option<Self> {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        // The name stands in parentheses and may hold anything, parentheses included.
        let (head, tail) = (stat.find('(')?, stat.rfind(')')?);
        let mut fields = stat.get(tail + 1..)?.split_whitespace();
        let state = fields.next()?.chars().next()?;
        let parent = fields.next()?.parse().ok()?;
        Some(Self { pid, parent, state, name: stat.get(head + 1..tail)?.to_owned() })
    }

    /// The value of one line of /proc/PID/status.
    #[must_use]
    pub fn status(&self, key: &str) -> Option<String> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid)).ok()?;
        status.lines().find_map(|line| Some(line.strip_prefix(key)?.strip_prefix(':')?.trim().to_owned()))
    }

    /// The words it was started with.
    #[must_use]
    pub fn arguments(&self) -> Vec<String> {
        let words = fs::read(format!("/proc/{}/cmdline", self.pid)).unwrap_or_default();
        words.split(|byte| *byte == 0).map(|word| String::from_utf8_lossy(word).into_owned()).collect()
    }

    /// Whether this is an interpreter that starts, or has started, before its program has come, or a compiler that stays.
    #[must_use]
    pub(crate) fn starts_ahead(&self) -> bool {
        /// While a process is being executed it shows its new name already, but no variables yet. Every program has some.
        const LOOKS: u32 = 1000;
        let look = || fs::read(format!("/proc/{}/environ", self.pid)).unwrap_or_default();
        let is_gone = || Self::read(self.pid).is_none_or(|now| now.state == 'Z');
        let mut looks = (0..LOOKS).map(|_| look());
        let variables = looks.find(|variables| !variables.is_empty() || is_gone()).unwrap_or_default();
        let marks: [&[u8]; 2] = [b"LD_PRELOAD=/.warm/library.so", b"RUNYARD_RESIDENT=1"];
        variables.split(|byte| *byte == 0).any(|variable| marks.contains(&variable))
    }

    /// The effective user id.
    #[must_use]
    pub fn uid(&self) -> Option<u32> {
        self.status("Uid")?.split_whitespace().nth(1)?.parse().ok()
    }

    /// Sends a signal. A process that is gone already is no error.
    pub(crate) fn signal(&self, signal: Signal) {
        if let Some(pid) = Pid::from_raw(self.pid) {
            let _gone_already = kill_process(pid, signal);
        }
    }

    /// Ends the process without any warning.
    pub fn kill(&self) {
        self.signal(Signal::KILL);
    }

    /// Waits for the end of the process, whoever its parent is, and reaps it when it is ours. Whether it ended.
    #[must_use]
    pub fn wait_gone(&self, patience: Duration) -> bool {
        let Some(pid) = Pid::from_raw(self.pid) else { return true };
        if let Ok(descriptor) = pidfd_open(pid, PidfdFlags::empty()) {
            let limit = Timespec {
                tv_sec: patience.as_secs().try_into().unwrap_or(i64::MAX),
                tv_nsec: patience.subsec_nanos().into(),
            };
            let mut wanted = [PollFd::new(&descriptor, PollFlags::IN)];
            if !matches!(poll(&mut wanted, Some(&limit)), Ok(1..)) {
                return false;
            }
        }
        // Ours when its parent died and this process is the nearest subreaper.
        let _not_ours = waitpid(Some(pid), WaitOptions::NOHANG);
        true
    }
}

/// All processes.
fn all() -> Vec<Process> {
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    entries
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(Process::read)
        .collect()
}

/// Waits until nothing is below this process any more, and kills what does not end by itself. Returns those.
#[must_use]
pub(crate) fn reap_descendants(patience: Duration) -> Vec<Process> {
    let mut stubborn: Vec<Process> = Vec::new();
    // Nearest first: once a parent is reaped, its children are ours.
    while let Some(first) = descendants_of(getpid().as_raw_nonzero().get()).into_iter().next() {
        if stubborn.contains(&first) || !first.wait_gone(patience) {
            first.kill();
            if !stubborn.contains(&first) {
                stubborn.push(first);
            }
        }
    }
    stubborn
}

/// Every process below `ancestor`, nearest first.
#[must_use]
pub fn descendants_of(ancestor: i32) -> Vec<Process> {
    let all = all();
    let mut found: Vec<Process> = Vec::new();
    let mut generation = vec![ancestor];
    while !generation.is_empty() {
        let children: Vec<Process> =
            all.iter().filter(|process| generation.contains(&process.parent)).cloned().collect();
        generation = children.iter().map(|child| child.pid).collect();
        found.extend(children);
    }
    found
}
