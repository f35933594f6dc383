//! Forgetting what ended long ago, and nothing else.

use crate::support::{Fixture, START, row};
use runyard_store::{Timestamp, dead_letters, executions, retention, transitions};
use runyard_types::{ExecutionId, OwnerId};
use std::time::Duration;

async fn forget(fixture: &Fixture, finished_before: Timestamp, dead_before: Timestamp, limit: u32) -> u64 {
    fixture
        .store
        .write(move |db| {
            Box::pin(
                async move { retention::forget_executions(db, finished_before, dead_before, limit).await },
            )
        })
        .await
        .unwrap()
}

#[tokio::test]
async fn only_what_ended_long_ago_is_forgotten_and_nothing_of_it_stays() {
    let fixture = Fixture::new().await;
    let owner = OwnerId::new();
    for _ in 0..3 {
        fixture.ended(owner).await;
    }
    fixture.insert(row(owner)).await;
    let later = START.plus(Duration::from_secs(1));
    assert_eq!(forget(&fixture, START, START, 10).await, 0, "it ended at that very time");
    assert_eq!(forget(&fixture, later, later, 2).await, 2);
    assert_eq!(forget(&fixture, later, later, 2).await, 1);
    assert_eq!(forget(&fixture, later, later, 2).await, 0, "what waits stays");
    let mut db = fixture.store.read().await.unwrap();
    for (statement, left) in [
        ("SELECT count(*) FROM executions", 1),
        ("SELECT count(*) FROM submissions", 1),
        ("SELECT count(*) FROM transitions", 1),
    ] {
        let count: i64 = sqlx::query_scalar(statement).fetch_one(&mut *db).await.unwrap();
        assert_eq!(count, left, "{statement}");
    }
    // The counters are of all time.
    assert_eq!(runyard_store::stats::read(&mut db, START).await.unwrap().completed, 3);
}

#[tokio::test]
async fn a_dead_letter_stays_until_replayed_or_long_dead() {
    let fixture = Fixture::new().await;
    let owner = OwnerId::new();
    let (kept, replayed) = (fixture.ended(owner).await, fixture.ended(owner).await);
    fixture
        .store
        .write(move |db| {
            Box::pin(async move {
                dead_letters::add(db, kept, START).await?;
                dead_letters::add(db, replayed, START).await?;
                assert!(dead_letters::mark_replayed(db, replayed, ExecutionId::new()).await?);
                assert!(!dead_letters::mark_replayed(db, replayed, ExecutionId::new()).await?);
                Ok(())
            })
        })
        .await
        .unwrap();
    let later = START.plus(Duration::from_secs(1));
    assert_eq!(forget(&fixture, later, START, 10).await, 1);
    let mut db = fixture.store.read().await.unwrap();
    assert!(executions::get(&mut db, kept).await.unwrap().is_some());
    assert_eq!(transitions::of(&mut db, kept).await.unwrap().len(), 3);
    assert_eq!(dead_letters::list(&mut db, 10).await.unwrap().len(), 1);
    assert_eq!(forget(&fixture, later, later, 10).await, 1);
    assert_eq!(dead_letters::list(&mut db, 10).await.unwrap(), []);
}
