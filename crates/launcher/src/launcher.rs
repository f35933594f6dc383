//! Making the slots, handing them over, replacing them.

use runyard_sandbox::cgroup::{Hierarchy, HierarchyError, Layout, PooledGroup};
use runyard_sandbox::config::{LauncherConfig, Protection};
use runyard_sandbox::protocol::{CgroupVersion, FromLauncher, Mode};
use runyard_sandbox::slot::keeper::{Keeper, KeeperError, Seat};
use runyard_sandbox::slot::warm::WarmError;
use runyard_sandbox::sys::process::{self, Forked, fork_into};
use runyard_sandbox::sys::{fd, landlock, privilege, socket, user_namespace};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::rc::Rc;
use std::time::Duration;

/// Descriptor of the configuration, by the start-up contract.
const CONFIG: i32 = 3;
/// Descriptor of the control socket, by the start-up contract.
const CONTROL: i32 = 4;
/// Descriptor of the library for warm interpreters, by the start-up contract.
const LIBRARY: i32 = 5;
/// A slot whose keeper fails this often in a row is taken out of service: something is wrong with the host.
const MOST_FAILURES: u32 = 5;
/// A keeper that lived this long was not a failed start.
const HEALTHY: Duration = Duration::from_secs(10);

/// Why the launcher stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LauncherError {
    /// It is not root.
    #[error("start without root: this version needs it (run through sudo)")]
    NotRoot,
    /// A descriptor of the start-up contract is missing.
    #[error("take over descriptor {0}: the launcher is started by `runyard`, not by hand")]
    Inherited(i32, #[source] io::Error),
    /// A file of the start-up contract could not be read.
    #[error("read descriptor {0}")]
    Read(i32, #[source] io::Error),
    /// The configuration is malformed.
    #[error("understand the configuration")]
    Config(#[source] serde_json::Error),
    /// A step of its own set-up failed.
    #[error("{0}")]
    Prepare(&'static str, #[source] io::Error),
    /// Control groups cannot be used.
    #[error("use control groups")]
    Hierarchy(#[from] HierarchyError),
    /// A slot's control group cannot be used.
    #[error("make a slot's control group")]
    Group(#[from] runyard_sandbox::cgroup::CgroupError),
    /// A slot could not be prepared.
    #[error("prepare slot {0}")]
    Slot(u32, #[source] KeeperError),
    /// A slot's process ended before it was ready.
    #[error("prepare slot {0}: {1}")]
    SlotEnded(u32, String),
    /// The control socket broke.
    #[error("talk on the control socket")]
    Control(#[source] io::Error),
}

/// A keeper's process.
#[derive(Debug)]
struct Running {
    slot: u32,
    since_us: u64,
}

struct Launcher {
    config: LauncherConfig,
    library: Vec<u8>,
    control: OwnedFd,
    hierarchy: Hierarchy,
    running: BTreeMap<i32, Running>,
    failures: BTreeMap<u32, u32>,
}

/// Runs until the control socket closes.
///
/// # Errors
/// When a slot cannot be prepared at the start: a server must not believe that it has protection it has not.
pub(crate) fn run() -> Result<(), LauncherError> {
    if privilege::effective_uid() != 0 {
        return Err(LauncherError::NotRoot);
    }
    let config = serde_json::from_slice(&read(CONFIG)?).map_err(LauncherError::Config)?;
    let library = read(LIBRARY)?;
    let control = fd::inherited(CONTROL).map_err(|error| LauncherError::Inherited(CONTROL, error))?;
    let prepare = |what| move |error| LauncherError::Prepare(what, error);
    process::set_name(c"runyard-launch");
    process::adopt_orphans().map_err(prepare("adopt orphans"))?;
    let signals = process::signal_descriptor(&[libc::SIGCHLD, libc::SIGTERM, libc::SIGINT])
        .map_err(prepare("listen for signals"))?;
    let layout = Layout::detect()?;
    let cgroup = match layout {
        Layout::V1(_) => CgroupVersion::V1,
        Layout::V2(_) => CgroupVersion::V2,
    };
    let mode = if user_namespace::is_inside() { Mode::Rootless } else { Mode::Root };
    let hierarchy = Hierarchy::create(layout)?;
    let mut launcher =
        Launcher { config, library, control, hierarchy, running: BTreeMap::new(), failures: BTreeMap::new() };
    for slot in 0..launcher.config.slots {
        launcher.start_slot(slot)?;
    }
    launcher.tell(
        &FromLauncher::Ready {
            slots: launcher.config.slots,
            protections: launcher.protections(),
            mode,
            cgroup,
        },
        &[],
    )?;
    let result = launcher.watch(signals.as_fd());
    launcher.stop();
    result
}

/// All of a file this process was started with.
fn read(descriptor: i32) -> Result<Vec<u8>, LauncherError> {
    let file = fd::inherited(descriptor).map_err(|error| LauncherError::Inherited(descriptor, error))?;
    let mut content = Vec::new();
    std::fs::File::from(file)
        .read_to_end(&mut content)
        .map_err(|error| LauncherError::Read(descriptor, error))?;
    Ok(content)
}

impl Launcher {
    /// The protections every stage runs under. What cannot be set up stops the start, so the rest is in force.
    fn protections(&self) -> Vec<String> {
        let there = |protection: &Protection| *protection != Protection::Landlock || landlock::version() > 0;
        Protection::ALL.iter().filter(|p| there(p)).map(|p| p.name().to_owned()).collect()
    }

    fn tell(&self, message: &FromLauncher, descriptors: &[BorrowedFd<'_>]) -> Result<(), LauncherError> {
        let bytes = serde_json::to_vec(message).map_err(|error| LauncherError::Control(error.into()))?;
        match socket::send(self.control.as_fd(), &bytes, descriptors) {
            // The server is gone: the next look at the control socket ends us.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(LauncherError::Control),
        }
    }

    /// Forks a keeper, waits until it is prepared, and hands its socket over.
    fn start_slot(&mut self, slot: u32) -> Result<(), LauncherError> {
        // What an earlier keeper of this slot left must be gone before anything new runs in it.
        if !self.hierarchy.remove_groups(&format!("slot-{slot}-")) {
            return Err(LauncherError::SlotEnded(
                slot,
                "something of an earlier run does not end".to_owned(),
            ));
        }
        // One for all groups of a slot: what its keeper has open, every process of a run has to close.
        let maker = Rc::new(self.hierarchy.maker()?);
        let group = |what: &str| PooledGroup::new(Rc::clone(&maker), format!("slot-{slot}-{what}"));
        let run_group = group("run")?;
        let compile_group = group("compile")?;
        let mut warm_groups = Vec::new();
        // The first ones keep everything ready from the beginning, the others what they were used for.
        let warm = slot < self.config.warm_slots && !self.config.warm.is_empty();
        for index in 0..self.config.warm.len() {
            warm_groups.push(group(&format!("warm-{index}"))?);
        }
        let prepared_groups = match self.config.prepared {
            Some(_) => Some([group("prepared")?, group("open")?]),
            None => None,
        };
        let control = LauncherError::Control;
        let (theirs, ours) = socket::packet_pair().map_err(control)?;
        let (ready, announce) = fd::pipe().map_err(control)?;
        // Process 1 of a namespace of its own: however it ends, the kernel ends and forgets everything it has made.
        let forked =
            fork_into(libc::CLONE_NEWPID).map_err(|error| LauncherError::Prepare("fork a slot", error))?;
        let pid = match forked {
            Forked::Child => {
                drop((theirs, ready));
                let complain = |error: &WarmError| crate::report(error);
                let seat = Seat {
                    slot,
                    socket: ours,
                    run_group,
                    compile_group,
                    warm_groups,
                    warm,
                    prepared_groups,
                    complain,
                };
                self.become_keeper(seat, announce)
            }
            Forked::Parent { pid, .. } => pid,
        };
        drop((ours, announce));
        let mut said = Vec::new();
        std::fs::File::from(ready).read_to_end(&mut said).map_err(control)?;
        if said != READY {
            // It ends by itself after saying why.
            let _ = process::wait(pid, true);
            return Err(LauncherError::SlotEnded(slot, String::from_utf8_lossy(&said).into_owned()));
        }
        self.running.insert(pid, Running { slot, since_us: fd::monotonic_us() });
        self.tell(&FromLauncher::Slot { slot, warm }, &[theirs.as_fd()])
    }

    /// The keeper's whole life, in the forked child.
    fn become_keeper(&mut self, seat: Seat, announce: OwnedFd) -> ! {
        use std::io::Write;
        // The control socket must end with the launcher, not with its children.
        let slot = seat.slot;
        let _ = fd::close_range(CONTROL.cast_unsigned(), CONTROL.cast_unsigned());
        let _ = process::reset_signals();
        let mut announce = std::fs::File::from(announce);
        let library = std::mem::take(&mut self.library);
        let code = match Keeper::prepare(&self.config, seat, &library) {
            Ok(mut keeper) => {
                // Every process of a run begins as a copy of this one.
                drop(library);
                let announced = announce.write_all(READY);
                drop(announce);
                match announced.map_err(KeeperError::Socket).and_then(|()| keeper.serve()) {
                    Ok(()) => 0,
                    Err(error) => {
                        crate::report(&LauncherError::Slot(slot, error));
                        1
                    }
                }
            }
            Err(error) => {
                let mut text = error.to_string();
                let mut cause = std::error::Error::source(&error);
                while let Some(inner) = cause {
                    text.push_str(&format!(": {inner}"));
                    cause = inner.source();
                }
                let _ = announce.write_all(text.as_bytes());
                1
            }
        };
        process::exit_now(code)
    }

    /// Replaces keepers that end, until the control socket closes or a signal asks to stop.
    fn watch(&mut self, signals: BorrowedFd<'_>) -> Result<(), LauncherError> {
        loop {
            let ready = fd::poll(&[signals, self.control.as_fd()], None).map_err(LauncherError::Control)?;
            if ready.get(1) == Some(&true) {
                // The server side never speaks on this socket: it can only have closed.
                return Ok(());
            }
            while let Some(signal) = process::next_signal(signals) {
                if signal != libc::SIGCHLD {
                    return Ok(());
                }
            }
            while let Ok(Some(ended)) = process::wait(-1, false) {
                if let Some(keeper) = self.running.remove(&ended.pid) {
                    self.replace(&keeper)?;
                }
            }
        }
    }

    fn replace(&mut self, keeper: &Running) -> Result<(), LauncherError> {
        let lived = Duration::from_micros(fd::monotonic_us().saturating_sub(keeper.since_us));
        let failures = self.failures.entry(keeper.slot).or_default();
        *failures = if lived >= HEALTHY { 0 } else { *failures + 1 };
        let reason = if *failures >= MOST_FAILURES {
            "its process keeps failing".to_owned()
        } else {
            match self.start_slot(keeper.slot) {
                Ok(()) => return Ok(()),
                Err(error @ LauncherError::Control(_)) => return Err(error),
                Err(error) => {
                    crate::report(&error);
                    error.to_string()
                }
            }
        };
        self.tell(&FromLauncher::Quarantined { slot: keeper.slot, reason }, &[])
    }

    /// Ends every keeper and waits for them; their jails die with them. Dropping the hierarchy removes the groups.
    fn stop(&mut self) {
        for pid in self.running.keys() {
            let _ = process::kill(*pid, libc::SIGKILL);
        }
        while process::wait(-1, true).is_ok() {}
    }
}

/// What a prepared keeper says on its pipe.
const READY: &[u8] = b"ready";
