//! Reads all layers once and turns them into typed sections, or into the list of everything that is wrong.

use crate::{
    environment,
    layers::{Layers, Setting},
    mistake::ConfigError,
    reader::Reader,
    sections::{
        Cache, Cors, Interactive, Jail, Languages, LimitSettings, Log, Protection, Queue, RateLimit,
        Retention, Server, Sessions, Store, SubmissionLimits, Worker,
    },
};
use std::{collections::BTreeMap, path::PathBuf};

/// What the settings are read from.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The operator's file, if there is one.
    pub file: Option<PathBuf>,
    /// The environment.
    pub variables: Vec<(String, String)>,
    /// Cores of this machine; ceilings never promise more. 0 means unknown.
    pub machine_cores: usize,
}

/// All settings, checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// Listening and requests.
    pub server: Server,
    /// Logging.
    pub log: Log,
    /// Pages of other origins.
    pub cors: Cors,
    /// Requests a minute.
    pub rate_limit: RateLimit,
    /// Sizes of what may be submitted.
    pub submission: SubmissionLimits,
    /// Defaults and ceilings of a run.
    pub limits: LimitSettings,
    /// Programs with an open terminal.
    pub interactive: Interactive,
    /// Code sessions.
    pub sessions: Sessions,
    /// Where executions are kept.
    pub store: Store,
    /// The queue.
    pub queue: Queue,
    /// The worker.
    pub worker: Worker,
    /// What is kept to be used again.
    pub cache: Cache,
    /// The jails.
    pub jail: Jail,
    /// The languages.
    pub languages: Languages,
    /// Missing protections that are accepted.
    pub protection: Protection,
    /// How long things are kept.
    pub retention: Retention,
    pub(crate) notices: Vec<String>,
    pub(crate) settings: BTreeMap<String, Setting>,
}

impl Config {
    /// Reads the settings.
    ///
    /// # Errors
    /// When the file cannot be read, or with every mistake in the file and in the environment together.
    pub fn load(sources: &Sources) -> Result<Self, ConfigError> {
        let mut layers = Layers::new();
        if let Some(path) = &sources.file {
            let text = std::fs::read_to_string(path)
                .map_err(|source| ConfigError::ReadFile { path: path.clone(), source })?;
            layers.file(path, &text);
        }
        let notices = environment::apply(&mut layers, &sources.variables);
        let mut reader = Reader { layers: &mut layers };
        let mut config = Self {
            server: Server::read(&mut reader),
            log: Log::read(&mut reader),
            cors: Cors::read(&mut reader),
            rate_limit: RateLimit::read(&mut reader),
            submission: SubmissionLimits::read(&mut reader),
            limits: LimitSettings::read(&mut reader, sources.machine_cores),
            interactive: Interactive::read(&mut reader),
            sessions: Sessions::read(&mut reader),
            store: Store::read(&mut reader),
            queue: Queue::read(&mut reader),
            worker: Worker::read(&mut reader, sources.machine_cores),
            cache: Cache::read(&mut reader),
            jail: Jail::read(&mut reader),
            languages: Languages::read(&mut reader),
            protection: Protection::read(&mut reader),
            retention: Retention::read(&mut reader),
            notices,
            settings: BTreeMap::new(),
        };
        if !layers.mistakes.is_empty() {
            return Err(ConfigError::Mistakes(layers.mistakes));
        }
        config.settings = layers.settings;
        Ok(config)
    }

    /// What an operator should know that is no mistake: variables that are set and have no effect.
    #[must_use]
    pub fn notices(&self) -> &[String] {
        &self.notices
    }
}
