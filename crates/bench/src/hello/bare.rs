//! The same program without Runyard: files in a folder in memory, absolute paths, an empty environment.

use super::workload::Workload;
use anyhow::{Context as _, ensure};
use std::{fs, path::Path, process::Stdio};
use tempfile::TempDir;
use tokio::process::Command;

/// A program that can be started by hand again and again.
#[derive(Debug)]
pub(crate) struct Program {
    workload: Workload,
    folder: TempDir,
}

impl Program {
    /// Writes the source, and compiles it where that is not measured.
    pub(crate) fn prepare(workload: &Workload) -> anyhow::Result<Self> {
        // A jail's work folder lies in memory too.
        let folder = TempDir::new_in("/dev/shm")?;
        fs::write(folder.path().join(workload.file), workload.source)?;
        if workload.compiled_before {
            let [compiler, arguments @ ..] = workload.compile else {
                anyhow::bail!("nothing to compile with")
            };
            let status = std::process::Command::new(compiler)
                .args(arguments)
                .current_dir(folder.path())
                .env_clear()
                .env("PATH", "/usr/bin")
                .status()?;
            ensure!(status.success(), "{compiler} failed");
        }
        Ok(Self { workload: *workload, folder })
    }

    /// Once, start to end.
    pub(crate) async fn run(&self) -> anyhow::Result<()> {
        if !self.workload.compile.is_empty() && !self.workload.compiled_before {
            start(self.workload.compile, self.folder.path()).await?;
        }
        let output = start(self.workload.run, self.folder.path()).await?;
        ensure!(
            output == b"hello\n",
            "{:?} printed {:?}",
            self.workload.run,
            String::from_utf8_lossy(&output)
        );
        Ok(())
    }
}

async fn start(argv: &[&str], folder: &Path) -> anyhow::Result<Vec<u8>> {
    let [program, arguments @ ..] = argv else { anyhow::bail!("an empty command") };
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        // Compilers look for the assembler and the linker here.
        .env("PATH", "/usr/bin:/bin")
        .stdin(Stdio::null())
        .output()
        .await
        .with_context(|| format!("failed to start {program}"))?;
    ensure!(output.status.success(), "{argv:?} failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}
