//! `runyard doctor --delegate USER`: what root does once so that a user can start a server without root.
//!
//! Subordinate ids for the account, and on cgroup version 1 a group of its own in every controller. On version 2 systemd
//! gives users groups of their own by itself.

use crate::{accounts, print, rootless};
use anyhow::{Context, bail};
use runyard_sandbox::cgroup::{Layout, handed_over_to};
use runyard_sandbox::sys::privilege;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, chown};
use std::path::Path;
use std::process::Command;

/// A whole namespace of ids, as distributions hand them out.
const IDS: u32 = 65_536;
/// Where distributions begin with them (login.defs: SUB_UID_MIN).
const FIRST_ID: u32 = 100_000;

pub(crate) fn to(user: &str) -> anyhow::Result<()> {
    if privilege::effective_uid() != 0 {
        bail!("prepare the machine for {user}: only root can (sudo runyard doctor --delegate {user})");
    }
    let (uid, gid) = rootless::account(user).with_context(|| format!("find {user} in /etc/passwd"))?;
    for (file, option) in [("/etc/subuid", "--add-subuids"), ("/etc/subgid", "--add-subgids")] {
        subordinate_ids(user, uid, file, option)?;
    }
    match Layout::detect().context("find the control groups")? {
        Layout::V1(folders) => {
            for (controller, folder) in folders {
                let folder = top_of(&folder).join(handed_over_to(uid));
                hand_over(&folder, uid, gid).with_context(|| format!("hand {} over", folder.display()))?;
                print::line(&format!("{controller}: {} belongs to {user}", folder.display()))?;
            }
            print::line(
                "Control groups of version 1 are gone after a restart of the machine: run this again then.",
            )?;
        }
        Layout::V2(_) => {
            let start = "systemd-run --user --scope -p Delegate=yes runyard serve";
            print::line(&format!(
                "Control groups: {user}'s systemd gives them. Start the server with: {start}"
            ))?;
        }
    }
    for tool in ["newuidmap", "newgidmap"] {
        if Command::new(tool).output().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            bail!("find {tool}: install it (Debian: apt install uidmap)");
        }
    }
    print::line(&format!("Ready: {user} can run `runyard doctor`, and `runyard serve`."))
}

fn subordinate_ids(user: &str, uid: u32, file: &str, option: &str) -> anyhow::Result<()> {
    let text = fs::read_to_string(file).unwrap_or_default();
    if let Some(first) = accounts::first_range(&text, user, uid) {
        return print::line(&format!("{file}: {user} has ids from {first} on"));
    }
    let first = accounts::after_all_ranges(&text).max(FIRST_ID);
    let last = first.checked_add(IDS - 1).context("find room for more ids")?;
    let range = format!("{first}-{last}");
    let status = Command::new("usermod").args([option, &range, user]).status().context("run usermod")?;
    if !status.success() {
        bail!("give {user} the ids {range}: usermod failed");
    }
    print::line(&format!("{file}: {user} has ids from {first} on, as of now"))
}

/// The folder the controller is mounted on: a group there outlives whoever is logged in now.
fn top_of(folder: &Path) -> &Path {
    let device = |path: &Path| fs::metadata(path).map(|metadata| metadata.dev()).ok();
    let own = device(folder);
    folder.ancestors().take_while(|path| device(path) == own).last().unwrap_or(folder)
}

/// Makes the folder and gives it away, with the files by which processes are moved into it.
fn hand_over(folder: &Path, uid: u32, gid: u32) -> std::io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    chown(folder, Some(uid), Some(gid))?;
    // Its limits stay root's: only who is in it, and what is made beneath it, is the user's business.
    for file in ["tasks", "cgroup.procs"] {
        chown(folder.join(file), Some(uid), Some(gid))?;
    }
    Ok(())
}
