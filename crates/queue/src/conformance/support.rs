//! Jobs and checks.

use super::Backend;
use crate::{
    Backoff, Claim, Enqueued, Failure, FailureKind, IdempotencyKey, NewJob, Queue, QueuePolicy, WakeUps,
    WorkerId,
};
use runyard_types::{ExecutionId, Limits, OwnerId, Report, SourceFile, Status, Submission, Verdict};
use std::{sync::Arc, time::Duration};

pub(super) const POLICY: QueuePolicy = QueuePolicy {
    max_depth: 1000,
    lease: Duration::from_secs(30),
    max_attempts: 3,
    backoff: Backoff { base: Duration::from_secs(1), cap: Duration::from_secs(60) },
    keep_keys: Duration::from_secs(24 * 60 * 60),
};

pub(super) fn worker() -> WorkerId {
    WorkerId::new("conformance")
}

pub(super) fn job(priority: u8) -> NewJob {
    let content = b"\0 any \xff bytes".as_slice().into();
    NewJob {
        id: ExecutionId::new(),
        owner: OwnerId::new(),
        session: None,
        submission: Submission {
            stdin: vec![0xed, 0xa0, 0x80].into(),
            args: vec!["nul \0".to_owned()],
            priority,
            ..Submission::new(
                "python",
                vec![SourceFile { path: "main.py".to_owned(), content }],
                Limits::default(),
            )
        },
        key: None,
    }
}

pub(super) fn keyed(owner: OwnerId, fingerprint: u8) -> NewJob {
    let key = Some(IdempotencyKey { key: "key".to_owned(), fingerprint: [fingerprint; 32] });
    NewJob { owner, key, ..job(5) }
}

pub(super) async fn enqueue(queue: &Arc<dyn Queue>, job: NewJob) -> ExecutionId {
    let id = job.id;
    let outcome = queue.enqueue(job).await.unwrap();
    assert!(matches!(outcome, Enqueued::Accepted { .. }), "{outcome:?}");
    id
}

pub(super) async fn claim(queue: &Arc<dyn Queue>) -> Option<Claim> {
    queue.claim(&worker()).await.unwrap()
}

/// Enqueues one job and claims it.
pub(super) async fn claimed(queue: &Arc<dyn Queue>) -> Claim {
    let id = enqueue(queue, job(5)).await;
    let claim = claim(queue).await.unwrap();
    assert_eq!(claim.lease.execution, id);
    claim
}

pub(super) fn report() -> Arc<Report> {
    let mut report = Report::bare(Verdict::Ok, "fine");
    report.stdout.bytes = b"\0\xff".as_slice().into();
    Arc::new(report)
}

pub(super) fn failure() -> Failure {
    Failure { kind: FailureKind::Engine, detail: "no slot\0".to_owned() }
}

/// Waits for a wake-up; a backend that never gives one fails instead of hanging.
pub(super) async fn woken(wakeups: &mut WakeUps) {
    tokio::time::timeout(Duration::from_secs(30), wakeups.changed()).await.unwrap();
}

/// The statuses the job has gone through.
pub(super) async fn path(backend: &dyn Backend, id: ExecutionId) -> Vec<Status> {
    let steps = backend.transitions(id).await.unwrap();
    for (before, after) in steps.iter().zip(steps.iter().skip(1)) {
        assert_eq!((after.seq, after.from), (before.seq + 1, Some(before.to)), "the log has no gaps");
    }
    assert_eq!(steps.first().map(|first| (first.seq, first.from)), Some((1, None)));
    let path: Vec<_> = steps.into_iter().map(|step| step.to).collect();
    assert_eq!(path.last(), Some(&backend.recorded(id).await.unwrap().0));
    path
}
