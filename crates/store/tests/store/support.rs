//! Rows to play with.

use bytes::Bytes;
use runyard_store::{
    ClaimRequest, Direct, Durability, ManualClock, Store, StoreError, StoreOptions, Timestamp, encode,
    executions::NewRow,
    leases::{Fence, StoredReport},
};
use runyard_types::{Action, ExecutionId, Limits, OwnerId, Report, SourceFile, Submission, Verdict};
use std::{sync::Arc, time::Duration};
use tempfile::TempDir;

/// A store in a folder of its own, with a clock that stands still.
pub(crate) struct Fixture {
    pub(crate) store: Store,
    pub(crate) folder: TempDir,
}

pub(crate) const START: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

impl Fixture {
    pub(crate) async fn new() -> Self {
        Self::with(Durability::default()).await
    }

    pub(crate) async fn with(durability: Durability) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut options = StoreOptions::new(folder.path().join("nested/runyard.db"));
        options.durability = durability;
        options.clock = Arc::new(ManualClock::new(START));
        Self { store: Store::open_with(options).await.unwrap(), folder }
    }

    pub(crate) async fn insert(&self, row: NewRow) -> Option<u64> {
        self.store.write_direct(row.submission.len(), move |db| db.insert(&row, u64::MAX)).await.unwrap()
    }

    pub(crate) async fn claim(&self) -> Option<Fence> {
        self.store.write_direct(0, claim_now).await.unwrap()
    }

    pub(crate) async fn finish(&self, fence: Fence, report: Report) -> Result<bool, StoreError> {
        let report = StoredReport::new(&report).unwrap();
        self.store.write_direct(report.size(), move |db| db.finish(fence, &report, 7, START)).await
    }

    /// Inserts, claims and finishes one execution.
    pub(crate) async fn ended(&self, owner: OwnerId) -> ExecutionId {
        let row = row(owner);
        let id = row.id;
        self.insert(row).await;
        let fence = self.claim().await.unwrap();
        assert_eq!(fence.id, id);
        assert!(self.finish(fence, Report::bare(Verdict::Ok, "fine")).await.unwrap());
        id
    }
}

fn claim_now(db: &mut Direct) -> Result<Option<Fence>, StoreError> {
    let lease_until = START.plus(Duration::from_secs(30));
    let request = ClaimRequest { instance: "i", worker: "w", now: START, lease_until, wall: START };
    Ok(db.claim(&request)?.map(|row| Fence { id: row.id, epoch: row.epoch }))
}

pub(crate) fn submission(stdin: &[u8]) -> Submission {
    let files = vec![SourceFile { path: "main.py".to_owned(), content: Bytes::from_static(b"print(1)") }];
    Submission {
        stdin: Bytes::copy_from_slice(stdin),
        args: vec!["a\0b".to_owned()],
        env: vec![("NAME".to_owned(), "v".to_owned())],
        ..Submission::new("python", files, Limits::default())
    }
}

pub(crate) fn row(owner: OwnerId) -> NewRow {
    NewRow {
        id: ExecutionId::new(),
        owner,
        session: None,
        action: Action::Run,
        language: "python".to_owned(),
        priority: 5,
        created_at: START,
        available_at: START,
        submission: encode("submission", &submission(b"")).unwrap(),
    }
}
