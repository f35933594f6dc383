//! Opening, alone and together.

use runyard_store::{Durability, Store, StoreError, StoreOptions};

/// New databases, many times: only the very first opening makes the tables and switches to the write-ahead log.
#[tokio::test(flavor = "multi_thread")]
async fn stores_opened_together_take_turns() {
    for _ in 0..20 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("runyard.db");
        let opening: Vec<_> = (0..8)
            .map(|_| {
                let path = path.clone();
                tokio::spawn(async move { Store::open(path).await.map(drop) })
            })
            .collect();
        for opened in opening {
            opened.await.unwrap().unwrap();
        }
    }
}

#[tokio::test]
async fn a_database_belongs_to_one_server() {
    let folder = tempfile::tempdir().unwrap();
    let mut options = StoreOptions::new(folder.path().join("runyard.db"));
    options.exclusive = true;
    let first = Store::open_with(options.clone()).await.unwrap();
    assert!(matches!(Store::open_with(options.clone()).await, Err(StoreError::InUse { .. })));
    // A tool that only looks is let in.
    let tool = Store::open(folder.path().join("runyard.db")).await.unwrap();
    tool.close().await;
    first.close().await;
    Store::open_with(options).await.unwrap();
}

#[tokio::test]
async fn full_durability_waits_for_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    for (durability, expected) in [(Durability::Process, 1), (Durability::Full, 2)] {
        let mut options = StoreOptions::new(folder.path().join(format!("{expected}.db")));
        options.durability = durability;
        let store = Store::open_with(options).await.unwrap();
        let (mode, synchronous) = store
            .write(|db| {
                Box::pin(async move {
                    let failed = |source| StoreError::Statement { operation: "read a pragma", source };
                    let mode: String = sqlx::query_scalar("PRAGMA journal_mode")
                        .fetch_one(&mut *db)
                        .await
                        .map_err(failed)?;
                    let level: i64 =
                        sqlx::query_scalar("PRAGMA synchronous").fetch_one(db).await.map_err(failed)?;
                    Ok((mode, level))
                })
            })
            .await
            .unwrap();
        assert_eq!((mode.as_str(), synchronous), ("wal", expected));
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("runyard.db");
    std::fs::write(&path, vec![7; 10_000]).unwrap();
    assert!(Store::open(&path).await.is_err());
    assert_eq!(std::fs::read(&path).unwrap(), vec![7; 10_000]);
}
