//! Accepting a job.

use crate::{Enqueued, NewJob, QueuePolicy, wakeups::Bell};
use runyard_store::{
    Store, StoreError, Timestamp, Within, encode,
    executions::{self, NewRow},
    idempotency::{self, KeyedExecution},
};
use std::sync::Arc;

/// Accepts a job in one transaction. The key is looked up first: a repeat is answered even when the queue is full.
///
/// Workers are woken while the transaction is under way: the store does one thing after the other, so whoever claims now
/// claims behind it, and what the store needs for it is not waited for twice. A job that is not accepted wakes them for nothing.
pub(crate) async fn enqueue(
    store: &Store,
    policy: &QueuePolicy,
    job: NewJob,
    work: &Arc<Bell>,
) -> Result<Enqueued, StoreError> {
    let NewJob { id, owner, session, submission, key } = job;
    let wall = store.clock().wall();
    let row = NewRow {
        id,
        owner,
        session,
        action: submission.action,
        priority: submission.priority,
        created_at: wall,
        available_at: store.clock().steady(),
        submission: encode("submission", &submission)?,
        language: submission.language,
    };
    let (max_depth, oldest) = (policy.max_depth, wall.minus(policy.keep_keys));
    let work = Arc::clone(work);
    let Some(key) = key else {
        let ahead = store
            .write_batch(move |db, within| {
                work.ring();
                Box::pin(async move { executions::insert(db, &row, max_depth, within).await })
            })
            .await?;
        return Ok(accepted(ahead, wall));
    };
    store
        .write(move |db| {
            work.ring();
            Box::pin(async move {
                let value = KeyedExecution { fingerprint: key.fingerprint, execution: id };
                if let Some(first) = idempotency::find(db, owner, &key.key, oldest).await? {
                    return Ok(if first.fingerprint == value.fingerprint {
                        Enqueued::Repeated(first.execution)
                    } else {
                        Enqueued::KeyConflict
                    });
                }
                let ahead = executions::insert(db, &row, max_depth, Within::Transaction).await?;
                let outcome = accepted(ahead, wall);
                if matches!(outcome, Enqueued::Accepted { .. })
                    && !idempotency::bind(db, owner, &key.key, &value, wall, oldest).await?
                {
                    // Unreachable while there is one writer; the row's transaction must not commit without its key.
                    return Err(StoreError::KeyTaken);
                }
                Ok(outcome)
            })
        })
        .await
}

fn accepted(ahead: Option<u64>, at: Timestamp) -> Enqueued {
    ahead.map_or(Enqueued::Full, |ahead| Enqueued::Accepted { ahead, at })
}
