//! Toolchains outside `/usr`: where they appear in the jail, and how the supervisor finds them on the machine.

use serde::Deserialize;
use std::{
    io,
    path::{Path, PathBuf},
    process::Command,
};

/// Every toolchain mount lies below this folder of the jail.
pub(crate) const TARGET_PARENT: &str = "/opt/toolchains/";

/// One folder of the machine that is bound read-only into every jail.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mount {
    /// Name, unique among all languages.
    pub name: String,
    /// Absolute folder inside the jail.
    pub target: String,
    /// Folders to look at first, in order. A relative one lies in the server's folder of toolchains.
    #[serde(default)]
    pub candidates: Vec<String>,
    /// A command whose first line of output is the folder, for toolchains that know their own place.
    #[serde(default)]
    pub argv: Vec<String>,
    /// A file that must exist below the folder, or the folder does not count.
    pub contains: String,
}

/// A toolchain was not found.
#[derive(Debug, thiserror::Error)]
pub enum LocateError {
    /// Neither the candidates nor the command gave a folder with the file that must be in it.
    #[error("find the {name} toolchain: no folder holds {contains} (looked at {looked_at})")]
    Missing {
        /// Name of the mount.
        name: String,
        /// The file that was looked for.
        contains: String,
        /// The places, for people.
        looked_at: String,
    },
    /// The command could not be run, and no candidate matched.
    #[error("find the {name} toolchain: run {program}")]
    Run {
        /// Name of the mount.
        name: String,
        /// The command's name.
        program: String,
        /// Why not.
        #[source]
        source: io::Error,
    },
}

impl Mount {
    /// Finds the folder on this machine. `toolchains` is the server's folder of toolchains.
    ///
    /// The command, where there is one, runs with the caller's own rights and environment: call this from the
    /// supervisor, before anything a user sent is near.
    ///
    /// # Errors
    /// When no folder holds what it must.
    pub fn locate(&self, toolchains: &Path) -> Result<PathBuf, LocateError> {
        let mut looked_at = Vec::new();
        for candidate in &self.candidates {
            let folder = toolchains.join(candidate);
            if let Some(found) = self.accepted(&folder) {
                return Ok(found);
            }
            looked_at.push(folder.display().to_string());
        }
        if let Some((program, arguments)) = self.argv.split_first() {
            let output = Command::new(program).args(arguments).output().map_err(|source| {
                LocateError::Run { name: self.name.clone(), program: program.clone(), source }
            })?;
            let text = String::from_utf8_lossy(&output.stdout);
            let folder = PathBuf::from(text.lines().next().unwrap_or_default().trim());
            if folder.is_absolute()
                && let Some(found) = self.accepted(&folder)
            {
                return Ok(found);
            }
            looked_at.push(format!("{} as told by {program}", folder.display()));
        }
        Err(LocateError::Missing {
            name: self.name.clone(),
            contains: self.contains.clone(),
            looked_at: looked_at.join(", "),
        })
    }

    fn accepted(&self, folder: &Path) -> Option<PathBuf> {
        let folder = folder.canonicalize().ok()?;
        folder.join(&self.contains).exists().then_some(folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mount(candidates: &[&str], argv: &[&str]) -> Mount {
        Mount {
            name: "tool".into(),
            target: "/opt/toolchains/tool".into(),
            candidates: candidates.iter().map(ToString::to_string).collect(),
            argv: argv.iter().map(ToString::to_string).collect(),
            contains: "bin/tool".into(),
        }
    }

    #[test]
    fn the_first_folder_that_holds_the_file_wins() {
        let folder = tempfile::tempdir().unwrap();
        let tool = folder.path().canonicalize().unwrap().join("tool-2");
        std::fs::create_dir_all(tool.join("bin")).unwrap();
        std::fs::create_dir_all(folder.path().join("tool-1")).unwrap();
        std::fs::write(tool.join("bin/tool"), "").unwrap();
        assert_eq!(mount(&["tool-1", "tool-2"], &[]).locate(folder.path()).unwrap(), tool);
        let told = tool.display().to_string();
        assert_eq!(mount(&["tool-1"], &["echo", &told]).locate(folder.path()).unwrap(), tool);
    }

    #[test]
    fn a_missing_toolchain_is_named_with_the_places() {
        let error = mount(&["a"], &["echo", "/nowhere"]).locate(Path::new("/none")).unwrap_err().to_string();
        assert_eq!(
            error,
            "find the tool toolchain: no folder holds bin/tool (looked at /none/a, /nowhere as told by echo)"
        );
    }
}
