//! Processes: clone, exec, wait, signals.

use super::{check, check_long, raw_fd};
use crate::protocol::Switches;
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

/// What a process is born with, beside what it has of its parent.
#[derive(Debug, Clone, Copy, Default)]
pub struct Birth<'a> {
    /// Fresh namespaces, by CLONE_NEW* flags.
    pub namespaces: libc::c_int,
    /// Its number in the PID namespace of our children, which must be free there (Linux 5.5).
    pub number: Option<i32>,
    /// The folder of its control group (version 2, Linux 5.7).
    pub group: Option<BorrowedFd<'a>>,
    /// Whether it is our parent's child, not ours.
    pub sibling: bool,
}

impl Birth<'_> {
    /// Forks such a process. The rule of [`fork_into`] about threads holds here too.
    pub fn fork(&self) -> io::Result<Forked> {
        let sibling = if self.sibling { libc::CLONE_PARENT } else { 0 };
        if self.number.is_none() && self.group.is_none() {
            return fork_into(self.namespaces | sibling);
        }
        let numbers = [self.number.unwrap_or(0)];
        let mut pidfd: libc::c_int = -1;
        // SAFETY: clone_args is plain data for which zero means "nothing asked for".
        let mut args: libc::clone_args = unsafe { std::mem::zeroed() };
        args.flags = u64::from((self.namespaces | sibling | libc::CLONE_PIDFD).cast_unsigned());
        args.pidfd = (&raw mut pidfd).addr() as u64;
        if !self.sibling {
            args.exit_signal = u64::from(libc::SIGCHLD.cast_unsigned());
        }
        if let Some(group) = self.group {
            args.flags |= INTO_GROUP;
            args.cgroup = u64::from(group.as_raw_fd().cast_unsigned());
        }
        if self.number.is_some() {
            args.set_tid = numbers.as_ptr().addr() as u64;
            args.set_tid_size = 1;
        }
        // SAFETY: without a stack and without shared memory clone3 behaves as fork: the child runs on a copy of this stack.
        // `args` is read within its size and `numbers` within its own; `pidfd` is valid for writing and written in the parent
        // only.
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
}

/// Whether processes can be given a number or a control group when they are born. Filters of kernel calls may hide it.
pub fn can_be_born_into() -> bool {
    // SAFETY: arguments of no size are refused before they are looked at.
    let refused = check_long(unsafe { libc::syscall(libc::SYS_clone3, std::ptr::null::<u8>(), 0_usize) });
    refused.is_err_and(|error| error.raw_os_error() == Some(libc::EINVAL))
}

/// Where the C library keeps what the kernel tells it, or is told by it, about the first thread.
#[derive(Debug, Clone, Copy)]
pub struct ThreadNotes {
    number: *mut libc::c_int,
    /// Head of the list of locks that outlive their holder, and its size.
    locks: (usize, usize),
}

impl ThreadNotes {
    /// Of this process, whose only thread calls.
    ///
    /// # Errors
    /// When the kernel does not say where they are, or they are not those of a C library that is known here.
    pub fn find() -> io::Result<Self> {
        /// Kernel headers: PR_GET_TID_ADDRESS (Linux 3.5, with CONFIG_CHECKPOINT_RESTORE).
        const GET_TID_ADDRESS: libc::c_int = 40;
        let mut number: *mut libc::c_int = std::ptr::null_mut();
        // SAFETY: the kernel writes one pointer.
        check(unsafe { libc::prctl(GET_TID_ADDRESS, &raw mut number, 0, 0, 0) })?;
        let mut locks = (0_usize, 0_usize);
        // SAFETY: the kernel writes one pointer and one size.
        check_long(unsafe {
            libc::syscall(libc::SYS_get_robust_list, 0, &raw mut locks.0, &raw mut locks.1)
        })?;
        // SAFETY: the C library asked the kernel to clear this int when the thread ends, so it is one.
        if number.is_null() || unsafe { number.read() } != own_thread() {
            return Err(io::ErrorKind::Unsupported.into());
        }
        Ok(Self { number, locks })
    }

    /// Brings them up to date in a child that [`Birth::fork`] made, for libraries that are not ours, as the C library's own fork
    /// does. Functions that libraries have registered for forks (`pthread_atfork`) are not called.
    ///
    /// # Errors
    /// When the kernel refuses.
    pub fn renew(self) -> io::Result<()> {
        // SAFETY: the memory is a copy of the parent's, so both are what they were there; the process has one thread.
        unsafe {
            self.number.write(own_thread());
            libc::syscall(libc::SYS_set_tid_address, self.number);
            // An empty list is one that leads to itself.
            std::ptr::with_exposed_provenance_mut::<usize>(self.locks.0).write(self.locks.0);
            check_long(libc::syscall(libc::SYS_set_robust_list, self.locks.0, self.locks.1)).map(drop)
        }
    }
}

/// Enters a namespace: for our children where it is one of process numbers, at once where it is one of mounts.
pub fn enter_namespace(namespace: BorrowedFd<'_>, kind: libc::c_int) -> io::Result<()> {
    // SAFETY: plain numbers.
    check(unsafe { libc::setns(namespace.as_raw_fd(), kind) }).map(drop)
}

/// Waits for a signal that ends this process, for ever.
pub fn wait_for_end() -> ! {
    loop {
        // SAFETY: takes no argument.
        unsafe { libc::pause() };
    }
}

/// Forks into the control group (version 2) whose folder this is: the child is in it from its first instruction on.
///
/// A process that moves instead waits for every fork on the machine to finish, milliseconds after an idle while. The rule of
/// [`fork_into`] about threads holds here too.
pub fn fork_into_group(group: BorrowedFd<'_>) -> io::Result<Forked> {
    Birth { group: Some(group), ..Birth::default() }.fork()
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

/// Waits for a child: any with `pid` -1. With `block` false, `None` means that it has not ended yet.
pub fn wait(pid: i32, block: bool) -> io::Result<Option<Waited>> {
    Ok(wait_and_count(pid, block)?.map(|(waited, _)| waited))
}

/// The same, with how often the child and those it had waited for were switched away from.
pub fn wait_and_count(pid: i32, block: bool) -> io::Result<Option<(Waited, Switches)>> {
    let mut status = 0;
    let flags = libc::__WALL | if block { 0 } else { libc::WNOHANG };
    // SAFETY: rusage is plain data for which zero is valid.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    loop {
        // SAFETY: `status` and `usage` are valid for writing.
        match check(unsafe { libc::wait4(pid, &raw mut status, flags, &raw mut usage) }) {
            Ok(0) => return Ok(None),
            Ok(pid) => {
                let count = |number: libc::c_long| u64::try_from(number).unwrap_or(0);
                let switches =
                    Switches { voluntary: count(usage.ru_nvcsw), involuntary: count(usage.ru_nivcsw) };
                return Ok(Some((Waited { pid, status }, switches)));
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
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
