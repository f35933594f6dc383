//! The supervisor: root, one thread, starts and restarts launcher and server, and does nothing else.
//!
//! - The server ends unexpectedly: the launcher is ended too (its jails have nobody left to talk to), then both are
//!   started again. The listening socket stays open meanwhile.
//! - The launcher ends unexpectedly: a new one is started and handed to the running server.
//! - SIGTERM or SIGINT: the server drains and ends, then the launcher ends.
//! - The supervisor is killed: both die with it, and the jails with the launcher.

use super::handover;
use super::server::Server;
use crate::print;
use anyhow::{Context, bail};
use runyard_launcher_client::LauncherProcess;
use runyard_sandbox::config::LauncherConfig;
use runyard_sandbox::sys::process::{self, Forked, fork_into};
use runyard_sandbox::sys::{fd, socket};
use std::os::fd::{AsFd, OwnedFd};
use std::process::ExitCode;
use std::time::Duration;

/// As many unexpected ends within [`RAPID`] mean that restarting at once does not help.
const MOST_RAPID_ENDS: usize = 10;
const RAPID: Duration = Duration::from_secs(30);
/// How long a server that keeps ending is left alone. Giving up would make an outage of minutes one for good.
const PAUSE: Duration = Duration::from_secs(10);
/// What a stopping server gets beyond its own grace before it is killed.
const STOP_MARGIN: Duration = Duration::from_secs(5);

/// A child, by pid and by descriptor.
struct Child {
    pid: i32,
    pidfd: OwnedFd,
}

struct Supervisor<'a> {
    launcher_config: &'a LauncherConfig,
    server: &'a Server,
    /// When children ended unexpectedly, in microseconds of the monotonic clock.
    ends: Vec<u64>,
}

/// Supervises until told to stop.
pub(super) fn supervise(launcher_config: &LauncherConfig, server: &Server) -> anyhow::Result<ExitCode> {
    let signals = process::signal_descriptor(&[libc::SIGTERM, libc::SIGINT, libc::SIGHUP])
        .context("listen for signals")?;
    let mut supervisor = Supervisor { launcher_config, server, ends: Vec::new() };
    loop {
        if let Some(code) = supervisor.one_server(&signals)? {
            return Ok(code);
        }
        if supervisor.ends.len() > MOST_RAPID_ENDS {
            let (ends, seconds) = (supervisor.ends.len(), PAUSE.as_secs());
            print::note(&format!("runyard: the server ended {ends} times in a row; waiting {seconds} s"));
            if fd::poll(&[signals.as_fd()], Some(PAUSE)).context("wait")? == [true] {
                return Ok(ExitCode::FAILURE);
            }
        }
    }
}

impl Supervisor<'_> {
    /// From starting both to the server's end; an exit code when it was the end of everything.
    fn one_server(&mut self, signals: &OwnedFd) -> anyhow::Result<Option<ExitCode>> {
        let (ours, theirs) = socket::packet_pair().context("make the hand-over socket")?;
        let server = self.start_server(theirs, &ours)?;
        let mut launcher = self.start_launcher(&ours)?;
        loop {
            let ready = fd::poll(&[signals.as_fd(), server.pidfd.as_fd(), launcher.pidfd.as_fd()], None)
                .context("wait for children")?;
            if ready.first() == Some(&true) && process::next_signal(signals.as_fd()).is_some() {
                return self.stop(&server, launcher).map(Some);
            }
            if ready.get(1) == Some(&true) {
                let ended = process::wait(server.pid, true).context("wait for the server")?;
                drop(ours);
                end(&launcher);
                // A server that ends by itself has said why: starting it again would say it again.
                if let Some(code) = ended.and_then(process::Waited::exit_code) {
                    return Ok(Some(ExitCode::from(u8::try_from(code).unwrap_or(1))));
                }
                self.count_end("server", ended);
                return Ok(None);
            }
            if ready.get(2) == Some(&true) {
                let ended = process::wait(launcher.pid, true).context("wait for the launcher")?;
                self.count_end("launcher", ended);
                // It says why, and the reason is the machine's: without jails there is nothing to serve.
                if self.ends.len() > MOST_RAPID_ENDS {
                    bail!(
                        "keep the launcher running: it ended {} times within {} s",
                        self.ends.len(),
                        RAPID.as_secs()
                    );
                }
                launcher = self.start_launcher(&ours)?;
            }
        }
    }

    fn count_end(&mut self, who: &str, ended: Option<process::Waited>) {
        let how = ended.map_or_else(
            || "in an unknown way".to_owned(),
            |ended| match (ended.exit_code(), ended.signal()) {
                (Some(code), _) => format!("with exit code {code}"),
                (None, signal) => format!("by signal {}", signal.unwrap_or(0)),
            },
        );
        print::note(&format!("runyard: the {who} ended {how}; starting it again"));
        let now = fd::monotonic_us();
        let rapid = u64::try_from(RAPID.as_micros()).unwrap_or(u64::MAX);
        self.ends.retain(|at| now.saturating_sub(*at) < rapid);
        self.ends.push(now);
    }

    fn start_launcher(&self, server: &OwnedFd) -> anyhow::Result<Child> {
        let (started, control) = LauncherProcess::spawn(self.launcher_config)?;
        match handover::send(server, &control) {
            // The server ended just now: the next look at it starts both again.
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
            other => other.context("hand the launcher over")?,
        }
        Ok(Child { pid: started.pid, pidfd: started.pidfd })
    }

    fn start_server(&self, handover: OwnedFd, ours: &OwnedFd) -> anyhow::Result<Child> {
        let supervisor = process::own_pid();
        match fork_into(0).context("fork the server")? {
            Forked::Parent { pid, pidfd } => Ok(Child { pid, pidfd }),
            Forked::Child => {
                // Our end must close when the supervisor ends, not when this process does.
                let number = std::os::fd::AsRawFd::as_raw_fd(ours).cast_unsigned();
                let _ = fd::close_range(number, number);
                let run = std::panic::AssertUnwindSafe(|| self.server.run(supervisor, handover));
                match std::panic::catch_unwind(run) {
                    Ok(Ok(())) => process::exit_now(0),
                    Ok(Err(error)) => {
                        print::error(&error);
                        process::exit_now(1)
                    }
                    // A defect of ours: ending by a signal is what gets the server started again.
                    Err(_) => std::process::abort(),
                }
            }
        }
    }

    fn stop(&self, server: &Child, launcher: Child) -> anyhow::Result<ExitCode> {
        let _ = process::signal(server.pidfd.as_fd(), libc::SIGTERM);
        let patience = self.server.config.server.shutdown_grace + STOP_MARGIN;
        let in_time = fd::poll(&[server.pidfd.as_fd()], Some(patience)).context("wait for the server")?;
        if in_time != [true] {
            print::note("runyard: the server did not drain in time; ending it");
            let _ = process::signal(server.pidfd.as_fd(), libc::SIGKILL);
        }
        let ended = process::wait(server.pid, true).context("wait for the server")?;
        end(&launcher);
        Ok(match ended.and_then(process::Waited::exit_code) {
            Some(0) => ExitCode::SUCCESS,
            _ => ExitCode::FAILURE,
        })
    }
}

/// Ends a launcher and waits: it removes its groups on SIGTERM; if it cannot, the next one does.
fn end(launcher: &Child) {
    let _ = process::signal(launcher.pidfd.as_fd(), libc::SIGTERM);
    if fd::poll(&[launcher.pidfd.as_fd()], Some(STOP_MARGIN)).is_ok_and(|ready| ready != [true]) {
        let _ = process::signal(launcher.pidfd.as_fd(), libc::SIGKILL);
    }
    let _ = process::wait(launcher.pid, true);
}
