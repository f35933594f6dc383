//! What a running server holds, so that a test can tell whether a program left it with more.

use crate::{Mode, Process, Roles, descendants_of, own_group};
use std::{
    fs,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
};

/// Where a program that got out could leave files.
const FILE_PLACES: [&str; 4] = ["/tmp", "/var/tmp", "/dev/shm", "/run"];

/// How much a server holds at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vitals {
    /// Processes below the launcher, zombies included, but for those that are made ahead of a request: they come and go.
    pub processes: usize,
    /// Zombies below the supervisor.
    pub zombies: Vec<String>,
    /// Mounts the launcher sees.
    pub mounts: usize,
    /// Control groups below the test's own.
    pub control_groups: usize,
    /// Descriptors of the server.
    pub descriptors: usize,
    /// Descriptors of the launcher.
    pub launcher_descriptors: usize,
    /// Threads of the server.
    pub threads: u64,
    /// Threads of the launcher.
    pub launcher_threads: u64,
    /// Resident memory of the server in bytes.
    pub resident_bytes: u64,
    /// Resident memory of the launcher in bytes.
    pub launcher_resident_bytes: u64,
    /// Files in the data folder.
    pub data_files: usize,
    /// Bytes on disk of the data folder.
    pub data_bytes: u64,
    /// Files of jails' users, and core dumps, outside any jail.
    pub strange_files: Vec<PathBuf>,
}

impl Vitals {
    /// Looks at a running server with this data folder.
    #[must_use]
    pub fn of(roles: &Roles, data_dir: &Path) -> Self {
        // A mode nobody knows kept the server from starting.
        let mode = Mode::chosen().unwrap_or(Mode::Root);
        let entries = |path: String| fs::read_dir(path).map_or(0, Iterator::count);
        let mounts =
            fs::read_to_string(format!("/proc/{}/mountinfo", roles.launcher.pid)).unwrap_or_default();
        let (mut data_files, mut data_bytes) = (0, 0);
        for entry in fs::read_dir(data_dir).into_iter().flatten().flatten() {
            data_files += 1;
            data_bytes += entry.metadata().map_or(0, |metadata| metadata.blocks() * 512);
        }
        Self {
            processes: without_made_ahead(&descendants_of(roles.launcher.pid)),
            zombies: zombies(&descendants_of(roles.supervisor.pid)),
            mounts: mounts.lines().count(),
            control_groups: own_group::watched().iter().map(|folder| folders_below(folder)).sum(),
            descriptors: entries(format!("/proc/{}/fd", roles.server.pid)),
            launcher_descriptors: entries(format!("/proc/{}/fd", roles.launcher.pid)),
            threads: number(&roles.server, "Threads"),
            launcher_threads: number(&roles.launcher, "Threads"),
            resident_bytes: number(&roles.server, "VmRSS") << 10,
            launcher_resident_bytes: number(&roles.launcher, "VmRSS") << 10,
            data_files,
            data_bytes,
            strange_files: strange_files(mode, data_dir),
        }
    }

    /// Processes and zombies there are more of than before, in words.
    #[must_use]
    pub fn processes_since(&self, before: &Self) -> Vec<String> {
        let mut grown = Vec::new();
        if self.processes > before.processes {
            grown.push(format!(
                "{} processes below the launcher, before {}",
                self.processes, before.processes
            ));
        }
        if !self.zombies.is_empty() {
            grown.push(format!("zombies: {}", self.zombies.join(", ")));
        }
        grown
    }

    /// What there is more of than before, in words. Connections come and go, so the server may hold a few more
    /// descriptors than it did; its threads for blocking work come and go within the runtime's own bounds.
    #[must_use]
    pub fn grown_since(&self, before: &Self) -> Vec<String> {
        /// More than idle keep-alive connections and pooled database handles explain.
        const DESCRIPTOR_SLACK: u64 = 16;
        /// Idle threads that wait a few seconds for more blocking work.
        const THREAD_SLACK: u64 = 32;
        /// The whole of a server's memory, which does not depend on what programs do.
        const RESIDENT_CAP: u64 = 256 << 20;
        /// The launcher keeps next to nothing.
        const LAUNCHER_RESIDENT_CAP: u64 = 32 << 20;
        /// The records of everything a test runs, with their outputs.
        const DATA_CAP: u64 = 512 << 20;
        let mut grown = self.processes_since(before);
        let mut check = |name: &str, now: u64, most: u64| {
            if now > most {
                grown.push(format!("{name}: {now}, expected at most {most}"));
            }
        };
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        check("mounts", count(self.mounts), count(before.mounts));
        check("control groups", count(self.control_groups), count(before.control_groups));
        check(
            "descriptors of the server",
            count(self.descriptors),
            count(before.descriptors) + DESCRIPTOR_SLACK,
        );
        check(
            "descriptors of the launcher",
            count(self.launcher_descriptors),
            count(before.launcher_descriptors),
        );
        check("threads of the server", self.threads, before.threads + THREAD_SLACK);
        check("threads of the launcher", self.launcher_threads, before.launcher_threads);
        check("bytes of memory of the server", self.resident_bytes, RESIDENT_CAP);
        check("bytes of memory of the launcher", self.launcher_resident_bytes, LAUNCHER_RESIDENT_CAP);
        check("files in the data folder", count(self.data_files), count(before.data_files));
        check("bytes in the data folder", self.data_bytes, before.data_bytes + DATA_CAP);
        let strange = self.strange_files.iter().filter(|path| !before.strange_files.contains(path));
        grown.extend(strange.map(|path| format!("the file {}", path.display())));
        grown
    }
}

/// How many of these processes do not wait for a request: neither programs that do, nor process 1 of the spaces they run in, nor
/// what is about to become one of them, which has the name of the process it was forked from.
fn without_made_ahead(below_launcher: &[Process]) -> usize {
    let name_of = |pid: i32| {
        below_launcher.iter().find(|process| process.pid == pid).map_or("", |process| process.name.as_str())
    };
    let waits = |process: &&Process| match process.name.as_str() {
        "runyard-parked" | "runyard-warm" => true,
        "runyard-slot" => name_of(process.parent) == "runyard-slot",
        // Orphans of a program become its children.
        "runyard-init" => !below_launcher.iter().any(|child| child.parent == process.pid),
        // Perhaps an interpreter on its way to where it waits.
        _ => process.starts_ahead(),
    };
    below_launcher.len() - below_launcher.iter().filter(waits).count()
}

/// Those that ended and were not waited for, with their parents.
fn zombies(below_supervisor: &[Process]) -> Vec<String> {
    let name_of = |pid: i32| {
        below_supervisor.iter().find(|process| process.pid == pid).map_or("?", |process| &process.name)
    };
    let ended = below_supervisor.iter().filter(|process| process.state == 'Z');
    ended.map(|process| format!("{} of {}", process.name, name_of(process.parent))).collect()
}

/// The number at the start of a line of /proc/PID/status.
fn number(process: &Process, key: &str) -> u64 {
    let line = process.status(key).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn folders_below(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(|entry| entry.path().is_dir()).map(|entry| 1 + folders_below(&entry.path())).sum()
}

fn strange_files(mode: Mode, data_dir: &Path) -> Vec<PathBuf> {
    let here = std::env::current_dir().unwrap_or_default();
    let places = FILE_PLACES.iter().map(Path::new).chain([data_dir, here.as_path()]);
    let mut strange = Vec::new();
    for entry in places.flat_map(|place| fs::read_dir(place).into_iter().flatten().flatten()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_core =
            name == "core" || name.strip_prefix("core.").is_some_and(|pid| pid.parse::<u32>().is_ok());
        // Whatever is gone by now was nobody's left-over.
        let of_a_jail = entry.metadata().is_ok_and(|metadata| mode.jail_users().contains(&metadata.uid()));
        if is_core || of_a_jail {
            strange.push(entry.path());
        }
    }
    strange
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_for_a_request_is_not_counted() {
        let process = |pid, parent, name: &str| Process { pid, parent, state: 'S', name: name.to_owned() };
        let keeper = process(10, 1, "runyard-slot");
        let waiting = [
            process(11, 10, "runyard-warm"),
            process(12, 10, "runyard-slot"),
            process(13, 10, "runyard-init"),
            process(14, 10, "runyard-parked"),
        ];
        let running = [process(20, 10, "python3"), process(21, 10, "runyard-init"), process(22, 21, "sh")];
        let all: Vec<_> = [keeper].into_iter().chain(waiting).chain(running).collect();
        assert_eq!(without_made_ahead(&all), 1 + 3);
    }
}
