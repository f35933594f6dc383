//! Kernel settings that harden every process of the host, as a table.

use super::super::Check;
use super::{Files, Opinion};

/// Which values are good.
#[derive(Debug, Clone, Copy)]
enum Good {
    /// This one and higher ones.
    From(i64),
    /// This one only.
    Only(i64),
    /// Every value: the setting is shown because people ask for it.
    Any,
}

/// A setting.
struct Setting {
    name: &'static str,
    path: &'static str,
    good: Good,
    /// A value that must never be.
    never: Option<i64>,
    /// What a value that is not good permits.
    risk: &'static str,
    remedy: &'static str,
}

const SETTINGS: [Setting; 12] = [
    Setting {
        name: "protected_symlinks",
        path: "/proc/sys/fs/protected_symlinks",
        good: Good::From(1),
        never: None,
        risk: "links in shared folders such as /tmp are followed for everybody",
        remedy: "sysctl -w fs.protected_symlinks=1",
    },
    Setting {
        name: "protected_hardlinks",
        path: "/proc/sys/fs/protected_hardlinks",
        good: Good::From(1),
        never: None,
        risk: "users may link files that they cannot write",
        remedy: "sysctl -w fs.protected_hardlinks=1",
    },
    Setting {
        name: "protected_fifos",
        path: "/proc/sys/fs/protected_fifos",
        good: Good::From(1),
        never: None,
        risk: "a FIFO somebody else planted in a shared folder is opened for writing",
        remedy: "sysctl -w fs.protected_fifos=2",
    },
    Setting {
        name: "protected_regular",
        path: "/proc/sys/fs/protected_regular",
        good: Good::From(1),
        never: None,
        risk: "a file somebody else planted in a shared folder is opened for writing",
        remedy: "sysctl -w fs.protected_regular=2",
    },
    Setting {
        name: "unprivileged_bpf",
        path: "/proc/sys/kernel/unprivileged_bpf_disabled",
        good: Good::From(1),
        never: None,
        risk: "every user of the host may load BPF programs; jails may not, their seccomp policy refuses bpf(2)",
        remedy: "sysctl -w kernel.unprivileged_bpf_disabled=1",
    },
    Setting {
        name: "kptr_restrict",
        path: "/proc/sys/kernel/kptr_restrict",
        good: Good::From(1),
        never: None,
        risk: "files under /proc show kernel addresses; jails have the worst of them masked",
        remedy: "sysctl -w kernel.kptr_restrict=1",
    },
    Setting {
        name: "dmesg_restrict",
        path: "/proc/sys/kernel/dmesg_restrict",
        good: Good::From(1),
        never: None,
        risk: "every user of the host may read the kernel's log; jails may not, their seccomp policy refuses syslog(2)",
        remedy: "sysctl -w kernel.dmesg_restrict=1",
    },
    Setting {
        name: "legacy_tiocsti",
        path: "/proc/sys/dev/tty/legacy_tiocsti",
        good: Good::Only(0),
        never: None,
        risk: "programs may type into the terminal they share; jails may not, their seccomp policy refuses TIOCSTI",
        remedy: "sysctl -w dev.tty.legacy_tiocsti=0",
    },
    Setting {
        name: "ptrace_scope",
        path: "/proc/sys/kernel/yama/ptrace_scope",
        good: Good::From(1),
        never: None,
        risk: "every process of a user may trace every other of the same user; slots have users of their own",
        remedy: "sysctl -w kernel.yama.ptrace_scope=1",
    },
    Setting {
        name: "user_namespaces",
        path: "/proc/sys/kernel/unprivileged_userns_clone",
        good: Good::Any,
        never: None,
        risk: "",
        remedy: "",
    },
    Setting {
        name: "perf_event",
        path: "/proc/sys/kernel/perf_event_paranoid",
        good: Good::From(2),
        never: None,
        risk: "every user of the host may measure the kernel; jails may not, their seccomp policy refuses perf_event_open(2)",
        remedy: "sysctl -w kernel.perf_event_paranoid=2",
    },
    Setting {
        name: "aslr",
        path: "/proc/sys/kernel/randomize_va_space",
        good: Good::From(2),
        never: Some(0),
        risk: "addresses of programs and of this server can be known beforehand",
        remedy: "sysctl -w kernel.randomize_va_space=2",
    },
];

pub(super) fn checks(files: &Files<'_>) -> Vec<Check> {
    SETTINGS
        .iter()
        .map(|setting| files.judge(setting.name, setting.path, setting.remedy, |text| setting.opinion(text)))
        .collect()
}

impl Setting {
    fn opinion(&self, text: &str) -> Opinion {
        let key = self.path.trim_start_matches("/proc/sys/").replace('/', ".");
        let Ok(value) = text.parse::<i64>() else {
            return Opinion::Warn(format!("{key} is {text:?}, which is no number"));
        };
        let good = match self.good {
            Good::From(least) => value >= least,
            Good::Only(only) => value == only,
            Good::Any => true,
        };
        match good {
            true => Opinion::Pass(format!("{key} is {value}")),
            false if self.never == Some(value) => Opinion::Fail(format!("{key} is {value}: {}", self.risk)),
            false => Opinion::Warn(format!("{key} is {value}: {}", self.risk)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::with;
    use super::*;
    use crate::host::State;

    fn state(path: &str, text: &str) -> State {
        let checks = with(&[(path, text)], checks);
        checks.into_iter().map(|check| check.state).find(|state| *state != State::NotApplicable).unwrap()
    }

    #[test]
    fn each_value_is_judged_by_its_own_rule() {
        for (key, text, expected) in [
            ("fs/protected_symlinks", "0\n", State::Warn),
            ("fs/protected_symlinks", "1\n", State::Pass),
            ("fs/protected_hardlinks", "0\n", State::Warn),
            ("fs/protected_fifos", "2\n", State::Pass),
            ("fs/protected_regular", "0\n", State::Warn),
            ("kernel/unprivileged_bpf_disabled", "0\n", State::Warn),
            ("kernel/unprivileged_bpf_disabled", "2\n", State::Pass),
            ("kernel/kptr_restrict", "0\n", State::Warn),
            ("kernel/dmesg_restrict", "1\n", State::Pass),
            ("dev/tty/legacy_tiocsti", "1\n", State::Warn),
            ("dev/tty/legacy_tiocsti", "0\n", State::Pass),
            ("kernel/yama/ptrace_scope", "0\n", State::Warn),
            ("kernel/unprivileged_userns_clone", "0\n", State::Pass),
            ("kernel/unprivileged_userns_clone", "1\n", State::Pass),
            ("kernel/perf_event_paranoid", "-1\n", State::Warn),
            ("kernel/perf_event_paranoid", "4\n", State::Pass),
            ("kernel/randomize_va_space", "0\n", State::Fail),
            ("kernel/randomize_va_space", "1\n", State::Warn),
            ("kernel/randomize_va_space", "2\n", State::Pass),
            ("kernel/randomize_va_space", "yes\n", State::Warn),
        ] {
            assert_eq!(state(&format!("/proc/sys/{key}"), text), expected, "{key} = {text}");
        }
    }

    #[test]
    fn a_warning_says_the_value_and_the_exact_command() {
        let checks = with(&[("/proc/sys/fs/protected_fifos", "0\n")], checks);
        let check = checks.into_iter().find(|check| check.name == "protected_fifos").unwrap();
        assert!(check.detail.starts_with("fs.protected_fifos is 0: "), "{}", check.detail);
        assert_eq!(check.remedy, Some("sysctl -w fs.protected_fifos=2"));
    }
}
