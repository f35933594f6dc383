//! The behaviour every queue backend must show. A backend's tests implement [`Backend`] and call [`run`].
//!
//! Time only moves when the suite moves it, so that no test waits.

mod cancelling;
mod dead_letters;
mod enqueueing;
mod leasing;
mod model;
mod restarting;
mod support;

use crate::{Queue, QueuePolicy};
use async_trait::async_trait;
use runyard_store::{StoreError, transitions::Transition};
use runyard_types::{ExecutionId, Report, Status};
use std::{sync::Arc, time::Duration};

/// One private instance of a backend.
#[async_trait]
pub trait Backend: Send + Sync {
    /// The queue, as this process sees it.
    fn queue(&self) -> Arc<dyn Queue>;

    /// Moves the time by which leases end.
    fn advance(&self, duration: Duration);

    /// The server process dies without a word and another one starts over the same data: the queue it sees.
    async fn restart(&self) -> Arc<dyn Queue>;

    /// The recorded status and report.
    async fn recorded(&self, id: ExecutionId) -> Result<(Status, Option<Report>), StoreError>;

    /// The recorded path.
    async fn transitions(&self, id: ExecutionId) -> Result<Vec<Transition>, StoreError>;

    /// Makes the stored submission unreadable.
    async fn damage(&self, id: ExecutionId) -> Result<(), StoreError>;
}

/// Makes instances of a backend, each empty.
#[async_trait]
pub trait Factory: Send + Sync {
    /// A new instance with these rules.
    async fn make(&self, policy: QueuePolicy) -> Box<dyn Backend>;
}

/// Names every test of the suite, for a backend that wants each as a test of its own.
#[macro_export]
macro_rules! conformance_tests {
    ($($case:ident),* ; $factory:expr) => {
        $(
            #[tokio::test]
            async fn $case() {
                $crate::conformance::cases::$case(&$factory).await;
            }
        )*
    };
    ($factory:expr) => {
        $crate::conformance_tests! {
            jobs_come_out_by_priority_then_by_age,
            a_flood_of_one_owner_keeps_nobody_waiting,
            a_job_comes_out_as_it_went_in,
            a_claim_is_exclusive,
            a_full_queue_refuses_and_recovers,
            a_repeated_request_finds_the_first_job,
            a_hundred_identical_requests_at_once_make_one_job,
            a_key_is_free_again_after_a_day,
            a_submission_wakes_a_waiting_worker,
            a_worker_that_stands_by_is_given_the_next_job,
            a_worker_that_stands_by_is_given_what_it_would_claim,
            a_job_for_nobody_that_stands_by_wakes_the_others,
            a_job_whose_submitter_is_gone_is_given_all_the_same,
            an_outcome_is_recorded_once,
            an_end_and_the_next_claim_go_together,
            a_paused_worker_changes_nothing_when_it_wakes_up,
            a_renewed_lease_holds,
            a_failure_is_repeated_later_and_later_then_given_up,
            a_job_handed_back_is_not_charged,
            an_unreadable_job_does_not_block_the_others,
            a_waiting_job_is_cancelled_at_once,
            a_running_job_is_cancelled_through_its_worker,
            a_cancelled_job_never_runs_again,
            cancelling_twice_or_too_late_changes_nothing,
            a_restart_takes_back_what_ran,
            a_restart_gives_up_what_was_lost_too_often,
            a_restart_loses_no_waiting_job,
            a_dead_letter_shows_its_evidence_and_is_replayed_once,
            random_histories_follow_the_machine
            ; $factory
        }
    };
}

/// The tests, one function each.
pub mod cases {
    pub use super::{
        cancelling::{
            a_cancelled_job_never_runs_again, a_running_job_is_cancelled_through_its_worker,
            a_waiting_job_is_cancelled_at_once, cancelling_twice_or_too_late_changes_nothing,
        },
        dead_letters::a_dead_letter_shows_its_evidence_and_is_replayed_once,
        enqueueing::{
            a_claim_is_exclusive, a_flood_of_one_owner_keeps_nobody_waiting,
            a_full_queue_refuses_and_recovers, a_hundred_identical_requests_at_once_make_one_job,
            a_job_comes_out_as_it_went_in, a_job_for_nobody_that_stands_by_wakes_the_others,
            a_job_whose_submitter_is_gone_is_given_all_the_same, a_key_is_free_again_after_a_day,
            a_repeated_request_finds_the_first_job, a_submission_wakes_a_waiting_worker,
            a_worker_that_stands_by_is_given_the_next_job,
            a_worker_that_stands_by_is_given_what_it_would_claim, jobs_come_out_by_priority_then_by_age,
        },
        leasing::{
            a_failure_is_repeated_later_and_later_then_given_up, a_job_handed_back_is_not_charged,
            a_paused_worker_changes_nothing_when_it_wakes_up, a_renewed_lease_holds,
            an_end_and_the_next_claim_go_together, an_outcome_is_recorded_once,
            an_unreadable_job_does_not_block_the_others,
        },
        model::random_histories_follow_the_machine,
        restarting::{
            a_restart_gives_up_what_was_lost_too_often, a_restart_loses_no_waiting_job,
            a_restart_takes_back_what_ran,
        },
    };
}
