//! For whom a job is claimed, kept until the statement is made.

use crate::{QueuePolicy, WorkerId};
use runyard_store::{ClaimRequest, Clock, Timestamp};
use std::sync::Arc;

/// A worker of this process, and the time.
pub(super) struct Claimer {
    instance: Arc<str>,
    worker: WorkerId,
    now: Timestamp,
    lease_until: Timestamp,
    pub(super) wall: Timestamp,
}

impl Claimer {
    pub(super) fn new(instance: Arc<str>, worker: WorkerId, clock: &dyn Clock, policy: &QueuePolicy) -> Self {
        let (now, wall) = (clock.steady(), clock.wall());
        Self { instance, worker, now, lease_until: now.plus(policy.lease), wall }
    }

    pub(super) fn request(&self) -> ClaimRequest<'_> {
        let Self { instance, worker, now, lease_until, wall } = self;
        ClaimRequest { instance, worker: worker.as_str(), now: *now, lease_until: *lease_until, wall: *wall }
    }
}
