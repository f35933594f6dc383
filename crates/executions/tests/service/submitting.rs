//! Accepting work.

use crate::support::{Fixture, key, new_execution, submission};
use runyard_executions::{NewExecution, SubmitError, Submitted};
use runyard_types::{OwnerId, SessionId, Status};
use std::{collections::HashSet, time::Duration};
use tokio::task::JoinSet;

#[tokio::test]
async fn an_accepted_execution_is_there_at_once() {
    let fixture = Fixture::new().await;
    let executions = &fixture.services.executions;
    let session = SessionId::new();
    let submitted = executions.submit(fixture.owner, new_execution(), None, Some(session)).await.unwrap();
    let Submitted::New(record) = submitted else { panic!("{submitted:?}") };
    assert_eq!(record, fixture.get(record.id).await, "the answer is what the store says");
    assert_eq!((record.status, record.queue_position, record.attempts), (Status::Queued, Some(1), 0));
    assert_eq!((record.owner, record.session), (fixture.owner, Some(session)));
    assert_eq!(executions.submission(record.id).await.unwrap(), Some(submission()));
    let urgent = NewExecution { submission: runyard_types::Submission { priority: 9, ..submission() } };
    let urgent = executions.submit(fixture.owner, urgent, None, None).await.unwrap();
    assert_eq!(urgent.record().queue_position, Some(1));
    assert_eq!(fixture.get(record.id).await.queue_position, Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_identical_requests_at_once_make_one_execution() {
    let fixture = Fixture::new().await;
    let owner = fixture.owner;
    let mut requests = JoinSet::new();
    for _ in 0..100 {
        let executions = fixture.services.executions.clone();
        requests.spawn(async move { executions.submit(owner, new_execution(), key(1), None).await.unwrap() });
    }
    let answers = requests.join_all().await;
    assert_eq!(answers.iter().filter(|answer| matches!(answer, Submitted::New(_))).count(), 1);
    assert_eq!(answers.iter().map(|answer| answer.record().id).collect::<HashSet<_>>().len(), 1);
    assert_eq!(fixture.services.executions.stats().await.unwrap().waiting, 1);
}

#[tokio::test]
async fn a_key_belongs_to_one_request_of_one_owner() {
    let fixture = Fixture::new().await;
    let executions = &fixture.services.executions;
    let first = executions.submit(fixture.owner, new_execution(), key(1), None).await.unwrap();
    let other = executions.submit(fixture.owner, new_execution(), key(2), None).await;
    assert!(matches!(other, Err(SubmitError::IdempotencyMismatch)));
    let another = executions.submit(OwnerId::new(), new_execution(), key(2), None).await.unwrap();
    assert_ne!(another.record().id, first.record().id);
    // The repeat gets the record as it is now.
    let (claim, attempt) = fixture.start().await;
    fixture.finish(&claim, attempt, crate::support::report(b"1\n")).await;
    let again = executions.submit(fixture.owner, new_execution(), key(1), None).await.unwrap();
    let Submitted::Existing(record) = again else { panic!("{again:?}") };
    assert_eq!((record.id, record.status), (first.record().id, Status::Completed));
}

#[tokio::test]
async fn a_full_queue_says_when_to_come_back() {
    let fixture = Fixture::with(|options| options.queue.max_depth = 2).await;
    let executions = &fixture.services.executions;
    let first = executions.submit(fixture.owner, new_execution(), key(1), None).await.unwrap();
    fixture.submit().await;
    for _ in 0..3 {
        match executions.submit(fixture.owner, new_execution(), None, None).await {
            Err(SubmitError::QueueFull { retry_after }) => {
                assert!((Duration::from_secs(1)..=Duration::from_secs(60)).contains(&retry_after));
            }
            answer => panic!("{answer:?}"),
        }
    }
    let again = executions.submit(fixture.owner, new_execution(), key(1), None).await.unwrap();
    assert_eq!(again.record().id, first.record().id, "a repeat is answered all the same");
    fixture.claim().await.unwrap();
    fixture.submit().await;
}

#[tokio::test]
async fn a_server_that_goes_down_accepts_nothing_and_answers_the_rest() {
    let fixture = Fixture::new().await;
    let id = fixture.submit().await;
    fixture.services.executions.stop_accepting();
    let refused = fixture.services.executions.submit(fixture.owner, new_execution(), None, None).await;
    assert!(matches!(refused, Err(SubmitError::ShuttingDown)));
    assert_eq!(fixture.get(id).await.status, Status::Queued);
}
