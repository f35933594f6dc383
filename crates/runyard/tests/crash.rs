//! kill -9 of any process loses no execution and doubles none.

use runyard_testkit::{Client, Ledger, Roles, TestServer, slowness};
use serde_json::{Value, json};

const EXECUTIONS: u64 = 200;

/// What each program computes from its number and the test's nonce, so that no answer can be mistaken for another's.
const SOURCE: &str = "import sys, time\nvalue = 0xcbf29ce484222325\nfor byte in '-'.join(sys.argv[1:3]).encode():\n    \
    value = ((value ^ byte) * 0x100000001b3) % (1 << 64)\ntime.sleep(float(sys.argv[3]))\nprint(f'{value:016x}')";

/// Which process is killed while which execution runs. These executions run long enough to be met.
const KILLS: [(&str, usize); 3] = [("server", 20), ("launcher", 70), ("both", 120)];

/// How long a program sleeps before it answers, in seconds.
fn pause(number: usize) -> String {
    if KILLS.iter().any(|(_, at)| *at == number) { (3 * slowness()).to_string() } else { "0.1".to_owned() }
}

/// The same in Rust: FNV-1a.
fn answer(number: u64, nonce: &str) -> String {
    let text = format!("{number}-{nonce}");
    let value = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |value, byte| {
        (value ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{value:016x}\n")
}

/// Follows an execution until its program runs.
async fn until_it_runs(client: &Client, id: &str) -> anyhow::Result<()> {
    let mut stream = client.events(id, None).await?;
    while let Some(received) = stream.next().await? {
        if received.kind() == "stage" {
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
        let pause = pause(usize::try_from(number)?);
        let request = json!({"language": "python", "source": SOURCE, "args": [number.to_string(), nonce, pause],
                "limits": {"wall_time_ms": 120_000}});
        ids.push(client.submit(&request).await?);
    }

    // The queue is first in, first out, so later executions still wait when an earlier one runs.
    let mut before: Option<(&str, Roles)> = None;
    for (victim, at) in KILLS {
        until_it_runs(&client, &ids[at]).await?;
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
        let record = client.get(&format!("/api/v1/executions/{}", ids[at])).await?.expect(200)?;
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
        before = Some((victim, roles));
    }

    for (number, id) in (0..EXECUTIONS).zip(&ids) {
        let record = client.finished(id).await?;
        assert_eq!(
            (&record["status"], &record["stdout"]),
            (&json!("COMPLETED"), &json!(answer(number, &nonce))),
            "{record}"
        );
        let met = KILLS.iter().any(|(_, at)| id == &ids[*at]);
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
        (&json!(EXECUTIONS), &json!(0), &json!(0)),
        "{stats}"
    );
    server.stop()
}

#[tokio::test]
async fn a_machine_that_lost_everything_comes_back() -> anyhow::Result<()> {
    let mut server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let mut ids = Vec::new();
    for number in 0..20_u64 {
        let request =
            json!({"language": "python", "source": SOURCE, "args": [number.to_string(), "x", "0.1"]});
        ids.push(client.submit(&request).await?);
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
    let client = server.client()?;
    let source = "import time\nprint('up', flush=True)\ntime.sleep(1)\nprint('down')";
    let mut ids = Vec::new();
    for _ in 0..40 {
        ids.push(client.submit(&json!({"language": "python", "source": source})).await?);
    }
    until_it_runs(&client, &ids[0]).await?;
    server.stop_and_keep()?;
    server.start_again()?;
    for id in &ids {
        let record = client.finished(id).await?;
        assert_eq!((&record["stdout"], &record["attempts"]), (&json!("up\ndown\n"), &json!(1)), "{record}");
    }
    server.stop()
}
