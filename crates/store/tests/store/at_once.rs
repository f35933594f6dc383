//! Who asks for what every job needs writes it, unless somebody else is writing.

use crate::support::{Fixture, row, submission};
use futures_util::FutureExt;
use runyard_store::{Direct, Durability, Store, StoreError, encode, executions::NewRow};
use runyard_types::OwnerId;
use sqlx::{Connection as _, SqliteConnection};
use std::time::{Duration, Instant};

async fn count(store: &Store) -> i64 {
    let mut db = store.read().await.unwrap();
    sqlx::query_scalar("SELECT count(*) FROM executions").fetch_one(&mut *db).await.unwrap()
}

fn insert(row: NewRow) -> impl FnOnce(&mut Direct) -> Result<(), StoreError> {
    move |db| db.insert(&row, u64::MAX).map(drop)
}

#[tokio::test]
async fn it_is_committed_without_waiting_for_another_thread() {
    let fixture = Fixture::with(Durability::Process).await;
    let written = fixture.store.write_direct(insert(row(OwnerId::new()))).now_or_never();
    written.expect("it is done at the first look").unwrap();
    assert_eq!(count(&fixture.store).await, 1);
}

/// A thread that has other tasks to run must not.
#[tokio::test]
async fn who_would_wait_for_the_disk_sends_it() {
    let fixture = Fixture::with(Durability::Full).await;
    let mut written = Box::pin(fixture.store.write_direct(insert(row(OwnerId::new()))));
    assert!((&mut written).now_or_never().is_none());
    written.await.unwrap();
    assert_eq!(count(&fixture.store).await, 1);
}

/// SQLite would let the thread sleep until the other is done.
#[tokio::test]
async fn another_process_that_writes_is_waited_for_elsewhere() {
    let fixture = Fixture::new().await;
    let path = fixture.folder.path().join("nested/runyard.db");
    let mut other = SqliteConnection::connect(path.to_str().unwrap()).await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    let begun = Instant::now();
    let mut written = Box::pin(fixture.store.write_direct(insert(row(OwnerId::new()))));
    assert!((&mut written).now_or_never().is_none(), "both cannot write");
    // It would be five seconds.
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    written.await.unwrap();
    assert_eq!(count(&fixture.store).await, 1);
}

#[tokio::test]
async fn a_failure_or_a_panic_leaves_nothing_behind() {
    let fixture = Fixture::new().await;
    for panics in [false, true] {
        let row = row(OwnerId::new());
        let outcome: Result<(), _> = fixture
            .store
            .write_direct(move |db| {
                db.insert(&row, u64::MAX)?;
                assert!(!panics, "a piece of work panics");
                Err(StoreError::Unknown { column: "test", value: String::new() })
            })
            .now_or_never()
            .expect("it is done at the first look");
        match panics {
            true => assert!(matches!(outcome, Err(StoreError::Panicked)), "{outcome:?}"),
            false => assert!(matches!(outcome, Err(StoreError::Unknown { .. })), "{outcome:?}"),
        }
    }
    assert_eq!(count(&fixture.store).await, 0);
    fixture.insert(row(OwnerId::new())).await.unwrap();
    assert_eq!(count(&fixture.store).await, 1);
}

#[tokio::test]
async fn nothing_is_written_after_the_end() {
    let fixture = Fixture::new().await;
    fixture.store.close().await;
    let late = fixture.store.write_direct(insert(row(OwnerId::new()))).await;
    assert!(matches!(late, Err(StoreError::Closed)), "{late:?}");
}

/// However quickly it grows: no transaction moves it into the database by itself, and the task that does so beside the writer comes
/// seldom.
#[tokio::test]
async fn the_log_begins_again_when_it_is_long() {
    const EACH: usize = 4 << 20;
    let fixture = Fixture::new().await;
    let log = fixture.folder.path().join("nested/runyard.db-wal");
    let body = encode("submission", &submission(&vec![b'x'; EACH])).unwrap();
    let mut longest = 0;
    for _ in 0..60 {
        let row = NewRow { submission: body.clone(), ..row(OwnerId::new()) };
        fixture.store.write_direct(insert(row)).await.unwrap();
        longest = longest.max(std::fs::metadata(&log).unwrap().len());
    }
    let most = 20_000 * 4096 * 5 / 4;
    assert!(longest < most, "{longest} of {most} bytes, after {} were written", 60 * EACH);
}
