//! `kill -9` of the server at any moment, for real: nothing accepted is lost, nothing ends twice.
//!
//! The test starts this same test binary as a server that submits, claims and completes as fast as it can and prints
//! the id of everything it has accepted. It is killed after a random number of lines, again and again over the same
//! folder. Requests whose answer was lost are sent again with the same idempotency key. At the end everything is run
//! to its end, and the transitions log must show exactly one end for each request.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use runyard_events::AttemptOptions;
use runyard_executions::{Idempotency, NewExecution, ServiceOptions, Services};
use runyard_queue::{Backoff, Failure, FailureKind, WorkerId};
use runyard_store::{StoreOptions, transitions};
use runyard_types::{ExecutionId, Limits, OwnerId, Report, Submission, Verdict};
use std::{
    collections::HashMap,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
    time::Duration,
};
use tokio_util::sync::CancellationToken;

const FOLDER: &str = "RUNYARD_KILL_TEST_FOLDER";
const FIRST: &str = "RUNYARD_KILL_TEST_FIRST";
const OWNER: &str = "00000000-0000-4000-8000-000000000001";
/// Clients of the victim; each may have one request whose answer is lost by the kill.
const CLIENTS: u32 = 4;
const KILLS: u32 = 12;

fn options(folder: &Path) -> ServiceOptions {
    let mut options = ServiceOptions::new(StoreOptions::new(folder.join("runyard.db")));
    options.queue.backoff = Backoff { base: Duration::from_millis(1), cap: Duration::from_millis(2) };
    options.queue.max_depth = u64::MAX;
    options
}

fn request(number: u32) -> (NewExecution, Idempotency) {
    let submission = Submission {
        stdin: number.to_string().into(),
        priority: u8::try_from(number % 10).unwrap(),
        ..Submission::new("python", Vec::new(), Limits::default())
    };
    let mut fingerprint = [0; 32];
    fingerprint[..4].copy_from_slice(&number.to_be_bytes());
    (NewExecution { submission }, Idempotency { key: number.to_string(), fingerprint })
}

/// The answer belongs to the question: a program that prints its input.
fn answer(submission: &Submission) -> Report {
    let mut report = Report::bare(Verdict::Ok, "");
    report.stdout.bytes = submission.stdin.clone();
    report
}

async fn submit(services: &Services, number: u32) -> ExecutionId {
    let (new, idempotency) = request(number);
    let owner = OWNER.parse::<OwnerId>().unwrap();
    services.executions.submit(owner, new, Some(idempotency), None).await.unwrap().record().id
}

/// Works until the task is dropped. Every seventh attempt fails through our fault.
async fn work(services: Services, name: String) {
    let (worker, mut wakeups) = (WorkerId::new(&name), services.queue.wakeups());
    let mut attempts = 0_u32;
    loop {
        wakeups.mark_seen();
        let Some(claim) = services.queue.claim(&worker).await.unwrap() else {
            wakeups.changed().await;
            continue;
        };
        let options = AttemptOptions { output_bytes: 1024, interactive: false };
        let attempt = services.hub.begin(claim.lease.execution, claim.lease.epoch, options);
        attempts += 1;
        tokio::task::yield_now().await;
        if attempts.is_multiple_of(7) {
            let failure = Failure { kind: FailureKind::Engine, detail: "on purpose".to_owned() };
            services.queue.fail(claim.lease, failure, attempt.publisher.end_seq()).await.unwrap();
            continue;
        }
        let report = Arc::new(answer(&claim.submission));
        let end_seq = attempt.publisher.end_seq();
        assert!(services.queue.complete(claim.lease, Arc::clone(&report), end_seq).await.unwrap().is_some());
        attempt.publisher.end(&report);
    }
}

#[test]
#[ignore = "the victim: the test below starts it"]
fn victim() {
    let folder = std::env::var(FOLDER).unwrap();
    let first: u32 = std::env::var(FIRST).unwrap().parse().unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let services = Services::open(options(Path::new(&folder))).await.unwrap();
        tokio::spawn(services.maintenance().run(CancellationToken::new()));
        for worker in 0..3 {
            tokio::spawn(work(services.clone(), format!("worker-{worker}")));
        }
        let clients = (0..CLIENTS).map(|client| {
            let services = services.clone();
            tokio::spawn(async move {
                for number in (first + client..).step_by(usize::try_from(CLIENTS).unwrap()) {
                    let id = submit(&services, number).await;
                    // One write per line: a line is there whole or not at all.
                    println!("accepted {number} {id}");
                }
            })
        });
        futures_util::future::join_all(clients).await;
    });
}

#[test]
fn a_server_killed_at_any_moment_loses_nothing_and_ends_nothing_twice() {
    let folder = tempfile::tempdir().unwrap();
    let mut accepted: HashMap<u32, ExecutionId> = HashMap::new();
    let mut lines_before_kill = 1;
    for kill in 0..KILLS {
        // Every number below the first is known to be accepted; the ones above are asked for again.
        let first = (0..).find(|number| !accepted.contains_key(number)).unwrap();
        let mut victim = Command::new(std::env::current_exe().unwrap())
            .args(["victim", "--exact", "--ignored", "--nocapture"])
            .env(FOLDER, folder.path())
            .env(FIRST, first.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(victim.stdout.take().unwrap()).lines();
        let mut read = |line: String| {
            // The first line may follow the test harness's own words on the same line.
            let Some(words) = line.find("accepted ").map(|start| &line[start..]) else { return };
            let mut words = words.split(' ').skip(1);
            let (Some(number), Some(id)) = (words.next(), words.next()) else { return };
            let (Ok(number), Ok(id)) = (number.parse(), id.parse()) else { return };
            let known = *accepted.entry(number).or_insert(id);
            assert_eq!(known, id, "request {number} made two executions");
        };
        for _ in 0..lines_before_kill {
            read(lines.next().unwrap().unwrap());
        }
        victim.kill().unwrap();
        // What it had printed before it died.
        lines.map_while(Result::ok).for_each(&mut read);
        victim.wait().unwrap();
        lines_before_kill = 1 + (kill * 7919) % 300;
    }
    let requests = u32::try_from(accepted.len()).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(settle_and_check(folder.path(), accepted));
    println!("{requests} requests over {KILLS} kills");
}

async fn settle_and_check(folder: &Path, accepted: HashMap<u32, ExecutionId>) {
    let services = Services::open(options(folder)).await.unwrap();
    let shutdown = CancellationToken::new();
    tokio::spawn(services.maintenance().run(shutdown.clone()));
    tokio::spawn(work(services.clone(), "last".to_owned()));
    let mut given_up = 0;
    for (number, id) in &accepted {
        let record = services.executions.wait(*id, Duration::from_secs(60)).await.unwrap().unwrap();
        let report = record.report.unwrap();
        match report.verdict {
            Verdict::Ok => {
                assert_eq!(report.stdout.bytes, number.to_string(), "the answer of another request")
            }
            Verdict::SystemError => given_up += 1,
            verdict => panic!("{number}: {verdict:?}"),
        }
        assert!((1..=3).contains(&record.attempts), "{number}: {} attempts", record.attempts);
    }
    // Requests whose answer was lost may have been accepted too; they end like all others.
    let quiet = async {
        loop {
            let stats = services.executions.stats().await.unwrap();
            if stats.waiting + stats.running == 0 {
                return;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), quiet).await.unwrap();
    shutdown.cancel();
    let mut db = services.store.read().await.unwrap();
    assert_eq!(transitions::unsettled(&mut db).await.unwrap(), []);
    let executions: i64 =
        sqlx::query_scalar("SELECT count(*) FROM executions").fetch_one(&mut *db).await.unwrap();
    let keys: i64 =
        sqlx::query_scalar("SELECT count(*) FROM idempotency_keys").fetch_one(&mut *db).await.unwrap();
    assert_eq!(executions, keys, "one execution for each request");
    assert!(usize::try_from(executions).unwrap() >= accepted.len());
    let dead = services.queue.dead_letters(u32::MAX).await.unwrap();
    assert!(dead.len() >= given_up, "every one given up is a dead letter");
    assert!(dead.iter().all(|letter| letter.failures.len() == 3), "with three failures as evidence");
}
