//! The form in which a submission's files travel into a jail.
//!
//! Written by the server into a sealed memory file, unpacked inside the jail by a process that already has the jail's
//! root and uid. For each file: path length (u32, little endian), content length (u32, little endian), path, content.

use crate::beneath::Tree;
use std::io::{self, Read};

/// Paths longer than this are refused.
pub const MAX_PATH_BYTES: usize = 1024;

/// A path or a file is too long for the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("path or content too long")]
pub struct TooLong;

/// Appends one file.
///
/// # Errors
/// When the path or the content does not fit the format.
pub fn append(archive: &mut Vec<u8>, path: &str, content: &[u8]) -> Result<(), TooLong> {
    let path_len = u32::try_from(path.len()).ok().filter(|_| path.len() <= MAX_PATH_BYTES).ok_or(TooLong)?;
    let content_len = u32::try_from(content.len()).map_err(|_| TooLong)?;
    archive.extend_from_slice(&path_len.to_le_bytes());
    archive.extend_from_slice(&content_len.to_le_bytes());
    archive.extend_from_slice(path.as_bytes());
    archive.extend_from_slice(content);
    Ok(())
}

/// Makes every file of the archive in the tree.
///
/// # Errors
/// When the archive is malformed, or a file cannot be made.
pub fn unpack(archive: &mut impl Read, tree: &Tree) -> io::Result<()> {
    while let Some((path_len, content_len)) = header(archive)? {
        let mut path = vec![0; path_len];
        archive.read_exact(&mut path)?;
        let path = String::from_utf8(path).map_err(|_| io::ErrorKind::InvalidData)?;
        let mut file = tree.create(&path)?;
        let copied = io::copy(&mut archive.by_ref().take(content_len), &mut file)?;
        if copied != content_len {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    Ok(())
}

fn header(archive: &mut impl Read) -> io::Result<Option<(usize, u64)>> {
    let mut bytes = [0; 8];
    let mut filled = 0;
    while filled < bytes.len() {
        match archive.read(bytes.get_mut(filled..).unwrap_or_default())? {
            0 if filled == 0 => return Ok(None),
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            length => filled += length,
        }
    }
    let [a, b, c, d, e, f, g, h] = bytes;
    let path_len = u32::from_le_bytes([a, b, c, d]) as usize;
    if path_len > MAX_PATH_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok(Some((path_len, u64::from(u32::from_le_bytes([e, f, g, h])))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpacked(archive: &[u8]) -> (tempfile::TempDir, io::Result<()>) {
        let folder = tempfile::tempdir().unwrap();
        let tree = Tree::new(std::fs::File::open(folder.path()).unwrap().into());
        let result = unpack(&mut &archive[..], &tree);
        (folder, result)
    }

    #[test]
    fn what_goes_in_comes_out() {
        let mut archive = Vec::new();
        append(&mut archive, "main.py", b"print(1)").unwrap();
        append(&mut archive, "pkg/empty", b"").unwrap();
        append(&mut archive, "pkg/bytes", &[0, 255, 10]).unwrap();
        let (folder, result) = unpacked(&archive);
        result.unwrap();
        assert_eq!(std::fs::read(folder.path().join("main.py")).unwrap(), b"print(1)");
        assert_eq!(std::fs::read(folder.path().join("pkg/empty")).unwrap(), b"");
        assert_eq!(std::fs::read(folder.path().join("pkg/bytes")).unwrap(), [0, 255, 10]);
    }

    #[test]
    fn an_archive_cut_anywhere_inside_a_file_is_refused() {
        let mut archive = Vec::new();
        append(&mut archive, "main.py", b"print(1)").unwrap();
        for length in 1..archive.len() {
            assert!(unpacked(&archive[..length]).1.is_err(), "{length}");
        }
        assert!(unpacked(&[]).1.is_ok());
    }

    #[test]
    fn names_that_leave_the_tree_and_doubles_are_refused() {
        for path in ["../x", "/x", "a/../x", ""] {
            let mut archive = Vec::new();
            append(&mut archive, path, b"x").unwrap();
            assert!(unpacked(&archive).1.is_err(), "{path}");
        }
        let mut archive = Vec::new();
        append(&mut archive, "x", b"1").unwrap();
        append(&mut archive, "x", b"2").unwrap();
        assert!(unpacked(&archive).1.is_err());
        assert!(append(&mut Vec::new(), &"x".repeat(1025), b"").is_err());
    }
}
