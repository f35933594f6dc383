//! Starting a launcher: a sealed copy of its executable, its configuration, its control socket.

use runyard_sandbox::config::LauncherConfig;
use runyard_sandbox::sys::process::{self, ExecStrings, Forked, Waited, fork_into};
use runyard_sandbox::sys::{fd, socket};
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::time::Duration;

/// The launcher could not be started.
#[derive(Debug, thiserror::Error)]
#[error("start the launcher: {step}")]
pub struct SpawnError {
    step: &'static str,
    #[source]
    source: io::Error,
}

/// A launcher's process. Dropping this does not end it: closing its control socket does. Our death does too, unless we have
/// given up root by then; the control socket closes in either case.
#[derive(Debug)]
pub struct LauncherProcess {
    /// Its process id.
    pub pid: i32,
    /// Becomes readable when it ends.
    pub pidfd: OwnedFd,
}

impl LauncherProcess {
    /// Starts a launcher and gives it with our end of its control socket.
    ///
    /// The calling process must have one thread only: the child is a plain fork until it executes.
    ///
    /// # Errors
    /// Names the step that failed. What the launcher itself finds wrong is told on stderr and by its exit.
    pub fn spawn(config: &LauncherConfig) -> Result<(Self, OwnedFd), SpawnError> {
        let at = |step| move |source| SpawnError { step, source };
        let image = fd::sealed_memfd(c"runyard-launcher", runyard_launcher_image::LAUNCHER)
            .map_err(at("copy the executable"))?;
        let text = serde_json::to_vec(config).map_err(|error| at("write its configuration")(error.into()))?;
        let config =
            fd::sealed_memfd(c"runyard-launcher-config", &text).map_err(at("write its configuration"))?;
        let library = fd::sealed_memfd(c"runyard-warm", runyard_launcher_image::WARM_LIBRARY)
            .map_err(at("copy the library for warm interpreters"))?;
        let (ours, theirs) = socket::packet_pair().map_err(at("make its control socket"))?;
        let argv = ExecStrings::new([b"runyard-launcher".to_vec()]).map_err(at("prepare its arguments"))?;
        // It inherits no environment: nothing of ours may leak into what it starts.
        let env = ExecStrings::new([]).map_err(at("prepare its environment"))?;
        let parent = process::own_pid();
        match fork_into(0).map_err(at("fork"))? {
            Forked::Parent { pid, pidfd } => Ok((Self { pid, pidfd }, ours)),
            Forked::Child => {
                let Err(error) = become_launcher(parent, &image, [&config, &theirs, &library], &argv, &env);
                process::exit_now(error.raw_os_error().unwrap_or(1).clamp(1, 125))
            }
        }
    }

    /// Waits until it has ended by itself, as it does once its control socket is closed. Whether it did.
    ///
    /// Who ends right after closing the socket takes the launcher along before it has removed its control groups.
    ///
    /// # Errors
    /// When the kernel refuses to wait.
    pub fn wait_ended(&self, patience: Duration) -> io::Result<bool> {
        Ok(fd::poll(&[self.pidfd.as_fd()], Some(patience))? == [true])
    }

    /// Whether it has ended, and how.
    ///
    /// # Errors
    /// When it is not our child any more.
    pub fn ended(&self) -> io::Result<Option<Waited>> {
        process::wait(self.pid, false)
    }
}

fn become_launcher(
    parent: i32,
    image: &OwnedFd,
    given: [&OwnedFd; 3],
    argv: &ExecStrings,
    env: &ExecStrings,
) -> io::Result<std::convert::Infallible> {
    process::die_with_parent(parent)?;
    process::new_session()?;
    process::reset_signals()?;
    let image = fd::duplicate_above(image.as_fd(), 10)?;
    let mut above = Vec::new();
    for descriptor in given {
        above.push(fd::duplicate_above(descriptor.as_fd(), 10)?);
    }
    for (number, descriptor) in (3..).zip(&above) {
        fd::duplicate_to(descriptor.as_fd(), number)?;
    }
    fd::close_on_exec_from(6)?;
    Err(process::exec_file(image.as_fd(), argv, env))
}
