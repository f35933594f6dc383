//! The backend: each method one transaction.

use crate::{
    Admit, Cancelling, Claim, Enqueued, Failure, FailureKind, Given, Lease, NewJob, Queue, QueuePolicy,
    Renewal, Replay, Settled, SettledAs, StandBy, WakeUps, WorkerId,
    machine::Input,
    sql::{claimer::Claimer, dead, enqueue, settle},
    standby::Offers,
    wakeups::Bell,
};
use async_trait::async_trait;
use runyard_store::{
    Direct, Store, StoreError, Timestamp, dead_letters,
    dead_letters::DeadLetter,
    decode,
    leases::{self, Fence, StoredReport},
    workers,
};
use runyard_types::{ExecutionId, Report, Status, Verdict};
use std::{sync::Arc, time::Duration};

/// Leases taken back in one transaction.
const SWEEP: u32 = 100;

/// The queue in the store.
pub struct SqlQueue {
    pub(crate) store: Store,
    pub(crate) policy: QueuePolicy,
    instance: Arc<str>,
    work: Arc<Bell>,
    delays: Bell,
    offers: Arc<Offers>,
}

impl SqlQueue {
    /// A queue of one server process. The name of the process is random: no two are ever the same.
    #[must_use]
    pub fn new(store: Store, policy: QueuePolicy) -> Self {
        let instance = uuid::Uuid::new_v4().to_string().into();
        Self {
            store,
            policy,
            instance,
            work: Arc::new(Bell::new()),
            delays: Bell::new(),
            offers: Arc::default(),
        }
    }

    fn steady(&self) -> Timestamp {
        self.store.clock().steady()
    }

    fn wall(&self) -> Timestamp {
        self.store.clock().wall()
    }

    fn claimer(&self, worker: WorkerId) -> Claimer {
        Claimer::new(Arc::clone(&self.instance), worker, self.store.clock(), &self.policy)
    }

    /// Ends one lease without a report of the engine's.
    async fn settle(
        &self,
        lease: Lease,
        input: Input,
        failure: Failure,
        end_seq: u64,
    ) -> Result<SettledAs, StoreError> {
        let (policy, now, wall) = (self.policy, self.steady(), self.wall());
        let outcome = self
            .store
            .write(move |db| {
                Box::pin(async move {
                    settle::settle(db, lease, input, &failure, end_seq, &policy, now, wall).await
                })
            })
            .await?;
        self.announce_outcome(&outcome);
        Ok(outcome)
    }

    /// Ends many leases of one kind in one transaction.
    async fn settle_all(
        &self,
        fences: Vec<Fence>,
        input: fn(u32) -> Input,
        failure: Failure,
    ) -> Result<Vec<Settled>, StoreError> {
        let (policy, now, wall) = (self.policy, self.steady(), self.wall());
        let settled = self
            .store
            .write(move |db| {
                Box::pin(async move {
                    let mut settled = Vec::with_capacity(fences.len());
                    for Fence { id, epoch } in fences {
                        let lease = Lease { execution: id, epoch };
                        let outcome =
                            settle::settle(db, lease, input(epoch), &failure, 0, &policy, now, wall).await?;
                        settled.push(Settled { lease, outcome });
                    }
                    Ok(settled)
                })
            })
            .await?;
        for one in &settled {
            self.announce_outcome(&one.outcome);
        }
        Ok(settled)
    }

    fn announce_outcome(&self, outcome: &SettledAs) {
        match outcome {
            SettledAs::Requeued { delay } if delay.is_zero() => self.work.ring(),
            SettledAs::Requeued { .. } => self.delays.ring(),
            SettledAs::GivenUp(_) | SettledAs::Cancelled(_) | SettledAs::Lost => {}
        }
    }
}

#[async_trait]
impl Queue for SqlQueue {
    fn policy(&self) -> &QueuePolicy {
        &self.policy
    }

    async fn enqueue(&self, job: NewJob) -> Result<Enqueued, StoreError> {
        let ends = enqueue::Ends { instance: &self.instance, work: &self.work, offers: &self.offers };
        enqueue::enqueue(&self.store, &self.policy, job, ends).await
    }

    async fn claim(&self, worker: &WorkerId) -> Result<Option<Claim>, StoreError> {
        loop {
            let claimer = self.claimer(worker.clone());
            let wall = claimer.wall;
            let row = self.store.write_direct(0, move |db| db.claim(&claimer.request())).await?;
            let Some(row) = row else { return Ok(None) };
            // One that cannot be read would fail the same way for ever; the next one in the queue must not wait for it.
            if let Some(claim) = self.open(Given { row, at: wall }).await? {
                return Ok(Some(claim));
            }
        }
    }

    fn stand_by(&self, worker: &WorkerId, admit: Admit) -> StandBy {
        self.offers.add(worker.clone(), admit)
    }

    async fn open(&self, Given { row, at }: Given) -> Result<Option<Claim>, StoreError> {
        let lease = Lease { execution: row.id, epoch: row.epoch };
        match decode("submission", &row.submission) {
            Ok(submission) => Ok(Some(Claim {
                lease,
                lease_for: self.policy.lease,
                attempts: row.attempts,
                started_at: at,
                owner: row.owner,
                submission,
            })),
            Err(error) => {
                let failure = Failure { kind: FailureKind::Unreadable, detail: error.to_string() };
                self.settle(lease, Input::Discard { epoch: row.epoch }, failure, 0).await?;
                Ok(None)
            }
        }
    }

    async fn heartbeat(&self, lease: Lease) -> Result<Renewal, StoreError> {
        let until = self.steady().plus(self.policy.lease);
        let renewed = self
            .store
            .write_one(move |db| Box::pin(async move { leases::extend(db, fence(lease), until).await }))
            .await?;
        Ok(match renewed {
            Some(false) => Renewal::Renewed,
            Some(true) => Renewal::CancelRequested,
            None => Renewal::Lost,
        })
    }

    async fn complete(
        &self,
        lease: Lease,
        report: Arc<Report>,
        end_seq: u64,
    ) -> Result<Option<Timestamp>, StoreError> {
        let (stored, wall) = (StoredReport::new(&report)?, self.wall());
        let bytes = stored.size();
        let finish = move |db: &mut Direct| db.finish(fence(lease), &stored, end_seq, wall);
        let recorded = self.store.write_direct(bytes, finish).await?;
        Ok(recorded.then_some(wall))
    }

    async fn complete_and_claim(
        &self,
        lease: Lease,
        report: Arc<Report>,
        end_seq: u64,
        worker: &WorkerId,
    ) -> Result<(Option<Timestamp>, Option<Claim>), StoreError> {
        let stored = StoredReport::new(&report)?;
        let bytes = stored.size();
        let claimer = self.claimer(worker.clone());
        let wall = claimer.wall;
        let finish_and_claim = move |db: &mut Direct| {
            let recorded = db.finish(fence(lease), &stored, end_seq, wall)?;
            Ok((recorded, db.claim(&claimer.request())?))
        };
        let (recorded, row) = self.store.write_direct(bytes, finish_and_claim).await?;
        let claim = match row {
            // What was recorded is recorded, whatever becomes of the next one.
            Some(row) => self.open(Given { row, at: wall }).await.unwrap_or_else(|error| {
                tracing::error!(%error, "failed to settle a job that cannot be read; its lease will end");
                None
            }),
            None => None,
        };
        Ok((recorded.then_some(wall), claim))
    }

    async fn fail(&self, lease: Lease, failure: Failure, end_seq: u64) -> Result<SettledAs, StoreError> {
        self.settle(lease, Input::Fail { epoch: lease.epoch }, failure, end_seq).await
    }

    async fn release(&self, lease: Lease, end_seq: u64) -> Result<SettledAs, StoreError> {
        let failure = Failure { kind: FailureKind::ServerStopped, detail: "handed back".to_owned() };
        self.settle(lease, Input::Release { epoch: lease.epoch }, failure, end_seq).await
    }

    async fn cancel(&self, id: ExecutionId) -> Result<Cancelling, StoreError> {
        let wall = self.wall();
        self.store
            .write_one(move |db| {
                Box::pin(async move {
                    let Some(standing) = leases::standing(db, id).await? else {
                        return Ok(Cancelling::NotFound);
                    };
                    let epoch = standing.epoch;
                    match standing.status {
                        Status::Queued => {
                            let report = Report::bare(Verdict::Cancelled, "Cancelled before it started.");
                            let stored = StoredReport::new(&report)?;
                            let done = leases::cancel_waiting(db, id, &stored, wall).await?;
                            Ok(if done {
                                Cancelling::Done { epoch, report: Box::new(report) }
                            } else {
                                Cancelling::Ended
                            })
                        }
                        Status::Running => Ok(match leases::request_cancel(db, id).await? {
                            Some(epoch) => Cancelling::Requested { epoch },
                            None => Cancelling::Ended,
                        }),
                        Status::Completed | Status::Failed | Status::Timeout | Status::Cancelled => {
                            Ok(Cancelling::Ended)
                        }
                    }
                })
            })
            .await
    }

    async fn recover(&self) -> Result<Vec<Settled>, StoreError> {
        let (instance, latest) = (Arc::clone(&self.instance), self.steady().plus(self.policy.backoff.cap));
        let fences = self
            .store
            .write(move |db| {
                Box::pin(async move {
                    workers::forget_all(db).await?;
                    leases::clamp_delays(db, latest).await?;
                    leases::of_other_instances(db, &instance).await
                })
            })
            .await?;
        let failure = Failure {
            kind: FailureKind::ServerStopped,
            detail: "the server process that held the lease is gone".to_owned(),
        };
        self.settle_all(fences, |epoch| Input::HolderGone { epoch }, failure).await
    }

    async fn sweep(&self) -> Result<Vec<Settled>, StoreError> {
        let now = self.steady();
        let over = {
            let mut db = self.store.read().await?;
            leases::expired(&mut db, now, SWEEP).await?
        };
        let settled = if over.is_empty() {
            Vec::new()
        } else {
            let failure = Failure {
                kind: FailureKind::LeaseOver,
                detail: "the worker did not renew its lease in time".to_owned(),
            };
            self.settle_all(over, |epoch| Input::Expire { epoch }, failure).await?
        };
        self.work.ring();
        Ok(settled)
    }

    async fn next_due(&self) -> Result<Option<Duration>, StoreError> {
        let now = self.steady();
        let mut db = self.store.read().await?;
        Ok(leases::next_due(&mut db, now).await?.map(|due| due.since(now)))
    }

    fn wakeups(&self) -> WakeUps {
        self.work.listen()
    }

    fn delays(&self) -> WakeUps {
        self.delays.listen()
    }

    async fn announce(&self, worker: &WorkerId, permits: u32) -> Result<(), StoreError> {
        let (worker, wall) = (format!("{}/{worker}", self.instance), self.wall());
        self.store
            .write_one(move |db| Box::pin(async move { workers::seen(db, &worker, permits, wall).await }))
            .await
    }

    async fn withdraw(&self, worker: &WorkerId) -> Result<(), StoreError> {
        let worker = format!("{}/{worker}", self.instance);
        self.store.write_one(move |db| Box::pin(async move { workers::gone(db, &worker).await })).await
    }

    async fn dead_letters(&self, limit: u32) -> Result<Vec<DeadLetter>, StoreError> {
        dead_letters::list(&mut *self.store.read().await?, limit).await
    }

    async fn dead_letter(&self, id: ExecutionId) -> Result<Option<DeadLetter>, StoreError> {
        dead_letters::get(&mut *self.store.read().await?, id).await
    }

    async fn replay(&self, id: ExecutionId) -> Result<Replay, StoreError> {
        let outcome = dead::replay(&self.store, &self.policy, id).await?;
        if matches!(outcome, Replay::Replayed(_)) {
            self.work.ring();
        }
        Ok(outcome)
    }
}

fn fence(lease: Lease) -> Fence {
    Fence { id: lease.execution, epoch: lease.epoch }
}
