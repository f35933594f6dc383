//! Rows R: what fills memory and disks.

use runyard_testkit::{TestServer, skipped};
use serde_json::json;
use std::fs;

/// row: R7
#[tokio::test]
async fn a_compiler_out_of_memory_is_the_program_s_matter() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let huge = "#define A(n) int a##n[1 << 26] = {1};\nA(1) A(2) A(3) A(4)\nint main(void) {}";
    let request = json!({"language": "c", "source": huge,
        "limits": {"compile_memory_bytes": 32 << 20, "compile_wall_time_ms": 20_000}});
    for _ in 0..3 {
        let record = client.run(&request).await?;
        assert_eq!(
            (&record["verdict"], &record["attempts"]),
            (&json!("compile_error"), &json!(1)),
            "{record}"
        );
    }
    let record = client.run(&json!({"language": "c", "source": "int main(void) { return 0; }"})).await?;
    assert_eq!(record["verdict"], "ok", "{record}");
    server.stop()
}

/// row: R6
#[tokio::test]
async fn nothing_of_a_run_is_swapped() -> anyhow::Result<()> {
    const MEMORY_BYTES: u64 = 64 << 20;
    // The first line is the table's head.
    if fs::read_to_string("/proc/swaps")?.lines().count() < 2 {
        return skipped("nothing_of_a_run_is_swapped", "the machine has no swap");
    }
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    // Close to its limit it says what of it was swapped, then it takes twice what it may.
    let source = "def take(mib):\n    piece = bytearray(mib << 20)\n    for n in range(0, len(piece), 4096): piece[n] = 1\n    \
                  return piece\nkept = take(48)\nprint([line for line in open('/proc/self/status') if 'VmSwap' in line], flush=True)\n\
                  more = take(80)\nprint('took it')";
    let hog = json!({"language": "python", "source": source, "limits": {"memory_bytes": MEMORY_BYTES}});
    for _ in 0..3 {
        let record = client.run(&hog).await?;
        assert_eq!(record["verdict"], "memory_limit", "{record}");
        assert_eq!(record["stdout"], "['VmSwap:\\t       0 kB\\n']\n", "{record}");
        assert!(record["memory_bytes"].as_u64().is_some_and(|most| most <= MEMORY_BYTES), "{record}");
    }
    server.stop()
}

/// row: R13
#[tokio::test]
async fn a_full_disk_loses_nothing_that_was_accepted() -> anyhow::Result<()> {
    const DISK_BYTES: usize = 16 << 20;
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard")).small_disk(DISK_BYTES).start()?;
    let client = server.client()?;
    let source = "import sys, time\nprint(sys.argv[1], flush=True)\ntime.sleep(1)\nprint('x' * 20000)";
    let mut accepted = Vec::new();
    let submit = |number: u32| json!({"language": "python", "source": source, "args": [number.to_string()]});
    for number in 0..4 {
        accepted.push((number, client.submit(&submit(number)).await?));
    }
    // Filled from outside while they run: to the last byte.
    let ballast = server.data_dir_inside()?.join("ballast");
    let mut left = DISK_BYTES;
    let mut bytes = Vec::new();
    while left >= 1 {
        bytes.resize(bytes.len() + left, b'x');
        if fs::write(&ballast, &bytes).is_err() {
            bytes.truncate(fs::metadata(&ballast)?.len().try_into()?);
            left /= 2;
        }
    }
    for number in 4..8 {
        let answer = client.post("/api/v1/executions", &submit(number)).await?;
        if answer.status == 202 {
            accepted.push((number, answer.json()?["id"].as_str().unwrap_or_default().to_owned()));
        } else {
            assert!(answer.status >= 500, "{}: {}", answer.status, answer.text());
        }
    }
    assert_eq!(client.get("/api/v1/health/live").await?.status, 200);
    fs::remove_file(&ballast)?;
    for (number, id) in accepted {
        let record = client.finished(&id).await?;
        assert_eq!(record["verdict"], "ok", "{record}");
        assert!(
            record["stdout"].as_str().is_some_and(|out| out.starts_with(&format!("{number}\n"))),
            "{record}"
        );
    }
    let record = client.run(&submit(100)).await?;
    assert_eq!(record["verdict"], "ok", "{record}");
    server.stop()
}

/// row: R8
#[tokio::test]
async fn more_work_than_memory_waits() -> anyhow::Result<()> {
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard"))
        .config("[worker]\nslots = 10\nconcurrency = 10\nmemory_bytes = 314_572_800\n")
        .start()?;
    let client = server.client()?;
    // Three of them fit, with 95 of their 100 MiB in use; the time they hold it lets the others come.
    let source = "import time\nhog = bytearray(82 << 20)\nfor n in range(0, len(hog), 4096): hog[n] = 1\ntime.sleep(0.5)\nprint('held')";
    let hog = json!({"language": "python", "source": source, "limits": {"memory_bytes": 100 << 20}});
    let mut ids = Vec::new();
    for _ in 0..10 {
        ids.push(client.submit(&hog).await?);
    }
    let mut spans = Vec::new();
    for id in &ids {
        let record = client.finished(id).await?;
        anyhow::ensure!(record["verdict"] == "ok" && record["stdout"] == "held\n", "{record}");
        let wall = record["wall_time_ms"].as_f64().unwrap_or_default();
        let ended = time(&record["finished_at"])?;
        spans.push((ended - wall, ended));
    }
    // A run's time ends a little before its record is written: only what overlaps by more counts.
    const SLACK_MS: f64 = 150.0;
    let most = spans
        .iter()
        .map(|(start, _)| spans.iter().filter(|(from, to)| from <= start && *start < to - SLACK_MS).count())
        .max();
    anyhow::ensure!(most.is_some_and(|most| (2..=3).contains(&most)), "{most:?} at once: {spans:?}");
    // Larger than all there is: it runs when it is alone.
    let large =
        json!({"language": "python", "source": "print('alone')", "limits": {"memory_bytes": 512 << 20}});
    let record = client.run(&large).await?;
    anyhow::ensure!(record["stdout"] == "alone\n", "{record}");
    server.stop()
}

/// Milliseconds of the day of a time such as `2026-01-01T00:00:00.000Z`.
fn time(value: &serde_json::Value) -> anyhow::Result<f64> {
    let text = value.as_str().unwrap_or_default();
    let clock = text.split_once('T').map_or("", |(_, clock)| clock.trim_end_matches('Z'));
    let mut milliseconds = 0.0;
    for (part, factor) in clock.split(':').zip([3_600_000.0, 60_000.0, 1000.0]) {
        milliseconds += part.parse::<f64>()? * factor;
    }
    Ok(milliseconds)
}
