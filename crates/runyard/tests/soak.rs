//! Hostile and honest programs together, as many at once as the server takes: no honest one gets a wrong answer, none fails for
//! a reason of ours, and in the end nothing is left and the server is no larger.
//!
//! `SOAK_JOBS` says how many, 10,000 for `make test-soak`. `SOAK_MINUTES` says for how long instead, 30 for `make test-endurance`: then
//! rate, memory and what is held are looked at throughout.

use runyard_testkit::{Client, TestServer, Vitals};
use serde_json::{Value, json};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

/// Callers that each wait for their job before they send the next.
const CALLERS: u64 = 24;
const EVERYDAY_JOBS: u64 = 240;
/// What a server may grow by while it works: allocator arenas and the page cache of its database, not jobs.
const GROWTH_BYTES: u64 = 48 << 20;

/// A program, and how it has to end: verdicts, and the exact output of honest ones.
struct Job {
    body: Value,
    verdicts: &'static [&'static str],
    stdout: Option<String>,
}

/// The job with this number; every answer depends on it, so that an answer of another job is noticed.
fn job(number: u64) -> Job {
    let honest = |language: &str, source: String, stdout: String| Job {
        body: json!({ "language": language, "source": source, "stdin": format!("{number}\n") }),
        verdicts: &["ok"],
        stdout: Some(stdout),
    };
    let hostile = |language: &str, source: &str, limits: Value, verdicts| Job {
        body: json!({ "language": language, "source": source, "limits": limits }),
        verdicts,
        stdout: None,
    };
    match number % 21 {
        0..=2 => honest(
            "python",
            format!("import sys\nn = int(sys.stdin.readline())\nprint(n * n + {number})"),
            format!("{}\n", number * number + number),
        ),
        3 => honest("bash", "read n; echo $((n * 3))".to_owned(), format!("{}\n", number * 3)),
        4 => honest("perl", "print 7 * <STDIN>, \"\\n\"".to_owned(), format!("{}\n", number * 7)),
        5 => honest(
            "c",
            format!(
                "#include <stdio.h>\nint main(void) {{ long n; scanf(\"%ld\", &n); printf(\"%ld\\n\", n + {number}); }}"
            ),
            format!("{}\n", number * 2),
        ),
        6 => honest(
            "javascript",
            "console.log(5 * Number(require('fs').readFileSync(0)))".to_owned(),
            format!("{}\n", number * 5),
        ),
        7 => honest("lua", "print(io.read('n') + 1)".to_owned(), format!("{}\n", number + 1)),
        16 => honest(
            "java",
            "import java.util.Scanner;\npublic class Main { public static void main(String[] args) { \
             System.out.println(6 * new Scanner(System.in).nextLong()); } }"
                .to_owned(),
            format!("{}\n", number * 6),
        ),
        17 => honest(
            "python",
            "import numpy\nprint(numpy.arange(int(input()) + 1, dtype=numpy.int64)[-1] * 8)".to_owned(),
            format!("{}\n", number * 8),
        ),
        18 => honest(
            "cpp",
            format!(
                "#include <iostream>\nint main() {{ long n; std::cin >> n; std::cout << n * 4 + {number} << '\\n'; }}"
            ),
            format!("{}\n", number * 5),
        ),
        19 => honest("ruby", "puts gets.to_i * 9".to_owned(), format!("{}\n", number * 9)),
        20 => {
            honest("php", "<?php echo 10 * (int) fgets(STDIN), \"\\n\";".to_owned(), format!("{}0\n", number))
        }
        8 => hostile(
            "python",
            "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass",
            json!({ "wall_time_ms": 300 }),
            &["time_limit", "memory_limit"],
        ),
        9 => hostile(
            "python",
            "hog = []\nwhile True: hog.append(bytearray(1 << 20))",
            json!({ "memory_bytes": 32 << 20 }),
            &["memory_limit"],
        ),
        10 => {
            hostile("bash", "yes", json!({ "output_bytes": 4096, "wall_time_ms": 5000 }), &["output_limit"])
        }
        11 => hostile("c", "int main(void) { *(volatile int *)0 = 1; }", json!({}), &["runtime_error"]),
        12 => hostile("bash", "sleep 60 & disown; sleep 60", json!({ "wall_time_ms": 200 }), &["time_limit"]),
        13 => hostile("c", "#include <nothing.h>\n", json!({}), &["compile_error"]),
        14 => hostile(
            "python",
            "import os\nif os.fork() == 0:\n    os.setsid()\n    while os.fork() == 0: pass\n",
            json!({ "wall_time_ms": 1000 }),
            &["ok", "runtime_error", "time_limit"],
        ),
        _ => hostile(
            "python",
            "import os, signal\nos.kill(-1, signal.SIGKILL)",
            json!({}),
            &["ok", "runtime_error"],
        ),
    }
}

/// Where callers stop.
#[derive(Clone, Copy)]
enum Until {
    Jobs(u64),
    Moment(Instant),
}

async fn call(client: Client, next: Arc<AtomicU64>, until: Until) -> anyhow::Result<Vec<String>> {
    let mut faults = Vec::new();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let over = match until {
            Until::Jobs(jobs) => number >= jobs,
            Until::Moment(moment) => Instant::now() >= moment,
        };
        if over {
            return Ok(faults);
        }
        let job = job(number);
        let record = client.run(&job.body).await?;
        let verdict = record["verdict"].as_str().unwrap_or_default();
        let right = job.stdout.as_ref().is_none_or(|stdout| record["stdout"] == *stdout);
        if !job.verdicts.contains(&verdict) || !right || record["attempts"] != 1 {
            faults.push(format!("job {number}: {record}"));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn honest_and_hostile_programs_share_a_server() -> anyhow::Result<()> {
    let jobs = match std::env::var("SOAK_JOBS") {
        Ok(text) => text.parse()?,
        Err(_) => EVERYDAY_JOBS,
    };
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard")).all_warm().start()?;
    let client = server.client()?;
    // Everything is made on first use at the latest.
    let warm = Arc::new(AtomicU64::new(0));
    call(client.clone(), warm, Until::Jobs(64)).await?;
    let first = server.roles()?;
    let before = Vitals::of(&first, &server.data_dir());
    let start = Instant::now();
    let next = Arc::new(AtomicU64::new(0));
    let callers: Vec<_> = (0..CALLERS)
        .map(|_| tokio::spawn(call(client.clone(), Arc::clone(&next), Until::Jobs(jobs))))
        .collect();
    let mut faults = Vec::new();
    for caller in callers {
        faults.extend(caller.await??);
    }
    let seconds = start.elapsed().as_secs_f64();
    let roles = server.roles()?;
    let after = Vitals::of(&roles, &server.data_dir());
    println!(
        "{jobs} jobs in {seconds:.0} s; server {} MiB, before {} MiB; launcher {} KiB, before {} KiB",
        after.resident_bytes >> 20,
        before.resident_bytes >> 20,
        after.launcher_resident_bytes >> 10,
        before.launcher_resident_bytes >> 10
    );
    assert!(faults.is_empty(), "{} of {jobs}:\n{}", faults.len(), faults.join("\n"));
    assert_eq!((roles.server.pid, roles.launcher.pid), (first.server.pid, first.launcher.pid));
    assert_eq!(after.processes_since(&before), [] as [String; 0]);
    assert!(after.control_groups <= before.control_groups, "{after:?}");
    assert!(after.mounts <= before.mounts, "{after:?}");
    let grown = after.resident_bytes.saturating_sub(before.resident_bytes);
    assert!(grown < GROWTH_BYTES, "the server grew by {} MiB", grown >> 20);
    server.stop()
}

/// What a sample of a long run shows.
struct Sample {
    ended: u64,
    vitals: Vitals,
}

/// The rate of each part of a long run may differ by this from that of the first: other programs of the machine, checkpoints.
const RATE_SLACK: f64 = 0.8;

/// Minutes of the same mixture: what it holds and how fast it is do not change.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_run_stays_as_fast_and_as_small() -> anyhow::Result<()> {
    let Ok(minutes) = std::env::var("SOAK_MINUTES") else {
        eprintln!("skipped: SOAK_MINUTES says for how long, as `make test-endurance` does");
        return Ok(());
    };
    let length = Duration::from_secs(minutes.parse::<u64>()? * 60);
    // Compiled programs are kept up to a size that is reached early: a memory that fills up for hours would hide one that leaks.
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard"))
        .all_warm()
        .env("RUNYARD_CACHE_PROGRAMS_BYTES", "2097152")
        .start()?;
    let client = server.client()?;
    // By as many as will come afterwards, each on a connection that is kept.
    let warm = Arc::new(AtomicU64::new(0));
    let callers: Vec<_> = (0..CALLERS)
        .map(|_| tokio::spawn(call(client.clone(), Arc::clone(&warm), Until::Jobs(256))))
        .collect();
    for caller in callers {
        caller.await??;
    }
    let roles = server.roles()?;
    // While nothing runs: what runs is counted among the processes, and is never the same twice.
    let before = Vitals::of(&roles, &server.data_dir());
    let start = Instant::now();
    let next = Arc::new(AtomicU64::new(0));
    let callers: Vec<_> = (0..CALLERS)
        .map(|_| tokio::spawn(call(client.clone(), Arc::clone(&next), Until::Moment(start + length))))
        .collect();
    let mut samples = Vec::new();
    // Ten parts, each long enough for every kind of program.
    for part in 0..=10 {
        tokio::time::sleep_until((start + length * part / 10).into()).await;
        let vitals = Vitals::of(&roles, &server.data_dir());
        samples.push(Sample { ended: next.load(Ordering::Relaxed), vitals });
    }
    let mut faults = Vec::new();
    for caller in callers {
        faults.extend(caller.await??);
    }
    let seconds = length.as_secs_f64() / 10.0;
    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
    let rates: Vec<f64> =
        samples.windows(2).map(|pair| (pair[1].ended - pair[0].ended) as f64 / seconds).collect();
    for (part, (sample, rate)) in samples.iter().skip(1).zip(&rates).enumerate() {
        let Vitals { resident_bytes, descriptors, control_groups, mounts, .. } = &sample.vitals;
        println!(
            "part {}: {rate:.1} jobs/s, server {} MiB, {descriptors} descriptors, {control_groups} groups, {mounts} mounts",
            part + 1,
            resident_bytes >> 20
        );
    }
    assert!(faults.is_empty(), "{}:\n{}", faults.len(), faults.join("\n"));
    let after = Vitals::of(&roles, &server.data_dir());
    assert_eq!(after.grown_since(&before), [] as [String; 0]);
    // The first part fills caches that are bounded.
    let settled = samples.get(3).map_or(0, |sample| sample.vitals.resident_bytes);
    let grown = after.resident_bytes.saturating_sub(settled);
    assert!(grown < GROWTH_BYTES / 2, "the server grew by {} MiB", grown >> 20);
    let slowest = rates.iter().copied().fold(f64::INFINITY, f64::min);
    assert!(slowest > rates[0] * RATE_SLACK, "{rates:?}");
    let roles_now = server.roles()?;
    assert_eq!((roles_now.server.pid, roles_now.launcher.pid), (roles.server.pid, roles.launcher.pid));
    server.stop()
}
