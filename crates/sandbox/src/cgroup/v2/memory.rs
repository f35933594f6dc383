//! memory.*: limit without swap, the whole group dies on out-of-memory, peak.

use crate::cgroup::CgroupError;
use crate::cgroup::control::Control;
use crate::cgroup::folder::Folder;
use std::cell::Cell;

/// The highest memory use of a group.
#[derive(Debug)]
enum Peak {
    /// The kernel counts it, since Linux 5.19.
    Counted(Control),
    /// The highest use anybody saw; short peaks are missed.
    Sampled(Cell<u64>),
}

impl Peak {
    fn open(folder: &Folder) -> Result<Self, CgroupError> {
        let file = folder.control_if_there("memory.peak")?;
        Ok(file.map_or_else(|| Self::Sampled(Cell::new(0)), Self::Counted))
    }
}

#[derive(Debug)]
pub(super) struct Memory {
    max: Control,
    current: Control,
    peak: Peak,
    events: Control,
    limit_now: u64,
    kills_before: u64,
    used: bool,
}

impl Memory {
    pub(super) fn open(folder: &Folder) -> Result<Self, CgroupError> {
        folder.control("memory.oom.group")?.write("1")?;
        // The file is absent when the kernel has no swap support at all: then there is nothing to forbid.
        if let Some(swap) = folder.control_if_there("memory.swap.max")? {
            swap.write("0")?;
        }
        Ok(Self {
            max: folder.control("memory.max")?,
            current: folder.control("memory.current")?,
            peak: Peak::open(folder)?,
            events: folder.control("memory.events")?,
            limit_now: 0,
            kills_before: 0,
            used: false,
        })
    }

    /// A group that was used once is replaced: on version 2 making one is cheap, and only a new one's peak starts at zero.
    pub(super) fn clean(&self) -> Result<(), CgroupError> {
        if self.used { Err(CgroupError::NotEmpty { left: self.current.number()? }) } else { Ok(()) }
    }

    pub(super) fn prepare(&mut self, bytes: u64) -> Result<(), CgroupError> {
        if bytes != self.limit_now {
            self.max.write(&bytes.to_string())?;
            self.limit_now = bytes;
        }
        self.kills_before = self.events.keyed("oom_kill")?;
        self.used = true;
        Ok(())
    }

    /// Looks at the use, where the kernel does not do it for us.
    pub(super) fn sample(&self) -> Result<(), CgroupError> {
        if let Peak::Sampled(highest) = &self.peak {
            highest.set(highest.get().max(self.current.number()?));
        }
        Ok(())
    }

    pub(super) fn peak(&self) -> Result<u64, CgroupError> {
        match &self.peak {
            Peak::Counted(file) => file.number(),
            // What ran out of memory had all of it.
            Peak::Sampled(_) if self.out_of_memory_kills()? > 0 => Ok(self.limit_now),
            Peak::Sampled(highest) => Ok(highest.get()),
        }
    }

    pub(super) fn out_of_memory_kills(&self) -> Result<u64, CgroupError> {
        Ok(self.events.keyed("oom_kill")?.saturating_sub(self.kills_before))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [(&str, &str); 5] = [
        ("memory.oom.group", "0\n"),
        ("memory.swap.max", "1\n"),
        ("memory.max", "max\n"),
        ("memory.current", "4096\n"),
        ("memory.events", "oom 0\noom_kill 0\n"),
    ];

    fn group(more: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in FILES.iter().chain(more) {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn a_group_is_limited_without_swap_and_dies_as_a_whole() {
        let folder = group(&[("memory.peak", "8192\n")]);
        let mut memory = Memory::open(&Folder::open(folder.path()).unwrap()).unwrap();
        memory.prepare(1 << 20).unwrap();
        let said = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!((said("memory.oom.group"), said("memory.swap.max")), ("1\n".into(), "0\n".into()));
        assert_eq!(said("memory.max").trim_end(), "1048576");
        assert_eq!(memory.peak().unwrap(), 8192);
    }

    #[test]
    fn before_linux_5_19_the_peak_is_the_highest_use_seen() {
        let folder = group(&[]);
        let mut memory = Memory::open(&Folder::open(folder.path()).unwrap()).unwrap();
        memory.prepare(1 << 20).unwrap();
        for (now, peak) in [("65536\n", 65536), ("8192\n\n", 65536)] {
            std::fs::write(folder.path().join("memory.current"), now).unwrap();
            memory.sample().unwrap();
            assert_eq!(memory.peak().unwrap(), peak);
        }
        std::fs::write(folder.path().join("memory.events"), "oom 1\noom_kill 1\n").unwrap();
        assert_eq!(memory.peak().unwrap(), 1 << 20);
    }
}
