//! The one way to touch a tree that a program could have touched.
//!
//! Every name is opened with openat2 strictly beneath a folder's descriptor: no symbolic link anywhere on the way, no
//! `/proc` magic link, no other mount, nothing above. Files are made with O_EXCL, so nothing planted is ever written to.
//! Path functions of the standard library are not used on such trees.

use crate::sys::openat2;
use std::ffi::CString;
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

/// A name that may not enter a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing at all, or nothing between two slashes.
    #[error("empty name in the path")]
    Empty,
    /// It begins with a slash.
    #[error("the path is absolute")]
    Absolute,
    /// `.` or `..`.
    #[error("the path holds . or ..")]
    Dots,
    /// NUL, another control character or a backslash.
    #[error("the path holds a control character or a backslash")]
    Character,
    /// Longer than Linux allows.
    #[error("the path is too long")]
    TooLong,
}

/// The components of a relative path that is safe to make.
///
/// # Errors
/// Says what is wrong with the path.
pub fn components(path: &str) -> Result<Vec<&str>, NameError> {
    if path.starts_with('/') {
        return Err(NameError::Absolute);
    }
    if path.len() > crate::archive::MAX_PATH_BYTES {
        return Err(NameError::TooLong);
    }
    path.split('/')
        .map(|name| match name {
            "" => Err(NameError::Empty),
            "." | ".." => Err(NameError::Dots),
            _ if name.len() > 255 => Err(NameError::TooLong),
            _ if name.chars().any(|c| c.is_control() || c == '\\') => Err(NameError::Character),
            _ => Ok(name),
        })
        .collect()
}

/// A folder and everything beneath it.
#[derive(Debug)]
pub struct Tree {
    root: OwnedFd,
}

impl Tree {
    /// A tree from its folder's descriptor.
    #[must_use]
    pub fn new(root: OwnedFd) -> Self {
        Self { root }
    }

    /// Makes a new file, with the folders on its way, and gives it open for writing.
    ///
    /// # Errors
    /// When the path is not safe, a component is anything but a folder, or the file exists.
    pub fn create(&self, path: &str) -> io::Result<File> {
        let names = components(path).map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        let (last, folders) = names.split_last().ok_or(io::ErrorKind::InvalidInput)?;
        let folder = self.make_folders(folders)?;
        let parent: BorrowedFd<'_> = folder.as_ref().map_or(self.root.as_fd(), AsFd::as_fd);
        let flags = libc::O_WRONLY | libc::O_CREAT | libc::O_EXCL;
        openat2::open_beneath(parent, &CString::new(*last)?, flags, 0o644).map(File::from)
    }

    /// Makes a folder, with those on its way. One that is there already is as good.
    ///
    /// # Errors
    /// When the path is not safe, or a component is anything but a folder.
    pub fn create_folder(&self, path: &str) -> io::Result<()> {
        let names = components(path).map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        self.make_folders(&names).map(drop)
    }

    /// The last of these folders, each in the one before.
    fn make_folders(&self, names: &[&str]) -> io::Result<Option<OwnedFd>> {
        let mut folder: Option<OwnedFd> = None;
        for name in names {
            let name = CString::new(*name)?;
            let parent = folder.as_ref().map_or(self.root.as_fd(), AsFd::as_fd);
            match openat2::make_folder(parent, &name, 0o755) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                _ => {}
            }
            folder = Some(openat2::open_beneath(parent, &name, libc::O_DIRECTORY, 0)?);
        }
        Ok(folder)
    }

    /// Opens a regular file for reading.
    ///
    /// # Errors
    /// When the path is not safe, a link is on the way, or it is not a regular file.
    pub fn open(&self, path: &str) -> io::Result<File> {
        components(path).map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        let file = openat2::open_beneath(self.root.as_fd(), &CString::new(path)?, libc::O_RDONLY, 0)?;
        let file = File::from(file);
        if file.metadata()?.is_file() {
            Ok(file)
        } else {
            Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::os::unix::fs::symlink;

    fn tree() -> (tempfile::TempDir, Tree) {
        let folder = tempfile::tempdir().unwrap();
        let tree = Tree::new(File::open(folder.path()).unwrap().into());
        (folder, tree)
    }

    #[test]
    fn files_are_made_with_their_folders() {
        let (folder, tree) = tree();
        tree.create("a/b/c.txt").unwrap().write_all(b"hi").unwrap();
        tree.create("a/b/d.txt").unwrap();
        assert_eq!(std::fs::read(folder.path().join("a/b/c.txt")).unwrap(), b"hi");
        let mut text = String::new();
        tree.open("a/b/c.txt").unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "hi");
    }

    #[test]
    fn planted_links_are_never_followed() {
        let (folder, tree) = tree();
        let outside = tempfile::tempdir().unwrap();
        let canary = outside.path().join("canary");
        std::fs::write(&canary, "untouched").unwrap();
        symlink(outside.path(), folder.path().join("dir")).unwrap();
        symlink(&canary, folder.path().join("file")).unwrap();
        symlink(outside.path().join("new"), folder.path().join("dangling")).unwrap();
        std::fs::hard_link(&canary, folder.path().join("hard")).unwrap();
        for path in ["dir/x", "file", "dangling", "hard"] {
            assert!(tree.create(path).is_err(), "{path}");
        }
        for path in ["dir/canary", "file", "dangling", "dir"] {
            assert!(tree.open(path).is_err(), "{path}");
        }
        assert_eq!(std::fs::read_to_string(&canary).unwrap(), "untouched");
        assert_eq!(std::fs::read_dir(outside.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_not_a_regular_file_is_not_opened_and_does_not_block() {
        let (folder, tree) = tree();
        std::os::unix::net::UnixListener::bind(folder.path().join("socket")).unwrap();
        assert!(
            std::process::Command::new("mkfifo").arg(folder.path().join("fifo")).status().unwrap().success()
        );
        std::fs::create_dir(folder.path().join("folder")).unwrap();
        for path in ["socket", "fifo", "folder", "absent"] {
            assert!(tree.open(path).is_err(), "{path}");
        }
    }

    #[test]
    fn unsafe_names_are_refused() {
        for (path, error) in [
            ("", NameError::Empty),
            ("a//b", NameError::Empty),
            ("a/", NameError::Empty),
            ("/etc/passwd", NameError::Absolute),
            ("../x", NameError::Dots),
            ("a/../../x", NameError::Dots),
            ("./a", NameError::Dots),
            ("a\0b", NameError::Character),
            ("a\nb", NameError::Character),
            ("a\\b", NameError::Character),
        ] {
            assert_eq!(components(path), Err(error), "{path:?}");
        }
        assert_eq!(components(&"x".repeat(256)), Err(NameError::TooLong));
        assert_eq!(components(&"x/".repeat(1000)), Err(NameError::TooLong));
        assert_eq!(components("a/b c/ü.py"), Ok(vec!["a", "b c", "ü.py"]));
    }
}
