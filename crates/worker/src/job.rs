//! One job, from claim to record.

use crate::{
    RunFailure, Runner, WorkerConfig, commands, heartbeat, observer::JobObserver, permits::Permit,
    record::persist,
};
use futures_util::FutureExt;
use runyard_events::{Attempt, AttemptOptions, Ended, Hub, Publisher};
use runyard_queue::{Claim, Failure, FailureKind, Queue, SettledAs, WorkerId};
use runyard_types::{Report, Verdict};
use std::{any::Any, panic::AssertUnwindSafe, sync::Arc};
use tokio::sync::{OwnedSemaphorePermit, mpsc};
use tokio_util::sync::CancellationToken;

/// What every job of a worker uses.
pub(crate) struct Context {
    pub(crate) runner: Arc<dyn Runner>,
    pub(crate) queue: Arc<dyn Queue>,
    pub(crate) hub: Hub,
    pub(crate) config: WorkerConfig,
    pub(crate) id: WorkerId,
    /// Cancelled when jobs that still run are to be handed back.
    pub(crate) hand_back: CancellationToken,
}

/// How the run ended.
enum Outcome {
    Reported(Box<Report>),
    Failed(RunFailure),
    Panicked(String),
    /// The engine did not obey a cancel: the run was dropped.
    Cancelled,
    HandedBack,
    LeaseLost,
}

/// What a job takes.
pub(crate) struct Room {
    #[expect(dead_code, reason = "held until it is dropped")]
    pub(crate) place: OwnedSemaphorePermit,
    pub(crate) permit: Permit,
}

/// Runs a claimed job to its end, and then the next ones while there are any that wait for just this permit. The permit and the place
/// are free as soon as the last program is gone. Whose end comes after `shutdown` is the last.
pub(crate) async fn run(context: Arc<Context>, claim: Claim, room: Room, shutdown: CancellationToken) {
    let mut next = Some((claim, room));
    while let Some((claim, room)) = next {
        next = run_one(&context, claim, room, &shutdown).await;
    }
}

async fn run_one(
    context: &Context,
    claim: Claim,
    room: Room,
    shutdown: &CancellationToken,
) -> Option<(Claim, Room)> {
    let Attempt { publisher, commands, cancelled } = context.hub.begin(
        claim.lease.execution,
        claim.lease.epoch,
        AttemptOptions {
            output_bytes: claim.submission.limits.output_bytes,
            interactive: claim.submission.interactive,
        },
    );
    let outcome = {
        let (to_engine, mut from_us) = mpsc::channel(commands::WAITING);
        let observer = JobObserver { publisher: &publisher, permit: &room.permit };
        let program =
            AssertUnwindSafe(context.runner.run(&claim.submission, &mut from_us, &observer)).catch_unwind();
        // Dropping `program` kills what runs; every branch but the first does.
        tokio::select! {
            biased;
            end = program => match end {
                Ok(Ok(report)) => Outcome::Reported(Box::new(report)),
                Ok(Err(failure)) => Outcome::Failed(failure),
                Err(panic) => Outcome::Panicked(panic_text(&*panic)),
            },
            () = commands::carry(commands, to_engine, &cancelled, context.config.cancel_grace) => Outcome::Cancelled,
            () = heartbeat::keep(&*context.queue, &claim, &cancelled) => Outcome::LeaseLost,
            () = context.hand_back.cancelled() => Outcome::HandedBack,
        }
    };
    // The loop that claims waits for the permit: what it would do with it can be done at once.
    let goes_on =
        matches!(outcome, Outcome::Reported(_)) && room.permit.is_wanted() && !shutdown.is_cancelled();
    record(context, &claim, publisher, outcome, goes_on.then_some(room)).await
}

/// Writes the outcome, then tells the watchers: never the other way round. With room for it, gives the next job.
async fn record(
    context: &Context,
    claim: &Claim,
    publisher: Publisher,
    outcome: Outcome,
    room: Option<Room>,
) -> Option<(Claim, Room)> {
    let (queue, lease, patience) = (&context.queue, claim.lease, claim.lease_for);
    let failure = |kind, detail: String| {
        tracing::error!(execution = %lease.execution, attempt = claim.attempts, kind = ?kind, detail, "an attempt failed");
        Failure { kind, detail }
    };
    let end_seq = publisher.end_seq();
    let settled = match outcome {
        Outcome::Reported(report) => return complete(context, claim, publisher, *report, room).await,
        Outcome::Cancelled => {
            let report = Report::bare(Verdict::Cancelled, "Cancelled.");
            return complete(context, claim, publisher, report, room).await;
        }
        Outcome::Failed(error) => {
            let failure = failure(FailureKind::Engine, error.detail());
            persist(patience, || queue.fail(lease, failure.clone(), end_seq)).await
        }
        Outcome::Panicked(text) => {
            let failure = failure(FailureKind::Panic, text);
            persist(patience, || queue.fail(lease, failure.clone(), end_seq)).await
        }
        Outcome::HandedBack => persist(patience, || queue.release(lease, end_seq)).await,
        // Whoever took the lease away decides and tells.
        Outcome::LeaseLost => None,
    };
    match settled {
        Some(SettledAs::Requeued { .. }) => publisher.requeued(),
        Some(SettledAs::GivenUp(report) | SettledAs::Cancelled(report)) => publisher.end(&report),
        Some(SettledAs::Lost) | None => {}
    }
    None
}

/// The same for a report. With room, the next job is claimed in the same transaction: one message to the database and one commit less,
/// and the room is not empty for as long.
async fn complete(
    context: &Context,
    claim: &Claim,
    publisher: Publisher,
    report: Report,
    room: Option<Room>,
) -> Option<(Claim, Room)> {
    let end_seq = publisher.end_seq();
    let report = Arc::new(report);
    let (queue, lease) = (&context.queue, claim.lease);
    let (recorded, next) = match room {
        None => {
            let write = || queue.complete(lease, Arc::clone(&report), end_seq);
            (persist(claim.lease_for, write).await, None)
        }
        Some(room) => {
            let write = || queue.complete_and_claim(lease, Arc::clone(&report), end_seq, &context.id);
            let (recorded, next) = persist(claim.lease_for, write).await.unzip();
            (recorded, next.flatten().map(|next| (next, room)))
        }
    };
    match recorded {
        Some(Some(finished_at)) => publisher.end_as(Ended {
            report,
            attempts: claim.attempts,
            started_at: claim.started_at.to_datetime(),
            finished_at: finished_at.to_datetime(),
        }),
        Some(None) => {
            tracing::warn!(execution = %claim.lease.execution, "a report came after its lease was lost; dropped");
        }
        None => {}
    }
    next
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without text".to_owned())
}
