//! Starting as an ordinary user: the same program, in a user namespace of its own.
//!
//! The kernel lets everybody be root of a fresh namespace. With the subordinate ids of the account (`/etc/subuid`) it holds
//! enough users for the server and for every slot, so from here on everything is as it is for root, and what the machine does
//! not grant is found by the same checks. Root of a container that may not mount anything is in the same position, but may
//! map the container's own ids.

use crate::accounts::{self, NEEDED_IDS, first_range};
use anyhow::{Context, bail};
use runyard_sandbox::sys::{privilege, user_namespace};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a distribution's tool for this is called, and in which package it is.
const NEEDS_UIDMAP: &str = "run newuidmap and newgidmap (Debian's package uidmap has them)";

/// What root of a container that may not mount anything needs.
const CONTAINER: &str = "start in a container: enter a user namespace (needs the capabilities SETUID, SETGID and SETFCAP, and a \
    seccomp profile that allows it: see docs/security/containers.md)";

/// Becomes root of a user namespace where we are not root of the machine. Must be called while the process has one thread.
///
/// # Errors
/// Says what the account lacks.
pub(crate) fn enter_if_needed() -> anyhow::Result<()> {
    if privilege::has_capability(privilege::CAP_SYS_ADMIN) {
        return Ok(());
    }
    let uid = privilege::effective_uid();
    // Root without its usual rights is a container's.
    if uid == 0 {
        return user_namespace::enter(map_own_ids).context(CONTAINER);
    }
    let account = Account::of(uid)?;
    user_namespace::enter(move |pid| account.map(pid)).context(
        "start without root: enter a user namespace (runyard doctor --delegate USER, as root, prepares an account)",
    )
}

/// The ids this process has anyway, as far as they are needed.
fn map_own_ids(pid: i32) -> Result<(), String> {
    let map = format!("0 0 {}\n", NEEDED_IDS + 1);
    for file in ["uid_map", "gid_map"] {
        let path = format!("/proc/{pid}/{file}");
        fs::write(&path, &map).map_err(|error| format!("write {path}: {error}"))?;
    }
    Ok(())
}

/// An account and the first of its subordinate ids.
struct Account {
    uid: u32,
    gid: u32,
    first_uid: u32,
    first_gid: u32,
}

impl Account {
    fn of(uid: u32) -> anyhow::Result<Self> {
        let (name, gid) = passwd_entry(uid).with_context(|| format!("find uid {uid} in /etc/passwd"))?;
        let first = |file: &str| -> anyhow::Result<u32> {
            let text = fs::read_to_string(file).unwrap_or_default();
            match first_range(&text, &name, uid) {
                Some(first) => Ok(first),
                None => bail!(
                    "start without root: {name} has no {NEEDED_IDS} subordinate ids in {file}. As root, run: runyard doctor --delegate {name}"
                ),
            }
        };
        Ok(Self { uid, gid, first_uid: first("/etc/subuid")?, first_gid: first("/etc/subgid")? })
    }

    /// Only the set-user-id tools may map ids that are not ours; they look at the same files again.
    fn map(&self, pid: i32) -> Result<(), String> {
        for (tool, own, first) in
            [("newuidmap", self.uid, self.first_uid), ("newgidmap", self.gid, self.first_gid)]
        {
            let words = [pid.to_string(), "0".into(), own.to_string(), "1".into()];
            let more = ["1".into(), first.to_string(), NEEDED_IDS.to_string()];
            let output = Command::new(tool).args(words).args(more).output();
            let output = output.map_err(|error| format!("{NEEDS_UIDMAP}: {error}"))?;
            if !output.status.success() {
                return Err(format!("{tool}: {}", String::from_utf8_lossy(&output.stderr).trim()));
            }
        }
        Ok(())
    }
}

/// Name and group of a user.
fn passwd_entry(uid: u32) -> Option<(String, u32)> {
    users().into_iter().find(|(_, known, _)| *known == uid).map(|(name, _, gid)| (name, gid))
}

/// User and group ids of an account.
pub(crate) fn account(name: &str) -> Option<(u32, u32)> {
    users().into_iter().find(|(known, ..)| known == name).map(|(_, uid, gid)| (uid, gid))
}

/// Everybody of this machine.
fn users() -> Vec<(String, u32, u32)> {
    accounts::users(&fs::read_to_string("/etc/passwd").unwrap_or_default())
}

/// The place of root's server, the default of the settings.
const ROOTS_DATA_DIR: &str = "/var/lib/runyard";

/// Where an ordinary user's data lives when the settings name no place: the folder of root's server is not theirs.
pub(crate) fn default_data_dir(configured: &Path) -> Option<PathBuf> {
    if privilege::has_capability(privilege::CAP_SYS_ADMIN) || configured != Path::new(ROOTS_DATA_DIR) {
        return None;
    }
    let data = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".local/share"));
    Some(data.or_else(home)?.join("runyard"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_is_in_the_list_of_users() {
        assert_eq!(passwd_entry(0), Some(("root".to_owned(), 0)));
        assert_eq!(passwd_entry(4_000_000_000), None);
    }
}
