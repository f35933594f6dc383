//! Live events, resumed in every way.

use crate::support::{Fixture, next, print, report, rest};
use runyard_events::HubLimits;
use runyard_executions::{EventStream, Services};
use runyard_types::{EventId, ExecutionId};
use std::time::Duration;

const fn at(attempt: u32, seq: u64) -> Option<EventId> {
    Some(EventId { attempt, seq })
}

async fn watch(services: &Services, id: ExecutionId, after: Option<EventId>) -> EventStream {
    services.executions.watch(id, after).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_watcher_sees_an_execution_from_the_queue_to_its_end() {
    let fixture = Fixture::new().await;
    let id = fixture.submit().await;
    let mut events = watch(&fixture.services, id, None).await;
    assert_eq!(next(&mut events).await.unwrap(), "0.1 QUEUED");
    let (claim, attempt) = fixture.start().await;
    print(&attempt, "hello");
    assert_eq!(next(&mut events).await.unwrap(), "1.1 RUNNING");
    assert_eq!(next(&mut events).await.unwrap(), "1.2 hello");
    fixture.finish(&claim, attempt, report(b"hello")).await;
    assert_eq!(rest(&mut events).await, ["1.3 end COMPLETED"]);
    // The ring still answers.
    let all = ["1.1 RUNNING", "1.2 hello", "1.3 end COMPLETED"];
    assert_eq!(rest(&mut watch(&fixture.services, id, None).await).await, all);
    assert_eq!(rest(&mut watch(&fixture.services, id, at(1, 1)).await).await, all[1..]);
    // Whoever comes back after the end hears of it again, with what came before it.
    assert_eq!(rest(&mut watch(&fixture.services, id, at(1, 3)).await).await, ["1.3 end COMPLETED"]);
    assert!(fixture.services.executions.watch(ExecutionId::new(), None).await.unwrap().is_none());
}

#[tokio::test]
async fn the_store_answers_when_the_ring_is_gone() {
    let limits = HubLimits { ended: 0, ended_bytes: 0, ended_for: Duration::ZERO };
    let fixture = Fixture::with(|options| options.events = limits).await;
    let id = fixture.submit().await;
    let (claim, attempt) = fixture.start().await;
    print(&attempt, "hello");
    fixture.finish(&claim, attempt, report(b"hello")).await;
    assert!(fixture.services.hub.is_empty());
    for after in [None, at(1, 1), at(9, 9), at(9, u64::MAX)] {
        let events = rest(&mut watch(&fixture.services, id, after).await).await;
        assert_eq!(events, ["1.2 snapshot COMPLETED hello", "1.3 end COMPLETED"], "{after:?}");
    }
    for after in [at(1, 2), at(1, 3), at(1, u64::MAX)] {
        assert_eq!(
            rest(&mut watch(&fixture.services, id, after).await).await,
            ["1.3 end COMPLETED"],
            "{after:?}"
        );
    }
    assert!(fixture.services.hub.is_empty(), "watching the past leaves nothing behind");
}

#[tokio::test]
async fn a_watcher_who_fell_out_of_the_ring_before_the_end_gets_the_stored_output() {
    let fixture = Fixture::new().await;
    let id = fixture.submit().await;
    let mut events = watch(&fixture.services, id, None).await;
    assert_eq!(next(&mut events).await.unwrap(), "0.1 QUEUED");
    let (claim, attempt) = fixture.start().await;
    assert_eq!(next(&mut events).await.unwrap(), "1.1 RUNNING");
    let mut other = watch(&fixture.services, id, None).await;
    next(&mut other).await;
    for _ in 0..1000 {
        print(&attempt, "x");
        next(&mut other).await;
    }
    fixture.finish(&claim, attempt, report(b"all of it")).await;
    assert_eq!(rest(&mut events).await, ["1.1001 snapshot COMPLETED all of it", "1.1002 end COMPLETED"]);
}

#[tokio::test]
async fn a_new_attempt_restarts_its_watchers() {
    let fixture = Fixture::new().await;
    let id = fixture.submit().await;
    let (claim, attempt) = fixture.start().await;
    print(&attempt, "lost");
    let mut events = watch(&fixture.services, id, None).await;
    assert_eq!(next(&mut events).await.unwrap(), "1.1 RUNNING");
    assert_eq!(next(&mut events).await.unwrap(), "1.2 lost");
    fixture.services.queue.release(claim.lease, attempt.publisher.end_seq()).await.unwrap();
    attempt.publisher.requeued();
    assert_eq!(next(&mut events).await.unwrap(), "1.3 QUEUED");
    let mut resumed = watch(&fixture.services, id, at(1, 2)).await;
    assert_eq!(next(&mut resumed).await.unwrap(), "1.3 QUEUED");
    let (claim, attempt) = fixture.start().await;
    print(&attempt, "found");
    fixture.finish(&claim, attempt, report(b"found")).await;
    let second = ["2.1 restart", "2.2 RUNNING", "2.3 found", "2.4 end COMPLETED"];
    assert_eq!(rest(&mut events).await, second);
    assert_eq!(rest(&mut resumed).await, second);
    assert_eq!(rest(&mut watch(&fixture.services, id, at(1, 2)).await).await, second);
}

#[tokio::test]
async fn a_cancelled_execution_that_never_ran_ends_its_watchers() {
    let fixture = Fixture::new().await;
    let id = fixture.submit().await;
    let mut events = watch(&fixture.services, id, None).await;
    assert_eq!(next(&mut events).await.unwrap(), "0.1 QUEUED");
    fixture.services.executions.cancel(id).await.unwrap();
    assert_eq!(rest(&mut events).await, ["0.2 end CANCELLED"]);
    let again = rest(&mut watch(&fixture.services, id, None).await).await;
    assert_eq!(again.last().unwrap(), "0.2 end CANCELLED");
}

/// Subscribing and ending race; nobody may hang or miss the end, nor get it only from the safety poll.
#[tokio::test(flavor = "multi_thread")]
async fn a_watcher_who_comes_at_any_moment_sees_the_end() {
    let at_once = HubLimits { ended: 0, ended_bytes: 0, ended_for: Duration::ZERO };
    for limits in [HubLimits::default(), at_once] {
        let fixture = Fixture::with(|options| options.events = limits).await;
        for _ in 0..200 {
            let id = fixture.submit().await;
            let services = fixture.services.clone();
            let watcher = tokio::spawn(async move {
                let events = async { rest(&mut watch(&services, id, None).await).await };
                tokio::time::timeout(Duration::from_secs(20), events).await.expect("the end comes")
            });
            let (claim, attempt) = fixture.start().await;
            print(&attempt, "x");
            fixture.finish(&claim, attempt, report(b"x")).await;
            let events = watcher.await.unwrap();
            assert_eq!(events.iter().filter(|event| event.contains("end")).count(), 1, "{events:?}");
            assert!(events.last().unwrap().contains("end COMPLETED"), "{events:?}");
        }
    }
}
