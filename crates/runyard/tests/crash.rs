//! kill -9 of any process loses no execution and doubles none.

use runyard_testkit::{Client, Ledger, Method, Roles, TestServer, descendants_of, slowness};
use serde_json::{Value, json};

const EXECUTIONS: u64 = 200;

/// What each program computes from its number and the test's nonce, so that no answer can be mistaken for another's.
const SOURCE: &str = "import sys, time\nprint('up', flush=True)\nvalue = 0xcbf29ce484222325\n\
    for byte in '-'.join(sys.argv[1:3]).encode():\n    \
    value = ((value ^ byte) * 0x100000001b3) % (1 << 64)\ntime.sleep(float(sys.argv[3]))\nprint(f'{value:016x}')";

/// Which process is killed, each time while a program of its own runs. It ends before the next kill: what is met too often is
/// given up, and so is whatever ran beside it.
const VICTIMS: [&str; 3] = ["server", "launcher", "both"];

/// The same in Rust: FNV-1a.
fn answer(number: u64, nonce: &str) -> String {
    let text = format!("{number}-{nonce}");
    let value = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |value, byte| {
        (value ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("up\n{value:016x}\n")
}

/// A program of this number that sleeps for so many seconds.
fn request(number: u64, nonce: &str, pause: &str, priority: u8) -> Value {
    json!({"language": "python", "source": SOURCE, "args": [number.to_string(), nonce, pause],
            "priority": priority, "limits": {"wall_time_ms": 120_000}})
}

/// Follows an execution until its program runs: before, it may have been claimed by a server without a launcher.
async fn until_it_runs(client: &Client, id: &str) -> anyhow::Result<()> {
    let mut stream = client.events(id, None).await?;
    while let Some(received) = stream.next().await? {
        if received.kind() == "output" {
            return Ok(());
        }
    }
    anyhow::bail!("{id} ended before it was seen running")
}

#[tokio::test]
async fn two_hundred_executions_survive_three_kills() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let mut client = server.client()?;
    let nonce = server.canary()["runyard-canary-".len()..].to_owned();

    let mut ids = Vec::new();
    for number in 0..EXECUTIONS {
        ids.push(client.submit(&request(number, &nonce, "0.1", 5)).await?);
    }

    let mut before: Option<(&str, Roles)> = None;
    for victim in VICTIMS {
        // Ahead of everything that waits, and long enough to be met on any machine.
        let pause = (3 * slowness()).to_string();
        let met = client.submit(&request(ids.len() as u64, &nonce, &pause, 9)).await?;
        ids.push(met.clone());
        until_it_runs(&client, &met).await?;
        let (roles, lines) = (server.roles()?, server.log().len());
        if let Some((victim, old)) = &before {
            assert!(
                *victim == "launcher" || roles.server.pid != old.server.pid,
                "the server was started again"
            );
            assert_ne!(
                roles.launcher.pid, old.launcher.pid,
                "the launcher was started again after {victim} died"
            );
        }
        let record = client.get(&format!("/api/v1/executions/{met}")).await?.expect(200)?;
        assert_eq!(record["status"], "RUNNING", "before {victim} is killed: {record}");
        if victim != "launcher" {
            roles.server.kill();
        }
        if victim != "server" {
            roles.launcher.kill();
        }
        if victim != "launcher" {
            server.wait_ready(lines)?;
        }
        // Connections to the dead server are dead too.
        client = server.client()?;
        client.finished(&met).await?;
        before = Some((victim, roles));
    }

    for (number, id) in (0..).zip(&ids) {
        let record = client.finished(id).await?;
        assert_eq!(
            (&record["status"], &record["stdout"]),
            (&json!("COMPLETED"), &json!(answer(number, &nonce))),
            "{record}"
        );
        let met = number >= EXECUTIONS;
        assert!(!met || record["attempts"] != 1, "a kill met this one, so it was run again: {record}");
    }

    let paths = Ledger::open(&server.data_dir()).await?.paths().await?;
    assert_eq!(paths.len(), ids.len());
    for (id, path) in paths {
        let ends = path.iter().filter(|status| !matches!(status.as_str(), "QUEUED" | "RUNNING")).count();
        assert!(
            ends == 1 && path.last().is_some_and(|last| last == "COMPLETED"),
            "{id} went through {path:?}"
        );
    }
    let stats: Value = client.get("/api/v1/stats").await?.expect(200)?;
    assert_eq!(
        (&stats["completed"], &stats["waiting"], &stats["running"]),
        (&json!(ids.len()), &json!(0), &json!(0)),
        "{stats}"
    );
    server.stop()
}

/// Whoever ends process 1 of the namespace that a program runs in takes the program along, which is no doing of the program's.
#[tokio::test]
async fn a_program_whose_namespace_was_ended_runs_again() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let pause = (3 * slowness()).to_string();
    let met = client.submit(&request(0, "met", &pause, 5)).await?;
    until_it_runs(&client, &met).await?;
    for process in descendants_of(server.roles()?.launcher.pid) {
        if process.name == "runyard-init" {
            process.kill();
        }
    }
    let record = client.finished(&met).await?;
    assert_eq!(record["stdout"], answer(0, "met"), "{record}");
    assert_eq!((&record["verdict"], &record["attempts"]), (&json!("ok"), &json!(2)), "{record}");
    // One that ends itself in the same way is told so.
    let source = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)";
    let record = client.run(&json!({"language": "python", "source": source})).await?;
    assert_eq!((&record["verdict"], &record["attempts"]), (&json!("runtime_error"), &json!(1)), "{record}");
    server.stop()
}

#[tokio::test]
async fn a_machine_that_lost_everything_comes_back() -> anyhow::Result<()> {
    let mut server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let mut ids = Vec::new();
    for number in 0..20_u64 {
        ids.push(client.submit(&request(number, "x", "0.1", 5)).await?);
    }
    until_it_runs(&client, &ids[5]).await?;
    server.kill_everything()?;
    server.start_again()?;
    for (number, id) in (0..20).zip(&ids) {
        let record = client.finished(id).await?;
        assert_eq!(
            (&record["verdict"], &record["stdout"]),
            (&json!("ok"), &json!(answer(number, "x"))),
            "{record}"
        );
    }
    server.stop()
}

#[tokio::test]
async fn a_stop_waits_for_what_runs_and_keeps_what_waits() -> anyhow::Result<()> {
    let mut server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?.with_token().await?;
    let source = "import time\nprint('up', flush=True)\ntime.sleep(1)\nprint('down')";
    let mut ids = Vec::new();
    for _ in 0..40 {
        ids.push(client.submit(&json!({"language": "python", "source": source})).await?);
    }
    until_it_runs(&client, &ids[0]).await?;
    // Somebody who waits for one that will not begin before the stop is told that it still waits.
    let asking = {
        let (client, submission) = (client.clone(), json!({"language": "python", "source": source}));
        let headers = [("prefer", "wait=30")];
        tokio::spawn(
            async move { client.json(Method::POST, "/api/v1/executions", &headers, &submission).await },
        )
    };
    while client.get("/api/v1/executions?limit=100").await?.expect(200)?["items"].as_array().map(Vec::len)
        != Some(41)
    {}
    server.stop_and_keep()?;
    let told = asking.await??.expect(202)?;
    assert_eq!(told["status"], "QUEUED", "{told}");
    ids.extend(told["id"].as_str().map(str::to_owned));
    assert_eq!(ids.len(), 41, "{told}");
    server.start_again()?;
    for id in &ids {
        let record = client.finished(id).await?;
        assert_eq!((&record["stdout"], &record["attempts"]), (&json!("up\ndown\n"), &json!(1)), "{record}");
    }
    server.stop()
}

/// As when it is a file on a disk that is full, or whoever collected it is gone.
#[tokio::test]
async fn a_server_whose_log_cannot_be_written_serves() -> anyhow::Result<()> {
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard")).unheard().start()?;
    let client = server.client()?;
    for number in 0..3 {
        let record = client.run(&request(number, "x", "0", 5)).await?;
        assert_eq!(record["stdout"], answer(number, "x"), "{record}");
    }
    server.stop()
}
