//! What a toolchain is made of, in one number: when it changes, what was found out about it no longer counts.

use runyard_languages::{Language, WORK_FOLDER};
use sha2::{Digest as _, Sha256};
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
};

/// Where each toolchain mount was found on the machine, by the mount's name.
pub type ToolchainFolders = BTreeMap<String, PathBuf>;

/// A toolchain's digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToolchainDigest {
    /// Hexadecimal.
    pub text: String,
    /// Whether every program of the toolchain could be looked at. A server without privileges cannot look into root's home, and
    /// must ask such a toolchain for its version instead.
    pub complete: bool,
}

/// Looks at the programs a language starts: their real paths, sizes and times of change, and the language's own file.
#[must_use]
pub fn toolchain_digest(language: &Language, folders: &ToolchainFolders) -> ToolchainDigest {
    let mut hash = Sha256::new();
    hash.update(language.definition().as_bytes());
    let mut complete = true;
    let programs = language.programs().into_iter().map(|program| (program, true));
    // A missing formatter is no gap in what is known, but one that appears is a change.
    let tools = language.tool_programs().into_iter().map(|program| (program, false));
    for (program, needed) in programs.chain(tools) {
        if program.starts_with(WORK_FOLDER) {
            continue;
        }
        let path = host_path(&program, language, folders);
        let seen = path.canonicalize().and_then(|real| Ok((fs::metadata(&real)?, real)));
        let line = match seen {
            Ok((metadata, real)) => {
                format!(
                    "\n{program} {} {} {}.{}",
                    real.display(),
                    metadata.size(),
                    metadata.mtime(),
                    metadata.mtime_nsec()
                )
            }
            Err(_) => {
                complete &= !needed;
                format!("\n{program} {} unseen", path.display())
            }
        };
        hash.update(line.as_bytes());
    }
    let text = hash.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    });
    ToolchainDigest { text, complete }
}

/// The path on the machine of a path in the jail.
fn host_path(program: &str, language: &Language, folders: &ToolchainFolders) -> PathBuf {
    let path = Path::new(program);
    let mounted = language.mounts().iter().find_map(|mount| {
        let inside = path.strip_prefix(&mount.target).ok()?;
        Some(folders.get(&mount.name)?.join(inside))
    });
    mounted.unwrap_or_else(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use runyard_languages::Catalogue;

    #[test]
    fn a_changed_toolchain_has_another_digest() {
        let catalogue = Catalogue::embedded().unwrap();
        let typescript = catalogue.resolve("typescript", None).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let tool = folder.path().join("bin/tsc");
        fs::create_dir(folder.path().join("bin")).unwrap();
        let folders = ToolchainFolders::from([("typescript".to_owned(), folder.path().to_owned())]);

        let missing = toolchain_digest(&typescript, &folders);
        assert!(!missing.complete);
        fs::write(&tool, "1").unwrap();
        let first = toolchain_digest(&typescript, &folders);
        assert!(first.complete);
        assert_eq!(first, toolchain_digest(&typescript, &folders));
        fs::write(&tool, "22").unwrap();
        let second = toolchain_digest(&typescript, &folders);
        assert_ne!(first.text, second.text);
        assert_ne!(first.text, missing.text);
    }
}
