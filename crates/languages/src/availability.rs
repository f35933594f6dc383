//! Whether a language works on this machine.

use runyard_types::Action;
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
    /// What can be done with its programs beside running them.
    pub tools: Vec<Action>,
}

impl Availability {
    /// A language that passed.
    #[must_use]
    pub fn available(version: Option<String>) -> Self {
        Self { available: true, version, reason: None, tools: Vec::new() }
    }

    /// A language that did not.
    #[must_use]
    pub fn unavailable(reason: impl Into<String>) -> Self {
        Self { available: false, version: None, reason: Some(reason.into()), tools: Vec::new() }
    }

    /// Whether this can be done with its programs.
    #[must_use]
    pub fn offers(&self, action: Action) -> bool {
        self.available && (action == Action::Run || self.tools.contains(&action))
    }
}

impl Default for Availability {
    /// Nothing is promised before it was tried.
    fn default() -> Self {
        Self::unavailable("not tested yet")
    }
}
