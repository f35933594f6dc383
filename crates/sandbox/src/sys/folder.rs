//! getdents64(2): the names in a folder, by its descriptor.

use super::check_long;
use std::ffi::{CStr, CString};
use std::io;
use std::os::fd::{AsRawFd, BorrowedFd};

/// Kernel headers: where the fields of `struct linux_dirent64` lie.
const LENGTH_AT: usize = 16;
const NAME_AT: usize = 19;

/// The names in a folder and their inodes' numbers, in the kernel's order, without `.` and `..`.
///
/// # Errors
/// [`io::ErrorKind::FileTooLarge`] when there are more than `most`.
pub fn names(folder: BorrowedFd<'_>, most: usize) -> io::Result<Vec<(u64, CString)>> {
    let malformed = || io::Error::from(io::ErrorKind::InvalidData);
    let mut names = Vec::new();
    let mut buffer = [0_u8; 8192];
    loop {
        // SAFETY: the kernel writes at most as many bytes as the buffer has.
        let filled = check_long(unsafe {
            libc::syscall(libc::SYS_getdents64, folder.as_raw_fd(), buffer.as_mut_ptr(), buffer.len())
        })?;
        let filled = usize::try_from(filled).map_err(|_| malformed())?;
        if filled == 0 {
            return Ok(names);
        }
        let mut rest = buffer.get(..filled).ok_or_else(malformed)?;
        while !rest.is_empty() {
            let length = rest.get(LENGTH_AT..LENGTH_AT + 2).ok_or_else(malformed)?;
            let length = usize::from(u16::from_ne_bytes([length[0], length[1]]));
            let inode = rest.first_chunk().copied().map(u64::from_ne_bytes).ok_or_else(malformed)?;
            let name = rest.get(NAME_AT..length).ok_or_else(malformed)?;
            let name = CStr::from_bytes_until_nul(name).map_err(|_| malformed())?;
            if name != c"." && name != c".." {
                if names.len() == most {
                    return Err(io::ErrorKind::FileTooLarge.into());
                }
                names.push((inode, name.to_owned()));
            }
            rest = rest.get(length..).ok_or_else(malformed)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;

    #[test]
    fn all_names_are_told_and_not_more_than_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let expected: Vec<_> = (0..500).map(|number| format!("{number:0>40}")).collect();
        for name in &expected {
            File::create(folder.path().join(name)).unwrap();
        }
        let listed = |most| names(File::open(folder.path()).unwrap().as_fd(), most);
        let mut found: Vec<_> = listed(500)
            .unwrap()
            .into_iter()
            .map(|(inode, name)| {
                let name = name.into_string().unwrap();
                assert_eq!(inode, std::fs::metadata(folder.path().join(&name)).unwrap().ino());
                name
            })
            .collect();
        found.sort();
        assert_eq!(found, expected);
        assert_eq!(listed(499).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    }
}
