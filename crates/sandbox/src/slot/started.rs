//! Interpreters that are started ahead of their program, each for one.
//!
//! What is no good for forking (threads, numbers drawn at the start) can still start early. Such a process is a run like any
//! other, confined from the interpreter's first instruction on as the program itself will be; the library that the dynamic
//! linker loads into it (`crates/warm`) stops it where it would look into the work folder for the first time. There it waits
//! for its files and its standard streams, which is all that a request may bring: with another command line, environment or
//! folder size the interpreter would have started differently, and is.

use super::parked::{self, Ahead, Brought, Ends, LEAST_MEMORY_BYTES};
use super::prepared::{Place, Side, Waiting, fork_parked};
use super::program::{self, Program};
use super::record::{self, AtStep, Failure, Record, Step};
use crate::beneath::Tree;
use crate::config::WarmInterpreter;
use crate::protocol::{StageRequest, WorkTree};
use crate::root::WARM_LIBRARY;
use crate::sys::privilege::Instruction;
use crate::sys::process::ExecStrings;
use crate::sys::{fd, memory, process, socket};
use std::convert::Infallible;
use std::ffi::CString;
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::time::Duration;

/// Numbers of the sockets by the start-up contract: above those an interpreter opens before it looks at its program, so that
/// the program's own begin where they always do.
const START: i32 = 100;
const REPORT: i32 = 101;

/// What the interpreter says when it waits.
const READY: &[u8] = b"ready";

/// Starts an interpreter in a run of its own.
pub(super) fn start(
    spec: &WarmInterpreter,
    place: &mut Place<'_>,
    ahead: Ahead,
    filter: &[Instruction],
) -> io::Result<Waiting> {
    let ahead = Ahead { work_bytes: spec.limits.work_bytes, ..ahead };
    // Pipes, as programs have: interpreters look at what their streams are when they start.
    let (stdin, _) = fd::pipe()?;
    let (_, stdout) = fd::pipe()?;
    let stdio = [stdin, stdout.try_clone()?, stdout];
    let keep = [0, 1, 2].map(|number: usize| stdio[number].as_raw_fd());
    let mut program = Program::new(&like(spec), stdio, None, ahead.uid, ahead.landlock_version)?;
    let library = ("LD_PRELOAD".to_owned(), format!("/{WARM_LIBRARY}"));
    let env = spec.env.iter().chain([&library]);
    program.env = ExecStrings::new(env.map(|(name, value)| format!("{name}={value}").into_bytes()))?;
    match fork_parked(place, &ahead, &keep)? {
        Side::Keeper(waiting) => Ok(waiting),
        Side::Program(ends) => {
            let Err(failure) = become_interpreter(spec, &program, filter, &ends);
            parked::fail(&ends.report, failure)
        }
    }
}

/// What a request is like that such an interpreter can take.
fn like(spec: &WarmInterpreter) -> StageRequest {
    StageRequest {
        compile: false,
        argv: spec.argv.clone(),
        env: spec.env.clone(),
        work: WorkTree::Fresh,
        keep_work: false,
        terminal: false,
        warm: Vec::new(),
        limits: spec.limits,
    }
}

/// Whether the interpreter would have started in just the same way for this request. The group's limits can be others. A work folder that
/// is kept is copied.
pub(super) fn suits(spec: &WarmInterpreter, request: &StageRequest) -> bool {
    let mut expected = like(spec);
    expected.limits = request.limits;
    expected.work = request.work;
    expected.warm = request.warm.clone();
    expected.limits.work_bytes = spec.limits.work_bytes;
    request.limits.memory_bytes >= LEAST_MEMORY_BYTES && *request == expected
}

fn become_interpreter(
    spec: &WarmInterpreter,
    program: &Program,
    filter: &[Instruction],
    ends: &Ends,
) -> Result<Infallible, Failure> {
    process::reset_signals().at(Step::Signals, 0)?;
    let start = fd::duplicate_above(ends.start.as_fd(), REPORT + 1).at(Step::Descriptors, 6)?;
    let report = program::confine(program, filter, ends.report.as_fd())?;
    make_folders(&spec.folders).at(Step::Unpack, 1)?;
    fd::duplicate_to(report.as_fd(), REPORT).at(Step::Descriptors, 7)?;
    fd::duplicate_to(start.as_fd(), START).at(Step::Descriptors, 8)?;
    Err(process::exec(&program.path, &program.argv, &program.env)).at(Step::Exec, 0)
}

/// What the interpreter looks at before it waits. Programs have these folders too, with other things in them.
fn make_folders(names: &[String]) -> io::Result<()> {
    if names.is_empty() {
        return Ok(());
    }
    let work = Tree::new(File::open("/work")?.into());
    names.iter().try_for_each(|name| work.create_folder(name))
}

/// They go before the program's own files come: folders list what they hold in the order in which it was made.
fn remove_folders() -> io::Result<()> {
    std::fs::read_dir("/work")?.try_for_each(|folder| std::fs::remove_dir(folder?.path()))
}

/// Waits until the interpreter has come to where it waits.
///
/// # Errors
/// When it ended, or takes longer: why, in words.
pub(super) fn until_ready(waiting: &Waiting, patience: Duration) -> Result<(), String> {
    let ready = fd::poll(&[waiting.report.as_fd(), waiting.start.as_fd()], Some(patience))
        .map_err(|error| error.to_string())?;
    match ready[..] {
        // Whatever it reports, it did not get there.
        [true, _] => Err(how_it_ended(waiting)),
        [_, true] => {
            let mut buffer = [0; READY.len()];
            match socket::receive(waiting.start.as_fd(), &mut buffer) {
                Ok(packet) if packet.length > 0 => Ok(()),
                _ => Err("it ended".to_owned()),
            }
        }
        _ => Err(format!("it was not ready after {} seconds", patience.as_secs())),
    }
}

/// Whether the interpreter has ended, and how.
pub(super) fn has_ended(waiting: &Waiting) -> Option<String> {
    let reported = fd::poll(&[waiting.report.as_fd()], Some(Duration::ZERO)).ok()?;
    (reported == [true]).then(|| how_it_ended(waiting))
}

fn how_it_ended(waiting: &Waiting) -> String {
    let mut bytes = [0; record::SIZE];
    let length = socket::receive(waiting.report.as_fd(), &mut bytes).map_or(0, |packet| packet.length);
    match Record::decode(bytes.get(..length).unwrap_or_default()) {
        Some(Record::Failed(failure)) => format!(
            "the step {:?} ({}) failed: {}",
            failure.step.name(),
            failure.index,
            io::Error::from_raw_os_error(failure.errno)
        ),
        _ => "it ended".to_owned(),
    }
}

/// The inside of an interpreter that was started ahead.
#[derive(Debug)]
pub struct Started {
    ends: Ends,
    auxiliary: memory::Auxiliary,
}

impl Started {
    /// Takes over the keeper's sockets.
    ///
    /// # Errors
    /// When there are none: this process was not started ahead.
    pub fn find(auxiliary: memory::Auxiliary) -> Result<Self, memory::Auxiliary> {
        match (fd::inherited(START), fd::inherited(REPORT)) {
            (Ok(start), Ok(report)) => Ok(Self { ends: Ends { report, start }, auxiliary }),
            _ => Err(auxiliary),
        }
    }

    /// Waits for the program, and gives it what the request brings. Returns how long nobody wanted it; ends the process when
    /// nobody does any more.
    #[must_use]
    pub fn wait(self) -> Duration {
        let Self { ends, auxiliary } = self;
        let since = fd::monotonic_us();
        let name = process::name();
        process::set_name(c"runyard-parked");
        if socket::send(ends.start.as_fd(), READY, &[]).is_err() {
            process::exit_now(1);
        }
        let brought = parked::receive(&ends);
        let waited = fd::monotonic_us().saturating_sub(since);
        if let Err(failure) = take(brought, &auxiliary) {
            parked::fail(&ends.report, failure);
        }
        process::set_name(&name);
        if (Record::Started { at_us: fd::monotonic_us() }).send(ends.report.as_fd()).is_err() {
            process::exit_now(127);
        }
        Duration::from_micros(waited)
    }
}

/// Files and streams, in the run's own name.
fn take(brought: Brought, auxiliary: &memory::Auxiliary) -> Result<(), Failure> {
    remove_folders().at(Step::Unpack, 1)?;
    if let Some(archive) = &brought.work {
        program::unpack(archive).at(Step::Unpack, 0)?;
    }
    place(&brought.stdio).at(Step::Descriptors, 1)?;
    let request = &brought.start.request;
    let env: Result<Vec<CString>, _> =
        request.env.iter().map(|(name, value)| CString::new(format!("{name}={value}"))).collect();
    if let Ok(env) = env {
        // A kernel that cannot goes on showing the library among the variables.
        let _ = memory::show(None, &env, auxiliary);
    }
    Ok(())
}

fn place(stdio: &[OwnedFd; 3]) -> io::Result<()> {
    for (number, end) in (0..).zip(stdio) {
        fd::duplicate_to(end.as_fd(), number)?;
    }
    Ok(())
}
