//! Failures that are ours.

use crate::support::Server;
use runyard_types::{Status, Verdict};
use std::sync::atomic::Ordering;

#[tokio::test]
async fn an_engine_that_fails_is_tried_again_and_then_given_up() {
    let server = Server::start().await;
    let id = server.submit("print lost; fail no slot").await;
    let record = server.ended(id).await;
    let report = record.report.unwrap();
    assert_eq!((record.status, report.verdict, record.attempts), (Status::Failed, Verdict::SystemError, 3));
    let message = report.message.unwrap();
    assert!(message.contains("not to blame") && !message.contains("no slot"), "{message}");
    assert_eq!(report.stdout.bytes, "", "output of an attempt that does not count");
    let letter = server.services.queue.dead_letter(id).await.unwrap().unwrap();
    let details: Vec<_> =
        letter.failures.iter().map(|one| (one.kind.as_str(), one.detail.as_str())).collect();
    assert_eq!(details, [("engine", "no slot"); 3]);
}

#[tokio::test]
async fn a_panic_is_our_failure_and_the_worker_goes_on() {
    let server = Server::start().await;
    let id = server.submit("panic in the engine").await;
    let record = server.ended(id).await;
    assert_eq!(record.report.unwrap().verdict, Verdict::SystemError);
    let letter = server.services.queue.dead_letter(id).await.unwrap().unwrap();
    assert_eq!(
        (letter.failures[0].kind.as_str(), letter.failures[0].detail.as_str()),
        ("panic", "in the engine")
    );
    assert_eq!(server.ended(server.submit("print fine").await).await.status, Status::Completed);
}

#[tokio::test]
async fn a_failure_that_goes_away_leaves_no_trace_in_the_result() {
    let mut server = Server::start_with(|setup| setup.worker.grace = std::time::Duration::ZERO).await;
    // The first attempt is handed back, the second one has the result.
    let id = server.submit("open started; pass go; print done").await;
    server.gates.pass("started").await;
    server.stop().await;
    server.work(Default::default());
    server.gates.open("go");
    let record = server.ended(id).await;
    assert_eq!((record.status, record.attempts), (Status::Completed, 1));
    assert_eq!(record.report.unwrap().stdout.bytes, "done");
}

#[tokio::test]
async fn a_store_that_stumbles_costs_no_result() {
    let server = Server::start().await;
    server.queue.failing_completions.store(3, Ordering::SeqCst);
    let id = server.submit("print hello").await;
    let record = server.ended(id).await;
    assert_eq!((record.status, record.attempts), (Status::Completed, 1));
    assert_eq!(server.path(id).await, [Status::Queued, Status::Running, Status::Completed]);
}
