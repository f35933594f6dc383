//! Somebody who is not root: an account that exists only in what a test starts, prepared as an operator prepares one.
//!
//! The machine's /etc is not touched: commands run in a mount namespace where the account is in passwd(5) and subuid(5). What
//! the preparation makes outside of it, the control groups, is removed in the end.

use crate::{Mode, container::Container, own_group, turn::Turn};
use anyhow::{Context as _, ensure};
use std::{
    fs::{self, Permissions},
    os::unix::fs::{PermissionsExt as _, chown},
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// An account no distribution gives to anybody.
const NAME: &str = "runyard-testkit";
const ID: u32 = 48_611;
/// Where its subordinate ids begin.
const FIRST_SUBORDINATE: u32 = 700_000;

/// Set where a test already runs as root of a user namespace.
pub(crate) const INSIDE: &str = "TESTKIT_INSIDE";

/// Names the folder that a test in a container was given, because it could not make it there.
pub const SHOWN: &str = "TESTKIT_SHOWN";

/// Runs a test binary with this one test.
pub(crate) fn passed(name: &str, command: &mut Command) -> anyhow::Result<()> {
    let output = command.output()?;
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    ensure!(output.status.success() && said.contains("1 passed"), "{name}: {said}");
    Ok(())
}

/// For tests that make a jail themselves instead of starting a server: where the mode is not the machine's root, runs the test
/// of this path once more where the mode says. Whether it did; then there is nothing left to do here. A container shows it the
/// folder, and [`SHOWN`] names it there.
///
/// # Errors
/// When the test fails there.
pub fn run_in_mode(binary: &str, test: &str, shown: Option<&Path>) -> anyhow::Result<bool> {
    if std::env::var_os(INSIDE).is_some() {
        return Ok(false);
    }
    match Mode::chosen()? {
        Mode::Root => return Ok(false),
        Mode::Rootless => OrdinaryUser::prepare(binary)?.run_test(test)?,
        Mode::Container => {
            let _turn = Turn::take()?;
            Container::prepare()?.run_test(test, shown)?;
        }
    }
    Ok(true)
}

/// Shows the account's files over /etc, the binary, the running test and the Rust toolchain where everybody may read them, then
/// goes on as `$4...`.
const STAGE: &str = r#"
set -eu
folder=$1 binary=$2 test=$3; shift 3
mount -t overlay overlay -o "ro,lowerdir=$folder/etc:/etc" /etc
mount --bind "$binary" "$folder/runyard"
mount --bind "$test" "$folder/test"
toolchain=$(readlink -f /opt/runyard/toolchains/rust || true)
case $toolchain in
/root/*)
    mount --bind "$toolchain" "$folder/rust"
    mount -t tmpfs -o mode=755 tmpfs /root
    mkdir -p "$toolchain"
    mount --bind "$folder/rust" "$toolchain"
    ;;
esac
exec "$@"
"#;

/// The account.
#[derive(Debug)]
pub struct OrdinaryUser {
    folder: TempDir,
    binary: PathBuf,
    test: PathBuf,
    turn: Option<Turn>,
}

impl OrdinaryUser {
    /// Makes the account for this binary, and has root prepare the machine for it. Nobody else may be the account meanwhile.
    ///
    /// # Errors
    /// When the preparation fails, with what it said.
    pub fn prepare(binary: &str) -> anyhow::Result<Self> {
        let turn = Turn::take()?;
        let mut user = Self::prepare_in_turn(binary)?;
        user.turn = Some(turn);
        Ok(user)
    }

    /// The same for whoever holds the turn.
    pub(crate) fn prepare_in_turn(binary: &str) -> anyhow::Result<Self> {
        let folder = TempDir::with_prefix("testkit-user-")?;
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755))?;
        let test = std::env::current_exe()?;
        let user = Self { folder, binary: binary.into(), test, turn: None };
        fs::create_dir(user.path("etc"))?;
        fs::create_dir(user.path("rust"))?;
        fs::write(user.path("runyard"), "")?;
        fs::write(user.path("test"), "")?;
        let passwd = fs::read_to_string("/etc/passwd")?;
        let home = user.home();
        fs::create_dir(&home)?;
        // As on a usual system: nobody else gets in.
        fs::set_permissions(&home, Permissions::from_mode(0o700))?;
        chown(&home, Some(ID), Some(ID))?;
        let line = format!("{NAME}:x:{ID}:{ID}::{}:/bin/sh\n", home.display());
        fs::write(user.path("etc/passwd"), passwd + &line)?;
        for file in ["etc/subuid", "etc/subgid"] {
            fs::write(user.path(file), format!("{NAME}:{FIRST_SUBORDINATE}:65536\n"))?;
        }
        let output = user.staged(&["doctor", "--delegate", NAME]).output()?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        ensure!(output.status.success(), "the machine cannot be prepared for a user: {said}");
        Ok(user)
    }

    /// The account's home folder.
    #[must_use]
    pub fn home(&self) -> PathBuf {
        self.path("home")
    }

    /// Its user id.
    pub(crate) fn uid(&self) -> u32 {
        ID
    }

    /// Gives a file or folder to the account.
    ///
    /// # Errors
    /// When it is not there.
    pub fn own(&self, path: &Path) -> anyhow::Result<()> {
        chown(path, Some(ID), Some(ID)).with_context(|| format!("failed to give {} away", path.display()))
    }

    /// The binary, started by the account in its home.
    #[must_use]
    pub fn command(&self) -> Command {
        let mut command = self.as_account();
        command.args(["env", "-C"]).arg(self.home()).arg(self.path("runyard"));
        command
    }

    /// Runs a test of the running test binary, by its path in it, as root of a user namespace of the account's.
    ///
    /// # Errors
    /// When it fails, with what it said.
    pub fn run_test(&self, name: &str) -> anyhow::Result<()> {
        let mut command = self.as_account();
        command.args(["unshare", "--user", "--map-root-user", "--map-auto", "env"]);
        command.arg(format!("{INSIDE}=1")).arg(self.path("test")).args(["--exact", name, "--nocapture"]);
        passed(name, &mut command)
    }

    /// What follows is done by the account.
    fn as_account(&self) -> Command {
        let id = ID.to_string();
        let mut command = self.staged(&[]);
        // In the place of the binary, which follows.
        command.env("HOME", self.home()).env_remove("XDG_DATA_HOME").env_remove("TMPDIR").current_dir("/");
        command.args(["setpriv", "--reuid", &id, "--regid", &id, "--clear-groups", "--inh-caps=-all"]);
        command
    }

    /// Runs as root where the account exists: `runyard` with these words, or whatever is added when there are none.
    fn staged(&self, words: &[&str]) -> Command {
        let mut command = Command::new("unshare");
        command.args(["--mount", "--propagation", "private", "sh", "-c", STAGE, "sh"]);
        command.arg(self.folder.path()).arg(&self.binary).arg(&self.test);
        if !words.is_empty() {
            command.arg(self.path("runyard")).args(words);
        }
        command
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

impl Drop for OrdinaryUser {
    fn drop(&mut self) {
        for group in own_group::at_the_top(own_group::OF_ACCOUNT) {
            if let Err(error) = fs::remove_dir(&group) {
                #[expect(clippy::print_stderr, reason = "what a test leaves behind is told")]
                {
                    eprintln!("{} is left: {error}", group.display());
                }
            }
        }
    }
}
