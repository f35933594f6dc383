//! Memory is bounded whatever happens.

use crate::support::{QUEUED, begin, hub, print, read, report};
use runyard_events::{Attempt, AttemptOptions, Hub, HubLimits, Reading};
use runyard_types::{EventBody, ExecutionId, Stage, Stream};
use std::time::Duration;

#[tokio::test]
async fn a_flood_keeps_the_ring_and_the_snapshot_within_bounds() {
    let (hub, id) = (hub(), ExecutionId::new());
    let output_bytes = 64 << 10;
    let Attempt { publisher, .. } = hub.begin(id, 1, AttemptOptions { output_bytes, interactive: false });
    // Somebody reads everything at once, so that nothing is joined: the worst case.
    let mut watcher = hub.subscribe(id, QUEUED);
    for _ in 0..200_000 {
        publisher.output(Stage::Run, Stream::Stdout, b"0123456789\xff");
        watcher.read();
    }
    let mut late = hub.subscribe(id, QUEUED);
    let Reading::Events(events) = late.read() else { panic!("the snapshot is there") };
    let [snapshot] = events.as_slice() else { panic!("{} events", events.len()) };
    let EventBody::Snapshot { stdout, stdout_truncated: true, .. } = &snapshot.body else {
        panic!("{snapshot:?}")
    };
    assert_eq!(stdout.len(), 64 * 1024 / 3 * 4 + 4, "what is kept, in base64");
    // What the ring still holds is less than its budget: four times the limit and 64 KiB, 256 bytes for each event.
    let ring = read(&mut hub.subscribe(id, runyard_types::EventId { attempt: 1, seq: 199_000 })).len();
    assert!(ring <= 5 * (64 << 10) / 256, "{ring} events");
}

#[tokio::test]
async fn a_slow_watcher_holds_up_nobody_and_falls_to_a_snapshot() {
    let (hub, id) = (hub(), ExecutionId::new());
    let Attempt { publisher, .. } = begin(&hub, id, 1);
    let mut slow = hub.subscribe(id, QUEUED);
    let mut fast = hub.subscribe(id, QUEUED);
    assert_eq!(read(&mut slow), ["1.1 running"]);
    let mut seen = 0;
    for number in 0..5000 {
        print(&publisher, &format!("{number}\n"));
        let Reading::Events(events) = fast.read() else { panic!("there is news") };
        seen += events.iter().filter(|event| matches!(event.body, EventBody::Output { .. })).count();
    }
    assert_eq!(seen, 5000, "the fast one has seen each line");
    slow.changed().await;
    assert_eq!(read(&mut slow), ["1.5001 snapshot 1024 true"]);
}

#[tokio::test(start_paused = true)]
async fn what_has_ended_leaves_by_number_and_by_age() {
    let limits = HubLimits { ended: 3, ended_bytes: usize::MAX, ended_for: Duration::from_secs(60) };
    let hub = Hub::new(limits);
    let ids: Vec<_> = (0..5).map(|_| ExecutionId::new()).collect();
    for id in &ids {
        begin(&hub, *id, 1).publisher.end(&report());
    }
    assert_eq!(hub.len(), 3);
    assert!(read(&mut hub.subscribe(ids[1], QUEUED)).is_empty(), "the store answers for this one");
    assert_eq!(read(&mut hub.subscribe(ids[2], QUEUED)), ["1.1 running", "1.2 end Ok"]);
    tokio::time::advance(Duration::from_secs(59)).await;
    hub.evict();
    assert_eq!(hub.len(), 3);
    tokio::time::advance(Duration::from_secs(1)).await;
    hub.evict();
    assert!(hub.is_empty());
}

#[tokio::test]
async fn what_has_ended_leaves_by_size() {
    let limits = HubLimits { ended: 1000, ended_bytes: 100 << 10, ended_for: Duration::from_secs(60) };
    let hub = Hub::new(limits);
    for _ in 0..100 {
        let options = AttemptOptions { output_bytes: 16 << 10, interactive: false };
        let Attempt { publisher, .. } = hub.begin(ExecutionId::new(), 1, options);
        publisher.output(Stage::Run, Stream::Stdout, &[b'x'; 16 << 10]);
        publisher.end(&report());
    }
    assert!((1..=6).contains(&hub.len()), "{} of 16 KiB each in 100 KiB", hub.len());
}

#[tokio::test]
async fn watching_what_never_runs_leaves_nothing_behind() {
    let hub = hub();
    let id = ExecutionId::new();
    let (first, second) = (hub.subscribe(id, QUEUED), hub.subscribe(id, QUEUED));
    drop(first);
    assert_eq!(hub.len(), 1);
    drop(second);
    assert!(hub.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_cancel_for_an_attempt_that_never_begins_leaves_nothing_behind() {
    let hub = hub();
    hub.cancel(ExecutionId::new(), 1);
    assert_eq!(hub.len(), 1);
    tokio::time::advance(Duration::from_secs(60)).await;
    hub.evict();
    assert!(hub.is_empty());
}

#[tokio::test]
async fn a_running_attempt_outlives_its_watchers() {
    let (hub, id) = (hub(), ExecutionId::new());
    let watcher = hub.subscribe(id, QUEUED);
    let Attempt { publisher, .. } = begin(&hub, id, 1);
    drop(watcher);
    print(&publisher, "still here");
    assert_eq!(read(&mut hub.subscribe(id, QUEUED)), ["1.1 running", "1.2 Stdout still here"]);
}
