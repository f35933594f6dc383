//! Giving up privileges: uids, capabilities, no_new_privs, seccomp, resource limits.

use super::{check, check_long};
use std::io;

/// The highest capability number this code can meet; kernels ignore nothing above their own last one but EINVAL.
const LAST_CAPABILITY: libc::c_int = 63;

/// Empties the bounding set: no exec in this process or its children can ever gain a capability.
pub fn drop_bounding_set() -> io::Result<()> {
    for capability in 0..=LAST_CAPABILITY {
        // SAFETY: prctl with plain numbers.
        match check(unsafe { libc::prctl(libc::PR_CAPBSET_DROP, capability, 0, 0, 0) }) {
            Ok(_) => {}
            // Beyond the kernel's last capability.
            Err(error) if error.raw_os_error() == Some(libc::EINVAL) => break,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Kernel headers: `struct __user_cap_header_struct`.
#[repr(C)]
struct CapHeader {
    version: u32,
    pid: i32,
}

/// Kernel headers: `struct __user_cap_data_struct`.
#[repr(C)]
#[derive(Clone, Copy, Default)]
struct CapData {
    effective: u32,
    permitted: u32,
    inheritable: u32,
}

/// _LINUX_CAPABILITY_VERSION_3.
const CAP_VERSION: u32 = 0x2008_0522;

/// Sets effective and permitted capabilities to the bits in `keep`, inheritable and ambient to nothing.
pub fn set_capabilities(keep: u64) -> io::Result<()> {
    // SAFETY: prctl with plain numbers. An old kernel without ambient capabilities answers EINVAL: nothing to clear.
    let _ = unsafe { libc::prctl(libc::PR_CAP_AMBIENT, libc::PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) };
    let header = CapHeader { version: CAP_VERSION, pid: 0 };
    #[expect(clippy::cast_possible_truncation, reason = "the two halves of a 64-bit set")]
    let halves = [keep as u32, (keep >> 32) as u32];
    let data = halves.map(|bits| CapData { effective: bits, permitted: bits, inheritable: 0 });
    // SAFETY: version 3 takes a header and two data elements, both alive across the call.
    check_long(unsafe { libc::syscall(libc::SYS_capset, &raw const header, data.as_ptr()) }).map(drop)
}

/// Lets what root executes from here on have the capabilities this process has, even with an empty bounding set.
///
/// [`set_capabilities`] takes that back.
pub fn pass_capabilities_on() -> io::Result<()> {
    let header = CapHeader { version: CAP_VERSION, pid: 0 };
    let mut data = [CapData::default(); 2];
    // SAFETY: version 3 takes a header and two data elements, both alive across the calls.
    unsafe {
        check_long(libc::syscall(libc::SYS_capget, &raw const header, data.as_mut_ptr()))?;
        for half in &mut data {
            half.inheritable = half.permitted;
        }
        check_long(libc::syscall(libc::SYS_capset, &raw const header, data.as_ptr())).map(drop)
    }
}

/// Becomes this user and group, real, effective and saved, with no supplementary group. There is no way back.
///
/// Uses the raw calls: the C library's versions signal other threads, of which a forked child has none.
pub fn become_user(uid: u32, gid: u32) -> io::Result<()> {
    // SAFETY: plain numbers; an empty list needs no pointer.
    unsafe {
        check_long(libc::syscall(libc::SYS_setgroups, 0, std::ptr::null::<libc::gid_t>()))?;
        check_long(libc::syscall(libc::SYS_setresgid, gid, gid, gid))?;
        check_long(libc::syscall(libc::SYS_setresuid, uid, uid, uid))?;
    }
    Ok(())
}

/// No exec gains privileges any more.
pub fn no_new_privileges() -> io::Result<()> {
    // SAFETY: prctl with plain numbers.
    check(unsafe { libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) }).map(drop)
}

/// One instruction of a seccomp filter: kernel headers, `struct sock_filter`.
pub type Instruction = libc::sock_filter;

/// Installs a seccomp filter for this process and everything it becomes.
pub fn install_filter(program: &[Instruction]) -> io::Result<()> {
    let length = u16::try_from(program.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    let program = libc::sock_fprog { len: length, filter: program.as_ptr().cast_mut() };
    // SAFETY: the program structure points to `length` instructions that live across the call; the kernel copies them.
    check_long(unsafe {
        libc::syscall(libc::SYS_seccomp, libc::SECCOMP_SET_MODE_FILTER, 0, &raw const program)
    })
    .map(drop)
}

/// Sets a resource limit, soft and hard. A hard limit that is already lower stays.
pub fn limit_resource(resource: libc::__rlimit_resource_t, value: u64) -> io::Result<()> {
    let mut current = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: `current` is valid for writing.
    check(unsafe { libc::getrlimit(resource, &raw mut current) })?;
    let value = value.min(current.rlim_max);
    let limit = libc::rlimit { rlim_cur: value, rlim_max: value };
    // SAFETY: the structure lives across the call.
    check(unsafe { libc::setrlimit(resource, &raw const limit) }).map(drop)
}

/// linux/capability.h: mounts, namespaces and much else.
pub const CAP_SYS_ADMIN: u32 = 21;
/// linux/capability.h: becoming any group, and mapping them.
pub const CAP_SETGID: u32 = 6;
/// linux/capability.h: becoming any user, and mapping them.
pub const CAP_SETUID: u32 = 7;

/// Whether a capability is in force in this process's user namespace.
pub fn has_capability(number: u32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let bits =
        status.lines().find_map(|line| u64::from_str_radix(line.strip_prefix("CapEff:")?.trim(), 16).ok());
    bits.is_some_and(|bits| bits & (1 << number) != 0)
}

/// Effective user id.
pub fn effective_uid() -> u32 {
    // SAFETY: always succeeds, no arguments.
    unsafe { libc::geteuid() }
}
