//! Bodies of requests to every family of routes, through the whole router: whatever comes, the answer is not a server error.
//! The first byte picks the route.
#![no_main]

use axum::{
    body::Body,
    extract::connect_info::MockConnectInfo,
    http::{Request, header::CONTENT_TYPE},
};
use http_body_util::BodyExt as _;
use libfuzzer_sys::fuzz_target;
use runyard_api::{ApiParts, ApiState, Caches, TokenKey, router};
use runyard_config::{Config, Sources};
use runyard_executions::{ServiceOptions, Services};
use runyard_languages::{Availability, Catalogue};
use runyard_store::StoreOptions;
use std::{cell::RefCell, net::SocketAddr, sync::Arc};
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

const ROUTES: [(&str, &str); 8] = [
    ("POST", "/api/v1/executions"),
    ("POST", "/api/v1/shares"),
    ("POST", "/api/execute"),
    ("POST", "/code-sessions"),
    ("PATCH", "/code-sessions/018f0000-0000-7000-8000-000000000000"),
    ("POST", "/code-sessions/018f0000-0000-7000-8000-000000000000/run"),
    ("POST", "/api/v1/executions/018f0000-0000-7000-8000-000000000000/cancel"),
    ("POST", "/executions"),
];

/// After this many requests everything is made anew, so that what was accepted does not pile up.
const REQUESTS: u32 = 2000;

struct World {
    runtime: Runtime,
    router: axum::Router,
    left: u32,
    _folder: tempfile::TempDir,
}

impl World {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let folder = tempfile::tempdir_in("/dev/shm").expect("a temporary folder");
        let router = runtime.block_on(async {
            let sources = Sources { machine_cores: 2, ..Sources::default() };
            let config = Arc::new(Config::load(&sources).expect("the defaults are right"));
            let options = ServiceOptions::new(StoreOptions::new(folder.path().join("runyard.db")));
            let services = Services::open(options).await.expect("the services open");
            let catalogue = Catalogue::embedded().expect("the languages are right");
            for language in catalogue.iter() {
                catalogue.set_availability(&language.id, Availability::available(None));
            }
            router(ApiState::new(ApiParts {
                executions: services.executions.clone(),
                sessions: services.sessions.clone(),
                shares: services.shares.clone(),
                catalogue: Arc::new(catalogue),
                config,
                caches: Caches::default(),
                token_key: TokenKey::new(b"0123456789abcdef0123456789abcdef").expect("it is long enough"),
                protection: Vec::new(),
                shutdown: tokio_util::sync::CancellationToken::new(),
            }))
            .layer(MockConnectInfo(SocketAddr::from(([127, 0, 0, 1], 1))))
        });
        Self { runtime, router, left: REQUESTS, _folder: folder }
    }
}

thread_local! {
    static WORLD: RefCell<Option<World>> = const { RefCell::new(None) };
}

fuzz_target!(|data: &[u8]| {
    let [route, body @ ..] = data else { return };
    let (method, path) = ROUTES[usize::from(*route) % ROUTES.len()];
    WORLD.with_borrow_mut(|world| {
        if world.as_ref().is_some_and(|world| world.left == 0) {
            *world = None;
        }
        let world = world.get_or_insert_with(World::new);
        world.left -= 1;
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_vec()))
            .expect("a request");
        world.runtime.block_on(async {
            let answer = world.router.clone().oneshot(request).await.expect("an answer");
            let status = answer.status();
            let body = answer.into_body().collect().await.expect("a whole answer").to_bytes();
            let full = status == 503 && !body.is_empty();
            assert!(!status.is_server_error() || full, "{status}: {}", String::from_utf8_lossy(&body));
            if path.starts_with("/api/v1/") && !body.is_empty() {
                assert!(serde_json::from_slice::<serde_json::Value>(&body).is_ok(), "{status}: no JSON");
            }
        });
    });
});
