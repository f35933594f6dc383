//! A program's process that is made ahead of its request: it has everything that no request changes, and waits for the rest.
//!
//! While it waits it is in the namespaces and control groups of its run, and nothing of a user is near it. Forks of the keeper come
//! to this point, which go on by executing the program, and forks of a warm interpreter, which go on as they are
//! ([`super::zygote`]). Most have given up everything by then, so that a request only brings files and streams; one of the keeper's
//! is still root, for requests that change more.

use super::folders;
use super::program::{self, Program};
use super::record::{Failure, Record, Step};
use super::space::Delivery;
use crate::cgroup::Entrance;
use crate::protocol::{MAX_PACKET_BYTES, StageRequest, WorkTree};
use crate::sys::{fd, process, socket};
use serde::{Deserialize, Serialize};
use std::io;
use std::os::fd::{AsFd, OwnedFd, RawFd};
use std::time::Duration;

/// Runs with a smaller memory limit than this are made when they are asked for, in a group that is emptied for them: what an earlier
/// run may leave there for a moment, and what it takes to wait, would be a part of the limit that counts.
pub(super) const LEAST_MEMORY_BYTES: u64 = 16 << 20;

/// What is known ahead of a request.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Ahead {
    /// The slot's.
    pub uid: u32,
    pub landlock_version: i64,
    /// Size of each writable folder until the request says another.
    pub work_bytes: u64,
    /// The core such a program stays on.
    pub core: Option<usize>,
    /// The work folder it has.
    pub work: WorkTree,
}

impl Ahead {
    /// Whether a run can begin in a process that has become this already, and has nothing left to give up.
    pub(super) fn fits(&self, request: &StageRequest, core: Option<usize>) -> bool {
        request.work == self.work
            && request.limits.memory_bytes >= LEAST_MEMORY_BYTES
            && !(request.compile || request.keep_work || request.terminal)
            && request.limits.work_bytes == self.work_bytes
            && core == self.core
    }
}

/// What the process waits for. With it travel the program's standard descriptors, then the archive or the kept work folder.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Start {
    pub request: StageRequest,
    pub core: Option<usize>,
}

/// One side of the sockets between the keeper and a process that waits.
#[derive(Debug)]
pub(super) struct Ends {
    /// For [`Record`]s.
    pub report: OwnedFd,
    /// For the [`Start`].
    pub start: OwnedFd,
}

impl Ends {
    /// The keeper's, and the process's.
    pub(super) fn pair() -> io::Result<(Self, Self)> {
        let (report, their_report) = socket::packet_pair()?;
        let (start, their_start) = socket::packet_pair()?;
        Ok((Self { report, start }, Self { report: their_report, start: their_start }))
    }
}

/// In a process of a run: closes everything but the way into its groups, the standard descriptors and these. With ends of the
/// keeper's open there, nobody in the jail would notice that it is gone.
pub(super) fn keep_only(entrance: &Entrance<'_>, keep: &[RawFd]) {
    let mut needed = entrance.descriptors();
    needed.extend(keep);
    if fd::close_others(&mut needed).is_err() {
        process::exit_now(1);
    }
}

/// Makes this process, which was just born into a space, one of a run, in the run's groups where there are some.
pub(super) fn settle(delivery: Delivery, entrance: Option<&Entrance<'_>>) -> Result<(), Failure> {
    process::set_name(c"runyard-parked");
    delivery.begin_numbers()?;
    program::join(|| entrance.map_or(Ok(()), |entrance| delivery.settle(entrance)))
}

/// The same for one that waits.
pub(super) fn become_parked(ends: &Ends, delivery: Delivery, entrance: Option<&Entrance<'_>>) {
    if let Err(failure) = settle(delivery, entrance) {
        fail(&ends.report, failure);
    }
}

/// Whether the request is there already.
pub(super) fn is_wanted(ends: &Ends) -> bool {
    fd::poll(&[ends.start.as_fd()], Some(Duration::ZERO)).is_ok_and(|ready| ready == [true])
}

/// What comes with a request.
pub(super) struct Brought {
    pub start: Start,
    pub stdio: [OwnedFd; 3],
    /// What the work folder begins with: an archive for a fresh one, otherwise the kept one's mount.
    pub work: Option<OwnedFd>,
}

/// Why a request is not taken.
const REFUSED: Failure = Failure { step: Step::Setup, index: 3, errno: libc::EINVAL };

/// Waits for the request. Ends the process when nobody wants it any more.
pub(super) fn receive(ends: &Ends) -> Brought {
    // No larger than what comes: memory that is touched here is the run's.
    let length = socket::next_length(ends.start.as_fd()).unwrap_or(0);
    let mut buffer = vec![0; length.min(MAX_PACKET_BYTES)];
    let packet = match socket::receive(ends.start.as_fd(), &mut buffer) {
        Ok(packet) if packet.length > 0 => packet,
        _ => process::exit_now(0),
    };
    let Ok(start) = serde_json::from_slice(buffer.get(..packet.length).unwrap_or_default()) else {
        fail(&ends.report, REFUSED)
    };
    let mut descriptors = packet.descriptors.into_iter();
    let (Some(stdin), Some(stdout), Some(stderr), work) =
        (descriptors.next(), descriptors.next(), descriptors.next(), descriptors.next())
    else {
        fail(&ends.report, REFUSED)
    };
    Brought { start, stdio: [stdin, stdout, stderr], work }
}

/// Waits for the request in a process that has given up everything. Gives the program, which may bring files and streams.
pub(super) fn wait_confined(ahead: &Ahead, ends: Ends) -> (StageRequest, Program, OwnedFd) {
    let Brought { start: Start { request, core }, stdio, work } = receive(&ends);
    let report = ends.report;
    if !ahead.fits(&request, core) {
        fail(&report, REFUSED);
    }
    let program = Program::new(&request, stdio, work, ahead.uid, ahead.landlock_version);
    let Ok(program) = program else { fail(&report, REFUSED) };
    (request, Program { core, ..program }, report)
}

/// Waits for the request and makes everything ready that takes privileges.
pub(super) fn wait(ahead: &Ahead, ends: Ends) -> (StageRequest, Program, OwnedFd) {
    let Brought { start: Start { request, core }, stdio, work } = receive(&ends);
    let report = ends.report;
    let (archive, kept) = match request.work {
        WorkTree::Fresh => (work, None),
        WorkTree::Layered => (None, work),
    };
    let program = Program::new(&request, stdio, archive, ahead.uid, ahead.landlock_version);
    let Ok(program) = program else { fail(&report, REFUSED) };
    if request.limits.work_bytes != ahead.work_bytes
        && let Err(failure) = folders::resize(request.limits.work_bytes)
    {
        fail(&report, failure);
    }
    if request.work == WorkTree::Layered {
        let Some(kept) = kept else { fail(&report, REFUSED) };
        if let Err(failure) = folders::layer_over(&kept, ahead.uid, request.limits.work_bytes) {
            fail(&report, failure);
        }
    }
    (request, Program { core, ..program }, report)
}

/// Says what failed, and ends the process.
pub(super) fn fail(report: &OwnedFd, failure: Failure) -> ! {
    let _ = Record::Failed(failure).send(report.as_fd());
    process::exit_now(127)
}
