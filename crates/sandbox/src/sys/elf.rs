//! Variables of a library that it keeps to itself, by the names its compiler gave them: they are in its file's full table of symbols, where
//! it was not taken out.

use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;

/// Kind of the section with all symbols, as opposed to those that are exported.
const ALL_SYMBOLS: u32 = 2;
/// Of one symbol.
const ENTRY_BYTES: usize = 24;

/// Where these variables lie, counted from where the library begins in memory; `None` unless all of them are found.
#[must_use]
pub fn variables<const COUNT: usize>(path: &str, names: [&[u8]; COUNT]) -> Option<[usize; COUNT]> {
    let file = Mapped::new(&File::open(path).ok()?).ok()?;
    find(file.bytes(), names)
}

/// A file in memory, of which only what is looked at is read.
struct Mapped {
    start: *mut libc::c_void,
    length: usize,
}

impl Mapped {
    fn new(file: &File) -> io::Result<Self> {
        let length = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX);
        // SAFETY: a new mapping, which is only read.
        let start = unsafe {
            libc::mmap(std::ptr::null_mut(), length, libc::PROT_READ, libc::MAP_PRIVATE, file.as_raw_fd(), 0)
        };
        if start == libc::MAP_FAILED { Err(io::Error::last_os_error()) } else { Ok(Self { start, length }) }
    }

    fn bytes(&self) -> &[u8] {
        // SAFETY: so many bytes are mapped, of a file of a toolchain, which nobody changes while it is used.
        unsafe { std::slice::from_raw_parts(self.start.cast(), self.length) }
    }
}

impl Drop for Mapped {
    fn drop(&mut self) {
        // SAFETY: nobody has the bytes any more.
        unsafe { libc::munmap(self.start, self.length) };
    }
}

/// A 64-bit file of this machine's byte order.
fn find<const COUNT: usize>(file: &[u8], names: [&[u8]; COUNT]) -> Option<[usize; COUNT]> {
    if file.get(..5)? != b"\x7fELF\x02" {
        return None;
    }
    let (sections, count) = (number::<8>(file, 40)?, number::<2>(file, 60)?);
    let section = |index: usize| file.get(sections.checked_add(index.checked_mul(64)?)?..);
    let content = |section: &[u8]| {
        let (start, length) = (number::<8>(section, 24)?, number::<8>(section, 32)?);
        file.get(start..start.checked_add(length)?)
    };
    let table = (0..count)
        .filter_map(section)
        .find(|section| number::<4>(section, 4) == Some(ALL_SYMBOLS as usize))?;
    let texts = content(section(number::<4>(table, 40)?)?)?;
    let mut found = [None; COUNT];
    for entry in content(table)?.chunks_exact(ENTRY_BYTES) {
        let text = texts.get(number::<4>(entry, 0)?..)?;
        for (name, found) in names.iter().zip(&mut found) {
            if text.strip_prefix(*name).is_some_and(|rest| rest.first() == Some(&0)) {
                *found = number::<8>(entry, 8);
            }
        }
    }
    let found: Vec<usize> = found.into_iter().collect::<Option<_>>()?;
    found.try_into().ok()
}

fn number<const BYTES: usize>(bytes: &[u8], at: usize) -> Option<usize> {
    let mut number = [0; 8];
    number.get_mut(..BYTES)?.copy_from_slice(bytes.get(at..at.checked_add(BYTES)?)?);
    usize::try_from(u64::from_le_bytes(number)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A variable of this program, under its own name.
    #[unsafe(no_mangle)]
    static RUNYARD_TEST_VARIABLE: u64 = 4711;

    #[test]
    fn variables_are_where_the_file_says() {
        let own = std::env::current_exe().unwrap();
        let [offset] = variables(own.to_str().unwrap(), [b"RUNYARD_TEST_VARIABLE"]).unwrap();
        let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
        let first = maps.lines().find(|line| line.ends_with(own.to_str().unwrap())).unwrap();
        let base = usize::from_str_radix(first.split('-').next().unwrap(), 16).unwrap();
        assert_eq!(base + offset, std::ptr::from_ref(&RUNYARD_TEST_VARIABLE).addr());
        assert!(
            variables(own.to_str().unwrap(), [b"RUNYARD_TEST_VARIABLE", b"RUNYARD_NO_VARIABLE".as_slice()])
                .is_none()
        );
    }

    #[test]
    fn what_is_cut_off_or_something_else_has_none() {
        let own = std::fs::read(std::env::current_exe().unwrap()).unwrap();
        assert!(find(&own, [b"RUNYARD_TEST_VARIABLE"]).is_some());
        for length in [0, 4, 5, 40, 63, 64, own.len() / 2] {
            assert!(find(&own[..length], [b"RUNYARD_TEST_VARIABLE"]).is_none(), "{length}");
        }
        assert!(find(b"#!/bin/sh", [b"x"]).is_none());
    }
}
