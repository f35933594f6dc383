//! Compilers that stay: started once, then asked with the files of one program after another.
//!
//! Some compilers take most of a second until they have started and warmed up, and a few hundredths of one for a small program after that.
//! A process of such a compiler stays in a jail of its own, confined like every compile stage, and the keeper speaks with it
//! by pipes: words and files in, messages and files out. It executes nothing of those files.
//!
//! What it answers counts only where it came to an end of its own within all limits. In every other case it is ended, and the stage is
//! executed as if there had been none: how compilers fail, and which limit they meet, is said by them alone.

use super::parked::Ahead;
use super::prepared::{Filters, Place, Side, fork_parked};
use super::program::{self, Program};
use super::space::{Home, Space};
use super::warm::WarmError;
use crate::archive;
use crate::cgroup::{self, CgroupError, PooledGroup, Usage};
use crate::config::WarmInterpreter;
use crate::protocol::{Ending, StageLimits, StageReport, StageRequest, WorkTree};
use crate::sys::fd;
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::os::unix::fs::FileExt;
use std::time::Duration;

/// A variable of compilers that stay, for who looks at processes from outside.
const MARK: (&str, &str) = ("RUNYARD_RESIDENT", "1");
/// What the compiler says when it is ready.
const READY: u8 = b'R';
/// Small programs take hundredths of a second. What takes this long is not for a compiler that others wait for.
const PATIENCE: Duration = Duration::from_secs(5);
/// Whoever asks for messages reads them; who does not for so long gets no more of them.
const READER_PATIENCE: Duration = Duration::from_secs(5);
/// Larger programs are compiled by a compiler of their own.
const MOST_SOURCE_BYTES: u64 = 1 << 20;
/// No answer is longer, whatever the compiler says.
const MOST_ANSWER_BYTES: usize = 64 << 20;
/// A compiler that failed this often before it was ready is not started again.
const MOST_FAILURES: u32 = 3;
/// After so many programs another one takes its place: nothing it might gather grows for ever.
const MOST_PROGRAMS: u32 = 1000;

/// One compiler of a slot.
#[derive(Debug)]
pub(super) struct Resident {
    spec: WarmInterpreter,
    group: PooledGroup,
    /// Whether a program was compiled here that it could have compiled.
    wanted: bool,
    space: Option<Space>,
    compiler: Option<Compiler>,
    failures: u32,
}

/// Its process.
#[derive(Debug)]
struct Compiler {
    /// Our child.
    pid: i32,
    pidfd: OwnedFd,
    to: File,
    from: File,
    /// Kept open: it says that it begins, and ends where nobody hears it.
    _report: OwnedFd,
    is_ready: bool,
    programs: u32,
}

/// What a compiler made of a program.
#[derive(Debug)]
pub(super) struct Compiled {
    pub report: StageReport,
    pub messages: Vec<u8>,
    /// The work folder afterwards.
    pub work: OwnedFd,
}

/// What it says.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    exit_code: i32,
    messages: Vec<u8>,
    /// The files it made, as an archive.
    made: Vec<u8>,
}

impl Resident {
    pub(super) fn new(spec: WarmInterpreter, group: PooledGroup) -> Self {
        Self { spec, group, wanted: false, space: None, compiler: None, failures: 0 }
    }

    /// Whether this stage could be the compiler's. Times may be others than those it was started for: they are looked at in the end.
    pub(super) fn suits(&self, request: &StageRequest) -> bool {
        let StageLimits { wall_time_us, cpu_time_us, .. } = request.limits;
        request.compile
            && request.keep_work
            && !request.terminal
            && request.work == WorkTree::Fresh
            && request.warm.contains(&self.spec.name)
            && request.env == self.spec.env
            && request.limits == StageLimits { wall_time_us, cpu_time_us, ..self.spec.limits }
    }

    /// Starts the compiler where it is wanted and not there. It gets ready by itself.
    pub(super) fn refill(
        &mut self,
        home: &Home,
        ahead: Ahead,
        filters: Filters<'_>,
    ) -> Result<(), WarmError> {
        if self.compiler.as_ref().is_some_and(Compiler::has_ended) {
            let was_ready = self.compiler.as_ref().is_some_and(|compiler| compiler.is_ready);
            self.end().map_err(|source| WarmError::Group { name: self.spec.name.clone(), source })?;
            if !was_ready {
                self.failures += 1;
                return Err(WarmError::NotReady { name: self.spec.name.clone(), why: "it ended".to_owned() });
            }
        }
        if !self.wanted || self.compiler.is_some() || self.failures >= MOST_FAILURES {
            return Ok(());
        }
        let Self { spec, group, space, .. } = self;
        let name = || spec.name.clone();
        group.limit(&spec.limits).map_err(|source| WarmError::Group { name: name(), source })?;
        let mut place = Place { space, home, group: group.group() };
        match start(spec, &mut place, ahead, filters) {
            Ok(compiler) => {
                self.compiler = Some(compiler);
                Ok(())
            }
            Err(source) => {
                self.failures += 1;
                Err(WarmError::Start { name: name(), source })
            }
        }
    }

    /// Has the compiler compile a program. `None` when the stage has to be executed. What the server says meanwhile is left for
    /// the stage to hear.
    ///
    /// # Errors
    /// When a compiler that has to be ended cannot be.
    pub(super) fn compile(
        &mut self,
        request: &StageRequest,
        sources: &OwnedFd,
        server: BorrowedFd<'_>,
    ) -> Result<Option<Compiled>, CgroupError> {
        self.wanted = true;
        let Some(sources) = read_small(sources) else { return Ok(None) };
        let Some(compiler) = self.compiler.as_mut() else { return Ok(None) };
        if !compiler.becomes_ready() {
            // One that is not there yet comes; who waits for it is not served sooner.
            return Ok(None);
        }
        let began_at = fd::monotonic_us();
        let patience = Duration::from_micros(request.limits.wall_time_us).min(PATIENCE);
        let answer = match self.group.prepare_around(&request.limits) {
            Ok(()) => compiler.ask(request, &sources, server, patience),
            Err(_) => None,
        };
        let wall_time_us = fd::monotonic_us().saturating_sub(began_at);
        let usage = self.group.group().usage();
        let is_worn = compiler.programs >= MOST_PROGRAMS;
        let compiled = answer.zip(usage.ok()).and_then(|(answer, usage)| {
            let report = report(answer.exit_code, wall_time_us, &usage, &request.limits)?;
            let work = fd::sealed_memfd(c"program", &[sources, answer.made].concat()).ok()?;
            Some(Compiled { report, messages: answer.messages, work })
        });
        if compiled.is_none() || is_worn {
            self.end()?;
        }
        Ok(compiled)
    }

    fn end(&mut self) -> Result<(), CgroupError> {
        let compiler = self.compiler.take();
        if let Some(space) = self.space.take() {
            space
                .end(compiler.as_ref().map(|compiler| (compiler.pid, compiler.pidfd.as_fd())))
                .map_err(|_| CgroupError::StillPopulated)?;
        }
        cgroup::kill_and_wait(self.group.group())
    }
}

/// Where a compiler ended by itself and within all limits.
fn report(exit_code: i32, wall_time_us: u64, usage: &Usage, limits: &StageLimits) -> Option<StageReport> {
    let cpu_time_us = u64::try_from(usage.cpu.as_micros()).unwrap_or(u64::MAX);
    let within = wall_time_us <= limits.wall_time_us
        && cpu_time_us <= limits.cpu_time_us
        && usage.out_of_memory_kills == 0
        && usage.forks_refused == 0;
    // 0 and 1: compiled, or mistakes in the program. All others are about the compiler itself.
    (within && (0..=1).contains(&exit_code)).then(|| StageReport {
        ending: Ending::Exited(exit_code),
        killed: None,
        wall_time_us,
        cpu_time_us,
        memory_bytes: usage.memory_peak_bytes,
        processes_hit: false,
        throttled_us: u64::try_from(usage.throttled.as_micros()).unwrap_or(u64::MAX),
        switches: None,
    })
}

fn start(
    spec: &WarmInterpreter,
    place: &mut Place<'_>,
    ahead: Ahead,
    filters: Filters<'_>,
) -> io::Result<Compiler> {
    let ahead = Ahead { work_bytes: spec.limits.work_bytes, core: None, ..ahead };
    let (stdin, to) = fd::pipe()?;
    let (from, stdout) = fd::pipe()?;
    fd::set_nonblocking(to.as_fd())?;
    fd::set_nonblocking(from.as_fd())?;
    let nothing = File::options().write(true).open("/dev/null")?;
    let mut packed = Vec::new();
    if let Some((name, content)) = &spec.file {
        archive::append(&mut packed, name, content.as_bytes())
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
    }
    let packed = fd::sealed_memfd(c"compiler", &packed)?;
    let stdio = [stdin, stdout, nothing.into()];
    let keep = [&stdio[0], &stdio[1], &stdio[2], &packed].map(AsRawFd::as_raw_fd);
    let program = Program::new(&like(spec), stdio, Some(packed), ahead.uid, ahead.landlock_version)?;
    match fork_parked(place, &ahead, &keep)? {
        Side::Keeper(waiting) => Ok(Compiler {
            pid: waiting.pid,
            pidfd: waiting.pidfd,
            to: to.into(),
            from: from.into(),
            _report: waiting.report,
            is_ready: false,
            programs: 0,
        }),
        Side::Program(ends) => program::execute(&program, filters.free, ends.report.as_fd()),
    }
}

fn like(spec: &WarmInterpreter) -> StageRequest {
    let mark = (MARK.0.to_owned(), MARK.1.to_owned());
    StageRequest {
        compile: true,
        argv: spec.argv.clone(),
        env: spec.env.iter().cloned().chain([mark]).collect(),
        work: WorkTree::Fresh,
        keep_work: false,
        terminal: false,
        warm: Vec::new(),
        limits: spec.limits,
    }
}

/// The content of an archive, unless it is large.
fn read_small(archive: &OwnedFd) -> Option<Vec<u8>> {
    let file = File::from(archive.try_clone().ok()?);
    let length = file.metadata().ok()?.len();
    let mut content = vec![0; usize::try_from(length).ok().filter(|_| length <= MOST_SOURCE_BYTES)?];
    // From its start, whatever the shared offset is.
    file.read_exact_at(&mut content, 0).ok()?;
    Some(content)
}

impl Compiler {
    fn has_ended(&self) -> bool {
        fd::poll(&[self.pidfd.as_fd()], Some(Duration::ZERO)).is_ok_and(|ready| ready == [true])
    }

    /// Whether it has said that it is ready.
    fn becomes_ready(&mut self) -> bool {
        let mut said = [0; 2];
        if !self.is_ready {
            self.is_ready = matches!(self.from.read(&mut said), Ok(1)) && said[0] == READY;
        }
        self.is_ready
    }

    fn ask(
        &mut self,
        request: &StageRequest,
        sources: &[u8],
        server: BorrowedFd<'_>,
        patience: Duration,
    ) -> Option<Answer> {
        let deadline = fd::monotonic_us().saturating_add(u64::try_from(patience.as_micros()).ok()?);
        self.programs += 1;
        write_all(&self.to, &question(&request.argv, sources)?, deadline).ok()?;
        let mut said = Vec::new();
        let mut buffer = vec![0; 64 << 10];
        loop {
            let left = Duration::from_micros(deadline.checked_sub(fd::monotonic_us())?);
            let watched = [self.from.as_fd(), self.pidfd.as_fd(), server];
            match fd::poll(&watched, Some(left)).ok()?[..] {
                // A caller who cancels, or is gone.
                [_, _, true] => return None,
                [true, ..] => {}
                [_, true, _] => return None,
                _ => continue,
            }
            let length = self.from.read(&mut buffer).ok().filter(|length| *length > 0)?;
            said.extend_from_slice(buffer.get(..length)?);
            match Answer::read(&said) {
                Progress::Whole(answer) => return Some(answer),
                Progress::Part if said.len() <= MOST_ANSWER_BYTES => {}
                Progress::Part | Progress::Wrong => return None,
            }
        }
    }
}

/// Numbers are 32 bits, the highest byte first: how many words, each after its length; then the files.
fn question(words: &[String], sources: &[u8]) -> Option<Vec<u8>> {
    let number = |number: usize| Some(u32::try_from(number).ok()?.to_be_bytes());
    let mut bytes = number(words.len())?.to_vec();
    for part in words.iter().map(String::as_bytes).chain([sources]) {
        bytes.extend_from_slice(&number(part.len())?);
        bytes.extend_from_slice(part);
    }
    Some(bytes)
}

/// How far an answer has come.
#[derive(Debug, PartialEq, Eq)]
enum Progress {
    Whole(Answer),
    Part,
    /// It is longer than it says.
    Wrong,
}

impl Answer {
    /// The exit code; the length of the messages, and they; the length of the files, and they.
    fn read(said: &[u8]) -> Progress {
        let read = || {
            let (exit_code, rest) = said.split_first_chunk::<4>()?;
            let (messages, rest) = part(rest)?;
            let (made, rest) = part(rest)?;
            let exit_code = i32::from_be_bytes(*exit_code);
            Some((Self { exit_code, messages: messages.to_vec(), made: made.to_vec() }, rest))
        };
        match read() {
            Some((answer, [])) => Progress::Whole(answer),
            Some(_) => Progress::Wrong,
            None => Progress::Part,
        }
    }
}

fn part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}

/// Writes to a pipe that must not make anybody wait for longer than this.
fn write_all(mut to: &File, mut bytes: &[u8], deadline: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        match to.write(bytes) {
            Ok(length) => bytes = bytes.get(length..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                let left = deadline.checked_sub(fd::monotonic_us()).ok_or(io::ErrorKind::TimedOut)?;
                fd::wait_writable(to.as_fd(), Duration::from_micros(left))?;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Hands a compiler's messages to whoever reads its stream. What nobody reads is nobody's loss.
pub(super) fn pass_on(messages: &[u8], stream: OwnedFd) {
    let patience = u64::try_from(READER_PATIENCE.as_micros()).unwrap_or(u64::MAX);
    if fd::set_nonblocking(stream.as_fd()).is_ok() {
        let _ = write_all(&File::from(stream), messages, fd::monotonic_us().saturating_add(patience));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(exit_code: i32, messages: &[u8], made: &[u8]) -> Vec<u8> {
        let mut bytes = exit_code.to_be_bytes().to_vec();
        for part in [messages, made] {
            bytes.extend_from_slice(&u32::try_from(part.len()).unwrap().to_be_bytes());
            bytes.extend_from_slice(part);
        }
        bytes
    }

    #[test]
    fn an_answer_is_whole_at_its_last_byte_and_at_no_other() {
        let bytes = said(1, b"Main.java:1: error", &[0, 255]);
        for length in 0..bytes.len() {
            assert_eq!(Answer::read(&bytes[..length]), Progress::Part, "{length}");
        }
        let answer = Answer { exit_code: 1, messages: b"Main.java:1: error".to_vec(), made: vec![0, 255] };
        assert_eq!(Answer::read(&bytes), Progress::Whole(answer));
        assert_eq!(Answer::read(&[bytes, vec![0]].concat()), Progress::Wrong);
    }

    #[test]
    fn a_question_says_how_long_each_part_is() {
        let words = ["javac".to_owned(), "é".to_owned()];
        let bytes = question(&words, b"files").unwrap();
        assert_eq!(bytes, b"\0\0\0\x02\0\0\0\x05javac\0\0\0\x02\xc3\xa9\0\0\0\x05files");
    }

    #[test]
    fn only_a_compilers_own_end_within_all_limits_counts() {
        let limits = StageLimits {
            wall_time_us: 100,
            cpu_time_us: 100,
            cpu_millicores: 1000,
            memory_bytes: 1 << 20,
            processes: 1,
            work_bytes: 1,
        };
        let usage = Usage { cpu: Duration::from_micros(100), ..Usage::default() };
        assert!(report(0, 100, &usage, &limits).is_some());
        assert!(report(1, 100, &usage, &limits).is_some());
        for exit_code in [-1, 2, 3, 4] {
            assert!(report(exit_code, 100, &usage, &limits).is_none(), "{exit_code}");
        }
        assert!(report(0, 101, &usage, &limits).is_none());
        assert!(report(0, 1, &Usage { cpu: Duration::from_micros(101), ..usage }, &limits).is_none());
        assert!(report(0, 1, &Usage { out_of_memory_kills: 1, ..usage }, &limits).is_none());
        assert!(report(0, 1, &Usage { forks_refused: 1, ..usage }, &limits).is_none());
    }
}
