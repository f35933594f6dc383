//! The keeper of one slot: waits for a stage, starts it, watches its limits, ends it, reports.
//!
//! One process, one thread, one stage at a time: what happens to a stage reads from top to bottom. It holds the slot's
//! socket, its control groups' files and nothing else; it sees the jail's root and no file of the host.

mod begin;
mod work_folder;

use super::parked::Ahead;
use super::prepared::{Filters, Prepared, Readiness};
use super::resident::Resident;
use super::space::{self, Home, Space};
use super::warm::{Warm, WarmError};
use crate::cgroup::{CgroupError, PooledGroup};
use crate::config::{LauncherConfig, Protection, WarmWay};
use crate::protocol::{FromSlot, MAX_PACKET_BYTES, StageLimits, ToSlot, WorkTree};
use crate::root;
use crate::sys::privilege::Instruction;
use crate::sys::socket::{self, Packet};
use crate::sys::{fd, landlock, mount, privilege, process, scheduling};
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

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
    /// Whether it keeps all of these interpreters ready; otherwise those that are forked, once it had a program for them.
    pub warm: bool,
    /// Control groups of the runs that are prepared ahead, where they are.
    pub prepared_groups: Option<[PooledGroup; 2]>,
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
    residents: Vec<Resident>,
    prepared: Vec<Prepared>,
    home: Home,
    /// Of stages that are made when they are asked for.
    space: Option<Space>,
    /// Mounts of the space that the run that has just ended took along, until its end was reported.
    mounts: Option<OwnedFd>,
}

impl<'a> Keeper<'a> {
    /// Turns this process, the first of a PID namespace, into the keeper: namespaces, root, seccomp program. `library` is what the
    /// dynamic linker loads into warm interpreters.
    ///
    /// # Errors
    /// When a protection cannot be set up. The slot must then not be offered.
    pub fn prepare(config: &'a LauncherConfig, mut seat: Seat, library: &[u8]) -> Result<Self, KeeperError> {
        let step = |step| move |source| KeeperError::Prepare { step, source };
        // The launcher lives outside this PID namespace, where it is "process 0". If it died before this call, nobody reads that
        // we are ready.
        process::die_with_parent(0).map_err(step("die with the launcher"))?;
        process::set_name(c"runyard-slot");
        process::new_session().map_err(step("start a session"))?;
        let namespaces = libc::CLONE_NEWNS | libc::CLONE_NEWNET | libc::CLONE_NEWUTS | libc::CLONE_NEWIPC;
        mount::unshare(namespaces).map_err(step("leave the host's namespaces"))?;
        let home = Home::find().map_err(step("find the keeper's own namespaces"))?;
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
        let (mut warm, mut residents) = (Vec::new(), Vec::new());
        for (spec, group) in config.warm.iter().cloned().zip(groups) {
            match spec.way {
                WarmWay::Forked | WarmWay::Started => warm.push(Warm::new(spec, group, seat.warm)),
                // Compilers use all cores.
                WarmWay::Resident if pinned.is_some() => {}
                WarmWay::Resident => residents.push(Resident::new(spec, group)),
            }
        }
        let prepared = match (seat.prepared_groups.take(), config.prepared) {
            (Some([confined, open]), Some(limits)) => vec![
                Prepared::new(Readiness::Confined, confined, limits),
                Prepared::new(Readiness::Open, open, limits),
            ],
            _ => Vec::new(),
        };
        let work_mounted = false;
        Ok(Self {
            config,
            seat,
            filter,
            pinned,
            landlock_version,
            work_mounted,
            warm,
            residents,
            prepared,
            home,
            space: None,
            mounts: None,
        })
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
                    // While nobody waits: the next stage finds its group clean, and nothing of this one.
                    self.tidy_up();
                    if request.work == WorkTree::Fresh && !request.keep_work {
                        // Of an earlier lease: this run was made ahead, beside it.
                        self.drop_work()?;
                    }
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

    /// Takes away what the run that has ended left in its folders, or its mounts with them.
    fn tidy_up(&mut self) {
        // Whoever was told may be on this core.
        scheduling::give_way();
        self.mounts = None;
        self.warm.iter_mut().for_each(|warm| warm.clear(&self.home));
        self.prepared.iter_mut().for_each(|prepared| prepared.clear(&self.home));
        space::clear(&mut self.space, &self.home);
    }

    /// Makes everything that can be made ahead of the next request, while there is nothing else to do.
    fn refill(&mut self) -> Result<(), KeeperError> {
        let ahead = self.ahead();
        let warm_ahead: Vec<Ahead> = self.warm.iter().map(|warm| self.ahead_for(warm.limits())).collect();
        let filters = filters(&self.filter, self.pinned.as_ref());
        // Interpreters that are forked live in the keeper's mounts, and would hold a work folder that is kept for somebody. Runs have a
        // space of their own.
        let starts = !self.work_mounted;
        // An interpreter that has to be started serves many programs: one of them may wait for it.
        for (warm, ahead) in
            self.warm.iter_mut().zip(&warm_ahead).filter(|(warm, _)| starts && warm.lacks_interpreter())
        {
            if let Err(error) = warm.refill(&self.home, *ahead, filters, self.pinned.is_some()) {
                (self.seat.complain)(&error);
            }
        }
        let wanted = || match fd::poll(&[self.seat.socket.as_fd()], Some(Duration::ZERO)) {
            Ok(ready) => Ok(ready != [false]),
            Err(error) => Err(KeeperError::Socket(error)),
        };
        for (warm, ahead) in
            self.warm.iter_mut().zip(&warm_ahead).filter(|(warm, _)| starts || warm.is_apart())
        {
            if wanted()? {
                return Ok(());
            }
            if let Err(error) = warm.refill(&self.home, *ahead, filters, self.pinned.is_some()) {
                (self.seat.complain)(&error);
            }
        }
        for prepared in &mut self.prepared {
            if wanted()? {
                return Ok(());
            }
            prepared.refill(&self.home, ahead, filters, self.work_mounted).map_err(KeeperError::Group)?;
        }
        for resident in self.residents.iter_mut().filter(|_| starts) {
            if wanted()? {
                return Ok(());
            }
            if let Err(error) = resident.refill(&self.home, ahead, filters) {
                (self.seat.complain)(&error);
            }
        }
        Ok(())
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

    /// Where a stage with these limits stays, if it stays anywhere.
    fn core_for(&self, limits: &StageLimits) -> Option<usize> {
        self.pinned.as_ref().filter(|_| limits.cpu_millicores <= 1000).map(|(core, _)| *core)
    }

    /// What is known ahead of a request that asks for nothing.
    fn ahead(&self) -> Ahead {
        Ahead {
            uid: uid_of(self.config, self.seat.slot),
            landlock_version: self.landlock_version,
            work_bytes: 0,
            core: self.config.prepared.and_then(|limits| self.core_for(&limits)),
            work: WorkTree::Fresh,
        }
    }

    /// The same for a program with these limits.
    fn ahead_for(&self, limits: &StageLimits) -> Ahead {
        Ahead { core: self.core_for(limits), ..self.ahead() }
    }
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

/// One message of the server.
pub(super) fn message(buffer: &[u8], packet: &Packet) -> Option<ToSlot> {
    serde_json::from_slice(buffer.get(..packet.length)?).ok()
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

fn filters<'a>(free: &'a [Instruction], pinned: Option<&'a (usize, Vec<Instruction>)>) -> Filters<'a> {
    Filters { free, pinned: pinned.map_or(free, |(_, filter)| filter) }
}
