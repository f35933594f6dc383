//! How a stage begins: in what was made ahead for it, by a compiler that stays, or in what is made for it now; and where it leaves that.

use super::work_folder::copy_work;
use super::{Keeper, KeeperError, are_within, filters, uid_of};
use crate::cgroup::Group;
use crate::protocol::{Ending, StageLimits, StageReport, StageRequest, WorkTree};
use crate::slot::folders::{self, Work};
use crate::slot::parked::{self, Ahead};
use crate::slot::prepared::{Place, Waiting};
use crate::slot::program::{self, Program};
use crate::slot::record::{AtStep, Failure, Step};
use crate::slot::resident;
use crate::slot::space::Space;
use crate::slot::stage::{self, Jail};
use crate::slot::warm::Warm;
use crate::sys::process::Forked;
use crate::sys::{fd, mount, socket};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};

impl Keeper<'_> {
    /// One stage from request to report. The outer error ends the keeper.
    pub(super) fn stage(
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
