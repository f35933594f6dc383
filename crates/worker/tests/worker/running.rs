//! Jobs that go well, and the CPU permits.

use crate::support::Server;
use futures_util::{FutureExt, StreamExt};
use runyard_types::{ClientMessage, EventBody, Status, Verdict};
use std::sync::atomic::Ordering;

#[tokio::test]
async fn a_job_is_run_watched_and_recorded() {
    let server = Server::start().await;
    let id = server.submit("pass go; print hello").await;
    let events = server.services.executions.watch(id, None).await.unwrap().unwrap();
    server.gates.open("go");
    let record = server.ended(id).await;
    let report = record.report.unwrap();
    assert_eq!((record.status, report.verdict), (Status::Completed, Verdict::Ok));
    assert_eq!(report.stdout.bytes, "hello");
    let output: Vec<_> = events
        .filter_map(async |event| match event.body {
            EventBody::Output { data, .. } => Some(data),
            EventBody::End { status, .. } => Some(status.to_string()),
            _ => None,
        })
        .collect()
        .await;
    assert_eq!(output, ["hello", "COMPLETED"]);
    assert_eq!(server.path(id).await, [Status::Queued, Status::Running, Status::Completed]);
}

#[tokio::test]
async fn commands_reach_the_engine_in_order() {
    let server = Server::start().await;
    let id = server.submit("open started; obey").await;
    server.gates.pass("started").await;
    let executions = &server.services.executions;
    let stdin = |data: &str| ClientMessage::Stdin { data: data.to_owned(), encoding: Default::default() };
    for message in [stdin("a"), ClientMessage::Eof, stdin("b"), ClientMessage::Resize { columns: 8, rows: 2 }]
    {
        executions.send(id, message).await.unwrap();
    }
    let events = executions.watch(id, None).await.unwrap().unwrap();
    let mut printed = String::new();
    let mut events = events
        .filter_map(async |event| match event.body {
            EventBody::Output { data, .. } => Some(data),
            _ => None,
        })
        .boxed();
    while !printed.ends_with('}') {
        printed.push_str(&events.next().await.unwrap());
    }
    assert_eq!(printed, "aEofbResize { columns: 8, rows: 2 }");
    executions.send(id, ClientMessage::Stop).await.unwrap();
    assert_eq!(server.ended(id).await.status, Status::Cancelled);
}

#[tokio::test]
async fn no_more_programs_compute_than_there_are_permits() {
    let server = Server::start_with(|setup| setup.worker.permits = 1).await;
    let first = server.submit("open first; pass on").await;
    let second = server.submit("open second").await;
    server.gates.pass("first").await;
    assert_eq!(server.get(second).await.status, Status::Queued);
    assert!(server.gates.pass("second").now_or_never().is_none());
    server.gates.open("on");
    server.gates.pass("second").await;
    server.ended(first).await;
    server.ended(second).await;
}

/// Whoever ends lets the next one begin, also while the store stumbles.
#[tokio::test]
async fn jobs_that_wait_follow_one_another() {
    let server = Server::start_with(|setup| setup.worker.permits = 1).await;
    let first = server.submit("open first; pass on").await;
    server.gates.pass("first").await;
    let mut waiting = Vec::new();
    for number in 0..5 {
        waiting.push(server.submit(&format!("print {number}; print-count")).await);
    }
    server.queue.failing_completions.store(2, Ordering::SeqCst);
    server.gates.open("on");
    server.ended(first).await;
    for (number, id) in waiting.into_iter().enumerate() {
        let record = server.ended(id).await;
        assert_eq!((record.status, record.attempts), (Status::Completed, 1));
        assert_eq!(record.report.unwrap().stdout.bytes, format!("{number}{}", number + 1), "in turn");
        assert_eq!(server.path(id).await, [Status::Queued, Status::Running, Status::Completed]);
    }
    assert!(server.queue.chained.load(Ordering::SeqCst) > 0, "none waited for a claim of its own");
    server.ended(server.submit("print again").await).await;
}

#[tokio::test]
async fn sleepers_do_not_stop_a_server() {
    let server = Server::start_with(|setup| setup.worker.permits = 1).await;
    let mut sleepers = Vec::new();
    for _ in 0..4 {
        sleepers.push(server.submit("idle; open asleep; pass morning; busy").await);
        server.gates.pass("asleep").await;
    }
    let quick = server.submit("print awake").await;
    server.ended(quick).await;
    // All wake up at once: nobody can be made to wait, but nothing new starts before the debt is worked off.
    for _ in &sleepers {
        server.gates.open("morning");
    }
    for sleeper in sleepers {
        assert_eq!(server.ended(sleeper).await.status, Status::Completed);
    }
    server.ended(server.submit("print again").await).await;
}

#[tokio::test]
async fn no_more_programs_are_there_than_there_are_places() {
    let server = Server::start_with(|setup| {
        setup.worker.permits = 1;
        setup.worker.jobs = 2;
    })
    .await;
    let sleepers = [
        server.submit("idle; open asleep; pass morning").await,
        server.submit("idle; open asleep; pass morning").await,
    ];
    server.gates.pass("asleep").await;
    server.gates.pass("asleep").await;
    let third = server.submit("open third").await;
    assert!(server.gates.pass("third").now_or_never().is_none());
    assert_eq!(server.get(third).await.status, Status::Queued);
    server.gates.open("morning");
    server.ended(third).await;
    server.gates.open("morning");
    for sleeper in sleepers {
        server.ended(sleeper).await;
    }
}
