//! The server: its own uid, no capability, everything people talk to.

use super::{handover, keeping};
use crate::{jail, log, memory, print, protection, settings};
use anyhow::Context;
use runyard_api::{ApiParts, ApiState, Caches, TokenKey};
use runyard_config::{Config, Durability};
use runyard_engine::{Engine, SelfTest, SelfTestCache, ToolchainFolders, Toolchains, refresh_availability};
use runyard_executions::{ServiceOptions, Services};
use runyard_languages::Catalogue;
use runyard_launcher_client::Slots;
use runyard_queue::QueuePolicy;
use runyard_sandbox::host::Check;
use runyard_sandbox::sys::{privilege, process};
use runyard_store::StoreOptions;
use runyard_worker::{Worker, WorkerConfig};
use std::net::{SocketAddr, TcpListener};
use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// What the server is made of. Built by the supervisor, used by the forked server.
pub(super) struct Server {
    pub(super) config: Arc<Config>,
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) checks: Vec<Check>,
    pub(super) toolchains: ToolchainFolders,
    pub(super) missing_toolchains: Vec<String>,
    pub(super) listener: TcpListener,
}

impl Server {
    /// The server's whole life, in the forked child: gives up every privilege, then serves until told to stop.
    pub(super) fn run(&self, supervisor: i32, handover: OwnedFd) -> anyhow::Result<()> {
        process::set_name(c"runyard-server");
        process::reset_signals().context("reset signals")?;
        // A program that does not read its input is its own business.
        process::ignore_signal(libc::SIGPIPE).context("ignore closed pipes")?;
        privilege::drop_bounding_set().context("drop the bounding set")?;
        privilege::become_user(jail::SERVER_UID, jail::SERVER_UID).context("become the server's user")?;
        privilege::set_capabilities(0).context("drop capabilities")?;
        runyard_api::raise_descriptor_limit().context("make room for connections")?;
        privilege::no_new_privileges().context("forbid new privileges")?;
        process::die_with_parent(supervisor).context("die with the supervisor")?;
        log::start(&self.config.log);
        let folder = &self.config.server.data_dir;
        std::fs::metadata(folder).with_context(|| {
            format!(
                "enter the data folder {} as the server's own user: a folder on the way is closed to others. Choose another place, \
                 such as --data-dir /var/lib/runyard",
                folder.display()
            )
        })?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(threads())
            .enable_all()
            .build()
            .context("start the runtime")?;
        runtime.block_on(self.serve(handover))
    }

    async fn serve(&self, handover: OwnedFd) -> anyhow::Result<()> {
        let shutdown = CancellationToken::new();
        let stop_accepting = CancellationToken::new();
        let tasks = TaskTracker::new();
        let services = Services::open(self.service_options()).await.context("open the store")?;
        let slots = Slots::new();
        tasks.spawn(handover::follow(handover, slots.clone()));
        let (caches, toolchains) = (Caches::default(), self.toolchains());
        let engine = Engine::new(slots.clone(), Arc::clone(&self.catalogue));
        let engine = engine
            .with_memory(memory::for_programs(self.config.worker.memory_bytes))
            .with_compilers(self.config.worker.concurrency);
        let engine = Arc::new(match keeping::programs(&self.config, &toolchains, &caches) {
            Some(programs) => engine.with_programs(programs),
            None => engine,
        });
        let jails = slots.ready().await;
        self.test_languages(&engine).await;

        let runner = keeping::runner(&self.config, engine, &services.store, toolchains, &jails, &caches);
        let worker =
            Worker::new(runner, Arc::clone(&services.queue), services.hub.clone(), self.worker_config());
        let working = tokio::spawn(worker.run(shutdown.clone()));
        let maintenance = tokio::spawn(services.maintenance().run(shutdown.clone()));

        let key = self.config.server.data_dir.join("token.key");
        let state = ApiState::new(ApiParts {
            executions: services.executions.clone(),
            sessions: services.sessions.clone(),
            shares: services.shares.clone(),
            catalogue: Arc::clone(&self.catalogue),
            config: Arc::clone(&self.config),
            caches,
            token_key: TokenKey::load_or_create(&key).context("load the token key")?,
            protection: protection::items(&self.checks),
            shutdown: stop_accepting.clone(),
        });
        let listener = self.listener.try_clone().context("take the listening socket")?;
        listener.set_nonblocking(true).context("take the listening socket")?;
        let listener = tokio::net::TcpListener::from_std(listener).context("take the listening socket")?;
        let address = listener.local_addr().context("take the listening socket")?;
        self.announce(address)?;

        let serving = tokio::spawn(runyard_api::serve(listener, state));

        wait_for_stop().await?;
        tracing::info!("stopping: no new work, what runs may end");
        services.executions.stop_accepting();
        shutdown.cancel();
        working.await.context("drain the worker")?;
        // Watchers have seen the ends by now.
        stop_accepting.cancel();
        serving.await.context("finish open requests")?.context("finish open requests")?;
        maintenance.await.context("stop maintenance")?;
        services.store.close().await;
        Ok(())
    }

    fn service_options(&self) -> ServiceOptions {
        let config = &self.config;
        let path = crate::dead_letters::database(config);
        let mut store = StoreOptions::new(path);
        store.durability = match config.store.durability {
            Durability::Process => runyard_store::Durability::Process,
            Durability::Full => runyard_store::Durability::Full,
        };
        let mut options = ServiceOptions::new(store);
        options.queue = QueuePolicy {
            max_depth: config.queue.max_depth,
            max_attempts: config.queue.max_attempts,
            keep_keys: config.retention.idempotency,
            ..QueuePolicy::default()
        };
        options.retention.executions = config.retention.executions.unwrap_or(Duration::MAX);
        options.retention.results = config.cache.answers_for;
        options
    }

    fn worker_config(&self) -> WorkerConfig {
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        WorkerConfig {
            permits: number(self.config.worker.concurrency),
            jobs: number(self.config.worker.slots),
            grace: self.config.server.shutdown_grace,
            ..WorkerConfig::default()
        }
    }

    fn toolchains(&self) -> Arc<Toolchains> {
        Arc::new(Toolchains::new(Arc::clone(&self.catalogue), self.toolchains.clone()))
    }

    /// Runs the hello programs that the remembered results do not cover.
    async fn test_languages(&self, engine: &Arc<Engine>) {
        for missing in &self.missing_toolchains {
            tracing::warn!("failed to {missing}");
        }
        let cache = SelfTestCache::load(&self.config.server.data_dir.join("self-tests.json"));
        refresh_availability(
            engine,
            &self.catalogue,
            &self.toolchains,
            cache,
            SelfTest::Hello,
            settings::cores(),
        )
        .await;
        for language in self.catalogue.iter() {
            let availability = self.catalogue.availability(&language.id);
            if let Some(reason) = availability.reason.filter(|_| !availability.available) {
                tracing::warn!(language = language.id, reason, "a language is not available");
            }
        }
    }

    fn announce(&self, address: SocketAddr) -> anyhow::Result<()> {
        let available =
            self.catalogue.iter().filter(|language| self.catalogue.availability(&language.id).available);
        print::line(&format!("Runyard {} is listening on http://{address}", env!("CARGO_PKG_VERSION")))?;
        print::line(&format!("  {} languages, {} slots", available.count(), self.config.worker.slots))?;
        print::line(&format!("  {}", protection::summary(&self.checks)))
    }
}

async fn wait_for_stop() -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate()).context("listen for SIGTERM")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("listen for SIGINT")?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

/// Threads for requests, streams and the queue: half of the cores. The others, and whatever these leave, are for programs; a second thread
/// on a machine of two cores mostly wakes the first one up, which costs a tenth of what a small program costs altogether.
fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, |cores| (cores.get() / 2).max(1))
}
