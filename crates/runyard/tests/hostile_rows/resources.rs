//! Rows R: what fills memory and disks.

use runyard_testkit::TestServer;
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
