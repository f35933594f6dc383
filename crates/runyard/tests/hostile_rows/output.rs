//! Rows O: what programs write and do not read.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use runyard_testkit::{Client, TestServer, scale};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// The bytes of a stream of a record, whichever encoding they came in.
fn bytes(record: &Value, stream: &str) -> Vec<u8> {
    let text = record[stream].as_str().unwrap_or_default();
    match record[format!("{stream}_encoding")].as_str() {
        Some("base64") => BASE64_STANDARD.decode(text).expect("valid base64"),
        _ => text.as_bytes().to_vec(),
    }
}

/// row: O4
#[tokio::test]
async fn every_byte_comes_back_as_it_was() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let all: Vec<u8> = (0..=255).collect();
    for (what, expression, expected) in [
        ("all values", "bytes(range(256))", all.clone()),
        ("NUL", "b'\\0' * 100", vec![0; 100]),
        ("lone halves", "b'\\xed\\xa0\\x80\\xc3\\x28\\xff'", b"\xed\xa0\x80\xc3\x28\xff".to_vec()),
        ("half a character at the end", "b'a\\xe2\\x82'", b"a\xe2\x82".to_vec()),
        (
            "JSON's own",
            "b'\\x22\\x5c\\x00\\x1f\\x7f\\xc2\\x85\\xe2\\x80\\xa8'",
            b"\"\\\0\x1f\x7f\xc2\x85\xe2\x80\xa8".to_vec(),
        ),
    ] {
        let source = format!("import os\nos.write(1, {expression})\nos.write(2, {expression})");
        let record = client.run(&json!({"language": "python", "source": source})).await?;
        assert_eq!(bytes(&record, "stdout"), expected, "{what}: {record}");
        assert_eq!(bytes(&record, "stderr"), expected, "{what}: {record}");
    }
    // Input too, and back again.
    let record = client
        .run(&json!({"language": "python", "source": "import sys\nsys.stdout.buffer.write(sys.stdin.buffer.read())",
            "stdin": BASE64_STANDARD.encode(&all), "stdin_encoding": "base64"}))
        .await?;
    assert_eq!(bytes(&record, "stdout"), all, "{record}");
    // Cut in the middle of a character: what is there is a beginning of what was written, and says that it is cut.
    let written = "\u{20ac}".repeat(2000);
    let record = client
        .run(&json!({"language": "python", "source": "import sys\nsys.stdout.buffer.write('\u{20ac}'.encode() * 2000)",
            "limits": {"output_bytes": 1000}}))
        .await?;
    let kept = bytes(&record, "stdout");
    assert!(kept.len() <= 1000 && kept.len() > 990 && written.as_bytes().starts_with(&kept), "{record}");
    assert_eq!(record["stdout_truncated"], true, "{record}");
    server.stop()
}

/// row: O3
#[tokio::test]
async fn fifty_megabytes_of_input_need_no_reader() -> anyhow::Result<()> {
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard"))
        .config("[submission]\nmax_stdin_bytes = 60_000_000\nmax_body_bytes = 80_000_000\n")
        .start()?;
    let client = server.client()?;
    let before = server.roles()?;
    unread(&client).await?;
    assert_eq!(server.roles()?.server.pid, before.server.pid, "the server was started again");
    server.stop()
}

async fn unread(client: &Client) -> anyhow::Result<()> {
    const INPUT_BYTES: usize = 50 << 20;
    let input = "0123456789abcde\n".repeat(INPUT_BYTES / 16);
    for (what, source, expected) in [
        ("never read", "import time\ntime.sleep(0.3)\nprint('done')", "done\n"),
        ("closed at once", "import os, time\nos.close(0)\ntime.sleep(0.3)\nprint('done')", "done\n"),
        ("one byte", "import os\nprint(os.read(0, 1))", "b'0'\n"),
        ("to the end", "import sys\nprint(len(sys.stdin.buffer.read()) >> 20)", "50\n"),
    ] {
        let record = client
            .run(&json!({"language": "python", "source": source, "stdin": input, "limits": {"memory_bytes": 256 << 20}}))
            .await?;
        anyhow::ensure!(
            record["verdict"] == "ok" && record["stdout"] == expected && record["attempts"] == 1,
            "{what}: {}, {}",
            record["verdict"],
            record["message"]
        );
    }
    // As much as anybody may send by default, to programs that are gone before they could read it.
    let megabyte = input.get(..1 << 20).unwrap_or_default();
    for _ in 0..12 {
        let record = client.run(&json!({"language": "bash", "source": "exit 0", "stdin": megabyte})).await?;
        anyhow::ensure!(record["verdict"] == "ok" && record["attempts"] == 1, "{record}");
    }
    let record = client.run(&json!({"language": "python", "source": "print('fine')"})).await?;
    anyhow::ensure!(record["stdout"] == "fine\n", "{record}");
    Ok(())
}

/// row: O6 O1
#[tokio::test]
async fn a_reader_that_stopped_holds_up_nobody() -> anyhow::Result<()> {
    /// The whole of a server's memory.
    const RESIDENT_CAP: u64 = 256 << 20;
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let flood = "import sys, time\nend = time.monotonic() + 3\nline = 'x' * 1023 + '\\n'\n\
        while time.monotonic() < end: sys.stdout.write(line)";
    let request = json!({"language": "python", "source": flood,
        "limits": {"output_bytes": 8 << 20, "wall_time_ms": 6000}});
    let id = client.submit(&request).await?;
    // Readers that ask for everything and take nothing, as server-sent events and as a WebSocket.
    let mut stopped = Vec::new();
    for number in 0..20 {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port())).await?;
        let head = if number % 2 == 0 {
            format!(
                "GET /api/v1/executions/{id}/events HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\n\r\n"
            )
        } else {
            format!(
                "GET /api/v1/executions/{id}/ws HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
                sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            )
        };
        stream.write_all(head.as_bytes()).await?;
        let mut first = [0; 12];
        stream.read_exact(&mut first).await?;
        assert!(first.starts_with(b"HTTP/1.1 "), "{:?}", String::from_utf8_lossy(&first));
        stopped.push(stream);
    }
    // One that reads sees the end.
    let events = client.events(&id, None).await?.collect().await?;
    assert_eq!(events.last().map(|last| last.kind()), Some("end"));
    let record = client.finished(&id).await?;
    assert!(
        matches!(record["verdict"].as_str(), Some("output_limit" | "time_limit" | "ok")),
        "{}",
        record["verdict"]
    );
    let vitals = server.vitals()?;
    assert!(vitals.resident_bytes < RESIDENT_CAP, "{vitals:?}");
    let record = client.run(&json!({"language": "python", "source": "print('fine')"})).await?;
    assert_eq!(record["stdout"], "fine\n", "{record}");
    drop(stopped);
    server.stop()
}

/// row: O2
#[tokio::test]
async fn single_bytes_cost_the_server_little() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let server_cpu = || -> anyhow::Result<u64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", server.roles()?.server.pid))?;
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        Ok(fields[11].parse::<u64>()? + fields[12].parse::<u64>()?)
    };
    let count = (1_000_000 * scale()).min(10_000_000);
    let source = "#include <stdlib.h>\n#include <unistd.h>\nint main(int count, char **arguments) {\n    \
        for (long n = atol(arguments[1]); n > 0; n--) write(1, \"x\", 1);\n}";
    let before = server_cpu()?;
    let record = client
        .run(&json!({"language": "c", "source": source, "args": [count.to_string()],
            "limits": {"wall_time_ms": 120_000, "cpu_time_ms": 120_000, "output_bytes": 8 << 20}}))
        .await?;
    let spent = server_cpu()? - before;
    let kept = bytes(&record, "stdout");
    let expected = usize::try_from(count)?.min(8 << 20);
    assert!(
        kept.len() == expected && kept.iter().all(|byte| *byte == b'x'),
        "{} bytes: {}",
        kept.len(),
        record["verdict"]
    );
    // In hundredths of a second: at most as much as the program itself needs, which makes a call for each byte.
    let program = record["cpu_time_ms"].as_f64().unwrap_or_default() / 10.0;
    assert!(
        u32::try_from(spent).map(f64::from)? < program.max(100.0) * 2.0,
        "the server used {spent}, the program {program}"
    );
    server.stop()
}
