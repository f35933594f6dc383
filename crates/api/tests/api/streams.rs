//! Server-Sent Events.

use crate::app::App;
use serde_json::{Value, json};

struct Frame {
    id: String,
    event: Value,
}

fn frames(body: &str) -> Vec<Frame> {
    let mut frames = Vec::new();
    for frame in body.split("\n\n").filter(|frame| !frame.trim().is_empty()) {
        let field = |name: &str| frame.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        if let (Some(id), Some(data)) = (field("id:"), field("data:")) {
            frames.push(Frame { id: id.to_owned(), event: serde_json::from_str(data).unwrap() });
        }
    }
    frames
}

fn kinds(frames: &[Frame]) -> Vec<&str> {
    frames.iter().map(|frame| frame.event["type"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_stream_tells_everything_and_ends() {
    let app = App::start().await;
    let client = app.client();
    let id = client.submit("out a\nerr b").await;
    let answer = client.get(&format!("/api/v1/executions/{id}/events")).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), Some("text/event-stream"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let body = answer.text();
    let frames = frames(&body);
    let kinds = kinds(&frames);
    assert_eq!(kinds.last(), Some(&"end"), "{body}");
    let end = &frames.last().unwrap().event;
    assert_eq!(
        (&end["status"], &end["verdict"], &end["exit_code"]),
        (&json!("COMPLETED"), &json!("ok"), &json!(0))
    );
    for frame in &frames {
        assert_eq!(frame.event["execution_id"], id);
        assert_eq!(frame.id, format!("{}.{}", frame.event["attempt"], frame.event["seq"]));
    }
}

#[tokio::test]
async fn a_stream_continues_where_it_broke() {
    let app = App::start().await;
    let client = app.client();
    let id = client.submit("out a\nout b\nout c").await;
    client.finished(&id).await;
    let path = format!("/api/v1/executions/{id}/events");
    let all = frames(&client.get(&path).await.text());
    assert!(all.len() > 1);
    for (position, frame) in all.iter().enumerate() {
        let by_header = frames(&client.with("last-event-id", &frame.id).get(&path).await.text());
        let by_query = frames(&client.get(&format!("{path}?last_event_id={}", frame.id)).await.text());
        // Who has seen the end and asks again is told the end again, so that no client waits for ever.
        let from = (position + 1).min(all.len() - 1);
        let expected: Vec<_> = all[from..].iter().map(|frame| &frame.id).collect();
        assert_eq!(by_header.iter().map(|frame| &frame.id).collect::<Vec<_>>(), expected);
        assert_eq!(by_query.iter().map(|frame| &frame.id).collect::<Vec<_>>(), expected);
    }
}

#[tokio::test]
async fn wrong_streams() {
    let app = App::start().await;
    let client = app.client();
    let id = client.submit("out a").await;
    let path = format!("/api/v1/executions/{id}/events");
    for last in ["x", "1", "1.", ".1", "-1.1", "1.-1", "1.1.1", "99999999999.1"] {
        let problem = client.with("last-event-id", last).get(&path).await.expect(400);
        assert_eq!(
            (&problem["code"], &problem["field"]),
            (&json!("invalid_event_id"), &json!("Last-Event-ID")),
            "{last}"
        );
        let problem = client.get(&format!("{path}?last_event_id={last}")).await.expect(400);
        assert_eq!(
            (&problem["code"], &problem["field"]),
            (&json!("invalid_event_id"), &json!("last_event_id")),
            "{last}"
        );
    }
    assert_eq!(client.get(&format!("{path}?since=1")).await.expect(400)["code"], "unknown_parameter");
    for unknown in ["x", "00000000-0000-4000-8000-000000000000"] {
        assert_eq!(
            client.get(&format!("/api/v1/executions/{unknown}/events")).await.expect(404)["code"],
            "not_found"
        );
    }
}
