//! The document says what there is, and there is nothing it does not say.

use crate::app::App;
use reqwest::Method;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// `/a/{x}/b` and `/a/{y}/b` are one path.
fn shape(path: &str) -> String {
    let part = |part: &str| if part.starts_with('{') { "{}".to_owned() } else { part.to_owned() };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[test]
fn nothing_is_claimed_twice() {
    let mut claimants: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for claim in runyard_api::claims() {
        let key = (claim.method.to_string(), shape(&claim.path));
        claimants.entry(key).or_default().push(format!("{} ({})", claim.claimant, claim.path));
    }
    assert!(claimants.len() > 35, "{}", claimants.len());
    let twice: Vec<_> = claimants.iter().filter(|(_, claimants)| claimants.len() > 1).collect();
    assert!(twice.is_empty(), "claimed twice: {twice:#?}");
}

#[tokio::test]
async fn every_claim_answers_and_every_api_claim_is_documented() {
    let app = App::start().await;
    let document = app.client().get("/api/v1/openapi.json").await.expect(200);
    let paths = document["paths"].as_object().unwrap();
    let mut documented = BTreeSet::new();
    for (path, item) in paths {
        for method in item.as_object().unwrap().keys().filter(|key| *key != "parameters") {
            documented.insert((method.to_uppercase(), path.clone()));
        }
    }
    let mut claimed = BTreeSet::new();
    for claim in runyard_api::claims() {
        let path = claim.path.replace("{*rest}", "x").replace("{*path}", "x").replace(['{', '}'], "x");
        let method = Method::from_bytes(claim.method.as_str().as_bytes()).unwrap();
        let status = app.client().send(method, &path, None).await.status;
        assert_ne!(status, 405, "{} {}", claim.method, claim.path);
        assert!(status < 500, "{} {}", claim.method, claim.path);
        if claim.claimant != "pages" && claim.path != "/api/v1/openapi.json" {
            claimed.insert((claim.method.to_string(), claim.path));
        }
    }
    assert_eq!(documented, claimed);
}

#[tokio::test]
async fn the_document_is_sound() {
    let app = App::start().await;
    let text = app.client().get("/api/v1/openapi.json").await.text();
    let document: Value = serde_json::from_str(&text).unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3."));
    let mut missing = BTreeSet::new();
    for reference in text.split("\"$ref\":\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        let pointer = reference.strip_prefix('#').unwrap();
        if document.pointer(pointer).is_none() {
            missing.insert(reference);
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
    let mut operations = BTreeSet::new();
    for item in document["paths"].as_object().unwrap().values() {
        for operation in item.as_object().unwrap().values() {
            let id = operation["operationId"].as_str().unwrap();
            assert!(operations.insert(id.to_owned()), "{id} is used twice");
            assert!(operation["summary"].is_string(), "{id} has no summary");
            assert!(!operation["responses"].as_object().unwrap().is_empty(), "{id}");
        }
    }
    for schema in ["ExecutionRequest", "ExecutionView", "Problem", "Event", "ClientMessage", "ShareView"] {
        assert!(document["components"]["schemas"][schema].is_object(), "{schema}");
    }
}

/// The page's types are generated from this copy. `UPDATE=1` writes it anew; then run `npm --prefix web run generate`.
#[test]
fn the_copy_for_the_page_is_fresh() {
    let copy = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/openapi.json");
    let document = runyard_api::openapi_json() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(copy, &document).unwrap();
    }
    let stale = std::fs::read_to_string(copy).unwrap() != document;
    assert!(
        !stale,
        "web/openapi.json is stale: run this test with UPDATE=1, then `npm --prefix web run generate`"
    );
}
