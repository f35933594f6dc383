//! What is asked of a workload, and whether what was measured is enough.

use super::{
    rate::{kept, sustained},
    report::Row,
};
use serde::Serialize;
use std::fmt;

/// Beyond a limit, but not by more than this factor: near it.
const NEAR: f64 = 1.5;

/// How much slower than half of the requests the slowest in a hundred may be.
const SPREAD: f64 = 3.0;

/// What short windows differ by from one to the next, when nothing is lost.
const KEPT: f64 = 0.95;

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Median over HTTP at light load, in milliseconds.
    LightMs,
    /// The same in that of the command by hand.
    LightRatio,
    /// 99th percentile over HTTP at light load, in medians.
    LightSpread,
    /// Sustained rate over HTTP.
    Sustained,
    /// The same in that of the command by hand, as many at once as there are cores.
    SustainedRatio,
    /// The rate with the most clients, in that with as many as there are cores.
    Kept,
}

/// One demand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Target {
    measure: Measure,
    bound: Bound,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Bound {
    AtMost(f64),
    AtLeast(f64),
}

pub(crate) const fn at_most(measure: Measure, limit: f64) -> Target {
    Target { measure, bound: Bound::AtMost(limit) }
}

pub(crate) const fn at_least(measure: Measure, limit: f64) -> Target {
    Target { measure, bound: Bound::AtLeast(limit) }
}

/// Asked of every workload.
const OF_ALL: [Target; 2] = [at_most(Measure::LightSpread, SPREAD), at_least(Measure::Kept, KEPT)];

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Judgement {
    /// Enough.
    Met,
    /// Not enough, but not by half as much again.
    Near,
    /// Not enough.
    NotMet,
}

impl fmt::Display for Judgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Met => "met",
            Self::Near => "within 1.5x",
            Self::NotMet => "**not met**",
        })
    }
}

impl Bound {
    fn judge(self, measured: f64) -> Judgement {
        let (enough, near) = match self {
            Self::AtMost(limit) => (measured <= limit, measured <= limit * NEAR),
            Self::AtLeast(limit) => (measured >= limit, measured * NEAR >= limit),
        };
        match (enough, near) {
            (true, _) => Judgement::Met,
            (false, true) => Judgement::Near,
            (false, false) => Judgement::NotMet,
        }
    }
}

/// One demand, and what came of it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Verdict {
    /// In words.
    pub(crate) asked: String,
    /// In the same unit.
    pub(crate) measured: f64,
    /// In words.
    pub(crate) shown: String,
    /// Whether that is enough.
    pub(crate) judgement: Judgement,
}

impl Verdict {
    /// Of something that may be at most so much.
    pub(crate) fn at_most(asked: String, measured: f64, limit: f64, shown: String) -> Self {
        Self { asked, measured, shown, judgement: Bound::AtMost(limit).judge(measured) }
    }
}

impl Target {
    fn measured(self, row: &Row, cores: usize) -> Option<f64> {
        let light = &row.light_load;
        match self.measure {
            Measure::LightMs => Some(light.http.p50_ms),
            Measure::LightRatio => Some(light.http.p50_ms / light.by_hand.p50_ms),
            Measure::LightSpread => Some(light.http.p99_ms / light.http.p50_ms),
            Measure::Sustained => sustained(&row.rates, cores),
            Measure::SustainedRatio => Some(sustained(&row.rates, cores)? / row.by_hand_rate.per_second),
            Measure::Kept => kept(&row.rates, cores),
        }
    }

    fn judge(self, row: &Row, cores: usize) -> Option<Verdict> {
        let measured = self.measured(row, cores)?;
        let (bound, limit) = match self.bound {
            Bound::AtMost(limit) => ("at most", limit),
            Bound::AtLeast(limit) => ("at least", limit),
        };
        let asked = match self.measure {
            Measure::LightMs => format!("light load, median: {bound} {limit} ms"),
            Measure::LightRatio => format!("light load, median: {bound} {limit} of by hand"),
            Measure::LightSpread => format!("light load, 99th percentile: {bound} {limit} medians"),
            Measure::Sustained => format!("sustained rate: {bound} {limit} a second"),
            Measure::SustainedRatio => format!("sustained rate: {bound} {limit} of by hand"),
            Measure::Kept => format!("rate with the most clients: {bound} {limit} of that with {cores}"),
        };
        let shown = match self.measure {
            Measure::LightMs => format!("{measured:.1} ms"),
            Measure::Sustained => format!("{measured:.1}"),
            _ => format!("{measured:.2}"),
        };
        Some(Verdict { asked, measured, shown, judgement: self.bound.judge(measured) })
    }
}

/// All that is asked of a workload. What was not measured is not judged.
pub(crate) fn judge(targets: &[Target], row: &Row, cores: usize) -> Vec<Verdict> {
    targets.iter().chain(&OF_ALL).filter_map(|target| target.judge(row, cores)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_met_nearly_met_or_not() {
        let most = Bound::AtMost(2.0);
        assert_eq!(
            [2.0, 2.9, 3.0, 3.1].map(|measured| most.judge(measured)),
            [Judgement::Met, Judgement::Near, Judgement::Near, Judgement::NotMet]
        );
        let least = Bound::AtLeast(300.0);
        assert_eq!(
            [300.0, 200.0, 199.0].map(|measured| least.judge(measured)),
            [Judgement::Met, Judgement::Near, Judgement::NotMet]
        );
    }

    #[test]
    fn what_was_not_measured_is_not_judged() {
        let row = Row::example();
        let asked = [at_most(Measure::LightRatio, 0.35), at_least(Measure::SustainedRatio, 2.0)];
        let verdicts = judge(&asked, &row, 2);
        let seen: Vec<(&str, Judgement)> =
            verdicts.iter().map(|verdict| (verdict.shown.as_str(), verdict.judgement)).collect();
        assert_eq!(
            seen,
            [
                ("0.40", Judgement::Near),
                ("1.20", Judgement::NotMet),
                ("1.50", Judgement::Met),
                ("1.00", Judgement::Met)
            ]
        );
        let few = Row { rates: Vec::new(), ..row };
        assert_eq!(judge(&asked, &few, 2).len(), 2);
    }
}
