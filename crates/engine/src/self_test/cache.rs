//! Self-tests that passed, remembered between starts. Losing the file costs a second; believing a wrong one would cost more, so
//! anything odd about it means that nothing is remembered.

use runyard_types::Action;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

/// The form of the file. Another number means that nothing in it counts.
const FORMAT: u32 = 2;

/// A file larger than this is none of ours.
const MAX_FILE_BYTES: u64 = 1 << 20;

/// What is remembered of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Passed {
    /// Digest of the toolchain that passed.
    pub(super) digest: String,
    /// Its version.
    pub(super) version: String,
    /// What can be done with its programs beside running them.
    pub(super) tools: Vec<Action>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    format: u32,
    /// Version of the program that ran the tests.
    program: String,
    passed: BTreeMap<String, Passed>,
}

/// The remembered self-tests.
#[derive(Debug)]
pub struct SelfTestCache {
    path: Option<PathBuf>,
    passed: BTreeMap<String, Passed>,
}

impl SelfTestCache {
    /// Remembers nothing and writes nothing.
    #[must_use]
    pub fn none() -> Self {
        Self { path: None, passed: BTreeMap::new() }
    }

    /// Reads the file. One that is missing, damaged or of another version of this program is an empty one.
    #[must_use]
    pub fn load(path: &Path) -> Self {
        let passed = read(path).unwrap_or_else(|error| {
            if error.kind() != io::ErrorKind::NotFound {
                tracing::warn!(%error, path = %path.display(), "remembered self-tests not read; all run again");
            }
            BTreeMap::new()
        });
        Self { path: Some(path.to_owned()), passed }
    }

    pub(super) fn get(&self, language: &str) -> Option<&Passed> {
        self.passed.get(language)
    }

    pub(super) fn set(&mut self, language: &str, passed: Option<Passed>) {
        match passed {
            Some(passed) => self.passed.insert(language.to_owned(), passed),
            None => self.passed.remove(language),
        };
    }

    /// Writes the file beside itself first, so that a crash leaves the old one. A failure costs nothing but time at the next start.
    pub(super) fn store(&self) {
        let Some(path) = &self.path else { return };
        if let Err(error) = write(path, &self.passed) {
            tracing::warn!(%error, path = %path.display(), "self-tests not remembered");
        }
    }
}

fn read(path: &Path) -> io::Result<BTreeMap<String, Passed>> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() || metadata.len() > MAX_FILE_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let content: Content = serde_json::from_slice(&fs::read(path)?)?;
    let ours = content.format == FORMAT && content.program == env!("CARGO_PKG_VERSION");
    Ok(if ours { content.passed } else { BTreeMap::new() })
}

fn write(path: &Path, passed: &BTreeMap<String, Passed>) -> io::Result<()> {
    let content =
        Content { format: FORMAT, program: env!("CARGO_PKG_VERSION").to_owned(), passed: passed.clone() };
    let text = serde_json::to_vec_pretty(&content)?;
    let new = path.with_extension("new");
    let mut file = File::create(&new)?;
    file.write_all(&text)?;
    file.sync_all()?;
    fs::rename(&new, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed() -> Passed {
        Passed { digest: "abc".into(), version: "1.2".into(), tools: vec![Action::Lint] }
    }

    #[test]
    fn what_is_stored_is_loaded() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("self-tests.json");
        let mut cache = SelfTestCache::load(&path);
        assert_eq!(cache.get("c"), None);
        cache.set("c", Some(passed()));
        cache.set("go", Some(passed()));
        cache.set("go", None);
        cache.store();
        let loaded = SelfTestCache::load(&path);
        assert_eq!(loaded.get("c"), Some(&passed()));
        assert_eq!(loaded.get("go"), None);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_is_damaged_or_foreign_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("self-tests.json");
        for text in [
            "",
            "{",
            "[]",
            r#"{"format":2,"program":"0.0.0-other","passed":{"c":{"digest":"abc","version":"1.2","tools":[]}}}"#,
            r#"{"format":2,"program":"x","passed":{},"more":1}"#,
        ] {
            fs::write(&path, text).unwrap();
            assert_eq!(SelfTestCache::load(&path).get("c"), None, "{text}");
        }
        assert_eq!(SelfTestCache::load(folder.path()).get("c"), None);
    }
}
