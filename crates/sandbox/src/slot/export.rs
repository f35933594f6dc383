//! What a compiler left in the work folder, as an archive that others may be given.
//!
//! Done by the keeper between two stages, when nothing of the stage is left and so nothing can change the folder. All the same
//! everything in it was made by whoever wrote the program: names are opened strictly beneath the folder, never through a link,
//! and what is not an ordinary file or an ordinary folder makes the whole result one that is not kept.

use crate::archive::{self, Kind};
use crate::beneath::components;
use crate::sys::{fd, folder, openat2};
use std::ffi::{CStr, CString};
use std::fs::File;
use std::io::{self, BufWriter, Read};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::fs::{MetadataExt, PermissionsExt};

/// Folders within folders.
const DEEPEST: usize = 32;
/// No archive holds more, whatever the server asks for. Compilers leave one file or a few, a class each at most.
pub(super) const MOST: Most = Most { bytes: 256 << 20, entries: 1000 };
/// Of every folder, as compilers and the unpacking make them.
const FOLDER_PERMISSIONS: u32 = 0o755;

/// Why a work folder is not kept.
#[derive(Debug, thiserror::Error)]
pub(super) enum ExportError {
    /// Something in it is not fit to be kept.
    #[error("{0}")]
    Unfit(&'static str),
    /// It could not be read.
    #[error("read the work folder")]
    Read(#[source] io::Error),
    /// The archive could not be written.
    #[error("write the archive")]
    Write(#[source] io::Error),
}

/// What an archive may hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Most {
    pub bytes: u64,
    /// Files and folders.
    pub entries: usize,
}

/// Packs the folder behind `root`, all of which must belong to `uid`, into a sealed memory file.
pub(super) fn pack(root: &File, uid: u32, most: Most) -> Result<OwnedFd, ExportError> {
    let file = fd::memfd(c"program").map_err(ExportError::Write)?;
    let room = Most { bytes: most.bytes.min(MOST.bytes), entries: most.entries.min(MOST.entries) };
    let mut export = Export { archive: BufWriter::new(file), uid, room };
    check_folder(root, uid)?;
    export.folder(root.as_fd(), "", 0)?;
    let file = export.archive.into_inner().map_err(|error| ExportError::Write(error.into_error()))?;
    fd::seal(&file).map_err(ExportError::Write)?;
    Ok(file.into())
}

struct Export {
    archive: BufWriter<File>,
    uid: u32,
    /// What it may still hold.
    room: Most,
}

impl Export {
    fn folder(&mut self, folder: BorrowedFd<'_>, prefix: &str, depth: usize) -> Result<(), ExportError> {
        if depth > DEEPEST {
            return Err(ExportError::Unfit("its folders are too deep"));
        }
        let names = folder::names(folder, self.room.entries).map_err(|error| match error.kind() {
            io::ErrorKind::FileTooLarge => ExportError::Unfit("it holds too many files"),
            _ => ExportError::Read(error),
        })?;
        self.room.entries = self.room.entries.saturating_sub(names.len());
        // Made again in the order in which it was made, the folder lists as it does now.
        let mut entry = |(_, name): &(u64, CString)| self.entry(folder, name, prefix, depth);
        if newest_first(&names) {
            names.iter().rev().try_for_each(&mut entry)
        } else {
            names.iter().try_for_each(&mut entry)
        }
    }

    fn entry(
        &mut self,
        folder: BorrowedFd<'_>,
        name: &CStr,
        prefix: &str,
        depth: usize,
    ) -> Result<(), ExportError> {
        let text = name.to_str().map_err(|_| ExportError::Unfit("a name in it is not UTF-8"))?;
        let path = if prefix.is_empty() { text.to_owned() } else { format!("{prefix}/{text}") };
        components(&path).map_err(|_| ExportError::Unfit("a name in it is odd"))?;
        // Fails on links and sockets, and does not wait for the other end of a pipe.
        let opened = openat2::open_beneath(folder, name, libc::O_RDONLY, 0)
            .map_err(|_| ExportError::Unfit("it holds something that is no file and no folder"))?;
        let opened = File::from(opened);
        let metadata = opened.metadata().map_err(ExportError::Read)?;
        if metadata.is_dir() {
            check_folder(&opened, self.uid)?;
            self.take_room(0, &path)?;
            archive::begin(&mut self.archive, &path, Kind::Folder).map_err(ExportError::Write)?;
            return self.folder(opened.as_fd(), &path, depth + 1);
        }
        let permissions = metadata.permissions().mode() & 0o7777;
        let ordinary = metadata.is_file() && metadata.nlink() == 1 && metadata.uid() == self.uid;
        if !ordinary || permissions == 0 || permissions > 0o777 {
            return Err(ExportError::Unfit("it holds something that is no ordinary file"));
        }
        let bytes = metadata.len();
        self.take_room(bytes, &path)?;
        let kind = Kind::File { permissions, bytes };
        archive::begin(&mut self.archive, &path, kind).map_err(ExportError::Write)?;
        let copied = io::copy(&mut opened.take(bytes), &mut self.archive).map_err(ExportError::Write)?;
        if copied != bytes {
            return Err(ExportError::Read(io::ErrorKind::UnexpectedEof.into()));
        }
        Ok(())
    }

    /// Before anything is read: a file may be sparse, and cost its maker nothing.
    fn take_room(&mut self, bytes: u64, path: &str) -> Result<(), ExportError> {
        let header = 8 + u64::try_from(path.len()).unwrap_or(u64::MAX);
        let left = self.room.bytes.checked_sub(bytes).and_then(|room| room.checked_sub(header));
        self.room.bytes = left.ok_or(ExportError::Unfit("it is too large"))?;
        Ok(())
    }
}

/// Whether the kernel lists what was made last first, which differs between versions. A tmpfs counts its inodes up.
fn newest_first(names: &[(u64, CString)]) -> bool {
    let falls = names.windows(2).filter(|pair| matches!(pair, [(one, _), (next, _)] if one > next)).count();
    falls * 2 >= names.len().saturating_sub(1)
}

fn check_folder(folder: &File, uid: u32) -> Result<(), ExportError> {
    let metadata = folder.metadata().map_err(ExportError::Read)?;
    let permissions = metadata.permissions().mode() & 0o7777;
    if !metadata.is_dir() || metadata.uid() != uid || permissions != FOLDER_PERMISSIONS {
        return Err(ExportError::Unfit("it holds a folder that is not an ordinary one"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::beneath::Tree;
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{FileExt, symlink};
    use std::path::Path;

    fn made(make: impl FnOnce(&Path)) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
        fs::write(folder.path().join("a.out"), "program").unwrap();
        fs::set_permissions(folder.path().join("a.out"), Permissions::from_mode(0o755)).unwrap();
        make(folder.path());
        folder
    }

    fn packed(folder: &tempfile::TempDir, max_bytes: u64) -> Result<OwnedFd, ExportError> {
        let root = File::open(folder.path()).unwrap();
        let uid = root.metadata().unwrap().uid();
        pack(&root, uid, Most { bytes: max_bytes, ..MOST })
    }

    fn refused(make: impl FnOnce(&Path)) -> String {
        packed(&made(make), 1 << 20).unwrap_err().to_string()
    }

    #[test]
    fn what_is_packed_unpacks_the_same() {
        let from = made(|path| {
            fs::create_dir_all(path.join("b/empty")).unwrap();
            fs::write(path.join("b/secret"), [0, 255]).unwrap();
            fs::set_permissions(path.join("b/secret"), Permissions::from_mode(0o600)).unwrap();
        });
        let archive = File::from(packed(&from, 1 << 20).unwrap());
        assert!(fd::is_sealed(archive.as_fd()));
        assert!(archive.write_all_at(b"x", 0).is_err() && archive.set_len(0).is_err());
        let mut bytes = vec![0; usize::try_from(archive.metadata().unwrap().len()).unwrap()];
        archive.read_exact_at(&mut bytes, 0).unwrap();
        let to = tempfile::tempdir().unwrap();
        archive::unpack(&mut &bytes[..], &Tree::new(File::open(to.path()).unwrap().into())).unwrap();
        let mode = |path| fs::metadata(to.path().join(path)).unwrap().permissions().mode() & 0o7777;
        assert_eq!((mode("a.out"), mode("b/secret"), mode("b/empty")), (0o755, 0o600, 0o755));
        assert_eq!(fs::read(to.path().join("a.out")).unwrap(), b"program");
        assert_eq!(fs::read(to.path().join("b/secret")).unwrap(), [0, 255]);
        assert_eq!(fs::read_dir(to.path()).unwrap().count(), 2);
    }

    #[test]
    fn anything_but_ordinary_files_and_folders_is_not_kept() {
        let odd = "it holds something that is no file and no folder";
        let unusual = "it holds something that is no ordinary file";
        assert_eq!(refused(|path| symlink("/etc/shadow", path.join("x")).unwrap()), odd);
        assert_eq!(refused(|path| symlink("a.out", path.join("x")).unwrap()), odd);
        assert_eq!(refused(|path| symlink("/etc", path.join("x")).unwrap()), odd);
        let socket = |path: &Path| drop(std::os::unix::net::UnixListener::bind(path.join("x")).unwrap());
        assert_eq!(refused(socket), odd);
        let made = |kind: &'static [&'static str]| {
            refused(|path| {
                let mut command = std::process::Command::new(kind[0]);
                assert!(command.arg(path.join("x")).args(&kind[1..]).status().unwrap().success());
            })
        };
        assert_eq!(made(&["mkfifo"]), unusual);
        assert_eq!(refused(|path| fs::hard_link(path.join("a.out"), path.join("x")).unwrap()), unusual);
        for mode in [0o4755, 0o2755, 0o1755, 0] {
            let file = |path: &Path| {
                fs::set_permissions(path.join("a.out"), Permissions::from_mode(mode)).unwrap();
            };
            assert_eq!(refused(file), unusual, "{mode:o}");
        }
        let folder = "it holds a folder that is not an ordinary one";
        for mode in [0o700, 0o777, 0o1755] {
            let make = |path: &Path| {
                fs::create_dir(path.join("x")).unwrap();
                fs::set_permissions(path.join("x"), Permissions::from_mode(mode)).unwrap();
            };
            assert_eq!(refused(make), folder, "{mode:o}");
            assert_eq!(
                refused(|path| fs::set_permissions(path, Permissions::from_mode(mode)).unwrap()),
                folder
            );
        }
    }

    #[test]
    fn odd_names_are_not_kept() {
        use std::os::unix::ffi::OsStrExt;
        for name in [&b"a\nb"[..], b"a\\b", b"\xff"] {
            let make =
                |path: &Path| drop(File::create(path.join(std::ffi::OsStr::from_bytes(name))).unwrap());
            assert!(refused(make).starts_with("a name in it is "), "{name:?}");
        }
    }

    #[test]
    fn too_many_too_deep_and_too_large_are_not_kept() {
        let many = |count: usize| {
            move |path: &Path| {
                (1..count).for_each(|number| drop(File::create(path.join(number.to_string())).unwrap()))
            }
        };
        assert!(packed(&made(many(MOST.entries)), 1 << 20).is_ok());
        assert_eq!(refused(many(MOST.entries + 1)), "it holds too many files");
        let deep =
            |depth| move |path: &Path| fs::create_dir_all(path.join(vec!["x"; depth].join("/"))).unwrap();
        assert!(packed(&made(deep(DEEPEST)), 1 << 20).is_ok());
        assert_eq!(refused(deep(DEEPEST + 1)), "its folders are too deep");
        let sparse = |path: &Path| File::create(path.join("x")).unwrap().set_len(1 << 40).unwrap();
        assert_eq!(refused(sparse), "it is too large");
        let exact = 8 + 5 + 7;
        assert_eq!(File::from(packed(&made(|_| {}), exact).unwrap()).metadata().unwrap().len(), exact);
        assert_eq!(packed(&made(|_| {}), exact - 1).unwrap_err().to_string(), "it is too large");
    }

    #[test]
    fn what_belongs_to_others_is_not_kept() {
        let folder = made(|_| {});
        let root = File::open(folder.path()).unwrap();
        let uid = root.metadata().unwrap().uid();
        assert!(matches!(pack(&root, uid + 1, MOST), Err(ExportError::Unfit(_))));
    }
}
