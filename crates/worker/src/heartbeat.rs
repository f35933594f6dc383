//! Keeping a lease.

use runyard_queue::{Claim, Queue, Renewal};
use tokio::time::{Instant, sleep, timeout_at};
use tokio_util::sync::CancellationToken;

/// Renews the lease at a third of its length. Returns when it is lost, or when it could not be renewed until a safety
/// margin (a sixth) before the store gives the job to another: the run must be killed then. A cancel that reached the
/// store but not this process is passed on.
pub(crate) async fn keep(queue: &dyn Queue, claim: &Claim, cancelled: &CancellationToken) {
    let usable = claim.lease_for.mul_f64(5.0 / 6.0);
    let mut deadline = Instant::now() + usable;
    let mut pause = claim.lease_for / 3;
    loop {
        sleep(pause).await;
        let sent = Instant::now();
        match timeout_at(deadline, queue.heartbeat(claim.lease)).await {
            Ok(Ok(Renewal::Lost)) => {
                tracing::warn!(execution = %claim.lease.execution, "the lease is lost");
                return;
            }
            Ok(Ok(renewal)) => {
                if renewal == Renewal::CancelRequested {
                    cancelled.cancel();
                }
                deadline = sent + usable;
                pause = claim.lease_for / 3;
            }
            Ok(Err(error)) if Instant::now() < deadline => {
                tracing::warn!(%error, execution = %claim.lease.execution, "failed to renew a lease; trying again");
                pause = claim.lease_for / 12;
            }
            Ok(Err(_)) | Err(_) => {
                tracing::error!(execution = %claim.lease.execution, "the lease could not be renewed in time");
                return;
            }
        }
    }
}
