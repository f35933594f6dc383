//! How much a run was disturbed, and what several runs of one program say together. Pure.

use runyard_sandbox::protocol::StageReport;
use runyard_types::{Noise, RunTimes};
use std::time::Duration;

/// So many switches away from the program within a second of its CPU time mean that it shared its core. The kernel's own
/// threads alone take a core away a few times a second; a second program on the core does so with every slice of some
/// milliseconds.
const SHARED_CORE: u64 = 50;
/// Fewer switches than this say nothing, however short the run was.
const FEWEST_SWITCHES: u64 = 10;
/// CPU times of the same program that differ by more than this part of the median, in hundredths, were disturbed.
const MOST_SPREAD: u128 = 5;

/// The noise of one run. `cores` is how many the worker may use.
pub(crate) fn of(report: &StageReport, concurrent_runs: u32, cores: u32) -> Noise {
    let mut noise = Noise {
        throttled_time: Duration::from_micros(report.throttled_us),
        voluntary_switches: report.switches.map(|switches| switches.voluntary),
        involuntary_switches: report.switches.map(|switches| switches.involuntary),
        concurrent_runs,
        disturbed: false,
        repeats: Vec::new(),
    };
    noise.disturbed = concurrent_runs > cores
        || shared_its_core(noise.involuntary_switches, Duration::from_micros(report.cpu_time_us));
    noise
}

fn shared_its_core(involuntary: Option<u64>, cpu_time: Duration) -> bool {
    let switches = involuntary.unwrap_or(0);
    switches > FEWEST_SWITCHES
        && u128::from(switches) * 1_000_000 > u128::from(SHARED_CORE) * cpu_time.as_micros()
}

/// The noise of two runs together.
pub(crate) fn sum(one: Noise, other: Noise) -> Noise {
    let add = |one: Option<u64>, other: Option<u64>| Some(one?.saturating_add(other?));
    Noise {
        throttled_time: one.throttled_time + other.throttled_time,
        voluntary_switches: add(one.voluntary_switches, other.voluntary_switches),
        involuntary_switches: add(one.involuntary_switches, other.involuntary_switches),
        concurrent_runs: one.concurrent_runs.max(other.concurrent_runs),
        disturbed: one.disturbed || other.disturbed,
        repeats: Vec::new(),
    }
}

/// Position of the run with the median CPU time; of an even number, the lower of the two in the middle.
pub(crate) fn median(times: &[RunTimes]) -> usize {
    let mut order: Vec<usize> = (0..times.len()).collect();
    order.sort_by_key(|position| times.get(*position).map(|times| times.cpu_time));
    order.get(times.len().saturating_sub(1) / 2).copied().unwrap_or(0)
}

/// Whether CPU times of the same program differ too much.
pub(crate) fn differ(times: &[RunTimes]) -> bool {
    let cpu = || times.iter().map(|times| times.cpu_time.as_micros());
    let (Some(least), Some(most)) = (cpu().min(), cpu().max()) else { return false };
    let median = times.get(median(times)).map_or(0, |times| times.cpu_time.as_micros());
    (most - least) * 100 > median * MOST_SPREAD
}

#[cfg(test)]
mod tests {
    use super::*;
    use runyard_sandbox::protocol::{Ending, Switches};

    fn report(cpu_ms: u64, involuntary: u64) -> StageReport {
        StageReport {
            ending: Ending::Exited(0),
            killed: None,
            wall_time_us: cpu_ms * 1000,
            cpu_time_us: cpu_ms * 1000,
            memory_bytes: 1,
            processes_hit: false,
            throttled_us: 1500,
            switches: Some(Switches { voluntary: 3, involuntary }),
        }
    }

    fn times(cpu_ms: &[u64]) -> Vec<RunTimes> {
        let times = |ms: &u64| RunTimes {
            cpu_time: Duration::from_millis(*ms),
            wall_time: Duration::from_millis(1000 - *ms),
        };
        cpu_ms.iter().map(times).collect()
    }

    #[test]
    fn a_run_is_disturbed_by_others_on_its_core_or_by_too_many_at_once() {
        for (cpu_ms, involuntary, concurrent, expected) in [
            (1000, 50, 2, false),
            (1000, 51, 2, true),
            (1000, 0, 3, true),
            (10, 10, 1, false),
            (10, 11, 1, true),
            (10_000, 400, 1, false),
        ] {
            let noise = of(&report(cpu_ms, involuntary), concurrent, 2);
            assert_eq!(
                noise.disturbed, expected,
                "{cpu_ms} ms, {involuntary} switches, {concurrent} at once"
            );
            assert_eq!(noise.throttled_time, Duration::from_micros(1500));
        }
        let unknown = StageReport { switches: None, ..report(1000, 0) };
        assert_eq!(of(&unknown, 1, 2).involuntary_switches, None);
        assert!(!of(&unknown, 1, 2).disturbed);
    }

    #[test]
    fn runs_of_a_judged_program_are_added_up() {
        let both = sum(of(&report(1000, 4), 1, 2), of(&report(1000, 500), 2, 2));
        assert_eq!((both.voluntary_switches, both.involuntary_switches), (Some(6), Some(504)));
        assert_eq!((both.concurrent_runs, both.disturbed), (2, true));
        assert_eq!(both.throttled_time, Duration::from_micros(3000));
        let unknown = sum(both, Noise::default());
        assert_eq!(unknown.voluntary_switches, None, "a part that is not known makes the sum unknown");
    }

    #[test]
    fn the_median_is_one_of_the_runs() {
        assert_eq!(median(&times(&[5])), 0);
        assert_eq!(median(&times(&[9, 5, 7])), 2);
        assert_eq!(median(&times(&[9, 5, 7, 6])), 3);
        assert_eq!(median(&[]), 0);
    }

    #[test]
    fn times_that_differ_by_more_than_a_twentieth_are_told() {
        assert!(!differ(&times(&[100, 102, 105, 100, 100])));
        assert!(differ(&times(&[100, 106, 100])));
        assert!(!differ(&times(&[100])));
        assert!(!differ(&[]));
    }
}
