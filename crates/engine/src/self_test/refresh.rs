//! Bringing the catalogue up to date with the machine, at start-up.

use super::{
    SelfTest, SelfTestCache, ToolchainFolders,
    cache::Passed,
    digest::{ToolchainDigest, toolchain_digest},
    self_test, tool_version,
};
use crate::Engine;
use runyard_languages::{Availability, Catalogue, Language};
use std::sync::Arc;
use tokio::task::JoinSet;

/// Tests every language whose toolchain has changed since it last passed, `at_once` at a time, and tells the catalogue.
///
/// Only what passed is remembered: what failed is tried again at the next start.
pub async fn refresh_availability(
    engine: &Arc<Engine>,
    catalogue: &Catalogue,
    folders: &ToolchainFolders,
    mut cache: SelfTestCache,
    depth: SelfTest,
    at_once: usize,
) {
    let mut waiting: Vec<_> = catalogue.iter().map(Arc::clone).collect();
    waiting.reverse();
    let mut running = JoinSet::new();
    loop {
        while running.len() < at_once.max(1)
            && let Some(language) = waiting.pop()
        {
            let engine = Arc::clone(engine);
            let digest = toolchain_digest(&language, folders);
            let remembered = cache.get(&language.id).filter(|passed| passed.digest == digest.text).cloned();
            running.spawn(async move { find_out(&engine, &language, digest, remembered, depth).await });
        }
        match running.join_next().await {
            Some(Ok((id, availability, passed))) => {
                catalogue.set_availability(&id, availability);
                cache.set(&id, passed);
            }
            Some(Err(error)) => tracing::error!(%error, "a self-test ended without an answer"),
            None => break,
        }
    }
    cache.store();
}

async fn find_out(
    engine: &Engine,
    language: &Language,
    digest: ToolchainDigest,
    remembered: Option<Passed>,
    depth: SelfTest,
) -> (String, Availability, Option<Passed>) {
    if let Some(passed) = remembered
        && (digest.complete
            || tool_version(engine, language).await.is_ok_and(|version| version == passed.version))
    {
        let tools = passed.tools.clone();
        let availability = Availability { tools, ..Availability::available(Some(passed.version.clone())) };
        return (language.id.clone(), availability, Some(passed));
    }
    let outcome = self_test(engine, language, depth).await;
    let passed = match (&outcome.failure, &outcome.version) {
        (None, Some(version)) => {
            Some(Passed { digest: digest.text, version: version.clone(), tools: outcome.tools.clone() })
        }
        _ => None,
    };
    (language.id.clone(), outcome.availability(), passed)
}
