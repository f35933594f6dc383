//! Answers that are kept for others: found until they are old, bounded together.

use crate::support::{Fixture, START};
use runyard_store::{
    Timestamp,
    results::{self, KeptRow},
};
use std::time::Duration;

const ROOM: u64 = 10_000;

async fn keep(fixture: &Fixture, number: u8, kept_at: Timestamp, bytes: usize) {
    let row = KeptRow { kept_at, body: vec![number; bytes] };
    fixture
        .store
        .write(move |db| Box::pin(async move { results::keep(db, &[number; 32], &row, ROOM).await }))
        .await
        .unwrap();
}

async fn found(fixture: &Fixture, number: u8, oldest: Timestamp) -> Option<usize> {
    let mut db = fixture.store.read().await.unwrap();
    let row = results::find(&mut db, &[number; 32], oldest).await.unwrap()?;
    assert!(row.body.iter().all(|byte| *byte == number));
    Some(row.body.len())
}

async fn size(fixture: &Fixture) -> u64 {
    results::size(&mut fixture.store.read().await.unwrap()).await.unwrap()
}

fn at(seconds: u64) -> Timestamp {
    START.plus(Duration::from_secs(seconds))
}

#[tokio::test]
async fn an_answer_is_found_by_its_key_until_it_is_old_and_the_latest_counts() {
    let fixture = Fixture::new().await;
    keep(&fixture, 1, at(1), 100).await;
    assert_eq!(found(&fixture, 1, at(0)).await, Some(100));
    assert_eq!(found(&fixture, 1, at(1)).await, None, "as old as the oldest");
    assert_eq!(found(&fixture, 2, at(0)).await, None);
    keep(&fixture, 1, at(5), 50).await;
    assert_eq!(found(&fixture, 1, at(1)).await, Some(50));
    assert!(size(&fixture).await < 100 + 160, "one row");
}

#[tokio::test]
async fn all_together_are_bounded_and_the_oldest_make_room() {
    let fixture = Fixture::new().await;
    for number in 0..60 {
        keep(&fixture, number, at(number.into()), 1000).await;
        assert!(size(&fixture).await <= ROOM);
    }
    assert_eq!(found(&fixture, 59, START).await, Some(1000));
    assert_eq!(found(&fixture, 1, Timestamp::default()).await, None);
    let mut db = fixture.store.read().await.unwrap();
    let counted: i64 =
        sqlx::query_scalar("SELECT sum(bytes) FROM results").fetch_one(&mut *db).await.unwrap();
    assert_eq!(u64::try_from(counted).unwrap(), size(&fixture).await, "what is counted is what is there");
}

#[tokio::test]
async fn old_answers_are_forgotten_a_bounded_part_at_a_time() {
    let fixture = Fixture::new().await;
    for number in 0..5 {
        keep(&fixture, number, at(number.into()), 10).await;
    }
    let forget = async |limit| {
        let work =
            fixture.store.write(move |db| Box::pin(async move { results::forget(db, at(3), limit).await }));
        work.await.unwrap()
    };
    assert_eq!(forget(3).await, 3);
    assert_eq!(forget(3).await, 1);
    assert_eq!(forget(3).await, 0);
    assert_eq!(found(&fixture, 4, START).await, Some(10));
    assert_eq!(size(&fixture).await, 170);
}
