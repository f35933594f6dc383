//! The table, as Markdown for people and as JSON for programs.

use super::{rate::Rate, workload::Workload};
use crate::circumstances::Circumstances;
use anyhow::Context as _;
use runyard_load::Percentiles;
use serde::Serialize;
use std::{
    fmt::{self, Write as _},
    fs,
    path::Path,
};

/// One workload's figures.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    /// Its name.
    pub(crate) name: &'static str,
    /// What is measured.
    pub(crate) what: &'static str,
    /// One after the other.
    pub(crate) back_to_back: Latency,
    /// With a pause before each.
    pub(crate) light_load: Latency,
    /// Executions a second.
    pub(crate) rates: Vec<Rate>,
}

/// How long one takes, both ways.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Latency {
    /// Median by hand.
    pub(crate) bare_p50_ms: f64,
    /// 99th percentile by hand.
    pub(crate) bare_p99_ms: f64,
    /// Median over HTTP.
    pub(crate) http_p50_ms: f64,
    /// 99th percentile over HTTP.
    pub(crate) http_p99_ms: f64,
}

impl Latency {
    pub(crate) fn new(bare: Percentiles, http: Percentiles) -> Self {
        Self { bare_p50_ms: bare.p50, bare_p99_ms: bare.p99, http_p50_ms: http.p50, http_p99_ms: http.p99 }
    }
}

impl fmt::Display for Latency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { bare_p50_ms, bare_p99_ms, http_p50_ms, http_p99_ms } = self;
        let ratio = http_p50_ms / bare_p50_ms;
        write!(
            f,
            "{bare_p50_ms:.1} / {bare_p99_ms:.1} | {http_p50_ms:.1} / {http_p99_ms:.1} | {:+.1} ms, {ratio:.2}x",
            http_p50_ms - bare_p50_ms
        )
    }
}

impl Row {
    pub(crate) fn new(
        workload: &Workload,
        back_to_back: Latency,
        light_load: Latency,
        rates: Vec<Rate>,
    ) -> Self {
        Self { name: workload.name, what: workload.what, back_to_back, light_load, rates }
    }

    /// As a line of the table.
    pub(crate) fn line(&self) -> String {
        let mut line = format!("| {} | {} | {} |", self.name, self.light_load, self.back_to_back);
        for rate in &self.rates {
            let Rate { bare_per_second, http_per_second, .. } = rate;
            let ratio = http_per_second / bare_per_second;
            let _infallible = write!(line, " {bare_per_second:.0} / {http_per_second:.0} ({ratio:.2}x) |");
        }
        line
    }
}

/// Everything that was measured, and under which circumstances.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Document {
    /// When, where, how.
    #[serde(flatten)]
    pub(crate) circumstances: Circumstances,
    /// Of each interpreted workload.
    pub(crate) samples: usize,
    /// The table.
    pub(crate) rows: Vec<Row>,
}

impl Document {
    /// The page for people.
    pub(crate) fn markdown(&self) -> String {
        let mut text = format!(
            "# Benchmarks\n\n{} {} samples of each interpreted workload, a fifth of that of compiled ones, one by hand and one \
             over HTTP in turn.\n\n{}",
            self.circumstances,
            self.samples,
            self.circumstances.disturbances()
        );
        text += "\n\"By hand\" is the command itself with an absolute path and an empty environment, files in memory, started and \
                 waited for. \"Over HTTP\" is `POST /api/v1/executions` with `Prefer: wait` on a kept-alive connection: \
                 request, database, queue, jail, program, answer. Times in milliseconds, median / 99th percentile.\n\n\
                 \"Light load\" is one every 100 ms, \"back to back\" one after the other.\n\n\
                 | | light load: by hand | over HTTP | difference of the medians | back to back: by hand | over HTTP | difference of \
                 the medians |";
        let clients: Vec<usize> = self
            .rows
            .first()
            .map(|row| row.rates.iter().map(|rate| rate.clients).collect())
            .unwrap_or_default();
        for count in &clients {
            let _infallible = write!(text, " runs a second, {count} at once: by hand / HTTP |");
        }
        text += "\n|---|---|---|---|---|---|---|";
        text += &"---|".repeat(clients.len());
        for row in &self.rows {
            text += "\n";
            text += &row.line();
        }
        text += "\n\nWhat is measured:\n\n";
        for row in &self.rows {
            let _infallible = writeln!(text, "- {}: {}", row.name, row.what);
        }
        text
    }

    /// Writes both forms.
    pub(crate) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let json = serde_json::to_string_pretty(self)? + "\n";
        fs::write(folder.join("benchmarks.json"), json).context("failed to write benchmarks.json")?;
        fs::write(folder.join("benchmarks.md"), self.markdown()).context("failed to write benchmarks.md")
    }
}
