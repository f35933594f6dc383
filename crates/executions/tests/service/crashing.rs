//! The server dies; the next one finds everything.
//!
//! A crash is a runtime dropped in mid-flight: every task stops where it is, nothing is closed in order. What a killed
//! process leaves behind is tried for real in `kill.rs`.

use crate::support::{Fixture, new_execution, options, report, rest, worker};
use runyard_executions::Services;
use runyard_types::{EventId, ExecutionId, OwnerId, Status, Verdict};
use std::{path::Path, sync::Arc};

/// Runs one life of a server, then crashes it.
fn life<T>(folder: &Path, live: impl AsyncFnOnce(Services) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let outcome = runtime.block_on(async {
        // The lock of the life before is given back when its last task is gone.
        live(Services::open(options(folder)).await.unwrap()).await
    });
    runtime.shutdown_timeout(std::time::Duration::from_secs(10));
    outcome
}

#[test]
fn what_ran_runs_again_and_what_waited_still_waits() {
    let folder = tempfile::tempdir().unwrap();
    let owner = OwnerId::new();
    let (running, waiting) = life(folder.path(), async |services| {
        let submit = async || {
            services.executions.submit(owner, new_execution(), None, None).await.unwrap().record().id
        };
        let (running, waiting) = (submit().await, submit().await);
        services.queue.announce(&worker(), 2).await.unwrap();
        assert_eq!(services.queue.claim(&worker()).await.unwrap().unwrap().lease.execution, running);
        (running, waiting)
    });
    life(folder.path(), async |services| {
        assert_eq!(
            services.executions.stats().await.unwrap().workers,
            0,
            "those of the dead server are gone"
        );
        for id in [running, waiting] {
            assert_eq!(services.executions.get(id).await.unwrap().unwrap().status, Status::Queued);
        }
        drain(&services, 2).await;
        let fixture = Fixture { services, owner, _folder: tempfile::tempdir().unwrap() };
        fixture.assert_settled().await;
        assert_eq!(fixture.get(running).await.attempts, 2);
        assert_eq!(fixture.get(waiting).await.attempts, 1);
        // A client that comes back with an event of the attempt that was lost.
        let after = Some(EventId { attempt: 1, seq: 42 });
        let mut events = fixture.services.executions.watch(running, after).await.unwrap().unwrap();
        let events = rest(&mut events).await;
        assert_eq!(events.last().unwrap(), "2.3 end COMPLETED", "{events:?}");
        assert_eq!(events.first().unwrap(), "2.1 restart", "{events:?}");
    });
}

#[test]
fn what_was_cancelled_before_the_crash_does_not_run_again() {
    let folder = tempfile::tempdir().unwrap();
    let id = life(folder.path(), async |services| {
        let id = services
            .executions
            .submit(OwnerId::new(), new_execution(), None, None)
            .await
            .unwrap()
            .record()
            .id;
        services.queue.claim(&worker()).await.unwrap().unwrap();
        services.executions.cancel(id).await.unwrap();
        id
    });
    life(folder.path(), async |services| {
        let record = services.executions.get(id).await.unwrap().unwrap();
        assert_eq!((record.status, record.report.unwrap().verdict), (Status::Cancelled, Verdict::Cancelled));
    });
}

#[test]
fn a_program_that_takes_the_server_down_every_time_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let id = life(folder.path(), async |services| {
        services.executions.submit(OwnerId::new(), new_execution(), None, None).await.unwrap().record().id
    });
    for attempt in 1..=3 {
        life(folder.path(), async |services| {
            assert_eq!(claim_when_due(&services).await.attempts, attempt);
        });
    }
    life(folder.path(), async |services| {
        let record = services.executions.get(id).await.unwrap().unwrap();
        assert_eq!((record.status, record.attempts), (Status::Failed, 3));
        assert_eq!(record.report.unwrap().verdict, Verdict::SystemError);
        assert_eq!(services.queue.dead_letters(10).await.unwrap().len(), 1);
    });
}

/// Waits for the back-off without maintenance: the clock is real and the delay a millisecond.
async fn claim_when_due(services: &Services) -> runyard_queue::Claim {
    let claim = async {
        loop {
            if let Some(claim) = services.queue.claim(&worker()).await.unwrap() {
                return claim;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), claim)
        .await
        .expect("there is something to claim")
}

async fn drain(services: &Services, count: usize) -> Vec<ExecutionId> {
    let mut done = Vec::new();
    while done.len() < count {
        let claim = claim_when_due(services).await;
        let options = runyard_events::AttemptOptions { output_bytes: 1024, interactive: false };
        let attempt = services.hub.begin(claim.lease.execution, claim.lease.epoch, options);
        let report = Arc::new(report(b"x"));
        let end_seq = attempt.publisher.end_seq();
        assert!(services.queue.complete(claim.lease, Arc::clone(&report), end_seq).await.unwrap().is_some());
        attempt.publisher.end(&report);
        done.push(claim.lease.execution);
    }
    done
}
