//! Who asks for what every job needs writes it, unless that would make its thread wait.

use crate::support::{Fixture, row, submission};
use runyard_store::{Direct, Durability, Store, StoreError, encode, executions::NewRow};
use runyard_types::OwnerId;
use sqlx::{Connection as _, SqliteConnection};
use std::{
    thread::{self, ThreadId},
    time::{Duration, Instant},
};

async fn count(store: &Store) -> i64 {
    let mut db = store.read().await.unwrap();
    sqlx::query_scalar("SELECT count(*) FROM executions").fetch_one(&mut *db).await.unwrap()
}

/// Inserts a row, and says which thread did.
fn insert(row: NewRow) -> impl FnOnce(&mut Direct) -> Result<ThreadId, StoreError> {
    move |db| db.insert(&row, u64::MAX).map(|_| thread::current().id())
}

/// Whether a row was inserted by the thread that asked.
async fn inserted_here(store: &Store) -> bool {
    let row = row(OwnerId::new());
    let by = store.write_direct(row.submission.len(), insert(row)).await.unwrap();
    by == thread::current().id()
}

/// With a log that was begun.
async fn begun() -> Fixture {
    let fixture = Fixture::with(Durability::Process).await;
    fixture.insert(row(OwnerId::new())).await;
    fixture
}

#[tokio::test]
async fn who_asks_writes() {
    let fixture = begun().await;
    assert!(inserted_here(&fixture.store).await);
    assert_eq!(count(&fixture.store).await, 2);
}

#[tokio::test]
async fn who_would_wait_for_the_disk_sends_it() {
    let fixture = Fixture::with(Durability::Full).await;
    for _ in 0..2 {
        assert!(!inserted_here(&fixture.store).await);
    }
    assert_eq!(count(&fixture.store).await, 2);
}

/// Its first commit waits for the disk.
#[tokio::test]
async fn who_would_begin_the_log_sends_it() {
    let fixture = Fixture::new().await;
    assert!(!inserted_here(&fixture.store).await, "a new log");
    assert!(inserted_here(&fixture.store).await);
    let path = fixture.folder.path().join("nested/runyard.db");
    let size = || std::fs::metadata(&path).unwrap().len();
    let (before, mut written) = (size(), 0);
    // Until it has been moved into the database.
    while size() == before {
        inserted_here(&fixture.store).await;
        written += 1;
        assert!(written < 5000, "nobody moves it");
    }
    // The size changes a little before that is done.
    let mut begun_elsewhere = false;
    for _ in 0..1000 {
        begun_elsewhere |= !inserted_here(&fixture.store).await;
    }
    assert!(begun_elsewhere);
}

/// Writing it, or reading it back for a worker, takes long.
#[tokio::test]
async fn what_is_large_is_sent() {
    let fixture = begun().await;
    let large = encode("submission", &submission(&vec![b'x'; 1 << 20])).unwrap();
    let large = NewRow { submission: large, ..row(OwnerId::new()) };
    let by = fixture.store.write_direct(large.submission.len(), insert(large)).await.unwrap();
    assert_ne!(by, thread::current().id());
    assert!(inserted_here(&fixture.store).await);
}

/// SQLite would let the thread sleep until the other is done.
#[tokio::test]
async fn another_process_that_writes_is_waited_for_elsewhere() {
    let fixture = begun().await;
    let path = fixture.folder.path().join("nested/runyard.db");
    let mut other = SqliteConnection::connect(path.to_str().unwrap()).await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    let began = Instant::now();
    let inserted = inserted_here(&fixture.store);
    let release = async {
        // Not before the first has been looked at, and not at all while that keeps the thread.
        tokio::task::yield_now().await;
        sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    };
    let (here, ()) = tokio::join!(biased; inserted, release);
    assert!(!here);
    // SQLite's patience is five seconds.
    assert!(began.elapsed() < Duration::from_secs(1), "{:?}", began.elapsed());
    assert_eq!(count(&fixture.store).await, 2);
}

#[tokio::test]
async fn a_failure_or_a_panic_leaves_nothing_behind() {
    let fixture = begun().await;
    for panics in [false, true] {
        let row = row(OwnerId::new());
        let here = thread::current().id();
        let outcome: Result<(), _> = fixture
            .store
            .write_direct(0, move |db| {
                db.insert(&row, u64::MAX)?;
                assert_eq!(thread::current().id(), here);
                assert!(!panics, "a piece of work panics");
                Err(StoreError::Unknown { column: "test", value: String::new() })
            })
            .await;
        match panics {
            true => assert!(matches!(outcome, Err(StoreError::Panicked)), "{outcome:?}"),
            false => assert!(matches!(outcome, Err(StoreError::Unknown { .. })), "{outcome:?}"),
        }
    }
    assert_eq!(count(&fixture.store).await, 1);
    assert!(inserted_here(&fixture.store).await);
    assert_eq!(count(&fixture.store).await, 2);
}

/// What is done after a commit belongs to one piece of many.
#[tokio::test]
async fn a_panic_after_the_commit_takes_nothing_with_it() {
    let fixture = begun().await;
    for bytes in [0, usize::MAX] {
        let row = row(OwnerId::new());
        let then = |_: &mut ThreadId| panic!("what comes after a commit panics");
        fixture.store.write_direct_then(bytes, insert(row), then).await.unwrap();
    }
    assert!(inserted_here(&fixture.store).await);
    fixture.store.write(|_| Box::pin(async { Ok(()) })).await.unwrap();
    assert_eq!(count(&fixture.store).await, 4);
}

#[tokio::test]
async fn nothing_is_written_after_the_end() {
    let fixture = begun().await;
    fixture.store.close().await;
    let late = fixture.store.write_direct(0, insert(row(OwnerId::new()))).await;
    assert!(matches!(late, Err(StoreError::Closed)), "{late:?}");
}

/// However quickly it grows: no transaction moves it into the database by itself, and the task that does so beside the writer comes
/// seldom.
#[tokio::test]
async fn the_log_begins_again_when_it_is_long() {
    const EACH: usize = 4 << 20;
    const PIECES: usize = 60;
    let fixture = Fixture::new().await;
    let log = fixture.folder.path().join("nested/runyard.db-wal");
    let body = encode("submission", &submission(&vec![b'x'; EACH])).unwrap();
    let mut longest = 0;
    for number in 0..PIECES {
        let row = NewRow { submission: body.clone(), ..row(OwnerId::new()) };
        // Both ways of writing.
        let bytes = if number % 2 == 0 { 0 } else { body.len() };
        fixture.store.write_direct(bytes, insert(row)).await.unwrap();
        longest = longest.max(std::fs::metadata(&log).unwrap().len());
    }
    let most = 20_000 * 4096 * 5 / 4;
    assert!(longest < most, "{longest} of {most} bytes, after {} were written", PIECES * EACH);
}
