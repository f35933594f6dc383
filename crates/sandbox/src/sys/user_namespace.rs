//! User namespaces: being root over one's own jails without being root.

use super::process::{self, Forked, fork_into};
use super::{check_long, fd, mount};
use std::fs;
use std::io::{self, Read, Write};

/// Leaves for a fresh user namespace and becomes its root.
///
/// `map` is called with this process's pid in a helper process that stays outside, because only from outside may more than
/// one id be mapped. It runs in a plain fork: the calling process must have one thread only.
///
/// # Errors
/// When the kernel refuses, or with what `map` said.
pub fn enter(map: impl FnOnce(i32) -> Result<(), String>) -> io::Result<()> {
    let (moved, tell_moved) = fd::pipe()?;
    let (mapped, tell_mapped) = fd::pipe()?;
    let own = process::own_pid();
    let helper = match fork_into(0)? {
        Forked::Child => {
            drop((tell_moved, mapped));
            let mut byte = [0];
            // Without the byte the other side failed to move, and says so itself.
            if fs::File::from(moved).read(&mut byte).is_ok_and(|length| length == 1) {
                let said = map(own).err().unwrap_or_default();
                let _ = fs::File::from(tell_mapped).write_all(said.as_bytes());
            }
            process::exit_now(0)
        }
        Forked::Parent { pid, .. } => pid,
    };
    drop((moved, tell_mapped));
    let moved = mount::unshare(libc::CLONE_NEWUSER);
    if moved.is_ok() {
        fs::File::from(tell_moved).write_all(b"m")?;
    } else {
        drop(tell_moved);
    }
    let mut said = String::new();
    fs::File::from(mapped).read_to_string(&mut said)?;
    process::wait(helper, true)?;
    moved?;
    if !said.is_empty() {
        return Err(io::Error::other(said));
    }
    // SAFETY: plain numbers; an empty list needs no pointer.
    unsafe {
        check_long(libc::syscall(libc::SYS_setgroups, 0, std::ptr::null::<libc::gid_t>()))?;
        check_long(libc::syscall(libc::SYS_setresgid, 0, 0, 0))?;
        check_long(libc::syscall(libc::SYS_setresuid, 0, 0, 0))?;
    }
    Ok(())
}

/// One line of a map: so many ids from `inside` on are those from `outside` on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// First id in the namespace.
    pub inside: u32,
    /// What the parent namespace calls it.
    pub outside: u32,
    /// How many.
    pub count: u32,
}

/// The user ids of this process's namespace.
///
/// # Errors
/// When /proc does not tell.
pub fn own_users() -> io::Result<Vec<Extent>> {
    fs::read_to_string("/proc/self/uid_map").map(|text| extents(&text))
}

/// Whether this process is in a namespace with ids of its own.
#[must_use]
pub fn is_inside() -> bool {
    // The machine's first namespace maps every id onto itself; nobody can make another that does.
    let everything = [Extent { inside: 0, outside: 0, count: u32::MAX }];
    own_users().is_ok_and(|users| users != everything)
}

/// Whether all ids from `first` on, `count` of them, exist in this process's namespace.
#[must_use]
pub fn has_users(first: u32, count: u32) -> bool {
    let end = u64::from(first) + u64::from(count);
    own_users().is_ok_and(|users| {
        users
            .iter()
            .any(|known| known.inside <= first && end <= u64::from(known.inside) + u64::from(known.count))
    })
}

/// Reads the form of `/proc/PID/uid_map`; lines of another form are none.
#[must_use]
pub fn extents(text: &str) -> Vec<Extent> {
    let line = |line: &str| {
        let mut numbers = line.split_whitespace().map(str::parse);
        let mut next = || numbers.next()?.ok();
        Some(Extent { inside: next()?, outside: next()?, count: next()? })
    };
    text.lines().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_are_read() {
        let text = "         0       1000          1\n         1     100000      65536\n";
        assert_eq!(
            extents(text),
            [
                Extent { inside: 0, outside: 1000, count: 1 },
                Extent { inside: 1, outside: 100_000, count: 65_536 }
            ]
        );
        assert_eq!(extents("nonsense\n0 1\n"), []);
    }
}
