//! A stage under way: its limits are watched, its end is reported, and nothing of it is left.

use super::keeper::{KeeperError, message};
use super::record::{self, Failure, Record, Step};
use super::watch::{Change, Watch};
use crate::cgroup::{self, Group, Usage};
use crate::protocol::{Ending, FromSlot, Killed, StageLimits, StageReport, Switches, ToSlot};
use crate::sys::{fd, process, socket};
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

/// Set-up takes a millisecond; one that takes this long is stuck.
const SETUP_LIMIT: Duration = Duration::from_secs(10);
/// How long the main process of a killed stage may take to be counted before the rest is killed too.
const COUNT_LIMIT: Duration = Duration::from_millis(50);
/// How long a killed stage may take to vanish before the slot is given up.
const DEATH_LIMIT: Duration = Duration::from_secs(5);

/// A jail in which a stage has begun.
pub(super) struct Jail {
    /// Its init, our child.
    pub pid: i32,
    pub pidfd: OwnedFd,
    pub report: OwnedFd,
    pub began_at: u64,
    /// Its mounts: taking them down takes longer than anything else at the end of a run, and nobody need wait for it.
    pub mounts: Option<OwnedFd>,
}

/// How a stage ended, and what has to be cleared before the next.
pub(super) type End = (Result<StageReport, Failure>, Remains);

/// What is left of a jail in which nothing lives any more: nobody need wait until it is cleared.
pub(super) struct Remains {
    /// The init, where it was seen off already.
    init: Option<(i32, OwnedFd)>,
    /// Dropped to take them down.
    _mounts: Option<OwnedFd>,
}

impl Remains {
    /// Returns when nothing is left.
    pub(super) fn clear(self) -> Result<(), KeeperError> {
        match &self.init {
            Some((pid, pidfd)) if !gone_within(pidfd, DEATH_LIMIT)? => {
                let _ = process::signal(pidfd.as_fd(), libc::SIGKILL);
                if gone_within(pidfd, DEATH_LIMIT)? { reap(*pid) } else { Err(KeeperError::Stuck) }
            }
            Some((pid, _)) => reap(*pid),
            None => Ok(()),
        }
    }
}

/// Follows a stage that has begun to its end. `socket` is the server's.
pub(super) fn see_through(
    socket: BorrowedFd<'_>,
    jail: Jail,
    group: &Group,
    limits: StageLimits,
) -> Result<End, KeeperError> {
    let mut stage = Stage {
        socket,
        report: jail.report.as_fd(),
        group,
        limits,
        forked_at: jail.began_at,
        started_at: None,
        ended: None,
        failure: None,
        killed: None,
        switches: None,
        program: None,
        hung_up: false,
    };
    let followed = stage.follow();
    stage.count_killed();
    // A program that ended and left nobody in its groups: only init lives, which is ours, has said its last word and ends by
    // itself. The rest is what the kernel has to do to forget a namespace.
    let alone = stage.ended.is_some() && group.is_empty().is_ok_and(|empty| empty);
    if !alone {
        end(jail.pid, &jail.pidfd, &stage, group)?;
    }
    followed?;
    if stage.hung_up {
        return Err(KeeperError::Socket(io::ErrorKind::BrokenPipe.into()));
    }
    let outcome = stage.outcome();
    Ok((outcome, Remains { init: alone.then_some((jail.pid, jail.pidfd)), _mounts: jail.mounts }))
}

/// Kills whatever is left and waits until nothing is.
fn end(pid: i32, pidfd: &OwnedFd, stage: &Stage<'_>, group: &Group) -> Result<(), KeeperError> {
    if stage.ended.is_none() {
        // Killing process 1 kills its whole PID namespace; it becomes waitable only after all others are gone.
        let _ = process::signal(pidfd.as_fd(), libc::SIGKILL);
    }
    if !gone_within(pidfd, DEATH_LIMIT)? {
        let _ = group.kill();
        if !gone_within(pidfd, DEATH_LIMIT)? {
            return Err(KeeperError::Stuck);
        }
    }
    reap(pid)?;
    // The namespace took every process along; the group says whether that is true.
    cgroup::kill_and_wait(group).map_err(|_| KeeperError::Stuck)
}

fn gone_within(pidfd: &OwnedFd, patience: Duration) -> Result<bool, KeeperError> {
    Ok(fd::poll(&[pidfd.as_fd()], Some(patience)).map_err(KeeperError::Socket)?.contains(&true))
}

fn reap(pid: i32) -> Result<(), KeeperError> {
    process::wait(pid, true).map(drop).map_err(KeeperError::Socket)
}

/// A stage under way.
struct Stage<'a> {
    socket: BorrowedFd<'a>,
    report: BorrowedFd<'a>,
    group: &'a Group,
    limits: StageLimits,
    forked_at: u64,
    started_at: Option<u64>,
    ended: Option<(i32, u64)>,
    failure: Option<Failure>,
    killed: Option<(Killed, u64)>,
    switches: Option<Switches>,
    program: Option<OwnedFd>,
    hung_up: bool,
}

impl Stage<'_> {
    /// Returns when the program ended, could not be started, or must be killed.
    fn follow(&mut self) -> Result<(), KeeperError> {
        let mut watch = Watch::new(&self.limits);
        let mut fds = vec![self.report, self.socket];
        fds.extend(self.group.memory_events());
        loop {
            let look = match self.started_at {
                None => SETUP_LIMIT.saturating_sub(since(self.forked_at)),
                Some(started) => {
                    let cpu = self.group.cpu_used().unwrap_or(Duration::MAX);
                    let elapsed = since(started);
                    if let Some(killed) = watch.limit_reached(elapsed, cpu) {
                        self.kill(killed);
                        return Ok(());
                    }
                    match watch.sample(elapsed, cpu) {
                        Some(Change::Idle) => self.hint(&FromSlot::Idle),
                        Some(Change::Busy) => self.hint(&FromSlot::Busy),
                        None => {}
                    }
                    watch.next_look(elapsed, cpu)
                }
            };
            let ready = fd::poll(&fds, Some(look)).map_err(KeeperError::Socket)?;
            let is_ready = |index: usize| ready.get(index).copied().unwrap_or(false);
            if is_ready(0) && self.take_record()? {
                return Ok(());
            }
            if is_ready(1) && self.take_message() {
                return Ok(());
            }
            if is_ready(2) && self.group.memory_events().is_some_and(fd::drain_eventfd) {
                self.kill(Killed::Memory);
                return Ok(());
            }
            if self.started_at.is_none() && since(self.forked_at) >= SETUP_LIMIT {
                self.failure = Some(Failure { step: Step::Setup, index: 1, errno: libc::ETIMEDOUT });
                return Ok(());
            }
        }
    }

    fn kill(&mut self, why: Killed) {
        self.killed = Some((why, fd::monotonic_us()));
    }

    /// Takes one record; true when it is the last.
    fn take_record(&mut self) -> Result<bool, KeeperError> {
        let mut bytes = [0; record::SIZE];
        let packet = socket::receive(self.report, &mut bytes).map_err(KeeperError::Socket)?;
        match Record::decode(bytes.get(..packet.length).unwrap_or_default()) {
            Some(Record::Started { at_us }) => {
                self.started_at = Some(at_us);
                // The sender waits in exec or is already the program: in either case its pid is still its own.
                self.program = packet.sender.and_then(|pid| process::open_pid(pid).ok());
                self.tell(&FromSlot::Started)?;
                Ok(false)
            }
            Some(Record::Ended { status, at_us, switches }) => {
                self.ended = Some((status, at_us));
                self.switches = Some(switches);
                Ok(true)
            }
            Some(Record::Failed(failure)) => {
                self.failure = Some(failure);
                Ok(true)
            }
            None => {
                // Init is gone without a word.
                self.failure = Some(Failure { step: Step::Setup, index: 2, errno: 0 });
                Ok(true)
            }
        }
    }

    /// Ends the main process of a stage that must be killed, so that init can still count it: what dies with init is not
    /// counted by anybody.
    fn count_killed(&mut self) {
        let (Some(_), Some(program)) = (self.killed, &self.program) else { return };
        let _ = process::signal(program.as_fd(), libc::SIGKILL);
        let mut bytes = [0; record::SIZE];
        let told = fd::poll(&[self.report], Some(COUNT_LIMIT)).is_ok_and(|ready| ready == [true]);
        if let Some(packet) = told.then(|| socket::receive(self.report, &mut bytes)).and_then(Result::ok)
            && let Some(Record::Ended { switches, .. }) =
                Record::decode(bytes.get(..packet.length).unwrap_or_default())
        {
            self.switches = Some(switches);
        }
    }

    /// Takes one message of the server; true when the stage must end.
    fn take_message(&mut self) -> bool {
        // Nothing longer than a signal is allowed while a stage runs.
        let mut buffer = [0; 256];
        match socket::receive(self.socket, &mut buffer) {
            Ok(packet) if packet.length > 0 => match message(&buffer, &packet) {
                Some(ToSlot::Kill) => {
                    self.kill(Killed::Requested);
                    true
                }
                Some(ToSlot::Signal { number }) => {
                    if let Some(program) = self.program.as_ref().filter(|_| (1..=64).contains(&number)) {
                        // It may have ended just now.
                        let _ = process::signal_group(program.as_fd(), number);
                    }
                    false
                }
                _ => {
                    self.hung_up = true;
                    true
                }
            },
            _ => {
                self.hung_up = true;
                true
            }
        }
    }

    fn tell(&self, message: &FromSlot) -> Result<(), KeeperError> {
        let bytes = serde_json::to_vec(message).map_err(|error| KeeperError::Socket(error.into()))?;
        match socket::send(self.socket, &bytes, &[]) {
            // The server went away: the next look at the socket ends the stage.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(KeeperError::Socket),
        }
    }

    /// Says what is only good to know. A server that does not listen must not keep us from watching the limits.
    fn hint(&self, message: &FromSlot) {
        if let Ok(bytes) = serde_json::to_vec(message) {
            let _ = socket::send_now(self.socket, &bytes);
        }
    }

    /// After everything ended: what to report.
    fn outcome(&self) -> Result<StageReport, Failure> {
        // A counter that cannot be read is our failure, not a free run.
        let Ok(usage) = self.group.usage() else {
            return Err(Failure { step: Step::Wait, index: 1, errno: 0 });
        };
        let out_of_memory = usage.out_of_memory_kills > 0 || matches!(self.killed, Some((Killed::Memory, _)));
        match self.failure {
            // Memory can run out while the files are unpacked: that is a result, not a fault.
            _ if out_of_memory => Ok(self.report(usage, Some(Killed::Memory))),
            Some(failure) => Err(failure),
            None => Ok(self.report(usage, self.killed.map(|(why, _)| why))),
        }
    }

    fn report(&self, usage: Usage, killed: Option<Killed>) -> StageReport {
        let started = self.started_at.unwrap_or(self.forked_at);
        let (ending, ended_at) = match (self.ended, self.killed) {
            (Some((status, at)), _) => (ending_of(status), at),
            (None, Some((_, at))) => (Ending::Signaled(libc::SIGKILL), at),
            (None, None) => (Ending::Signaled(libc::SIGKILL), fd::monotonic_us()),
        };
        StageReport {
            ending,
            killed,
            wall_time_us: ended_at.saturating_sub(started),
            cpu_time_us: u64::try_from(usage.cpu.as_micros()).unwrap_or(u64::MAX),
            memory_bytes: usage.memory_peak_bytes,
            processes_hit: usage.forks_refused > 0,
            throttled_us: u64::try_from(usage.throttled.as_micros()).unwrap_or(u64::MAX),
            switches: self.switches,
        }
    }
}

fn since(start_us: u64) -> Duration {
    Duration::from_micros(fd::monotonic_us().saturating_sub(start_us))
}

fn ending_of(status: i32) -> Ending {
    let waited = process::Waited { pid: 0, status };
    match (waited.exit_code(), waited.signal()) {
        (Some(code), _) => Ending::Exited(code),
        (None, signal) => Ending::Signaled(signal.unwrap_or(libc::SIGKILL)),
    }
}
