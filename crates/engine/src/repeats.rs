//! Several runs of one program: one report. Pure.

use crate::noise;
use runyard_types::{CompileReport, Noise, Report, RunTimes, Verdict};
use std::time::Duration;

/// The runs so far, in the order they ran.
#[derive(Debug)]
pub(crate) struct Repeats {
    asked_for: u32,
    runs: Vec<Report>,
}

impl Repeats {
    pub(crate) fn new(asked_for: u32) -> Self {
        Self { asked_for, runs: Vec::new() }
    }

    pub(crate) fn push(&mut self, run: Report) {
        self.runs.push(run);
    }

    /// Whether another run can add anything: the first that does not end well decides.
    pub(crate) fn go_on(&self) -> bool {
        self.runs.iter().all(|run| run.verdict == Verdict::Ok)
            && u32::try_from(self.runs.len()).is_ok_and(|ran| ran < self.asked_for)
    }

    /// The report: output of the first run, which is what watchers saw, times of the run with the median CPU time, the highest
    /// memory. A run that did not end well speaks for all.
    pub(crate) fn finish(self, compile: Option<CompileReport>) -> Report {
        let Self { asked_for, runs } = self;
        let times: Vec<RunTimes> = runs.iter().map(times).collect();
        let noise = runs.iter().filter_map(|run| run.noise.clone()).reduce(noise::sum);
        let disturbed = noise.as_ref().is_some_and(|noise| noise.disturbed) || noise::differ(&times);
        let median = times.get(noise::median(&times)).copied();
        let noise = noise.map(|noise| Noise { disturbed, repeats: times, ..noise });
        let failed = runs.iter().position(|run| run.verdict != Verdict::Ok);
        let odd = runs.iter().position(|run| Some(&run.stdout) != runs.first().map(|first| &first.stdout));
        let memory_bytes = runs.iter().filter_map(|run| run.memory_bytes).max();
        let shown = runs.into_iter().nth(failed.unwrap_or(0));
        let Some(shown) = shown else {
            return Report { compile, ..Report::bare(Verdict::Ok, "it was not to run at all") };
        };
        let told = shown.message.clone();
        let (message, times) = match (failed, odd) {
            (Some(position), _) => {
                let what = told.unwrap_or_else(|| "did not end well".into());
                (Some(format!("run {} of {asked_for}: {what}", position + 1)), None)
            }
            (None, Some(position)) => {
                let what = format!("run {} of {asked_for} printed something else than run 1", position + 1);
                (Some(told.map_or(what.clone(), |told| format!("{told}; {what}"))), median)
            }
            (None, None) => (told, median),
        };
        Report {
            message,
            wall_time: times.map_or(shown.wall_time, |times| Some(times.wall_time)),
            cpu_time: times.map_or(shown.cpu_time, |times| Some(times.cpu_time)),
            memory_bytes,
            compile,
            noise,
            ..shown
        }
    }
}

fn times(run: &Report) -> RunTimes {
    let time = |time: Option<Duration>| time.unwrap_or_default();
    RunTimes { cpu_time: time(run.cpu_time), wall_time: time(run.wall_time) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use runyard_types::Captured;

    fn run(stdout: &'static str, cpu_ms: u64, memory_bytes: u64) -> Report {
        Report {
            message: None,
            stdout: Captured { bytes: stdout.into(), truncated: false },
            cpu_time: Some(Duration::from_millis(cpu_ms)),
            wall_time: Some(Duration::from_millis(cpu_ms + 1)),
            memory_bytes: Some(memory_bytes),
            noise: Some(Noise { concurrent_runs: 1, ..Noise::default() }),
            ..Report::bare(Verdict::Ok, "")
        }
    }

    fn together(runs: Vec<Report>) -> Report {
        let asked_for = u32::try_from(runs.len()).unwrap();
        let mut repeats = Repeats::new(asked_for);
        for run in runs {
            repeats.push(run);
        }
        repeats.finish(None)
    }

    #[test]
    fn times_are_those_of_the_median_run() {
        let report = together(vec![run("a", 103, 1), run("a", 100, 3), run("a", 101, 2)]);
        assert_eq!((report.verdict, &report.message), (Verdict::Ok, &None));
        assert_eq!(report.cpu_time, Some(Duration::from_millis(101)));
        assert_eq!(report.wall_time, Some(Duration::from_millis(102)));
        assert_eq!(report.memory_bytes, Some(3));
        let noise = report.noise.unwrap();
        let listed: Vec<_> = noise.repeats.iter().map(|times| times.cpu_time.as_millis()).collect();
        assert_eq!((listed, noise.disturbed), (vec![103, 100, 101], false));
    }

    #[test]
    fn runs_that_take_different_times_were_disturbed() {
        let report = together(vec![run("a", 100, 1), run("a", 120, 1)]);
        assert!(report.noise.unwrap().disturbed);
    }

    #[test]
    fn another_output_is_told_and_the_first_is_shown() {
        let report = together(vec![run("a", 100, 1), run("a", 100, 1), run("b", 100, 1)]);
        assert_eq!(report.message.as_deref(), Some("run 3 of 3 printed something else than run 1"));
        assert_eq!((report.verdict, report.stdout.bytes), (Verdict::Ok, "a".into()));
    }

    #[test]
    fn the_first_run_that_fails_decides_and_is_the_last() {
        let mut repeats = Repeats::new(5);
        assert!(repeats.go_on());
        repeats.push(run("a", 100, 1));
        assert!(repeats.go_on());
        let bad =
            Report { cpu_time: Some(Duration::from_secs(1)), ..Report::bare(Verdict::TimeLimit, "too slow") };
        repeats.push(Report { noise: Some(Noise::default()), ..bad });
        assert!(!repeats.go_on());
        let report = repeats.finish(None);
        assert_eq!(report.message.as_deref(), Some("run 2 of 5: too slow"));
        assert_eq!((report.verdict, report.cpu_time), (Verdict::TimeLimit, Some(Duration::from_secs(1))));
        assert_eq!(report.noise.unwrap().repeats.len(), 2);
    }

    #[test]
    fn as_many_runs_as_asked_for() {
        let mut repeats = Repeats::new(2);
        repeats.push(run("a", 1, 1));
        repeats.push(run("a", 1, 1));
        assert!(!repeats.go_on());
    }
}
