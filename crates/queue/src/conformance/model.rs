//! Random histories: the backend does what the state machine does, step by step.

use super::{
    Backend, Factory,
    support::{POLICY, enqueue, failure, job, path, report, worker},
};
use crate::{
    Cancelling, Claim, Lease, Queue, Renewal, SettledAs,
    machine::{Ending, Input, Job},
};
use runyard_store::Timestamp;
use runyard_types::{ExecutionId, Status};
use std::{sync::Arc, time::Duration};

/// Steps of one history. A restart is one of thirteen inputs.
const STEPS: usize = 60;
const HISTORIES: u64 = 12;

/// A small generator, so that a failure names the history that shows it.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        // xorshift64*, Vigna 2016.
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % sides
    }
}

/// One job, its model, and the backend that should agree.
struct History {
    backend: Box<dyn Backend>,
    queue: Arc<dyn Queue>,
    id: ExecutionId,
    model: Job,
    now: Timestamp,
}

/// Checks a dozen histories of sixty steps.
pub async fn random_histories_follow_the_machine(factory: &dyn Factory) {
    for seed in 1..=HISTORIES {
        let backend = factory.make(POLICY).await;
        let queue = backend.queue();
        let id = enqueue(&queue, job(5)).await;
        let now = Timestamp::default();
        let mut history = History { backend, queue, id, model: Job::accepted(now), now };
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        for step in 0..STEPS {
            let epoch = u32::try_from(dice.roll(5)).unwrap();
            let kind = dice.roll(13);
            let pause = Duration::from_secs(dice.roll(12));
            history.backend.advance(pause);
            history.now = history.now.plus(pause);
            history.step(kind, epoch).await;
            assert_eq!(history.recorded().await, status(history.model), "history {seed}, step {step}");
        }
        let path = path(&*history.backend, id).await;
        let ends = path.iter().filter(|status| status.is_terminal()).count();
        assert_eq!(ends, usize::from(matches!(history.model, Job::Ended(_))), "history {seed}: {path:?}");
    }
}

impl History {
    async fn step(&mut self, kind: u64, epoch: u32) {
        let lease = Lease { execution: self.id, epoch };
        match kind {
            0..=3 => {
                let claimed = self.queue.claim(&worker()).await.unwrap();
                self.agree_on_claim(claimed);
            }
            4 => {
                let renewal = self.queue.heartbeat(lease).await.unwrap();
                assert_eq!(renewal != Renewal::Lost, self.apply(Input::Renew { epoch }));
            }
            5 => {
                let changed = self.queue.complete(lease, report(), 1).await.unwrap().is_some();
                assert_eq!(changed, self.apply(Input::Complete { epoch }));
            }
            6 | 7 => {
                let settled = self.queue.fail(lease, failure(), 1).await.unwrap();
                let changed = self.apply(Input::Fail { epoch });
                self.agree(&settled, changed);
            }
            8 => {
                let settled = self.queue.release(lease, 1).await.unwrap();
                let changed = self.apply(Input::Release { epoch });
                self.agree(&settled, changed);
            }
            9 => {
                let settled = self.queue.sweep().await.unwrap();
                let changed = self.current().is_some_and(|epoch| self.apply(Input::Expire { epoch }));
                assert_eq!(!settled.is_empty(), changed);
            }
            10 => {
                self.queue = self.backend.restart().await;
                if let Some(epoch) = self.current() {
                    self.apply(Input::HolderGone { epoch });
                }
            }
            11 => {
                let done = self.queue.complete_and_claim(lease, report(), 1, &worker()).await.unwrap();
                assert_eq!(done.0.is_some(), self.apply(Input::Complete { epoch }));
                self.agree_on_claim(done.1);
            }
            _ if epoch == 0 => {
                let outcome = self.queue.cancel(self.id).await.unwrap();
                assert_eq!(outcome != Cancelling::Ended, self.apply(Input::Cancel));
            }
            _ => {}
        }
    }

    /// Of a claim that was made just now.
    fn agree_on_claim(&mut self, claimed: Option<Claim>) {
        let changed = self.apply(Input::Claim);
        assert_eq!(claimed.is_some(), changed);
        if let (Some(claim), Job::Leased { attempts, epoch, .. }) = (claimed, self.model) {
            assert_eq!((claim.attempts, claim.lease.epoch), (attempts, epoch));
        }
    }

    /// Whether the model changed.
    fn apply(&mut self, input: Input) -> bool {
        match self.model.step(input, self.now, &POLICY) {
            Ok(next) => {
                self.model = next;
                true
            }
            Err(_) => false,
        }
    }

    fn current(&self) -> Option<u32> {
        match self.model {
            Job::Leased { epoch, .. } => Some(epoch),
            Job::Waiting { .. } | Job::Ended(_) => None,
        }
    }

    fn agree(&self, settled: &SettledAs, changed: bool) {
        let agrees = match (settled, changed, self.model) {
            (SettledAs::Lost, false, _)
            | (SettledAs::GivenUp(_), true, Job::Ended(Ending::GivenUp))
            | (SettledAs::Cancelled(_), true, Job::Ended(Ending::Cancelled)) => true,
            (SettledAs::Requeued { delay }, true, Job::Waiting { available_at, .. }) => {
                *delay == available_at.since(self.now)
            }
            _ => false,
        };
        assert!(agrees, "{settled:?} but {:?}", self.model);
    }

    async fn recorded(&self) -> Status {
        self.backend.recorded(self.id).await.unwrap().0
    }
}

fn status(job: Job) -> Status {
    match job {
        Job::Waiting { .. } => Status::Queued,
        Job::Leased { .. } => Status::Running,
        Job::Ended(Ending::Finished) => Status::Completed,
        Job::Ended(Ending::Cancelled) => Status::Cancelled,
        Job::Ended(Ending::GivenUp) => Status::Failed,
    }
}
