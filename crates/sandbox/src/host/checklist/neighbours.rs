//! What programs of different people share beside the jail: cores, memory pages, the toolchains' files.

use super::super::{Check, State};
use super::{Files, Opinion};

pub(super) fn checks(files: &Files<'_>) -> Vec<Check> {
    vec![
        files.judge(
            "smt",
            "/sys/devices/system/cpu/smt/active",
            "echo off > /sys/devices/system/cpu/smt/control (or boot with nosmt) where strangers' secrets meet strangers' programs",
            smt,
        ),
        files.judge("ksm", "/sys/kernel/mm/ksm/run", "echo 2 > /sys/kernel/mm/ksm/run", ksm),
        toolchain_root(),
    ]
}

fn smt(text: &str) -> Opinion {
    match text {
        "0" => Opinion::Pass("no two programs compute on one core at once".to_owned()),
        _ => Opinion::Warn(
            "simultaneous multithreading is active: two programs on one core can watch each other's timing and slow each other"
                .to_owned(),
        ),
    }
}

fn ksm(text: &str) -> Opinion {
    match text {
        "1" => Opinion::Warn(
            "the kernel merges equal pages of different programs: how long a write takes tells what others hold".to_owned(),
        ),
        _ => Opinion::Pass(format!("ksm/run is {text}: equal pages of different programs are not merged")),
    }
}

fn toolchain_root() -> Check {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_is_told() {
        assert!(matches!(smt("0"), Opinion::Pass(_)));
        assert!(matches!(smt("1"), Opinion::Warn(_)));
        assert!(matches!(ksm("0"), Opinion::Pass(_)));
        assert!(matches!(ksm("1"), Opinion::Warn(_)));
        // 2 means: stop, and take apart what was merged.
        assert!(matches!(ksm("2"), Opinion::Pass(_)));
    }
}
