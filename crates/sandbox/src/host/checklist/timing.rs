//! What makes the same program take a different time on another day.

use super::super::Check;
use super::{Files, Opinion};

pub(super) fn checks(files: &Files<'_>) -> Vec<Check> {
    vec![
        files.judge("swap", "/proc/swaps", "swapoff -a, and remove the swap lines of /etc/fstab", swap),
        files.judge(
            "huge_pages",
            "/sys/kernel/mm/transparent_hugepage/enabled",
            "echo madvise > /sys/kernel/mm/transparent_hugepage/enabled",
            huge_pages,
        ),
        files.judge(
            "cpu_governor",
            "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor",
            "cpupower frequency-set -g performance",
            governor,
        ),
        files.judge(
            "cpu_turbo",
            "/sys/devices/system/cpu/intel_pstate/no_turbo",
            "echo 1 > /sys/devices/system/cpu/intel_pstate/no_turbo where times are compared",
            |text| turbo(text == "0"),
        ),
        files.judge(
            "cpu_boost",
            "/sys/devices/system/cpu/cpufreq/boost",
            "echo 0 > /sys/devices/system/cpu/cpufreq/boost where times are compared",
            |text| turbo(text == "1"),
        ),
    ]
}

fn swap(text: &str) -> Opinion {
    let areas: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split_whitespace().next()).collect();
    match areas.is_empty() {
        true => Opinion::Pass("no swap".to_owned()),
        false => Opinion::Warn(format!(
            "swap is on ({}): times vary more, and memory of programs may reach a disk",
            areas.join(", ")
        )),
    }
}

fn huge_pages(text: &str) -> Opinion {
    let chosen = text.split(['[', ']']).nth(1).unwrap_or(text);
    match chosen {
        "always" => Opinion::Warn(
            "huge pages are used always: programs use up to 2 MiB more memory for each piece, and times vary more"
                .to_owned(),
        ),
        _ => Opinion::Pass(format!("huge pages: {chosen}")),
    }
}

fn governor(text: &str) -> Opinion {
    match text {
        "performance" => Opinion::Pass("the CPU governor is performance".to_owned()),
        _ => Opinion::Warn(format!(
            "the CPU governor is {text}: the clock follows the load, and times vary with it"
        )),
    }
}

fn turbo(on: bool) -> Opinion {
    match on {
        true => Opinion::Warn("the clock rises above its base when few cores compute: times vary".to_owned()),
        false => Opinion::Pass("the clock does not rise above its base".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::with;
    use super::*;
    use crate::host::State;

    #[test]
    fn swap_areas_are_named() {
        let header = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority";
        assert_eq!(swap(header), Opinion::Pass("no swap".to_owned()));
        let one = format!("{header}\n/dev/sda2                               partition\t4194300\t\t0\t\t-2");
        assert!(matches!(swap(&one), Opinion::Warn(text) if text.contains("/dev/sda2")));
    }

    #[test]
    fn the_chosen_mode_is_the_one_in_brackets() {
        assert!(matches!(huge_pages("[always] madvise never"), Opinion::Warn(_)));
        assert_eq!(huge_pages("always [madvise] never"), Opinion::Pass("huge pages: madvise".to_owned()));
        assert_eq!(huge_pages("always madvise [never]"), Opinion::Pass("huge pages: never".to_owned()));
    }

    #[test]
    fn the_two_drivers_say_the_opposite_with_the_same_number() {
        let states = |path, text| {
            let checks = with(&[(path, text)], checks);
            checks.into_iter().find(|check| check.state != State::NotApplicable).map(|check| check.state)
        };
        let intel = "/sys/devices/system/cpu/intel_pstate/no_turbo";
        let others = "/sys/devices/system/cpu/cpufreq/boost";
        assert_eq!(states(intel, "1\n"), Some(State::Pass));
        assert_eq!(states(intel, "0\n"), Some(State::Warn));
        assert_eq!(states(others, "1\n"), Some(State::Warn));
        assert_eq!(states(others, "0\n"), Some(State::Pass));
    }

    #[test]
    fn a_clock_that_follows_the_load_is_told() {
        assert!(matches!(governor("schedutil"), Opinion::Warn(text) if text.contains("schedutil")));
        assert!(matches!(governor("performance"), Opinion::Pass(_)));
    }
}
