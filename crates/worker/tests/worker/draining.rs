//! Shutting down.

use crate::support::Server;
use runyard_types::Status;
use std::time::Duration;

#[tokio::test]
async fn what_runs_may_finish_and_nothing_new_begins() {
    let mut server = Server::start_with(|setup| setup.worker.permits = 1).await;
    let running = server.submit("open started; pass go; print done").await;
    server.gates.pass("started").await;
    let waiting = server.submit("print never").await;
    server.shutdown.cancel();
    server.gates.open("go");
    server.stop().await;
    let record = server.get(running).await;
    assert_eq!((record.status, record.report.unwrap().stdout.bytes), (Status::Completed, "done".into()));
    assert_eq!(server.get(waiting).await.status, Status::Queued);
    assert_eq!(server.services.executions.stats().await.unwrap().workers, 0);
}

#[tokio::test]
async fn what_does_not_finish_is_handed_back_uncharged_and_gone() {
    let mut server = Server::start_with(|setup| setup.worker.grace = Duration::from_millis(1)).await;
    let id = server.submit("open started; pass go; print done").await;
    server.gates.pass("started").await;
    server.stop().await;
    // The worker returns only when nothing of it runs.
    server.gates.pass("gone").await;
    let record = server.get(id).await;
    assert_eq!((record.status, record.attempts), (Status::Queued, 0));
    server.work(Default::default());
    server.gates.pass("started").await;
    server.gates.open("go");
    let record = server.ended(id).await;
    assert_eq!((record.status, record.attempts), (Status::Completed, 1));
}

#[tokio::test]
async fn an_idle_worker_stops_at_once() {
    let mut server = Server::start().await;
    server.ended(server.submit("print hello").await).await;
    server.stop().await;
}
