//! Cancelling what runs.

use crate::support::Server;
use runyard_types::{Status, Verdict};
use std::time::{Duration, Instant};

/// Five times the promise: the machine may have other things to do.
const GONE_WITHIN: Duration = Duration::from_secs(5);

#[tokio::test]
async fn an_engine_that_obeys_reports_the_cancel() {
    let server = Server::start().await;
    let id = server.submit("print before; open started; obey").await;
    server.gates.pass("started").await;
    server.services.executions.cancel(id).await.unwrap();
    let record = server.ended(id).await;
    let report = record.report.unwrap();
    assert_eq!((record.status, report.verdict), (Status::Cancelled, Verdict::Cancelled));
    assert_eq!(report.stdout.bytes, "before", "what it printed is kept");
}

#[tokio::test]
async fn an_engine_that_does_not_obey_is_dropped() {
    let server = Server::start().await;
    let id = server.submit("open started; hang").await;
    server.gates.pass("started").await;
    let asked = Instant::now();
    server.services.executions.cancel(id).await.unwrap();
    server.gates.pass("gone").await;
    assert!(asked.elapsed() < GONE_WITHIN);
    assert_eq!(server.ended(id).await.status, Status::Cancelled);
}

#[tokio::test]
async fn a_program_that_does_not_read_is_cancelled_all_the_same() {
    let server = Server::start().await;
    let id = server.submit("open started; hang").await;
    server.gates.pass("started").await;
    let stdin = || runyard_types::ClientMessage::Stdin { data: "x".to_owned(), encoding: Default::default() };
    // Until every buffer on the way is full.
    let mut sent = 0;
    while server.services.executions.send(id, stdin()).await.is_ok() {
        sent += 1;
    }
    assert!((64..200).contains(&sent), "{sent}");
    let asked = Instant::now();
    server.services.executions.cancel(id).await.unwrap();
    server.gates.pass("gone").await;
    assert!(asked.elapsed() < GONE_WITHIN);
    assert_eq!(server.ended(id).await.status, Status::Cancelled);
}

#[tokio::test]
async fn a_cancel_that_only_reached_the_store_comes_with_the_next_heartbeat() {
    let server = Server::start_with(|setup| setup.options.queue.lease = Duration::from_millis(150)).await;
    let id = server.submit("open started; obey").await;
    server.gates.pass("started").await;
    // As another process would: past this process's hub.
    server.services.queue.cancel(id).await.unwrap();
    assert_eq!(server.ended(id).await.status, Status::Cancelled);
}
