//! One open control file.

use super::CgroupError;
use std::fs::File;
use std::os::unix::fs::FileExt;

/// An open control file, with the name errors use.
#[derive(Debug)]
pub(super) struct Control {
    file: File,
    name: &'static str,
}

impl Control {
    pub(super) fn new(file: File, name: &'static str) -> Self {
        Self { file, name }
    }

    pub(super) fn file(&self) -> &File {
        &self.file
    }

    pub(super) fn write(&self, value: &str) -> Result<(), CgroupError> {
        self.file.write_all_at(value.as_bytes(), 0).map_err(|source| CgroupError::Write {
            file: self.name,
            value: value.to_owned(),
            source,
        })
    }

    pub(super) fn read(&self) -> Result<String, CgroupError> {
        let mut text = vec![0; 4096];
        let length = self
            .file
            .read_at(&mut text, 0)
            .map_err(|source| CgroupError::Read { file: self.name, source })?;
        text.truncate(length);
        String::from_utf8(text).map_err(|_| CgroupError::Understand { file: self.name })
    }

    pub(super) fn number(&self) -> Result<u64, CgroupError> {
        self.read()?.trim().parse().map_err(|_| CgroupError::Understand { file: self.name })
    }

    /// The number behind `key ` in a flat keyed file; 0 when the key is not there.
    pub(super) fn keyed(&self, key: &str) -> Result<u64, CgroupError> {
        let text = self.read()?;
        let found = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(' '));
        found.map_or(Ok(0), |value| {
            value.trim().parse().map_err(|_| CgroupError::Understand { file: self.name })
        })
    }

    /// The process ids in a `cgroup.procs` file, read to the end.
    pub(super) fn pids(&self) -> Result<Vec<i32>, CgroupError> {
        let mut text = Vec::new();
        let mut part = [0; 4096];
        loop {
            let length = self
                .file
                .read_at(&mut part, text.len() as u64)
                .map_err(|source| CgroupError::Read { file: self.name, source })?;
            let Some(new) = part.get(..length).filter(|new| !new.is_empty()) else { break };
            text.extend_from_slice(new);
        }
        let text = String::from_utf8(text).map_err(|_| CgroupError::Understand { file: self.name })?;
        Ok(text.lines().filter_map(|line| line.parse().ok()).collect())
    }
}
