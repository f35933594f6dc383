//! Where the runs of one kind follow one another: a PID namespace with its process 1, and mounts with its /proc, made once.
//!
//! A run gets everything else anew: IPC objects, host name, control groups, and the folders it writes to unless nobody has been
//! there. It is the second process of the
//! namespace, and when it has ended and left nobody in its control groups, process 1 is alone again and the numbers of
//! processes begin again. Where a run left anybody, or the kernel cannot begin with the numbers again, the namespace ends with
//! it, which takes everything in it along, and the next run gets another.

use super::folders::{Folders, Work};
use super::init;
use super::parked::Ahead;
use super::record::{self, AtStep, Failure, Record, Step};
use super::stage::DEATH_LIMIT;
use crate::cgroup::{Entrance, Group};
use crate::sys::process::{self, Birth, Forked, fork_into};
use crate::sys::{fd, socket};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

/// What a run has to itself beside its folders and control groups.
const OF_A_RUN: libc::c_int = libc::CLONE_NEWIPC | libc::CLONE_NEWUTS;
/// The number of a run's program.
const PROGRAM: i32 = 2;
/// Setting it up takes a millisecond or two.
const PATIENCE: Duration = Duration::from_secs(10);
/// The last number that was given to a process of the namespace of whoever reads or writes it.
const LAST_NUMBER: &str = "/proc/sys/kernel/ns_last_pid";

/// The namespaces of the keeper, to come back to, and how it makes runs.
#[derive(Debug)]
pub(super) struct Home {
    numbers: OwnedFd,
    mounts: OwnedFd,
    pub delivery: Delivery,
}

impl Home {
    /// Of this process, which still sees the host's /proc.
    pub(super) fn find() -> io::Result<Self> {
        let births = process::can_be_born_into();
        let namespace = |name: &str| File::open(format!("/proc/self/ns/{name}")).map(OwnedFd::from);
        let renumbers = births && std::fs::exists(LAST_NUMBER).unwrap_or(false);
        let delivery = Delivery { births, renumbers, sibling: false };
        Ok(Self { numbers: namespace("pid")?, mounts: namespace("mnt")?, delivery })
    }

    pub(super) fn mounts(&self) -> BorrowedFd<'_> {
        self.mounts.as_fd()
    }

    /// A process that cannot come back would take its own next steps in a jail.
    fn come_back(&self) {
        if process::enter_namespace(self.numbers.as_fd(), libc::CLONE_NEWPID).is_err() {
            process::exit_now(1);
        }
        self.come_back_to_mounts();
    }

    fn come_back_to_mounts(&self) {
        if process::enter_namespace(self.mounts.as_fd(), libc::CLONE_NEWNS).is_err() {
            process::exit_now(1);
        }
    }
}

/// The way into a space.
#[derive(Debug)]
pub(super) struct Way {
    pub numbers: OwnedFd,
    pub mounts: OwnedFd,
}

impl Way {
    /// We see its mounts and our children are born there, from now on.
    pub(super) fn enter(&self) -> io::Result<()> {
        process::enter_namespace(self.numbers.as_fd(), libc::CLONE_NEWPID)?;
        process::enter_namespace(self.mounts.as_fd(), libc::CLONE_NEWNS)
    }
}

/// How runs are born.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Delivery {
    /// Whether processes can be born into control groups and with a number.
    pub births: bool,
    /// Whether numbers can begin again.
    pub renumbers: bool,
    /// Whether they are children of our parent's.
    pub sibling: bool,
}

impl Delivery {
    /// Forks the process of a run into the space that was entered.
    pub(super) fn fork(self, entrance: Option<&Entrance<'_>>) -> io::Result<Forked> {
        Birth {
            namespaces: OF_A_RUN,
            number: self.renumbers.then_some(PROGRAM),
            group: entrance.and_then(|entrance| self.group(entrance)),
            sibling: self.sibling,
        }
        .fork()
    }

    fn group<'a>(self, entrance: &Entrance<'a>) -> Option<BorrowedFd<'a>> {
        match entrance {
            Entrance::Folder(folder) if self.births => Some(*folder),
            _ => None,
        }
    }

    /// In that process: into its control groups, where it was not born there.
    pub(super) fn settle(self, entrance: &Entrance<'_>) -> Result<(), (usize, io::Error)> {
        match self.group(entrance) {
            Some(_) => Ok(()),
            None => entrance.move_in(),
        }
    }

    /// In that process: the next to be born has the number after it, whatever was there before.
    pub(super) fn begin_numbers(self) -> Result<(), Failure> {
        match self.renumbers {
            true => std::fs::write(LAST_NUMBER, PROGRAM.to_string()).at(Step::Renumber, 0),
            false => Ok(()),
        }
    }
}

/// A space of the keeper's.
#[derive(Debug)]
pub(super) struct Space {
    /// Process 1, our child.
    pid: i32,
    pidfd: OwnedFd,
    way: Way,
    folders: Folders,
}

impl Space {
    /// Makes one, with a copy of the mounts there are. `uid` is for its process 1.
    pub(super) fn open(uid: u32) -> Result<Self, Failure> {
        let (ours, theirs) = socket::packet_pair().at(Step::Clone, 1)?;
        let (pid, pidfd) = match fork_into(libc::CLONE_NEWPID | libc::CLONE_NEWNS).at(Step::Clone, 0)? {
            Forked::Parent { pid, pidfd } => (pid, pidfd),
            Forked::Child => init::become_init(uid, theirs.as_fd()),
        };
        drop(theirs);
        match ready(ours.as_fd()) {
            Ok(way) => Ok(Self { pid, pidfd, way, folders: Folders::default() }),
            Err(failure) => {
                let _ = process::signal(pidfd.as_fd(), libc::SIGKILL);
                let _ = process::wait(pid, true);
                Err(failure)
            }
        }
    }

    pub(super) fn way(&self) -> [BorrowedFd<'_>; 2] {
        [self.way.numbers.as_fd(), self.way.mounts.as_fd()]
    }

    /// Mounts the folders of the next run. Nothing is left of those before.
    pub(super) fn lay_out(&mut self, home: &Home, ahead: &Ahead, work: &Work) -> Result<(), Failure> {
        self.with_folders(home, |folders| folders.lay_out(ahead.uid, ahead.work_bytes, work))
    }

    fn clear(&mut self, home: &Home) -> Result<(), Failure> {
        if self.folders.are_clear() {
            return Ok(());
        }
        self.with_folders(home, Folders::clear)
    }

    fn with_folders(
        &mut self,
        home: &Home,
        act: impl FnOnce(&mut Folders) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        process::enter_namespace(self.way.mounts.as_fd(), libc::CLONE_NEWNS).at(Step::Clone, 4)?;
        let done = act(&mut self.folders);
        home.come_back_to_mounts();
        done
    }

    /// Whether process 1 has ended, or does within this time.
    pub(super) fn is_gone(&self, patience: Duration) -> bool {
        fd::poll(&[self.pidfd.as_fd()], Some(patience)).is_ok_and(|ready| ready == [true])
    }

    /// Keeps its mounts in being, however it ends: taking them down takes long.
    pub(super) fn mounts(&self) -> io::Result<OwnedFd> {
        self.way.mounts.try_clone()
    }

    /// Forks the process of a run. It has our memory and descriptors, and is nobody's yet.
    pub(super) fn fork(&self, home: &Home, group: &Group) -> io::Result<Forked> {
        let forked = self.way.enter().and_then(|()| home.delivery.fork(Some(&group.entrance())));
        if !matches!(forked, Ok(Forked::Child)) {
            home.come_back();
        }
        forked
    }

    /// Ends everything in it. A child of ours that was born there and was not waited for is waited for here, and its wait status
    /// given.
    ///
    /// # Errors
    /// When something is stuck in the kernel.
    pub(super) fn end(self, program: Option<(i32, BorrowedFd<'_>)>) -> io::Result<Option<i32>> {
        self.kill();
        let wait = |pid, pidfd| match fd::poll(&[pidfd], Some(DEATH_LIMIT))?[..] {
            [true] => Ok(process::wait(pid, true)?.map(|ended| ended.status)),
            _ => Err(io::Error::from(io::ErrorKind::TimedOut)),
        };
        // Process 1 goes last, after our child was waited for.
        let status = program.map(|(pid, pidfd)| wait(pid, pidfd)).transpose()?.flatten();
        wait(self.pid, self.pidfd.as_fd())?;
        Ok(status)
    }

    /// Ends everything in it, which none of our children is part of any more. With something of it stuck this process ends, so that
    /// the kernel ends all there is.
    pub(super) fn end_or_give_up(self) {
        if self.end(None).is_err() {
            process::exit_now(1);
        }
    }

    /// Begins to end everything in it.
    pub(super) fn kill(&self) {
        let _ = process::signal(self.pidfd.as_fd(), libc::SIGKILL);
    }
}

/// Takes away the folders of the run that was there, with all it has left in them. Where that cannot be done, the space goes.
pub(super) fn clear(space: &mut Option<Space>, home: &Home) {
    if space.as_mut().is_some_and(|space| space.clear(home).is_err())
        && let Some(space) = space.take()
    {
        space.end_or_give_up();
    }
}

fn ready(init: BorrowedFd<'_>) -> Result<Way, Failure> {
    let silent = |errno| Failure { step: Step::Setup, index: 6, errno };
    if fd::poll(&[init], Some(PATIENCE)).at(Step::Setup, 6)? != [true] {
        return Err(silent(libc::ETIMEDOUT));
    }
    let mut bytes = [0; record::SIZE];
    let packet = socket::receive(init, &mut bytes).at(Step::Setup, 6)?;
    match Record::decode(bytes.get(..packet.length).unwrap_or_default()) {
        Some(Record::Started { .. }) => match <[OwnedFd; 2]>::try_from(packet.descriptors) {
            Ok([numbers, mounts]) => Ok(Way { numbers, mounts }),
            Err(_) => Err(silent(libc::EBADF)),
        },
        Some(Record::Failed(failure)) => Err(failure),
        None => Err(silent(0)),
    }
}
