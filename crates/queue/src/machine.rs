//! The life of a job as a pure function.
//!
//! ```text
//!             claim                complete
//!  Waiting ----------> Leased ------------------> Ended(Finished)
//!   |  ^                | | |
//!   |  +--- fail, lost, | | +-- cancel, then any end of the lease --> Ended(Cancelled)
//!   |       release ----+ +---- fail or lost for the last time ----> Ended(GivenUp)
//!   +-- cancel --> Ended(Cancelled)
//! ```
//! What must always hold: an ended job never changes; the epoch only grows; at most `max_attempts` attempts are counted
//! before a job is given up; a lease of an old epoch changes nothing.

use crate::QueuePolicy;
use runyard_store::Timestamp;

/// Where a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// In the queue.
    Waiting {
        /// Attempts counted.
        attempts: u32,
        /// The latest claim.
        epoch: u32,
        /// Nobody claims it before.
        available_at: Timestamp,
    },
    /// With a worker.
    Leased {
        /// Attempts counted, this one included.
        attempts: u32,
        /// This claim.
        epoch: u32,
        /// When the lease is over.
        lease_until: Timestamp,
        /// Whether the owner asked to cancel.
        cancel_requested: bool,
    },
    /// Done, for good.
    Ended(Ending),
}

/// How a job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The engine reported.
    Finished,
    /// Its owner cancelled it.
    Cancelled,
    /// Too many failures of ours.
    GivenUp,
}

/// What happens to a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// A worker wants it.
    Claim,
    /// The holder renews its lease.
    Renew {
        /// The holder's claim.
        epoch: u32,
    },
    /// The holder has a report.
    Complete {
        /// The holder's claim.
        epoch: u32,
    },
    /// The holder could not run it.
    Fail {
        /// The holder's claim.
        epoch: u32,
    },
    /// The holder hands it back unfinished because it is shutting down.
    Release {
        /// The holder's claim.
        epoch: u32,
    },
    /// What is stored cannot be run, ever.
    Discard {
        /// The holder's claim.
        epoch: u32,
    },
    /// Somebody looks whether the lease is over.
    Expire {
        /// The claim in question.
        epoch: u32,
    },
    /// The process that held the lease is known to be gone.
    HolderGone {
        /// The claim in question.
        epoch: u32,
    },
    /// The owner cancels.
    Cancel,
}

/// Why nothing changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is not in the queue.
    NotWaiting,
    /// It is kept back still.
    NotDue,
    /// Another claim came after this one, or none holds.
    LeaseLost,
    /// The lease is not over.
    LeaseHolds,
    /// It has ended.
    Ended,
}

impl Job {
    /// A job that was just accepted.
    #[must_use]
    pub fn accepted(now: Timestamp) -> Self {
        Self::Waiting { attempts: 0, epoch: 0, available_at: now }
    }

    /// The job after `input` at `now`.
    ///
    /// # Errors
    /// Why the input changes nothing.
    pub fn step(self, input: Input, now: Timestamp, policy: &QueuePolicy) -> Result<Self, Refusal> {
        match (self, input) {
            (Self::Waiting { available_at, .. }, Input::Claim) if available_at > now => Err(Refusal::NotDue),
            (Self::Waiting { attempts, epoch, .. }, Input::Claim) => Ok(Self::Leased {
                attempts: attempts.saturating_add(1),
                epoch: epoch.saturating_add(1),
                lease_until: now.plus(policy.lease),
                cancel_requested: false,
            }),
            (Self::Waiting { .. }, Input::Cancel) => Ok(Self::Ended(Ending::Cancelled)),
            (Self::Waiting { .. }, _) => Err(Refusal::LeaseLost),
            (Self::Leased { .. }, Input::Claim) => Err(Refusal::NotWaiting),
            (Self::Leased { attempts, epoch, lease_until, .. }, Input::Cancel) => {
                Ok(Self::Leased { attempts, epoch, lease_until, cancel_requested: true })
            }
            (Self::Leased { epoch, .. }, input) if input.epoch() != Some(epoch) => Err(Refusal::LeaseLost),
            (Self::Leased { attempts, epoch, cancel_requested, .. }, Input::Renew { .. }) => {
                Ok(Self::Leased { attempts, epoch, lease_until: now.plus(policy.lease), cancel_requested })
            }
            (Self::Leased { .. }, Input::Complete { .. }) => Ok(Self::Ended(Ending::Finished)),
            (Self::Leased { lease_until, .. }, Input::Expire { .. }) if lease_until > now => {
                Err(Refusal::LeaseHolds)
            }
            // From here on the attempt is over without a report.
            (Self::Leased { cancel_requested: true, .. }, _) => Ok(Self::Ended(Ending::Cancelled)),
            (Self::Leased { attempts, epoch, .. }, Input::Release { .. }) => {
                Ok(Self::Waiting { attempts: attempts.saturating_sub(1), epoch, available_at: now })
            }
            (Self::Leased { .. }, Input::Discard { .. }) => Ok(Self::Ended(Ending::GivenUp)),
            (Self::Leased { attempts, .. }, _) if attempts >= policy.max_attempts => {
                Ok(Self::Ended(Ending::GivenUp))
            }
            (Self::Leased { attempts, epoch, .. }, _) => {
                Ok(Self::Waiting { attempts, epoch, available_at: now.plus(policy.backoff.delay(attempts)) })
            }
            (Self::Ended(_), _) => Err(Refusal::Ended),
        }
    }
}

impl Input {
    fn epoch(self) -> Option<u32> {
        match self {
            Self::Claim | Self::Cancel => None,
            Self::Renew { epoch }
            | Self::Complete { epoch }
            | Self::Fail { epoch }
            | Self::Release { epoch }
            | Self::Discard { epoch }
            | Self::Expire { epoch }
            | Self::HolderGone { epoch } => Some(epoch),
        }
    }
}

#[cfg(test)]
mod tests;
