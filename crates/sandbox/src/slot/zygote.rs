//! The inside of a warm interpreter: a process that is forked instead of executed anew.
//!
//! An interpreter that has started, but has not yet looked at a program, serves its slot's keeper here (the library that the
//! dynamic linker loads into it, `crates/warm`, brings it to that point). For each run it forks the program's process into the
//! run's space and fresh namespaces, as the keeper does for programs that are executed, and that process is the keeper's child, too;
//! the only difference is that it does not execute anything: it gives up every privilege, waits for its request ("parked"), and goes
//! on as an interpreter that has just started.
//!
//! Until then nothing of any user is in the interpreter, and it never learns anything: what it forks cannot tell it.

use super::parked::{self, Ahead, Ends};
use super::program;
use super::record::{AtStep, Failure, Record, Step};
use super::space::{Delivery, Way};
use crate::cgroup::Entrance;
use crate::protocol::StageRequest;
use crate::sys::memory::InUse;
use crate::sys::privilege::Instruction;
use crate::sys::process::{Forked, ThreadNotes};
use crate::sys::socket::{self, Packet};
use crate::sys::{fd, memory, process};
use serde::{Deserialize, Serialize};
use std::ffi::CString;
use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::ops::Range;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::time::Duration;

/// Number of the keeper's socket, by the start-up contract.
pub(super) const CONTROL: i32 = 3;

/// What the keeper says first. With it travel the way into the space of its first run, where folders are in place, and the keeper's
/// mounts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Hello {
    pub ahead: Ahead,
    /// How the keeper makes runs.
    pub delivery: Delivery,
    /// What it imports before the first program.
    pub modules: Vec<String>,
}

/// Asks for a parked program. With it travel the ends of its report socket and its start socket, the way into its space, then the
/// way into its groups.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Park {
    /// One folder instead of a file for each controller.
    pub folder: bool,
}

/// What the interpreter answers.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    /// It has started.
    Ready,
    /// The pid of a parked program, a child of the keeper's.
    Parked(i32),
    /// It could not fork.
    Failed(i32),
    /// It never can: what it was to import is missing, or has started threads.
    Unsuitable,
}

/// The interpreter, before it has seen any program.
#[derive(Debug)]
pub struct Zygote {
    control: OwnedFd,
    hello: Hello,
    /// Into the space of its first run, until that was rehearsed.
    first: Option<Way>,
    /// The mounts it was started in.
    home: OwnedFd,
    /// Of its only thread.
    notes: ThreadNotes,
    filter: Vec<Instruction>,
    /// The pages that a small program reads or writes, as a rehearsal has shown.
    used: Vec<Used>,
}

/// Pages in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Used {
    pages: Range<usize>,
    /// Whether they were written to.
    written: bool,
}

/// A rehearsal takes some milliseconds; one that takes this long is stuck.
const REHEARSAL_LIMIT: Duration = Duration::from_secs(5);
/// Bytes of what it tells, at most: some thousand rows of pages.
const MOST_TOLD: u64 = 1 << 20;

/// A process of a run that waits for its request, in the run's namespaces and groups, with nothing left to give up.
#[derive(Debug)]
pub struct Parked<'a> {
    zygote: &'a Zygote,
    ends: Ends,
}

/// A process of a run that has everything it will ever have.
#[derive(Debug)]
pub struct Run {
    /// The program's command line.
    pub argv: Vec<CString>,
    /// The program's environment.
    pub env: Vec<(CString, CString)>,
    report: OwnedFd,
}

impl Zygote {
    /// Takes over the keeper's socket and hears what is needed.
    ///
    /// # Errors
    /// When this process was not started by a keeper.
    pub fn connect() -> io::Result<Self> {
        let control = fd::inherited(CONTROL)?;
        let mut buffer = [0; 4096];
        let packet = socket::receive(control.as_fd(), &mut buffer)?;
        let hello: Hello = read(&buffer, &packet)?;
        let mut descriptors = packet.descriptors.into_iter();
        let first = Some(way(&mut descriptors)?);
        let home = descriptors.next().ok_or(io::ErrorKind::InvalidData)?;
        let policy = |result: Result<_, _>| result.map_err(io::Error::other);
        let filter = match hello.ahead.core {
            Some(_) => policy(crate::seccomp::pinned_filter())?,
            None => policy(crate::seccomp::default_filter())?,
        };
        Ok(Self { control, hello, first, home, notes: ThreadNotes::find()?, filter, used: Vec::new() })
    }

    /// What the interpreter imports before the first program.
    #[must_use]
    pub fn modules(&self) -> &[String] {
        &self.hello.modules
    }

    /// Says that it cannot be had with what it was to import, and ends.
    pub fn refuse(&self) -> ! {
        let _ = self.answer(Answer::Unsuitable);
        process::exit_now(1)
    }

    /// Finds out which pages a program uses: `run` is what a small one does until its end, in a jail like any other's, and calls
    /// [`Rehearsal::over`] there. Without it, programs stop for each page they use.
    pub fn rehearse(&mut self, run: impl FnOnce(Rehearsal)) {
        if let Some(way) = self.first.take() {
            self.used = self.try_to_rehearse(&way, run).unwrap_or_default();
        }
    }

    fn try_to_rehearse(&self, way: &Way, run: impl FnOnce(Rehearsal)) -> io::Result<Vec<Used>> {
        let (ours, theirs) = Ends::pair()?;
        let (told, tell) = fd::pipe().map(|(read, write)| (File::from(read), write))?;
        match self.fork_into(way, self.hello.delivery, None)? {
            Forked::Parent { pid, pidfd } => {
                drop((theirs, tell));
                let ended =
                    fd::poll(&[told.as_fd()], Some(REHEARSAL_LIMIT)).is_ok_and(|ready| ready == [true]);
                let mut numbers = Vec::new();
                // It writes everything at once.
                let read = if ended { told.take(MOST_TOLD).read_to_end(&mut numbers) } else { Ok(0) };
                let _ = process::signal(pidfd.as_fd(), libc::SIGKILL);
                process::wait(pid, true)?;
                drop(ours);
                read?;
                Ok(Used::decode(&numbers))
            }
            Forked::Child => {
                drop((told, ours));
                let control = self.control.as_raw_fd().cast_unsigned();
                let _ = fd::close_range(control, control);
                // What it runs is ours: it needs no groups. Everything else is as for any program.
                self.become_parked(&theirs, self.hello.delivery, None);
                // What it prints goes nowhere, but it goes.
                if let Ok((_nobody_reads, printed)) = fd::pipe()
                    && fd::duplicate_to(printed.as_fd(), 1).is_ok()
                    && fd::duplicate_to(printed.as_fd(), 2).is_ok()
                {
                    run(Rehearsal { tell });
                }
                process::exit_now(0)
            }
        }
    }

    /// Says that the interpreter has started, then forks whenever the keeper asks. Returns in forked processes only; this one
    /// ends when the keeper hangs up.
    ///
    /// # Errors
    /// When the socket breaks.
    pub fn serve(&mut self) -> io::Result<Parked<'_>> {
        // Whoever holds the way into a space keeps the folders of its last run in being.
        self.first = None;
        self.fork_when_asked()
    }

    fn fork_when_asked(&self) -> io::Result<Parked<'_>> {
        process::set_name(c"runyard-warm");
        self.answer(Answer::Ready)?;
        let mut buffer = [0; 1024];
        loop {
            let packet = socket::receive(self.control.as_fd(), &mut buffer)?;
            if packet.length == 0 {
                process::exit_now(0);
            }
            let park: Park = read(&buffer, &packet)?;
            let mut descriptors = packet.descriptors.into_iter();
            let missing = || io::Error::from(io::ErrorKind::InvalidData);
            let ends = Ends {
                report: descriptors.next().ok_or_else(missing)?,
                start: descriptors.next().ok_or_else(missing)?,
            };
            let way = way(&mut descriptors)?;
            let rest: Vec<OwnedFd> = descriptors.collect();
            let entrance = match (park.folder, rest.first()) {
                (true, Some(folder)) => Entrance::Folder(folder.as_fd()),
                _ => Entrance::Files(rest.iter().map(AsFd::as_fd).collect()),
            };
            let delivery = Delivery { sibling: true, ..self.hello.delivery };
            match self.fork_into(&way, delivery, Some(&entrance)) {
                Ok(Forked::Child) => {
                    drop(way);
                    parked::keep_only(&entrance, &[ends.report.as_raw_fd(), ends.start.as_raw_fd()]);
                    self.become_parked(&ends, delivery, Some(&entrance));
                    return Ok(Parked { zygote: self, ends });
                }
                Ok(Forked::Parent { pid, .. }) => self.answer(Answer::Parked(pid))?,
                Err(error) => self.answer(Answer::Failed(error.raw_os_error().unwrap_or(0)))?,
            }
        }
    }

    /// Forks into a space, and comes back from its mounts: files that the interpreter opens and keeps must not be of mounts that go
    /// with the space, since programs see their paths.
    fn fork_into(
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

    fn answer(&self, answer: Answer) -> io::Result<()> {
        socket::send(self.control.as_fd(), &serde_json::to_vec(&answer)?, &[])
    }

    /// In the process of a run: to where it waits.
    fn become_parked(&self, ends: &Ends, delivery: Delivery, entrance: Option<&Entrance<'_>>) {
        if let Err(failure) = self.notes.renew().at(Step::Setup, 8) {
            parked::fail(&ends.report, failure);
        }
        parked::become_parked(ends, delivery, entrance);
        self.confine(ends);
    }

    /// Gives up everything, or says what failed and ends the process.
    fn confine(&self, ends: &Ends) {
        let confined = program::confine_ahead(&self.hello.ahead, &self.filter)
            // What exec would have done.
            .and_then(|()| process::set_dumpable().at(Step::Exec, 2));
        if let Err(failure) = confined {
            parked::fail(&ends.report, failure);
        }
    }
}

impl Parked<'_> {
    /// Gives this process its own copy of those pages that small programs use, so that the program need not stop for each. Nothing
    /// else can be seen of it. Does nothing when the request is already there.
    pub fn touch_memory(&self) {
        if parked::is_wanted(&self.ends) {
            return;
        }
        for Used { pages, written } in &self.zygote.used {
            // Only speed is lost where one of these fails.
            let _ = memory::populate(pages.clone(), *written);
        }
    }
}

/// A program that shows which pages small programs use.
#[derive(Debug)]
pub struct Rehearsal {
    tell: OwnedFd,
}

impl Rehearsal {
    /// Looks at what was used so far, and ends the process.
    pub fn over(self) -> ! {
        let used = Used::so_far().unwrap_or_default();
        let _ = File::from(self.tell).write_all(&Used::encode(&used));
        process::exit_now(0)
    }
}

impl Used {
    /// Of this process, which was forked.
    fn so_far() -> io::Result<Vec<Self>> {
        let maps = std::fs::read_to_string("/proc/self/maps")?;
        let mut found = Vec::new();
        for (mapping, write) in maps.lines().filter_map(worth_having) {
            // A fork begins with all of the interpreter's data in its page tables, but not what is read from files.
            let pages = memory::in_use(mapping, if write { InUse::Alone } else { InUse::AtAll })?;
            found.extend(pages.into_iter().map(|pages| Self { pages, written: write }));
        }
        Ok(found)
    }

    fn encode(used: &[Self]) -> Vec<u8> {
        let numbers = used.iter().flat_map(|Self { pages, written }| {
            [pages.start, pages.end, usize::from(*written)].map(usize::to_ne_bytes)
        });
        numbers.flatten().collect()
    }

    fn decode(bytes: &[u8]) -> Vec<Self> {
        let numbers: Vec<usize> =
            bytes.as_chunks().0.iter().map(|number| usize::from_ne_bytes(*number)).collect();
        let (used, _) = numbers.as_chunks();
        used.iter()
            .map(|[start, end, written]| Self { pages: *start..*end, written: *written != 0 })
            .collect()
    }
}

impl Parked<'_> {
    /// See [`Zygote::modules`].
    #[must_use]
    pub fn modules(&self) -> &[String] {
        self.zygote.modules()
    }

    /// Says that the interpreter could not become a program's: our failure, not the program's.
    pub fn give_up(&self) -> ! {
        parked::fail(&self.ends.report, Failure { step: Step::Setup, index: 9, errno: libc::ENOMEM })
    }

    /// Waits for the request and takes what it brings. Ends the process when nobody wants it any more, or a step fails.
    #[must_use]
    pub fn begin(self, mut auxiliary: memory::Auxiliary) -> Run {
        let Self { zygote, ends, .. } = self;
        let (request, program, report) = parked::wait_confined(&zygote.hello.ahead, ends);
        let strings = Strings::of(&request);
        auxiliary.set_user(program.uid);
        if let Ok(strings) = &strings {
            // A kernel that cannot goes on showing the interpreter's.
            let _ = memory::show(Some(&strings.argv), &strings.shown_env, &auxiliary);
        }
        match (program::take(&program, report.as_fd()), strings) {
            (Ok(report), Ok(Strings { name, argv, env, .. })) => {
                process::set_name(&name);
                Run { argv, env, report }
            }
            (Ok(report), Err(_)) => {
                parked::fail(&report, Failure { step: Step::Setup, index: 4, errno: libc::EINVAL })
            }
            (Err(failure), _) => parked::fail(&report, failure),
        }
    }
}

impl Run {
    /// Says that the interpreter could not take over what the request brings: our failure, not the program's.
    pub fn give_up(self) -> ! {
        parked::fail(&self.report, Failure { step: Step::Setup, index: 5, errno: libc::ENOMEM })
    }

    /// Says that the program begins, and closes everything that is not the program's.
    pub fn go(self) {
        let started = Record::Started { at_us: fd::monotonic_us() }.send(self.report.as_fd());
        if started.and_then(|()| fd::close_range(3, u32::MAX)).is_err() {
            process::exit_now(127);
        }
        // Closed by the range above.
        std::mem::forget(self.report);
    }
}

/// The request's words as C has them.
struct Strings {
    /// What exec would call the process.
    name: CString,
    argv: Vec<CString>,
    env: Vec<(CString, CString)>,
    shown_env: Vec<CString>,
}

impl Strings {
    fn of(request: &StageRequest) -> Result<Self, std::ffi::NulError> {
        let file = request.argv.first().and_then(|path| path.rsplit('/').next()).unwrap_or_default();
        let word = |word: &String| CString::new(word.as_str());
        Ok(Self {
            name: CString::new(file)?,
            argv: request.argv.iter().map(word).collect::<Result<_, _>>()?,
            env: request
                .env
                .iter()
                .map(|(name, value)| Ok((word(name)?, word(value)?)))
                .collect::<Result<_, _>>()?,
            shown_env: request
                .env
                .iter()
                .map(|(name, value)| CString::new(format!("{name}={value}")))
                .collect::<Result<_, _>>()?,
        })
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

/// The mapping a line of /proc/self/maps tells of, and whether it is written to; `None` for what no program would use.
fn worth_having(line: &str) -> Option<(std::ops::Range<usize>, bool)> {
    let mut words = line.split_ascii_whitespace();
    let (start, end) = words.next()?.split_once('-')?;
    let access = words.next()?;
    let place = words.nth(3).unwrap_or_default();
    let write = access.starts_with("rw-p");
    let code = access.starts_with("r-xp") && place.starts_with('/');
    // The stack grows by itself; other names in brackets are the kernel's.
    let ours = !place.starts_with('[') || place == "[heap]";
    let range = usize::from_str_radix(start, 16).ok()?..usize::from_str_radix(end, 16).ok()?;
    ((write || code) && ours).then_some((range, write))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_uses_is_worth_having() {
        let heap = "0a1000-0a3000 rw-p 00000000 00:00 0                          [heap]";
        assert_eq!(worth_having(heap), Some((0xa1000..0xa3000, true)));
        let anonymous = "7f10-7f20 rw-p 00000000 00:00 0 ";
        assert_eq!(worth_having(anonymous), Some((0x7f10..0x7f20, true)));
        let code = "1000-2000 r-xp 00000000 00:1c 77       /usr/bin/python3.11";
        assert_eq!(worth_having(code), Some((0x1000..0x2000, false)));
        for other in [
            "7ffc-7ffd rw-p 00000000 00:00 0  [stack]",
            "7ffe-7fff r-xp 00000000 00:00 0  [vdso]",
            "1000-2000 r--p 00000000 00:1c 77 /usr/bin/python3.11",
            "1000-2000 ---p 00000000 00:00 0",
            "",
            "x-y rw-p 0 0 0",
        ] {
            assert_eq!(worth_having(other), None, "{other}");
        }
    }
}
