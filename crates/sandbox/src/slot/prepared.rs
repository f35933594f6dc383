//! The keeper's side of programs that are made ahead of their requests, and those that the keeper itself makes: everything but
//! the last steps of a run that is executed is done while nobody waits.

use super::folders::Work;
use super::parked::{self, Ahead, Ends, LEAST_MEMORY_BYTES, Start};
use super::program;
use super::record::{AtStep, Failure, Step};
use super::space::{self, Home, Space};
use crate::cgroup::{CgroupError, Group, PooledGroup};
use crate::protocol::{StageLimits, StageRequest, WorkTree};
use crate::sys::privilege::Instruction;
use crate::sys::process::{self, Forked};
use crate::sys::{fd, mount, socket};
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};
use std::time::Duration;

/// What a program that waits for its request is to the keeper.
#[derive(Debug)]
pub(super) struct Waiting {
    /// Our child.
    pub pid: i32,
    pub pidfd: OwnedFd,
    pub report: OwnedFd,
    pub start: OwnedFd,
}

impl Waiting {
    /// Gives it its request, in groups with the request's limits. `None` when it cannot take it: it is gone then.
    pub(super) fn begin(
        self,
        group: &mut PooledGroup,
        request: &StageRequest,
        core: Option<usize>,
        descriptors: &[BorrowedFd<'_>],
    ) -> Option<Self> {
        // Readable means that something went wrong while it was set up: it has said so, or is gone.
        let sound =
            fd::poll(&[self.report.as_fd()], Some(Duration::ZERO)).is_ok_and(|ready| ready == [false]);
        let begun = sound
            && group.prepare_around(&request.limits).is_ok()
            && serde_json::to_vec(&Start { request: request.clone(), core })
                .is_ok_and(|bytes| socket::send(self.start.as_fd(), &bytes, descriptors).is_ok());
        if begun {
            return Some(self);
        }
        end(self.pid, &self.pidfd);
        None
    }
}

/// Where [`fork_parked`] returns.
pub(super) enum Side {
    Keeper(Waiting),
    /// In the program's process.
    Program(Ends),
}

/// Where a run is made: the space, made anew where there is none, and its groups.
#[derive(Debug)]
pub(super) struct Place<'a> {
    pub space: &'a mut Option<Space>,
    pub home: &'a Home,
    pub group: &'a Group,
}

impl Place<'_> {
    /// The space, with the folders of a run in place. What has happened to one since its last run shows here or in a fork: then it
    /// is another.
    pub(super) fn prepare(
        &mut self,
        ahead: &Ahead,
        work: impl Fn() -> Result<Work, Failure>,
    ) -> Result<&Space, Failure> {
        let mut begins_with = work()?;
        if let Some(mut space) = self.space.take() {
            if space.lay_out(self.home, ahead, &begins_with).is_ok() {
                return Ok(self.space.insert(space));
            }
            space.end_or_give_up();
            begins_with = work()?;
        }
        let mut space = Space::open(ahead.uid + 1)?;
        match space.lay_out(self.home, ahead, &begins_with) {
            Ok(()) => Ok(self.space.insert(space)),
            Err(failure) => {
                space.end_or_give_up();
                Err(failure)
            }
        }
    }

    /// Forks the process of a run into the space.
    pub(super) fn fork(
        &mut self,
        ahead: &Ahead,
        work: impl Fn() -> Result<Work, Failure>,
    ) -> Result<Forked, Failure> {
        let is_used = self.space.is_some();
        let (home, group) = (self.home, self.group);
        let mut forked = self.prepare(ahead, &work)?.fork(home, group);
        if forked.is_err() {
            self.give_up();
            if is_used {
                forked = self.prepare(ahead, &work)?.fork(home, group);
            }
        }
        forked.at(Step::Clone, 0)
    }

    /// Forgets a space that does not work.
    pub(super) fn give_up(&mut self) {
        if let Some(space) = self.space.take() {
            space.end_or_give_up();
        }
    }
}

/// Forks a run of the slot, whose process keeps its ends, these descriptors and no others.
pub(super) fn fork_parked(place: &mut Place<'_>, ahead: &Ahead, keep: &[RawFd]) -> io::Result<Side> {
    let (Ends { report, start }, theirs) = Ends::pair()?;
    let work = || match ahead.work {
        WorkTree::Fresh => Ok(Work::Fresh),
        WorkTree::Layered => mount::clone_tree(c"/work", false).at(Step::LayerWork, 7).map(Work::Layered),
    };
    match place.fork(ahead, work)? {
        Forked::Parent { pid, pidfd } => Ok(Side::Keeper(Waiting { pid, pidfd, report, start })),
        Forked::Child => {
            let entrance = place.group.entrance();
            let ends = [theirs.report.as_raw_fd(), theirs.start.as_raw_fd()];
            parked::keep_only(&entrance, &[&ends, keep].concat());
            parked::become_parked(&theirs, place.home.delivery, Some(&entrance));
            Ok(Side::Program(theirs))
        }
    }
}

/// Ends a child of ours that nobody needs.
pub(super) fn end(pid: i32, pidfd: &OwnedFd) {
    let _ = process::signal(pidfd.as_fd(), libc::SIGKILL);
    let _ = process::wait(pid, true);
}

/// What a process that waits has given up already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Readiness {
    /// Everything: it takes what [`Ahead::fits`] only.
    Confined,
    /// Nothing: it takes other sizes, kept work folders and terminals too. Made over a kept work folder, it has given up everything as
    /// well, and takes only what runs there.
    Open,
}

/// The next run of a slot, as far as it can be made without its request.
#[derive(Debug)]
pub(super) struct Prepared {
    readiness: Readiness,
    group: PooledGroup,
    /// Of a program that asks for nothing.
    limits: StageLimits,
    space: Option<Space>,
    waiting: Option<Waiting>,
    /// Whether what waits has the kept work folder below a layer of its own, and has given up everything.
    layered: bool,
}

/// What the program's process needs of the keeper to go on by itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Filters<'a> {
    pub free: &'a [Instruction],
    /// For programs that are kept on one core.
    pub pinned: &'a [Instruction],
}

impl Filters<'_> {
    /// The one for a program that stays on this core.
    pub(super) fn on(&self, core: Option<usize>) -> &[Instruction] {
        if core.is_some() { self.pinned } else { self.free }
    }
}

impl Prepared {
    pub(super) fn new(readiness: Readiness, group: PooledGroup, limits: StageLimits) -> Self {
        Self { readiness, group, limits, space: None, waiting: None, layered: false }
    }

    /// What is known of its next request.
    fn ahead(&self, ahead: Ahead) -> Ahead {
        let work = if self.layered { WorkTree::Layered } else { WorkTree::Fresh };
        Ahead { work_bytes: self.limits.work_bytes, work, ..ahead }
    }

    /// Whether this run can begin in what was prepared, of which nothing is kept.
    pub(super) fn suits(&self, request: &StageRequest, core: Option<usize>, ahead: Ahead) -> bool {
        match self.readiness {
            Readiness::Confined => self.ahead(ahead).fits(request, core),
            Readiness::Open if self.is_layered() => self.ahead(ahead).fits(request, core),
            Readiness::Open => {
                request.limits.memory_bytes >= LEAST_MEMORY_BYTES && !(request.compile || request.keep_work)
            }
        }
    }

    pub(super) fn group(&self) -> &PooledGroup {
        &self.group
    }

    /// Whether what waits has the kept work folder already.
    pub(super) fn is_layered(&self) -> bool {
        self.layered && self.waiting.is_some()
    }

    /// Ends what has the kept work folder, which goes. Its run never began: its space goes with it.
    pub(super) fn forget_kept(&mut self) {
        if self.layered
            && let Some(waiting) = self.waiting.take()
        {
            end(waiting.pid, &waiting.pidfd);
            if let Some(space) = self.space.take() {
                space.end_or_give_up();
            }
        }
    }

    /// Makes sure that the next run is prepared: over the kept work folder, where there is one and it takes everything.
    ///
    /// # Errors
    /// When the group cannot be used any more. Another failure costs time only: the run is then made when it is asked for.
    pub(super) fn refill(
        &mut self,
        home: &Home,
        ahead: Ahead,
        filters: Filters<'_>,
        is_kept: bool,
    ) -> Result<(), CgroupError> {
        if self.waiting.is_none() {
            self.layered = is_kept && self.readiness == Readiness::Open;
            self.group.limit(&self.limits)?;
            self.waiting = self.fork(home, self.ahead(ahead), filters).ok();
        }
        Ok(())
    }

    fn fork(&mut self, home: &Home, ahead: Ahead, filters: Filters<'_>) -> io::Result<Waiting> {
        let mut place = Place { space: &mut self.space, home, group: self.group.group() };
        let readiness = if self.layered { Readiness::Confined } else { self.readiness };
        match fork_parked(&mut place, &ahead, &[])? {
            Side::Keeper(waiting) => Ok(waiting),
            Side::Program(ends) => match readiness {
                Readiness::Confined => {
                    // What this process ignores or blocks would stay so in the program.
                    let reset = process::reset_signals().at(Step::Signals, 0);
                    let confined =
                        reset.and_then(|()| program::confine_ahead(&ahead, filters.on(ahead.core)));
                    if let Err(failure) = confined {
                        parked::fail(&ends.report, failure);
                    }
                    let (_, program, report) = parked::wait_confined(&ahead, ends);
                    program::execute_confined(&program, report.as_fd())
                }
                Readiness::Open => {
                    let (_, program, report) = parked::wait(&ahead, ends);
                    program::execute(&program, filters.on(program.core), report.as_fd())
                }
            },
        }
    }

    /// Gives what is prepared its request. `None` when there is nothing that can take it.
    pub(super) fn begin(
        &mut self,
        request: &StageRequest,
        core: Option<usize>,
        descriptors: &[BorrowedFd<'_>],
    ) -> Option<(Waiting, Space)> {
        let waiting = self.waiting.take()?;
        let space = self.space.take()?;
        match waiting.begin(&mut self.group, request, core, descriptors) {
            Some(begun) => Some((begun, space)),
            None => {
                space.end_or_give_up();
                None
            }
        }
    }

    /// For the next run.
    pub(super) fn keep(&mut self, space: Option<Space>) {
        self.space = space;
    }

    /// Takes away what the run that has ended left in its folders.
    pub(super) fn clear(&mut self, home: &Home) {
        if self.waiting.is_none() {
            space::clear(&mut self.space, home);
        }
    }
}
