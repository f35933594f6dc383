//! The promises of the state machine, for any sequence of inputs.

use super::{Ending, Input, Job, Refusal};
use crate::{Backoff, QueuePolicy};
use proptest::prelude::*;
use runyard_store::Timestamp;
use std::time::Duration;

const POLICY: QueuePolicy = QueuePolicy {
    max_depth: 10,
    lease: Duration::from_secs(30),
    max_attempts: 3,
    backoff: Backoff { base: Duration::from_secs(1), cap: Duration::from_secs(60) },
    keep_keys: Duration::from_secs(1),
};

fn seconds(seconds: u64) -> Timestamp {
    Timestamp::default().plus(Duration::from_secs(seconds))
}

fn input() -> impl Strategy<Value = Input> {
    let epoch = 0_u32..6;
    prop_oneof![
        4 => Just(Input::Claim),
        1 => Just(Input::Cancel),
        1 => epoch.clone().prop_map(|epoch| Input::Complete { epoch }),
        2 => epoch.clone().prop_map(|epoch| Input::Renew { epoch }),
        2 => epoch.clone().prop_map(|epoch| Input::Fail { epoch }),
        2 => epoch.clone().prop_map(|epoch| Input::Release { epoch }),
        1 => epoch.clone().prop_map(|epoch| Input::Discard { epoch }),
        2 => epoch.clone().prop_map(|epoch| Input::Expire { epoch }),
        2 => epoch.prop_map(|epoch| Input::HolderGone { epoch }),
    ]
}

fn epoch(job: Job) -> Option<u32> {
    match job {
        Job::Waiting { epoch, .. } | Job::Leased { epoch, .. } => Some(epoch),
        Job::Ended(_) => None,
    }
}

fn attempts(job: Job) -> u32 {
    match job {
        Job::Waiting { attempts, .. } | Job::Leased { attempts, .. } => attempts,
        Job::Ended(_) => 0,
    }
}

proptest! {
    #[test]
    fn whatever_happens_the_promises_hold(steps in prop::collection::vec((input(), 0_u64..40), 0..60)) {
        let mut job = Job::accepted(seconds(0));
        let mut now = 0;
        for (input, pause) in steps {
            now += pause;
            let before = job;
            let outcome = before.step(input, seconds(now), &POLICY);
            let Ok(after) = outcome else { continue };
            // An ended job never changes.
            prop_assert!(!matches!(before, Job::Ended(_)));
            // A claim makes a new epoch; nothing else does; it never shrinks.
            if let (Some(before), Some(after)) = (epoch(before), epoch(after)) {
                prop_assert_eq!(after, before + u32::from(input == Input::Claim));
            }
            // An input of an old epoch changes nothing.
            if let Some(of) = input.epoch() {
                prop_assert_eq!(Some(of), epoch(before));
            }
            // Attempts are counted at the claim, given back only by a release, and bounded.
            prop_assert!(attempts(after) <= POLICY.max_attempts);
            match input {
                Input::Claim => prop_assert_eq!(attempts(after), attempts(before) + 1),
                Input::Release { .. } => prop_assert!(attempts(after) < attempts(before)),
                _ => prop_assert!(matches!(after, Job::Ended(_)) || attempts(after) == attempts(before)),
            }
            // Given up means: tried as often as allowed, or not possible at all.
            if after == Job::Ended(Ending::GivenUp) {
                let discarded = matches!(input, Input::Discard { .. });
                prop_assert!(discarded || attempts(before) == POLICY.max_attempts);
            }
            // A job its owner cancelled ends as cancelled, unless a report was faster.
            if let Job::Leased { cancel_requested: true, .. } = before {
                let runs_again = matches!(after, Job::Waiting { .. });
                prop_assert!(!runs_again && after != Job::Ended(Ending::GivenUp));
            }
            // Nobody claims early and no lease is taken away early.
            match (before, input) {
                (Job::Waiting { available_at, .. }, Input::Claim) => prop_assert!(available_at <= seconds(now)),
                (Job::Leased { lease_until, .. }, Input::Expire { .. }) => prop_assert!(lease_until <= seconds(now)),
                _ => {}
            }
            job = after;
        }
    }

    /// With workers that only ever fail, a job ends after exactly the allowed attempts.
    #[test]
    fn a_job_that_always_fails_is_given_up(max_attempts in 1_u32..10) {
        let policy = QueuePolicy { max_attempts, ..POLICY };
        let (mut job, mut now, mut claims) = (Job::accepted(seconds(0)), seconds(0), 0);
        while !matches!(job, Job::Ended(_)) {
            if let Job::Waiting { available_at, .. } = job {
                now = now.max(available_at);
            }
            job = job.step(Input::Claim, now, &policy).unwrap();
            claims += 1;
            job = job.step(Input::Fail { epoch: claims }, now, &policy).unwrap();
        }
        prop_assert_eq!(job, Job::Ended(Ending::GivenUp));
        prop_assert_eq!(claims, max_attempts);
    }

    #[test]
    fn delays_grow_up_to_the_cap(attempts in 1_u32..100) {
        let (this, next) = (POLICY.backoff.delay(attempts), POLICY.backoff.delay(attempts + 1));
        prop_assert!(this <= next && next <= POLICY.backoff.cap);
        prop_assert!(next == this * 2 || next == POLICY.backoff.cap);
    }
}

#[test]
fn refusals_say_why() {
    let waiting = Job::Waiting { attempts: 1, epoch: 1, available_at: seconds(5) };
    let leased = Job::Leased { attempts: 1, epoch: 2, lease_until: seconds(30), cancel_requested: false };
    let ended = Job::Ended(Ending::Finished);
    for (job, input, refusal) in [
        (waiting, Input::Claim, Refusal::NotDue),
        (waiting, Input::Complete { epoch: 1 }, Refusal::LeaseLost),
        (leased, Input::Claim, Refusal::NotWaiting),
        (leased, Input::Complete { epoch: 1 }, Refusal::LeaseLost),
        (leased, Input::Expire { epoch: 2 }, Refusal::LeaseHolds),
        (ended, Input::Cancel, Refusal::Ended),
        (ended, Input::Complete { epoch: 2 }, Refusal::Ended),
    ] {
        assert_eq!(job.step(input, seconds(0), &POLICY), Err(refusal), "{job:?} {input:?}");
    }
}
