//! What stands around a command that is started by hand: nothing, bubblewrap, or a container.

use crate::toolchain::TOOLCHAINS;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};
use tokio::process::Command;

/// Where a sandbox has the folder of the program.
const WORK: &str = "/work";

/// What is on the PATH: compilers look for the assembler and the linker there.
const PATH: &str = "/usr/bin:/bin";

/// What stands around a command.
#[derive(Debug, Clone)]
pub(crate) enum Around {
    /// The command itself.
    Nothing,
    /// All namespaces, the system read-only, and memory to write to.
    Bubblewrap,
    /// `docker run` of this image, without a network.
    Docker {
        /// Its name.
        image: String,
    },
}

/// The folders of a program.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Folders<'a> {
    /// Its source and what is made of it.
    pub(crate) work: &'a Path,
    /// For passing things.
    pub(crate) fresh: &'a Path,
}

impl Around {
    /// Whether this can be used here; if not, why.
    pub(crate) async fn check(&self) -> Result<(), String> {
        match self {
            Self::Nothing => Ok(()),
            Self::Bubblewrap => {
                let folder = std::env::temp_dir();
                let folders = Folders { work: &folder, fresh: &folder };
                succeeds(self.command(folders, &["/usr/bin/true"], &[])).await
            }
            Self::Docker { .. } => {
                let mut info = Command::new("docker");
                info.arg("info");
                succeeds(info).await.map_err(|why| format!("no Docker daemon answers: {why}"))
            }
        }
    }

    /// The folder for passing things, as the command sees it.
    pub(crate) fn fresh<'a>(&self, folders: Folders<'a>) -> &'a Path {
        match self {
            Self::Nothing => folders.fresh,
            Self::Bubblewrap | Self::Docker { .. } => Path::new("/tmp"),
        }
    }

    /// This command with this around it, in the folder of the program and with these variables only.
    pub(crate) fn command(
        &self,
        folders: Folders<'_>,
        argv: &[&str],
        environment: &[(&str, String)],
    ) -> Command {
        match self {
            Self::Nothing => {
                let (program, arguments) = argv.split_first().unwrap_or((&"", &[]));
                let mut command = Command::new(program);
                command.args(arguments).current_dir(folders.work).env_clear().env("PATH", PATH);
                command.envs(environment.iter().map(|(name, value)| (name, value)));
                command
            }
            Self::Bubblewrap => {
                let mut command = Command::new("/usr/bin/bwrap");
                command.env_clear().args(["--unshare-all", "--die-with-parent", "--new-session"]);
                for folder in read_only() {
                    command.arg("--ro-bind").arg(&folder).arg(&folder);
                }
                for (target, name) in [("usr/bin", "/bin"), ("usr/lib", "/lib"), ("usr/lib64", "/lib64")] {
                    command.args(["--symlink", target, name]);
                }
                command.args(["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--bind"]);
                command.arg(folders.work).args([WORK, "--chdir", WORK, "--setenv", "PATH", PATH]);
                for (name, value) in environment {
                    command.args(["--setenv", name, value]);
                }
                command.arg("--").args(argv);
                command
            }
            Self::Docker { image } => {
                let mut command = Command::new("docker");
                command.args(["run", "--rm", "--interactive", "--network", "none", "--workdir", WORK]);
                command.arg("--volume").arg(format!("{}:{WORK}", folders.work.display()));
                for (name, value) in environment {
                    command.arg("--env").arg(format!("{name}={value}"));
                }
                command.arg(image).args(argv);
                command
            }
        }
    }
}

/// What programs need to see of the system, where it exists here.
fn read_only() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> =
        ["/usr", "/etc/alternatives", "/etc/ld.so.cache", "/etc/java-17-openjdk", TOOLCHAINS]
            .iter()
            .map(PathBuf::from)
            .collect();
    // The toolchain of Rust is a link to where it really is.
    folders.extend(fs::canonicalize(Path::new(TOOLCHAINS).join("rust")));
    folders.retain(|folder| folder.exists());
    folders
}

async fn succeeds(mut command: Command) -> Result<(), String> {
    match command.stdin(Stdio::null()).output().await {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            let line = said.lines().rfind(|line| !line.trim().is_empty());
            Err(line.map_or_else(|| output.status.to_string(), |line| line.trim().to_owned()))
        }
        Err(error) => Err(format!("{} cannot be started: {error}", command.as_std().get_program().display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(around: &Around) -> Vec<String> {
        let folders = Folders { work: Path::new("/dev/shm/x"), fresh: Path::new("/dev/shm/y") };
        let command = around.command(folders, &["./a.out", "7"], &[("TMPDIR", "/t".to_owned())]);
        let command = command.as_std();
        let words = std::iter::once(command.get_program()).chain(command.get_args());
        words.map(|word| word.to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn nothing_around_adds_nothing() {
        assert_eq!(words(&Around::Nothing), ["./a.out", "7"]);
    }

    #[test]
    fn sandboxes_end_with_the_command() {
        let bubblewrap = words(&Around::Bubblewrap);
        assert_eq!(bubblewrap.first().map(String::as_str), Some("/usr/bin/bwrap"));
        assert!(bubblewrap.join(" ").ends_with(
            "--bind /dev/shm/x /work --chdir /work --setenv PATH /usr/bin:/bin --setenv TMPDIR /t -- ./a.out 7"
        ));
        let docker = words(&Around::Docker { image: "runyard-bench".to_owned() });
        assert!(
            docker.join(" ").ends_with("--volume /dev/shm/x:/work --env TMPDIR=/t runyard-bench ./a.out 7")
        );
    }
}
