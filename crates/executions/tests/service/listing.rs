//! Lists, numbers, sessions and shares.

use crate::support::{Fixture, new_execution, report, worker};
use runyard_executions::ListFilter;
use runyard_types::{OwnerId, SessionId, ShareId, Status, Verdict};
use std::time::Duration;

#[tokio::test]
async fn an_owner_lists_his_own() {
    let fixture = Fixture::new().await;
    let executions = &fixture.services.executions;
    let (first, second) = (fixture.submit().await, fixture.submit().await);
    executions.submit(OwnerId::new(), new_execution(), None, None).await.unwrap();
    let page = executions.list(fixture.owner, ListFilter::default(), None, 1).await.unwrap();
    assert_eq!(page.items.iter().map(|item| item.id).collect::<Vec<_>>(), [second]);
    let page = executions.list(fixture.owner, ListFilter::default(), page.next, 1).await.unwrap();
    assert_eq!(page.items.iter().map(|item| item.id).collect::<Vec<_>>(), [first]);
    assert_eq!(page.next, None);
    let filter = ListFilter { status: Some(Status::Running), ..ListFilter::default() };
    assert_eq!(executions.list(fixture.owner, filter, None, 10).await.unwrap().items, []);
}

#[tokio::test]
async fn the_numbers_follow_what_happens() {
    let fixture = Fixture::new().await;
    let executions = &fixture.services.executions;
    fixture.services.queue.announce(&worker(), 3).await.unwrap();
    for _ in 0..4 {
        fixture.submit().await;
    }
    for verdict in [Verdict::Ok, Verdict::TimeLimit] {
        let (claim, attempt) = fixture.start().await;
        fixture.finish(&claim, attempt, runyard_types::Report::bare(verdict, "")).await;
    }
    let _running = fixture.start().await;
    let stats = executions.stats().await.unwrap();
    assert_eq!((stats.waiting, stats.running, stats.completed, stats.timeout), (1, 1, 1, 1));
    assert_eq!((stats.failed, stats.cancelled, stats.workers, stats.depth_limit), (0, 0, 3, 10_000));
    assert!(stats.oldest_waiting.unwrap() < Duration::from_secs(60));
    assert!(stats.average_wait.is_some() && stats.average_run.is_some());
    fixture.services.queue.withdraw(&worker()).await.unwrap();
    assert_eq!(executions.stats().await.unwrap().workers, 0);
}

#[tokio::test]
async fn times_of_a_record_are_in_order() {
    let fixture = Fixture::new().await;
    let id = fixture.submit().await;
    let (claim, attempt) = fixture.start().await;
    let running = fixture.get(id).await;
    assert_eq!((running.status, running.attempts, running.queue_position), (Status::Running, 1, None));
    fixture.finish(&claim, attempt, report(b"1\n")).await;
    let record = fixture.get(id).await;
    let (started, finished) = (record.started_at.unwrap(), record.finished_at.unwrap());
    assert!(record.created_at <= started && started <= finished);
    assert_eq!(
        record.queue_time.unwrap().as_micros(),
        (started - record.created_at).unsigned_abs().as_micros()
    );
    assert_eq!(record.report, Some(report(b"1\n")));
}

#[tokio::test]
async fn a_session_is_saved_and_found() {
    let fixture = Fixture::new().await;
    let sessions = &fixture.services.sessions;
    let made = sessions.create(fixture.owner, "python", "print(1)").await.unwrap();
    assert_eq!(sessions.get(made.id).await.unwrap().unwrap(), made);
    let hostile = "nul \0, quote ', \u{1f600}";
    let saved = sessions.update(made.id, "ruby", hostile).await.unwrap().unwrap();
    assert_eq!((saved.language.as_str(), saved.source_code.as_str()), ("ruby", hostile));
    assert_eq!((saved.owner, saved.created_at), (made.owner, made.created_at));
    assert!(saved.updated_at >= made.updated_at);
    assert_eq!(sessions.get(made.id).await.unwrap().unwrap(), saved);
    assert_eq!(sessions.update(SessionId::new(), "ruby", "").await.unwrap(), None);
    assert_eq!(sessions.get(SessionId::new()).await.unwrap(), None);
}

#[tokio::test]
async fn a_share_is_kept_as_it_was() {
    let fixture = Fixture::new().await;
    let shares = &fixture.services.shares;
    let content = serde_json::json!({"files": [{"content": "nul \0"}], "number": 1.5, "nothing": null});
    let made = shares.create(fixture.owner, content.clone()).await.unwrap();
    assert_eq!(made.content, content);
    assert_eq!(shares.get(made.id).await.unwrap(), Some(made));
    assert_eq!(shares.get(ShareId::new()).await.unwrap(), None);
}
