//! Where things are kept, how safely, and for how long.

use crate::reader::Reader;
use std::{path::PathBuf, time::Duration};

/// What an accepted job survives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// The death of any process.
    Process,
    /// Loss of power too.
    Full,
}

/// Which database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreUrl {
    /// A SQLite file in the data folder.
    DataDir,
    /// A SQLite file here.
    Sqlite(PathBuf),
}

/// Where executions are kept.
#[derive(Debug, Clone)]
pub struct Store {
    /// Which database.
    pub url: StoreUrl,
    /// How safely.
    pub durability: Durability,
}

impl Store {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        let text = reader.text("store.url");
        let path = text.strip_prefix("sqlite:").map(|rest| rest.strip_prefix("//").unwrap_or(rest));
        let url = match path {
            _ if text.is_empty() => StoreUrl::DataDir,
            Some(path) if !path.is_empty() => StoreUrl::Sqlite(path.into()),
            _ => {
                // The text may hold a password: name the scheme only.
                let scheme = text.split(':').next().unwrap_or_default();
                let scheme = scheme.chars().take(16).collect::<String>();
                reader.mistake(
                    "store.url",
                    format!("the scheme {scheme:?} is not supported: use sqlite:PATH or leave it empty"),
                );
                StoreUrl::DataDir
            }
        };
        let durability = match reader.text("store.durability").as_str() {
            "process" => Durability::Process,
            "full" => Durability::Full,
            other => {
                reader.mistake("store.durability", format!("{other:?} is not process or full"));
                Durability::Process
            }
        };
        Self { url, durability }
    }
}

/// The queue.
#[derive(Debug, Clone, Copy)]
pub struct Queue {
    /// Most jobs that may wait.
    pub max_depth: u64,
    /// Attempts at a job that fails through no fault of its own.
    pub max_attempts: u32,
}

impl Queue {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            max_depth: reader.integer("queue.max_depth", 1..=100_000_000),
            max_attempts: reader.integer("queue.max_attempts", 1..=100),
        }
    }
}

/// How long things are kept; `None` is for ever.
#[derive(Debug, Clone, Copy)]
pub struct Retention {
    /// Ended executions.
    pub executions: Option<Duration>,
    /// Idempotency keys.
    pub idempotency: Duration,
}

impl Retention {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        let days: u64 = reader.integer("retention.executions_days", 0..=36_500);
        let hours: u64 = reader.integer("retention.idempotency_hours", 24..=8760);
        Self {
            executions: (days > 0).then(|| Duration::from_secs(days * 86_400)),
            idempotency: Duration::from_secs(hours * 3600),
        }
    }
}
