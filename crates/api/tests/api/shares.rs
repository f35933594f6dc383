//! Programs behind a link.

use crate::{app::App, client::Client};
use serde_json::{Value, json};

fn program() -> Value {
    json!({ "language": "py", "files": [{ "path": "main.py", "content": "out hi" }], "stdin": "in", "args": ["a"] })
}

#[tokio::test]
async fn a_share_keeps_program_and_result() {
    let app = App::start().await;
    let client = app.client();
    let mut body = program();
    let id = ended(&client, &body).await;
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

/// An ended execution of this program.
async fn ended(client: &Client, program: &Value) -> String {
    let made = client.post("/api/v1/executions", program).await.expect(202);
    let id = made["id"].as_str().unwrap().to_owned();
    client.finished(&id).await;
    id
}

#[tokio::test]
async fn a_share_keeps_compiler_flags() {
    let app = App::start().await;
    let client = app.client();
    let mut body = json!({ "language": "c", "files": [{ "path": "main.c", "content": "out hi" }] });
    body["compiler_flags"] = json!(["-O3", "-DX"]);
    let id = ended(&client, &body).await;
    body["execution_id"] = json!(id);
    let share = client.post("/api/v1/shares", &body).await.expect(201);
    assert_eq!(share["compiler_flags"], json!(["-O3", "-DX"]));
    assert_eq!(share["result"]["stdout"], "hi\n");
    body["compiler_flags"] = json!(["-O3"]);
    let problem = client.post("/api/v1/shares", &body).await.expect(400);
    assert_eq!(problem["code"], "result_of_another_program");
}

#[tokio::test]
async fn a_result_is_shared_with_its_own_program_only() {
    let app = App::start().await;
    let client = app.client();
    let id = ended(&client, &program()).await;
    for (field, other) in [
        ("language", json!("ruby")),
        ("files", json!([{ "path": "main.py", "content": "out ho" }])),
        ("files", json!([{ "path": "other.py", "content": "out hi" }])),
        ("files", json!([{ "path": "main.py", "content": "out hi" }, { "path": "b", "content": "" }])),
        ("stdin", json!("")),
        ("args", json!(["b"])),
    ] {
        let mut body = program();
        body[field] = other;
        body["execution_id"] = json!(id);
        let problem = client.post("/api/v1/shares", &body).await.expect(400);
        assert_eq!(
            (&problem["code"], &problem["field"]),
            (&json!("result_of_another_program"), &json!("execution_id")),
            "{field}"
        );
    }
    // A source of its own is the main file.
    let source = client.submit("out hi").await;
    client.finished(&source).await;
    let mut body = json!({ "language": "python", "files": [{ "path": "main.py", "content": "out hi" }] });
    body["execution_id"] = json!(source);
    assert_eq!(client.post("/api/v1/shares", &body).await.expect(201)["result"]["id"], source);
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
