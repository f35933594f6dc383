//! Whether a language works on this machine.

use serde::{Deserialize, Serialize};

/// What the self-test found out about one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Availability {
    /// Whether its self-test passed.
    pub available: bool,
    /// Version of its toolchain, as the toolchain says it.
    pub version: Option<String>,
    /// Why it is not available, in plain words.
    pub reason: Option<String>,
}

impl Availability {
    /// A language that passed.
    #[must_use]
    pub fn available(version: Option<String>) -> Self {
        Self { available: true, version, reason: None }
    }

    /// A language that did not.
    #[must_use]
    pub fn unavailable(reason: impl Into<String>) -> Self {
        Self { available: false, version: None, reason: Some(reason.into()) }
    }
}

impl Default for Availability {
    /// Nothing is promised before it was tried.
    fn default() -> Self {
        Self::unavailable("not tested yet")
    }
}
