//! A real server, started from the real binary in a folder of its own, with the proof that it left nothing behind.
//!
//! The test process makes itself a subreaper, so that whatever the server starts and loses ends up below the test
//! process, where the final check finds it, whatever it is called.

use crate::{
    Client, Deprivation, Log, Mode, Process, Traces, Vitals, canaries, descendants_of,
    process::reap_descendants,
    starter::{Launch, Starter},
    turn::Turn,
};
use anyhow::{Context as _, bail, ensure};
use rustix::process::{Signal, getpid, set_child_subreaper};
use std::{
    fs::{self, Permissions},
    net::TcpListener,
    os::unix::{fs::PermissionsExt as _, process::CommandExt as _},
    path::{Path, PathBuf},
    process::{Child, Stdio},
    time::Duration,
};
use tempfile::TempDir;

/// A start includes the first self-test of every toolchain on a slow machine.
const START_PATIENCE: Duration = Duration::from_secs(120);

/// A stop drains what runs; nothing in the tests runs longer than this.
const STOP_PATIENCE: Duration = Duration::from_secs(60);

/// How long a killed process may take to be gone.
const DEATH_PATIENCE: Duration = Duration::from_secs(5);

/// The line with which a server says that it accepts requests.
const READY_LINE: &str = "listening on";

/// The one in its log.
const LOGGED_LINE: &str = ": listening ";

/// In which file of its data folder a server keeps what it found out about the toolchains.
const SELF_TESTS: &str = "self-tests.json";

/// Planted in every server's environment, where no program may ever read it.
const CANARY_NAME: &str = "TESTKIT_CANARY";

/// Says which interpreters a server keeps ready.
const WARM_LANGUAGES: &str = "RUNYARD_JAIL_WARM_LANGUAGES";

/// How a server is to be started.
#[derive(Debug)]
pub struct Builder {
    binary: PathBuf,
    config: Option<String>,
    environment: Vec<(String, String)>,
    lack: Option<Deprivation>,
    forgetful: bool,
    place: Place,
    second: bool,
    unheard: bool,
}

/// Where a server is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Among the machine's other processes.
    Beside,
    /// As process 1 of a namespace of its own.
    First,
    /// Where its data folder is a disk of so many bytes, which nobody else sees.
    SmallDisk(usize),
}

impl Builder {
    /// With this configuration file.
    #[must_use]
    pub fn config(mut self, toml: impl Into<String>) -> Self {
        self.config = Some(toml.into());
        self
    }

    /// With this environment variable.
    #[must_use]
    pub fn env(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// With every interpreter that can be kept ready. Otherwise only Python's is: the others take a processor's time at each start.
    #[must_use]
    pub fn all_warm(self) -> Self {
        self.env(WARM_LANGUAGES, "*")
    }

    /// With a data folder that holds nothing at all. Otherwise a server is given what earlier ones found out about the
    /// toolchains, as one that is started a second time has it, and need not run every language first.
    #[must_use]
    pub fn first_start(mut self) -> Self {
        self.forgetful = true;
        self
    }

    /// On a machine that lacks something.
    #[must_use]
    pub fn without(mut self, lack: Deprivation) -> Self {
        self.lack = Some(lack);
        self
    }

    /// Beside a server that this process started and that runs. Stop this one first: what neither of them may leave is proved at the
    /// end of the other.
    #[must_use]
    pub fn second(mut self) -> Self {
        self.second = true;
        self
    }

    /// As the first process of a container.
    #[must_use]
    pub fn first_process(mut self) -> Self {
        self.place = Place::First;
        self
    }

    /// With a data folder on a disk of its own of so many bytes.
    #[must_use]
    pub fn small_disk(mut self, bytes: usize) -> Self {
        self.place = Place::SmallDisk(bytes);
        self
    }

    /// With a log that cannot be written any more once the server accepts requests.
    #[must_use]
    pub fn unheard(mut self) -> Self {
        self.unheard = true;
        self
    }

    /// Starts the server and waits until it accepts requests.
    ///
    /// # Errors
    /// When it does not come up; the error carries what it wrote.
    pub fn start(self) -> anyhow::Result<TestServer> {
        let turn = if self.second { None } else { Some(Turn::take()?) };
        set_child_subreaper(Some(getpid())).context("failed to become a subreaper")?;
        let mode = Mode::chosen()?;
        let binary = self.binary.to_str().context("the binary's path is not text")?;
        let starter = Starter::prepare(mode, binary)?;
        let before = Traces::now();
        let folder = TempDir::with_prefix("testkit-")?;
        // The server's own uid has to reach the data folder inside.
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755))?;
        let canary = canaries::random()?;
        fs::write(folder.path().join("canary"), &canary)?;
        if let Some(config) = &self.config {
            fs::write(folder.path().join("runyard.toml"), config)?;
        }
        let port = free_port()?;
        let mut server = TestServer {
            how: self,
            child: None,
            log: Log::default(),
            port,
            folder,
            canary,
            before,
            stopped: false,
            mode,
            starter,
            turn,
        };
        if !mode.is_privileged() {
            fs::create_dir(server.data_dir())?;
            server.starter.own(&server.data_dir())?;
        }
        if !server.how.forgetful {
            server.remember()?;
        }
        server.spawn()?;
        if !server.how.forgetful {
            // Unreadable or unwritable: the next server tests its toolchains again.
            let _kept_or_not = fs::copy(server.data_dir().join(SELF_TESTS), server.remembered());
        }
        Ok(server)
    }
}

/// The processes a running server consists of.
#[derive(Debug, Clone)]
pub struct Roles {
    /// Starts and restarts the other two.
    pub supervisor: Process,
    /// Accepts requests; has no privilege.
    pub server: Process,
    /// Starts jails; has the privileges.
    pub launcher: Process,
}

/// A running server. Dropping it stops it and panics when it left anything.
#[derive(Debug)]
pub struct TestServer {
    how: Builder,
    child: Option<Child>,
    log: Log,
    port: u16,
    folder: TempDir,
    canary: String,
    before: Traces,
    stopped: bool,
    mode: Mode,
    starter: Starter,
    /// None: it is the turn of the server that this one runs beside.
    turn: Option<Turn>,
}

impl TestServer {
    /// A server to be made from this binary.
    #[must_use]
    pub fn builder(binary: impl Into<PathBuf>) -> Builder {
        Builder {
            binary: binary.into(),
            config: None,
            environment: vec![(WARM_LANGUAGES.to_owned(), "python".to_owned())],
            lack: None,
            forgetful: false,
            place: Place::Beside,
            second: false,
            unheard: false,
        }
    }

    /// Starts a server with its defaults.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn start(binary: impl Into<PathBuf>) -> anyhow::Result<Self> {
        Self::builder(binary).start()
    }

    /// Where self-tests are kept between servers: beside the binary.
    fn remembered(&self) -> PathBuf {
        self.how.binary.with_file_name(format!("testkit-self-tests-{}.json", self.mode.name()))
    }

    fn remember(&self) -> anyhow::Result<()> {
        let (kept, target) = (self.remembered(), self.data_dir().join(SELF_TESTS));
        if kept.exists() {
            fs::create_dir_all(self.data_dir())?;
            fs::copy(kept, &target)?;
            // The server's uid is not known before it runs.
            fs::set_permissions(&target, Permissions::from_mode(0o666))?;
        }
        Ok(())
    }

    fn spawn(&mut self) -> anyhow::Result<()> {
        let binary = self.how.binary.to_str().context("the binary's path is not text")?;
        let mut environment = vec![(CANARY_NAME.to_owned(), self.canary.clone())];
        environment.extend(self.how.environment.iter().cloned());
        let mut command = self.starter.command(&Launch {
            binary,
            folder: Some(self.folder.path()),
            environment: &environment,
            lack: self.how.lack,
            disk: match self.how.place {
                Place::SmallDisk(bytes) => Some((self.data_dir(), bytes)),
                Place::Beside | Place::First => None,
            },
            first: self.how.place == Place::First,
        })?;
        command.arg("serve").arg("--listen").arg(format!("127.0.0.1:{}", self.port));
        command.arg("--data-dir").arg(self.data_dir());
        if self.how.config.is_some() {
            command.arg("--config").arg(self.folder.path().join("runyard.toml"));
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
        let seen = self.log.len();
        let mut child = command.spawn().with_context(|| format!("failed to start {binary}"))?;
        if let Some(stdout) = child.stdout.take() {
            self.log.follow(stdout);
        }
        if let Some(stderr) = child.stderr.take() {
            let unheard = self.how.unheard;
            self.log.follow_until(stderr, move |line| unheard && line.contains(LOGGED_LINE));
        }
        self.child = Some(child);
        self.stopped = false;
        self.wait_ready(seen)
    }

    /// Waits until the server says again that it accepts requests, in a line after the first `seen` ones.
    ///
    /// # Errors
    /// When it does not; the error carries what it wrote.
    pub fn wait_ready(&self, seen: usize) -> anyhow::Result<()> {
        match self.log.wait_for(seen, |line| line.contains(READY_LINE), START_PATIENCE) {
            Some(_) => Ok(()),
            None => bail!("the server did not come up; it wrote:\n{}", self.log.text()),
        }
    }

    /// A client of this server without a token.
    ///
    /// # Errors
    /// When the HTTP client cannot be made.
    pub fn client(&self) -> anyhow::Result<Client> {
        Client::new(format!("http://127.0.0.1:{}", self.port))
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The folder of this test, which holds the data folder and may be read by everybody.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Its data folder.
    #[must_use]
    pub fn data_dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Its data folder as the server itself sees it, reached through the server's process.
    ///
    /// # Errors
    /// As [`TestServer::roles`].
    pub fn data_dir_inside(&self) -> anyhow::Result<PathBuf> {
        let root = PathBuf::from(format!("/proc/{}/root", self.roles()?.supervisor.pid));
        Ok(root.join(self.data_dir().strip_prefix("/")?))
    }

    /// A world-readable file on the host whose content no program may ever see.
    #[must_use]
    pub fn canary_file(&self) -> PathBuf {
        self.folder.path().join("canary")
    }

    /// The secret in the server's environment and in [`TestServer::canary_file`].
    #[must_use]
    pub fn canary(&self) -> &str {
        &self.canary
    }

    /// What it wrote so far.
    #[must_use]
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// Its processes, told apart by what they may do: of the supervisor's two children the launcher has
    /// its user, who is root where they run.
    ///
    /// # Errors
    /// When the supervisor does not have exactly these two.
    pub fn roles(&self) -> anyhow::Result<Roles> {
        self.roles_of(self.child.as_ref().context("the server is not running")?)
    }

    /// The running program that was given this argument. Names say less: an interpreter that waits for a program, or just
    /// starts to, is called as one that runs one.
    ///
    /// # Errors
    /// When there is none.
    pub fn program_with(&self, argument: &str) -> anyhow::Result<Process> {
        descendants_of(self.roles()?.launcher.pid)
            .into_iter()
            .find(|process| process.arguments().iter().any(|word| word == argument))
            .with_context(|| format!("no program with the argument {argument} runs"))
    }

    fn roles_of(&self, child: &Child) -> anyhow::Result<Roles> {
        let started = match &self.starter {
            Starter::Container(container) => container.first_process()?,
            Starter::Plain | Starter::Account(_) => i32::try_from(child.id())?,
        };
        let mut supervisor = Process::read(started).context("the supervisor is gone")?;
        if self.how.place == Place::First && self.mode != Mode::Container {
            // What was started is what made the namespace, and waits for its first process.
            let first =
                descendants_of(supervisor.pid).into_iter().find(|process| process.parent == supervisor.pid);
            supervisor = first.context("the first process is gone")?;
        }
        let children: Vec<Process> = descendants_of(supervisor.pid)
            .into_iter()
            .filter(|process| process.parent == supervisor.pid && process.state != 'Z')
            .collect();
        ensure!(
            children.len() == 2,
            "expected a launcher and a server below the supervisor, found {children:?}; it said\n{}",
            self.log.text()
        );
        let root = supervisor.uid();
        let launcher = children.iter().find(|child| child.uid() == root).context("no launcher")?.clone();
        let server = children.iter().find(|child| child.uid() != root).context("no server")?.clone();
        Ok(Roles { supervisor, server, launcher })
    }

    /// What it holds now.
    ///
    /// # Errors
    /// As [`TestServer::roles`].
    pub fn vitals(&self) -> anyhow::Result<Vitals> {
        Ok(Vitals::of(&self.roles()?, &self.data_dir()))
    }

    /// Kills the supervisor without any warning and waits until everything else died with it.
    ///
    /// # Errors
    /// When a process outlives it.
    pub fn kill_everything(&mut self) -> anyhow::Result<()> {
        let Some(mut child) = self.child.take() else { return Ok(()) };
        match self.mode {
            Mode::Root | Mode::Rootless => child.kill()?,
            // Whoever started the container only waits for its end.
            Mode::Container => self.roles_of(&child)?.supervisor.kill(),
        }
        child.wait()?;
        let stubborn = reap_descendants(DEATH_PATIENCE);
        ensure!(stubborn.is_empty(), "{stubborn:?} outlived the supervisor");
        Ok(())
    }

    /// Starts it again on the same port and data after [`TestServer::kill_everything`].
    ///
    /// # Errors
    /// When it does not come up.
    pub fn start_again(&mut self) -> anyhow::Result<()> {
        ensure!(self.child.is_none(), "the server still runs");
        self.spawn()
    }

    /// Asks it to stop, waits for the end, checks that nothing is left, and keeps its data for another start.
    ///
    /// # Errors
    /// Names everything that is left, and anything the server complained about.
    pub fn stop_and_keep(&mut self) -> anyhow::Result<()> {
        self.finish()
    }

    /// Asks it to stop, waits for the end, and checks that nothing is left.
    ///
    /// # Errors
    /// Names everything that is left, and anything the server complained about.
    pub fn stop(mut self) -> anyhow::Result<()> {
        self.finish()
    }

    fn finish(&mut self) -> anyhow::Result<()> {
        self.stopped = true;
        let mut faults = Vec::new();
        if let Some(mut child) = self.child.take() {
            let supervisor = self.roles_of(&child).map(|roles| roles.supervisor);
            let process = Process::read(i32::try_from(child.id())?).context("the supervisor is gone")?;
            supervisor.as_ref().unwrap_or(&process).signal(Signal::TERM);
            if !exited(&mut child, &process, STOP_PATIENCE)? {
                faults.push(format!("the server ignored SIGTERM for {STOP_PATIENCE:?}"));
                child.kill()?;
                child.wait()?;
            }
        }
        // A second one cannot be told from the first by what is below this process.
        if self.turn.is_some() {
            let stubborn = reap_descendants(DEATH_PATIENCE);
            faults
                .extend(stubborn.iter().map(|process| format!("process {} ({})", process.pid, process.name)));
            faults.extend(Traces::now().left_since(&self.before));
        }
        faults.extend(strangers_below(&self.data_dir()));
        let log = self.log.text();
        faults.extend(
            log.lines().filter(|line| line.contains("panicked at")).map(|line| format!("in its log: {line}")),
        );
        if log.contains(&self.canary) {
            faults.push("a secret in its log".to_owned());
        }
        ensure!(faults.is_empty(), "the server left:\n{}\nit wrote:\n{log}", faults.join("\n"));
        Ok(())
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        if self.stopped {
            return;
        }
        if let Err(fault) = self.finish() {
            assert!(std::thread::panicking(), "{fault:#}");
        }
    }
}

fn exited(child: &mut Child, process: &Process, patience: Duration) -> anyhow::Result<bool> {
    // The pidfd becomes readable when the process ends; the child itself is reaped here.
    if child.try_wait()?.is_some() {
        return Ok(true);
    }
    if !process.wait_gone(patience) {
        return Ok(false);
    }
    // `wait_gone` may have reaped it already, which `Child` reports as an error.
    let _reaped_already = child.wait();
    Ok(true)
}

/// Files in the data folder that belong to nobody who may write there.
fn strangers_below(folder: &Path) -> Vec<String> {
    use std::os::unix::fs::MetadataExt as _;
    let Ok(owner) = fs::metadata(folder).map(|metadata| metadata.uid()) else { return Vec::new() };
    let (mut open, mut found) = (vec![folder.to_owned()], Vec::new());
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            let Ok(metadata) = entry.path().symlink_metadata() else { continue };
            if metadata.is_dir() {
                open.push(entry.path());
            }
            if metadata.uid() != owner && metadata.uid() != 0 {
                found.push(format!("file {} of uid {}", entry.path().display(), metadata.uid()));
            }
        }
    }
    found
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0").context("no free port")?.local_addr()?.port())
}
