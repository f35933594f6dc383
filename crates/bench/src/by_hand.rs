//! A program without Runyard: its files in a folder in memory, absolute paths, an environment of its own.

use crate::{
    around::{Around, Folders},
    toolchain::{FRESH, Toolchain},
};
use anyhow::{Context as _, ensure};
use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt as _,
    path::PathBuf,
    process::Stdio,
};
use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;

/// A program that can be started by hand again and again. Its folders are removed with it.
#[derive(Debug)]
pub(crate) struct Program {
    toolchain: Toolchain,
    around: Around,
    folder: TempDir,
}

impl Program {
    /// Makes its folders.
    pub(crate) fn new(toolchain: Toolchain, around: Around) -> anyhow::Result<Self> {
        // A jail's work folder lies in memory too.
        let folder = TempDir::new_in("/dev/shm").context("failed to make a folder in memory")?;
        let program = Self { toolchain, around, folder };
        fs::create_dir(program.work())?;
        Ok(program)
    }

    fn work(&self) -> PathBuf {
        self.folder.path().join("work")
    }

    fn fresh(&self) -> PathBuf {
        self.folder.path().join("fresh")
    }

    /// Puts a source in place, and removes what an earlier one left. This is no part of what is measured.
    pub(crate) fn write(&self, source: &[u8]) -> anyhow::Result<()> {
        let fresh = self.fresh();
        if fresh.exists() {
            fs::remove_dir_all(&fresh)?;
        }
        fs::create_dir(&fresh)?;
        let file = self.work().join(self.toolchain.file);
        fs::write(&file, source).with_context(|| format!("failed to write {}", file.display()))?;
        fs::set_permissions(&file, Permissions::from_mode(0o755))?;
        Ok(())
    }

    /// Compiles it, where its language has a compiler.
    pub(crate) async fn compile(&self) -> anyhow::Result<()> {
        if !self.toolchain.compile.is_empty() {
            self.start(self.toolchain.compile, &[], b"").await?;
        }
        Ok(())
    }

    /// Runs it, start to end: what it printed.
    pub(crate) async fn run(&self, arguments: &[&str], stdin: &[u8]) -> anyhow::Result<Vec<u8>> {
        self.start(self.toolchain.run, arguments, stdin).await
    }

    async fn start(&self, argv: &[&str], arguments: &[&str], stdin: &[u8]) -> anyhow::Result<Vec<u8>> {
        let argv = [argv, arguments].concat();
        let (work, fresh) = (self.work(), self.fresh());
        let folders = Folders { work: &work, fresh: &fresh };
        let seen = self.around.fresh(folders).display().to_string();
        let environment: Vec<(&str, String)> = self
            .toolchain
            .environment
            .iter()
            .map(|(name, value)| (*name, value.replace(FRESH, &seen)))
            .collect();
        let mut command = self.around.command(folders, &argv, &environment);
        command.stdin(if stdin.is_empty() { Stdio::null() } else { Stdio::piped() });
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().with_context(|| format!("failed to start {argv:?}"))?;
        let input = child.stdin.take();
        let feed = async {
            if let Some(mut input) = input {
                // A program may end before it has read everything.
                let _read_or_not = input.write_all(stdin).await;
            }
        };
        let ((), output) = tokio::join!(feed, child.wait_with_output());
        let output = output.with_context(|| format!("failed to wait for {argv:?}"))?;
        ensure!(output.status.success(), "{argv:?} failed: {}", String::from_utf8_lossy(&output.stderr));
        Ok(output.stdout)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toolchain::BASH;

    #[tokio::test]
    async fn a_program_is_given_its_source_arguments_and_input() {
        let program = Program::new(BASH, Around::Nothing).unwrap();
        for word in ["one", "two"] {
            program.write(format!("read line; echo {word} $1 $line").as_bytes()).unwrap();
            program.compile().await.unwrap();
            let printed = program.run(&["a"], b"b\n").await.unwrap();
            assert_eq!(String::from_utf8_lossy(&printed), format!("{word} a b\n"));
        }
        program.write(b"exit 3").unwrap();
        assert!(program.run(&[], b"").await.is_err());
    }
}
