//! Processes: clone, exec, wait, signals.

use super::{check, check_long, raw_fd};
use std::ffi::{CStr, CString};
use std::io;
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd};

/// Kernel headers: CLONE_INTO_CGROUP (Linux 5.7), which does not fit the type of the other flags.
const INTO_GROUP: u64 = 0x2_0000_0000;

/// Which side of a [`fork_into`] this is.
#[derive(Debug)]
pub enum Forked {
    /// The new process.
    Child,
    /// The old one, with the child's pid and a descriptor that refers to it.
    Parent {
        /// Process id of the child.
        pid: i32,
        /// Refers to the child even after its pid is used again.
        pidfd: OwnedFd,
    },
}

/// Forks into fresh namespaces given by CLONE_NEW* `flags` (0 for none).
///
/// Only for single-threaded processes: the child has a copy of everything and goes on from here, so nothing another
/// thread might have been in the middle of is ever half done.
pub fn fork_into(flags: libc::c_int) -> io::Result<Forked> {
    let mut pidfd: libc::c_int = -1;
    let flags =
        u64::from((flags | libc::CLONE_PIDFD).cast_unsigned()) | u64::from(libc::SIGCHLD.cast_unsigned());
    // SAFETY: a stack pointer of 0 makes clone behave as fork: the child runs on a copy of this stack. `pidfd` is valid
    // for writing and written in the parent only. The argument order is that of x86-64 and aarch64 for the first three.
    let pid = check_long(unsafe {
        libc::syscall(libc::SYS_clone, flags, 0_usize, &raw mut pidfd, 0_usize, 0_usize)
    })?;
    if pid == 0 {
        return Ok(Forked::Child);
    }
    let pid = i32::try_from(pid).map_err(|_| io::ErrorKind::InvalidData)?;
    // SAFETY: CLONE_PIDFD made a new descriptor that nothing else owns.
    Ok(Forked::Parent { pid, pidfd: unsafe { OwnedFd::from_raw_fd(pidfd) } })
}

/// Forks into fresh namespaces, as [`fork_into`] does, a child that is not ours but our parent's. Gives its pid; `None` in
/// the child.
///
/// Only for single-threaded processes.
pub fn fork_sibling_into(flags: libc::c_int) -> io::Result<Option<i32>> {
    let flags =
        u64::from((flags | libc::CLONE_PARENT).cast_unsigned()) | u64::from(libc::SIGCHLD.cast_unsigned());
    // SAFETY: as in `fork_into`; no pointer is passed.
    let pid =
        check_long(unsafe { libc::syscall(libc::SYS_clone, flags, 0_usize, 0_usize, 0_usize, 0_usize) })?;
    if pid == 0 {
        return Ok(None);
    }
    i32::try_from(pid).map(Some).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Forks the way the C library does, which brings its own notes about threads and locks up to date in the child. For processes
/// whose child goes on with libraries that are not ours.
pub fn fork_library() -> io::Result<Forked> {
    // SAFETY: the caller's process has one thread, so the child may go on with everything.
    match check(unsafe { libc::fork() })? {
        0 => Ok(Forked::Child),
        // Our child cannot be gone as long as we have not waited for it.
        pid => Ok(Forked::Parent { pid, pidfd: open_pid(pid)? }),
    }
}

/// Forks into the control group (version 2) whose folder this is: the child is in it from its first instruction on.
///
/// A process that moves instead waits for every fork on the machine to finish, milliseconds after an idle while. The rule of
/// [`fork_into`] about threads holds here too.
pub fn fork_into_group(group: BorrowedFd<'_>) -> io::Result<Forked> {
    let mut pidfd: libc::c_int = -1;
    // SAFETY: clone_args is plain data for which zero means "nothing asked for".
    let mut args: libc::clone_args = unsafe { std::mem::zeroed() };
    args.flags = u64::from(libc::CLONE_PIDFD.cast_unsigned()) | INTO_GROUP;
    args.pidfd = (&raw mut pidfd).addr() as u64;
    args.exit_signal = u64::from(libc::SIGCHLD.cast_unsigned());
    args.cgroup = u64::from(group.as_raw_fd().cast_unsigned());
    // SAFETY: without a stack and without shared memory clone3 behaves as fork: the child runs on a copy of this stack.
    // `args` is read within its size, `pidfd` is valid for writing and written in the parent only.
    let pid = check_long(unsafe {
        libc::syscall(libc::SYS_clone3, &raw const args, size_of::<libc::clone_args>())
    })?;
    if pid == 0 {
        return Ok(Forked::Child);
    }
    let pid = i32::try_from(pid).map_err(|_| io::ErrorKind::InvalidData)?;
    // SAFETY: CLONE_PIDFD made a new descriptor that nothing else owns.
    Ok(Forked::Parent { pid, pidfd: unsafe { OwnedFd::from_raw_fd(pidfd) } })
}

/// A NUL-terminated pointer array for exec, with the strings it points into.
#[derive(Debug)]
pub struct ExecStrings {
    pointers: Vec<*const libc::c_char>,
    _strings: Vec<CString>,
}

impl ExecStrings {
    /// Prepares the strings; done before the fork so that the child need not allocate.
    ///
    /// # Errors
    /// When a string holds a NUL.
    pub fn new(strings: impl IntoIterator<Item = Vec<u8>>) -> io::Result<Self> {
        let strings = strings
            .into_iter()
            .map(|bytes| CString::new(bytes).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput)))
            .collect::<io::Result<Vec<_>>>()?;
        let pointers = strings.iter().map(|s| s.as_ptr()).chain([std::ptr::null()]).collect();
        Ok(Self { pointers, _strings: strings })
    }
}

/// Replaces this process by the program at `path`. Returns only the error.
pub fn exec(path: &CStr, argv: &ExecStrings, env: &ExecStrings) -> io::Error {
    // SAFETY: both arrays end with a null pointer and their strings live in the same objects.
    unsafe { libc::execve(path.as_ptr(), argv.pointers.as_ptr(), env.pointers.as_ptr()) };
    io::Error::last_os_error()
}

/// Replaces this process by the program in the file behind `file`. Returns only the error.
pub fn exec_file(file: BorrowedFd<'_>, argv: &ExecStrings, env: &ExecStrings) -> io::Error {
    // SAFETY: as in `exec`; the path is the constant empty string.
    unsafe {
        libc::syscall(
            libc::SYS_execveat,
            file.as_raw_fd(),
            c"".as_ptr(),
            argv.pointers.as_ptr(),
            env.pointers.as_ptr(),
            libc::AT_EMPTY_PATH,
        )
    };
    io::Error::last_os_error()
}

/// Ends this process at once: no destructors, no buffers, no handlers.
pub fn exit_now(code: i32) -> ! {
    // SAFETY: never returns.
    unsafe { libc::_exit(code) }
}

/// A descriptor for the process with this pid.
pub fn open_pid(pid: i32) -> io::Result<OwnedFd> {
    // SAFETY: plain numbers.
    let raw = raw_fd(unsafe { libc::syscall(libc::SYS_pidfd_open, pid, 0) })?;
    // SAFETY: a new descriptor that nothing else owns.
    Ok(unsafe { OwnedFd::from_raw_fd(raw) })
}

/// A descriptor that keeps the mounts of the process behind `pidfd` in being (Linux 6.11).
pub fn mount_namespace(pidfd: BorrowedFd<'_>) -> io::Result<OwnedFd> {
    /// Kernel headers: PIDFD_GET_MNT_NAMESPACE, `_IO(0xff, 3)`.
    const GET_MOUNTS: libc::c_ulong = 0xff03;
    // SAFETY: this request takes no argument.
    let raw = raw_fd(libc::c_long::from(unsafe { libc::ioctl(pidfd.as_raw_fd(), GET_MOUNTS, 0) }))?;
    // SAFETY: a new descriptor that nothing else owns.
    Ok(unsafe { OwnedFd::from_raw_fd(raw) })
}

/// Sends a signal to the process behind `pidfd`.
pub fn signal(pidfd: BorrowedFd<'_>, number: i32) -> io::Result<()> {
    signal_with_flags(pidfd, number, 0)
}

/// Sends a signal to the whole process group the process leads; to the process alone on kernels before 6.9.
pub fn signal_group(pidfd: BorrowedFd<'_>, number: i32) -> io::Result<()> {
    /// Kernel headers: PIDFD_SIGNAL_PROCESS_GROUP.
    const PROCESS_GROUP: libc::c_uint = 4;
    match signal_with_flags(pidfd, number, PROCESS_GROUP) {
        Err(error) if error.raw_os_error() == Some(libc::EINVAL) => signal(pidfd, number),
        other => other,
    }
}

fn signal_with_flags(pidfd: BorrowedFd<'_>, number: i32, flags: libc::c_uint) -> io::Result<()> {
    // SAFETY: a null siginfo is allowed; the rest are numbers.
    check_long(unsafe {
        libc::syscall(
            libc::SYS_pidfd_send_signal,
            pidfd.as_raw_fd(),
            number,
            std::ptr::null::<libc::siginfo_t>(),
            flags,
        )
    })
    .map(drop)
}

/// Sends a signal by pid. For processes found in a cgroup of ours only.
pub fn kill(pid: i32, number: i32) -> io::Result<()> {
    if pid <= 1 {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    // SAFETY: plain numbers.
    check(unsafe { libc::kill(pid, number) }).map(drop)
}

/// How a child ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waited {
    /// Its process id.
    pub pid: i32,
    /// The raw wait status.
    pub status: i32,
}

impl Waited {
    /// Exit code, when it ended by itself.
    #[must_use]
    pub fn exit_code(self) -> Option<i32> {
        libc::WIFEXITED(self.status).then(|| libc::WEXITSTATUS(self.status))
    }

    /// The signal that ended it.
    #[must_use]
    pub fn signal(self) -> Option<i32> {
        libc::WIFSIGNALED(self.status).then(|| libc::WTERMSIG(self.status))
    }
}

/// Waits for a child: any with `pid` -1. With `block` false, `None` means that none has ended yet.
pub fn wait(pid: i32, block: bool) -> io::Result<Option<Waited>> {
    let mut status = 0;
    let flags = libc::__WALL | if block { 0 } else { libc::WNOHANG };
    loop {
        // SAFETY: `status` is valid for writing.
        match check(unsafe { libc::waitpid(pid, &raw mut status, flags) }) {
            Ok(0) => return Ok(None),
            Ok(pid) => return Ok(Some(Waited { pid, status })),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// This process's own pid, as its children see their parent's.
pub fn own_id() -> i32 {
    // SAFETY: always succeeds.
    unsafe { libc::getpid() }
}

/// Asks for SIGKILL when the parent dies, and fails if it is not `parent` any more.
///
/// `parent` is the pid as this process sees it: 0 when the parent lives in an outer pid namespace.
pub fn die_with_parent(parent: i32) -> io::Result<()> {
    // SAFETY: prctl with plain numbers.
    check(unsafe { libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL, 0, 0, 0) })?;
    // SAFETY: always succeeds.
    if unsafe { libc::getppid() } == parent { Ok(()) } else { Err(io::Error::from_raw_os_error(libc::ESRCH)) }
}

/// Orphans of our descendants become our children.
pub fn adopt_orphans() -> io::Result<()> {
    // SAFETY: prctl with plain numbers.
    check(unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) }).map(drop)
}

/// Sets the short name other processes see.
pub fn set_name(name: &CStr) {
    // SAFETY: the string lives across the call; only 16 bytes of it are read.
    unsafe { libc::prctl(libc::PR_SET_NAME, name.as_ptr(), 0, 0, 0) };
}

/// The short name other processes see.
pub fn name() -> CString {
    let mut name = [0_u8; 16];
    // SAFETY: the kernel writes at most 16 bytes.
    unsafe { libc::prctl(libc::PR_GET_NAME, name.as_mut_ptr(), 0, 0, 0) };
    CStr::from_bytes_until_nul(&name).map(CStr::to_owned).unwrap_or_default()
}

/// Starts a new session and process group.
pub fn new_session() -> io::Result<()> {
    // SAFETY: no arguments.
    check(unsafe { libc::setsid() }).map(drop)
}

/// Lets the programs of this user look at this process and its files under /proc, as exec does for ordinary programs.
pub fn set_dumpable() -> io::Result<()> {
    // SAFETY: prctl with plain numbers.
    check(unsafe { libc::prctl(libc::PR_SET_DUMPABLE, 1, 0, 0, 0) }).map(drop)
}

/// This process's id.
pub fn own_pid() -> i32 {
    // SAFETY: always succeeds.
    unsafe { libc::getpid() }
}

/// The calling thread's id.
pub fn own_thread() -> i32 {
    // SAFETY: always succeeds.
    unsafe { libc::gettid() }
}

/// Gives every signal its default action and unblocks all: what was ignored here would stay ignored after exec.
pub fn reset_signals() -> io::Result<()> {
    for number in 1..=64 {
        // SAFETY: SIG_DFL is a valid action. SIGKILL, SIGSTOP and the C library's own numbers answer an error, which
        // is right: they cannot have another action.
        unsafe { libc::signal(number, libc::SIG_DFL) };
    }
    // SAFETY: sigset_t is plain data, initialised by sigemptyset before use.
    unsafe {
        let mut none: libc::sigset_t = std::mem::zeroed();
        libc::sigemptyset(&raw mut none);
        check(libc::sigprocmask(libc::SIG_SETMASK, &raw const none, std::ptr::null_mut())).map(drop)
    }
}

/// Ignores a signal from now on, in this process and in what it starts until that resets it.
pub fn ignore_signal(number: libc::c_int) -> io::Result<()> {
    // SAFETY: SIG_IGN is a valid action.
    match unsafe { libc::signal(number, libc::SIG_IGN) } {
        libc::SIG_ERR => Err(io::Error::last_os_error()),
        _ => Ok(()),
    }
}

/// Blocks these signals and gives a descriptor that becomes readable when one arrives.
pub fn signal_descriptor(numbers: &[i32]) -> io::Result<OwnedFd> {
    // SAFETY: sigset_t is plain data, initialised by sigemptyset before use; the calls read it while it lives.
    unsafe {
        let mut set: libc::sigset_t = std::mem::zeroed();
        libc::sigemptyset(&raw mut set);
        for number in numbers {
            libc::sigaddset(&raw mut set, *number);
        }
        check(libc::sigprocmask(libc::SIG_BLOCK, &raw const set, std::ptr::null_mut()))?;
        let raw = check(libc::signalfd(-1, &raw const set, libc::SFD_CLOEXEC | libc::SFD_NONBLOCK))?;
        Ok(OwnedFd::from_raw_fd(raw))
    }
}

/// The next signal that arrived on a signal descriptor.
pub fn next_signal(descriptor: BorrowedFd<'_>) -> Option<i32> {
    // SAFETY: signalfd_siginfo is plain data for which zero is valid.
    let mut info: libc::signalfd_siginfo = unsafe { std::mem::zeroed() };
    let size = size_of::<libc::signalfd_siginfo>();
    // SAFETY: the buffer is as long as told.
    let read = unsafe { libc::read(descriptor.as_raw_fd(), (&raw mut info).cast(), size) };
    (usize::try_from(read) == Ok(size)).then(|| i32::try_from(info.ssi_signo).ok()).flatten()
}
