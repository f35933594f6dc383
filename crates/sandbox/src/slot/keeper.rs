//! The keeper of one slot: waits for a stage, starts it, watches its limits, ends it, reports.
//!
//! One process, one thread, one stage at a time: what happens to a stage reads from top to bottom. It holds the slot's
//! socket, its control groups' files and nothing else; it sees the jail's root and no file of the host.

use super::export::{self, ExportError};
use super::init::{self, Init, Work};
use super::parked::Ahead;
use super::prepared::{Filters, Prepared};
use super::program::{self, Program};
use super::record::{self, AtStep, Failure, Record, Step};
use super::restore;
use super::warm::{Warm, WarmError};
use super::watch::{Change, Watch};
use crate::cgroup::{self, CgroupError, Group, PooledGroup, Usage};
use crate::config::{LauncherConfig, Protection};
use crate::protocol::{
    Ending, FromSlot, Killed, MAX_PACKET_BYTES, StageLimits, StageReport, StageRequest, Switches, ToSlot,
    WorkTree,
};
use crate::root;
use crate::sys::privilege::Instruction;
use crate::sys::process::{Forked, fork_into};
use crate::sys::socket::{self, Packet};
use crate::sys::{fd, landlock, mount, privilege, process, scheduling};
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::time::Duration;

/// Set-up takes a millisecond; one that takes this long is stuck.
const SETUP_LIMIT: Duration = Duration::from_secs(10);
/// How long the main process of a killed stage may take to be counted before the rest is killed too.
const COUNT_LIMIT: Duration = Duration::from_millis(50);
/// How long a killed stage may take to vanish before the slot is given up.
const DEATH_LIMIT: Duration = Duration::from_secs(5);

/// Why a keeper stopped.
#[derive(Debug, thiserror::Error)]
pub enum KeeperError {
    /// A step of its own set-up failed.
    #[error("{step}")]
    Prepare {
        /// Which step.
        step: &'static str,
        /// What the kernel said.
        #[source]
        source: io::Error,
    },
    /// The root could not be built.
    #[error(transparent)]
    Root(#[from] root::RootError),
    /// The seccomp policy is broken.
    #[error(transparent)]
    Policy(#[from] crate::seccomp::PolicyError),
    /// The server's socket broke.
    #[error("talk to the server")]
    Socket(#[source] io::Error),
    /// A control group cannot be prepared.
    #[error("prepare the control group")]
    Group(#[source] CgroupError),
    /// A stage could not be ended: something is stuck in the kernel.
    #[error("end a stage: something of it is stuck in the kernel")]
    Stuck,
}

/// What a keeper is given.
#[derive(Debug)]
pub struct Seat {
    /// Its number, from 0.
    pub slot: u32,
    /// The server's socket for it.
    pub socket: OwnedFd,
    /// Control group of run stages.
    pub run_group: PooledGroup,
    /// Control group of compile stages.
    pub compile_group: PooledGroup,
    /// Control groups of the runs of warm interpreters, in the order of the configuration.
    pub warm_groups: Vec<PooledGroup>,
    /// Control group of runs that are prepared ahead, where they are.
    pub prepared_group: Option<PooledGroup>,
    /// Hears why a warm interpreter cannot be had. Its programs start their own, which costs time only.
    pub complain: fn(&WarmError),
}

/// A prepared slot.
pub struct Keeper<'a> {
    config: &'a LauncherConfig,
    seat: Seat,
    filter: Vec<Instruction>,
    /// The core of programs that may use one at most, and the filter that goes with it.
    pinned: Option<(usize, Vec<Instruction>)>,
    landlock_version: i64,
    /// Whether a work folder is mounted.
    work_mounted: bool,
    warm: Vec<Warm>,
    prepared: Option<Prepared>,
}

impl<'a> Keeper<'a> {
    /// Turns this process into the keeper: namespaces, root, seccomp program. `launcher` is its parent's pid, `library` what the
    /// dynamic linker loads into warm interpreters.
    ///
    /// # Errors
    /// When a protection cannot be set up. The slot must then not be offered.
    pub fn prepare(
        config: &'a LauncherConfig,
        mut seat: Seat,
        library: &[u8],
        launcher: i32,
    ) -> Result<Self, KeeperError> {
        let step = |step| move |source| KeeperError::Prepare { step, source };
        process::die_with_parent(launcher).map_err(step("die with the launcher"))?;
        process::set_name(c"runyard-slot");
        process::new_session().map_err(step("start a session"))?;
        let namespaces = libc::CLONE_NEWNS | libc::CLONE_NEWNET | libc::CLONE_NEWUTS | libc::CLONE_NEWIPC;
        mount::unshare(namespaces).map_err(step("leave the host's namespaces"))?;
        mount::loopback_up().map_err(step("bring loopback up"))?;
        // A closed connection of one run must not keep its port from the next, nor show there.
        std::fs::write("/proc/sys/net/ipv4/tcp_max_tw_buckets", "0")
            .map_err(step("forget closed connections"))?;
        mount::set_host_name("runyard").map_err(step("set the host name"))?;
        let library = Some(library).filter(|_| !seat.warm_groups.is_empty());
        root::enter(config, uid_of(config, seat.slot), library)?;
        if library.is_some() {
            // Interpreters are executed, and fork jails afterwards. Programs have their own set cleared.
            privilege::pass_capabilities_on().map_err(step("pass capabilities on"))?;
        }
        privilege::drop_bounding_set().map_err(step("drop the bounding set"))?;
        let landlock_version = landlock::version();
        if landlock_version == 0 && !config.accept_missing.contains(&Protection::Landlock) {
            return Err(step("find Landlock")(io::ErrorKind::Unsupported.into()));
        }
        let filter = crate::seccomp::default_filter()?;
        let pinned = if config.pin_cpus { Some(pin(seat.slot)?) } else { None };
        let groups = std::mem::take(&mut seat.warm_groups);
        let warm =
            config.warm.iter().cloned().zip(groups).map(|(spec, group)| Warm::new(spec, group)).collect();
        let prepared = seat.prepared_group.take().zip(config.prepared);
        let prepared = prepared.map(|(group, limits)| Prepared::new(group, limits));
        Ok(Self { config, seat, filter, pinned, landlock_version, work_mounted: false, warm, prepared })
    }

    /// Serves stages until the server hangs up.
    ///
    /// # Errors
    /// When the socket breaks or a stage cannot be ended.
    pub fn serve(&mut self) -> Result<(), KeeperError> {
        let mut buffer = vec![0; MAX_PACKET_BYTES];
        loop {
            self.refill()?;
            let packet = match socket::receive(self.seat.socket.as_fd(), &mut buffer) {
                // A server that ends before it has read our last words hangs up all the same.
                Err(error) if error.kind() == io::ErrorKind::ConnectionReset => return Ok(()),
                other => other.map_err(KeeperError::Socket)?,
            };
            if packet.length == 0 {
                return Ok(());
            }
            match message(&buffer, &packet) {
                Some(ToSlot::Start(request)) => {
                    let outcome = match self.stage(&request, packet.descriptors) {
                        // The stage is ended and nobody wants to know how.
                        Err(KeeperError::Socket(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
                            return Ok(());
                        }
                        other => other?,
                    };
                    let reply = match outcome {
                        Ok(report) => FromSlot::Ended(report),
                        Err(failure) => FromSlot::Failed(failure.into()),
                    };
                    self.tell(&reply)?;
                    // While nobody waits: the next stage finds its group clean.
                    let group =
                        if request.compile { &mut self.seat.compile_group } else { &mut self.seat.run_group };
                    group.clean().map_err(KeeperError::Group)?;
                }
                // They crossed with the end of the stage.
                Some(ToSlot::Kill | ToSlot::Signal { .. }) => {}
                Some(ToSlot::Export { max_bytes }) => self.export(max_bytes)?,
                Some(ToSlot::Restore { limits }) => {
                    let reply = match self.restore(&limits, packet.descriptors)? {
                        Ok(()) => FromSlot::Restored,
                        Err(failure) => FromSlot::Failed(failure.into()),
                    };
                    self.tell(&reply)?;
                    self.seat.compile_group.clean().map_err(KeeperError::Group)?;
                }
                Some(ToSlot::Release) => {
                    self.drop_work()?;
                    self.tell(&FromSlot::Released)?;
                }
                None => return Err(KeeperError::Socket(io::ErrorKind::InvalidData.into())),
            }
        }
    }

    /// Makes everything that can be made ahead of the next request, while there is nothing else to do.
    fn refill(&mut self) -> Result<(), KeeperError> {
        let ahead = self.ahead();
        for index in 0..=self.warm.len() {
            // What waits would hold a copy of a work folder that is kept for somebody.
            let busy = self.work_mounted
                || fd::poll(&[self.seat.socket.as_fd()], Some(Duration::ZERO))
                    .map_err(KeeperError::Socket)?
                    != [false];
            if busy {
                break;
            }
            match self.warm.get_mut(index) {
                Some(warm) => {
                    if let Err(error) = warm.refill(ahead, self.pinned.is_some()) {
                        (self.seat.complain)(&error);
                    }
                }
                None => {
                    let filters = filters(&self.filter, self.pinned.as_ref());
                    if let Some(prepared) = &mut self.prepared {
                        prepared.refill(ahead, filters).map_err(KeeperError::Group)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Hands out the work folder that is kept, if there is one and it is fit.
    fn export(&self, max_bytes: u64) -> Result<(), KeeperError> {
        let archive = match self.work_mounted {
            false => Err(ExportError::Unfit("nothing is kept")),
            true => File::open("/work")
                .map_err(ExportError::Read)
                .and_then(|root| export::pack(&root, uid_of(self.config, self.seat.slot), max_bytes)),
        };
        match archive {
            Ok(archive) => self.tell_with(&FromSlot::Exported { why_not: None }, &[archive.as_fd()]),
            Err(why_not) => self.tell(&FromSlot::Exported { why_not: Some(why_not.to_string()) }),
        }
    }

    /// Keeps a work folder that was exported, in place of what is kept.
    fn restore(
        &mut self,
        limits: &StageLimits,
        descriptors: Vec<OwnedFd>,
    ) -> Result<Result<(), Failure>, KeeperError> {
        let refused = Failure { step: Step::Setup, index: 3, errno: libc::EINVAL };
        let Ok([archive]) = <[OwnedFd; 1]>::try_from(descriptors) else { return Ok(Err(refused)) };
        if !are_within(limits, &self.config.ceilings) {
            return Ok(Err(refused));
        }
        self.drop_work()?;
        self.seat.compile_group.prepare(limits).map_err(KeeperError::Group)?;
        let uid = uid_of(self.config, self.seat.slot);
        if let Err(failure) = init::mount_work(uid, limits.work_bytes) {
            return Ok(Err(failure));
        }
        self.work_mounted = true;
        let unpacked = restore::unpack(self.seat.compile_group.group(), uid, &archive)
            .map_err(|_| KeeperError::Stuck)?;
        if unpacked.is_err() {
            self.drop_work()?;
        }
        Ok(unpacked)
    }

    fn tell(&self, message: &FromSlot) -> Result<(), KeeperError> {
        self.tell_with(message, &[])
    }

    fn tell_with(&self, message: &FromSlot, descriptors: &[BorrowedFd<'_>]) -> Result<(), KeeperError> {
        let bytes = serde_json::to_vec(message).map_err(|error| KeeperError::Socket(error.into()))?;
        match socket::send(self.seat.socket.as_fd(), &bytes, descriptors) {
            // The server went away: the next look at the socket says so.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(KeeperError::Socket),
        }
    }

    fn drop_work(&mut self) -> Result<(), KeeperError> {
        if self.work_mounted {
            mount::detach(c"/work")
                .map_err(|source| KeeperError::Prepare { step: "unmount the work folder", source })?;
            self.work_mounted = false;
        }
        Ok(())
    }

    /// One stage from request to report. The outer error ends the keeper.
    fn stage(
        &mut self,
        request: &StageRequest,
        descriptors: Vec<OwnedFd>,
    ) -> Result<Result<StageReport, Failure>, KeeperError> {
        let refused = Failure { step: Step::Setup, index: 0, errno: libc::EINVAL };
        let Some((stdio, archive)) = check(request, &self.config.ceilings, descriptors) else {
            return Ok(Err(refused));
        };
        if request.work == WorkTree::Layered && !self.work_mounted {
            return Ok(Err(refused));
        }
        if request.work == WorkTree::Fresh {
            self.drop_work()?;
        }
        if let Some((jail, made)) = self.begin_ahead(request, &stdio, archive.as_ref()) {
            // Only the jail holds the ends now, so the server sees their end when the jail is gone.
            drop((stdio, archive));
            let group = self.group_of(made).unwrap_or(self.seat.run_group.group());
            return self.see_through(&jail, group, request.limits);
        }
        let group = if request.compile { &mut self.seat.compile_group } else { &mut self.seat.run_group };
        group.prepare(&request.limits).map_err(KeeperError::Group)?;
        let uid = uid_of(self.config, self.seat.slot);
        if request.work == WorkTree::Fresh {
            if let Err(failure) = init::mount_work(uid, request.limits.work_bytes) {
                return Ok(Err(failure));
            }
            self.work_mounted = true;
        }
        let outcome = match Program::new(request, stdio, archive, uid, self.landlock_version) {
            Ok(program) => self.run(request, Program { core: self.core_for(&request.limits), ..program })?,
            Err(_) => Err(refused),
        };
        if !(request.keep_work || request.work == WorkTree::Layered) || outcome.is_err() {
            self.drop_work()?;
        }
        Ok(outcome)
    }

    /// Where a stage with these limits stays, if it stays anywhere.
    fn core_for(&self, limits: &StageLimits) -> Option<usize> {
        self.pinned.as_ref().filter(|_| limits.cpu_millicores <= 1000).map(|(core, _)| *core)
    }

    /// Forks init and follows the stage to its end.
    fn run(
        &self,
        request: &StageRequest,
        program: Program,
    ) -> Result<Result<StageReport, Failure>, KeeperError> {
        let group = if request.compile { &self.seat.compile_group } else { &self.seat.run_group }.group();
        let pair = socket::packet_pair().and_then(|(ours, theirs)| {
            socket::ask_for_sender(ours.as_fd())?;
            Ok((ours, theirs))
        });
        let (ours, theirs) = match pair.at(Step::Clone, 1) {
            Ok(pair) => pair,
            Err(failure) => return Ok(Err(failure)),
        };
        let forked_at = fd::monotonic_us();
        let (pid, pidfd) = match fork_into(init::NAMESPACES).at(Step::Clone, 0) {
            Ok(Forked::Parent { pid, pidfd }) => (pid, pidfd),
            Ok(Forked::Child) => {
                // With our ends open here, nobody in the jail would notice that the keeper is gone.
                for end in [ours.as_raw_fd(), self.seat.socket.as_raw_fd()] {
                    let _ = fd::close_range(end.cast_unsigned(), end.cast_unsigned());
                }
                let uid = uid_of(self.config, self.seat.slot);
                let entrance = group.entrance();
                let init = Init {
                    work: if request.work == WorkTree::Layered { Work::Layered } else { Work::Shared },
                    work_bytes: request.limits.work_bytes,
                    uid,
                    init_uid: uid + 1,
                    report: theirs.as_fd(),
                };
                init::become_init(&init, || entrance.fork());
                let filter = match &self.pinned {
                    Some((_, filter)) if program.core.is_some() => filter,
                    _ => &self.filter,
                };
                program::execute(&program, &entrance, filter, theirs.as_fd())
            }
            Err(failure) => return Ok(Err(failure)),
        };
        drop(theirs);
        // Only the jail holds the ends now, so the server sees their end when the jail is gone.
        drop(program);
        self.see_through(&Jail { pid, pidfd, report: ours, began_at: forked_at }, group, request.limits)
    }

    /// Begins the stage in what was made ahead, and says in which; `None` when everything has to be made now.
    fn begin_ahead(
        &mut self,
        request: &StageRequest,
        stdio: &[OwnedFd; 3],
        archive: Option<&OwnedFd>,
    ) -> Option<(Jail, MadeAhead)> {
        let (core, ahead) = (self.core_for(&request.limits), self.ahead());
        let mut descriptors: Vec<BorrowedFd<'_>> = stdio.iter().map(AsFd::as_fd).collect();
        descriptors.extend(archive.map(AsFd::as_fd));
        let began_at = fd::monotonic_us();
        let warm = self.warm.iter().position(|warm| warm.suits(request));
        let in_interpreter = warm.and_then(|index| {
            let warm = self.warm.get_mut(index)?;
            if let Err(error) = warm.refill(ahead, self.pinned.is_some()) {
                (self.seat.complain)(&error);
            }
            Some((warm.begin(request, core, &descriptors)?, MadeAhead::InInterpreter(index)))
        });
        let (waiting, made) = in_interpreter.or_else(|| {
            let prepared = self.prepared.as_mut().filter(|_| Prepared::suits(request))?;
            Some((prepared.begin(request, core, &descriptors)?, MadeAhead::ByKeeper))
        })?;
        Some((Jail { pid: waiting.pid, pidfd: waiting.pidfd, report: waiting.report, began_at }, made))
    }

    /// The group of what was made ahead.
    fn group_of(&self, made: MadeAhead) -> Option<&Group> {
        let group = match made {
            MadeAhead::InInterpreter(index) => self.warm.get(index)?.group(),
            MadeAhead::ByKeeper => self.prepared.as_ref()?.group(),
        };
        Some(group.group())
    }

    /// What is known ahead of a request.
    fn ahead(&self) -> Ahead {
        Ahead {
            uid: uid_of(self.config, self.seat.slot),
            landlock_version: self.landlock_version,
            work_bytes: 0,
        }
    }

    /// Follows a stage that has begun to its end.
    fn see_through(
        &self,
        jail: &Jail,
        group: &Group,
        limits: StageLimits,
    ) -> Result<Result<StageReport, Failure>, KeeperError> {
        let mut stage = Stage {
            socket: self.seat.socket.as_fd(),
            report: jail.report.as_fd(),
            group,
            limits,
            forked_at: jail.began_at,
            started_at: None,
            ended: None,
            failure: None,
            killed: None,
            switches: None,
            program: None,
            hung_up: false,
        };
        let followed = stage.follow();
        stage.count_killed();
        end(jail.pid, &jail.pidfd, &stage, group)?;
        followed?;
        if stage.hung_up {
            return Err(KeeperError::Socket(io::ErrorKind::BrokenPipe.into()));
        }
        Ok(stage.outcome())
    }
}

/// Kills whatever is left and waits until nothing is.
fn end(pid: i32, pidfd: &OwnedFd, stage: &Stage<'_>, group: &Group) -> Result<(), KeeperError> {
    if stage.ended.is_none() {
        // Killing process 1 kills its whole PID namespace; it becomes waitable only after all others are gone.
        let _ = process::signal(pidfd.as_fd(), libc::SIGKILL);
    }
    if !fd::poll(&[pidfd.as_fd()], Some(DEATH_LIMIT)).map_err(KeeperError::Socket)?.contains(&true) {
        let _ = group.kill();
        if !fd::poll(&[pidfd.as_fd()], Some(DEATH_LIMIT)).map_err(KeeperError::Socket)?.contains(&true) {
            return Err(KeeperError::Stuck);
        }
    }
    process::wait(pid, true).map_err(KeeperError::Socket)?;
    // The namespace took every process along; the group says whether that is true.
    cgroup::kill_and_wait(group).map_err(|_| KeeperError::Stuck)
}

/// The core of a slot, in turn, and the filter of programs that must not leave it.
fn pin(slot: u32) -> Result<(usize, Vec<Instruction>), KeeperError> {
    let cores = scheduling::own_cores()
        .map_err(|source| KeeperError::Prepare { step: "ask which cores there are", source })?;
    let turn = usize::try_from(slot).unwrap_or(0).checked_rem(cores.len()).unwrap_or(0);
    let core = cores.get(turn).copied().unwrap_or(0);
    Ok((core, crate::seccomp::pinned_filter()?))
}

fn uid_of(config: &LauncherConfig, slot: u32) -> u32 {
    config.first_uid + slot * 2
}

fn message(buffer: &[u8], packet: &Packet) -> Option<ToSlot> {
    serde_json::from_slice(buffer.get(..packet.length)?).ok()
}

type Ends = ([OwnedFd; 3], Option<OwnedFd>);

/// Whether the request is within the ceilings and brings the right descriptors.
fn check(request: &StageRequest, ceilings: &StageLimits, descriptors: Vec<OwnedFd>) -> Option<Ends> {
    let within = are_within(&request.limits, ceilings);
    let fresh = request.work == WorkTree::Fresh;
    let mut descriptors = descriptors.into_iter();
    let stdio = [descriptors.next()?, descriptors.next()?, descriptors.next()?];
    let archive = descriptors.next();
    let fits = descriptors.next().is_none() && (fresh || (archive.is_none() && !request.keep_work));
    (within && fits && request.argv.first().is_some_and(|path| path.starts_with('/')))
        .then_some((stdio, archive))
}

/// Whether every limit is one, and none is above its ceiling.
fn are_within(limits: &StageLimits, ceilings: &StageLimits) -> bool {
    let pairs = [
        (limits.wall_time_us, ceilings.wall_time_us),
        (limits.cpu_time_us, ceilings.cpu_time_us),
        (u64::from(limits.cpu_millicores), u64::from(ceilings.cpu_millicores)),
        (limits.memory_bytes, ceilings.memory_bytes),
        (u64::from(limits.processes), u64::from(ceilings.processes)),
        (limits.work_bytes, ceilings.work_bytes),
    ];
    pairs.into_iter().all(|(value, ceiling)| value > 0 && value <= ceiling)
}

/// Who made a run ahead of its request.
#[derive(Debug, Clone, Copy)]
enum MadeAhead {
    /// A warm interpreter, by its position.
    InInterpreter(usize),
    /// The keeper.
    ByKeeper,
}

fn filters<'a>(free: &'a [Instruction], pinned: Option<&'a (usize, Vec<Instruction>)>) -> Filters<'a> {
    Filters { free, pinned: pinned.map_or(free, |(_, filter)| filter) }
}

/// A jail in which a stage has begun.
struct Jail {
    /// Its init.
    pid: i32,
    pidfd: OwnedFd,
    report: OwnedFd,
    began_at: u64,
}

/// A stage under way.
struct Stage<'a> {
    socket: BorrowedFd<'a>,
    report: BorrowedFd<'a>,
    group: &'a Group,
    limits: StageLimits,
    forked_at: u64,
    started_at: Option<u64>,
    ended: Option<(i32, u64)>,
    failure: Option<Failure>,
    killed: Option<(Killed, u64)>,
    switches: Option<Switches>,
    program: Option<OwnedFd>,
    hung_up: bool,
}

impl Stage<'_> {
    /// Returns when the program ended, could not be started, or must be killed.
    fn follow(&mut self) -> Result<(), KeeperError> {
        let mut watch = Watch::new(&self.limits);
        let mut fds = vec![self.report, self.socket];
        fds.extend(self.group.memory_events());
        loop {
            let look = match self.started_at {
                None => SETUP_LIMIT.saturating_sub(since(self.forked_at)),
                Some(started) => {
                    let cpu = self.group.cpu_used().unwrap_or(Duration::MAX);
                    let elapsed = since(started);
                    if let Some(killed) = watch.limit_reached(elapsed, cpu) {
                        self.kill(killed);
                        return Ok(());
                    }
                    match watch.sample(elapsed, cpu) {
                        Some(Change::Idle) => self.hint(&FromSlot::Idle),
                        Some(Change::Busy) => self.hint(&FromSlot::Busy),
                        None => {}
                    }
                    watch.next_look(elapsed, cpu)
                }
            };
            let ready = fd::poll(&fds, Some(look)).map_err(KeeperError::Socket)?;
            let is_ready = |index: usize| ready.get(index).copied().unwrap_or(false);
            if is_ready(0) && self.take_record()? {
                return Ok(());
            }
            if is_ready(1) && self.take_message() {
                return Ok(());
            }
            if is_ready(2) && self.group.memory_events().is_some_and(fd::drain_eventfd) {
                self.kill(Killed::Memory);
                return Ok(());
            }
            if self.started_at.is_none() && since(self.forked_at) >= SETUP_LIMIT {
                self.failure = Some(Failure { step: Step::Setup, index: 1, errno: libc::ETIMEDOUT });
                return Ok(());
            }
        }
    }

    fn kill(&mut self, why: Killed) {
        self.killed = Some((why, fd::monotonic_us()));
    }

    /// Takes one record; true when it is the last.
    fn take_record(&mut self) -> Result<bool, KeeperError> {
        let mut bytes = [0; record::SIZE];
        let packet = socket::receive(self.report, &mut bytes).map_err(KeeperError::Socket)?;
        match Record::decode(bytes.get(..packet.length).unwrap_or_default()) {
            Some(Record::Started { at_us }) => {
                self.started_at = Some(at_us);
                // The sender waits in exec or is already the program: in either case its pid is still its own.
                self.program = packet.sender.and_then(|pid| process::open_pid(pid).ok());
                self.tell(&FromSlot::Started)?;
                Ok(false)
            }
            Some(Record::Ended { status, at_us, switches }) => {
                self.ended = Some((status, at_us));
                self.switches = Some(switches);
                Ok(true)
            }
            Some(Record::Failed(failure)) => {
                self.failure = Some(failure);
                Ok(true)
            }
            None => {
                // Init is gone without a word.
                self.failure = Some(Failure { step: Step::Setup, index: 2, errno: 0 });
                Ok(true)
            }
        }
    }

    /// Ends the main process of a stage that must be killed, so that init can still count it: what dies with init is not
    /// counted by anybody.
    fn count_killed(&mut self) {
        let (Some(_), Some(program)) = (self.killed, &self.program) else { return };
        let _ = process::signal(program.as_fd(), libc::SIGKILL);
        let mut bytes = [0; record::SIZE];
        let told = fd::poll(&[self.report], Some(COUNT_LIMIT)).is_ok_and(|ready| ready == [true]);
        if let Some(packet) = told.then(|| socket::receive(self.report, &mut bytes)).and_then(Result::ok)
            && let Some(Record::Ended { switches, .. }) =
                Record::decode(bytes.get(..packet.length).unwrap_or_default())
        {
            self.switches = Some(switches);
        }
    }

    /// Takes one message of the server; true when the stage must end.
    fn take_message(&mut self) -> bool {
        // Nothing longer than a signal is allowed while a stage runs.
        let mut buffer = [0; 256];
        match socket::receive(self.socket, &mut buffer) {
            Ok(packet) if packet.length > 0 => match message(&buffer, &packet) {
                Some(ToSlot::Kill) => {
                    self.kill(Killed::Requested);
                    true
                }
                Some(ToSlot::Signal { number }) => {
                    if let Some(program) = self.program.as_ref().filter(|_| (1..=64).contains(&number)) {
                        // It may have ended just now.
                        let _ = process::signal_group(program.as_fd(), number);
                    }
                    false
                }
                _ => {
                    self.hung_up = true;
                    true
                }
            },
            _ => {
                self.hung_up = true;
                true
            }
        }
    }

    fn tell(&self, message: &FromSlot) -> Result<(), KeeperError> {
        let bytes = serde_json::to_vec(message).map_err(|error| KeeperError::Socket(error.into()))?;
        match socket::send(self.socket, &bytes, &[]) {
            // The server went away: the next look at the socket ends the stage.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(KeeperError::Socket),
        }
    }

    /// Says what is only good to know. A server that does not listen must not keep us from watching the limits.
    fn hint(&self, message: &FromSlot) {
        if let Ok(bytes) = serde_json::to_vec(message) {
            let _ = socket::send_now(self.socket, &bytes);
        }
    }

    /// After everything ended: what to report.
    fn outcome(&self) -> Result<StageReport, Failure> {
        // A counter that cannot be read is our failure, not a free run.
        let Ok(usage) = self.group.usage() else {
            return Err(Failure { step: Step::Wait, index: 1, errno: 0 });
        };
        let out_of_memory = usage.out_of_memory_kills > 0 || matches!(self.killed, Some((Killed::Memory, _)));
        match self.failure {
            // Memory can run out while the files are unpacked: that is a result, not a fault.
            _ if out_of_memory => Ok(self.report(usage, Some(Killed::Memory))),
            Some(failure) => Err(failure),
            None => Ok(self.report(usage, self.killed.map(|(why, _)| why))),
        }
    }

    fn report(&self, usage: Usage, killed: Option<Killed>) -> StageReport {
        let started = self.started_at.unwrap_or(self.forked_at);
        let (ending, ended_at) = match (self.ended, self.killed) {
            (Some((status, at)), _) => (ending_of(status), at),
            (None, Some((_, at))) => (Ending::Signaled(libc::SIGKILL), at),
            (None, None) => (Ending::Signaled(libc::SIGKILL), fd::monotonic_us()),
        };
        StageReport {
            ending,
            killed,
            wall_time_us: ended_at.saturating_sub(started),
            cpu_time_us: u64::try_from(usage.cpu.as_micros()).unwrap_or(u64::MAX),
            memory_bytes: usage.memory_peak_bytes,
            processes_hit: usage.forks_refused > 0,
            throttled_us: u64::try_from(usage.throttled.as_micros()).unwrap_or(u64::MAX),
            switches: self.switches,
        }
    }
}

fn since(start_us: u64) -> Duration {
    Duration::from_micros(fd::monotonic_us().saturating_sub(start_us))
}

fn ending_of(status: i32) -> Ending {
    let waited = process::Waited { pid: 0, status };
    match (waited.exit_code(), waited.signal()) {
        (Some(code), _) => Ending::Exited(code),
        (None, signal) => Ending::Signaled(signal.unwrap_or(libc::SIGKILL)),
    }
}
