//! A submission's files as one sealed memory file.

use crate::EngineError;
use runyard_sandbox::archive::{self, Kind};
use runyard_types::SourceFile;
use rustix::fs::{MemfdFlags, SealFlags, fcntl_add_seals, memfd_create};
use std::{
    fs::File,
    io::{self, Write as _},
    os::fd::OwnedFd,
};

/// Packs the files, of which the first may be `executable`. The seals make the content what it is for good: the slot may map or read it
/// without a second look.
pub(crate) fn pack(files: &[SourceFile], executable: bool) -> Result<OwnedFd, EngineError> {
    let mut bytes =
        Vec::with_capacity(files.iter().map(|file| 8 + file.path.len() + file.content.len()).sum());
    for (index, file) in files.iter().enumerate() {
        let permissions = if executable && index == 0 { 0o755 } else { 0 };
        let kind = Kind::File { permissions, bytes: u64::try_from(file.content.len()).unwrap_or(u64::MAX) };
        archive::begin(&mut bytes, &file.path, kind).map_err(EngineError::Pack)?;
        bytes.extend_from_slice(&file.content);
    }
    sealed(&bytes).map_err(EngineError::Pack)
}

/// These bytes as a memory file that nobody can change any more.
pub(crate) fn sealed(bytes: &[u8]) -> io::Result<OwnedFd> {
    let memory = memfd_create(c"submission", MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING)?;
    let mut file = File::from(memory);
    file.write_all(bytes)?;
    fcntl_add_seals(&file, SealFlags::SEAL | SealFlags::SHRINK | SealFlags::GROW | SealFlags::WRITE)?;
    Ok(file.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::FileExt as _;

    #[test]
    fn a_packed_archive_cannot_be_changed() {
        let files = [SourceFile { path: "a/b.txt".into(), content: "hello".into() }];
        let file = File::from(pack(&files, false).unwrap());
        let mut bytes = [0; 20];
        file.read_exact_at(&mut bytes, 0).unwrap();
        assert_eq!(&bytes, b"\x07\0\0\0\x05\0\0\0a/b.txthello");
        assert!(file.write_all_at(b"x", 0).is_err());
        assert!(file.set_len(0).is_err());
        assert!(file.set_len(100).is_err());
    }

    #[test]
    fn a_path_that_is_too_long_is_an_error() {
        let files = [SourceFile { path: "x".repeat(archive::MAX_PATH_BYTES + 1), content: "".into() }];
        assert!(matches!(pack(&files, false), Err(EngineError::Pack(_))));
    }
}
