//! A Docker container that is not privileged, started as `deploy/container/run` starts one: what is tested are its options.
//!
//! `scripts/test-container` provides the daemon, the image and the control groups, in a network namespace that has loopback
//! alone, which the containers share. The binary and the toolchains that Debian does not have are shown to them read-only.

use crate::{
    acceptance,
    ordinary_user::{INSIDE, SHOWN, passed},
    starter::Launch,
};
use anyhow::{Context as _, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{self, Command},
    sync::atomic::{AtomicU32, Ordering},
};

/// Names the image.
const IMAGE: &str = "RUNYARD_IMAGE";

/// Where the binary is shown: nothing may be mounted into the folders that jails are shown.
const BINARY: &str = "/runyard";

/// Toolchains that are not in /usr.
const TOOLCHAINS: &str = "/opt/runyard/toolchains";

/// Becomes root of a user namespace with the container's own ids, as the server does, and goes on as the rest.
const ENTER: &str = r#"
import ctypes, os, sys
own, (moved, tell) = os.getpid(), os.pipe()
helper = os.fork()
if helper == 0:
    os.read(moved, 1)
    for map in ("uid_map", "gid_map"):
        with open(f"/proc/{own}/{map}", "w") as file:
            file.write("0 0 65536\n")
    os._exit(0)
NEW_USER = 0x10000000
if ctypes.CDLL(None, use_errno=True).unshare(NEW_USER):
    raise OSError(ctypes.get_errno(), "unshare")
os.write(tell, b"m")
os.waitpid(helper, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"#;

/// How many containers this process started, so that none is named twice.
static STARTED: AtomicU32 = AtomicU32::new(0);

/// Containers of one name, one after the other.
#[derive(Debug)]
pub(crate) struct Container {
    image: String,
    name: String,
}

impl Container {
    /// Where `scripts/test-container` is at work.
    ///
    /// # Errors
    /// When it is not.
    pub(crate) fn prepare() -> anyhow::Result<Self> {
        let image = std::env::var(IMAGE).context("containers are tested by scripts/test-container")?;
        let name = format!("testkit-{}-{}", process::id(), STARTED.fetch_add(1, Ordering::Relaxed));
        Ok(Self { image, name })
    }

    /// The binary in a container; arguments can be added.
    pub(crate) fn command(&self, launch: &Launch<'_>) -> anyhow::Result<Command> {
        let mut command = Command::new(acceptance::root().join("deploy/container/run"));
        command.args(["--network", "host", "--name", &self.name]);
        let mut show = |from: &Path, to: &Path, how: &str| {
            command.arg("--volume").arg(format!("{}:{}{how}", from.display(), to.display()));
        };
        show(Path::new(launch.binary), Path::new(BINARY), ":ro");
        for entry in fs::read_dir(TOOLCHAINS).into_iter().flatten().flatten() {
            show(&fs::canonicalize(entry.path())?, &entry.path(), ":ro");
        }
        if let Some(folder) = launch.folder {
            show(folder, folder, "");
        }
        // What a variable names is there too.
        for (_, value) in launch.environment {
            let path = PathBuf::from(value);
            if path.is_absolute() && path.exists() {
                show(&path, &path, ":ro");
            }
        }
        for (name, value) in launch.environment {
            command.arg("--env").arg(format!("{name}={value}"));
        }
        if let Some((folder, bytes)) = &launch.disk {
            let mount = format!("type=tmpfs,destination={},tmpfs-size={bytes}", folder.display());
            command.args(["--mount", &mount]);
        }
        command.arg(&self.image);
        if let Some(lack) = launch.lack {
            command.args(lack.words()?);
        }
        command.arg(BINARY);
        Ok(command)
    }

    /// Runs a test of the running test binary, by its path in it, as root of a user namespace in a container that is shown
    /// this folder.
    ///
    /// # Errors
    /// When it fails, with what it said.
    pub(crate) fn run_test(&self, name: &str, shown: Option<&Path>) -> anyhow::Result<()> {
        let mut command = Command::new(acceptance::root().join("deploy/container/run"));
        command.args(["--network", "host", "--name", &self.name, "--env"]).arg(format!("{INSIDE}=1"));
        let test = std::env::current_exe()?;
        command.arg("--volume").arg(format!("{}:/test:ro", test.display()));
        if let Some(shown) = shown {
            command.arg("--volume").arg(format!("{0}:{0}:ro", shown.display()));
            command.arg("--env").arg(format!("{SHOWN}={}", shown.display()));
        }
        command.args([&self.image, "python3", "-c", ENTER, "/test", "--exact", name, "--nocapture"]);
        passed(name, &mut command)
    }

    /// The container's first process, as the machine numbers it.
    pub(crate) fn first_process(&self) -> anyhow::Result<i32> {
        let said =
            Command::new("docker").args(["inspect", "--format", "{{.State.Pid}}", &self.name]).output()?;
        ensure!(said.status.success(), "no container: {}", String::from_utf8_lossy(&said.stderr));
        Ok(String::from_utf8_lossy(&said.stdout).trim().parse()?)
    }
}
