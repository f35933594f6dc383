//! The kernel itself: its version, what that lacks, holes it is known for, and its handler of crashes.

use super::super::Check;
use super::{Files, Opinion};

const RELEASE: &str = "/proc/sys/kernel/osrelease";

pub(super) fn checks(files: &Files<'_>) -> Vec<Check> {
    vec![
        files.judge(
            "kernel_version",
            RELEASE,
            "use Linux 5.19 or newer; a series with long-term support is best",
            version,
        ),
        files.judge(
            "copy_fail",
            RELEASE,
            "install the distribution's newest kernel and ask its security tracker about CVE-2026-31431; `modprobe -r algif_aead` \
             and `install algif_aead /bin/false` in /etc/modprobe.d close it where it is a module",
            copy_fail,
        ),
        files.judge(
            "core_pattern",
            "/proc/sys/kernel/core_pattern",
            "sysctl -w kernel.core_pattern=core",
            core_pattern,
        ),
    ]
}

type Version = (u32, u32, u32);

/// The numbers in front of a release such as `6.1.0-42-amd64`.
fn parse(release: &str) -> Option<Version> {
    let end = release.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(release.len());
    let mut numbers = release.get(..end)?.split('.').map_while(|part| part.parse().ok());
    Some((numbers.next()?, numbers.next()?, numbers.next().unwrap_or(0)))
}

/// What came with which version, newest first (the kernel's own documentation and the manual pages of the calls).
const CAME_WITH: [((u32, u32), &str); 6] = [
    ((5, 19), "memory.peak (peak memory on control groups of version 2)"),
    ((5, 14), "cgroup.kill"),
    ((5, 13), "Landlock"),
    ((5, 12), "mount_setattr"),
    ((5, 7), "programs born in their control group"),
    ((5, 6), "openat2"),
];

fn version(release: &str) -> Opinion {
    let Some((major, minor, _)) = parse(release) else {
        return Opinion::Warn(format!("{release:?} is no version that is understood"));
    };
    let lacks: Vec<&str> =
        CAME_WITH.iter().filter(|(since, _)| (major, minor) < *since).map(|(_, what)| *what).collect();
    match lacks.is_empty() {
        true => Opinion::Pass(format!("Linux {release}")),
        false => Opinion::Warn(format!("Linux {release} is older than 5.19 and lacks {}", lacks.join(", "))),
    }
}

/// The first version of each series with the fix of CVE-2026-31431 ("Copy Fail": with AF_ALG and splice an unprivileged program
/// changes the cached bytes of files it may only read). Everything from 7.0 on has it; before 4.14 the fault did not exist.
const COPY_FAIL_FIXED: [Version; 7] =
    [(6, 19, 12), (6, 18, 22), (6, 12, 85), (6, 6, 137), (6, 1, 170), (5, 15, 204), (5, 10, 254)];

fn copy_fail(release: &str) -> Opinion {
    let Some(version @ (major, minor, _)) = parse(release) else {
        return Opinion::Warn(format!("{release:?} is no version that is understood"));
    };
    // A number says what the kernel's authors released, not what a distribution added: only a warning can come of it.
    const BESIDE: &str = "a distribution may have added the fix under an older number; jails cannot open the AF_ALG sockets it needs";
    if !((4, 14, 0)..(7, 0, 0)).contains(&version) {
        return Opinion::Pass(format!("by its version, Linux {release} does not have CVE-2026-31431"));
    }
    match COPY_FAIL_FIXED.iter().find(|fixed| (fixed.0, fixed.1) == (major, minor)) {
        Some(fixed) if version >= *fixed => {
            Opinion::Pass(format!("by its version, Linux {release} has the fix of CVE-2026-31431"))
        }
        Some((_, _, patch)) => Opinion::Warn(format!(
            "by its version, Linux {release} lacks the fix of CVE-2026-31431, which came with {major}.{minor}.{patch}; {BESIDE}"
        )),
        None => Opinion::Warn(format!(
            "Linux {release} is of a series that ended without the fix of CVE-2026-31431; {BESIDE}"
        )),
    }
}

fn core_pattern(pattern: &str) -> Opinion {
    match pattern.strip_prefix('|') {
        Some(handler) => Opinion::Warn(format!(
            "crashes on this host start {:?} as root; not those in a jail, whose RLIMIT_CORE of 1 keeps the kernel from starting it",
            handler.split_whitespace().next().unwrap_or_default()
        )),
        None => Opinion::Pass(format!("kernel.core_pattern is {pattern:?}: crashes start no handler")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_of_distributions_are_understood() {
        assert_eq!(parse("6.1.0-42-amd64"), Some((6, 1, 0)));
        assert_eq!(parse("5.15.0-173-generic"), Some((5, 15, 0)));
        assert_eq!(parse("6.19.13-200.fc43.x86_64"), Some((6, 19, 13)));
        assert_eq!(parse("7.0-rc3"), Some((7, 0, 0)));
        assert_eq!(parse("Linux"), None);
    }

    #[test]
    fn an_older_kernel_is_told_what_it_lacks() {
        assert_eq!(version("5.19.0"), Opinion::Pass("Linux 5.19.0".to_owned()));
        let Opinion::Warn(text) = version("5.13.19-arch1") else { panic!("too old") };
        assert!(text.contains("memory.peak") && text.contains("cgroup.kill"), "{text}");
        assert!(!text.contains("Landlock") && !text.contains("openat2"), "{text}");
        assert!(matches!(version("5.4.0"), Opinion::Warn(text) if text.contains("openat2")));
    }

    #[test]
    fn the_fix_is_told_by_series_and_never_promised_beyond_the_number() {
        for (release, fixed) in [
            ("4.13.16", true),
            ("4.19.325", false),
            ("5.10.253", false),
            ("5.10.254", true),
            ("5.14.0-611.49.2.el9_7.x86_64", false),
            ("6.1.169", false),
            ("6.1.170", true),
            ("6.12.84", false),
            ("6.17.9", false),
            ("6.18.44", true),
            ("6.19.11", false),
            ("7.0.0", true),
            ("8.1.2", true),
        ] {
            let opinion = copy_fail(release);
            assert_eq!(matches!(opinion, Opinion::Pass(_)), fixed, "{release}: {opinion:?}");
            let (Opinion::Pass(text) | Opinion::Warn(text) | Opinion::Fail(text)) = opinion;
            assert!(fixed || text.contains("a distribution may have added the fix"), "{text}");
        }
    }

    #[test]
    fn a_handler_of_crashes_is_named() {
        let text = "|/usr/lib/systemd/systemd-coredump %P %u %g";
        let Opinion::Warn(text) = core_pattern(text) else { panic!("a pipe") };
        assert!(text.contains("\"/usr/lib/systemd/systemd-coredump\""), "{text}");
        assert!(matches!(core_pattern("core"), Opinion::Pass(_)));
        assert!(matches!(core_pattern("/var/crash/%e"), Opinion::Pass(_)));
    }
}
