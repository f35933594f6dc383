//! A stage under way: its limits are watched, its end is reported, and nothing of it is left.

use super::keeper::{KeeperError, message};
use super::record::{self, Failure, Record, Step};
use super::space::{Home, Space};
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
/// How long process 1 of a space that was ended from outside takes to follow what it took along.
const GONE_LIMIT: Duration = Duration::from_millis(20);
/// How long a killed stage may take to vanish before the slot is given up.
pub(super) const DEATH_LIMIT: Duration = Duration::from_secs(5);

/// A jail in which a stage has begun.
pub(super) struct Jail {
    /// The main process, our child.
    pub pid: i32,
    pub pidfd: OwnedFd,
    pub report: OwnedFd,
    pub began_at: u64,
    /// Where it runs.
    pub space: Space,
}

/// How a stage ended, and what is left of it.
pub(super) type End = (Result<StageReport, Failure>, Remains);

/// What is left of a jail in which nothing lives any more.
pub(super) struct Remains {
    /// For the next run, where this one left nobody there. Its folders still have to be cleared.
    pub space: Option<Space>,
    /// Of a space that is no more: dropped to take them down, for which nobody need wait.
    pub mounts: Option<OwnedFd>,
}

/// Follows a stage that has begun to its end. `socket` is the server's.
pub(super) fn see_through(
    socket: BorrowedFd<'_>,
    jail: Jail,
    group: &Group,
    limits: StageLimits,
    home: &Home,
) -> Result<End, KeeperError> {
    let mut stage = Stage {
        socket,
        report: jail.report.as_fd(),
        pid: jail.pid,
        program: jail.pidfd.as_fd(),
        group,
        limits,
        forked_at: jail.began_at,
        started_at: None,
        waited: false,
        ended: None,
        failure: None,
        killed: None,
        switches: None,
        hung_up: false,
    };
    let followed = stage.follow();
    stage.count_killed();
    if stage.was_killed_by_nobody_here() && jail.space.is_gone(GONE_LIMIT) {
        // Nobody inside can end process 1. Whoever did took the program along, which is no doing of the program's.
        stage.ended = None;
        stage.failure = Some(Failure { step: Step::Wait, index: 2, errno: 0 });
    }
    // A program that ended and left nobody in its groups leaves process 1 alone.
    let alone = stage.ended.is_some() && group.is_forgotten().is_ok_and(|forgotten| forgotten);
    let remains = match alone && home.delivery.renumbers {
        true => Remains { space: Some(jail.space), mounts: None },
        false => {
            let mounts = jail.space.mounts().ok();
            stage.end(jail.space)?;
            Remains { space: None, mounts }
        }
    };
    followed?;
    if stage.hung_up {
        return Err(KeeperError::Socket(io::ErrorKind::BrokenPipe.into()));
    }
    Ok((stage.outcome(), remains))
}

/// A stage under way.
struct Stage<'a> {
    socket: BorrowedFd<'a>,
    report: BorrowedFd<'a>,
    /// The main process.
    pid: i32,
    program: BorrowedFd<'a>,
    group: &'a Group,
    limits: StageLimits,
    forked_at: u64,
    started_at: Option<u64>,
    /// Whether the main process was waited for, so that its number is nobody's.
    waited: bool,
    ended: Option<(i32, u64)>,
    failure: Option<Failure>,
    killed: Option<(Killed, u64)>,
    switches: Option<Switches>,
    hung_up: bool,
}

impl Stage<'_> {
    /// Returns when the program ended, could not be started, or must be killed.
    fn follow(&mut self) -> Result<(), KeeperError> {
        let mut watch = Watch::new(&self.limits);
        let mut fds = vec![self.program, self.socket];
        fds.extend(self.group.memory_events());
        loop {
            let look = match self.started_at {
                // Nobody waits for the word that it has begun: it is heard when there is something to look at.
                None => watch.first_look(),
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
            // What it has said comes before its end.
            if (self.started_at.is_none() || is_ready(0)) && self.hear()? {
                return Ok(());
            }
            if is_ready(0) {
                self.take_end()?;
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

    /// Takes all that the main process has said about its start; true when it could not become the program.
    fn hear(&mut self) -> Result<bool, KeeperError> {
        loop {
            let mut bytes = [0; record::SIZE];
            let packet = match socket::receive_now(self.report, &mut bytes) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(false),
                other => other.map_err(KeeperError::Socket)?,
            };
            match Record::decode(bytes.get(..packet.length).unwrap_or_default()) {
                Some(Record::Started { at_us }) => self.started_at = Some(at_us),
                Some(Record::Failed(failure)) => {
                    self.failure = Some(failure);
                    return Ok(true);
                }
                // Executing closes its end.
                None if self.started_at.is_some() => return Ok(false),
                None => {
                    // It is gone without a word.
                    self.failure = Some(Failure { step: Step::Setup, index: 2, errno: 0 });
                    return Ok(true);
                }
            }
        }
    }

    /// The program has ended.
    fn take_end(&mut self) -> Result<(), KeeperError> {
        let at = fd::monotonic_us();
        if self.started_at.is_none() {
            self.failure = Some(Failure { step: Step::Setup, index: 2, errno: 0 });
        } else if let Some(status) = self.wait()? {
            self.ended = Some((status, at));
        }
        Ok(())
    }

    /// The wait status of the main process. `None` where it has not ended as far as we may know: then everything is ended.
    fn wait(&mut self) -> Result<Option<i32>, KeeperError> {
        let Some((ended, switches)) =
            process::wait_and_count(self.pid, false).map_err(KeeperError::Socket)?
        else {
            return Ok(None);
        };
        self.waited = true;
        self.switches = Some(switches);
        Ok(Some(ended.status))
    }

    /// Whether the program was killed, and not by us.
    fn was_killed_by_nobody_here(&self) -> bool {
        let status = self.ended.map(|(status, _)| ending_of(status));
        status == Some(Ending::Signaled(libc::SIGKILL)) && self.killed.is_none()
    }

    /// Ends the main process of a stage that must be killed before everything else, so that it can still be counted how often it
    /// was switched away from: of what dies with its space nobody counts that.
    fn count_killed(&mut self) {
        if self.killed.is_some() && self.started_at.is_some() {
            let _ = process::signal(self.program, libc::SIGKILL);
            if fd::poll(&[self.program], Some(COUNT_LIMIT)).is_ok_and(|ready| ready == [true]) {
                let _ = self.wait();
            }
        }
    }

    /// Kills whatever is left and waits until nothing is.
    fn end(&mut self, space: Space) -> Result<(), KeeperError> {
        let program = (!self.waited).then_some(self.program);
        // The end of process 1 takes everything along. Where that does not come to an end, the group may know more.
        space.kill();
        let gone = |process| fd::poll(&[process], Some(DEATH_LIMIT)).is_ok_and(|ready| ready == [true]);
        if !program.into_iter().all(gone) {
            let _ = self.group.kill();
        }
        if let Some(status) =
            space.end(program.map(|pidfd| (self.pid, pidfd))).map_err(|_| KeeperError::Stuck)?
            && self.killed.is_none()
            && self.ended.is_none()
        {
            self.ended = Some((status, fd::monotonic_us()));
        }
        // The namespace took every process along; the group says whether that is true.
        cgroup::kill_and_wait(self.group).map_err(|_| KeeperError::Stuck)
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
                    if self.started_at.is_some() && (1..=64).contains(&number) {
                        // It may have ended just now.
                        let _ = process::signal_group(self.program, number);
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
