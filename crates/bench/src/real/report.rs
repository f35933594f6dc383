//! The table, as Markdown for people and as JSON for programs.

use super::measure::Round;
use crate::{circumstances::Circumstances, servers::cold_settings};
use anyhow::Context as _;
use runyard_load::Percentiles;
use serde::Serialize;
use std::{fmt::Write as _, fs, path::Path, time::Duration};

/// A program may take so much longer where interpreters are kept ready: medians of a few rounds differ by that.
const SLOWER: f64 = 1.05;

/// And in so many rounds of all it has to be slower at all: a machine that was disturbed for a while is no reason.
const ROUNDS: (usize, usize) = (3, 4);

/// One program's figures.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    file: &'static str,
    what: &'static str,
    warm_ms: f64,
    cold_ms: f64,
    by_hand_ms: f64,
    warm_in_cold: f64,
    warm_in_by_hand: f64,
    slower: bool,
}

/// Everything that was measured, and under which circumstances.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Document {
    /// When, where, how.
    #[serde(flatten)]
    pub(crate) circumstances: Circumstances,
    /// Share of all cores that other virtual machines took from beginning to end.
    pub(crate) stolen_percent: f64,
    /// Of each program.
    pub(crate) rounds: usize,
    /// The table.
    pub(crate) rows: Vec<Row>,
    /// Programs this server cannot run, and why.
    pub(crate) skipped: Vec<(&'static str, String)>,
}

impl Row {
    /// Medians; those of ratios are medians of the ratios of each round, whose parts were measured within a second.
    pub(crate) fn new(file: &'static str, what: &'static str, rounds: &[Round]) -> Option<Self> {
        let milliseconds = |part: fn(&Round) -> Duration| -> Option<f64> {
            Some(Percentiles::of(rounds.iter().map(part).collect())?.p50)
        };
        let ratio = |part: fn(&Round) -> Duration| {
            median(rounds.iter().map(|round| round.warm.as_secs_f64() / part(round).as_secs_f64()).collect())
        };
        let warm_in_cold = ratio(|round| round.cold)?;
        let slower_rounds = rounds.iter().filter(|round| round.warm > round.cold).count();
        let most_rounds = slower_rounds * ROUNDS.1 >= rounds.len() * ROUNDS.0;
        Some(Self {
            file,
            what,
            warm_ms: milliseconds(|round| round.warm)?,
            cold_ms: milliseconds(|round| round.cold)?,
            by_hand_ms: milliseconds(|round| round.by_hand)?,
            warm_in_cold,
            warm_in_by_hand: ratio(|round| round.by_hand)?,
            slower: warm_in_cold > SLOWER && most_rounds,
        })
    }

    /// In one line, for whoever waits for the end.
    pub(crate) fn line(&self) -> String {
        let Self { file, warm_ms, cold_ms, by_hand_ms, warm_in_cold, .. } = self;
        format!(
            "{file}: warm {warm_ms:.0} ms, cold {cold_ms:.0} ms ({warm_in_cold:.3}x), by hand {by_hand_ms:.0} ms"
        )
    }
}

/// The middle one; of an even number the mean of the two in the middle.
fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_unstable_by(f64::total_cmp);
    let half = numbers.len() / 2;
    let upper = *numbers.get(half)?;
    match numbers.len() % 2 {
        0 => Some(f64::midpoint(*numbers.get(half.checked_sub(1)?)?, upper)),
        _ => Some(upper),
    }
}

impl Document {
    /// Whether any program is slower where interpreters are kept ready.
    pub(crate) fn is_slower(&self) -> bool {
        self.rows.iter().any(|row| row.slower)
    }

    /// The page for people.
    pub(crate) fn markdown(&self) -> String {
        let mut text = format!(
            "# Real programs\n\n{}\n\n{}From beginning to end other virtual machines took {:.1} % of the processor time.\n\n",
            self.circumstances,
            self.circumstances.disturbances(),
            self.stolen_percent
        );
        let _infallible = write!(
            text,
            "Whether what makes short programs fast slows those that compute for a while. Each of {} rounds is one program with a number \
             of its own, by hand, over HTTP on a server as it comes (warm) and on one that keeps nothing ready (cold: {}), one after the \
             other; all three have to print the same. Nothing that is kept may answer (`cache: false`). Programs that are compiled are \
             compiled in each round.\n\nMilliseconds are medians, ratios are medians of the ratios of each round. A program that takes more than \
             {:.0} % longer warm than cold, and longer in {} of {} rounds, is marked. Over HTTP a program has one core, which is the default; by hand it has them all.\n\n\
             | program | warm | cold | by hand | warm in cold | warm in by hand | |\n|---|---|---|---|---|---|---|\n",
            self.rounds,
            cold_settings(),
            (SLOWER - 1.0) * 100.0,
            ROUNDS.0,
            ROUNDS.1
        );
        for row in &self.rows {
            let Row { file, warm_ms, cold_ms, by_hand_ms, warm_in_cold, warm_in_by_hand, slower, .. } = row;
            let mark = if *slower { "**slower**" } else { "" };
            let _infallible = writeln!(
                text,
                "| {file} | {warm_ms:.0} | {cold_ms:.0} | {by_hand_ms:.0} | {warm_in_cold:.2}x | {warm_in_by_hand:.2}x | {mark} |"
            );
        }
        for (file, reason) in &self.skipped {
            let _infallible = write!(text, "\n- Not measured: {file}: {reason}");
        }
        text.truncate(text.trim_end().len());
        text += "\n\nThe programs are in [benches/real](../benches/real):\n\n";
        for row in &self.rows {
            let _infallible = writeln!(text, "- {}: {}", row.file, row.what);
        }
        text
    }

    /// Writes both forms.
    pub(crate) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let json = serde_json::to_string_pretty(self)? + "\n";
        fs::write(folder.join("real-programs.json"), json).context("failed to write real-programs.json")?;
        fs::write(folder.join("real-programs.md"), self.markdown())
            .context("failed to write real-programs.md")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(rounds: &[[u64; 3]]) -> Row {
        let milliseconds = Duration::from_millis;
        let round = |[warm, cold, by_hand]: &[u64; 3]| Round {
            warm: milliseconds(*warm),
            cold: milliseconds(*cold),
            by_hand: milliseconds(*by_hand),
        };
        Row::new("a.py", "", &rounds.iter().map(round).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn more_than_a_twentieth_is_marked() {
        assert!(!row(&[[105, 100, 90]]).slower);
        assert!(row(&[[106, 100, 90]]).slower);
    }

    #[test]
    fn a_slow_second_is_no_slow_program() {
        // The machine was twice as slow in the second round, for all.
        let row = row(&[[100, 100, 100], [200, 200, 200], [100, 101, 100]]);
        assert!(!row.slower && (row.warm_in_cold - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_few_slow_rounds_are_no_slow_program() {
        let (slow, fast) = ([120, 100, 100], [99, 100, 100]);
        assert!(!row(&[slow, slow, fast]).slower && row(&[slow, slow, slow, fast]).slower);
    }

    #[test]
    fn the_median_lies_between_the_two_in_the_middle() {
        assert_eq!(median(vec![3.0, 1.0, 2.0, 10.0]), Some(2.5));
        assert_eq!(median(vec![]), None);
    }
}
