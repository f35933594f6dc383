//! The keeper of one slot: waits for a stage, starts it, watches its limits, ends it, reports.
//!
//! One process, one thread, one stage at a time: what happens to a stage reads from top to bottom. It holds the slot's
//! socket, its control groups' files and nothing else; it sees the jail's root and no file of the host.

use super::export::{self, ExportError};
use super::folders::{self, Work};
use super::parked::{self, Ahead};
use super::prepared::{Filters, Place, Prepared, Readiness, Waiting};
use super::program::{self, Program};
use super::record::{AtStep, Failure, Step};
use super::resident::{self, Resident};
use super::restore;
use super::space::{self, Home, Space};
use super::stage::{self, Jail};
use super::warm::{Warm, WarmError};
use crate::cgroup::{CgroupError, Group, PooledGroup};
use crate::config::{LauncherConfig, Protection, WarmWay};
use crate::protocol::{
    Ending, FromSlot, MAX_PACKET_BYTES, StageLimits, StageReport, StageRequest, ToSlot, WorkTree,
};
use crate::root;
use crate::sys::privilege::Instruction;
use crate::sys::process::Forked;
use crate::sys::socket::{self, Packet};
use crate::sys::{fd, landlock, mount, privilege, process, scheduling};
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::time::Duration;

/// A kept work folder with more files is laid below the run's own rather than copied into it.
const MOST_COPIED_FILES: usize = 100;
/// So is one with more bytes than this part of what the run may write.
const COPIED_PART: u64 = 256;

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

    /// Hands out the work folder that is kept, if there is one and it is fit.
    fn export(&self, max_bytes: u64) -> Result<(), KeeperError> {
        let archive = match self.work_mounted {
            false => Err(ExportError::Unfit("nothing is kept")),
            true => File::open("/work").map_err(ExportError::Read).and_then(|root| {
                let most = export::Most { bytes: max_bytes, ..export::MOST };
                export::pack(&root, uid_of(self.config, self.seat.slot), most)
            }),
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
        self.fill_work(limits, &archive)
    }

    /// Mounts a work folder with these files, as if a compile stage had left them.
    fn fill_work(
        &mut self,
        limits: &StageLimits,
        archive: &OwnedFd,
    ) -> Result<Result<(), Failure>, KeeperError> {
        self.seat.compile_group.prepare(limits).map_err(KeeperError::Group)?;
        let uid = uid_of(self.config, self.seat.slot);
        if let Err(failure) = folders::mount_work(uid, limits.work_bytes) {
            return Ok(Err(failure));
        }
        self.work_mounted = true;
        let unpacked =
            restore::unpack(self.seat.compile_group.group(), uid, archive).map_err(|_| KeeperError::Stuck)?;
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
            self.prepared.iter_mut().for_each(|prepared| prepared.forget_kept());
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
        if let Some((jail, made)) = self.begin_ahead(request, &stdio, archive.as_ref()) {
            // Only the jail holds the ends now, so the server sees their end when the jail is gone.
            drop((stdio, archive));
            let group = self.group_of(made).unwrap_or(self.seat.run_group.group());
            let (outcome, remains) =
                stage::see_through(self.seat.socket.as_fd(), jail, group, request.limits, &self.home)?;
            self.mounts = remains.mounts;
            self.keep(made, remains.space);
            return Ok(outcome);
        }
        if request.work == WorkTree::Fresh {
            self.drop_work()?;
        }
        let stdio = match self.compile_by_resident(request, stdio, archive.as_ref())? {
            Asked::Compiled(report) => return Ok(Ok(report)),
            Asked::Nobody(stdio) => stdio,
        };
        let group = if request.compile { &mut self.seat.compile_group } else { &mut self.seat.run_group };
        group.prepare(&request.limits).map_err(KeeperError::Group)?;
        let uid = uid_of(self.config, self.seat.slot);
        if request.work == WorkTree::Fresh {
            if let Err(failure) = folders::mount_work(uid, request.limits.work_bytes) {
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

    /// Has a compiler that stays do the stage, where there is one for it.
    fn compile_by_resident(
        &mut self,
        request: &StageRequest,
        stdio: [OwnedFd; 3],
        archive: Option<&OwnedFd>,
    ) -> Result<Asked, KeeperError> {
        let Some((resident, sources)) =
            self.residents.iter_mut().find(|resident| resident.suits(request)).zip(archive)
        else {
            return Ok(Asked::Nobody(stdio));
        };
        let compiled =
            resident.compile(request, sources, self.seat.socket.as_fd()).map_err(|_| KeeperError::Stuck)?;
        let Some(compiled) = compiled else { return Ok(Asked::Nobody(stdio)) };
        if compiled.report.ending == Ending::Exited(0)
            && self.fill_work(&request.limits, &compiled.work)?.is_err()
        {
            self.drop_work()?;
            return Ok(Asked::Nobody(stdio));
        }
        let [_, _, stderr] = stdio;
        resident::pass_on(&compiled.messages, stderr);
        Ok(Asked::Compiled(compiled.report))
    }

    /// Where a stage with these limits stays, if it stays anywhere.
    fn core_for(&self, limits: &StageLimits) -> Option<usize> {
        self.pinned.as_ref().filter(|_| limits.cpu_millicores <= 1000).map(|(core, _)| *core)
    }

    /// Makes the stage's process and follows it to its end.
    fn run(
        &mut self,
        request: &StageRequest,
        program: Program,
    ) -> Result<Result<StageReport, Failure>, KeeperError> {
        let group = if request.compile { &self.seat.compile_group } else { &self.seat.run_group }.group();
        let ahead = Ahead { work_bytes: request.limits.work_bytes, ..self.ahead() };
        let began_at = fd::monotonic_us();
        let mut place = Place { space: &mut self.space, home: &self.home, group };
        let forked = (|| {
            let (ours, theirs) = socket::packet_pair().at(Step::Clone, 1)?;
            let kept = || {
                let kept = mount::clone_tree(c"/work", false).at(Step::LayerWork, 7)?;
                Ok(match request.work {
                    WorkTree::Layered => Work::Layered(kept),
                    WorkTree::Fresh => Work::Shared(kept),
                })
            };
            Ok((place.fork(&ahead, kept)?, ours, theirs))
        })();
        let (forked, ours, theirs) = match forked {
            Ok(forked) => forked,
            Err(failure) => return Ok(Err(failure)),
        };
        let (pid, pidfd) = match forked {
            Forked::Parent { pid, pidfd } => (pid, pidfd),
            Forked::Child => {
                let entrance = group.entrance();
                let mut keep = vec![theirs.as_raw_fd()];
                keep.extend(program.stdio.iter().chain(&program.archive).map(AsRawFd::as_raw_fd));
                parked::keep_only(&entrance, &keep);
                let settled = parked::settle(self.home.delivery, Some(&entrance));
                let filter = match &self.pinned {
                    Some((_, filter)) if program.core.is_some() => filter,
                    _ => &self.filter,
                };
                match settled {
                    Ok(()) => program::execute(&program, filter, theirs.as_fd()),
                    Err(failure) => parked::fail(&theirs, failure),
                }
            }
        };
        drop(theirs);
        // Only the jail holds the ends now, so the server sees their end when the jail is gone.
        drop(program);
        let Some(space) = self.space.take() else { return Err(KeeperError::Stuck) };
        let jail = Jail { pid, pidfd, report: ours, began_at, space };
        let (outcome, remains) =
            stage::see_through(self.seat.socket.as_fd(), jail, group, request.limits, &self.home)?;
        (self.space, self.mounts) = (remains.space, remains.mounts);
        Ok(outcome)
    }

    /// Begins the stage in what was made ahead, and says in which; `None` when everything has to be made now.
    fn begin_ahead(
        &mut self,
        request: &StageRequest,
        stdio: &[OwnedFd; 3],
        archive: Option<&OwnedFd>,
    ) -> Option<(Jail, MadeAhead)> {
        let core = self.core_for(&request.limits);
        let streams = || stdio.iter().map(AsFd::as_fd);
        let descriptors: Vec<BorrowedFd<'_>> = streams().chain(archive.map(AsFd::as_fd)).collect();
        let mut began_at = fd::monotonic_us();
        let prepared_ahead = self.ahead();
        let named = |name: &String| self.warm.iter().position(|warm| warm.name() == name);
        let suits = |index: &usize| {
            let fits = |warm: &Warm| warm.suits(request, core, self.ahead_for(warm.limits()));
            self.warm.get(*index).is_some_and(fits)
        };
        let warm: Vec<usize> = request.warm.iter().filter_map(named).filter(suits).collect();
        let in_interpreter = warm.into_iter().find_map(|index| {
            let ahead = self.ahead_for(self.warm.get(index)?.limits());
            let warm = self.warm.get_mut(index)?;
            let filters = filters(&self.filter, self.pinned.as_ref());
            let refilled = match self.work_mounted && !warm.is_apart() {
                true => Ok(()),
                false => warm.refill_now(&self.home, ahead, filters, self.pinned.is_some()),
            };
            if let Err(error) = refilled.and_then(|()| warm.wait_until_ready()) {
                (self.seat.complain)(&error);
            }
            // What waits has a work folder already, and gets a copy of what is in the kept one.
            let copied = match request.work {
                WorkTree::Layered if warm.is_filled() => {
                    Some(copy_work(ahead.uid, request.limits.work_bytes)?)
                }
                WorkTree::Layered | WorkTree::Fresh => None,
            };
            let descriptors: Vec<_> =
                descriptors.iter().copied().chain(copied.as_ref().map(AsFd::as_fd)).collect();
            began_at = fd::monotonic_us();
            let (begun, space) = warm.begin(request, core, &descriptors)?;
            Some((begun, space, MadeAhead::InInterpreter(index)))
        });
        let (waiting, space, made) = in_interpreter.or_else(|| {
            let fitting = self.prepared.iter_mut().enumerate();
            // What takes everything takes what does not begin in the first that fits, too.
            fitting.filter(|(_, run)| run.suits(request, core, prepared_ahead)).find_map(|(index, run)| {
                let kept = match request.work {
                    // It was made before there was anything to keep, in a space of its own.
                    WorkTree::Layered if !run.is_layered() => Some(mount::clone_tree(c"/work", false).ok()?),
                    WorkTree::Layered | WorkTree::Fresh => None,
                };
                let descriptors: Vec<_> =
                    descriptors.iter().copied().chain(kept.as_ref().map(AsFd::as_fd)).collect();
                let (begun, space) = run.begin(request, core, &descriptors)?;
                Some((begun, space, MadeAhead::ByKeeper(index)))
            })
        })?;
        let Waiting { pid, pidfd, report, .. } = waiting;
        Some((Jail { pid, pidfd, report, began_at, space }, made))
    }

    /// Gives back to who made a run ahead where the next one can be made.
    fn keep(&mut self, made: MadeAhead, space: Option<Space>) {
        match made {
            MadeAhead::InInterpreter(index) => {
                if let Some(warm) = self.warm.get_mut(index) {
                    warm.keep(space);
                }
            }
            MadeAhead::ByKeeper(index) => {
                if let Some(prepared) = self.prepared.get_mut(index) {
                    prepared.keep(space);
                }
            }
        }
    }

    /// The group of a run that was made ahead.
    fn group_of(&self, made: MadeAhead) -> Option<&Group> {
        let group = match made {
            MadeAhead::InInterpreter(index) => self.warm.get(index)?.group(),
            MadeAhead::ByKeeper(index) => self.prepared.get(index)?.group(),
        };
        Some(group.group())
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

/// What the kept work folder holds, where that is little and ordinary.
fn copy_work(uid: u32, work_bytes: u64) -> Option<OwnedFd> {
    let most = export::Most { bytes: work_bytes / COPIED_PART, entries: MOST_COPIED_FILES };
    File::open("/work").ok().and_then(|root| export::pack(&root, uid, most).ok())
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

/// What came of asking a compiler that stays.
enum Asked {
    Compiled(StageReport),
    /// The stage has to be executed.
    Nobody([OwnedFd; 3]),
}

/// Who made a run ahead of its request.
#[derive(Debug, Clone, Copy)]
enum MadeAhead {
    /// A warm interpreter, by its position.
    InInterpreter(usize),
    /// The keeper, in this of its prepared runs.
    ByKeeper(usize),
}

fn filters<'a>(free: &'a [Instruction], pinned: Option<&'a (usize, Vec<Instruction>)>) -> Filters<'a> {
    Filters { free, pinned: pinned.map_or(free, |(_, filter)| filter) }
}
