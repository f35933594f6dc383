//! `runyard bench`: what it counts is what happened, and what it cannot measure it says.

use runyard_testkit::TestServer;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpListener,
    process::{Command, Output, Stdio},
    thread,
};

fn bench(url: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runyard"));
    command.arg("bench").arg(url).args(arguments).env_remove("RUNYARD_TOKEN");
    command
}

fn report(output: &Output) -> anyhow::Result<Value> {
    serde_json::from_slice(&output.stdout).map_err(|error| anyhow::anyhow!("{error}: {output:?}"))
}

fn complaint(mut command: Command) -> anyhow::Result<String> {
    let output = command.output()?;
    anyhow::ensure!(output.status.code() == Some(126) && output.stdout.is_empty(), "{output:?}");
    Ok(String::from_utf8(output.stderr)?)
}

#[tokio::test]
async fn a_healthy_server_is_measured_without_errors() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let url = server.client()?.base().to_owned();

    let before = server.client()?.get("/api/v1/stats").await?.expect(200)?["completed"].clone();
    let output = bench(&url, &["--seconds", "1", "--clients", "3", "--json"]).output()?;
    let report_of_clients = report(&output)?;
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let after = server.client()?.get("/api/v1/stats").await?.expect(200)?["completed"].clone();
    let count = |value: &Value| value.as_u64().unwrap();
    // One more: the hello program as it is.
    assert_eq!(count(&report_of_clients["submissions"]) + 1, count(&after) - count(&before));
    assert_eq!(report_of_clients["right"], report_of_clients["submissions"], "{report_of_clients}");
    let latency = ["p50", "p90", "p99", "max"].map(|key| report_of_clients["latency_ms"][key].as_f64());
    assert!(latency.is_sorted() && latency.iter().all(Option::is_some), "{report_of_clients}");

    // Languages that are compiled, and planned moments: one second of five a second.
    let output = bench(&url, &["--seconds", "1", "--rate", "5", "--language", "c", "--json"]).output()?;
    let report_of_rate = report(&output)?;
    assert_eq!((&report_of_rate["submissions"], &report_of_rate["right"]), (&5.into(), &5.into()));

    let token = server.client()?.post("/api/v1/tokens", &Value::Null).await?.expect(201)?;
    let token = token["token"].as_str().unwrap();
    let output = bench(&url, &["--seconds", "1"]).env("RUNYARD_TOKEN", token).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && text.contains("p99") && text.contains("errors               0"),
        "{text}"
    );

    let said = complaint(bench(&url, &["--token", "not-one-of-ours"]))?;
    assert!(said.contains("failed to use the token"), "{said}");
    let said = complaint(bench(&url, &["--language", "klingon/../c"]))?;
    assert!(said.contains("\"klingon/../c\"") && said.contains("python"), "{said}");

    // Somebody presses Ctrl-C.
    let mut child = bench(&url, &["--seconds", "600"]).stdout(Stdio::piped()).spawn()?;
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut title = String::new();
    output.read_line(&mut title)?;
    assert!(title.starts_with("Runyard ") && title.contains("2 clients"), "{title}");
    let seen = count(&server.client()?.get("/api/v1/stats").await?.expect(200)?["completed"]);
    while count(&server.client()?.get("/api/v1/stats").await?.expect(200)?["completed"]) < seen + 3 {
        tokio::task::yield_now().await;
    }
    kill_process(Pid::from_child(&child), Signal::INT)?;
    let mut rest = String::new();
    output.read_to_string(&mut rest)?;
    assert!(child.wait()?.success(), "{rest}");
    assert!(rest.contains("stopped after") && rest.contains("p99"), "{rest}");
    server.stop()
}

#[test]
fn refusals_are_counted_by_kind_and_fail_the_command() -> anyhow::Result<()> {
    let config = "[queue]\nmax_depth = 1\n[worker]\nslots = 1\nconcurrency = 1\n";
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard")).config(config).start()?;
    let url = server.client()?.base().to_owned();
    let output = bench(&url, &["--seconds", "1", "--clients", "16", "--json"]).output()?;
    let report = report(&output)?;
    assert_eq!(output.status.code(), Some(1), "{report}");
    let number = |key: &str| report[key].as_u64().unwrap();
    let full = report["errors"]["503 queue_full"].as_u64().unwrap_or(0);
    assert!(full > 0 && number("right") > 0 && number("wrong") == 0, "{report}");
    assert_eq!(number("submissions"), number("right") + full, "{report}");
    server.stop()
}

#[test]
fn what_is_no_runyard_server_is_told_apart() -> anyhow::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    let answering = thread::spawn(move || -> anyhow::Result<()> {
        let (mut stream, _) = listener.accept()?;
        // Read to the end of the head: a connection closed with unread bytes is reset.
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte)?;
            head.extend(byte);
        }
        Ok(stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello")?)
    });
    let said = complaint(bench(&url, &[]))?;
    assert!(said.contains("find a Runyard server") && said.contains("something else"), "{said}");
    answering.join().unwrap()?;

    // Nobody has it any more.
    let said = complaint(bench(&url, &[]))?;
    assert!(said.contains("nothing listens there"), "{said}");
    for (address, words) in
        [("https://127.0.0.1:1", "only http"), ("127.0.0.1:8080", "understand the address")]
    {
        let said = complaint(bench(address, &[]))?;
        assert!(said.contains(words), "{said}");
    }
    for wrong in [["--rate", "0"], ["--clients", "0"], ["--seconds", "x"]] {
        let output = bench(&url, &wrong).output()?;
        assert_eq!(output.status.code(), Some(2), "{output:?}");
    }
    Ok(())
}
