//! Clients that are slow, endless, compressed or malformed below HTTP.

use crate::app::{App, Setup};
use std::time::Duration;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

/// Longer than any answer to these may take.
const SOON: Duration = Duration::from_secs(20);

async fn connect(app: &App) -> TcpStream {
    TcpStream::connect(app.address).await.unwrap()
}

/// Sends bytes and returns everything that comes back until the server closes.
async fn exchange(app: &App, request: &[u8]) -> String {
    let mut stream = connect(app).await;
    // The server may close while we still write: what it said before counts.
    let _ = stream.write_all(request).await;
    rest(&mut stream).await
}

async fn rest(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        match timeout(SOON, stream.read(&mut buffer)).await.expect("the server neither answers nor closes") {
            Ok(0) | Err(_) => return String::from_utf8_lossy(&answer).into_owned(),
            Ok(count) => answer.extend_from_slice(&buffer[..count]),
        }
    }
}

fn post(headers: &str, body: &str) -> Vec<u8> {
    format!("POST /api/v1/executions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n{headers}\r\n{body}")
        .into_bytes()
}

async fn still_well(app: &App) {
    app.client().get("/api/v1/health").await.expect(200);
}

#[tokio::test]
async fn a_body_that_drips_is_cut_off() {
    let app = Setup::default().set("SERVER_REQUEST_TIMEOUT_MS", "200").start().await;
    let mut stream = connect(&app).await;
    stream.write_all(&post("Content-Length: 100\r\n", "{")).await.unwrap();
    let answer = rest(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("\"request_timeout\""), "{answer}");
    still_well(&app).await;
}

#[tokio::test]
async fn who_sends_too_much_is_told_so() {
    let app = App::start().await;
    let body = "x".repeat(12 << 20);
    let chunked = format!("{:x}\r\n{body}\r\n0\r\n\r\n", body.len());
    for request in [
        post(&format!("Content-Length: {}\r\n", body.len()), &body),
        post("Transfer-Encoding: chunked\r\n", &chunked),
    ] {
        let mut stream = connect(&app).await;
        // Everything is sent before the answer is read.
        timeout(SOON, stream.write_all(&request)).await.unwrap().expect("the server reads on");
        let mut answer = String::new();
        timeout(SOON, stream.read_to_string(&mut answer))
            .await
            .unwrap()
            .expect("the connection ends in order");
        assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
        assert!(answer.contains("\"body_too_large\""), "{answer}");
    }
    still_well(&app).await;
}

#[tokio::test]
async fn a_head_that_drips_is_cut_off() {
    let app = Setup::default().set("SERVER_REQUEST_TIMEOUT_MS", "200").start().await;
    let mut stream = connect(&app).await;
    stream.write_all(b"GET / HTTP/1.1\r\nHost").await.unwrap();
    let answer = rest(&mut stream).await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    still_well(&app).await;
}

#[tokio::test]
async fn a_body_that_announces_too_much_is_refused_before_it_comes() {
    let app = App::start().await;
    let mut stream = connect(&app).await;
    stream.write_all(&post("Content-Length: 2000000000\r\n", "{")).await.unwrap();
    let answer = rest(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 413") && answer.contains("body_too_large"), "{answer}");
    still_well(&app).await;
}

#[tokio::test]
async fn a_body_without_an_end_is_cut_at_the_limit() {
    let app = Setup::default().set("SUBMISSION_MAX_BODY_BYTES", "100000").start().await;
    let chunk = format!("2710\r\n{}\r\n", " ".repeat(10_000));
    let answer = exchange(&app, &post("Transfer-Encoding: chunked\r\n", &chunk.repeat(12))).await;
    assert!(answer.starts_with("HTTP/1.1 413") && answer.contains("body_too_large"), "{answer}");
    still_well(&app).await;
}

#[tokio::test]
async fn compressed_bodies_are_refused() {
    let app = App::start().await;
    let answer = exchange(&app, &post("Content-Encoding: gzip\r\nContent-Length: 4\r\n", "\u{1f}xxx")).await;
    assert!(answer.starts_with("HTTP/1.1 415") && answer.contains("unsupported_media_type"), "{answer}");
}

#[tokio::test]
async fn a_body_that_breaks_off_makes_nothing() {
    let app = Setup::default().without_worker().start().await;
    let mut stream = connect(&app).await;
    stream
        .write_all(&post("Content-Length: 100\r\n", r#"{"language":"python","source":"x"}"#))
        .await
        .unwrap();
    stream.shutdown().await.unwrap();
    rest(&mut stream).await;
    assert_eq!(app.services.executions.stats().await.unwrap().waiting, 0);
}

#[tokio::test]
async fn nonsense_below_http_is_refused() {
    let app = App::start().await;
    let long = "x".repeat(1 << 20);
    for request in [
        "\0\0\0\0\r\n\r\n".to_owned(),
        "GET / HTTP/9.9\r\n\r\n".to_owned(),
        "GET /\r\n HTTP/1.1\r\n\r\n".to_owned(),
        format!("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: x\r\nX-Long: {long}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(5000)),
        "POST /api/execute HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n".to_owned(),
        "POST /api/execute HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello"
            .to_owned(),
        "POST /api/execute HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n".to_owned(),
    ] {
        let answer =
            exchange(&app, request.replace("Host: x\r\n", "Host: x\r\nConnection: close\r\n").as_bytes())
                .await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
    }
    still_well(&app).await;
}

#[tokio::test]
async fn huge_json_is_refused_fast() {
    let app = App::start().await;
    let client = app.client();
    let keys: String = (0..300_000).map(|number| format!("\"k{number}\":1,")).collect();
    for (text, code) in [
        (format!("{{{keys}\"z\":1}}"), "unknown_field"),
        (format!("{{\"env\":{{{}\"z\":\"1\"}}}}", keys.replace(":1,", ":\"1\",")), "invalid_value"),
        (format!("{{\"args\":[{}\"\"]}}", "\"\",".repeat(1_000_000)), "invalid_value"),
        (format!("{{\"files\":[{}", "[".repeat(5_000_000)), "invalid_type"),
        (format!("{{\"limits\":{}", "{\"limits\":".repeat(500_000)), "unknown_field"),
    ] {
        let body = ("application/json", text.into_bytes());
        let answer = client.send(reqwest::Method::POST, "/api/v1/executions", Some(body)).await;
        assert_eq!(answer.expect(400)["code"], code);
    }
    // These contracts ignore unknown fields, whatever is in them.
    let deep = format!(
        r#"{{"x":{}1{},"code":"","language":"python"}}"#,
        "[".repeat(1_000_000),
        "]".repeat(1_000_000)
    );
    let answer = client
        .send(reqwest::Method::POST, "/api/execute", Some(("application/json", deep.into_bytes())))
        .await;
    assert_eq!(answer.expect(400)["code"], "missing_field");
    still_well(&app).await;
}

#[tokio::test]
async fn a_server_that_stops_finishes_what_it_began() {
    let mut app = App::start().await;
    let client = app.client();
    let id = client.submit("hold").await;
    let path = format!("http://{}/api/v1/executions/{id}/events", app.address);
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let events = http.get(path).send().await.unwrap();
    assert_eq!(events.status().as_u16(), 200);
    app.shutdown.cancel();
    timeout(SOON, events.text()).await.unwrap().expect("the stream ends in order");
    timeout(SOON, app.server.take().unwrap()).await.unwrap().unwrap();
    assert!(TcpStream::connect(app.address).await.is_err(), "nothing listens any more");
}
