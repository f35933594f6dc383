//! One job, from claim to record.

use crate::{
    RunFailure, Runner, WorkerConfig, commands, heartbeat, observer::JobObserver, permits::Permit,
    record::persist,
};
use futures_util::FutureExt;
use runyard_events::{Attempt, AttemptOptions, Ended, Hub, Publisher};
use runyard_queue::{Claim, Failure, FailureKind, Queue, SettledAs};
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

/// Runs a claimed job to its end. The permit and the place are free as soon as the program is gone.
pub(crate) async fn run(context: Arc<Context>, claim: Claim, permit: Permit, place: OwnedSemaphorePermit) {
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
        let observer = JobObserver { publisher: &publisher, permit: &permit };
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
    drop((permit, place));
    record(&context, &claim, publisher, outcome).await;
}

/// Writes the outcome, then tells the watchers: never the other way round.
async fn record(context: &Context, claim: &Claim, publisher: Publisher, outcome: Outcome) {
    let (queue, lease, patience) = (&context.queue, claim.lease, claim.lease_for);
    let failure = |kind, detail: String| {
        tracing::error!(execution = %lease.execution, attempt = claim.attempts, kind = ?kind, detail, "an attempt failed");
        Failure { kind, detail }
    };
    let end_seq = publisher.end_seq();
    let settled = match outcome {
        Outcome::Reported(report) => return complete(context, claim, publisher, *report).await,
        Outcome::Cancelled => {
            return complete(context, claim, publisher, Report::bare(Verdict::Cancelled, "Cancelled.")).await;
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
}

async fn complete(context: &Context, claim: &Claim, publisher: Publisher, report: Report) {
    let end_seq = publisher.end_seq();
    let report = Arc::new(report);
    let recorded =
        persist(claim.lease_for, || context.queue.complete(claim.lease, Arc::clone(&report), end_seq)).await;
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
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without text".to_owned())
}
