//! What a run's mode needs to start the binary, kept for as long as it may be started again.

use crate::{Deprivation, Mode, OrdinaryUser, container::Container};
use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::Command,
};

/// What is started, and what it has to find.
#[derive(Debug)]
pub(crate) struct Launch<'a> {
    /// The binary.
    pub(crate) binary: &'a str,
    /// A folder it has to get to.
    pub(crate) folder: Option<&'a Path>,
    /// Its variables.
    pub(crate) environment: &'a [(String, String)],
    /// What the machine lacks.
    pub(crate) lack: Option<Deprivation>,
    /// A folder that is a disk of its own of so many bytes.
    pub(crate) disk: Option<(PathBuf, usize)>,
    /// Whether it is the first process of its namespace.
    pub(crate) first: bool,
}

impl<'a> Launch<'a> {
    /// Just this.
    pub(crate) fn of(binary: &'a str) -> Self {
        Self { binary, folder: None, environment: &[], lack: None, disk: None, first: false }
    }
}

/// Starts the binary as the mode says.
#[derive(Debug)]
pub(crate) enum Starter {
    /// As it is.
    Plain,
    /// By an ordinary account.
    Account(OrdinaryUser),
    /// In a container.
    Container(Container),
}

impl Starter {
    /// Makes what the mode needs. The caller holds the turn.
    ///
    /// # Errors
    /// When the machine cannot be prepared.
    pub(crate) fn prepare(mode: Mode, binary: &str) -> anyhow::Result<Self> {
        Ok(match mode {
            Mode::Root => Self::Plain,
            Mode::Rootless => Self::Account(OrdinaryUser::prepare_in_turn(binary)?),
            Mode::Container => Self::Container(Container::prepare()?),
        })
    }

    /// The command that launches it; arguments can be added.
    ///
    /// # Errors
    /// When the machine does not have what the launch asks for.
    pub(crate) fn command(&self, launch: &Launch<'_>) -> anyhow::Result<Command> {
        let mut inner = match self {
            Self::Container(container) => return container.command(launch),
            Self::Plain => Command::new(launch.binary),
            Self::Account(user) => user.command(),
        };
        inner.envs(launch.environment.iter().map(|(name, value)| (name, value)));
        if let Some(lack) = launch.lack {
            inner = around(&lack.words()?, &inner);
        }
        if launch.first {
            inner = around(&["unshare", "--pid", "--mount-proc", "--fork", "--kill-child", "--"], &inner);
        }
        if let Some((folder, bytes)) = &launch.disk {
            let script = format!(
                "mkdir -p {0} && cp -a {0} {0}-kept && mount -t tmpfs -o size={bytes},uid={1} data {0} && cp -a {0}-kept/. {0} && exec \"$@\"",
                folder.display(),
                self.uid()
            );
            inner = around(
                &["unshare", "--mount", "--propagation", "private", "sh", "-c", &script, "sh"],
                &inner,
            );
        }
        Ok(inner)
    }

    /// Gives a path to whoever starts the binary.
    ///
    /// # Errors
    /// When it is not there.
    pub(crate) fn own(&self, path: &Path) -> anyhow::Result<()> {
        match self {
            Self::Plain | Self::Container(_) => Ok(()),
            Self::Account(user) => user.own(path),
        }
    }

    /// Who starts the binary.
    fn uid(&self) -> u32 {
        match self {
            Self::Plain | Self::Container(_) => 0,
            Self::Account(user) => user.uid(),
        }
    }
}

/// The words of `inner` behind these.
fn around<S: AsRef<OsStr>>(words: &[S], inner: &Command) -> Command {
    let words = words.iter().map(AsRef::as_ref).chain([inner.get_program()]).chain(inner.get_args());
    let mut words = words.map(OsStr::to_owned);
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    for (name, value) in inner.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    if let Some(folder) = inner.get_current_dir() {
        command.current_dir(folder);
    }
    command
}
