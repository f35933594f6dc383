//! What the queue costs: submit, claim and complete without running anything.
//!
//! `cargo run --release -p runyard-executions --example overhead [full]`: one after another, then with many at once.
#![expect(clippy::print_stdout, reason = "its only purpose is to print")]

use bytes::Bytes;
use runyard_executions::{Executions, NewExecution, ServiceOptions, Services, Submitted};
use runyard_queue::{Queue, WorkerId};
use runyard_store::{Durability, StoreError, StoreOptions};
use runyard_types::{Captured, Limits, OwnerId, Report, SourceFile, Submission, Verdict};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

const SEQUENTIAL: u32 = 3000;
const TOGETHER: u32 = 20_000;
const CLIENTS: u32 = 64;
const WORKERS: u32 = 8;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("runyard-overhead-{}", std::process::id()));
    let mut store = StoreOptions::new(folder.join("runyard.db"));
    if std::env::args().any(|argument| argument == "full") {
        store.durability = Durability::Full;
    }
    println!("durability {:?}", store.durability);
    let mut options = ServiceOptions::new(store);
    options.queue.max_depth = u64::from(TOGETHER);
    let services = Services::open(options).await?;
    sequential(&services).await?;
    together(&services).await?;
    services.store.close().await;
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

async fn sequential(services: &Services) -> Result<(), Box<dyn std::error::Error>> {
    let (owner, worker) = (OwnerId::new(), WorkerId::new("bench"));
    let (mut submits, mut claims, mut completes, mut gets) = (vec![], vec![], vec![], vec![]);
    for _ in 0..SEQUENTIAL {
        let start = Instant::now();
        let id = submit(&services.executions, owner).await;
        submits.push(start.elapsed());
        let start = Instant::now();
        let claim = services.queue.claim(&worker).await?.ok_or("nothing to claim")?;
        claims.push(start.elapsed());
        let start = Instant::now();
        services.queue.complete(claim.lease, Arc::new(report()), 3).await?;
        completes.push(start.elapsed());
        let start = Instant::now();
        services.executions.get(id).await?;
        gets.push(start.elapsed());
    }
    let sum: Vec<Duration> =
        submits.iter().zip(&claims).zip(&completes).map(|((a, b), c)| *a + *b + *c).collect();
    for (name, times) in
        [("submit", submits), ("claim", claims), ("complete", completes), ("all three", sum), ("get", gets)]
    {
        print(name, times);
    }
    Ok(())
}

async fn together(services: &Services) -> Result<(), StoreError> {
    let start = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| {
            let executions = services.executions.clone();
            tokio::spawn(async move {
                let owner = OwnerId::new();
                for _ in 0..TOGETHER / CLIENTS {
                    submit(&executions, owner).await;
                }
            })
        })
        .collect();
    let workers: Vec<_> = (0..WORKERS)
        .map(|number| tokio::spawn(drain(Arc::clone(&services.queue), WorkerId::new(&format!("w{number}")))))
        .collect();
    for client in clients {
        let _ = client.await;
    }
    println!("{:>10}: all submitted after {:?}", "together", start.elapsed());
    let total = TOGETHER / CLIENTS * CLIENTS;
    while services.executions.stats().await?.completed < u64::from(SEQUENTIAL + total) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let elapsed = start.elapsed();
    workers.iter().for_each(tokio::task::JoinHandle::abort);
    println!(
        "{:>10}: {:.0} jobs/s submitted, claimed and completed",
        "together",
        f64::from(total) / elapsed.as_secs_f64()
    );
    Ok(())
}

async fn drain(queue: Arc<dyn Queue>, worker: WorkerId) -> Result<(), StoreError> {
    let mut wakeups = queue.wakeups();
    loop {
        wakeups.mark_seen();
        match queue.claim(&worker).await? {
            Some(claim) => drop(queue.complete(claim.lease, Arc::new(report()), 3).await?),
            None => wakeups.changed().await,
        }
    }
}

async fn submit(executions: &Executions, owner: OwnerId) -> runyard_types::ExecutionId {
    let content = Bytes::from_static(b"print('hello')\n");
    let files = vec![SourceFile { path: "main.py".to_owned(), content }];
    let submission = Submission::new("python", files, Limits::default());
    match executions.submit(owner, NewExecution { submission }, None, None).await {
        Ok(Submitted::New(record) | Submitted::Existing(record)) => record.id,
        Err(error) => {
            println!("refused: {error}");
            std::process::exit(1);
        }
    }
}

fn report() -> Report {
    let mut report = Report::bare(Verdict::Ok, "");
    report.stdout = Captured { bytes: Bytes::from_static(b"hello\n"), truncated: false };
    report
}

fn print(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |part: usize| times[(times.len() - 1) * part / 100];
    println!(
        "{name:>10}: p50 {:>9.1?}  p90 {:>9.1?}  p99 {:>9.1?}  max {:>9.1?}",
        at(50),
        at(90),
        at(99),
        at(100)
    );
}
