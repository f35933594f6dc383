//! A server without an API: services, maintenance, one worker.

use crate::{
    faulty::Faulty,
    script::{Gates, Script},
};
use runyard_executions::{ExecutionRecord, NewExecution, ServiceOptions, Services};
use runyard_queue::{Backoff, Queue};
use runyard_store::{StoreOptions, transitions};
use runyard_types::{ExecutionId, Limits, OwnerId, Status, Submission};
use runyard_worker::{Runner, Worker, WorkerConfig};
use std::{sync::Arc, time::Duration};
use tempfile::TempDir;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub(crate) struct Server {
    pub(crate) services: Services,
    pub(crate) queue: Arc<Faulty>,
    pub(crate) gates: Gates,
    pub(crate) shutdown: CancellationToken,
    pub(crate) worker: Option<JoinHandle<()>>,
    runner: MakeRunner,
    maintenance: JoinHandle<()>,
    _folder: TempDir,
}

pub(crate) struct Setup {
    pub(crate) options: ServiceOptions,
    pub(crate) worker: WorkerConfig,
    /// What stands in front of the script.
    pub(crate) runner: MakeRunner,
}

pub(crate) type MakeRunner = Box<dyn Fn(Arc<dyn Runner>, &Services) -> Arc<dyn Runner> + Send>;

impl Server {
    pub(crate) async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    pub(crate) async fn start_with(change: impl FnOnce(&mut Setup)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut options = ServiceOptions::new(StoreOptions::new(folder.path().join("runyard.db")));
        options.queue.backoff = Backoff { base: Duration::from_millis(1), cap: Duration::from_millis(1) };
        let worker = WorkerConfig { permits: 2, jobs: 8, ..WorkerConfig::default() };
        let mut setup = Setup { options, worker, runner: Box::new(|script, _| script) };
        change(&mut setup);
        let services = Services::open(setup.options).await.unwrap();
        let queue = Faulty::new(Arc::clone(&services.queue));
        let shutdown = CancellationToken::new();
        let maintenance = tokio::spawn(services.maintenance().run(CancellationToken::new()));
        let mut server = Self {
            services,
            queue,
            gates: Gates::default(),
            shutdown,
            worker: None,
            runner: setup.runner,
            maintenance,
            _folder: folder,
        };
        server.work(setup.worker);
        server
    }

    /// Starts a worker.
    pub(crate) fn work(&mut self, config: WorkerConfig) {
        let script = (self.runner)(Arc::new(Script { gates: self.gates.clone() }), &self.services);
        let queue: Arc<dyn Queue> = Arc::clone(&self.queue) as _;
        let worker = Worker::new(script, queue, self.services.hub.clone(), config);
        self.shutdown = CancellationToken::new();
        self.worker = Some(tokio::spawn(worker.run(self.shutdown.clone())));
    }

    /// Asks the worker to stop and waits until it has.
    pub(crate) async fn stop(&mut self) {
        self.shutdown.cancel();
        self.worker.take().unwrap().await.unwrap();
    }

    /// Submits a script, its words separated by semicolons.
    pub(crate) async fn submit(&self, script: &str) -> ExecutionId {
        let submission = Submission {
            stdin: script.replace("; ", "\n").into(),
            interactive: true,
            ..Submission::new("script", Vec::new(), Limits::default())
        };
        let new = NewExecution { submission };
        self.services.executions.submit(OwnerId::new(), new, None, None).await.unwrap().record().id
    }

    /// Waits for the end.
    pub(crate) async fn ended(&self, id: ExecutionId) -> ExecutionRecord {
        let record = self.services.executions.wait(id, Duration::from_secs(60)).await.unwrap().unwrap();
        assert!(record.status.is_terminal(), "{record:?}");
        record
    }

    /// The record now.
    pub(crate) async fn get(&self, id: ExecutionId) -> ExecutionRecord {
        self.services.executions.get(id).await.unwrap().unwrap()
    }

    /// The statuses the execution has gone through.
    pub(crate) async fn path(&self, id: ExecutionId) -> Vec<Status> {
        let mut db = self.services.store.read().await.unwrap();
        transitions::of(&mut db, id).await.unwrap().into_iter().map(|step| step.to).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.maintenance.abort();
        if let Some(worker) = &self.worker {
            worker.abort();
        }
    }
}
