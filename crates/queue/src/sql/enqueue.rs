//! Accepting a job.

use super::claimer::Claimer;
use crate::{Enqueued, NewJob, QueuePolicy, standby::Offers, wakeups::Bell};
use runyard_store::{
    ClaimedRow, Direct, Store, StoreError, Timestamp, encode, executions::NewRow, idempotency::KeyedExecution,
};
use std::sync::Arc;

/// Who may be waiting for a job.
#[derive(Clone, Copy)]
pub(crate) struct Ends<'a> {
    /// The server process.
    pub instance: &'a Arc<str>,
    /// Wakes workers.
    pub work: &'a Arc<Bell>,
    /// Workers that stand by.
    pub offers: &'a Offers,
}

/// Accepts a job in one transaction. The key is looked up first: a repeat is answered even when the queue is full.
///
/// A worker that stands by has its next job claimed in the same transaction. Otherwise workers are woken while it is under way: the
/// store does one thing after the other, so whoever claims now claims behind it, and what the store needs for it is not waited for
/// twice. A job that is not accepted wakes them for nothing.
pub(crate) async fn enqueue(
    store: &Store,
    policy: &QueuePolicy,
    job: NewJob,
    ends: Ends<'_>,
) -> Result<Enqueued, StoreError> {
    let NewJob { id, owner, session, submission, key } = job;
    let (wall, steady) = (store.clock().wall(), store.clock().steady());
    let row = NewRow {
        id,
        owner,
        session,
        action: submission.action,
        priority: submission.priority,
        created_at: wall,
        available_at: steady,
        submission: encode("submission", &submission)?,
        language: submission.language,
    };
    let bytes = row.submission.len();
    let (max_depth, oldest) = (policy.max_depth, wall.minus(policy.keep_keys));
    let admitted = ends.offers.take();
    let claimer = admitted.as_ref().map(|admitted| {
        // Later than the row it is to find.
        Claimer::new(Arc::clone(ends.instance), admitted.worker.clone(), store.clock(), policy)
    });
    let claimed_at = claimer.as_ref().map_or(wall, |claimer| claimer.wall);
    let (work, work_left) = (Arc::clone(ends.work), Arc::clone(ends.work));
    let hand_over = move |(_, claimed): &mut (Enqueued, Option<ClaimedRow>)| {
        // Without a job, whoever stood by learns that it had better look for itself.
        if let Some((admitted, row)) = admitted.zip(claimed.take()) {
            if row.id != id {
                work_left.ring();
            }
            admitted.give(row, claimed_at);
        }
    };
    let accept = move |db: &mut Direct| {
        if claimer.is_none() {
            work.ring();
        }
        if let Some(key) = &key
            && let Some(first) = db.find_key(owner, &key.key, oldest)?
        {
            let is_same = first.fingerprint == key.fingerprint;
            return Ok((
                if is_same { Enqueued::Repeated(first.execution) } else { Enqueued::KeyConflict },
                None,
            ));
        }
        let outcome = accepted(db.insert(&row, max_depth)?, wall);
        if !matches!(outcome, Enqueued::Accepted { .. }) {
            return Ok((outcome, None));
        }
        if let Some(key) = &key {
            let value = KeyedExecution { fingerprint: key.fingerprint, execution: id };
            if !db.bind_key(owner, &key.key, &value, wall, oldest)? {
                // Unreachable while there is one writer; the row's transaction must not commit without its key.
                return Err(StoreError::KeyTaken);
            }
        }
        let claimed = match &claimer {
            Some(claimer) => db.claim(&claimer.request())?,
            None => None,
        };
        Ok((outcome, claimed))
    };
    let (outcome, _) = store.write_direct_then(bytes, accept, hand_over).await?;
    Ok(outcome)
}

fn accepted(ahead: Option<u64>, at: Timestamp) -> Enqueued {
    ahead.map_or(Enqueued::Full, |ahead| Enqueued::Accepted { ahead, at })
}
