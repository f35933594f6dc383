//! Waiting for the end, and talking to a running program.

use crate::support::{Fixture, report};
use runyard_events::Command;
use runyard_executions::SendError;
use runyard_types::{ClientMessage, Encoding, ExecutionId, Status};
use std::time::{Duration, Instant};

const LONG: Duration = Duration::from_secs(60);
/// Less than the safety poll: whoever returns before it was woken.
const PROMPTLY: Duration = Duration::from_secs(4);

#[tokio::test]
async fn a_wait_is_woken_by_the_end() {
    let fixture = Fixture::new().await;
    let id = fixture.submit().await;
    let begin = Instant::now();
    let wait = fixture.services.executions.wait(id, LONG);
    let work = async {
        let (claim, attempt) = fixture.start().await;
        crate::support::print(&attempt, "not the end");
        fixture.finish(&claim, attempt, report(b"1\n")).await;
    };
    let (waited, ()) = tokio::join!(wait, work);
    assert_eq!(waited.unwrap().unwrap().report, Some(report(b"1\n")));
    assert!(begin.elapsed() < PROMPTLY);
    let again = fixture.services.executions.wait(id, LONG).await.unwrap().unwrap();
    assert_eq!(again.status, Status::Completed);
    assert!(begin.elapsed() < PROMPTLY);
}

#[tokio::test]
async fn a_wait_is_woken_by_a_cancel() {
    let fixture = Fixture::new().await;
    let id = fixture.submit().await;
    let begin = Instant::now();
    let cancel = async {
        // Long enough for the other to have read the store and to wait.
        for _ in 0..20 {
            fixture.submit().await;
        }
        fixture.services.executions.cancel(id).await.unwrap();
    };
    let (waited, ()) = tokio::join!(fixture.services.executions.wait(id, LONG), cancel);
    assert_eq!(waited.unwrap().unwrap().status, Status::Cancelled);
    assert!(begin.elapsed() < PROMPTLY);
}

#[tokio::test]
async fn a_wait_that_is_over_tells_how_it_stands() {
    let fixture = Fixture::new().await;
    let id = fixture.submit().await;
    for timeout in [Duration::ZERO, Duration::from_millis(20)] {
        let record = fixture.services.executions.wait(id, timeout).await.unwrap().unwrap();
        assert_eq!(record.status, Status::Queued);
    }
    assert_eq!(fixture.services.executions.wait(ExecutionId::new(), LONG).await.unwrap(), None);
    assert!(fixture.services.hub.is_empty(), "nothing stays of those who waited");
}

#[tokio::test]
async fn messages_reach_a_running_program_and_nobody_else() {
    let fixture = Fixture::new().await;
    let executions = &fixture.services.executions;
    let id = fixture.submit().await;
    let stdin = |data: &str, encoding| ClientMessage::Stdin { data: data.to_owned(), encoding };
    assert!(matches!(
        executions.send(ExecutionId::new(), ClientMessage::Eof).await,
        Err(SendError::NotFound)
    ));
    assert!(matches!(executions.send(id, ClientMessage::Eof).await, Err(SendError::NotRunningYet)));
    let (claim, mut attempt) = fixture.start().await;
    executions.send(id, stdin("/w==", Encoding::Base64)).await.unwrap();
    executions.send(id, ClientMessage::Resize { columns: 80, rows: 24 }).await.unwrap();
    assert_eq!(attempt.commands.recv().await, Some(Command::Stdin(b"\xff".as_slice().into())));
    assert_eq!(attempt.commands.recv().await, Some(Command::Resize { columns: 80, rows: 24 }));
    assert!(matches!(executions.send(id, stdin("?", Encoding::Base64)).await, Err(SendError::Malformed)));
    executions.send(id, ClientMessage::Stop).await.unwrap();
    assert!(attempt.cancelled.is_cancelled());
    fixture.finish(&claim, attempt, report(b"")).await;
    assert!(matches!(executions.send(id, ClientMessage::Eof).await, Err(SendError::Ended)));
    assert!(matches!(executions.send(id, ClientMessage::Stop).await, Err(SendError::Ended)));
}
