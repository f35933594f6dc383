//! Leases, fences, retries.

use super::{
    Factory,
    support::{POLICY, claim, claimed, enqueue, failure, job, path, report, woken, worker},
};
use crate::{Renewal, Settled, SettledAs};
use runyard_types::{Status, Verdict};
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

/// The first report counts, whatever comes after it.
pub async fn an_outcome_is_recorded_once(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let lease = claimed(&queue).await.lease;
    assert!(queue.complete(lease, report(), 1).await.unwrap().is_some());
    assert!(queue.complete(lease, report(), 1).await.unwrap().is_none());
    assert_eq!(queue.fail(lease, failure(), 1).await.unwrap(), SettledAs::Lost);
    assert_eq!(queue.release(lease, 1).await.unwrap(), SettledAs::Lost);
    assert_eq!(queue.heartbeat(lease).await.unwrap(), Renewal::Lost);
    let (status, recorded) = backend.recorded(lease.execution).await.unwrap();
    assert_eq!((status, recorded.as_ref()), (Status::Completed, Some(&*report())));
    assert_eq!(path(&*backend, lease.execution).await, [Status::Queued, Status::Running, Status::Completed]);
    assert_eq!(queue.dead_letters(10).await.unwrap(), []);
}

/// A worker that others wait for takes the next job with the same words.
pub async fn an_end_and_the_next_claim_go_together(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let first = claimed(&queue).await.lease;
    let later = enqueue(&queue, job(5)).await;
    let urgent = enqueue(&queue, job(9)).await;
    let (recorded, next) = queue.complete_and_claim(first, report(), 1, &worker()).await.unwrap();
    let second = next.unwrap().lease;
    assert!(recorded.is_some());
    assert_eq!((second.execution, second.epoch), (urgent, 1), "what a claim would have taken");
    assert_eq!(path(&*backend, first.execution).await, [Status::Queued, Status::Running, Status::Completed]);
    assert_eq!(path(&*backend, urgent).await, [Status::Queued, Status::Running]);

    // The lease of the first is over; that is no reason to leave the next one waiting.
    let (recorded, next) = queue.complete_and_claim(first, report(), 1, &worker()).await.unwrap();
    let third = next.unwrap().lease;
    assert!(recorded.is_none());
    assert_eq!(third.execution, later);

    let damaged = enqueue(&queue, job(5)).await;
    backend.damage(damaged).await.unwrap();
    let (recorded, next) = queue.complete_and_claim(second, report(), 1, &worker()).await.unwrap();
    assert!(recorded.is_some() && next.is_none());
    assert_eq!(path(&*backend, damaged).await, [Status::Queued, Status::Running, Status::Failed]);

    let (recorded, next) = queue.complete_and_claim(third, report(), 1, &worker()).await.unwrap();
    assert!(recorded.is_some() && next.is_none(), "nothing waits");
    for execution in [urgent, later] {
        let (status, recorded) = backend.recorded(execution).await.unwrap();
        assert_eq!((status, recorded.as_ref()), (Status::Completed, Some(&*report())));
    }
}

/// The case fencing is for.
pub async fn a_paused_worker_changes_nothing_when_it_wakes_up(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let first = claimed(&queue).await.lease;
    backend.advance(POLICY.lease);
    let settled = queue.sweep().await.unwrap();
    assert_eq!(settled, [Settled { lease: first, outcome: SettledAs::Requeued { delay: SECOND } }]);
    backend.advance(SECOND);
    let second = claim(&queue).await.unwrap();
    assert_eq!((second.lease.execution, second.lease.epoch, second.attempts), (first.execution, 2, 2));

    assert_eq!(queue.heartbeat(first).await.unwrap(), Renewal::Lost);
    assert!(queue.complete(first, report(), 1).await.unwrap().is_none());
    assert_eq!(queue.fail(first, failure(), 1).await.unwrap(), SettledAs::Lost);
    assert_eq!(queue.release(first, 1).await.unwrap(), SettledAs::Lost);
    assert_eq!(backend.recorded(first.execution).await.unwrap(), (Status::Running, None));

    assert!(queue.complete(second.lease, report(), 1).await.unwrap().is_some());
    assert_eq!(
        path(&*backend, first.execution).await,
        [Status::Queued, Status::Running, Status::Queued, Status::Running, Status::Completed]
    );
}

/// A job may run for much longer than a lease.
pub async fn a_renewed_lease_holds(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let lease = claimed(&queue).await.lease;
    for _ in 0..10 {
        backend.advance(POLICY.lease - SECOND);
        assert_eq!(queue.sweep().await.unwrap(), []);
        assert_eq!(queue.next_due().await.unwrap(), Some(SECOND));
        assert_eq!(queue.heartbeat(lease).await.unwrap(), Renewal::Renewed);
    }
    assert!(queue.complete(lease, report(), 1).await.unwrap().is_some());
    assert_eq!(queue.next_due().await.unwrap(), None);
}

/// Back-off, then the dead letters.
pub async fn a_failure_is_repeated_later_and_later_then_given_up(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let id = enqueue(&queue, job(5)).await;
    for attempt in 1..POLICY.max_attempts {
        let held = claim(&queue).await.unwrap();
        assert_eq!((held.attempts, held.lease.epoch), (attempt, attempt));
        let delay = POLICY.backoff.delay(attempt);
        let mut delays = queue.delays();
        delays.mark_seen();
        assert_eq!(queue.fail(held.lease, failure(), 1).await.unwrap(), SettledAs::Requeued { delay });
        woken(&mut delays).await;
        assert!(claim(&queue).await.is_none(), "it is kept back");
        assert_eq!(queue.next_due().await.unwrap(), Some(delay));
        let mut wakeups = queue.wakeups();
        wakeups.mark_seen();
        backend.advance(delay);
        queue.sweep().await.unwrap();
        woken(&mut wakeups).await;
    }
    let last = claim(&queue).await.unwrap();
    let SettledAs::GivenUp(report) = queue.fail(last.lease, failure(), 1).await.unwrap() else {
        panic!("it was tried often enough")
    };
    assert_eq!(report.verdict, Verdict::SystemError);
    assert!(!report.message.as_ref().unwrap().contains("no slot"), "the evidence is for operators");
    assert_eq!(backend.recorded(id).await.unwrap(), (Status::Failed, Some(report)));
    assert!(claim(&queue).await.is_none());
}

/// Shutting down costs the job nothing, not even its place.
pub async fn a_job_handed_back_is_not_charged(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let first = claimed(&queue).await;
    backend.advance(SECOND);
    enqueue(&queue, job(5)).await;
    for round in 2..10 {
        let lease = crate::Lease { epoch: round - 1, ..first.lease };
        assert_eq!(queue.release(lease, 1).await.unwrap(), SettledAs::Requeued { delay: Duration::ZERO });
        let again = claim(&queue).await.unwrap();
        assert_eq!((again.lease.execution, again.lease.epoch), (first.lease.execution, round));
        assert_eq!(again.attempts, 1, "an attempt handed back is not counted");
    }
}

/// One damaged row must not stop the queue.
pub async fn an_unreadable_job_does_not_block_the_others(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let damaged = enqueue(&queue, job(9)).await;
    let sound = enqueue(&queue, job(5)).await;
    backend.damage(damaged).await.unwrap();
    assert_eq!(claim(&queue).await.unwrap().lease.execution, sound);
    let (status, report) = backend.recorded(damaged).await.unwrap();
    assert_eq!((status, report.unwrap().verdict), (Status::Failed, Verdict::SystemError));
    assert_eq!(queue.dead_letter(damaged).await.unwrap().unwrap().failures[0].kind, "unreadable");
}
