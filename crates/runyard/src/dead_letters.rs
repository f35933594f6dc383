//! `runyard dead-letters`: executions that were given up after repeated failures of ours.

use crate::cli::{DeadLettersArguments, DeadLettersCommand};
use crate::{print, settings};
use anyhow::{Context, bail};
use runyard_config::{Config, StoreUrl};
use runyard_queue::{Queue, QueuePolicy, Replay, SqlQueue};
use runyard_store::{Store, StoreOptions};
use std::path::PathBuf;
use std::process::ExitCode;

/// Enough to see what is wrong; the store keeps them all.
const SHOWN: u32 = 100;

pub(crate) fn run(arguments: &DeadLettersArguments) -> anyhow::Result<ExitCode> {
    let config = settings::load(&arguments.settings, None)?;
    let path = database(&config);
    if !path.exists() {
        bail!("open the database {}: there is none; give the server's --data-dir", path.display());
    }
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().context("start the runtime")?;
    runtime.block_on(async {
        let store = Store::open_with(StoreOptions::new(path)).await.context("open the database")?;
        let queue = SqlQueue::new(store.clone(), QueuePolicy::default());
        match &arguments.command {
            DeadLettersCommand::List => list(&queue).await?,
            DeadLettersCommand::Replay { id } => {
                print::line(&match queue.replay(*id).await.context("replay it")? {
                    Replay::Replayed(new) => format!("queued again as {new}"),
                    Replay::Already(new) => format!("was queued again before, as {new}"),
                    Replay::Full => bail!("replay {id}: the queue is full"),
                    Replay::NotFound => bail!("replay {id}: there is no such dead letter"),
                })?;
            }
        }
        store.close().await;
        Ok(ExitCode::SUCCESS)
    })
}

/// Where the server keeps its executions.
pub(crate) fn database(config: &Config) -> PathBuf {
    match &config.store.url {
        StoreUrl::DataDir => config.server.data_dir.join("runyard.db"),
        StoreUrl::Sqlite(path) => path.clone(),
    }
}

async fn list(queue: &SqlQueue) -> anyhow::Result<()> {
    let letters = queue.dead_letters(SHOWN).await.context("read the dead letters")?;
    if letters.is_empty() {
        print::line("no dead letters")?;
    }
    for letter in letters {
        let replayed = letter.replayed_as.map(|id| format!("  replayed as {id}")).unwrap_or_default();
        print::line(&format!("{}  {}{replayed}", letter.execution, letter.language))?;
        for failure in letter.failures {
            print::line(&format!("    attempt {}: {}: {}", failure.epoch, failure.kind, failure.detail))?;
        }
    }
    Ok(())
}
