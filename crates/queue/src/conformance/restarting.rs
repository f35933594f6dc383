//! The server process dies and another one starts over the same data.

use super::{
    Factory,
    support::{POLICY, claim, claimed, enqueue, job, path, report},
};
use crate::Renewal;
use runyard_types::{Status, Verdict};
use std::time::Duration;

/// At once, without waiting for the lease; the attempt counts and the back-off applies.
pub async fn a_restart_takes_back_what_ran(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let old = backend.queue();
    let first = claimed(&old).await;
    let id = first.lease.execution;
    let new = backend.restart().await;
    assert_eq!(path(&*backend, id).await, [Status::Queued, Status::Running, Status::Queued]);
    assert!(claim(&new).await.is_none(), "the back-off puts it behind");
    backend.advance(POLICY.backoff.delay(1));
    let second = claim(&new).await.unwrap();
    assert_eq!((second.lease.execution, second.lease.epoch, second.attempts), (id, 2, 2));
    assert_eq!(new.heartbeat(first.lease).await.unwrap(), Renewal::Lost);
    assert!(new.complete(first.lease, report(), 1).await.unwrap().is_none());
    assert!(new.complete(second.lease, report(), 1).await.unwrap().is_some());
}

/// A job that kills its server every time does not do so for ever.
pub async fn a_restart_gives_up_what_was_lost_too_often(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let mut queue = backend.queue();
    let id = enqueue(&queue, job(5)).await;
    for attempt in 1..=POLICY.max_attempts {
        assert_eq!(claim(&queue).await.unwrap().attempts, attempt);
        queue = backend.restart().await;
        backend.advance(POLICY.backoff.cap);
    }
    assert!(claim(&queue).await.is_none());
    let (status, report) = backend.recorded(id).await.unwrap();
    assert_eq!((status, report.unwrap().verdict), (Status::Failed, Verdict::SystemError));
    let letter = queue.dead_letter(id).await.unwrap().unwrap();
    assert_eq!(
        letter.failures.iter().map(|failure| failure.kind.as_str()).collect::<Vec<_>>(),
        ["server_stopped"; 3]
    );
}

/// Order included.
pub async fn a_restart_loses_no_waiting_job(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let mut jobs = Vec::new();
    for _ in 0..20 {
        jobs.push(enqueue(&queue, job(5)).await);
        backend.advance(Duration::from_millis(1));
    }
    drop(queue);
    let queue = backend.restart().await;
    for expected in jobs {
        assert_eq!(claim(&queue).await.unwrap().lease.execution, expected);
    }
}
