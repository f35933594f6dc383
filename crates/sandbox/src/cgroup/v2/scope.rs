//! A scope of our own from systemd, for a process that was started from somebody's shell.
//!
//! systemd alone may make groups outside of those it delegated (its "single writer" rule), so it is asked: a transient scope
//! with Delegate=yes that holds this process. It goes away with the last process in it.

use crate::sys::{fd, process};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// There when systemd manages the machine (sd_booted(3)).
const BOOTED: &str = "/run/systemd/system";
/// Comes with systemd.
const BUSCTL: &str = "/usr/bin/busctl";
/// The request is answered before the process is moved, which takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long between two looks at where we are.
const LOOK: Duration = Duration::from_millis(5);

/// systemd gave us no scope.
#[derive(Debug, thiserror::Error)]
pub enum ScopeError {
    /// There is nobody to ask.
    #[error("ask systemd for a group of our own: it does not manage this machine")]
    NoSystemd,
    /// Its tool cannot be started.
    #[error("ask systemd for a group of our own")]
    Ask(#[source] std::io::Error),
    /// It said no.
    #[error("ask systemd for a group of our own: {0}")]
    Refused(String),
    /// It said yes and did nothing.
    #[error("be moved into a group of our own by systemd")]
    NotMoved,
}

/// Moves this process into a new scope.
///
/// # Errors
/// When there is no systemd or it refuses.
pub(super) fn enter() -> Result<(), ScopeError> {
    if !Path::new(BOOTED).is_dir() {
        return Err(ScopeError::NoSystemd);
    }
    let pid = process::own_pid().to_string();
    let name = format!("runyard-{pid}-{}.scope", fd::monotonic_us());
    let asked = Command::new(BUSCTL)
        .env_clear()
        .stdin(Stdio::null())
        .args([
            "--quiet",
            "--allow-interactive-authorization=no",
            "call",
            "org.freedesktop.systemd1",
            "/org/freedesktop/systemd1",
        ])
        .args(["org.freedesktop.systemd1.Manager", "StartTransientUnit", "ssa(sv)a(sa(sv))"])
        .args([name.as_str(), "fail", "4"])
        .args(["Description", "s", "Runyard"])
        .args(["PIDs", "au", "1", pid.as_str()])
        .args(["Delegate", "b", "true"])
        .args(["CollectMode", "s", "inactive-or-failed"])
        .arg("0")
        .output()
        .map_err(ScopeError::Ask)?;
    if !asked.status.success() {
        return Err(ScopeError::Refused(String::from_utf8_lossy(&asked.stderr).trim().to_owned()));
    }
    let deadline = fd::monotonic_us() + u64::try_from(PATIENCE.as_micros()).unwrap_or(u64::MAX);
    while fd::monotonic_us() < deadline {
        if std::fs::read_to_string("/proc/self/cgroup").is_ok_and(|own| own.trim_end().ends_with(&name)) {
            return Ok(());
        }
        let _ = fd::poll(&[], Some(LOOK));
    }
    Err(ScopeError::NotMoved)
}
