//! What runs programs.

use crate::reader::Reader;
use std::path::PathBuf;

/// The worker.
#[derive(Debug, Clone, Copy)]
pub struct Worker {
    /// Programs that may use a core at the same time; at least 1.
    pub concurrency: usize,
    /// Programs that may exist at the same time.
    pub slots: usize,
    /// Bytes that the memory limits of programs that run at the same time may add up to; `None` is what the machine can spare.
    pub memory_bytes: Option<u64>,
}

impl Worker {
    pub(crate) fn read(reader: &mut Reader<'_>, machine_cores: usize) -> Self {
        let asked: usize = reader.integer("worker.concurrency", 0..=10_000);
        let concurrency = if asked == 0 { machine_cores.max(1) } else { asked };
        let memory: u64 = reader.integer("worker.memory_bytes", 0..=1 << 50);
        Self {
            concurrency,
            slots: reader.integer("worker.slots", 1..=10_000),
            memory_bytes: (memory > 0).then_some(memory),
        }
    }
}

/// The jails.
#[derive(Debug, Clone)]
pub struct Jail {
    /// Whether programs that may use at most one core are kept on one.
    pub pin_cpus: bool,
    /// Languages whose interpreters are kept ready for the next program.
    pub warm_languages: WarmLanguages,
}

impl Jail {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            pin_cpus: reader.flag("jail.pin_cpus"),
            warm_languages: WarmLanguages::read(reader.list("jail.warm_languages")),
        }
    }
}

/// Languages whose interpreters are kept ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WarmLanguages {
    /// Each that can be.
    All,
    /// Those of these names.
    Named(Vec<String>),
}

impl WarmLanguages {
    fn read(names: Vec<String>) -> Self {
        if names.iter().any(|name| name == "*") { Self::All } else { Self::Named(names) }
    }
}

/// The languages.
#[derive(Debug, Clone)]
pub struct Languages {
    /// Folder of language files instead of the built-in set.
    pub directory: Option<PathBuf>,
}

impl Languages {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        let directory = reader.text("languages.directory");
        Self { directory: (!directory.is_empty()).then(|| directory.into()) }
    }
}

/// Missing protections that are accepted.
#[derive(Debug, Clone)]
pub struct Protection {
    /// By the names that `runyard doctor` prints.
    pub accept_missing: Vec<String>,
}

impl Protection {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        Self { accept_missing: reader.list("protection.accept_missing") }
    }
}
