//! The two servers that are compared: one as it comes, and one of the same binary that keeps nothing ready.

use anyhow::Context as _;
use runyard_testkit::{Client, Roles, TestServer};
use std::path::Path;

/// What makes a server a cold one: no interpreter has started before its program comes, and no program that was compiled and no
/// answer that was given is kept.
pub(crate) const COLD: [(&str, &str); 3] = [
    ("RUNYARD_JAIL_WARM_LANGUAGES", ""),
    ("RUNYARD_CACHE_PROGRAMS_BYTES", "0"),
    ("RUNYARD_CACHE_ANSWERS_SECONDS", "0"),
];

/// Both of them.
#[derive(Debug)]
pub(crate) struct Servers {
    // Dropped, and so stopped, before the other.
    cold: TestServer,
    warm: TestServer,
}

impl Servers {
    /// Starts both and waits until they accept requests.
    pub(crate) fn start(binary: &Path) -> anyhow::Result<Self> {
        let warm =
            TestServer::builder(binary).all_warm().start().context("failed to start the warm server")?;
        let mut cold = TestServer::builder(binary).second();
        for (name, value) in COLD {
            cold = cold.env(name, value);
        }
        Ok(Self { cold: cold.start().context("failed to start the cold server")?, warm })
    }

    /// A client of the warm one.
    pub(crate) fn warm(&self) -> anyhow::Result<Client> {
        self.warm.client()
    }

    /// A client of the cold one.
    pub(crate) fn cold(&self) -> anyhow::Result<Client> {
        self.cold.client()
    }

    /// The processes of the warm one.
    pub(crate) fn roles(&self) -> anyhow::Result<Roles> {
        self.warm.roles()
    }

    /// Stops both, and proves that they left nothing.
    pub(crate) fn stop(self) -> anyhow::Result<()> {
        self.cold.stop()?;
        self.warm.stop()
    }
}

/// The settings of a cold server, in words.
pub(crate) fn cold_settings() -> String {
    COLD.map(|(name, value)| format!("`{name}={value}`")).join(", ")
}
