//! The keeper's side of warm interpreters: what waits for the next program of a language is made while nothing runs.

use super::folders::Work;
use super::parked::{Ahead, Ends};
use super::prepared::{Filters, Place, Waiting, end};
use super::record::Failure;
use super::space::{self, Home, Space};
use super::zygote::{Answer, CONTROL, Hello, Park};
use super::{program, started};
use crate::cgroup::{CgroupError, Entrance, PooledGroup};
use crate::config::{WarmInterpreter, WarmWay};
use crate::protocol::{StageLimits, StageRequest};
use crate::root::WARM_LIBRARY;
use crate::sys::process::{self, ExecStrings, Forked, fork_into};
use crate::sys::{fd, privilege, socket};
use std::ffi::CString;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

/// An interpreter starts in some tens of milliseconds; one that takes this long is stuck.
const START_LIMIT: Duration = Duration::from_secs(10);
/// The same while somebody waits for it.
const WANTED_LIMIT: Duration = Duration::from_secs(2);
/// An interpreter that failed this often in a row is not tried again: its programs start their own.
const MOST_FAILURES: u32 = 3;

/// Why nothing waits for a program.
#[derive(Debug, thiserror::Error)]
pub enum WarmError {
    /// The interpreter could not be started.
    #[error("start the warm interpreter {name}")]
    Start {
        /// Which.
        name: String,
        /// What the kernel said.
        #[source]
        source: io::Error,
    },
    /// The interpreter did not fork.
    #[error("park a program of the warm interpreter {name}")]
    Park {
        /// Which.
        name: String,
        /// What the kernel said.
        #[source]
        source: io::Error,
    },
    /// It did not come to where it waits for its program.
    #[error("wait for the warm interpreter {name}: {why}")]
    NotReady {
        /// Which.
        name: String,
        /// What happened instead.
        why: String,
    },
    /// It cannot import its packages before its programs come.
    #[error(
        "import packages in the warm interpreter {name}: one is missing, or has started threads; its programs import them themselves"
    )]
    Unsuitable {
        /// Which.
        name: String,
    },
    /// Its control group cannot be prepared.
    #[error("prepare the control group of the warm interpreter {name}")]
    Group {
        /// Which.
        name: String,
        /// What failed.
        #[source]
        source: CgroupError,
    },
}

/// One interpreter of a slot.
#[derive(Debug)]
pub(super) struct Warm {
    /// Whether it is kept ready.
    wanted: bool,
    spec: WarmInterpreter,
    group: PooledGroup,
    interpreter: Option<Interpreter>,
    space: Option<Space>,
    waiting: Option<Waiting>,
    failures: u32,
    /// Whether one that was started ahead ever came to where it waits.
    proven: bool,
    /// Whether the one that waits has said so.
    is_ready: bool,
}

/// An interpreter's process, our child.
#[derive(Debug)]
struct Interpreter {
    pid: i32,
    pidfd: OwnedFd,
    control: OwnedFd,
}

impl Warm {
    /// `is_warm`: whether the slot keeps ready what it never had a program for.
    pub(super) fn new(spec: WarmInterpreter, group: PooledGroup, is_warm: bool) -> Self {
        Self {
            wanted: is_warm && !spec.after_first,
            spec,
            group,
            interpreter: None,
            space: None,
            waiting: None,
            failures: 0,
            proven: false,
            is_ready: false,
        }
    }

    /// Whether a run can begin in this interpreter and be the same as if it was executed.
    pub(super) fn suits(&self, request: &StageRequest, core: Option<usize>, ahead: Ahead) -> bool {
        match self.spec.way {
            WarmWay::Started => started::suits(&self.spec, request),
            WarmWay::Resident => false,
            WarmWay::Forked => {
                request.argv.starts_with(&self.spec.argv)
                    && Ahead { work_bytes: self.spec.limits.work_bytes, ..ahead }.fits(request, core)
            }
        }
    }

    /// What requests call it.
    pub(super) fn name(&self) -> &str {
        &self.spec.name
    }

    /// Of a program that asks for nothing.
    pub(super) fn limits(&self) -> &StageLimits {
        &self.spec.limits
    }

    pub(super) fn group(&self) -> &PooledGroup {
        &self.group
    }

    /// Whether it is a run like any other, with nothing in the keeper's own mounts.
    pub(super) fn is_apart(&self) -> bool {
        self.spec.way == WarmWay::Started
    }

    /// Whether programs would be forked from an interpreter that is not there.
    pub(super) fn lacks_interpreter(&self) -> bool {
        self.wanted
            && self.spec.way == WarmWay::Forked
            && self.interpreter.is_none()
            && self.failures < MOST_FAILURES
    }

    /// Makes sure that a program is parked, unless too much went wrong before.
    pub(super) fn refill(
        &mut self,
        home: &Home,
        ahead: Ahead,
        filters: Filters<'_>,
        pinned: bool,
    ) -> Result<(), WarmError> {
        self.refill_within(START_LIMIT, home, ahead, filters, pinned)
    }

    fn refill_within(
        &mut self,
        patience: Duration,
        home: &Home,
        ahead: Ahead,
        filters: Filters<'_>,
        pinned: bool,
    ) -> Result<(), WarmError> {
        if let Some(why) = self.waiting.as_ref().and_then(started::has_ended) {
            return Err(self.give_up_waiting(why));
        }
        if !self.wanted || self.waiting.is_some() || self.failures >= MOST_FAILURES {
            return Ok(());
        }
        let made = match self.spec.way {
            // Which filter it needs is known with the request.
            WarmWay::Started if pinned => return Ok(()),
            // Not one of these: see `resident`.
            WarmWay::Resident => return Ok(()),
            WarmWay::Started => self.start_one(home, ahead, filters),
            WarmWay::Forked => self.park(home, ahead),
        };
        match made {
            Ok(waiting) => {
                self.waiting = Some(waiting);
                self.prove(patience)
            }
            Err(error) => {
                if let Some(interpreter) = self.interpreter.take() {
                    end(interpreter.pid, &interpreter.pidfd);
                }
                self.give_up_space();
                self.failures = match &error {
                    WarmError::Unsuitable { .. } => MOST_FAILURES,
                    _ => self.failures + 1,
                };
                Err(error)
            }
        }
    }

    /// Makes sure that something waits for a request that is here already, where that takes no longer than to execute its program:
    /// forking does not, and starting takes as long. Where nobody reckoned with such a request, the next one is reckoned with.
    pub(super) fn refill_now(
        &mut self,
        home: &Home,
        ahead: Ahead,
        filters: Filters<'_>,
        pinned: bool,
    ) -> Result<(), WarmError> {
        self.wanted |= self.spec.way == WarmWay::Forked || self.spec.after_first;
        if self.spec.way == WarmWay::Forked && self.interpreter.is_none() {
            return Ok(());
        }
        self.refill_within(WANTED_LIMIT, home, ahead, filters, pinned)
    }

    /// Waits for the first of those that are started ahead: if this interpreter cannot be, nobody need find out later.
    fn prove(&mut self, patience: Duration) -> Result<(), WarmError> {
        if self.spec.way == WarmWay::Started
            && !self.proven
            && let Some(waiting) = &self.waiting
        {
            if let Err(why) = started::until_ready(waiting, patience) {
                if patience == WANTED_LIMIT {
                    return Err(self.give_up_wanted(why));
                }
                let error = self.give_up_waiting(why);
                self.failures = MOST_FAILURES;
                return Err(error);
            }
            (self.proven, self.is_ready) = (true, true);
        }
        Ok(())
    }

    fn start_one(&mut self, home: &Home, ahead: Ahead, filters: Filters<'_>) -> Result<Waiting, WarmError> {
        let Self { spec, group, space, .. } = self;
        let name = || spec.name.clone();
        group.limit(&spec.limits).map_err(|source| WarmError::Group { name: name(), source })?;
        let mut place = Place { space, home, group: group.group() };
        started::start(spec, &mut place, ahead, filters.free)
            .map_err(|source| WarmError::Start { name: name(), source })
    }

    fn park(&mut self, home: &Home, ahead: Ahead) -> Result<Waiting, WarmError> {
        let Self { spec, group, interpreter, space, .. } = self;
        let name = || spec.name.clone();
        group.limit(&spec.limits).map_err(|source| WarmError::Group { name: name(), source })?;
        let starting = |source| WarmError::Start { name: name(), source };
        let mut place = Place { space, home, group: group.group() };
        let ahead = Ahead { work_bytes: spec.limits.work_bytes, ..ahead };
        let unprepared = |failure: Failure| starting(failure.into());
        let interpreter = match interpreter {
            Some(interpreter) => interpreter,
            None => {
                // It rehearses there.
                let way = place.prepare(&ahead, || Ok(Work::Fresh)).map_err(unprepared)?.way();
                interpreter.insert(start(spec, ahead, home, way)?)
            }
        };
        let way = place.prepare(&ahead, || Ok(Work::Fresh)).map_err(unprepared)?.way();
        ask(interpreter.control.as_fd(), way, &group.group().entrance())
            .map_err(|source| WarmError::Park { name: name(), source })
    }

    /// Whether something waits for a request.
    pub(super) fn is_filled(&self) -> bool {
        self.waiting.is_some()
    }

    /// Waits until what was started ahead, if anything was, has come to where it waits.
    ///
    /// # Errors
    /// When it does not.
    pub(super) fn wait_until_ready(&mut self) -> Result<(), WarmError> {
        if self.spec.way == WarmWay::Started
            && let Some(waiting) = &self.waiting
        {
            if !self.is_ready
                && let Err(why) = started::until_ready(waiting, WANTED_LIMIT)
            {
                return Err(self.give_up_wanted(why));
            }
            self.is_ready = true;
        }
        Ok(())
    }

    /// Gives what waits its request. `None` when there is nothing that can take it: the stage has to be executed.
    pub(super) fn begin(
        &mut self,
        request: &StageRequest,
        core: Option<usize>,
        descriptors: &[BorrowedFd<'_>],
    ) -> Option<(Waiting, Space)> {
        let waiting = self.waiting.take()?;
        self.is_ready = false;
        match waiting.begin(&mut self.group, request, core, descriptors) {
            Some(begun) => {
                self.failures = 0;
                self.space.take().map(|space| (begun, space))
            }
            None => {
                self.give_up_space();
                None
            }
        }
    }

    /// Whatever is in it did not become a run.
    fn give_up_space(&mut self) {
        if let Some(space) = self.space.take() {
            space.end_or_give_up();
        }
    }

    /// For the next program.
    pub(super) fn keep(&mut self, space: Option<Space>) {
        self.space = space;
    }

    /// Takes away what the run that has ended left in its folders.
    pub(super) fn clear(&mut self, home: &Home) {
        if self.waiting.is_none() {
            space::clear(&mut self.space, home);
        }
    }

    /// With somebody waiting for it. One that is only slow, on a busy machine, may be in time when the next program comes.
    fn give_up_wanted(&mut self, why: String) -> WarmError {
        let is_slow = self.waiting.as_ref().is_some_and(|waiting| started::has_ended(waiting).is_none());
        let failures = self.failures;
        let error = self.give_up_waiting(why);
        if is_slow {
            self.failures = failures;
        }
        error
    }

    fn give_up_waiting(&mut self, why: String) -> WarmError {
        if let Some(waiting) = self.waiting.take() {
            end(waiting.pid, &waiting.pidfd);
        }
        self.give_up_space();
        self.failures += 1;
        self.is_ready = false;
        WarmError::NotReady { name: self.spec.name.clone(), why }
    }
}

/// Asks the interpreter to fork.
fn ask(control: BorrowedFd<'_>, way: [BorrowedFd<'_>; 2], entrance: &Entrance<'_>) -> io::Result<Waiting> {
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
    socket::send(control, &serde_json::to_vec(&Park { folder })?, &descriptors)?;
    match answer(control)? {
        // Our child, which nobody has waited for: the pid is its own.
        Answer::Parked(pid) => {
            let pidfd = process::open_pid(pid)?;
            Ok(Waiting { pid, pidfd, report, start })
        }
        Answer::Failed(errno) => Err(io::Error::from_raw_os_error(errno)),
        Answer::Ready | Answer::Unsuitable => Err(io::ErrorKind::InvalidData.into()),
    }
}

fn answer(control: BorrowedFd<'_>) -> io::Result<Answer> {
    if fd::poll(&[control], Some(START_LIMIT))? != [true] {
        return Err(io::ErrorKind::TimedOut.into());
    }
    let mut buffer = [0; 256];
    let packet = socket::receive(control, &mut buffer)?;
    if packet.length == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(serde_json::from_slice(buffer.get(..packet.length).unwrap_or_default())?)
}

/// Starts the interpreter and waits until it has.
fn start(
    spec: &WarmInterpreter,
    ahead: Ahead,
    home: &Home,
    way: [BorrowedFd<'_>; 2],
) -> Result<Interpreter, WarmError> {
    let (interpreter, said) = execute(spec, ahead, home, way)
        .map_err(|source| WarmError::Start { name: spec.name.clone(), source })?;
    let why_not = match said {
        Ok(Answer::Ready) => return Ok(interpreter),
        Ok(Answer::Unsuitable) => WarmError::Unsuitable { name: spec.name.clone() },
        other => {
            let source = other.err().unwrap_or_else(|| io::ErrorKind::InvalidData.into());
            WarmError::Start { name: spec.name.clone(), source }
        }
    };
    end(interpreter.pid, &interpreter.pidfd);
    Err(why_not)
}

/// Executes the interpreter, and hears what becomes of its start.
fn execute(
    spec: &WarmInterpreter,
    ahead: Ahead,
    home: &Home,
    way: [BorrowedFd<'_>; 2],
) -> io::Result<(Interpreter, io::Result<Answer>)> {
    let path = spec.argv.first().ok_or(io::ErrorKind::InvalidInput)?;
    let path = CString::new(path.as_str())?;
    let argv = ExecStrings::new(spec.argv.iter().map(|word| word.clone().into_bytes()))?;
    let library = ("LD_PRELOAD".to_owned(), format!("/{WARM_LIBRARY}"));
    let env = spec.env.iter().chain([&library]);
    let env = ExecStrings::new(env.map(|(name, value)| format!("{name}={value}").into_bytes()))?;
    let (ours, theirs) = socket::packet_pair()?;
    // Pipes, as programs have: interpreters look at what their streams are when they start.
    let (stdin, _) = fd::pipe()?;
    let (_, stdout) = fd::pipe()?;
    let keeper = process::own_pid();
    let hello = Hello { ahead, delivery: home.delivery, modules: spec.modules.clone() };
    let interpreter = match fork_into(0)? {
        Forked::Parent { pid, pidfd } => Interpreter { pid, pidfd, control: ours },
        Forked::Child => {
            let Err(_) = become_interpreter(keeper, [&stdin, &stdout, &theirs], &path, &argv, &env);
            process::exit_now(127);
        }
    };
    drop(theirs);
    let control = interpreter.control.as_fd();
    let said = socket::send(control, &serde_json::to_vec(&hello)?, &[way[0], way[1], home.mounts()])
        .and_then(|()| answer(control));
    Ok((interpreter, said))
}

fn become_interpreter(
    keeper: i32,
    [stdin, stdout, control]: [&OwnedFd; 3],
    path: &CString,
    argv: &ExecStrings,
    env: &ExecStrings,
) -> io::Result<std::convert::Infallible> {
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
    Err(process::exec(path, argv, env))
}
