//! Output arrives while the program runs, and a client that was away loses nothing.

use runyard_testkit::{Client, Received, TestServer, monotonic, promised};
use serde_json::{Value, json};
use std::time::Duration;

/// Prints a line every 100 ms, each with the clock's reading at that moment.
const TICKER: &str =
    "import time\nfor n in range(20):\n    print(n, time.monotonic_ns(), flush=True)\n    time.sleep(0.1)";

/// Most lines come this soon after they were written, on a machine that has nothing else to do.
const USUAL_DELAY: Duration = Duration::from_millis(50);

/// How long after it was written each line of [`TICKER`] arrived. A line may come in several pieces.
fn delays(arrivals: &[(String, Duration)]) -> Vec<Duration> {
    let (mut delays, mut line) = (Vec::new(), String::new());
    for (data, at) in arrivals {
        line += data;
        while let Some((whole, rest)) = line.split_once('\n') {
            let written =
                whole.split(' ').nth(1).and_then(|reading| reading.parse().ok()).map(Duration::from_nanos);
            delays.extend(written.map(|written| at.saturating_sub(written)));
            line = rest.to_owned();
        }
    }
    delays
}

fn assert_live(arrivals: &[(String, Duration)]) {
    let mut delays = delays(arrivals);
    assert_eq!(delays.len(), 20, "every line once: {arrivals:?}");
    delays.sort();
    assert!(
        delays[10] < promised(USUAL_DELAY),
        "half of the lines took longer than {USUAL_DELAY:?}: {delays:?}"
    );
    assert!(delays[19] < promised(Duration::from_secs(1)), "a line was held back: {delays:?}");
}

/// The stdout a client has after these events, by the rules for clients: a snapshot replaces, a restart voids.
fn stdout_of(events: &[Received]) -> String {
    let mut text = String::new();
    for received in events {
        match received.kind() {
            "output" if received.event["stream"] == "stdout" && received.event["stage"] == "run" => {
                text += received.data()
            }
            "snapshot" => text = received.event["stdout"].as_str().unwrap_or_default().to_owned(),
            "restart" => text.clear(),
            _ => {}
        }
    }
    text
}

/// Sequence numbers of one attempt never repeat and never go back; without a snapshot none is missing.
fn assert_in_order(events: &[Received]) {
    for pair in events.windows(2) {
        let number = |received: &Received, key: &str| received.event[key].as_u64().unwrap_or(0);
        let (before, after) = (&pair[0], &pair[1]);
        if number(before, "attempt") == number(after, "attempt") && after.kind() != "snapshot" {
            let expected = number(before, "seq") + 1;
            assert!(
                number(after, "seq") == expected
                    || before.kind() == "snapshot" && number(after, "seq") >= expected,
                "expected {expected} after {before:?}, got {after:?}"
            );
        }
    }
}

async fn submit(client: &Client, source: &str) -> anyhow::Result<String> {
    client.submit(&json!({"language": "python", "source": source})).await
}

#[tokio::test]
async fn lines_arrive_while_the_program_runs() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;

    let id = submit(&client, TICKER).await?;
    let mut stream = client.events(&id, None).await?;
    let (mut arrivals, mut seen) = (Vec::new(), Vec::new());
    while let Some(received) = stream.next().await? {
        if received.kind() == "output" {
            arrivals.push((received.data().to_owned(), monotonic()));
        }
        if arrivals.len() == 1 && received.kind() == "output" {
            let record = client.get(&format!("/api/v1/executions/{id}")).await?.expect(200)?;
            assert_eq!(record["status"], "RUNNING", "the first line arrived while the program ran: {record}");
        }
        seen.push(received);
    }
    assert_live(&arrivals);
    assert_in_order(&seen);
    assert_eq!(seen.last().map(Received::kind), Some("end"), "{seen:?}");
    assert_eq!(stdout_of(&seen), client.finished(&id).await?["stdout"].as_str().unwrap_or_default());

    let id = submit(&client, TICKER).await?;
    let mut socket = client.socket(&id, None).await?;
    let mut arrivals = Vec::new();
    while let Some(received) = socket.next().await? {
        if received.kind() == "output" {
            arrivals.push((received.data().to_owned(), monotonic()));
        }
    }
    assert_live(&arrivals);
    server.stop()
}

#[tokio::test]
async fn a_dropped_client_resumes_where_it_was() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let id = submit(&client, TICKER).await?;

    // Three connections by SSE, one by WebSocket, each dropped after a few events.
    let mut seen: Vec<Received> = Vec::new();
    for _ in 0..3 {
        let last = seen.last().map(|received| received.id.clone());
        let mut stream = client.events(&id, last.as_deref()).await?;
        for _ in 0..4 {
            seen.push(stream.next().await?.expect("the program still runs"));
        }
    }
    let last = seen.last().map(|received| received.id.clone());
    let mut socket = client.socket(&id, last.as_deref()).await?;
    for _ in 0..4 {
        seen.push(socket.next().await?.expect("the program still runs"));
    }
    drop(socket);
    let last = seen.last().map(|received| received.id.clone());
    seen.extend(client.events(&id, last.as_deref()).await?.collect().await?);

    assert_in_order(&seen);
    assert!(
        seen.iter().all(|received| received.kind() != "snapshot"),
        "nothing was too old to replay: {seen:?}"
    );
    let record = client.finished(&id).await?;
    assert_eq!(stdout_of(&seen), record["stdout"].as_str().unwrap_or_default());

    // Long after the end, a client with nothing and one with a part get the whole.
    let whole = client.events(&id, None).await?.collect().await?;
    assert_eq!(stdout_of(&whole), record["stdout"].as_str().unwrap_or_default(), "{whole:?}");
    assert_eq!(whole.last().map(Received::kind), Some("end"));
    server.stop()
}

#[tokio::test]
async fn a_client_away_longer_than_the_ring_gets_a_snapshot() -> anyhow::Result<()> {
    // Pieces of the two streams in turn, which cannot be joined: far more events than a ring for this limit holds.
    let source = "import os, time\nprint('first', flush=True)\nfor n in range(1000):\n    os.write(1, b'.')\n    \
                  os.write(2, b'!')\n    time.sleep(0.001)\nprint('last', flush=True)\ntime.sleep(2)\nprint('bye')";
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let id = client
        .submit(&json!({"language": "python", "source": source, "limits": {"output_bytes": 8_192}}))
        .await?;

    let mut stream = client.events(&id, None).await?;
    let mut early = Vec::new();
    while !stdout_of(&early).contains("first") {
        early.push(stream.next().await?.expect("the program still runs"));
    }
    drop(stream);

    // Another client watches until the program has printed everything; then the first one comes back.
    let mut watcher = client.socket(&id, None).await?;
    let mut watched = Vec::new();
    while !stdout_of(&watched).contains("last") {
        watched.push(watcher.next().await?.expect("the program still runs"));
    }
    let last = early.last().map(|received| received.id.clone());
    let late = client.events(&id, last.as_deref()).await?.collect().await?;
    assert_eq!(late.first().map(Received::kind), Some("snapshot"), "what was missed is gone from the ring");
    assert_eq!(late.last().map(Received::kind), Some("end"));
    early.extend(late);
    assert_in_order(&early);
    watched.extend(watcher.until("end").await?);
    assert_in_order(&watched);

    let record = client.finished(&id).await?;
    assert_eq!(stdout_of(&early), format!("first\n{}last\nbye\n", ".".repeat(1000)));
    assert_eq!((&record["stdout"], &record["verdict"]), (&json!(stdout_of(&early)), &json!("ok")));
    assert_eq!(stdout_of(&watched), stdout_of(&early));
    server.stop()
}

#[tokio::test]
async fn a_client_survives_the_death_of_the_server() -> anyhow::Result<()> {
    let mut server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let source = "import time\nfor n in range(30):\n    print('line', n, flush=True)\n    time.sleep(0.1)";
    let expected: String = (0..30).map(|n| format!("line {n}\n")).collect();

    // Once with a supervisor that starts the server again, once with everything dead and started by hand.
    for everything in [false, true] {
        let id = submit(&client, source).await?;
        let mut stream = client.events(&id, None).await?;
        let mut seen = Vec::new();
        while !stdout_of(&seen).contains("line 5") {
            seen.push(stream.next().await?.expect("the program still runs"));
        }
        let lines = server.log().len();
        if everything {
            server.kill_everything()?;
            server.start_again()?;
        } else {
            server.roles()?.server.kill();
            server.wait_ready(lines)?;
        }
        // What was still on the way may arrive; then the connection is gone.
        while let Ok(Some(received)) = stream.next().await {
            seen.push(received);
        }
        let last = seen.last().map(|received| received.id.clone());
        seen.extend(client.events(&id, last.as_deref()).await?.collect().await?);
        assert!(
            seen.iter().any(|received| matches!(received.kind(), "restart" | "snapshot")),
            "the client was told that the earlier output is void: {seen:?}"
        );
        assert_eq!(stdout_of(&seen), expected);
        let record = client.finished(&id).await?;
        assert_eq!((&record["stdout"], &record["attempts"]), (&json!(expected), &json!(2)), "{record}");
    }
    server.stop()
}

#[tokio::test]
async fn a_program_can_be_typed_to_signalled_and_stopped() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?.with_token().await?;
    let source = "import signal, sys\nsignal.signal(signal.SIGINT, lambda *_: print('interrupted', flush=True))\n\
                  print('ready', flush=True)\nfor line in sys.stdin:\n    print('got', line.strip(), flush=True)\nprint('bye')";
    let request = json!({"language": "python", "source": source, "interactive": true});

    let id = client.submit(&request).await?;
    let mut socket = client.socket(&id, None).await?;
    let mut seen = Vec::new();
    let steps: [(&str, Value); 4] = [
        ("ready", json!({"type": "stdin", "data": "one\n"})),
        ("got one", json!({"type": "signal", "signal": "SIGINT"})),
        ("interrupted", json!({"type": "resize", "columns": 80, "rows": 24})),
        ("interrupted", json!({"type": "eof"})),
    ];
    for (wanted, message) in steps {
        while !stdout_of(&seen).contains(wanted) {
            seen.push(socket.next().await?.expect("the program still runs"));
        }
        socket.send(&message).await?;
    }
    seen.extend(socket.until("end").await?);
    assert!(stdout_of(&seen).contains("bye"), "{seen:?}");
    assert_eq!(client.finished(&id).await?["verdict"], "ok");

    let id = client.submit(&request).await?;
    let mut socket = client.socket(&id, None).await?;
    let mut seen = Vec::new();
    // Unbuffered, the end of a line is a write of its own.
    while !stdout_of(&seen).contains("ready\n") {
        seen.push(socket.next().await?.expect("the program still runs"));
    }
    socket.send(&json!({"type": "no such thing"})).await?;
    let answered = socket.until("error").await?;
    assert_eq!(answered.len(), 1, "a message that cannot be taken is answered, nothing more: {answered:?}");
    let asked = monotonic();
    socket.send(&json!({"type": "stop"})).await?;
    let seen = socket.until("end").await?;
    assert!(
        monotonic().saturating_sub(asked) < promised(Duration::from_secs(1)),
        "the sandbox is gone within a second"
    );
    assert_eq!(seen.last().map(|end| &end.event["status"]), Some(&json!("CANCELLED")));
    server.stop()
}
