//! Programs behind a link.

use crate::app::App;
use serde_json::{Value, json};

fn program() -> Value {
    json!({ "language": "py", "files": [{ "path": "main.py", "content": "out hi" }], "stdin": "in", "args": ["a"] })
}

#[tokio::test]
async fn a_share_keeps_program_and_result() {
    let app = App::start().await;
    let client = app.client();
    let id = client.submit("out hi").await;
    client.finished(&id).await;
    let mut body = program();
    body["execution_id"] = json!(id);
    let made = client.post("/api/v1/shares", &body).await;
    let share = made.expect(201);
    let share_id = share["id"].as_str().unwrap();
    assert_eq!(share["url"], format!("/s/{share_id}"));
    assert!(made.cookie().is_some());
    let read = app.client().with_token().await.get(&format!("/api/v1/shares/{share_id}")).await.expect(200);
    assert_eq!(read, share);
    assert_eq!(read["language"], "python");
    assert_eq!(read["files"], json!([{ "path": "main.py", "content": "out hi", "encoding": "utf-8" }]));
    assert_eq!((&read["stdin"], &read["args"]), (&json!("in"), &json!(["a"])));
    assert_eq!(read["result"]["stdout"], "hi\n");
}

#[tokio::test]
async fn a_share_without_a_result_has_none() {
    let app = App::start().await;
    let share = app.client().post("/api/v1/shares", &program()).await.expect(201);
    assert_eq!(share["result"], Value::Null);
}

#[tokio::test]
async fn only_ended_executions_of_one_s_own_are_kept() {
    let app = App::start().await;
    let owner = app.client().with_token().await;
    let held = owner.submit("hold").await;
    let mut body = program();
    body["execution_id"] = json!(held);
    assert_eq!(owner.post("/api/v1/shares", &body).await.expect(409)["code"], "not_ended");
    let other = app.client().with_token().await;
    for (client, id) in
        [(&other, held.as_str()), (&owner, "nope"), (&owner, "00000000-0000-4000-8000-000000000000")]
    {
        body["execution_id"] = json!(id);
        let problem = client.post("/api/v1/shares", &body).await.expect(400);
        assert_eq!(
            (&problem["code"], &problem["field"]),
            (&json!("unknown_execution"), &json!("execution_id"))
        );
    }
}

#[tokio::test]
async fn unknown_shares_are_not_found() {
    let app = App::start().await;
    for id in ["x", "00000000-0000-4000-8000-000000000000", "%2e%2e"] {
        assert_eq!(app.client().get(&format!("/api/v1/shares/{id}")).await.expect(404)["code"], "not_found");
    }
}
