//! What records say about the times of runs, over the API; and how much times vary where nobody else disturbs.
//!
//! `NOISE_RUNS` is how often the same program is run: a few times in everyday runs, 200 for `make test-noise`, which also holds
//! the result against what is promised and writes it down.

use anyhow::Context as _;
use runyard_testkit::{Client, TestServer};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tokio::task::JoinSet;

const SERVER: &str = env!("CARGO_BIN_EXE_runyard");
const VARIABLE: &str = "NOISE_RUNS";
const EVERYDAY_RUNS: usize = 6;
/// A spread below this many hundredths of the median is promised to runs that are not marked.
const PROMISED_SPREAD: f64 = 5.0;

/// A fixed amount of work in registers: some hundred milliseconds, and nothing of memory or files.
const WORK: &str = "#include <stdint.h>\n#include <stdio.h>\nint main(void) { uint64_t x = 88172645463325252u; for (int i = 0; i < 80000000; i++) { x ^= x << 13; x ^= x >> 7; x ^= x << 17; } printf(\"%llu\\n\", (unsigned long long)x); }";

fn long_form() -> Option<usize> {
    std::env::var(VARIABLE).ok().and_then(|text| text.parse().ok())
}

/// Runs the program so often, as many at once as there are cores.
async fn run_often(client: &Client, runs: usize, submission: &Value) -> anyhow::Result<Vec<Value>> {
    let at_once = std::thread::available_parallelism()?.get();
    let mut records = Vec::with_capacity(runs);
    while records.len() < runs {
        let mut batch = JoinSet::new();
        for _ in 0..at_once.min(runs - records.len()) {
            let (client, submission) = (client.clone(), submission.clone());
            batch.spawn(async move { client.run(&submission).await });
        }
        while let Some(record) = batch.join_next().await {
            records.push(record??);
        }
    }
    Ok(records)
}

fn cpu_ms(record: &Value) -> anyhow::Result<f64> {
    record["cpu_time_ms"].as_f64().with_context(|| format!("a run has a CPU time: {record}"))
}

/// Smallest, median and largest of at least one.
fn ends(mut times: Vec<f64>) -> Option<(f64, f64, f64)> {
    times.sort_by(f64::total_cmp);
    Some((*times.first()?, *times.get(times.len().checked_sub(1)? / 2)?, *times.last()?))
}

fn spread((least, median, most): (f64, f64, f64)) -> f64 {
    (most - least) / median * 100.0
}

#[tokio::test]
async fn the_same_program_takes_the_same_time_or_is_marked() -> anyhow::Result<()> {
    let server = TestServer::start(SERVER)?;
    let client = server.client()?;
    let submission = json!({ "language": "c", "source": WORK, "compiler_flags": ["-O1"] });
    let runs = long_form().unwrap_or(EVERYDAY_RUNS);
    let records = run_often(&client, runs, &submission).await?;
    for record in &records {
        assert_eq!(record["verdict"], "ok", "{record}");
        assert_eq!(record["stdout"], records[0]["stdout"], "{record}");
        assert!(record["noise"]["disturbed"].is_boolean(), "{record}");
        assert!(record["noise"]["involuntary_switches"].is_u64(), "{record}");
    }
    let times = |quiet_only: bool| {
        let counted = records.iter().filter(|record| !quiet_only || record["noise"]["disturbed"] == false);
        counted.map(cpu_ms).collect::<anyhow::Result<Vec<f64>>>()
    };
    let all = ends(times(false)?).context("there was a run")?;
    let quiet = times(true)?;
    let marked = records.len() - quiet.len();
    let taken = records.iter().filter_map(|record| record["noise"]["involuntary_switches"].as_f64());
    let taken = ends(taken.collect()).context("every run was counted")?;
    println!(
        "{runs} runs: CPU time {:.1} to {:.1} ms, median {:.1}, spread {:.2} %; {marked} marked as disturbed, the core taken away {} to \
         {} times, median {}",
        all.0,
        all.2,
        all.1,
        spread(all),
        taken.0,
        taken.2,
        taken.1
    );

    // Nobody may lose at a limit of twice the median because of the machine.
    let limit = (all.1 * 2.0).ceil();
    let limited = json!({ "language": "c", "source": WORK, "compiler_flags": ["-O1"],
                          "limits": { "cpu_time_ms": limit, "wall_time_ms": 60_000 } });
    let judged = run_often(&client, runs, &limited).await?;
    let flipped = judged.iter().filter(|record| record["verdict"] != "ok").count();
    println!("{runs} runs at a CPU time limit of {limit} ms: {flipped} other verdicts");

    if long_form().is_some() {
        assert_eq!(flipped, 0, "verdicts changed at twice the median");
        match ends(quiet) {
            Some(quiet) => {
                println!(
                    "runs that were not marked: CPU time {:.1} to {:.1} ms, median {:.1}, spread {:.2} %",
                    quiet.0,
                    quiet.2,
                    quiet.1,
                    spread(quiet)
                );
                assert!(
                    spread(quiet) < PROMISED_SPREAD,
                    "runs that were not marked differ by {:.2} %",
                    spread(quiet)
                );
            }
            None => println!(
                "no run was unmarked: the machine was busy, and this says nothing of undisturbed runs"
            ),
        }
    }
    server.stop()
}

#[tokio::test]
async fn records_tell_the_jail_the_noise_and_the_repeats() -> anyhow::Result<()> {
    let server = TestServer::start(SERVER)?;
    let client = server.client()?;
    let record = client
        .run(&json!({ "language": "python", "source": "print(input())", "stdin": "x\n", "repeat": 3 }))
        .await?;
    assert_eq!((&record["verdict"], &record["stdout"]), (&json!("ok"), &json!("x\n")), "{record}");
    let repeats = record["noise"]["repeats"].as_array().context("repeats")?;
    assert_eq!(repeats.len(), 3, "{record}");
    assert!(repeats.iter().any(|run| run["cpu_time_ms"] == record["cpu_time_ms"]), "{record}");

    let protection = client.get("/api/v1/protection").await?.expect(200)?;
    let items = protection["items"].as_array().into_iter().flatten();
    let in_force = items.filter(|item| item["kind"] == "protection" && item["state"] == "pass");
    let in_force: BTreeSet<_> = in_force.filter_map(|item| item["name"].as_str()).collect();
    let named = record["sandbox"]["protections"].as_array().context("protections")?;
    assert_eq!(named.iter().filter_map(Value::as_str).collect::<BTreeSet<_>>(), in_force, "{record}");
    assert_eq!(record["sandbox"]["tier"], "native");

    let plain = client.run(&json!({ "language": "python", "source": "print(1)" })).await?;
    assert_eq!(plain["noise"].get("repeats"), None, "{plain}");
    server.stop()
}

#[tokio::test]
async fn a_pinned_program_has_one_core_and_cannot_take_another() -> anyhow::Result<()> {
    let server = TestServer::builder(SERVER).config("[jail]\npin_cpus = true\n").start()?;
    let client = server.client()?;
    let source = "import os\nprint(len(os.sched_getaffinity(0)))\ntry:\n    os.sched_setaffinity(0, range(os.cpu_count()))\nexcept PermissionError:\n    print('kept')\nprint(len(os.sched_getaffinity(0)))";
    let run = |limits: Value| {
        let submission = json!({ "language": "python", "source": source, "limits": limits });
        let client = &client;
        async move { client.run(&submission).await }
    };
    assert_eq!(run(json!({ "cpu_cores": 1 })).await?["stdout"], "1\nkept\n1\n");
    let cores = std::thread::available_parallelism()?.get();
    if cores > 1 {
        let free = run(json!({ "cpu_cores": 2 })).await?;
        assert_eq!(free["stdout"], format!("{cores}\n{cores}\n"), "who may use more is kept on none: {free}");
    } else {
        println!("skipped for programs that may use two cores: this machine has one");
    }
    server.stop()
}
