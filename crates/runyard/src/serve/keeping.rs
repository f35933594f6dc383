//! What the server keeps to use again, as its settings say.

use crate::settings;
use runyard_api::Caches;
use runyard_config::Config;
use runyard_engine::{Engine, ProgramCache, Toolchains};
use runyard_launcher_client::Jails;
use runyard_store::Store;
use runyard_worker::{CachingRunner, Conditions, ResultCache, Runner, SqlResults};
use std::sync::Arc;

/// Room for compiled programs, unless that is switched off.
pub(super) fn programs(
    config: &Config,
    toolchains: &Arc<Toolchains>,
    caches: &Caches,
) -> Option<Arc<ProgramCache>> {
    let bytes = config.cache.programs_bytes;
    let cache = || ProgramCache::new(bytes, Arc::clone(toolchains), Arc::clone(&caches.programs));
    (bytes > 0).then(cache).map(Arc::new)
}

/// The engine, behind the result cache unless that is switched off.
pub(super) fn runner(
    config: &Config,
    engine: Arc<Engine>,
    store: &Store,
    toolchains: Arc<Toolchains>,
    jails: &Jails,
    caches: &Caches,
) -> Arc<dyn Runner> {
    let settings = &config.cache;
    if settings.answers_for.is_zero() {
        return engine;
    }
    let store = Arc::new(SqlResults::new(store.clone(), settings.answers_store_bytes));
    let answers = Arc::clone(&caches.answers);
    let cache = ResultCache::new(settings.answers_memory_bytes, store, settings.answers_for, answers);
    Arc::new(CachingRunner::new(engine, cache, toolchains, conditions(config, jails)))
}

/// What programs can see of this server beside the toolchain. Answers outlive a server in its database, and the next one may be of
/// another version, on another kernel, or set up otherwise.
fn conditions(config: &Config, jails: &Jails) -> Conditions {
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let mut conditions = vec![
        env!("CARGO_PKG_VERSION").to_owned(),
        kernel,
        format!("{} cores", settings::cores()),
        format!("{:?} {:?}", jails.mode, jails.cgroup),
        format!("{:?}", config.jail),
    ];
    conditions.extend(jails.protections.iter().cloned());
    Conditions(conditions)
}
