//! What happens by itself.

use crate::support::{Fixture, next, report, rest, worker};
use runyard_queue::{Backoff, Failure, FailureKind, SettledAs};
use runyard_store::{ManualClock, Timestamp};
use runyard_types::Status;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio_util::sync::{CancellationToken, DropGuard};

/// Runs maintenance until the guard is dropped.
fn maintain(fixture: &Fixture) -> DropGuard {
    let shutdown = CancellationToken::new();
    tokio::spawn(fixture.services.maintenance().run(shutdown.clone()));
    shutdown.drop_guard()
}

#[tokio::test]
async fn a_delayed_retry_wakes_the_worker_when_it_is_due() {
    let delay = Duration::from_millis(150);
    let fixture = Fixture::with(|options| options.queue.backoff = Backoff { base: delay, cap: delay }).await;
    let _maintenance = maintain(&fixture);
    // Long enough for maintenance to have found nothing to do and to sleep.
    for _ in 0..20 {
        fixture.submit().await;
        let (claim, attempt) = fixture.start().await;
        fixture.finish(&claim, attempt, report(b"")).await;
    }
    let id = fixture.submit().await;
    let queue = &fixture.services.queue;
    let claim = fixture.claim().await.unwrap();
    let failure = Failure { kind: FailureKind::Engine, detail: String::new() };
    let failed = Instant::now();
    assert_eq!(queue.fail(claim.lease, failure, 1).await.unwrap(), SettledAs::Requeued { delay });
    let mut wakeups = queue.wakeups();
    let again = loop {
        wakeups.mark_seen();
        match queue.claim(&worker()).await.unwrap() {
            Some(claim) => break claim,
            None => wakeups.changed().await,
        }
    };
    assert_eq!((again.lease.execution, again.attempts), (id, 2));
    let waited = failed.elapsed();
    // Not before it is due, and long before anybody polls.
    assert!(waited >= delay && waited < Duration::from_secs(2), "{waited:?}");
}

#[tokio::test]
async fn a_lease_that_is_over_ends_in_the_next_attempt_and_its_watchers_know() {
    let fixture = Fixture::with(|options| {
        options.queue.lease = Duration::from_millis(50);
        options.queue.max_attempts = 2;
    })
    .await;
    let _maintenance = maintain(&fixture);
    let id = fixture.submit().await;
    let mut events = fixture.services.executions.watch(id, None).await.unwrap().unwrap();
    assert_eq!(next(&mut events).await.unwrap(), "0.1 QUEUED");
    // A worker that never says anything again.
    let _silent = fixture.start().await;
    assert_eq!(next(&mut events).await.unwrap(), "1.1 RUNNING");
    assert_eq!(next(&mut events).await.unwrap(), "1.2 QUEUED");
    let mut wakeups = fixture.services.queue.wakeups();
    let _silent_too = loop {
        wakeups.mark_seen();
        if let Some(claim) = fixture.claim().await {
            let options = runyard_events::AttemptOptions { output_bytes: 1, interactive: false };
            break fixture.services.hub.begin(id, claim.lease.epoch, options);
        }
        wakeups.changed().await;
    };
    assert_eq!(rest(&mut events).await, ["2.1 restart", "2.2 RUNNING", "2.3 end FAILED"]);
    assert_eq!(fixture.services.queue.dead_letter(id).await.unwrap().unwrap().failures.len(), 2);
}

#[tokio::test]
async fn old_executions_keys_and_workers_are_forgotten() {
    let clock = Arc::new(ManualClock::new(Timestamp::from_micros(1_700_000_000_000_000)));
    let fixture = Fixture::with(|options| options.store.clock = Arc::clone(&clock) as _).await;
    let executions = &fixture.services.executions;
    let submitted = executions
        .submit(fixture.owner, crate::support::new_execution(), crate::support::key(1), None)
        .await
        .unwrap();
    let ended = submitted.record().id;
    let (claim, attempt) = fixture.start().await;
    fixture.finish(&claim, attempt, report(b"1\n")).await;
    let waiting = fixture.submit().await;
    fixture.services.queue.announce(&worker(), 1).await.unwrap();
    let maintenance = fixture.services.maintenance();
    const DAY: Duration = Duration::from_secs(24 * 60 * 60);
    let count = async |statement: &'static str| {
        let mut db = fixture.services.store.read().await.unwrap();
        sqlx::query_scalar::<_, i64>(statement).fetch_one(&mut *db).await.unwrap()
    };
    clock.advance(DAY);
    maintenance.forget().await.unwrap();
    assert!(executions.get(ended).await.unwrap().is_some());
    assert_eq!(count("SELECT count(*) FROM idempotency_keys").await, 0);
    assert_eq!(count("SELECT count(*) FROM workers").await, 0);
    clock.advance(DAY * 7);
    maintenance.forget().await.unwrap();
    assert_eq!(executions.get(ended).await.unwrap(), None);
    assert_eq!(executions.get(waiting).await.unwrap().unwrap().status, Status::Queued);
}
