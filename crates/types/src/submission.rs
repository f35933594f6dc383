//! What is asked to be run, validated and with every default filled in.

use crate::{Action, Caching, Limits};
use bytes::Bytes;
use serde::{Deserialize, Serialize};

/// One file of a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Relative path with `/` between names; no `..`, no empty name, no control character.
    pub path: String,
    /// Its bytes.
    pub content: Bytes,
}

/// One test of a judged submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestCase {
    /// What the program reads.
    pub stdin: Bytes,
    /// What it should print. Compared line by line without trailing white space, trailing empty lines ignored.
    pub expected: Bytes,
}

/// A validated request, as the queue keeps it and the engine runs it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Submission {
    /// Id of the language (its canonical name, never an alias).
    pub language: String,
    /// What is done with the program.
    #[serde(default)]
    pub action: Action,
    /// The files; the first is the main one.
    pub files: Vec<SourceFile>,
    /// Options for the compiler, beside the language's own.
    #[serde(default)]
    pub compiler_flags: Vec<String>,
    /// What the program reads first.
    pub stdin: Bytes,
    /// Whether the caller may type while the program runs: stdin then stays open, on a terminal.
    pub interactive: bool,
    /// Arguments after the program's name.
    pub args: Vec<String>,
    /// Environment variables beside the language's own.
    pub env: Vec<(String, String)>,
    /// Resolved limits.
    pub limits: Limits,
    /// Tests: the program is compiled once and run once for each, in a fresh jail. Empty for a plain run.
    #[serde(default)]
    pub cases: Vec<TestCase>,
    /// How often a plain run is repeated, each time in a fresh jail: 1 is once. Compiled only once.
    #[serde(default = "once")]
    pub repeat: u32,
    /// 0 (last) to 9 (first).
    pub priority: u8,
    /// Which kept work may answer it.
    #[serde(default)]
    pub caching: Caching,
}

/// What was queued before runs could be repeated.
fn once() -> u32 {
    1
}

impl Submission {
    /// The most repeats of a run.
    pub const MOST_REPEATS: u32 = 10;

    /// The priority of those who do not ask for one.
    pub const DEFAULT_PRIORITY: u8 = 5;

    /// A plain run of these files, without input.
    #[must_use]
    pub fn new(language: impl Into<String>, files: Vec<SourceFile>, limits: Limits) -> Self {
        Self {
            language: language.into(),
            action: Action::Run,
            files,
            compiler_flags: Vec::new(),
            stdin: Bytes::new(),
            interactive: false,
            args: Vec::new(),
            env: Vec::new(),
            limits,
            cases: Vec::new(),
            repeat: 1,
            priority: Self::DEFAULT_PRIORITY,
            caching: Caching::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A server that was stopped may find submissions of an older one in its queue.
    #[test]
    fn submissions_of_before_still_read_and_run_once() {
        let submission = Submission::new("python", Vec::new(), Limits::default());
        let mut stored = serde_json::to_value(&submission).unwrap();
        for later in ["action", "compiler_flags", "cases", "repeat", "caching"] {
            assert!(stored.as_object_mut().unwrap().remove(later).is_some(), "{later}");
        }
        assert_eq!(serde_json::from_value::<Submission>(stored).unwrap(), submission);
    }
}
