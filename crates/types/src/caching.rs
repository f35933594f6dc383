//! Which kept work may answer a submission.

use serde::{Deserialize, Serialize};

/// Which kept work may answer a submission, and what of it is kept for others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Caching {
    /// A program that was compiled before is not compiled again. It always runs.
    #[default]
    Programs,
    /// An answer of the same submission is given again; where there is none, as [`Self::Programs`].
    Answers,
    /// Nothing kept is used; what is made is kept in its place.
    Refresh,
    /// Nothing kept is used and nothing is kept.
    Nothing,
}

impl Caching {
    /// Whether answers are kept.
    #[must_use]
    pub fn keeps_answers(self) -> bool {
        matches!(self, Self::Answers | Self::Refresh)
    }

    /// Whether compiled programs are kept.
    #[must_use]
    pub fn keeps_programs(self) -> bool {
        self != Self::Nothing
    }

    /// Whether what is kept is used.
    #[must_use]
    pub fn uses_kept(self) -> bool {
        matches!(self, Self::Programs | Self::Answers)
    }
}
