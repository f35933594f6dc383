//! Rows K: what of the kernel a program reaches.

use runyard_sandbox::seccomp::{Action, Atom, Rule, parse};
use runyard_testkit::TestServer;
use serde_json::json;
use std::process::Command;

const POLICY: &str = include_str!("../../../sandbox/src/seccomp/policy.txt");
const PROBE: &str = include_str!("probe.c");

/// The highest number that is tried; kernels have some 470 calls today.
const LAST: u32 = 1000;

/// Bad as a pointer, as a descriptor, as a process id, as a flag.
const BAD: u64 = u64::MAX;

/// Calls of x86-64 that the kernel itself lets pass every filter, because its own probes make them from inside programs.
/// Made by anything else they end the caller or fail with these; a kernel that is too old for them does not know them.
const PASSED_BY_THE_KERNEL: [(u32, i32); 2] = [(335, -libc::SIGILL), (336, libc::ENXIO)];

/// What a call must come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// The kernel itself answers: whatever it says, the filter did not say it.
    Reaches,
    Refused,
    Absent,
    Killed,
    /// Not ours to decide; in vain.
    Vain(i32),
}

/// One call to try.
#[derive(Debug)]
struct Attempt {
    entry: char,
    number: u32,
    arguments: [u64; 6],
    outcome: Outcome,
}

impl Attempt {
    /// As the probe reads it.
    fn line(&self) -> String {
        let Self { entry, number, arguments: [a, b, c, d, e, f], .. } = self;
        format!("{entry} {number} {a} {b} {c} {d} {e} {f}\n")
    }
}

fn native(number: u32, arguments: [u64; 6], outcome: Outcome) -> Attempt {
    Attempt { entry: 'n', number, arguments, outcome }
}

fn holds(atom: &Atom, arguments: [u64; 6]) -> bool {
    let low = |argument: u8| u32::try_from(arguments[usize::from(argument)] & 0xffff_ffff).unwrap();
    match atom {
        Atom::In { argument, values } => values.contains(&low(*argument)),
        Atom::NotIn { argument, values } => !values.contains(&low(*argument)),
        Atom::Clear { argument, mask } => low(*argument) & mask == 0,
    }
}

/// The arguments with one of them changed so that the atom holds, or does not.
fn with(mut arguments: [u64; 6], atom: &Atom, wanted: bool) -> [u64; 6] {
    let (argument, value) = match (atom, wanted) {
        (Atom::In { argument, values }, true) | (Atom::NotIn { argument, values }, false) => {
            (argument, u64::from(values[0]))
        }
        // Nothing is called so, in any of the lists.
        (Atom::In { argument, .. } | Atom::NotIn { argument, .. }, _) => (argument, 0x7afe),
        (Atom::Clear { argument, .. }, true) => (argument, 0),
        (Atom::Clear { argument, mask }, false) => (argument, u64::from(*mask)),
    };
    // The upper half must not matter: the kernel looks at the lower one only.
    arguments[usize::from(*argument)] = value | 0x5_0000_0000;
    arguments
}

/// Every way into and past the conditions of a call.
fn attempts_at(rule: &Rule) -> Vec<Attempt> {
    let mut bad = [BAD; 6];
    if rule.name == "futex" {
        // An operation that it does not know is ENOSYS in the kernel's own words.
        bad[1] = 0;
    }
    let simple = |outcome| vec![native(rule.number, bad, outcome)];
    match &rule.action {
        Action::Allow => simple(Outcome::Reaches),
        Action::Deny => simple(Outcome::Refused),
        Action::Missing => simple(Outcome::Absent),
        Action::Kill => simple(Outcome::Killed),
        Action::AllowWhen(alternatives) => {
            let mut tried = vec![bad];
            for all in alternatives {
                let within = all.iter().fold(bad, |arguments, atom| with(arguments, atom, true));
                tried.push(within);
                tried.extend(all.iter().map(|atom| with(within, atom, false)));
            }
            let outcome = |arguments: [u64; 6]| {
                let allowed = alternatives.iter().any(|all| all.iter().all(|atom| holds(atom, arguments)));
                if allowed { Outcome::Reaches } else { Outcome::Refused }
            };
            tried.into_iter().map(|arguments| native(rule.number, arguments, outcome(arguments))).collect()
        }
    }
}

fn attempts() -> Vec<Attempt> {
    let rules = parse(POLICY).unwrap();
    let mut attempts = Vec::new();
    for number in 0..=LAST {
        match rules.iter().find(|rule| rule.number == number) {
            Some(rule) => attempts.extend(attempts_at(rule)),
            None => {
                let passed = PASSED_BY_THE_KERNEL.iter().find(|(call, _)| *call == number);
                let passed = passed.filter(|_| cfg!(target_arch = "x86_64"));
                let outcome = passed.map_or(Outcome::Absent, |(_, result)| Outcome::Vain(*result));
                attempts.push(native(number, [BAD; 6], outcome));
            }
        }
    }
    if cfg!(target_arch = "x86_64") {
        for number in 0..=600 {
            attempts.push(native(number | 0x4000_0000, [BAD; 6], Outcome::Killed));
            attempts.push(Attempt { entry: 'i', number, arguments: [BAD; 6], outcome: Outcome::Killed });
        }
        attempts.push(native(u32::MAX, [BAD; 6], Outcome::Killed));
    }
    attempts
}

/// Whether the machine's own kernel, with no filter before it, has none of these calls: one that is older than the policy.
/// Asked by nobody's user, for calls that no error keeps from working.
fn kernel_lacks(attempts: &[&Attempt]) -> anyhow::Result<bool> {
    if attempts.is_empty() {
        return Ok(true);
    }
    let folder = tempfile::tempdir()?;
    std::fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
    let (source, probe, list) =
        (folder.path().join("probe.c"), folder.path().join("probe"), folder.path().join("list"));
    std::fs::write(&source, PROBE)?;
    let built = Command::new("gcc").arg("-o").args([&probe, &source]).status()?;
    anyhow::ensure!(built.success(), "the probe was not built");
    std::fs::write(&list, attempts.iter().map(|attempt| attempt.line()).collect::<String>())?;
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    let said =
        Command::new("setpriv").args(nobody).arg(&probe).stdin(std::fs::File::open(&list)?).output()?;
    let said = String::from_utf8(said.stdout)?;
    let missing = format!(" {}", libc::ENOSYS);
    Ok(said.lines().count() == attempts.len() && said.lines().all(|line| line.ends_with(&missing)))
}

/// Whether a call came to what it must. A kernel without the 32-bit entry ends who uses it by another signal.
fn is_right(attempt: &Attempt, result: i32) -> bool {
    match attempt.outcome {
        Outcome::Reaches => ![libc::ENOSYS, -libc::SIGSYS].contains(&result),
        Outcome::Refused => result == libc::EPERM,
        Outcome::Absent => result == libc::ENOSYS,
        Outcome::Killed if attempt.entry == 'i' => [-libc::SIGSYS, -libc::SIGSEGV].contains(&result),
        Outcome::Killed => result == -libc::SIGSYS,
        Outcome::Vain(vain) => [vain, libc::ENOSYS].contains(&result),
    }
}

/// row: K1 K3
#[tokio::test]
async fn every_kernel_call_comes_to_what_the_policy_says() -> anyhow::Result<()> {
    let attempts = attempts();
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let mut wrong = Vec::new();
    let (mut reached, mut absent) = (0, Vec::new());
    // A list that is not too long for one run on a slow machine.
    for part in attempts.chunks(600) {
        let stdin: String = part.iter().map(Attempt::line).collect();
        let record = client
            .run(&json!({"language": "c", "source": PROBE, "stdin": stdin, "limits": {"wall_time_ms": 60_000}}))
            .await?;
        let results: Vec<i32> = record["stdout"]
            .as_str()
            .unwrap_or_default()
            .lines()
            .filter_map(|line| line.split_once(' ')?.1.parse().ok())
            .collect();
        assert_eq!(results.len(), part.len(), "each call has a result: {record}");
        for (attempt, result) in part.iter().zip(results) {
            if attempt.outcome == Outcome::Reaches && result == libc::ENOSYS {
                absent.push(attempt);
            } else if !is_right(attempt, result) {
                wrong.push(format!("{attempt:x?} gave {result}"));
            }
            // Where the kernel says the same as the filter would, only other arguments tell who said it.
            reached += u32::from(
                attempt.outcome == Outcome::Reaches && ![libc::EPERM, libc::ENOSYS].contains(&result),
            );
        }
    }
    assert!(wrong.is_empty(), "{} calls:\n{}", wrong.len(), wrong.join("\n"));
    assert!(kernel_lacks(&absent)?, "the kernel has some of these, which are allowed: {absent:x?}");
    assert!(reached > 250, "only {reached} allowed calls reached the kernel");
    server.stop()
}

/// row: K1 K2
#[tokio::test]
async fn hopeless_calls_end_the_program_with_a_verdict_of_their_own() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let source = "#include <stdio.h>\n#include <stdlib.h>\n#include <unistd.h>\n\
        int main(int count, char **arguments) { puts(\"before\"); fflush(stdout);\n\
        syscall(atol(arguments[1]), -1L, -1L, -1L, -1L, -1L, -1L); puts(\"after\"); }";
    let rules = parse(POLICY)?;
    let hopeless: Vec<u32> =
        rules.iter().filter(|rule| rule.action == Action::Kill).map(|rule| rule.number).collect();
    assert!(hopeless.len() >= 8, "{hopeless:?}");
    for number in hopeless {
        let record =
            client.run(&json!({"language": "c", "source": source, "args": [number.to_string()]})).await?;
        assert_eq!(
            (&record["verdict"], &record["stdout"]),
            (&json!("forbidden_call"), &json!("before\n")),
            "call {number}: {record}"
        );
    }
    server.stop()
}
