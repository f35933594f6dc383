//! When, where and by which command something was measured: what every document of figures begins with.

use crate::disturbance::Disturbance;
use anyhow::Context as _;
use serde::Serialize;
use std::{
    fmt::{self, Write as _},
    fs,
    process::Command,
};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// A machine that is busier than this with other things is not quiet.
const QUIET_PERCENT: f64 = 15.0;

/// Under which circumstances something was measured.
#[derive(Debug, Clone, Serialize)]
pub struct Circumstances {
    command: String,
    date: String,
    commit: String,
    machine: String,
    cores: usize,
    before: Disturbance,
    after: Disturbance,
}

impl Circumstances {
    /// Those of this moment.
    ///
    /// # Errors
    /// When the machine or git do not tell.
    pub fn now(command: String, before: Disturbance, after: Disturbance) -> anyhow::Result<Self> {
        let processors = fs::read_to_string("/proc/cpuinfo")?;
        let model = processors.lines().find(|line| line.starts_with("model name"));
        let model =
            model.and_then(|line| line.split_once(": ")).map_or("unknown processor", |(_, name)| name);
        let kernel = fs::read_to_string("/proc/sys/kernel/osrelease")?;
        Ok(Self {
            command,
            date: OffsetDateTime::now_utc().replace_nanosecond(0)?.format(&Rfc3339)?,
            commit: commit()?,
            machine: format!("{model}, Linux {}", kernel.trim()),
            cores: std::thread::available_parallelism()?.get(),
            before,
            after,
        })
    }

    /// What else the machine did.
    pub(crate) fn disturbances(&self) -> String {
        let mut text = String::new();
        for (when, seen) in [("before", self.before), ("after", self.after)] {
            let _infallible = writeln!(
                text,
                "Other programs, {when} the run: {:.0} % of all cores busy, {:.1} % stolen, load {:.1}.",
                seen.busy_percent, seen.steal_percent, seen.load
            );
        }
        if self.before.busy_percent.max(self.after.busy_percent) > QUIET_PERCENT {
            text += "The machine was busy with other things: read the ratios, not the times.\n";
        }
        text
    }
}

impl fmt::Display for Circumstances {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { command, date, commit, machine, cores, .. } = self;
        write!(f, "Made by `{command}` on {date} at commit {commit}: {cores} cores, {machine}.")
    }
}

fn commit() -> anyhow::Result<String> {
    let git = |args: &[&str]| -> anyhow::Result<String> {
        let output = Command::new("git").args(args).output().context("failed to ask git")?;
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let changed = !git(&["status", "--porcelain", "--untracked-files=no"])?.is_empty();
    Ok(git(&["rev-parse", "--short", "HEAD"])? + if changed { " with changes" } else { "" })
}
