//! What was measured, as JSON for programs. `page` makes the document for people of it.

use super::{
    rate::Rate,
    sample::Latency,
    target::{Judgement, Verdict},
};
use crate::{circumstances::Circumstances, footprint::Footprint, processor_time::PerRun};
use anyhow::Context as _;
use serde::Serialize;
use std::{fs, path::Path};

/// One workload's figures.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    /// Its name.
    pub(crate) name: &'static str,
    /// What is measured.
    pub(crate) what: &'static str,
    /// With a pause before each.
    pub(crate) light_load: LightLoad,
    /// One after the other.
    pub(crate) back_to_back: BackToBack,
    /// In a container.
    pub(crate) docker: Option<Docker>,
    /// Commands a second, as many at once as there are cores.
    pub(crate) by_hand_rate: Rate,
    /// Executions a second over HTTP.
    pub(crate) rates: Vec<Rate>,
    /// Of the server, with as many clients as there are cores.
    pub(crate) processor_time: Option<PerRun>,
    /// What was asked for.
    pub(crate) verdicts: Vec<Verdict>,
}

/// At light load.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct LightLoad {
    /// The command.
    pub(crate) by_hand: Latency,
    /// Over HTTP.
    pub(crate) http: Latency,
}

/// Back to back.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct BackToBack {
    /// The command.
    pub(crate) by_hand: Latency,
    /// The command in bubblewrap.
    pub(crate) bubblewrap: Option<Latency>,
    /// Over HTTP, of the server as it comes.
    pub(crate) warm: Latency,
    /// Over HTTP, of the server that keeps nothing ready.
    pub(crate) cold: Latency,
}

/// In a container.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(crate) enum Docker {
    /// It ran.
    Ran {
        /// The command.
        by_hand: Latency,
        /// `docker run` of it.
        docker: Latency,
    },
    /// The image cannot run it.
    Failed {
        /// Why.
        reason: String,
    },
}

/// Memory of the warm server.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Memory {
    /// Before the first request.
    pub(crate) idle: Footprint,
    /// How many clients there were meanwhile.
    pub(crate) clients: usize,
    /// The most while programs of this workload ran.
    pub(crate) busy: Vec<(&'static str, Footprint)>,
}

/// Something that was not measured.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Skipped {
    /// Its name.
    pub(crate) name: &'static str,
    /// Why not.
    pub(crate) reason: String,
}

/// Everything that was measured, and under which circumstances.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Document {
    /// When, where, how.
    #[serde(flatten)]
    pub(crate) circumstances: Circumstances,
    /// Share of all cores that other virtual machines took from beginning to end.
    pub(crate) stolen_percent: f64,
    /// Of the machine.
    pub(crate) cores: usize,
    /// Of the server.
    pub(crate) memory: Memory,
    /// The tables.
    pub(crate) rows: Vec<Row>,
    /// Workloads this machine or this server does not have.
    pub(crate) skipped: Vec<Skipped>,
    /// Comparisons that were not possible.
    pub(crate) unavailable: Vec<Skipped>,
}

impl Row {
    /// In one line, for whoever waits for the end.
    pub(crate) fn line(&self) -> String {
        let LightLoad { by_hand, http } = self.light_load;
        let met = self.verdicts.iter().filter(|verdict| verdict.judgement == Judgement::Met).count();
        format!(
            "{}: by hand {:.1} ms, over HTTP {:.1} ms ({:.2}x), {met} of {} targets met",
            self.name,
            by_hand.p50_ms,
            http.p50_ms,
            http.p50_ms / by_hand.p50_ms,
            self.verdicts.len(),
        )
    }

    #[cfg(test)]
    pub(crate) fn example() -> Self {
        let latency = |p50_ms: f64| Latency { p50_ms, p99_ms: 1.5 * p50_ms, samples: 100 };
        let rate = |clients, per_second| Rate { clients, per_second };
        Self {
            name: "Python",
            what: "`print`",
            light_load: LightLoad { by_hand: latency(10.0), http: latency(4.0) },
            back_to_back: BackToBack {
                by_hand: latency(9.0),
                bubblewrap: Some(latency(13.0)),
                warm: latency(3.0),
                cold: latency(12.0),
            },
            docker: Some(Docker::Failed { reason: "no such file".to_owned() }),
            by_hand_rate: rate(2, 200.0),
            rates: vec![rate(1, 200.0), rate(2, 240.0), rate(16, 240.0)],
            processor_time: Some(PerRun { server_ms: 1.0, jails_and_programs_ms: 3.0, machine_ms: 5.0 }),
            verdicts: Vec::new(),
        }
    }
}

impl Document {
    /// Writes both forms.
    pub(crate) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let json = serde_json::to_string_pretty(self)? + "\n";
        fs::write(folder.join("benchmarks.json"), json).context("failed to write benchmarks.json")?;
        fs::write(folder.join("benchmarks.md"), self.markdown()).context("failed to write benchmarks.md")
    }

    #[cfg(test)]
    pub(crate) fn example() -> Self {
        let quiet = crate::Disturbance { busy_percent: 1.0, steal_percent: 0.0, load: 0.5 };
        let idle = Footprint {
            service_bytes: 50 << 20,
            slots_bytes: 9 << 20,
            programs_bytes: 80 << 20,
            processes: 70,
        };
        Self {
            circumstances: Circumstances::now("make bench".to_owned(), quiet, quiet).unwrap(),
            stolen_percent: 0.25,
            cores: 2,
            memory: Memory { idle, clients: 16, busy: vec![("Python", idle)] },
            rows: vec![Row::example()],
            skipped: vec![Skipped { name: "Go", reason: "/usr/bin/go is not installed".to_owned() }],
            unavailable: vec![Skipped { name: "docker run", reason: "no image was named".to_owned() }],
        }
    }
}
