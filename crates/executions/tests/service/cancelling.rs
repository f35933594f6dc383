//! Cancelling at any moment.

use crate::support::{Fixture, report};
use runyard_executions::CancelOutcome;
use runyard_types::{ExecutionId, Status, Verdict};

#[tokio::test]
async fn what_waits_is_cancelled_at_once() {
    let fixture = Fixture::new().await;
    let id = fixture.submit().await;
    let outcome = fixture.services.executions.cancel(id).await.unwrap();
    let CancelOutcome::Cancelled(record) = outcome else { panic!("{outcome:?}") };
    assert_eq!((record.status, record.report.unwrap().verdict), (Status::Cancelled, Verdict::Cancelled));
    assert!(record.started_at.is_none() && record.finished_at.is_some());
    assert!(fixture.claim().await.is_none());
    let again = fixture.services.executions.cancel(id).await.unwrap();
    assert!(matches!(again, CancelOutcome::AlreadyEnded(record) if record.status == Status::Cancelled));
    let unknown = fixture.services.executions.cancel(ExecutionId::new()).await.unwrap();
    assert_eq!(unknown, CancelOutcome::NotFound);
}

#[tokio::test]
async fn what_runs_is_told_at_once_even_before_its_attempt_has_begun() {
    let fixture = Fixture::new().await;
    for told_first in [false, true] {
        let id = fixture.submit().await;
        let cancel = async {
            let outcome = fixture.services.executions.cancel(id).await.unwrap();
            let CancelOutcome::Cancelled(record) = outcome else { panic!("{outcome:?}") };
            assert_eq!((record.status, record.cancel_requested), (Status::Running, true));
        };
        let claim = fixture.claim().await.unwrap();
        let begin = || {
            let options = runyard_events::AttemptOptions { output_bytes: 1, interactive: false };
            fixture.services.hub.begin(id, claim.lease.epoch, options)
        };
        let attempt = if told_first {
            cancel.await;
            begin()
        } else {
            let attempt = begin();
            cancel.await;
            attempt
        };
        let told = attempt.cancelled.cancelled();
        tokio::time::timeout(std::time::Duration::from_secs(30), told).await.expect("the attempt is told");
        fixture.finish(&claim, attempt, runyard_types::Report::bare(Verdict::Cancelled, "")).await;
        assert_eq!(fixture.path(id).await, [Status::Queued, Status::Running, Status::Cancelled]);
    }
}

/// Claims, ends and cancels race; each execution ends once, and the answer to the cancel is true.
#[tokio::test(flavor = "multi_thread")]
async fn a_cancel_races_with_everything() {
    let fixture = Fixture::new().await;
    let mut ids = Vec::new();
    for _ in 0..200 {
        ids.push(fixture.submit().await);
    }
    let cancels: Vec<_> = ids
        .iter()
        .map(|id| {
            let (executions, id) = (fixture.services.executions.clone(), *id);
            tokio::spawn(async move { executions.cancel(id).await.unwrap() })
        })
        .collect();
    while let Some(claim) = fixture.claim().await {
        let options = runyard_events::AttemptOptions { output_bytes: 1, interactive: false };
        let attempt = fixture.services.hub.begin(claim.lease.execution, claim.lease.epoch, options);
        let verdict = if attempt.cancelled.is_cancelled() { Verdict::Cancelled } else { Verdict::Ok };
        let mut report = report(b"");
        report.verdict = verdict;
        fixture.finish(&claim, attempt, report).await;
    }
    for (id, cancel) in ids.iter().zip(cancels) {
        let ended = fixture.get(*id).await.status;
        match cancel.await.unwrap() {
            CancelOutcome::Cancelled(record) if record.status == Status::Cancelled => {
                assert_eq!(ended, Status::Cancelled);
            }
            CancelOutcome::Cancelled(record) => assert_eq!(record.status, Status::Running),
            CancelOutcome::AlreadyEnded(record) => {
                assert_eq!((record.status, ended), (Status::Completed, ended))
            }
            CancelOutcome::NotFound => panic!("{id} was accepted"),
        }
    }
    fixture.assert_settled().await;
}
