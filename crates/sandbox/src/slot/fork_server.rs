//! Fork servers: processes that fork runs for their slot's keeper, so that each begins as a copy of them and not of the keeper.
//!
//! There are two kinds: an interpreter that has started ([`super::zygote`]), and a process as small as can be for programs that are
//! executed ([`super::executing`]). What they fork is the keeper's child, in the space and control groups that the keeper names.

use super::parked::{Ahead, Ends};
use super::prepared::{Waiting, end};
use super::program;
use super::space::{Delivery, Home, Way};
use crate::cgroup::Entrance;
use crate::sys::process::{self, ExecStrings, Forked, fork_into};
use crate::sys::socket::{self, Packet};
use crate::sys::{fd, privilege};
use serde::{Deserialize, Serialize};
use std::convert::Infallible;
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::time::Duration;

/// Number of the keeper's socket, by the start-up contract.
pub(super) const CONTROL: i32 = 3;

/// One starts in some tens of milliseconds; one that takes this long is stuck.
const START_LIMIT: Duration = Duration::from_secs(10);

/// What the keeper says first. With it travel its mounts, then the way into the space of the first run, where folders are in place.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Hello {
    pub ahead: Ahead,
    /// How the keeper makes runs.
    pub delivery: Delivery,
}

/// Asks for a program that waits. With it travel the ends of its report socket and its start socket, the way into its space, then
/// the way into its groups.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Park {
    /// One folder instead of a file for each controller.
    folder: bool,
    /// Whether it gives everything up before it waits.
    confined: bool,
}

/// What the server answers.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    /// It has started.
    Ready,
    /// The pid of a program that waits, a child of the keeper's.
    Parked(i32),
    /// It could not fork.
    Failed(i32),
}

/// A fork server's process to the keeper, whose child it is. It ends with this.
#[derive(Debug)]
pub(super) struct ForkServer {
    pid: i32,
    pidfd: OwnedFd,
    control: OwnedFd,
}

/// What becomes a fork server.
pub(super) enum Image<'a> {
    /// An ordinary program, by its path.
    Program(&'a std::ffi::CStr),
    /// The one in this file.
    File(BorrowedFd<'a>),
}

impl ForkServer {
    /// Starts one and waits until it is ready. `first` is the way into the space of its first run.
    pub(super) fn start(
        image: &Image<'_>,
        argv: &ExecStrings,
        env: &ExecStrings,
        ahead: Ahead,
        home: &Home,
        first: [BorrowedFd<'_>; 2],
    ) -> io::Result<Self> {
        let (ours, theirs) = socket::packet_pair()?;
        // Pipes, as programs have: interpreters look at what their streams are when they start.
        let (stdin, _) = fd::pipe()?;
        let (_, stdout) = fd::pipe()?;
        let keeper = process::own_pid();
        let hello = Hello { ahead, delivery: home.delivery };
        let server = match fork_into(0)? {
            Forked::Parent { pid, pidfd } => Self { pid, pidfd, control: ours },
            Forked::Child => {
                let Err(_) = become_server(keeper, [&stdin, &stdout, &theirs], image, argv, env);
                process::exit_now(127);
            }
        };
        drop(theirs);
        let descriptors = [home.mounts(), first[0], first[1]];
        socket::send(server.control.as_fd(), &serde_json::to_vec(&hello)?, &descriptors)?;
        match server.answer()? {
            Answer::Ready => Ok(server),
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    }

    /// Has it fork a program into a space and groups.
    pub(super) fn park(
        &self,
        way: [BorrowedFd<'_>; 2],
        entrance: &Entrance<'_>,
        confined: bool,
    ) -> io::Result<Waiting> {
        let (Ends { report, start }, theirs) = Ends::pair()?;
        let mut descriptors = vec![theirs.report.as_fd(), theirs.start.as_fd(), way[0], way[1]];
        let folder = match entrance {
            Entrance::Files(files) => {
                descriptors.extend(files);
                false
            }
            Entrance::Folder(folder) => {
                descriptors.push(*folder);
                true
            }
        };
        let park = serde_json::to_vec(&Park { folder, confined })?;
        socket::send(self.control.as_fd(), &park, &descriptors)?;
        match self.answer()? {
            // Our child, which nobody has waited for: the pid is its own.
            Answer::Parked(pid) => {
                let pidfd = process::open_pid(pid)?;
                Ok(Waiting { pid, pidfd, report, start })
            }
            Answer::Failed(errno) => Err(io::Error::from_raw_os_error(errno)),
            Answer::Ready => Err(io::ErrorKind::InvalidData.into()),
        }
    }

    fn answer(&self) -> io::Result<Answer> {
        let control = self.control.as_fd();
        if fd::poll(&[control], Some(START_LIMIT))? != [true] {
            return Err(io::ErrorKind::TimedOut.into());
        }
        let mut buffer = [0; 256];
        let packet = socket::receive(control, &mut buffer)?;
        if packet.length == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        read(&buffer, &packet)
    }
}

impl Drop for ForkServer {
    fn drop(&mut self) {
        end(self.pid, &self.pidfd);
    }
}

fn become_server(
    keeper: i32,
    [stdin, stdout, control]: [&OwnedFd; 3],
    image: &Image<'_>,
    argv: &ExecStrings,
    env: &ExecStrings,
) -> io::Result<Infallible> {
    process::die_with_parent(keeper)?;
    process::reset_signals()?;
    // Interpreters make names of files absolute when they start.
    std::env::set_current_dir("/work")?;
    // The kernel lays memory out by this when it executes, and the C library makes threads' stacks as large.
    privilege::limit_resource(libc::RLIMIT_STACK, program::STACK_BYTES)?;
    let [stdin, stdout, control] = [
        fd::duplicate_above(stdin.as_fd(), 10)?,
        fd::duplicate_above(stdout.as_fd(), 10)?,
        fd::duplicate_above(control.as_fd(), 10)?,
    ];
    fd::duplicate_to(stdin.as_fd(), 0)?;
    fd::duplicate_to(stdout.as_fd(), 1)?;
    fd::duplicate_to(stdout.as_fd(), 2)?;
    fd::duplicate_to(control.as_fd(), CONTROL)?;
    fd::close_on_exec_from(CONTROL.cast_unsigned() + 1)?;
    Err(match image {
        Image::Program(path) => process::exec(path, argv, env),
        Image::File(file) => process::exec_file(*file, argv, env),
    })
}

/// The inside of a fork server.
#[derive(Debug)]
pub(super) struct Serving {
    control: OwnedFd,
    pub hello: Hello,
    /// The mounts it was started in.
    home: OwnedFd,
}

/// The process of a run that was just forked, as the keeper has asked for it. It has not entered its groups yet.
#[derive(Debug)]
pub(super) struct Born {
    pub ends: Ends,
    pub delivery: Delivery,
    /// Whether it gives everything up before it waits.
    pub confined: bool,
    folder: bool,
    groups: Vec<OwnedFd>,
}

impl Born {
    /// The way into its groups.
    pub(super) fn entrance(&self) -> Entrance<'_> {
        match (self.folder, self.groups.first()) {
            (true, Some(folder)) => Entrance::Folder(folder.as_fd()),
            _ => Entrance::Files(self.groups.iter().map(AsFd::as_fd).collect()),
        }
    }
}

impl Serving {
    /// Takes over the keeper's socket and hears what is needed. Gives the way into the space of the first run, too.
    ///
    /// # Errors
    /// When this process was not started by a keeper.
    pub(super) fn connect() -> io::Result<(Self, Way)> {
        let control = fd::inherited(CONTROL)?;
        let mut buffer = [0; 1024];
        let packet = socket::receive(control.as_fd(), &mut buffer)?;
        let hello: Hello = read(&buffer, &packet)?;
        let mut descriptors = packet.descriptors.into_iter();
        let home = descriptors.next().ok_or(io::ErrorKind::InvalidData)?;
        let first = way(&mut descriptors)?;
        Ok((Self { control, hello, home }, first))
    }

    /// Says that the server has started, then forks whenever the keeper asks. Returns in forked processes only; this one ends when
    /// the keeper hangs up.
    ///
    /// # Errors
    /// When the socket breaks.
    pub(super) fn fork_when_asked(&self) -> io::Result<Born> {
        self.tell(Answer::Ready)?;
        let mut buffer = [0; 1024];
        loop {
            let packet = socket::receive(self.control.as_fd(), &mut buffer)?;
            if packet.length == 0 {
                process::exit_now(0);
            }
            let Park { folder, confined } = read(&buffer, &packet)?;
            let mut descriptors = packet.descriptors.into_iter();
            let missing = || io::Error::from(io::ErrorKind::InvalidData);
            let ends = Ends {
                report: descriptors.next().ok_or_else(missing)?,
                start: descriptors.next().ok_or_else(missing)?,
            };
            let way = way(&mut descriptors)?;
            let delivery = Delivery { sibling: true, ..self.hello.delivery };
            let born = Born { ends, delivery, confined, folder, groups: descriptors.collect() };
            match self.fork_into(&way, delivery, Some(&born.entrance())) {
                Ok(Forked::Child) => return Ok(born),
                Ok(Forked::Parent { pid, .. }) => self.tell(Answer::Parked(pid))?,
                Err(error) => self.tell(Answer::Failed(error.raw_os_error().unwrap_or(0)))?,
            }
        }
    }

    /// Forks into a space, and comes back from its mounts: files that this process opens and keeps must not be of mounts that go with
    /// the space, since programs see their paths.
    pub(super) fn fork_into(
        &self,
        way: &Way,
        delivery: Delivery,
        entrance: Option<&Entrance<'_>>,
    ) -> io::Result<Forked> {
        let forked = way.enter().and_then(|()| delivery.fork(entrance));
        if !matches!(forked, Ok(Forked::Child)) {
            process::enter_namespace(self.home.as_fd(), libc::CLONE_NEWNS)?;
            // Whoever enters mounts is at their root, and interpreters make names of files absolute when they start.
            std::env::set_current_dir("/work")?;
        }
        forked
    }

    /// In a process that was forked for this one's own ends: hangs up.
    pub(super) fn hang_up(&self) {
        let control = self.control.as_raw_fd().cast_unsigned();
        let _ = fd::close_range(control, control);
    }

    fn tell(&self, answer: Answer) -> io::Result<()> {
        socket::send(self.control.as_fd(), &serde_json::to_vec(&answer)?, &[])
    }
}

fn way(descriptors: &mut impl Iterator<Item = OwnedFd>) -> io::Result<Way> {
    match (descriptors.next(), descriptors.next()) {
        (Some(numbers), Some(mounts)) => Ok(Way { numbers, mounts }),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

fn read<T: for<'a> Deserialize<'a>>(buffer: &[u8], packet: &Packet) -> io::Result<T> {
    Ok(serde_json::from_slice(buffer.get(..packet.length).unwrap_or_default())?)
}
