//! An exported work folder, unpacked for the runs of another lease.
//!
//! What is unpacked counts as the compiler's, as if it had just compiled: the process that unpacks is in the control group of
//! compile stages and has the slot's uid and no privilege.

use super::program;
use super::record::{AtStep, Failure, Step};
use crate::cgroup::{self, CgroupError, Entrance, Group};
use crate::sys::process::Forked;
use crate::sys::{fd, privilege, process};
use std::os::fd::{AsFd, OwnedFd};
use std::time::Duration;

/// Unpacking takes milliseconds; what takes this long is stuck.
const PATIENCE: Duration = Duration::from_secs(10);

/// Unpacks into the mounted work folder, whose owner `uid` is. The outer error says that something is stuck in the kernel.
pub(super) fn unpack(group: &Group, uid: u32, archive: &OwnedFd) -> Result<Result<(), Failure>, CgroupError> {
    let entrance = group.entrance();
    let keeper = process::own_pid();
    let (pid, pidfd) = match entrance.fork().at(Step::Clone, 2) {
        Ok(Forked::Parent { pid, pidfd }) => (pid, pidfd),
        Ok(Forked::Child) => {
            let code = match as_program(&entrance, uid, keeper, archive) {
                Ok(()) => 0,
                // Error numbers fit an exit code; 0 would be success.
                Err(failure) => failure.errno.clamp(1, 255),
            };
            process::exit_now(code)
        }
        Err(failure) => return Ok(Err(failure)),
    };
    let ended = || fd::poll(&[pidfd.as_fd()], Some(PATIENCE)).is_ok_and(|ready| ready == [true]);
    if !ended() {
        let _ = process::signal(pidfd.as_fd(), libc::SIGKILL);
        if !ended() {
            return Err(CgroupError::StillPopulated);
        }
    }
    let code = process::wait(pid, true).ok().flatten().and_then(|ended| ended.exit_code());
    cgroup::kill_and_wait(group)?;
    Ok(match code {
        Some(0) => Ok(()),
        code => Err(Failure { step: Step::Unpack, index: 1, errno: code.unwrap_or(0) }),
    })
}

/// In the child: the program's own place and rights, then the files.
fn as_program(entrance: &Entrance<'_>, uid: u32, keeper: i32, archive: &OwnedFd) -> Result<(), Failure> {
    process::set_name(c"runyard-unpack");
    entrance.enter().or_else(|(index, error)| Err(error).at(Step::EnterGroup, index))?;
    privilege::become_user(uid, uid).at(Step::BecomeUser, 2)?;
    privilege::set_capabilities(0).at(Step::BecomeUser, 3)?;
    // After the uid, whose change clears it.
    process::die_with_parent(keeper).at(Step::DieWithParent, 2)?;
    privilege::no_new_privileges().at(Step::NoNewPrivileges, 1)?;
    program::unpack(archive).at(Step::Unpack, 1)
}
