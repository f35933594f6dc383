//! In which of the supported ways a run of the suite starts the binary.

use anyhow::bail;
use std::{env, ops::Range};

/// Names the mode.
const VARIABLE: &str = "HOSTILE_MODE";

/// Who starts the binary, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The machine's root.
    Root,
    /// An ordinary account of the machine that root prepared.
    Rootless,
    /// Root of a container that was not given the machine's privileges.
    Container,
}

impl Mode {
    const ALL: [(Self, &'static str); 3] =
        [(Self::Root, "root"), (Self::Rootless, "rootless"), (Self::Container, "container")];

    /// The mode of this run: root's when nothing is said.
    ///
    /// # Errors
    /// When `HOSTILE_MODE` names none.
    pub fn chosen() -> anyhow::Result<Self> {
        let Ok(wanted) = env::var(VARIABLE) else { return Ok(Self::Root) };
        match Self::ALL.iter().find(|(_, name)| *name == wanted) {
            Some((mode, _)) => Ok(*mode),
            None => bail!("no {VARIABLE} is called {wanted:?}"),
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(mode, _)| *mode == self).map_or("root", |(_, name)| name)
    }

    /// Whether the binary has the machine's own root rights.
    #[must_use]
    pub fn is_privileged(self) -> bool {
        self == Self::Root
    }

    /// The users of jails, as the machine numbers them.
    pub(crate) fn jail_users(self) -> Range<u32> {
        match self {
            Self::Root => 900_000..u32::MAX,
            // 20,000 to 60,000 in their namespace, whose second user is the first subordinate one.
            Self::Rootless => 719_999..759_999,
            Self::Container => 20_000..60_000,
        }
    }
}
