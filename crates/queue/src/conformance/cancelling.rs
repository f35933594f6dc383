//! Cancelling at any moment.

use super::{
    Factory,
    support::{POLICY, claim, claimed, enqueue, failure, job, path, report},
};
use crate::{Cancelling, Renewal, SettledAs};
use runyard_types::{ExecutionId, Status, Verdict};

/// Nothing of it ever runs.
pub async fn a_waiting_job_is_cancelled_at_once(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let id = enqueue(&queue, job(5)).await;
    let Cancelling::Done { epoch: 0, report } = queue.cancel(id).await.unwrap() else { panic!("it waited") };
    assert_eq!(report.verdict, Verdict::Cancelled);
    assert_eq!(backend.recorded(id).await.unwrap(), (Status::Cancelled, Some(*report)));
    assert!(claim(&queue).await.is_none());
    assert_eq!(path(&*backend, id).await, [Status::Queued, Status::Cancelled]);
}

/// The worker hears of it, at the latest with its next heartbeat.
pub async fn a_running_job_is_cancelled_through_its_worker(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let lease = claimed(&queue).await.lease;
    assert_eq!(queue.cancel(lease.execution).await.unwrap(), Cancelling::Requested { epoch: 1 });
    assert_eq!(queue.heartbeat(lease).await.unwrap(), Renewal::CancelRequested);
    // A program that ended before it could be stopped has its result.
    assert!(queue.complete(lease, report(), 1).await.unwrap().is_some());
    assert_eq!(backend.recorded(lease.execution).await.unwrap().0, Status::Completed);
}

/// However its lease ends.
pub async fn a_cancelled_job_never_runs_again(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let (failed, released, expired, lost) =
        (claimed(&queue).await, claimed(&queue).await, claimed(&queue).await, claimed(&queue).await);
    for held in [&failed, &released, &expired, &lost] {
        queue.cancel(held.lease.execution).await.unwrap();
    }
    assert!(matches!(queue.fail(failed.lease, failure(), 1).await.unwrap(), SettledAs::Cancelled(_)));
    assert!(matches!(queue.release(released.lease, 1).await.unwrap(), SettledAs::Cancelled(_)));
    queue.heartbeat(lost.lease).await.unwrap();
    backend.advance(POLICY.lease / 2);
    queue.heartbeat(lost.lease).await.unwrap();
    backend.advance(POLICY.lease / 2);
    let settled = queue.sweep().await.unwrap();
    assert_eq!(settled.iter().map(|one| one.lease).collect::<Vec<_>>(), [expired.lease]);
    assert!(matches!(settled[0].outcome, SettledAs::Cancelled(_)));
    let queue = backend.restart().await;
    for held in [failed, released, expired, lost] {
        assert_eq!(
            path(&*backend, held.lease.execution).await,
            [Status::Queued, Status::Running, Status::Cancelled]
        );
    }
    assert!(claim(&queue).await.is_none());
}

/// Harmless.
pub async fn cancelling_twice_or_too_late_changes_nothing(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let waiting = enqueue(&queue, job(5)).await;
    queue.cancel(waiting).await.unwrap();
    assert_eq!(queue.cancel(waiting).await.unwrap(), Cancelling::Ended);
    let lease = claimed(&queue).await.lease;
    queue.cancel(lease.execution).await.unwrap();
    assert_eq!(queue.cancel(lease.execution).await.unwrap(), Cancelling::Requested { epoch: 1 });
    queue.complete(lease, report(), 1).await.unwrap();
    assert_eq!(queue.cancel(lease.execution).await.unwrap(), Cancelling::Ended);
    assert_eq!(queue.cancel(ExecutionId::new()).await.unwrap(), Cancelling::NotFound);
}
