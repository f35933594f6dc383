//! One launcher and one runtime for all tests of a process.

use runyard_engine::{Activity, Command, Engine, Observer, prepared_limits, warm_interpreters};
use runyard_languages::{Catalogue, WarmWay};
use runyard_launcher_client::{LauncherProcess, Slots};
use runyard_sandbox::{
    config::{LauncherConfig, View},
    protocol::StageLimits,
    system_view::system_view,
};
use runyard_types::{CaseReport, Limits, Report, SourceFile, Stage, Stream, Submission, TestCase};
use std::{
    future::Future,
    os::fd::OwnedFd,
    path::Path,
    sync::{Arc, Mutex, OnceLock, mpsc as blocking},
    time::Duration,
};
use tokio::{
    runtime::{Builder, Runtime},
    sync::mpsc,
};

/// Where `scripts/install-toolchains` puts what Debian does not have.
pub(crate) const TOOLCHAINS: &str = "/opt/runyard/toolchains";

/// Whether slots keep interpreters ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Interpreters {
    /// Those that are forked: starting the others for each test would cost more than it shows.
    Warm,
    /// All that can be.
    AllWarm,
    Cold,
}

struct World {
    runtime: Runtime,
    engine: Arc<Engine>,
    catalogue: Arc<Catalogue>,
    slots: Slots,
}

fn world(interpreters: Interpreters) -> &'static World {
    static WARM: OnceLock<World> = OnceLock::new();
    static ALL_WARM: OnceLock<World> = OnceLock::new();
    static COLD: OnceLock<World> = OnceLock::new();
    let world = match interpreters {
        Interpreters::Warm => &WARM,
        Interpreters::AllWarm => &ALL_WARM,
        Interpreters::Cold => &COLD,
    };
    world.get_or_init(|| {
        let catalogue = Arc::new(match interpreters {
            Interpreters::Cold => without_precompiled_headers(),
            _ => Catalogue::embedded().unwrap(),
        });
        let control = launcher(&catalogue, interpreters);
        let runtime = Builder::new_multi_thread().enable_all().build().unwrap();
        let slots = Slots::new();
        let pool = slots.clone();
        let _guard = runtime.enter();
        runtime.spawn(async move { pool.attach(control).await });
        runtime.block_on(slots.ready());
        let engine = Arc::new(Engine::new(slots.clone(), Arc::clone(&catalogue)));
        World { runtime, engine, catalogue, slots }
    })
}

/// Of each launcher.
pub(crate) const SLOTS: usize = 3;

/// The languages as they are without headers that were compiled before.
fn without_precompiled_headers() -> Catalogue {
    let folder = tempfile::tempdir().unwrap();
    let languages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../languages");
    for entry in std::fs::read_dir(languages).unwrap() {
        let entry = entry.unwrap();
        let text = std::fs::read_to_string(entry.path()).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with("precompiled = "));
        let text: String = lines.map(|line| line.replace("\"{precompiled}\", ", "") + "\n").collect();
        std::fs::write(folder.path().join(entry.file_name()), text).unwrap();
    }
    Catalogue::from_directory(folder.path()).unwrap()
}

/// Starts the launcher from a thread that never ends: the launcher dies with the thread that forked it.
fn launcher(catalogue: &Catalogue, interpreters: Interpreters) -> OwnedFd {
    let (first_uid, warm_slots) = match interpreters {
        Interpreters::Warm => (910_000, 3),
        Interpreters::AllWarm => (910_200, 3),
        Interpreters::Cold => (910_100, 0),
    };
    let warm = warm_interpreters(catalogue, &Limits::default(), |language| {
        let way = language.warm.as_ref().map(|warm| warm.way);
        match interpreters {
            Interpreters::AllWarm => true,
            Interpreters::Warm => way == Some(WarmWay::Forked),
            // A slot that had a program keeps an interpreter for the next.
            Interpreters::Cold => false,
        }
    });
    let (mut views, links) = system_view();
    for mount in catalogue.toolchain_mounts() {
        let folder = mount.locate(Path::new(TOOLCHAINS)).unwrap_or_else(|error| panic!("{error}"));
        views.push(View { source: folder.display().to_string(), target: mount.target });
    }
    let ceilings = StageLimits {
        wall_time_us: 60_000_000,
        cpu_time_us: 600_000_000,
        cpu_millicores: 256_000,
        memory_bytes: 2 << 30,
        processes: 512,
        work_bytes: 1 << 30,
    };
    let config = LauncherConfig {
        slots: u32::try_from(SLOTS).unwrap(),
        first_uid,
        views,
        links,
        ceilings,
        accept_missing: Vec::new(),
        pin_cpus: false,
        warm,
        warm_slots,
        prepared: (interpreters != Interpreters::Cold).then(|| prepared_limits(&Limits::default())),
    };
    let (send, receive) = blocking::channel();
    std::thread::spawn(move || {
        let (_process, control) = LauncherProcess::spawn(&config).unwrap();
        send.send(control).unwrap();
        loop {
            std::thread::park();
        }
    });
    receive.recv().expect("the launcher starts")
}

/// Whether jails can be made here; says so when they cannot.
pub(crate) fn can_make_jails() -> bool {
    let root =
        std::fs::metadata("/proc/self").map(|own| std::os::unix::fs::MetadataExt::uid(&own)).unwrap() == 0;
    if !root {
        #[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
        {
            eprintln!("skipped: setting up jails needs root");
        }
    }
    root
}

/// Runs a test with the engine. Without root there is nothing to test, and that is said.
pub(crate) fn with_engine<F: Future<Output = ()>>(test: impl FnOnce(Arc<Engine>, Arc<Catalogue>) -> F) {
    with_slots(|_, _| {
        let world = world(Interpreters::Warm);
        test(Arc::clone(&world.engine), Arc::clone(&world.catalogue))
    });
}

/// The same with the slots, for an engine of the test's own.
pub(crate) fn with_slots<F: Future<Output = ()>>(test: impl FnOnce(Slots, Arc<Catalogue>) -> F) {
    if !can_make_jails() {
        return;
    }
    let world = world(Interpreters::Warm);
    world.runtime.block_on(async { test(world.slots.clone(), Arc::clone(&world.catalogue)).await });
}

/// What another engine makes of a submission.
pub(crate) fn execute_with(interpreters: Interpreters, submission: &Submission) -> Report {
    let world = world(interpreters);
    world.runtime.block_on(execute(&world.engine, submission))
}

/// A submission of one source, with the language's default limits.
pub(crate) fn program(language: &str, source: &str) -> Submission {
    let catalogue = Catalogue::embedded().unwrap();
    let language = catalogue.resolve(language, None).unwrap();
    let files = vec![file(&language.source_file, source)];
    Submission::new(&language.id, files, language.default_limits(&Limits::default()))
}

pub(crate) fn file(path: &str, content: &str) -> SourceFile {
    SourceFile { path: path.to_owned(), content: content.to_owned().into() }
}

pub(crate) fn case(stdin: &'static str, expected: &'static str) -> TestCase {
    TestCase { stdin: stdin.into(), expected: expected.into() }
}

/// With this much time for the run.
pub(crate) fn within(mut submission: Submission, millis: u64) -> Submission {
    submission.limits.wall_time = Duration::from_millis(millis);
    submission.limits.cpu_time = Duration::from_millis(millis);
    submission
}

/// Carries out a submission nobody watches and nobody can talk to.
pub(crate) async fn execute(engine: &Engine, submission: &Submission) -> Report {
    let (sender, mut commands) = mpsc::channel(1);
    drop(sender);
    engine.execute(submission, &mut commands, &Record::default()).await.unwrap()
}

/// Everything an observer was told.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Seen {
    Stage(Stage),
    Output(Stage, Stream, Vec<u8>),
    Truncated(Stage, Stream, u64),
    Case(u32, u32),
    Activity(Activity),
}

type Answer = Box<dyn Fn(&Seen) + Send + Sync>;

/// Writes down what happens, and may answer with commands.
#[derive(Default)]
pub(crate) struct Record {
    seen: Mutex<Vec<Seen>>,
    answer: Option<Answer>,
}

impl Record {
    /// Calls `answer` on everything that happens.
    pub(crate) fn answering(answer: impl Fn(&Seen) + Send + Sync + 'static) -> Self {
        Self { seen: Mutex::default(), answer: Some(Box::new(answer)) }
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    fn push(&self, seen: Seen) {
        if let Some(answer) = &self.answer {
            answer(&seen);
        }
        self.seen.lock().unwrap().push(seen);
    }
}

impl Observer for Record {
    fn stage(&self, stage: Stage) {
        self.push(Seen::Stage(stage));
    }

    fn output(&self, stage: Stage, stream: Stream, bytes: &[u8]) {
        self.push(Seen::Output(stage, stream, bytes.to_vec()));
    }

    fn truncated(&self, stage: Stage, stream: Stream, limit: u64) {
        self.push(Seen::Truncated(stage, stream, limit));
    }

    fn case(&self, case: &CaseReport, total: u32) {
        self.push(Seen::Case(case.index, total));
    }

    fn activity(&self, activity: Activity) {
        self.push(Seen::Activity(activity));
    }
}

/// A program that somebody talks to: `answer` gets each thing that happens and a way to send commands.
pub(crate) async fn talk(
    engine: &Engine,
    submission: &Submission,
    answer: impl Fn(&Seen, &mpsc::Sender<Command>) + Send + Sync + 'static,
) -> (Report, Vec<Seen>) {
    let (sender, mut commands) = mpsc::channel(64);
    let keep = sender.clone();
    let record = Record::answering(move |seen| answer(seen, &sender));
    let report = engine.execute(submission, &mut commands, &record).await.unwrap();
    drop(keep);
    (report, record.seen())
}
