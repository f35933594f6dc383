//! The writer: groups share a commit, failures stay alone.

use crate::support::{Fixture, row};
use futures_util::future::join_all;
use runyard_store::{Durability, Store, StoreError, executions};
use runyard_types::OwnerId;
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use tokio::sync::oneshot;

async fn count(store: &Store) -> i64 {
    let mut db = store.read().await.unwrap();
    sqlx::query_scalar("SELECT count(*) FROM executions").fetch_one(&mut *db).await.unwrap()
}

/// Holds the writer inside one piece of work until told, so that what is sent meanwhile forms one group.
async fn hold_writer(store: &Store) -> oneshot::Sender<()> {
    let (release, released) = oneshot::channel::<()>();
    let (started, has_started) = oneshot::channel();
    let store = store.clone();
    tokio::spawn(async move {
        store
            .write(move |_| {
                Box::pin(async move {
                    started.send(()).unwrap();
                    let _ = released.await;
                    Ok(())
                })
            })
            .await
    });
    has_started.await.unwrap();
    release
}

#[tokio::test]
async fn in_a_group_a_failure_or_a_panic_undoes_only_itself() {
    let fixture = Fixture::with(Durability::Full).await;
    let release = hold_writer(&fixture.store).await;
    let pieces = (0..30).map(|number| {
        let row = row(OwnerId::new());
        fixture.store.write(move |db| {
            Box::pin(async move {
                executions::insert(db, &row, u64::MAX).await?;
                match number % 3 {
                    0 => Ok(()),
                    1 => Err(StoreError::Unknown { column: "test", value: String::new() }),
                    _ => panic!("a piece of work panics"),
                }
            })
        })
    });
    let pieces = join_all(pieces);
    let release = async {
        tokio::task::yield_now().await;
        release.send(()).unwrap();
    };
    let (outcomes, ()) = tokio::join!(pieces, release);
    for (number, outcome) in outcomes.iter().enumerate() {
        match number % 3 {
            0 => assert!(outcome.is_ok()),
            1 => assert!(matches!(outcome, Err(StoreError::Unknown { .. }))),
            _ => assert!(matches!(outcome, Err(StoreError::Panicked))),
        }
    }
    assert_eq!(count(&fixture.store).await, 10);
}

#[tokio::test]
async fn a_lone_failure_or_panic_leaves_nothing_behind() {
    let fixture = Fixture::new().await;
    for panics in [false, true] {
        let row = row(OwnerId::new());
        let outcome: Result<(), _> = fixture
            .store
            .write(move |db| {
                Box::pin(async move {
                    executions::insert(db, &row, u64::MAX).await?;
                    assert!(!panics, "a piece of work panics");
                    Err(StoreError::Closed)
                })
            })
            .await;
        assert!(outcome.is_err());
    }
    assert_eq!(count(&fixture.store).await, 0);
    fixture.insert(row(OwnerId::new())).await.unwrap();
    assert_eq!(count(&fixture.store).await, 1);
}

#[tokio::test]
async fn work_is_done_even_when_nobody_waits_for_it() {
    let fixture = Fixture::new().await;
    let release = hold_writer(&fixture.store).await;
    let row = row(OwnerId::new());
    let write = fixture
        .store
        .write(move |db| Box::pin(async move { executions::insert(db, &row, u64::MAX).await.map(drop) }));
    // Polled once, so that the work is sent, then dropped.
    assert!(futures_util::FutureExt::now_or_never(write).is_none());
    release.send(()).unwrap();
    fixture.store.close().await;
    let reopened = Store::open(fixture.folder.path().join("nested/runyard.db")).await.unwrap();
    assert_eq!(count(&reopened).await, 1);
}

#[tokio::test]
async fn closing_finishes_what_waits_and_refuses_what_comes_after() {
    let fixture = Fixture::new().await;
    let done = Arc::new(AtomicUsize::new(0));
    let release = hold_writer(&fixture.store).await;
    let pieces = join_all((0..10).map(|_| {
        let done = Arc::clone(&done);
        fixture.store.write(move |_| {
            Box::pin(async move {
                done.fetch_add(1, Ordering::SeqCst);
                Ok(())
            })
        })
    }));
    let close = async {
        tokio::task::yield_now().await;
        release.send(()).unwrap();
        fixture.store.close().await;
    };
    let (outcomes, ()) = tokio::join!(pieces, close);
    assert!(outcomes.iter().all(Result::is_ok));
    assert_eq!(done.load(Ordering::SeqCst), 10);
    let late = fixture.store.write(|_| Box::pin(async { Ok(()) })).await;
    assert!(matches!(late, Err(StoreError::Closed)));
}

/// A statement that fails for a reason of the database's own may have ended the transaction: nobody in the group may
/// believe that its work was kept.
#[tokio::test]
async fn a_lone_statement_that_fails_takes_its_group_with_it_and_the_store_goes_on() {
    let fixture = Fixture::with(Durability::Full).await;
    let good = beside_a_lone_failure(&fixture).await;
    assert!(matches!(good, Err(StoreError::Commit { .. })), "{good:?}");
    assert_eq!(count(&fixture.store).await, 0);
    fixture.insert(row(OwnerId::new())).await.unwrap();
    assert_eq!(count(&fixture.store).await, 1);
}

/// Commits that wait for no disk are not shared.
#[tokio::test]
async fn without_groups_a_lone_statement_that_fails_fails_alone() {
    let fixture = Fixture::with(Durability::Process).await;
    assert_eq!(beside_a_lone_failure(&fixture).await.unwrap(), Some(0), "nothing is ahead");
    assert_eq!(count(&fixture.store).await, 1);
}

/// Inserts a row while a statement of the same moment fails.
async fn beside_a_lone_failure(fixture: &Fixture) -> Result<Option<u64>, StoreError> {
    let release = hold_writer(&fixture.store).await;
    let good = row(OwnerId::new());
    let good =
        fixture.store.write(move |db| Box::pin(async move { executions::insert(db, &good, u64::MAX).await }));
    let bad = fixture.store.write_one(|db| {
        Box::pin(async move {
            sqlx::query("INSERT INTO nowhere VALUES (1)")
                .execute(db)
                .await
                .map(drop)
                .map_err(|source| StoreError::Statement { operation: "insert nowhere", source })
        })
    });
    let release = async {
        tokio::task::yield_now().await;
        release.send(()).unwrap();
    };
    let (good, bad, ()) = tokio::join!(good, bad, release);
    assert!(matches!(bad, Err(StoreError::Statement { .. })), "{bad:?}");
    good
}

/// Long before the log is so long that the writer would have to do it; closing leaves nothing in it.
#[tokio::test]
async fn the_log_is_moved_into_the_database_beside_the_writer() {
    let fixture = Fixture::new().await;
    let path = fixture.folder.path().join("nested/runyard.db");
    let size = |path: &std::path::Path| std::fs::metadata(path).unwrap().len();
    let (before, mut rows) = (size(&path), 0);
    while size(&path) == before {
        fixture.insert(row(OwnerId::new())).await;
        rows += 1;
        assert!(rows < 5000, "nobody does it");
    }
    assert!(size(&path.with_extension("db-wal")) < 20_000 * 4096);
    fixture.store.close().await;
    assert_eq!(std::fs::metadata(path.with_extension("db-wal")).map_or(0, |log| log.len()), 0);
    assert_eq!(count(&Store::open(path).await.unwrap()).await, rows);
}
