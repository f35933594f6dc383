//! Watching from the beginning, from the middle, and from before.

use crate::support::{QUEUED, begin, hub, print, read, report};
use runyard_events::{Attempt, AttemptOptions, Publisher};
use runyard_types::{EventId, ExecutionId, Stage, Stream};

const fn at(attempt: u32, seq: u64) -> EventId {
    EventId { attempt, seq }
}

/// Prints so much that the beginning falls out of the ring, each piece seen by `watcher`, so that none is joined.
fn overflow(publisher: &Publisher, watcher: &mut runyard_events::Subscription) {
    for _ in 0..1000 {
        print(publisher, "x");
        watcher.read();
    }
}

#[tokio::test]
async fn every_watcher_reads_the_same_numbered_events() {
    let (hub, id) = (hub(), ExecutionId::new());
    let mut early = hub.subscribe(id, QUEUED);
    assert!(read(&mut early).is_empty());
    let Attempt { publisher, .. } = begin(&hub, id, 1);
    early.changed().await;
    publisher.stage(Stage::Run);
    print(&publisher, "a");
    assert_eq!(read(&mut early), ["1.1 running", "1.2 Run", "1.3 Stdout a"]);
    publisher.output(Stage::Run, Stream::Stderr, b"e");
    print(&publisher, "b");
    publisher.truncated(Stage::Run, Stream::Stdout, 1024);
    let end_seq = publisher.end_seq();
    publisher.end(&report());
    let rest = ["1.4 Stderr e", "1.5 Stdout b", "1.6 truncated Stdout", "1.7 end Ok"];
    assert_eq!(read(&mut early), rest);
    assert_eq!(end_seq, 7);
    assert_eq!(read(&mut early), ["over"]);
    let mut late = hub.subscribe(id, QUEUED);
    assert_eq!(read(&mut late), [&["1.1 running", "1.2 Run", "1.3 Stdout a"], &rest[..]].concat());
}

#[tokio::test]
async fn resuming_continues_after_the_event_that_was_seen() {
    let (hub, id) = (hub(), ExecutionId::new());
    let Attempt { publisher, .. } = begin(&hub, id, 1);
    let mut first = hub.subscribe(id, QUEUED);
    for text in ["a", "b", "c"] {
        print(&publisher, text);
        read(&mut first);
    }
    assert_eq!(read(&mut hub.subscribe(id, at(1, 2))), ["1.3 Stdout b", "1.4 Stdout c"]);
    assert!(read(&mut hub.subscribe(id, at(1, 4))).is_empty());
    publisher.end(&report());
    assert_eq!(read(&mut hub.subscribe(id, at(1, 4))), ["1.5 end Ok"]);
    assert_eq!(read(&mut hub.subscribe(id, at(1, 5))), ["over"]);
}

#[tokio::test]
async fn older_than_the_ring_gets_everything_kept_and_then_goes_on() {
    let (hub, id) = (hub(), ExecutionId::new());
    let Attempt { publisher, .. } = begin(&hub, id, 1);
    let mut watcher = hub.subscribe(id, QUEUED);
    overflow(&publisher, &mut watcher);
    for seen in [QUEUED, at(1, 1), at(1, 999_999), at(1, u64::MAX)] {
        assert_eq!(read(&mut hub.subscribe(id, seen)), ["1.1001 snapshot 1000 false"], "{seen}");
    }
    let mut resumed = hub.subscribe(id, at(1, 1));
    read(&mut resumed);
    print(&publisher, "y");
    assert_eq!(read(&mut resumed), ["1.1002 Stdout y"]);
    publisher.end(&report());
    assert_eq!(read(&mut resumed), ["1.1003 end Ok"]);
    // What was kept is in the store by now.
    assert_eq!(read(&mut hub.subscribe(id, at(1, 1))), ["missed"]);
}

#[tokio::test]
async fn a_newer_attempt_restarts_its_watchers() {
    let (hub, id) = (hub(), ExecutionId::new());
    let Attempt { publisher, .. } = begin(&hub, id, 1);
    let mut watcher = hub.subscribe(id, QUEUED);
    print(&publisher, "lost");
    assert_eq!(read(&mut watcher), ["1.1 running", "1.2 Stdout lost"]);
    publisher.requeued();
    assert_eq!(read(&mut watcher), ["1.3 queued"]);
    let Attempt { publisher, .. } = begin(&hub, id, 2);
    assert_eq!(read(&mut watcher), ["2.1 restart", "2.2 running"]);
    assert_eq!(read(&mut hub.subscribe(id, at(1, 2))), ["2.1 restart", "2.2 running"]);
    overflow(&publisher, &mut watcher);
    assert_eq!(read(&mut hub.subscribe(id, at(1, 2))), ["2.1 restart", "2.1002 snapshot 1000 false"]);
    assert_eq!(read(&mut hub.subscribe(id, at(2, 1))), ["2.1002 snapshot 1000 false"]);
}

#[tokio::test]
async fn a_publisher_of_an_old_attempt_is_not_heard() {
    let (hub, id) = (hub(), ExecutionId::new());
    let Attempt { publisher: old, .. } = begin(&hub, id, 1);
    let Attempt { publisher: new, commands: _commands, .. } = begin(&hub, id, 2);
    print(&old, "ghost");
    old.stage(Stage::Run);
    old.end(&report());
    print(&new, "alive");
    let mut watcher = hub.subscribe(id, QUEUED);
    assert_eq!(read(&mut watcher), ["2.1 restart", "2.2 running", "2.3 Stdout alive"]);
    hub.requeued(id, 1);
    hub.end(id, 1, &report());
    assert!(read(&mut watcher).is_empty());
}

#[tokio::test]
async fn an_execution_that_ends_while_it_waits_ends_its_watchers() {
    let (hub, id) = (hub(), ExecutionId::new());
    let mut watcher = hub.subscribe(id, QUEUED);
    hub.end(id, 0, &report());
    watcher.ended().await;
    // Behind the QUEUED, which is event 0.1.
    assert_eq!(read(&mut watcher), ["0.2 end Ok"]);
    assert_eq!(read(&mut watcher), ["over"]);
}

#[tokio::test]
async fn characters_are_never_split_and_broken_ones_still_arrive() {
    let (hub, id) = (hub(), ExecutionId::new());
    let Attempt { publisher, .. } = begin(&hub, id, 1);
    let mut watcher = hub.subscribe(id, QUEUED);
    read(&mut watcher);
    let euro = "€".as_bytes();
    publisher.output(Stage::Run, Stream::Stdout, &euro[..1]);
    publisher.output(Stage::Run, Stream::Stderr, b"between");
    assert_eq!(read(&mut watcher), ["1.2 Stderr between"]);
    publisher.output(Stage::Run, Stream::Stdout, &euro[1..]);
    assert_eq!(read(&mut watcher), ["1.3 Stdout €"]);
    publisher.output(Stage::Run, Stream::Stdout, &euro[..2]);
    assert!(read(&mut watcher).is_empty());
    publisher.end(&report());
    assert_eq!(read(&mut watcher), ["1.4 Stdout 4oI=", "1.5 end Ok"]);
}

#[tokio::test]
async fn output_nobody_has_seen_is_joined_and_what_was_seen_never_changes() {
    let (hub, id) = (hub(), ExecutionId::new());
    let Attempt { publisher, .. } =
        hub.begin(id, 1, AttemptOptions { output_bytes: 1024, interactive: false });
    print(&publisher, "a");
    print(&publisher, "b");
    publisher.output(Stage::Run, Stream::Stderr, b"c");
    let mut watcher = hub.subscribe(id, QUEUED);
    assert_eq!(read(&mut watcher), ["1.1 running", "1.2 Stdout ab", "1.3 Stderr c"]);
    publisher.output(Stage::Run, Stream::Stderr, b"d");
    assert_eq!(read(&mut watcher), ["1.4 Stderr d"]);
}
