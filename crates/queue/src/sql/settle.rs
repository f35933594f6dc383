//! The end of a lease without a report: retry, give up, or cancel, as the state machine says.

use crate::{
    Failure, Lease, QueuePolicy, SettledAs,
    machine::{Ending, Input, Job},
};
use runyard_store::{
    Connection, StoreError, Timestamp, dead_letters,
    leases::{self, Fence, Standing, StoredReport},
};
use runyard_types::{Report, Status, Verdict};

/// Decides and writes, within the caller's transaction.
#[expect(clippy::too_many_arguments, reason = "one call site's worth of context, all of different types")]
pub(crate) async fn settle(
    db: &mut Connection,
    lease: Lease,
    input: Input,
    failure: &Failure,
    end_seq: u64,
    policy: &QueuePolicy,
    now: Timestamp,
    wall: Timestamp,
) -> Result<SettledAs, StoreError> {
    let fence = Fence { id: lease.execution, epoch: lease.epoch };
    let Some(standing) = leases::standing(db, fence.id).await? else { return Ok(SettledAs::Lost) };
    let Some(job) = job(&standing) else { return Ok(SettledAs::Lost) };
    let Ok(next) = job.step(input, now, policy) else { return Ok(SettledAs::Lost) };
    if !matches!(input, Input::Release { .. }) {
        dead_letters::note_failure(db, fence, failure.kind.as_str(), &failure.detail, wall).await?;
    }
    let (changed, outcome) = match next {
        Job::Waiting { attempts, available_at, .. } => {
            let changed = leases::requeue(db, fence, attempts, available_at, wall).await?;
            (changed, SettledAs::Requeued { delay: available_at.since(now) })
        }
        Job::Ended(Ending::Cancelled) => {
            let report = Report::bare(Verdict::Cancelled, "Cancelled.");
            let changed = leases::finish(db, fence, &StoredReport::new(&report)?, end_seq, wall).await?;
            (changed, SettledAs::Cancelled(report))
        }
        Job::Ended(Ending::GivenUp) => {
            let report = failure.report(standing.attempts);
            let changed = leases::finish(db, fence, &StoredReport::new(&report)?, end_seq, wall).await?;
            if changed {
                dead_letters::add(db, fence.id, wall).await?;
            }
            (changed, SettledAs::GivenUp(report))
        }
        // No input of this function leads there.
        Job::Leased { .. } | Job::Ended(Ending::Finished) => (false, SettledAs::Lost),
    };
    Ok(if changed { outcome } else { SettledAs::Lost })
}

/// The machine's view of a row; nothing for one that has ended.
fn job(standing: &Standing) -> Option<Job> {
    let Standing { attempts, epoch, .. } = *standing;
    match standing.status {
        Status::Queued => Some(Job::Waiting { attempts, epoch, available_at: standing.available_at }),
        Status::Running => Some(Job::Leased {
            attempts,
            epoch,
            lease_until: standing.lease_until?,
            cancel_requested: standing.cancel_requested,
        }),
        Status::Completed | Status::Failed | Status::Timeout | Status::Cancelled => None,
    }
}
