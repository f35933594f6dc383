//! What an operator should know about the host beside the protections themselves.

use super::{Check, State};
use std::fs;

pub(super) fn advice() -> Vec<Check> {
    vec![swap(), core_pattern(), shared_host()]
}

fn advise(name: &'static str, problem: Option<String>, fine: &str, remedy: &'static str) -> Check {
    match problem {
        None => Check { protection: None, name, state: State::Pass, detail: fine.to_owned(), remedy: None },
        Some(detail) => Check { protection: None, name, state: State::Warn, detail, remedy: Some(remedy) },
    }
}

fn swap() -> Check {
    let text = fs::read_to_string("/proc/swaps").unwrap_or_default();
    let areas = text.lines().skip(1).count();
    advise(
        "swap",
        (areas > 0).then(|| format!("{areas} swap areas are in use: timings vary more")),
        "no swap",
        "turn swap off (swapoff -a) on a host that judges",
    )
}

fn core_pattern() -> Check {
    let pattern = fs::read_to_string("/proc/sys/kernel/core_pattern").unwrap_or_default();
    let piped = pattern.starts_with('|');
    advise(
        "core_pattern",
        piped.then(|| "crashes go through a handler of the host; jails are set to skip it".to_owned()),
        "crashes start no handler of the host",
        "sysctl kernel.core_pattern=core",
    )
}

fn shared_host() -> Check {
    Check {
        protection: None,
        name: "toolchain_root",
        state: State::Warn,
        detail: "programs see this machine's own /usr, read-only (toolchain root `system`)".to_owned(),
        remedy: Some(
            "fine for development and dedicated hosts; do not share the host with services that hold secrets in /usr",
        ),
    }
}
