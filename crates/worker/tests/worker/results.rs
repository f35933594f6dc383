//! Answers that are given again, and those that are not.

use crate::{
    script::{Gates, Script},
    support::Server,
};
use async_trait::async_trait;
use bytes::Bytes;
use futures_util::StreamExt;
use runyard_cache::{Key, Meter, Numbers};
use runyard_engine::Command as EngineCommand;
use runyard_events::Command;
use runyard_executions::{ExecutionRecord, NewExecution, ServiceOptions, Services};
use runyard_store::{ManualClock, StoreOptions, Timestamp};
use runyard_types::{
    Caching, EventBody, ExecutionId, Limits, OwnerId, Report, Signal, SourceFile, Status, Submission, Verdict,
};
use runyard_worker::{
    CachingRunner, Conditions, Fingerprints, KeptResult, ResultCache, ResultStore, ResultStoreError, Runner,
    SqlResults,
};
use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

const HOUR: Duration = Duration::from_secs(3600);

/// A toolchain whose version a test may change.
#[derive(Default)]
struct Toolchain(AtomicU64);

impl Fingerprints for Toolchain {
    fn fingerprint(&self, language: &str) -> Option<String> {
        Some(format!("{language} {}", self.0.load(Ordering::SeqCst)))
    }
}

/// A server with a result cache, and what of it a test looks at.
struct Cached {
    server: Server,
    toolchain: Arc<Toolchain>,
    clock: Arc<ManualClock>,
    meter: Arc<Meter>,
}

impl Cached {
    async fn start() -> Self {
        Self::over(None, 1 << 20).await
    }

    /// `memory_bytes`: 0 is a server that has just been started, as far as its memory goes.
    async fn over(database: Option<&Path>, memory_bytes: u64) -> Self {
        let clock = Arc::new(ManualClock::new(Timestamp::from_micros(1_700_000_000_000_000)));
        let (toolchain, meter) = (Arc::new(Toolchain::default()), Arc::new(Meter::default()));
        let server = Server::start_with(|setup| {
            if let Some(path) = database {
                setup.options.store.path = path.to_owned();
            }
            setup.options.store.clock = Arc::clone(&clock) as _;
            // The clock stands still: nothing would be due again.
            setup.options.queue.max_attempts = 1;
            let (toolchain, meter) = (Arc::clone(&toolchain), Arc::clone(&meter));
            setup.runner = Box::new(move |script, services| {
                let store = Arc::new(SqlResults::new(services.store.clone(), 1 << 20));
                let cache = ResultCache::new(memory_bytes, store, HOUR, Arc::clone(&meter));
                Arc::new(CachingRunner::new(
                    script,
                    cache,
                    Arc::clone(&toolchain) as _,
                    Conditions::default(),
                ))
            });
        })
        .await;
        Self { server, toolchain, clock, meter }
    }

    async fn submit(&self, caching: Caching, script: &str) -> ExecutionId {
        let submission = Submission { caching, ..submission(script) };
        let executions = &self.server.services.executions;
        let submitted = executions.submit(OwnerId::new(), NewExecution { submission }, None, None).await;
        submitted.unwrap().record().id
    }

    async fn run(&self, caching: Caching, script: &str) -> ExecutionRecord {
        let id = self.submit(caching, script).await;
        self.server.ended(id).await
    }

    async fn is_cached(&self, caching: Caching, script: &str) -> bool {
        self.run(caching, script).await.report.unwrap().cached
    }
}

fn submission(script: &str) -> Submission {
    let files = vec![SourceFile { path: "main".to_owned(), content: Bytes::new() }];
    Submission {
        stdin: script.replace("; ", "\n").into(),
        ..Submission::new("script", files, Limits::default())
    }
}

#[tokio::test]
async fn the_same_again_is_answered_with_the_first_runs_report_and_lives_like_any_execution() {
    let cached = Cached::start().await;
    let first = cached.run(Caching::Answers, "open ran; print hello").await;
    cached.server.gates.pass("ran").await;
    let id = cached.submit(Caching::Answers, "open ran; print hello").await;
    let events = cached.server.services.executions.watch(id, None).await.unwrap().unwrap();
    let seen: Vec<_> = events
        .filter_map(async |event| match event.body {
            EventBody::Snapshot { stdout, .. } => Some(stdout),
            EventBody::Output { data, .. } => Some(data),
            EventBody::End { status, .. } => Some(status.to_string()),
            _ => None,
        })
        .collect()
        .await;
    assert_eq!(seen.concat(), "helloCOMPLETED");
    let second = cached.server.get(id).await;
    let (first_report, second_report) = (first.report.unwrap(), second.report.unwrap());
    assert!(!first_report.cached && second_report.cached);
    assert_eq!(Report { cached: false, ..second_report }, first_report, "all else is that of the first run");
    assert_ne!(first.id, second.id);
    assert_eq!(cached.server.path(id).await, [Status::Queued, Status::Running, Status::Completed]);
    assert_eq!(cached.server.gates.openings("ran"), 0, "the program did not run again");
    let Numbers { hits, misses, entries, .. } = cached.meter.read();
    assert_eq!((hits, misses, entries), (1, 1, 1));
}

#[tokio::test]
async fn only_who_allows_it_is_answered_and_kept() {
    let cached = Cached::start().await;
    for caching in [Caching::Programs, Caching::Nothing, Caching::Programs] {
        assert!(!cached.is_cached(caching, "print 1").await, "{caching:?}");
    }
    assert!(!cached.is_cached(Caching::Answers, "print 1").await, "nothing of the others was kept");
    assert!(cached.is_cached(Caching::Answers, "print 1").await);
    for caching in [Caching::Programs, Caching::Nothing] {
        assert!(!cached.is_cached(caching, "print 1").await, "{caching:?}");
    }
}

/// Refreshing runs the program and replaces what was kept. The script prints another word each time.
#[tokio::test]
async fn a_refresh_replaces_what_was_kept() {
    let cached = Cached::start().await;
    let script = "print-count";
    let out = async |caching| cached.run(caching, script).await.report.unwrap().stdout.bytes;
    assert_eq!(out(Caching::Answers).await, "1");
    assert_eq!(out(Caching::Answers).await, "1");
    assert_eq!(out(Caching::Refresh).await, "2");
    assert_eq!(out(Caching::Answers).await, "2");
    assert_eq!(out(Caching::Nothing).await, "3");
    assert_eq!(out(Caching::Answers).await, "2");
}

#[tokio::test]
async fn answers_grow_old() {
    let cached = Cached::start().await;
    assert!(!cached.is_cached(Caching::Answers, "print 1").await);
    cached.clock.advance(HOUR - Duration::from_secs(1));
    assert!(cached.is_cached(Caching::Answers, "print 1").await);
    cached.clock.advance(Duration::from_secs(1));
    assert!(!cached.is_cached(Caching::Answers, "print 1").await, "as old as answers may be");
    assert!(cached.is_cached(Caching::Answers, "print 1").await, "the new one is young");
}

#[tokio::test]
async fn another_toolchain_answers_anew() {
    let cached = Cached::start().await;
    assert!(!cached.is_cached(Caching::Answers, "print 1").await);
    cached.toolchain.0.store(1, Ordering::SeqCst);
    assert!(!cached.is_cached(Caching::Answers, "print 1").await);
    cached.toolchain.0.store(0, Ordering::SeqCst);
    assert!(cached.is_cached(Caching::Answers, "print 1").await);
}

#[tokio::test]
async fn answers_outlive_the_server_and_are_found_without_memory() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("runyard.db");
    let mut first = Cached::over(Some(&path), 1 << 20).await;
    assert!(!first.is_cached(Caching::Answers, "print 1").await);
    first.server.stop().await;
    first.server.services.store.close().await;
    drop(first);
    let second = Cached::over(Some(&path), 0).await;
    assert!(second.is_cached(Caching::Answers, "print 1").await);
    assert!(second.is_cached(Caching::Answers, "print 1").await);
    assert_eq!(second.meter.read().entries, 0);
}

#[tokio::test]
async fn what_is_not_the_programs_own_answer_is_not_kept() {
    let cached = Cached::start().await;
    for script in ["end time_limit", "end system_error", "end cancelled"] {
        assert!(!cached.is_cached(Caching::Answers, script).await, "{script}");
        assert!(!cached.is_cached(Caching::Answers, script).await, "{script}");
    }
    for script in ["end runtime_error", "end compile_error", "end memory_limit"] {
        assert!(!cached.is_cached(Caching::Answers, script).await, "{script}");
        assert!(cached.is_cached(Caching::Answers, script).await, "{script}");
    }
    // Our own failure.
    let record = cached.run(Caching::Answers, "fail on purpose").await;
    assert_eq!(record.report.unwrap().verdict, Verdict::SystemError);
    assert_eq!(cached.meter.read().entries, 3);
}

/// Whoever runs a program may send it a signal. The ending must not become the answer to others.
#[tokio::test]
async fn a_program_that_was_signalled_answers_nobody_else() {
    let cached = Cached::start().await;
    let script = "open started; hear";
    let id = cached.submit(Caching::Answers, script).await;
    cached.server.gates.pass("started").await;
    let signal = Signal::from_number(15).unwrap();
    cached.server.services.hub.send(id, Command::Signal(signal)).unwrap();
    let heard = cached.server.ended(id).await.report.unwrap().stdout.bytes;
    assert_eq!(heard, format!("{:?}", EngineCommand::Signal(signal)));
    assert_eq!(cached.meter.read().entries, 0);
}

#[tokio::test]
async fn terminals_are_never_answered_from_what_is_kept() {
    let cached = Cached::start().await;
    for _ in 0..2 {
        let submission =
            Submission { interactive: true, caching: Caching::Answers, ..submission("print typed") };
        let executions = &cached.server.services.executions;
        let submitted = executions.submit(OwnerId::new(), NewExecution { submission }, None, None).await;
        let record = cached.server.ended(submitted.unwrap().record().id).await;
        assert!(!record.report.unwrap().cached);
    }
    assert_eq!(cached.meter.read(), Numbers::default());
}

struct Broken;

#[async_trait]
impl ResultStore for Broken {
    fn now(&self) -> Timestamp {
        Timestamp::default()
    }

    async fn find(&self, _: Key, _: Timestamp) -> Result<Option<KeptResult>, ResultStoreError> {
        Err(ResultStoreError("no".into()))
    }

    async fn keep(&self, _: Key, _: KeptResult) -> Result<(), ResultStoreError> {
        Err(ResultStoreError("no".into()))
    }
}

#[tokio::test]
async fn a_store_that_fails_costs_a_run_and_no_answer() {
    let (meter, toolchain) = (Arc::new(Meter::default()), Arc::new(Toolchain::default()));
    let cache = ResultCache::new(0, Arc::new(Broken), HOUR, meter);
    let script = Arc::new(Script { gates: Gates::default() });
    let runner = CachingRunner::new(script, cache, toolchain, Conditions::default());
    let submission = Submission { caching: Caching::Answers, ..submission("print 1") };
    let (_sender, mut commands) = tokio::sync::mpsc::channel(1);
    let report = runner.run(&submission, &mut commands, &runyard_engine::Unobserved).await.unwrap();
    assert_eq!(report.stdout.bytes, "1");
}

/// Retention takes old answers out of the store.
#[tokio::test]
async fn old_answers_leave_the_store() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(ManualClock::new(Timestamp::from_micros(1_700_000_000_000_000)));
    let mut options = ServiceOptions::new(StoreOptions::new(folder.path().join("runyard.db")));
    options.store.clock = Arc::clone(&clock) as _;
    options.retention.results = HOUR;
    let services = Services::open(options).await.unwrap();
    let store = SqlResults::new(services.store.clone(), 1 << 20);
    let cache_key = runyard_cache::KeyWriter::new("test", 1).finish();
    let kept = KeptResult { kept_at: store.now(), body: Bytes::from_static(b"answer") };
    store.keep(cache_key, kept.clone()).await.unwrap();
    let find = async || store.find(cache_key, Timestamp::default()).await.unwrap();
    clock.advance(HOUR - Duration::from_secs(1));
    services.maintenance().forget().await.unwrap();
    assert_eq!(find().await, Some(kept));
    clock.advance(Duration::from_secs(1));
    services.maintenance().forget().await.unwrap();
    assert_eq!(find().await, None);
}
