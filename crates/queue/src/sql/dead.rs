//! Running a dead letter again.

use crate::{QueuePolicy, Replay};
use runyard_store::{Store, StoreError, dead_letters, executions};
use runyard_types::ExecutionId;

/// Makes a new execution of a dead letter's submission, once.
pub(crate) async fn replay(
    store: &Store,
    policy: &QueuePolicy,
    id: ExecutionId,
) -> Result<Replay, StoreError> {
    let (wall, steady, max_depth) = (store.clock().wall(), store.clock().steady(), policy.max_depth);
    store
        .write(move |db| {
            Box::pin(async move {
                let Some(letter) = dead_letters::get(db, id).await? else { return Ok(Replay::NotFound) };
                if let Some(replayed) = letter.replayed_as {
                    return Ok(Replay::Already(replayed));
                }
                let copy = ExecutionId::new();
                let Some(row) = executions::copy_of(db, id, copy, wall, steady).await? else {
                    return Ok(Replay::NotFound);
                };
                if executions::insert(db, &row, max_depth).await?.is_none() {
                    return Ok(Replay::Full);
                }
                dead_letters::mark_replayed(db, id, copy).await?;
                Ok(Replay::Replayed(copy))
            })
        })
        .await
}
