//! The form in which files travel into a jail, and a compiler's work folder out of one and into others.
//!
//! Written by the server or by a slot's keeper into a sealed memory file, unpacked inside the jail by a process that already has the
//! jail's root and uid. For each entry: a word (u32), the content's length (u32), both little endian, path, content. The word holds
//! the path's length in its lower half. In the upper half are a file's permissions, or 0 for the usual ones (0644); the highest bit
//! says that it is a folder, which has neither permissions of its own nor content.

use crate::beneath::Tree;
use std::fs::Permissions;
use std::io::{self, Read, Write};
use std::os::unix::fs::PermissionsExt;

/// Paths longer than this are refused.
pub const MAX_PATH_BYTES: usize = 1024;

const LENGTH: u32 = 0xffff;
const PERMISSIONS_AT: u32 = 16;
const FOLDER: u32 = 1 << 31;

/// A path or a file is too long for the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("path or content too long")]
pub struct TooLong;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A file with so many bytes, which follow.
    File {
        /// Read, write and execute permissions; 0 for the usual ones.
        permissions: u32,
        /// Length of its content.
        bytes: u64,
    },
    /// A folder.
    Folder,
}

/// Appends one file with the usual permissions.
///
/// # Errors
/// When the path or the content does not fit the format.
pub fn append(archive: &mut Vec<u8>, path: &str, content: &[u8]) -> Result<(), TooLong> {
    let bytes = u64::try_from(content.len()).map_err(|_| TooLong)?;
    archive.extend_from_slice(&header_of(path, Kind::File { permissions: 0, bytes })?);
    archive.extend_from_slice(path.as_bytes());
    archive.extend_from_slice(content);
    Ok(())
}

/// Begins an entry; a file's content is to follow, exactly as many bytes as were announced.
///
/// # Errors
/// When the path or the content does not fit the format, or the archive cannot be written.
pub fn begin(archive: &mut impl Write, path: &str, kind: Kind) -> io::Result<()> {
    let header =
        header_of(path, kind).map_err(|too_long| io::Error::new(io::ErrorKind::InvalidInput, too_long))?;
    archive.write_all(&header)?;
    archive.write_all(path.as_bytes())
}

fn header_of(path: &str, kind: Kind) -> Result<[u8; 8], TooLong> {
    let path_len = u32::try_from(path.len()).ok().filter(|_| path.len() <= MAX_PATH_BYTES).ok_or(TooLong)?;
    let (upper, bytes) = match kind {
        Kind::File { permissions, bytes } => ((permissions & 0o777) << PERMISSIONS_AT, bytes),
        Kind::Folder => (FOLDER, 0),
    };
    let bytes = u32::try_from(bytes).map_err(|_| TooLong)?;
    let [a, b, c, d] = (path_len | upper).to_le_bytes();
    let [e, f, g, h] = bytes.to_le_bytes();
    Ok([a, b, c, d, e, f, g, h])
}

/// Makes every entry of the archive in the tree.
///
/// # Errors
/// When the archive is malformed, or an entry cannot be made.
pub fn unpack(archive: &mut impl Read, tree: &Tree) -> io::Result<()> {
    while let Some((path_len, kind)) = header(archive)? {
        let mut path = vec![0; path_len];
        archive.read_exact(&mut path)?;
        let path = String::from_utf8(path).map_err(|_| io::ErrorKind::InvalidData)?;
        let Kind::File { permissions, bytes } = kind else {
            tree.create_folder(&path)?;
            continue;
        };
        let mut file = tree.create(&path)?;
        if io::copy(&mut archive.by_ref().take(bytes), &mut file)? != bytes {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if permissions != 0 {
            file.set_permissions(Permissions::from_mode(permissions))?;
        }
    }
    Ok(())
}

fn header(archive: &mut impl Read) -> io::Result<Option<(usize, Kind)>> {
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
    let word = u32::from_le_bytes([a, b, c, d]);
    let content_len = u64::from(u32::from_le_bytes([e, f, g, h]));
    let path_len = (word & LENGTH) as usize;
    let permissions = (word & !FOLDER) >> PERMISSIONS_AT;
    let kind = match word & FOLDER {
        0 if permissions <= 0o777 => Kind::File { permissions, bytes: content_len },
        FOLDER if permissions == 0 && content_len == 0 => Kind::Folder,
        _ => return Err(io::ErrorKind::InvalidData.into()),
    };
    if path_len > MAX_PATH_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok(Some((path_len, kind)))
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

    #[test]
    fn permissions_and_empty_folders_survive() {
        let mut archive = Vec::new();
        for (path, permissions) in [("run", 0o755), ("secret", 0o600), ("usual", 0)] {
            begin(&mut archive, path, Kind::File { permissions, bytes: 2 }).unwrap();
            archive.extend_from_slice(b"ok");
        }
        for path in ["empty", "a/b", "a"] {
            begin(&mut archive, path, Kind::Folder).unwrap();
        }
        let (folder, result) = unpacked(&archive);
        result.unwrap();
        let mode = |path| std::fs::metadata(folder.path().join(path)).unwrap().permissions().mode() & 0o7777;
        assert_eq!([mode("run"), mode("secret"), mode("usual")], [0o755, 0o600, 0o644]);
        assert!(["empty", "a/b"].iter().all(|path| folder.path().join(path).is_dir()));
    }

    #[test]
    fn entries_that_are_nothing_known_are_refused() {
        let entry = |word: u32, length: u32| {
            let mut archive = word.to_le_bytes().to_vec();
            archive.extend_from_slice(&length.to_le_bytes());
            archive.extend_from_slice(b"xy");
            unpacked(&archive).1
        };
        assert!(entry(1 | 0o755 << PERMISSIONS_AT, 1).is_ok());
        for (word, length) in [
            (1 | 0o4755 << PERMISSIONS_AT, 1),
            (1 | 0o1000 << PERMISSIONS_AT, 1),
            (2 | FOLDER | 1 << PERMISSIONS_AT, 0),
            (1 | FOLDER, 1),
            (1025, 0),
        ] {
            assert!(entry(word, length).is_err(), "{word:x} {length}");
        }
        assert!(entry(2 | FOLDER, 0).is_ok());
    }
}
