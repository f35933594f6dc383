//! Recording how a job went, also when the store stumbles.

use runyard_store::StoreError;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Between tries.
const PAUSE: Duration = Duration::from_millis(200);

/// Tries until the store answers or `patience` is over. Repeating is safe: every write is fenced by the lease.
pub(crate) async fn persist<T, F>(patience: Duration, mut write: impl FnMut() -> F) -> Option<T>
where
    F: Future<Output = Result<T, StoreError>>,
{
    let deadline = Instant::now() + patience;
    loop {
        match write().await {
            Ok(value) => return Some(value),
            Err(StoreError::Closed) => return None,
            Err(error) if Instant::now() + PAUSE < deadline => {
                tracing::error!(%error, "failed to record how an execution went; trying again");
                sleep(PAUSE).await;
            }
            Err(error) => {
                tracing::error!(%error, "gave up recording how an execution went; its lease will end");
                return None;
            }
        }
    }
}
