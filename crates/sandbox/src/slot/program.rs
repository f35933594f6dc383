//! The last steps before a program: from root in a run's namespaces to an ordinary process that can do no harm.
//!
//! Runs in a forked process that never returns: it executes the program or reports the step that failed. The
//! process has one thread, so allocating between fork and exec is safe here. The order is what makes it work: first
//! what needs privileges, then giving them up, then the files under the program's own uid, then the filters.

use super::parked::Ahead;
use super::record::{AtStep, Failure, Record, Step};
use crate::archive;
use crate::beneath::Tree;
use crate::protocol::{StageLimits, StageRequest};
use crate::sys::process::ExecStrings;
use crate::sys::{fd, landlock, mount, privilege, process, scheduling};
use std::ffi::CString;
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

/// What a stage runs, prepared before any fork.
#[derive(Debug)]
pub(super) struct Program {
    pub path: CString,
    pub argv: ExecStrings,
    pub env: ExecStrings,
    pub terminal: bool,
    pub limits: StageLimits,
    pub stdio: [OwnedFd; 3],
    pub archive: Option<OwnedFd>,
    pub uid: u32,
    pub landlock_version: i64,
    /// The only core it may use, where it is kept on one.
    pub core: Option<usize>,
}

impl Program {
    /// Prepares the strings.
    pub(super) fn new(
        request: &StageRequest,
        stdio: [OwnedFd; 3],
        archive: Option<OwnedFd>,
        uid: u32,
        landlock_version: i64,
    ) -> io::Result<Self> {
        let path = request.argv.first().ok_or(io::ErrorKind::InvalidInput)?;
        let env = request.env.iter().map(|(name, value)| format!("{name}={value}").into_bytes());
        Ok(Self {
            path: CString::new(path.as_str())?,
            argv: ExecStrings::new(request.argv.iter().map(|argument| argument.clone().into_bytes()))?,
            env: ExecStrings::new(env)?,
            terminal: request.terminal,
            limits: request.limits,
            stdio,
            archive,
            uid,
            landlock_version,
            core: None,
        })
    }
}

/// Soft and hard limit of the stack: what judges' recursive programs need, and threads only reserve.
pub(super) const STACK_BYTES: u64 = 64 << 20;
/// Open files of one process.
const OPEN_FILES: u64 = 1024;
/// Locked memory of one process; it counts as memory anyway.
const LOCKED_BYTES: u64 = 64 << 10;
/// POSIX message queues, the kernel's own default; they are the run's own and count as memory.
const MESSAGE_QUEUE_BYTES: u64 = 819_200;
/// Exactly 1 keeps the kernel from starting a core-dump handler, which 0 does not (core(5)), and is too small for a file.
const CORE_BYTES: u64 = 1;
/// Where the failure to stay on a core is told among the resource limits: behind all of them.
const CORE_STEP: usize = 100;
/// Killed before anything of the host when memory runs out.
const OOM_SCORE: &[u8] = b"900";

/// Executes the program in a process that is one of the run already, or reports why not.
pub(super) fn execute(program: &Program, filter: &[privilege::Instruction], report: BorrowedFd<'_>) -> ! {
    // What this process ignores or blocks would stay so in the program.
    let reset = process::reset_signals().at(Step::Signals, 0);
    execute_placed(program, reset.and_then(|()| confine(program, filter, report)), report)
}

/// Executes the program in a process that has given up everything already, or reports why not.
pub(super) fn execute_confined(program: &Program, report: BorrowedFd<'_>) -> ! {
    execute_placed(program, take(program, report), report)
}

fn execute_placed(program: &Program, placed: Result<OwnedFd, Failure>, report: BorrowedFd<'_>) -> ! {
    let (report, failure) = match &placed {
        Err(failure) => (report, *failure),
        // The caller's number of the report socket may belong to a standard descriptor by now.
        Ok(report) => (report.as_fd(), start(program, report.as_fd())),
    };
    let _ = Record::Failed(failure).send(report);
    process::exit_now(127)
}

/// Becomes the program. Returns why not.
fn start(program: &Program, report: BorrowedFd<'_>) -> Failure {
    let started = Record::Started { at_us: fd::monotonic_us() }.send(report).at(Step::Exec, 1);
    let Err(failure) = started.and_then(|()| {
        let error = process::exec(&program.path, &program.argv, &program.env);
        Err::<std::convert::Infallible, _>(error).at(Step::Exec, 0)
    });
    failure
}

/// Makes this process one of the run: a session, its control groups, the first to be killed. Needs nothing of the request.
pub(super) fn join(enter: impl FnOnce() -> Result<(), (usize, io::Error)>) -> Result<(), Failure> {
    process::new_session().at(Step::NewSession, 0)?;
    enter().or_else(|(index, error)| Err(error).at(Step::EnterGroup, index))?;
    // After entering, so that the program sees its own group as the root of everything.
    mount::unshare(libc::CLONE_NEWCGROUP).at(Step::CgroupNamespace, 0)?;
    std::fs::write("/proc/self/oom_score_adj", OOM_SCORE).at(Step::OomScore, 0)
}

/// Takes every privilege from this process and gives it what the request brings. What it executes or does from now on is the
/// user's. Gives the report socket's new number.
pub(super) fn confine(
    program: &Program,
    filter: &[privilege::Instruction],
    report: BorrowedFd<'_>,
) -> Result<OwnedFd, Failure> {
    become_user(program.limits.work_bytes, program.core, program.uid)?;
    if program.terminal {
        fd::take_terminal(&program.stdio[0]).at(Step::Terminal, 0)?;
    }
    let report = take(program, report)?;
    restrict(program.landlock_version, filter)?;
    Ok(report)
}

/// The same in a process that waits for its request, with nothing left for the request to decide but the files and the streams,
/// which [`take`] brings.
pub(super) fn confine_ahead(ahead: &Ahead, filter: &[privilege::Instruction]) -> Result<(), Failure> {
    become_user(ahead.work_bytes, ahead.core, ahead.uid)?;
    restrict(ahead.landlock_version, filter)
}

/// What a request brings to a process that is the program's user: the files of the work folder, and the standard streams. Gives the
/// report socket's new number.
pub(super) fn take(program: &Program, report: BorrowedFd<'_>) -> Result<OwnedFd, Failure> {
    // Here, not earlier: the work folder may have been layered over since.
    std::env::set_current_dir("/work").at(Step::EnterWork, 0)?;
    if let Some(archive) = &program.archive {
        unpack(archive).at(Step::Unpack, 0)?;
    }
    place_descriptors(program, report)
}

/// The program's limits, core and user, without any capability.
fn become_user(work_bytes: u64, core: Option<usize>, uid: u32) -> Result<(), Failure> {
    limit_resources(work_bytes)?;
    if let Some(core) = core {
        scheduling::stay_on(core).at(Step::LimitResource, CORE_STEP)?;
    }
    privilege::become_user(uid, uid).at(Step::BecomeUser, 0)?;
    privilege::set_capabilities(0).at(Step::BecomeUser, 1)
}

/// No new privileges, Landlock, the filter of kernel calls.
fn restrict(landlock_version: i64, filter: &[privilege::Instruction]) -> Result<(), Failure> {
    privilege::no_new_privileges().at(Step::NoNewPrivileges, 0)?;
    if landlock_version > 0 {
        landlock::restrict(landlock_version, &[c"/work", c"/tmp", c"/dev/shm"], &[c"/dev", c"/proc"])
            .at(Step::Landlock, 0)?;
    }
    privilege::install_filter(filter).at(Step::Seccomp, 0)
}

fn limit_resources(work_bytes: u64) -> Result<(), Failure> {
    let values = [
        (libc::RLIMIT_CORE, CORE_BYTES),
        (libc::RLIMIT_STACK, STACK_BYTES),
        (libc::RLIMIT_NOFILE, OPEN_FILES),
        (libc::RLIMIT_MEMLOCK, LOCKED_BYTES),
        (libc::RLIMIT_FSIZE, work_bytes),
        (libc::RLIMIT_MSGQUEUE, MESSAGE_QUEUE_BYTES),
        (libc::RLIMIT_RTPRIO, 0),
        (libc::RLIMIT_NICE, 0),
    ];
    for (index, (resource, value)) in values.into_iter().enumerate() {
        privilege::limit_resource(resource, value).at(Step::LimitResource, index)?;
    }
    Ok(())
}

/// Makes the files of an archive in the work folder.
pub(super) fn unpack(archive: &OwnedFd) -> std::io::Result<()> {
    use std::os::unix::fs::FileExt;
    /// Reads from the start whatever the shared offset is: the same descriptor may serve many runs.
    struct FromStart<'a> {
        file: &'a File,
        at: u64,
    }
    impl std::io::Read for FromStart<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let length = self.file.read_at(buffer, self.at)?;
            self.at += length as u64;
            Ok(length)
        }
    }
    let file = File::from(archive.try_clone()?);
    let tree = Tree::new(File::open("/work")?.into());
    archive::unpack(&mut std::io::BufReader::new(FromStart { file: &file, at: 0 }), &tree)
}

/// Puts the three standard descriptors in place and closes all others on exec. Gives the report socket's new number.
fn place_descriptors(program: &Program, report: BorrowedFd<'_>) -> Result<OwnedFd, Failure> {
    // Move everything above 2 first: an end may itself have one of the three numbers.
    let report = fd::duplicate_above(report, 10).at(Step::Descriptors, 0)?;
    for (number, end) in program.stdio.iter().enumerate() {
        let moved = fd::duplicate_above(end.as_fd(), 10).at(Step::Descriptors, 1 + number)?;
        let number = i32::try_from(number).unwrap_or(0);
        fd::duplicate_to(moved.as_fd(), number).at(Step::Descriptors, 4)?;
    }
    fd::close_on_exec_from(3).at(Step::Descriptors, 5)?;
    Ok(report)
}
