//! The WebSocket of an execution.

use crate::app::App;
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Error, Message, client::IntoClientRequest as _, http::HeaderValue},
};

const SOON: Duration = Duration::from_secs(20);

struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

async fn open(app: &App, path: &str, headers: &[(&'static str, &str)]) -> Result<Socket, u16> {
    let mut request = format!("ws://{}{path}", app.address).into_client_request().unwrap();
    for (name, value) in headers {
        request.headers_mut().insert(*name, HeaderValue::from_str(value).unwrap());
    }
    match connect_async(request).await {
        Ok((stream, _)) => Ok(Socket(stream)),
        Err(Error::Http(response)) => Err(response.status().as_u16()),
        Err(error) => panic!("{error}"),
    }
}

impl Socket {
    async fn send(&mut self, message: &Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    /// The next JSON message; `None` once the server has closed.
    async fn next(&mut self) -> Option<Value> {
        loop {
            match timeout(SOON, self.0.next()).await.expect("the server says nothing")? {
                Ok(Message::Text(text)) => return Some(serde_json::from_str(&text).unwrap()),
                Ok(Message::Close(_)) | Err(_) => return None,
                Ok(_) => {}
            }
        }
    }

    /// Skips to the first message of this type.
    async fn until(&mut self, kind: &str) -> Value {
        loop {
            let message = self.next().await.unwrap_or_else(|| panic!("closed before {kind}"));
            if message["type"] == kind {
                return message;
            }
        }
    }

    async fn output(&mut self) -> String {
        self.until("output").await["data"].as_str().unwrap().to_owned()
    }

    async fn refusal(&mut self) -> String {
        self.until("error").await["code"].as_str().unwrap().to_owned()
    }
}

async fn interactive(app: &App, source: &str) -> String {
    let body = json!({ "language": "python", "source": source, "interactive": true });
    app.client().post("/api/v1/executions", &body).await.expect(202)["id"].as_str().unwrap().to_owned()
}

fn path(id: &str) -> String {
    format!("/api/v1/executions/{id}/ws")
}

#[tokio::test]
async fn a_conversation() {
    let app = App::start().await;
    let id = interactive(&app, "out ready\necho\nout bye").await;
    let mut socket = open(&app, &path(&id), &[]).await.unwrap_or_else(|status| panic!("{status}"));
    assert_eq!(socket.output().await, "ready\n");
    socket.send(&json!({ "type": "stdin", "data": "hello\n" })).await;
    assert_eq!(socket.output().await, "hello\n");
    socket.send(&json!({ "type": "stdin", "data": "AP8=", "encoding": "base64" })).await;
    let bytes = socket.until("output").await;
    assert_eq!((&bytes["data"], &bytes["encoding"]), (&json!("AP8="), &json!("base64")));
    socket.send(&json!({ "type": "resize", "columns": 120, "rows": 40 })).await;
    assert_eq!(socket.output().await, "120x40");
    socket.send(&json!({ "type": "signal", "signal": "SIGINT" })).await;
    assert_eq!(socket.output().await, "SIGINT");
    socket.send(&json!({ "type": "eof" })).await;
    assert_eq!(socket.output().await, "bye\n");
    assert_eq!(socket.until("end").await["status"], "COMPLETED");
    assert_eq!(socket.next().await, None, "then the stream closes");
}

#[tokio::test]
async fn stop_cancels() {
    let app = App::start().await;
    let id = interactive(&app, "out ready\nhold").await;
    let mut socket = open(&app, &path(&id), &[]).await.unwrap_or_else(|status| panic!("{status}"));
    socket.output().await;
    socket.send(&json!({ "type": "stop" })).await;
    assert_eq!(socket.until("end").await["status"], "CANCELLED");
}

#[tokio::test]
async fn what_cannot_be_taken_is_answered_and_the_socket_stays() {
    let app = App::start().await;
    let id = interactive(&app, "out ready\necho").await;
    let mut socket = open(&app, &path(&id), &[]).await.unwrap_or_else(|status| panic!("{status}"));
    socket.output().await;
    for (message, code) in [
        (json!(1), "invalid_message"),
        (json!([]), "invalid_message"),
        (json!({}), "invalid_message"),
        (json!({ "type": "dance" }), "invalid_message"),
        (json!({ "type": "stdin" }), "invalid_message"),
        (json!({ "type": "stdin", "data": 1 }), "invalid_message"),
        (json!({ "type": "stdin", "data": "x", "more": 1 }), "invalid_message"),
        (json!({ "type": "stdin", "data": "x", "encoding": "hex" }), "invalid_message"),
        (json!({ "type": "stdin", "data": "???", "encoding": "base64" }), "invalid_base64"),
        (json!({ "type": "signal", "signal": "SIGNOPE" }), "invalid_message"),
        (json!({ "type": "signal", "signal": 9 }), "invalid_message"),
        (json!({ "type": "resize", "columns": 65535, "rows": 65535 }), "invalid_message"),
        (json!({ "type": "resize", "columns": 0, "rows": 24 }), "invalid_message"),
        (json!({ "type": "resize", "columns": 65536, "rows": 24 }), "invalid_message"),
        (json!({ "type": "resize", "columns": -1, "rows": 24 }), "invalid_message"),
    ] {
        socket.send(&message).await;
        assert_eq!(socket.refusal().await, code, "{message}");
    }
    for text in ["", "nope", "{", "{\"type\":\"eof\",\"type\":\"eof\"}"] {
        socket.0.send(Message::text(text)).await.unwrap();
        assert_eq!(socket.refusal().await, "invalid_message", "{text}");
    }
    socket.0.send(Message::binary(vec![1, 2, 3])).await.unwrap();
    assert_eq!(socket.refusal().await, "invalid_message");
    socket.send(&json!({ "type": "stdin", "data": "still here" })).await;
    assert_eq!(socket.output().await, "still here");
}

#[tokio::test]
async fn only_the_owner_may_talk() {
    let app = App::start().await;
    let owner = app.client().with_token().await;
    let body = json!({ "language": "python", "source": "out ready\nhold", "interactive": true });
    let id = owner.post("/api/v1/executions", &body).await.expect(202)["id"].as_str().unwrap().to_owned();
    let mut socket = open(&app, &path(&id), &[]).await.unwrap_or_else(|status| panic!("{status}"));
    assert_eq!(socket.output().await, "ready\n", "whoever knows the id may watch");
    for message in
        [json!({ "type": "stdin", "data": "x" }), json!({ "type": "stop" }), json!({ "type": "eof" })]
    {
        socket.send(&message).await;
        assert_eq!(socket.refusal().await, "forbidden");
    }
}

#[tokio::test]
async fn programs_without_a_terminal_take_no_input() {
    let app = App::start().await;
    let id = app.client().submit("out ready\nhold").await;
    let mut socket = open(&app, &path(&id), &[]).await.unwrap_or_else(|status| panic!("{status}"));
    socket.output().await;
    socket.send(&json!({ "type": "stdin", "data": "x" })).await;
    assert_eq!(socket.refusal().await, "not_interactive");
}

#[tokio::test]
async fn foreign_pages_cannot_connect() {
    let app = App::start().await;
    let id = interactive(&app, "hold").await;
    let own = format!("http://{}", app.address);
    let cookie = format!("runyard_anonymous={}", "A".repeat(64));
    for (headers, status) in [
        (&[("origin", "https://evil.example")][..], Some(403)),
        (&[("origin", "null")], Some(403)),
        (&[("origin", "file://")], Some(403)),
        (&[("origin", "http://127.0.0.1")], Some(403)),
        (&[("cookie", cookie.as_str())], Some(403)),
        (&[("cookie", "other=1")], Some(403)),
        (&[("origin", "https://evil.example"), ("cookie", cookie.as_str())], Some(403)),
        (&[("origin", own.as_str())], None),
        (&[("origin", own.as_str()), ("cookie", cookie.as_str())], None),
        (&[], None),
    ] {
        assert_eq!(open(&app, &path(&id), headers).await.err(), status, "{headers:?}");
    }
}

#[tokio::test]
async fn wrong_handshakes() {
    let app = App::start().await;
    let id = interactive(&app, "hold").await;
    assert_eq!(open(&app, &path("nope"), &[]).await.err(), Some(404));
    assert_eq!(open(&app, &path("00000000-0000-4000-8000-000000000000"), &[]).await.err(), Some(404));
    assert_eq!(open(&app, &format!("{}?last_event_id=x", path(&id)), &[]).await.err(), Some(400));
    assert_eq!(open(&app, &path(&id), &[("authorization", "Bearer x")]).await.err(), Some(401));
    assert_eq!(app.client().get(&path(&id)).await.expect(426)["code"], "upgrade_required");
}

#[tokio::test]
async fn a_socket_continues_where_it_broke() {
    let app = App::start().await;
    let id = app.client().submit("out a\nout b").await;
    app.client().finished(&id).await;
    let mut socket = open(&app, &path(&id), &[]).await.unwrap_or_else(|status| panic!("{status}"));
    let mut ids = Vec::new();
    while let Some(event) = socket.next().await {
        ids.push(format!("{}.{}", event["attempt"], event["seq"]));
    }
    let path = format!("{}?last_event_id={}", path(&id), ids[0]);
    let mut socket = open(&app, &path, &[]).await.unwrap_or_else(|status| panic!("{status}"));
    let mut rest = Vec::new();
    while let Some(event) = socket.next().await {
        rest.push(format!("{}.{}", event["attempt"], event["seq"]));
    }
    assert_eq!(rest, ids[1..]);
}

#[tokio::test]
async fn too_large_and_too_many_messages_end_the_socket_and_nothing_else() {
    let app = App::start().await;
    let id = interactive(&app, "hold").await;
    let mut large = open(&app, &path(&id), &[]).await.unwrap_or_else(|status| panic!("{status}"));
    // The server may close before it has read all of it.
    let _ = large.0.send(Message::text("x".repeat(3 << 20))).await;
    while large.next().await.is_some() {}

    let mut many = open(&app, &path(&id), &[]).await.unwrap_or_else(|status| panic!("{status}"));
    for _ in 0..2000 {
        if many.0.feed(Message::Ping(Vec::new().into())).await.is_err() {
            break;
        }
    }
    let _ = many.0.flush().await;
    while many.next().await.is_some() {}
    let record = app.client().get(&format!("/api/v1/executions/{id}")).await.expect(200);
    assert_ne!(record["status"], "FAILED");
}

#[tokio::test]
async fn a_message_that_is_too_large_is_told_so() {
    let app = App::start().await;
    let id = interactive(&app, "hold").await;
    let socket = open(&app, &path(&id), &[]).await.unwrap_or_else(|status| panic!("{status}"));
    let (mut sink, mut stream) = socket.0.split();
    // The server stops reading in the middle, so sending may fail.
    let sending = tokio::spawn(async move { sink.send(Message::text("x".repeat(64 << 20))).await });
    let close = loop {
        match timeout(SOON, stream.next()).await.expect("the server says nothing") {
            Some(Ok(Message::Close(close))) => break close.expect("a reason"),
            Some(Ok(_)) => {}
            other => panic!("{other:?}"),
        }
    };
    assert_eq!((u16::from(close.code), close.reason.as_str()), (1009, "messages hold at most 1 MiB"));
    sending.abort();
}

#[tokio::test]
async fn the_end_of_the_server_is_said() {
    let app = App::start().await;
    let id = interactive(&app, "out ready\nhold").await;
    let mut socket = open(&app, &path(&id), &[]).await.unwrap_or_else(|status| panic!("{status}"));
    socket.output().await;
    app.shutdown.cancel();
    while socket.next().await.is_some() {}
}
