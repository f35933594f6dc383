//! The runner that answers from what is kept.

use crate::{
    RunFailure, Runner,
    results::{
        ResultCache,
        keepable::is_keepable,
        key::{Conditions, Fingerprints, key},
        replay::replay,
    },
};
use async_trait::async_trait;
use runyard_engine::{Command, Observer};
use runyard_types::{Report, Submission};
use std::{
    convert::Infallible,
    future::pending,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio::sync::mpsc;

/// Answers submissions that allow it with an answer that was kept, and keeps the answers of the others.
pub struct CachingRunner {
    runner: Arc<dyn Runner>,
    cache: ResultCache,
    toolchains: Arc<dyn Fingerprints>,
    conditions: Conditions,
}

impl CachingRunner {
    /// The cache in front of this runner.
    #[must_use]
    pub fn new(
        runner: Arc<dyn Runner>,
        cache: ResultCache,
        toolchains: Arc<dyn Fingerprints>,
        conditions: Conditions,
    ) -> Self {
        Self { runner, cache, toolchains, conditions }
    }
}

#[async_trait]
impl Runner for CachingRunner {
    async fn run(
        &self,
        submission: &Submission,
        commands: &mut mpsc::Receiver<Command>,
        observer: &dyn Observer,
    ) -> Result<Report, RunFailure> {
        let key = if submission.caching.keeps_answers() {
            key(submission, &*self.toolchains, &self.conditions)
        } else {
            None
        };
        let Some(key) = key else { return self.runner.run(submission, commands, observer).await };
        if submission.caching.uses_kept()
            && let Some(kept) = self.cache.find(key).await
        {
            replay(&kept, submission, observer);
            return Ok(Report { cached: true, ..kept });
        }
        let (report, left_alone) = self.run_alone(submission, commands, observer).await?;
        if left_alone && is_keepable(&report) {
            self.cache.keep(key, &report).await;
        }
        Ok(report)
    }
}

impl CachingRunner {
    /// Runs it, and tells whether nobody said anything to the program while it ran. A program that was sent a signal ends as
    /// whoever sent it wished: kept, that would be the answer to others.
    async fn run_alone(
        &self,
        submission: &Submission,
        commands: &mut mpsc::Receiver<Command>,
        observer: &dyn Observer,
    ) -> Result<(Report, bool), RunFailure> {
        let (forward, mut forwarded) = mpsc::channel(1);
        let left_alone = AtomicBool::new(true);
        let run = self.runner.run(submission, &mut forwarded, observer);
        let pass_on = pass_on(commands, forward, &left_alone);
        let report = tokio::select! {
            biased;
            never = pass_on => match never {},
            report = run => report?,
        };
        Ok((report, left_alone.load(Ordering::Relaxed)))
    }
}

/// Notes and passes on every command; ends the channel when nobody can send any more.
async fn pass_on(
    commands: &mut mpsc::Receiver<Command>,
    forward: mpsc::Sender<Command>,
    left_alone: &AtomicBool,
) -> Infallible {
    while let Some(command) = commands.recv().await {
        left_alone.store(false, Ordering::Relaxed);
        if forward.send(command).await.is_err() {
            break;
        }
    }
    drop(forward);
    pending().await
}
