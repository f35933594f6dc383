//! How busy the machine is with other things: a figure that a benchmark without it hides.

use anyhow::Context as _;
use serde::Serialize;
use std::{fs, time::Duration};

/// How long the machine is watched while nothing is measured.
const WATCH: Duration = Duration::from_secs(2);

/// What other programs took of the machine while it was watched.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Disturbance {
    /// Share of all cores in use, in per cent.
    pub busy_percent: f64,
    /// Share taken by other virtual machines, in per cent.
    pub steal_percent: f64,
    /// Load average of the last minute.
    pub load: f64,
}

/// Watches the machine while nothing is measured.
///
/// # Errors
/// When /proc does not tell.
pub async fn observe() -> anyhow::Result<Disturbance> {
    let before = ticks()?;
    tokio::time::sleep(WATCH).await;
    let after = ticks()?;
    let took: Vec<f64> = after.iter().zip(&before).map(|(after, before)| after - before).collect();
    let total: f64 = took.iter().take(8).sum::<f64>().max(1.0);
    // proc_stat(5): user, nice, system, idle, iowait, irq, softirq, steal.
    let [idle, waiting, steal] = [3, 4, 7].map(|field| took.get(field).copied().unwrap_or(0.0));
    let load = fs::read_to_string("/proc/loadavg")?;
    Ok(Disturbance {
        busy_percent: 100.0 * (total - idle - waiting) / total,
        steal_percent: 100.0 * steal / total,
        load: load.split_whitespace().next().context("an empty load average")?.parse()?,
    })
}

/// The times of all cores at one moment, to see later what other virtual machines took meanwhile.
#[derive(Debug, Clone)]
pub(crate) struct Moment(Vec<f64>);

impl Moment {
    /// Now.
    pub(crate) fn now() -> anyhow::Result<Self> {
        Ok(Self(ticks()?))
    }

    /// Share of all cores that other virtual machines have taken since, in per cent.
    pub(crate) fn stolen_percent_since(&self) -> anyhow::Result<f64> {
        Ok(stolen_percent(&self.0, &ticks()?))
    }
}

/// proc_stat(5): the eighth time is what was stolen.
fn stolen_percent(before: &[f64], after: &[f64]) -> f64 {
    let took: Vec<f64> = after.iter().zip(before).take(8).map(|(after, before)| after - before).collect();
    let total: f64 = took.iter().sum::<f64>().max(1.0);
    100.0 * took.get(7).copied().unwrap_or(0.0) / total
}

fn ticks() -> anyhow::Result<Vec<f64>> {
    let stat = fs::read_to_string("/proc/stat")?;
    let line = stat.lines().next().context("an empty /proc/stat")?;
    Ok(line.split_whitespace().skip(1).map(str::parse).collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_stolen_is_a_part_of_all() {
        let (before, mut after) = (vec![0.0; 10], vec![0.0; 10]);
        after[0] = 75.0;
        after[7] = 25.0;
        // Guests' time is counted in the first already.
        after[8] = 50.0;
        assert!((stolen_percent(&before, &after) - 25.0).abs() < 1e-9);
    }
}
