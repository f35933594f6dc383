//! The claiming loop, and its orderly end.

use crate::{
    Runner, WorkerConfig,
    job::{self, Context},
    permits::Permits,
};
use runyard_events::Hub;
use runyard_queue::{Queue, WorkerId};
use std::{sync::Arc, time::Duration};
use tokio::{
    sync::Semaphore,
    task::JoinSet,
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;

/// The queue is looked at this often even without a wake-up. No healthy job waits for it.
const SAFETY: Duration = Duration::from_secs(5);
/// After a failure of the store.
const AFTER_FAILURE: Duration = Duration::from_secs(1);
/// The worker says this often that it lives.
const ANNOUNCE_EVERY: Duration = Duration::from_secs(10);

/// A worker.
pub struct Worker {
    context: Arc<Context>,
    id: WorkerId,
}

impl Worker {
    /// A worker that runs jobs of `queue` with `runner` and publishes their events to `hub`.
    #[must_use]
    pub fn new(runner: Arc<dyn Runner>, queue: Arc<dyn Queue>, hub: Hub, config: WorkerConfig) -> Self {
        let id = WorkerId::new(&config.name);
        let hand_back = CancellationToken::new();
        Self { context: Arc::new(Context { runner, queue, hub, config, hand_back }), id }
    }

    /// Works until `shutdown`, then claims nothing more, lets what runs finish within the grace, and hands back the
    /// rest. When it returns, nothing of it runs any more.
    pub async fn run(self, shutdown: CancellationToken) {
        let mut jobs = JoinSet::new();
        tokio::select! {
            () = self.claim_jobs(&mut jobs, &shutdown) => {}
            () = self.announce() => {}
        }
        self.drain(jobs).await;
        if let Err(error) = self.context.queue.withdraw(&self.id).await {
            tracing::warn!(%error, "failed to say that the worker is gone");
        }
    }

    async fn claim_jobs(&self, jobs: &mut JoinSet<()>, shutdown: &CancellationToken) {
        let Context { queue, config, .. } = &*self.context;
        let permits = Permits::new(config.permits.max(1));
        let places =
            Arc::new(Semaphore::new(usize::try_from(config.jobs.max(1)).unwrap_or(Semaphore::MAX_PERMITS)));
        let mut wakeups = queue.wakeups();
        loop {
            reap(jobs);
            let room = async {
                let place = Arc::clone(&places).acquire_owned().await.ok()?;
                Some((place, permits.acquire().await))
            };
            let (place, permit) = tokio::select! {
                biased;
                () = shutdown.cancelled() => return,
                room = room => match room {
                    Some(room) => room,
                    None => return,
                },
            };
            wakeups.mark_seen();
            // Never abandoned half-way: a claim that nobody takes is lost until its lease is over.
            let pause = match queue.claim(&self.id).await {
                Ok(Some(claim)) => {
                    jobs.spawn(job::run(Arc::clone(&self.context), claim, permit, place));
                    continue;
                }
                Ok(None) => SAFETY,
                Err(error) => {
                    tracing::error!(%error, "failed to claim a job");
                    drop((permit, place));
                    tokio::select! {
                        () = shutdown.cancelled() => return,
                        () = sleep(AFTER_FAILURE) => continue,
                    }
                }
            };
            // While there is nothing to do, sleepers may have the permit.
            drop((permit, place));
            tokio::select! {
                biased;
                () = shutdown.cancelled() => return,
                _ = timeout(pause, wakeups.changed()) => {}
            }
        }
    }

    /// Says again and again that the worker lives.
    async fn announce(&self) {
        loop {
            if let Err(error) = self.context.queue.announce(&self.id, self.context.config.permits).await {
                tracing::warn!(%error, "failed to say that the worker lives");
            }
            sleep(ANNOUNCE_EVERY).await;
        }
    }

    async fn drain(&self, mut jobs: JoinSet<()>) {
        let finished = timeout(self.context.config.grace, async {
            while let Some(end) = jobs.join_next().await {
                note(end);
            }
        })
        .await;
        if finished.is_err() {
            tracing::info!(jobs = jobs.len(), "handing back what did not finish in time");
            self.context.hand_back.cancel();
            while let Some(end) = jobs.join_next().await {
                note(end);
            }
        }
    }
}

fn reap(jobs: &mut JoinSet<()>) {
    while let Some(end) = jobs.try_join_next() {
        note(end);
    }
}

fn note(end: Result<(), tokio::task::JoinError>) {
    if let Err(error) = end {
        tracing::error!(%error, "a job's task did not end well; its lease will end");
    }
}
