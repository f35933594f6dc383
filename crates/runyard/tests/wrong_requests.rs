//! Wrong input of every kind gets an answer of the right kind, and a good job works afterwards.

use runyard_testkit::{Answer, Client, Method, TestServer};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

/// The server's patience with slow clients in these tests.
const CONFIG: &str = "[server]\nrequest_timeout_ms = 1500\n";

/// What it is, the bytes, whether the connection is held open after them, the statuses that are right; `None` is being
/// closed without an answer.
type Sent<'a> = (&'a str, Vec<u8>, bool, &'a [Option<u16>]);

/// Method, path, headers, body, and the status that is right.
type Asked<'a> = (Method, &'a str, Vec<(&'a str, &'a str)>, &'a str, u16);

/// Raw bytes in, whatever comes back out, until the server closes. The writing half stays open when `held`.
async fn raw(port: u16, bytes: &[u8], held: bool) -> anyhow::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    // A server may refuse before it has read everything.
    let _refused_early = stream.write_all(bytes).await;
    if !held {
        let _closed_already = stream.shutdown().await;
    }
    let mut answer = Vec::new();
    let read = timeout(Duration::from_secs(20), stream.read_to_end(&mut answer)).await;
    anyhow::ensure!(read.is_ok(), "the connection hung after {:?}", String::from_utf8_lossy(&answer));
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// The status of the first answer on a raw connection; `None` when it was closed without one.
fn status(answer: &str) -> Option<u16> {
    answer.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()
}

async fn victim(client: &Client) -> anyhow::Result<()> {
    let record = client.run(&json!({"language": "python", "source": "print(6 * 7)"})).await?;
    anyhow::ensure!(record["stdout"] == "42\n", "{record}");
    Ok(())
}

fn problem(answer: &Answer, expected: u16) -> Option<String> {
    let body = answer.json().unwrap_or(Value::Null);
    let complete = body["status"] == answer.status
        && ["type", "title", "detail", "code", "request_id"].iter().all(|key| body[key].is_string());
    let kind = answer.header("content-type").unwrap_or_default();
    if answer.status != expected || !complete || !kind.starts_with("application/problem+json") {
        return Some(format!(
            "expected {expected} as a problem, got {} {kind}: {}",
            answer.status,
            answer.text()
        ));
    }
    None
}

#[tokio::test]
async fn broken_connections_harm_nobody() -> anyhow::Result<()> {
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard")).config(CONFIG).start()?;
    let (client, port) = (server.client()?, server.port());
    let head = "POST /api/v1/executions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";
    let mut faults = Vec::new();

    let cases: Vec<Sent<'_>> = vec![
        (
            "a body that is cut off",
            format!("{head}content-length: 100\r\n\r\n{{\"lang").into_bytes(),
            false,
            &[None, Some(400)],
        ),
        (
            "a body that never comes",
            format!("{head}content-length: 100\r\n\r\n").into_bytes(),
            true,
            &[None, Some(408), Some(400)],
        ),
        (
            "a head that never ends",
            b"GET / HTTP/1.1\r\nhost: local".to_vec(),
            true,
            &[None, Some(408), Some(400)],
        ),
        ("nothing at all", Vec::new(), false, &[None]),
        ("binary garbage", (0..=255).cycle().take(4096).collect(), false, &[None, Some(400)]),
        (
            "a TLS greeting",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
            false,
            &[None, Some(400)],
        ),
        (
            "a chunk of a wrong size",
            format!("{head}transfer-encoding: chunked\r\n\r\nZZ\r\n").into_bytes(),
            false,
            &[None, Some(400)],
        ),
        (
            "two lengths",
            format!("{head}content-length: 2\r\ncontent-length: 3\r\n\r\n{{}}").into_bytes(),
            false,
            &[None, Some(400)],
        ),
        (
            "a negative length",
            format!("{head}content-length: -1\r\n\r\n").into_bytes(),
            false,
            &[None, Some(400)],
        ),
        (
            "an endless length",
            format!("{head}content-length: 99999999999999999999999\r\n\r\n").into_bytes(),
            false,
            &[None, Some(400), Some(413)],
        ),
        (
            "a length beyond the cap",
            format!("{head}content-length: 999999999\r\n\r\n{{}}").into_bytes(),
            true,
            &[None, Some(413)],
        ),
        (
            "a header of a megabyte",
            format!("GET / HTTP/1.1\r\nhost: localhost\r\nx: {}\r\n\r\n", "x".repeat(1 << 20)).into_bytes(),
            false,
            &[None, Some(431), Some(400)],
        ),
        (
            "ten thousand headers",
            format!("GET / HTTP/1.1\r\nhost: localhost\r\n{}\r\n", "x: y\r\n".repeat(10_000)).into_bytes(),
            false,
            &[None, Some(431), Some(400)],
        ),
        (
            "an address of a megabyte",
            format!("GET /{} HTTP/1.1\r\nhost: localhost\r\n\r\n", "x".repeat(1 << 20)).into_bytes(),
            false,
            &[None, Some(414), Some(431), Some(400)],
        ),
        (
            "a header with a NUL",
            b"GET / HTTP/1.1\r\nhost: localhost\r\nx: a\0b\r\n\r\n".to_vec(),
            false,
            &[None, Some(400)],
        ),
        (
            "a version of nobody",
            b"GET / HTTP/9.9\r\nhost: localhost\r\n\r\n".to_vec(),
            false,
            &[None, Some(400), Some(505)],
        ),
    ];
    for (name, bytes, held, expected) in cases {
        let answer = raw(port, &bytes, held).await?;
        if !expected.contains(&status(&answer)) {
            faults.push(format!("{name}: {:?}", answer.get(..200).unwrap_or(&answer)));
        }
    }
    // Pipelined: two whole requests and half a third get two answers.
    let two = "GET /api/v1/health HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(2) + "GET /api/v1/hea";
    let answer = raw(port, two.as_bytes(), false).await?;
    if answer.matches("HTTP/1.1 200").count() != 2 {
        faults.push(format!("pipelined: {answer:?}"));
    }
    // A hundred clients that say nothing do not keep the next one out.
    let mut silent = Vec::new();
    for _ in 0..100 {
        silent.push(TcpStream::connect(("127.0.0.1", port)).await?);
    }
    victim(&client).await?;
    drop(silent);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    server.stop()
}

#[tokio::test]
async fn wrong_requests_get_problems() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let mut faults = Vec::new();

    let bodies: Vec<(Value, u16)> = vec![
        (json!(null), 400),
        (json!([]), 400),
        (json!("text"), 400),
        (json!({}), 400),
        (json!({"language": "python"}), 400),
        (json!({"source": "1"}), 400),
        (json!({"language": 7, "source": "1"}), 400),
        (json!({"language": "klingon", "source": "1"}), 400),
        (json!({"language": "", "source": "1"}), 400),
        (json!({"language": "../../etc", "source": "1"}), 400),
        (json!({"language": "python\u{0}", "source": "1"}), 400),
        (json!({"language": "python", "version": "9.99", "source": "1"}), 400),
        (json!({"language": "python", "source": 1}), 400),
        (json!({"language": "python", "source": "1", "surplus": true}), 400),
        (json!({"language": "python", "source": "1", "files": [{"path": "a.py", "content": "1"}]}), 400),
        (json!({"language": "python", "files": []}), 400),
        (json!({"language": "python", "files": [{"path": "../a.py", "content": "1"}]}), 400),
        (json!({"language": "python", "files": [{"path": "/etc/passwd", "content": "1"}]}), 400),
        (json!({"language": "python", "files": [{"path": "a\u{0}.py", "content": "1"}]}), 400),
        (json!({"language": "python", "files": [{"path": "", "content": "1"}]}), 400),
        (
            json!({"language": "python", "files": [{"path": "a.py", "content": "1"}, {"path": "a.py", "content": "2"}]}),
            400,
        ),
        (
            json!({"language": "python", "files": [{"path": "a", "content": "1"}, {"path": "a/b", "content": "2"}]}),
            400,
        ),
        (
            json!({"language": "python", "files": [{"path": "a.py", "content": "%", "encoding": "base64"}]}),
            400,
        ),
        (
            json!({"language": "python", "files": [{"path": "a.py", "content": "1", "encoding": "latin-1"}]}),
            400,
        ),
        (json!({"language": "python", "source": "x".repeat(65_537)}), 400),
        (json!({"language": "python", "source": "1", "stdin": "x".repeat((1 << 20) + 1)}), 400),
        (json!({"language": "python", "source": "1", "stdin": "%", "stdin_encoding": "base64"}), 400),
        (json!({"language": "python", "source": "1", "args": "x"}), 400),
        (json!({"language": "python", "source": "1", "args": ["a\u{0}b"]}), 400),
        (json!({"language": "python", "source": "1", "env": {"A=B": "x"}}), 400),
        (json!({"language": "python", "source": "1", "env": {"": "x"}}), 400),
        (json!({"language": "python", "source": "1", "env": {"A": "\u{0}"}}), 400),
        (json!({"language": "python", "source": "1", "priority": 10}), 400),
        (json!({"language": "python", "source": "1", "priority": -1}), 400),
        (json!({"language": "python", "source": "1", "limits": {"wall_time_ms": -1}}), 400),
        (json!({"language": "python", "source": "1", "limits": {"wall_time_ms": 1e300}}), 400),
        (json!({"language": "python", "source": "1", "limits": {"memory_bytes": 1e30}}), 400),
        (json!({"language": "python", "source": "1", "limits": {"memory_bytes": "big"}}), 400),
        (json!({"language": "python", "source": "1", "limits": {"processes": 4_000_000_000_u64}}), 400),
        (json!({"language": "python", "source": "1", "limits": {"cpu_cores": 0.0001}}), 400),
        (json!({"language": "python", "source": "1", "limits": {"nonsense": 1}}), 400),
    ];
    for (body, expected) in bodies {
        let answer = client.post("/api/v1/executions", &body).await?;
        let shown: String = body.to_string().chars().take(120).collect();
        faults.extend(problem(&answer, expected).map(|fault| format!("{shown}: {fault}")));
    }

    let texts = [
        "",
        "{",
        "{]",
        "nul",
        "\u{feff}{}",
        "{\"language\":\"python\",\"source\":\"\\ud800\"}",
        "{\"a\":1}{\"b\":2}",
    ];
    for text in
        texts.iter().map(|text| (*text).to_owned()).chain(["[".repeat(100_000), "{\"a\":".repeat(50_000)])
    {
        let answer = client
            .request(
                Method::POST,
                "/api/v1/executions",
                &[("content-type", "application/json")],
                text.clone(),
            )
            .await?;
        let shown: String = text.chars().take(60).collect();
        faults.extend(problem(&answer, 400).map(|fault| format!("{shown:?}: {fault}")));
    }

    let good = json!({"language": "python", "source": "1"}).to_string();
    let long = "k".repeat(300);
    let json_header = ("content-type", "application/json");
    let cases: Vec<Asked<'_>> = vec![
        (Method::POST, "/api/v1/executions", vec![("content-type", "text/plain")], &good, 415),
        (Method::POST, "/api/v1/executions", vec![], &good, 415),
        (Method::POST, "/api/v1/executions", vec![json_header, ("prefer", "wait=soon")], &good, 400),
        (Method::POST, "/api/v1/executions", vec![json_header, ("prefer", "wait=-1")], &good, 400),
        (Method::POST, "/api/v1/executions", vec![json_header, ("idempotency-key", "")], &good, 400),
        (Method::POST, "/api/v1/executions", vec![json_header, ("idempotency-key", &long)], &good, 400),
        (
            Method::POST,
            "/api/v1/executions",
            vec![json_header, ("authorization", "Bearer nonsense")],
            &good,
            401,
        ),
        (Method::POST, "/api/v1/executions", vec![json_header, ("authorization", "Basic eDp5")], &good, 401),
        (Method::PUT, "/api/v1/executions", vec![json_header], &good, 405),
        (Method::DELETE, "/api/v1/languages", vec![], "", 405),
        (Method::GET, "/api/v1/executions/not-an-id", vec![], "", 404),
        (Method::GET, "/api/v1/executions/00000000-0000-4000-8000-000000000000", vec![], "", 404),
        (Method::GET, "/api/v1/executions/00000000-0000-4000-8000-000000000000/events", vec![], "", 404),
        (Method::GET, "/api/v1/executions/00000000-0000-4000-8000-000000000000/source", vec![], "", 404),
        (Method::POST, "/api/v1/executions/00000000-0000-4000-8000-000000000000/cancel", vec![], "", 404),
        (Method::GET, "/api/v1/executions?limit=0", vec![], "", 400),
        (Method::GET, "/api/v1/executions?limit=many", vec![], "", 400),
        (Method::GET, "/api/v1/executions?cursor=nonsense", vec![], "", 400),
        (Method::GET, "/api/v1/executions?status=DONE", vec![], "", 400),
        (Method::GET, "/api/v1/languages/klingon", vec![], "", 404),
        (Method::GET, "/api/v1/shares/none", vec![], "", 404),
        (Method::GET, "/api/v1/no-such-thing", vec![], "", 404),
        (Method::GET, "/api/v1/executions/%00", vec![], "", 404),
        (Method::GET, "/api/v1/executions/..%2f..%2fetc%2fpasswd", vec![], "", 404),
    ];
    for (method, path, headers, body, expected) in cases {
        let answer = client.request(method.clone(), path, &headers, body.to_owned()).await?;
        faults
            .extend(problem(&answer, expected).map(|fault| format!("{method} {path} {headers:?}: {fault}")));
    }
    let large =
        client.request(Method::POST, "/api/v1/executions", &[json_header], vec![b' '; (8 << 20) + 1]).await;
    // The server may close the connection while the body is still on its way.
    if let Ok(answer) = large {
        faults.extend(problem(&answer, 413).map(|fault| format!("a body beyond the cap: {fault}")));
    }
    assert!(faults.is_empty(), "{} of them:\n{}", faults.len(), faults.join("\n"));

    // The same key with another body, and then everything still works.
    let key = [("idempotency-key", "one")];
    let first = client
        .json(Method::POST, "/api/v1/executions", &key, &json!({"language": "python", "source": "1"}))
        .await?;
    let same = client
        .json(Method::POST, "/api/v1/executions", &key, &json!({"language": "python", "source": "1"}))
        .await?;
    assert_eq!(first.json()?["id"], same.json()?["id"]);
    let other = client
        .json(Method::POST, "/api/v1/executions", &key, &json!({"language": "python", "source": "2"}))
        .await?;
    assert_eq!(problem(&other, 422), None);
    victim(&client).await?;
    server.stop()
}
