//! This process's own memory: having pages before they are needed, and what the kernel shows of it.

use super::check;
use std::ffi::CString;
use std::io;
use std::ops::Range;

/// Kernel headers: MADV_POPULATE_READ (Linux 5.14).
const POPULATE_READ: libc::c_int = 22;
/// Kernel headers: MADV_POPULATE_WRITE (Linux 5.14).
const POPULATE_WRITE: libc::c_int = 23;

/// Maps every page of a mapping as if it had been read, or written, which gives this process its own copy.
///
/// # Errors
/// When the kernel is older, or there is nothing behind a page.
pub fn populate(mapping: Range<usize>, write: bool) -> io::Result<()> {
    let advice = if write { POPULATE_WRITE } else { POPULATE_READ };
    let start = std::ptr::with_exposed_provenance_mut(mapping.start);
    // SAFETY: both kinds only load pages; what is in them does not change, and no address is given back.
    check(unsafe { libc::madvise(start, mapping.end.saturating_sub(mapping.start), advice) }).map(drop)
}

/// Size of a page.
const PAGE: usize = 4096;
/// As many absent pages between two that are there are not worth a call of their own.
const GAP: usize = 2 * PAGE;

/// Which pages are in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InUse {
    /// Those in the process's page tables.
    AtAll,
    /// Those of them that no other process has: a forked process has its own copy of what it has written to.
    Alone,
}

/// Those pages of a mapping of this process that are in use; gaps of a page or two between them count too.
///
/// # Errors
/// When the kernel does not tell.
pub fn in_use(mapping: Range<usize>, which: InUse) -> io::Result<Vec<Range<usize>>> {
    use std::os::unix::fs::FileExt;
    /// proc_pid_pagemap(5): the page is in memory; it is mapped by this process alone.
    const PRESENT: u64 = 1 << 63;
    const ALONE: u64 = 1 << 56;
    let wanted = PRESENT | if which == InUse::Alone { ALONE } else { 0 };
    let mut entries = vec![0; mapping.len() / PAGE * 8];
    std::fs::File::open("/proc/self/pagemap")?
        .read_exact_at(&mut entries, (mapping.start / PAGE * 8) as u64)?;
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, entry) in mapping.step_by(PAGE).zip(entries.as_chunks::<8>().0) {
        if u64::from_ne_bytes(*entry) & wanted != wanted {
            continue;
        }
        match found.last_mut() {
            Some(last) if start - last.end <= GAP => last.end = start + PAGE,
            _ => found.push(start..start + PAGE),
        }
    }
    Ok(found)
}

/// Kinds of entries of the auxiliary vector that name users and groups: AT_UID, AT_EUID, AT_GID, AT_EGID.
const USERS: std::ops::RangeInclusive<u64> = 11..=14;

/// What the kernel told this process when it was executed (getauxval(3)), where it lies.
#[derive(Debug)]
pub struct Auxiliary(&'static mut [[u64; 2]]);

impl Auxiliary {
    /// Finds it behind the environment.
    ///
    /// # Safety
    /// `environment` is what `main` was given, and this is called once.
    pub unsafe fn behind(environment: *mut *mut libc::c_char) -> Self {
        // SAFETY: the kernel ends the environment with a null pointer and puts the vector behind it, which ends with an entry of
        // kind 0.
        unsafe {
            let mut end = environment;
            while !(*end).is_null() {
                end = end.add(1);
            }
            let start: *mut [u64; 2] = end.add(1).cast();
            let mut length = 0;
            while (*start.add(length))[0] != 0 {
                length += 1;
            }
            Self(std::slice::from_raw_parts_mut(start, length + 1))
        }
    }

    /// Names this user and group instead of those who executed the program.
    pub fn set_user(&mut self, uid: u32) {
        for [kind, value] in &mut *self.0 {
            if USERS.contains(kind) {
                *value = u64::from(uid);
            }
        }
    }
}

/// Kernel headers: PR_SET_MM_MAP and its `struct prctl_mm_map`.
const SET_MM_MAP: libc::c_ulong = 14;

#[repr(C)]
struct MemoryMap {
    start_code: u64,
    end_code: u64,
    start_data: u64,
    end_data: u64,
    start_brk: u64,
    brk: u64,
    start_stack: u64,
    arg_start: u64,
    arg_end: u64,
    env_start: u64,
    env_end: u64,
    auxv: u64,
    auxv_size: u32,
    exe_fd: u32,
}

/// Shows these at /proc/PID/cmdline, environ and auxv, as exec does. The words stay in memory for good. Without a command line it is the
/// one that was executed, where programs that set their title write it.
///
/// # Errors
/// When the kernel was built without it.
pub fn show(argv: Option<&[CString]>, env: &[CString], auxiliary: &Auxiliary) -> io::Result<()> {
    let mut words = Vec::new();
    argv.into_iter().flatten().for_each(|word| words.extend_from_slice(word.as_bytes_with_nul()));
    let arguments = words.len() as u64;
    env.iter().for_each(|word| words.extend_from_slice(word.as_bytes_with_nul()));
    let words = words.leak();
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    // The fields are numbered in proc_pid_stat(5); the name, the second, may hold anything.
    let fields: Vec<&str> = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace().collect();
    let field = |number: usize| {
        let text = fields.get(number.saturating_sub(3)).ok_or(io::ErrorKind::InvalidData)?;
        text.parse::<u64>().map_err(|_| io::Error::from(io::ErrorKind::InvalidData))
    };
    let start = words.as_ptr().addr() as u64;
    let env_start = start + arguments;
    let (arg_start, arg_end) = match argv {
        Some(_) => (start, env_start),
        None => (field(48)?, field(49)?),
    };
    let map = MemoryMap {
        start_code: field(26)?,
        end_code: field(27)?,
        start_data: field(45)?,
        end_data: field(46)?,
        start_brk: field(47)?,
        // SAFETY: an increment of 0 only asks.
        brk: unsafe { libc::sbrk(0) }.addr() as u64,
        start_stack: field(28)?,
        arg_start,
        arg_end,
        env_start,
        env_end: start + words.len() as u64,
        auxv: auxiliary.0.as_ptr().addr() as u64,
        auxv_size: u32::try_from(size_of_val(auxiliary.0)).map_err(|_| io::ErrorKind::InvalidData)?,
        exe_fd: u32::MAX,
    };
    // SAFETY: the kernel reads the structure, whose size it is given. It only notes the addresses, of which those that changed
    // are those of memory that is never freed.
    check(unsafe { libc::prctl(libc::PR_SET_MM, SET_MM_MAP, &raw const map, size_of::<MemoryMap>(), 0) })
        .map(drop)
}
