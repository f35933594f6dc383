//! What became of what was tried.

use crate::Percentiles;
use std::{collections::BTreeMap, time::Duration};

/// How one try went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The answer was right.
    Right,
    /// There was an answer, and it was not; in words.
    Wrong(String),
    /// There was none: the kind of error, such as `429 rate_limited`.
    Failed(String),
}

/// Counts. Whatever was begun and is in none of the others was not answered yet.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// Tries that were begun.
    pub begun: u64,
    /// Right answers.
    pub right: u64,
    /// Wrong answers.
    pub wrong: u64,
    /// What the first wrong one was.
    pub first_wrong: Option<String>,
    /// Errors by kind.
    pub errors: BTreeMap<String, u64>,
    latencies: Vec<Duration>,
}

impl Tally {
    pub(crate) fn begin(&mut self) {
        self.begun += 1;
    }

    pub(crate) fn end(&mut self, took: Duration, outcome: Outcome) {
        match outcome {
            Outcome::Right => {
                self.right += 1;
                self.latencies.push(took);
            }
            Outcome::Wrong(what) => {
                self.wrong += 1;
                self.first_wrong.get_or_insert(what);
            }
            Outcome::Failed(kind) => *self.errors.entry(kind).or_default() += 1,
        }
    }

    /// Errors of all kinds.
    #[must_use]
    pub fn failed(&self) -> u64 {
        self.errors.values().sum()
    }

    /// Tries that had not ended when the measurement was stopped.
    #[must_use]
    pub fn unanswered(&self) -> u64 {
        self.begun - self.right - self.wrong - self.failed()
    }

    /// Whether every answer that came was right.
    #[must_use]
    pub fn is_flawless(&self) -> bool {
        self.wrong + self.failed() == 0
    }

    /// How long the right answers took. A refusal is quick, and says nothing about how long the work takes.
    #[must_use]
    pub fn latencies(&self) -> Option<Percentiles> {
        Percentiles::of(self.latencies.clone())
    }
}
