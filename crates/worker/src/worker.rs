//! The claiming loop, and its orderly end.

use crate::{
    Runner, WorkerConfig,
    job::{self, Context, Room},
    permits::Permits,
};
use runyard_events::Hub;
use runyard_queue::{Claim, Queue, WakeUps, WorkerId};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
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
}

impl Worker {
    /// A worker that runs jobs of `queue` with `runner` and publishes their events to `hub`.
    #[must_use]
    pub fn new(runner: Arc<dyn Runner>, queue: Arc<dyn Queue>, hub: Hub, config: WorkerConfig) -> Self {
        let id = WorkerId::new(&config.name);
        let context = Context { runner, queue, hub, config, id, hand_back: CancellationToken::new() };
        Self { context: Arc::new(context) }
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
        if let Err(error) = self.context.queue.withdraw(&self.context.id).await {
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
                Some(Room { place, permit: permits.acquire().await })
            };
            let room = tokio::select! {
                biased;
                () = shutdown.cancelled() => return,
                room = room => match room {
                    Some(room) => room,
                    None => return,
                },
            };
            wakeups.mark_seen();
            // Never abandoned half-way: a claim that nobody takes is lost until its lease is over.
            match queue.claim(&self.context.id).await {
                Ok(Some(claim)) => self.begin(jobs, claim, room, shutdown),
                Ok(None) => {
                    // While there is nothing to do, sleepers may have the permit.
                    drop(room);
                    self.stand_by(jobs, shutdown, &mut wakeups, &permits, &places).await;
                }
                Err(error) => {
                    tracing::error!(%error, "failed to claim a job");
                    drop(room);
                    tokio::select! {
                        () = shutdown.cancelled() => return,
                        () = sleep(AFTER_FAILURE) => {}
                    }
                }
            }
        }
    }

    /// Begins jobs that are claimed while they are accepted, until it is better to look what there is to claim.
    async fn stand_by(
        &self,
        jobs: &mut JoinSet<()>,
        shutdown: &CancellationToken,
        wakeups: &mut WakeUps,
        permits: &Arc<Permits>,
        places: &Arc<Semaphore>,
    ) {
        let queue = &self.context.queue;
        while !shutdown.is_cancelled() && !wakeups.is_changed() {
            reap(jobs);
            let room = Arc::new(Mutex::new(None));
            let admit = {
                let (room, permits, places) = (Arc::clone(&room), Arc::clone(permits), Arc::clone(places));
                move || {
                    let found = Arc::clone(&places).try_acquire_owned().ok().and_then(|place| {
                        let permit = permits.try_acquire()?;
                        Some(Room { place, permit })
                    });
                    let mut room = room.lock().unwrap_or_else(PoisonError::into_inner);
                    *room = found;
                    room.is_some()
                }
            };
            let mut standing = queue.stand_by(&self.context.id, Box::new(admit));
            let (given, stays) = tokio::select! {
                biased;
                () = shutdown.cancelled() => (standing.withdraw().await, false),
                given = standing.given() => (given, true),
                _ = timeout(SAFETY, wakeups.changed()) => (standing.withdraw().await, false),
            };
            let Some(given) = given else { return };
            let room = room.lock().unwrap_or_else(PoisonError::into_inner).take();
            match (queue.open(given).await, room) {
                (Ok(Some(claim)), Some(room)) => self.begin(jobs, claim, room, shutdown),
                // Nothing is given to a worker without room.
                (Ok(_), _) => return,
                (Err(error), _) => {
                    tracing::error!(%error, "failed to settle a job that cannot be read");
                    return;
                }
            }
            if !stays {
                return;
            }
        }
    }

    fn begin(&self, jobs: &mut JoinSet<()>, claim: Claim, room: Room, shutdown: &CancellationToken) {
        jobs.spawn(job::run(Arc::clone(&self.context), claim, room, shutdown.clone()));
    }

    /// Says again and again that the worker lives.
    async fn announce(&self) {
        loop {
            if let Err(error) =
                self.context.queue.announce(&self.context.id, self.context.config.permits).await
            {
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
