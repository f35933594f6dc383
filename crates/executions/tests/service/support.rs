//! Services in a folder of their own.

use futures_util::StreamExt;
use runyard_events::{Attempt, AttemptOptions};
use runyard_executions::{EventStream, ExecutionRecord, Idempotency, NewExecution, ServiceOptions, Services};
use runyard_queue::{Backoff, Claim, QueuePolicy, WorkerId};
use runyard_store::{StoreOptions, transitions};
use runyard_types::{
    EventBody, ExecutionId, Limits, OwnerId, Report, SourceFile, Stage, Status, Stream, Submission, Verdict,
};
use std::{path::Path, sync::Arc, time::Duration};
use tempfile::TempDir;

/// A test that would hang fails instead.
const PATIENCE: Duration = Duration::from_secs(40);

pub(crate) struct Fixture {
    pub(crate) services: Services,
    pub(crate) owner: OwnerId,
    /// Removed at the end.
    pub(crate) _folder: TempDir,
}

/// Delays too short to notice.
pub(crate) fn policy() -> QueuePolicy {
    QueuePolicy {
        backoff: Backoff { base: Duration::from_millis(1), cap: Duration::from_millis(2) },
        ..QueuePolicy::default()
    }
}

pub(crate) fn options(folder: &Path) -> ServiceOptions {
    let mut options = ServiceOptions::new(StoreOptions::new(folder.join("runyard.db")));
    options.queue = policy();
    options
}

impl Fixture {
    pub(crate) async fn new() -> Self {
        Self::with(|_| {}).await
    }

    pub(crate) async fn with(change: impl FnOnce(&mut ServiceOptions)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut options = options(folder.path());
        change(&mut options);
        Self { services: Services::open(options).await.unwrap(), owner: OwnerId::new(), _folder: folder }
    }

    pub(crate) async fn submit(&self) -> ExecutionId {
        let submitted =
            self.services.executions.submit(self.owner, new_execution(), None, None).await.unwrap();
        submitted.record().id
    }

    pub(crate) async fn claim(&self) -> Option<Claim> {
        self.services.queue.claim(&worker()).await.unwrap()
    }

    /// Claims the next one and begins its attempt, as a worker does.
    pub(crate) async fn start(&self) -> (Claim, Attempt) {
        let claim = self.claim().await.unwrap();
        let options = AttemptOptions { output_bytes: 1024, interactive: claim.submission.interactive };
        let attempt = self.services.hub.begin(claim.lease.execution, claim.lease.epoch, options);
        (claim, attempt)
    }

    /// Records and publishes the end, as a worker does.
    pub(crate) async fn finish(&self, claim: &Claim, attempt: Attempt, report: Report) {
        let end_seq = attempt.publisher.end_seq();
        let report = Arc::new(report);
        assert!(
            self.services.queue.complete(claim.lease, Arc::clone(&report), end_seq).await.unwrap().is_some()
        );
        attempt.publisher.end(&report);
    }

    pub(crate) async fn get(&self, id: ExecutionId) -> ExecutionRecord {
        self.services.executions.get(id).await.unwrap().unwrap()
    }

    /// The statuses the execution has gone through.
    pub(crate) async fn path(&self, id: ExecutionId) -> Vec<Status> {
        let mut db = self.services.store.read().await.unwrap();
        transitions::of(&mut db, id).await.unwrap().into_iter().map(|step| step.to).collect()
    }

    pub(crate) async fn assert_settled(&self) {
        let mut db = self.services.store.read().await.unwrap();
        assert_eq!(transitions::unsettled(&mut db).await.unwrap(), []);
    }
}

pub(crate) fn worker() -> WorkerId {
    WorkerId::new("test")
}

pub(crate) fn submission() -> Submission {
    let files = vec![SourceFile { path: "main.py".to_owned(), content: b"print(1)".as_slice().into() }];
    Submission {
        stdin: b"\0\xff".as_slice().into(),
        interactive: true,
        ..Submission::new("python", files, Limits::default())
    }
}

pub(crate) fn new_execution() -> NewExecution {
    NewExecution { submission: submission() }
}

pub(crate) fn key(fingerprint: u8) -> Option<Idempotency> {
    Some(Idempotency { key: "key".to_owned(), fingerprint: [fingerprint; 32] })
}

pub(crate) fn report(stdout: &'static [u8]) -> Report {
    let mut report = Report::bare(Verdict::Ok, "fine");
    report.stdout.bytes = stdout.into();
    report
}

pub(crate) fn print(attempt: &Attempt, text: &str) {
    attempt.publisher.output(Stage::Run, Stream::Stdout, text.as_bytes());
}

/// The next event in a short form, `None` at the end of the stream.
pub(crate) async fn next(events: &mut EventStream) -> Option<String> {
    let event = tokio::time::timeout(PATIENCE, events.next()).await.expect("an event comes")?;
    let what = match &event.body {
        EventBody::Status { status } => status.to_string(),
        EventBody::Output { data, .. } => data.clone(),
        EventBody::Snapshot { status, stdout, .. } => format!("snapshot {status} {stdout}"),
        EventBody::Restart { .. } => "restart".to_owned(),
        EventBody::End { status, .. } => format!("end {status}"),
        body => format!("{body:?}"),
    };
    Some(format!("{}.{} {what}", event.attempt, event.seq))
}

/// All events up to the end of the stream.
pub(crate) async fn rest(events: &mut EventStream) -> Vec<String> {
    let mut all = Vec::new();
    while let Some(event) = next(events).await {
        all.push(event);
    }
    all
}
