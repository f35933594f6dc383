//! One server for one test: its own folder, database, port and settings. Dropping it stops everything.

use crate::{client::Client, script::Script};
use runyard_api::{
    ApiParts, ApiState, Caches, ProtectionItem, ProtectionKind, ProtectionState, TokenKey, serve,
};
use runyard_config::{Config, Sources};
use runyard_executions::{ServiceOptions, Services};
use runyard_languages::{Availability, Catalogue};
use runyard_store::StoreOptions;
use runyard_types::Action;
use runyard_worker::{
    CachingRunner, Conditions, Fingerprints, ResultCache, SqlResults, Worker, WorkerConfig,
};
use std::{net::SocketAddr, sync::Arc, time::Duration};
use tempfile::TempDir;
use tokio::{net::TcpListener, task::JoinHandle, time::timeout};
use tokio_util::sync::{CancellationToken, DropGuard};

pub(crate) struct App {
    pub(crate) address: SocketAddr,
    pub(crate) services: Services,
    pub(crate) shutdown: CancellationToken,
    pub(crate) server: Option<JoinHandle<()>>,
    _worker: Option<JoinHandle<()>>,
    _stop: DropGuard,
    _folder: TempDir,
}

/// Scripts have no toolchain that could change.
struct SameToolchain;

impl Fingerprints for SameToolchain {
    fn fingerprint(&self, _: &str) -> Option<String> {
        Some(String::new())
    }
}

/// How a test's server differs from the default one.
#[derive(Default)]
pub(crate) struct Setup {
    variables: Vec<(String, String)>,
    no_worker: bool,
}

impl Setup {
    /// Changes a setting, by its name in the environment without the prefix.
    pub(crate) fn set(mut self, name: &str, value: &str) -> Self {
        self.variables.push((format!("RUNYARD_{name}"), value.to_owned()));
        self
    }

    /// What is submitted stays in the queue.
    pub(crate) fn without_worker(mut self) -> Self {
        self.no_worker = true;
        self
    }

    pub(crate) async fn start(self) -> App {
        let folder = tempfile::tempdir().unwrap();
        let sources = Sources { variables: self.variables, machine_cores: 2, ..Sources::default() };
        let config = Arc::new(Config::load(&sources).unwrap());
        let mut options = ServiceOptions::new(StoreOptions::new(folder.path().join("runyard.db")));
        options.queue.max_depth = config.queue.max_depth;
        let services = Services::open(options).await.unwrap();
        let catalogue = Catalogue::embedded().unwrap();
        for language in catalogue.iter() {
            let works = Availability::available(Some("1.0".to_owned()));
            let availability = match language.id.as_str() {
                "perl" => Availability::unavailable("there is no /usr/bin/perl"),
                "python" => Availability { tools: vec![Action::Format, Action::Lint], ..works },
                "c" => Availability { tools: vec![Action::Lint], ..works },
                _ => works,
            };
            catalogue.set_availability(&language.id, availability);
        }
        let shutdown = CancellationToken::new();
        let caches = Caches::default();
        let store = Arc::new(SqlResults::new(services.store.clone(), config.cache.answers_store_bytes));
        let runner = Arc::new(CachingRunner::new(
            Arc::new(Script),
            ResultCache::new(
                config.cache.answers_memory_bytes,
                store,
                config.cache.answers_for,
                Arc::clone(&caches.answers),
            ),
            Arc::new(SameToolchain),
            Conditions::default(),
        ));
        let worker = (!self.no_worker).then(|| {
            let config =
                WorkerConfig { permits: 8, jobs: 64, grace: Duration::ZERO, ..WorkerConfig::default() };
            let (queue, hub) = (Arc::clone(&services.queue), services.hub.clone());
            tokio::spawn(Worker::new(runner, queue, hub, config).run(shutdown.child_token()))
        });
        if worker.is_some() {
            // It says so in its own time.
            let announced = async { while services.executions.stats().await.unwrap().workers == 0 {} };
            timeout(Duration::from_secs(20), announced).await.expect("the worker announces itself");
        }
        let state = ApiState::new(ApiParts {
            executions: services.executions.clone(),
            sessions: services.sessions.clone(),
            shares: services.shares.clone(),
            catalogue: Arc::new(catalogue),
            config,
            caches,
            token_key: TokenKey::new(b"0123456789abcdef0123456789abcdef").unwrap(),
            protection: vec![ProtectionItem {
                name: "seccomp".to_owned(),
                kind: ProtectionKind::Protection,
                state: ProtectionState::Pass,
                detail: "in force".to_owned(),
                remedy: None,
            }],
            shutdown: shutdown.clone(),
        });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = tokio::spawn(async move { serve(listener, state).await.unwrap() });
        App {
            address,
            services,
            server: Some(server),
            _worker: worker,
            _stop: shutdown.clone().drop_guard(),
            shutdown,
            _folder: folder,
        }
    }
}

impl App {
    pub(crate) async fn start() -> Self {
        Setup::default().start().await
    }

    /// A client that sends no token and keeps no cookie.
    pub(crate) fn client(&self) -> Client {
        Client::new(self.address)
    }
}
