//! Every route that names an object, asked by everyone: its owner, another owner, and nobody.

use crate::{app::App, client::Client};
use reqwest::Method;
use serde_json::json;

/// What a caller gets: read by id is open, everything else is the owner's.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Rule {
    /// Whoever knows the id.
    Open,
    /// The owner; all others get 404.
    Owner,
}

fn rule(method: &Method, path: &str) -> Option<Rule> {
    Some(match (method.as_str(), path) {
        ("GET", "/api/v1/executions/{id}" | "/api/v1/executions/{id}/events") => Rule::Open,
        // Without a handshake everyone is told to make one.
        ("GET", "/api/v1/executions/{id}/ws") => Rule::Open,
        ("GET", "/api/v1/shares/{id}" | "/api/jobs/{jobId}" | "/executions/{executionId}") => Rule::Open,
        ("GET", "/executions/sessions/{sessionId}" | "/api/v1/languages/{id}") => Rule::Open,
        ("GET", "/s/{id}" | "/embed/{id}" | "/docs/{file}" | "/assets/{*path}" | "/app/{*rest}") => {
            Rule::Open
        }
        ("POST", "/api/v1/executions/{id}/cancel") | ("DELETE", "/api/jobs/{jobId}") => Rule::Owner,
        ("GET", "/api/v1/executions/{id}/source") => Rule::Owner,
        ("PATCH", "/code-sessions/{sessionId}") | ("POST", "/code-sessions/{sessionId}/run") => Rule::Owner,
        _ if !path.contains('{') => return None,
        _ => panic!("{method} {path} names an object: say here who may use it"),
    })
}

async fn ask(client: &Client, method: &Method, path: &str, ids: &[(&str, &str)]) -> u16 {
    let mut path = path.to_owned();
    for (prefix, id) in ids {
        if path.starts_with(prefix) {
            let begin = path.find('{').unwrap();
            let end = path.find('}').unwrap();
            path.replace_range(begin..=end, id);
            break;
        }
    }
    let body = (*method == Method::PATCH).then(|| {
        ("application/json", json!({ "language": "python", "source_code": "x" }).to_string().into_bytes())
    });
    client.send(method.clone(), &path, body).await.status
}

#[tokio::test]
async fn objects_are_their_owner_s() {
    let app = App::start().await;
    let owner = app.client().with_token().await;
    let strangers = [app.client(), app.client().with_token().await];
    let done = owner.submit("out done").await;
    owner.finished(&done).await;
    let session = owner.post("/code-sessions", &json!({ "language": "python" })).await.expect(201);
    let session = session["session_id"].as_str().unwrap();
    let program = json!({ "language": "python", "files": [{ "path": "a", "content": "x" }] });
    let share = owner.post("/api/v1/shares", &program).await.expect(201);
    let ids = [
        ("/api/v1/executions", done.as_str()),
        ("/api/jobs", done.as_str()),
        ("/executions/sessions", session),
        ("/executions", done.as_str()),
        ("/code-sessions", session),
        ("/api/v1/shares", share["id"].as_str().unwrap()),
        ("/api/v1/languages", "python"),
        ("/docs", "start.js"),
        ("/", "x"),
    ];
    let mut asked = 0;
    for claim in runyard_api::claims() {
        let method = Method::from_bytes(claim.method.as_str().as_bytes()).unwrap();
        let Some(rule) = rule(&method, &claim.path) else { continue };
        let own = ask(&owner, &method, &claim.path, &ids).await;
        for stranger in &strangers {
            let theirs = ask(stranger, &method, &claim.path, &ids).await;
            match rule {
                Rule::Open => assert_eq!(theirs, own, "{method} {}", claim.path),
                Rule::Owner => {
                    assert_eq!(theirs, 404, "{method} {}", claim.path);
                    // Ended executions cannot be cancelled: 409 shows that the owner was let in.
                    assert!(own < 300 || own == 409, "{method} {}: {own}", claim.path);
                }
            }
            asked += 1;
        }
    }
    assert!(asked >= 30, "{asked}");
}
