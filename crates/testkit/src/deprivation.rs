//! A machine that lacks one thing. Whoever starts the server gives the thing up first, and the server inherits that, so
//! that what is tested is the real check against a real lack.

use anyhow::Context as _;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
    TargetArch, apply_filter,
};
use std::{collections::BTreeMap, fs, process::Command, thread};

/// What a machine may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deprivation {
    /// A kernel call that gives an error.
    Call {
        /// Its number.
        number: i64,
        /// Only calls whose first argument has all these bits; 0 is every call.
        bits: u64,
        /// The error.
        errno: i32,
    },
    /// A control group controller of version 1 that is not mounted.
    Controller(&'static str),
}

impl Deprivation {
    /// The command that runs `binary` without it; arguments can be added.
    pub(crate) fn command(self, binary: &str) -> anyhow::Result<Command> {
        let Self::Controller(name) = self else { return Ok(Command::new(binary)) };
        let place =
            mount_of(name).with_context(|| format!("no controller {name} of version 1 is mounted here"))?;
        let mut command = Command::new("unshare");
        command.args([
            "--mount",
            "--propagation",
            "private",
            "sh",
            "-c",
            "umount --lazy \"$0\" && exec \"$@\"",
        ]);
        command.args([&place, binary]);
        Ok(command)
    }

    /// Starts a command on a thread that gave the thing up; a filter holds for one thread and what it starts.
    pub(crate) fn spawn(self, command: &mut Command) -> anyhow::Result<std::process::Child> {
        thread::scope(|scope| {
            let starting = scope.spawn(|| {
                if let Self::Call { number, bits, errno } = self {
                    forbid(number, bits, errno)?;
                }
                command.spawn().context("failed to start the command")
            });
            starting.join().map_err(|_| anyhow::anyhow!("the starting thread panicked"))?
        })
    }
}

fn forbid(number: i64, bits: u64, errno: i32) -> anyhow::Result<()> {
    let rules = if bits == 0 {
        Vec::new()
    } else {
        let has = SeccompCondition::new(0, SeccompCmpArgLen::Qword, SeccompCmpOp::MaskedEq(bits), bits)?;
        vec![SeccompRule::new(vec![has])?]
    };
    let filter = SeccompFilter::new(
        BTreeMap::from([(number, rules)]),
        SeccompAction::Allow,
        SeccompAction::Errno(errno.unsigned_abs()),
        TargetArch::try_from(std::env::consts::ARCH)?,
    )?;
    let program: BpfProgram = filter.try_into()?;
    apply_filter(&program).context("failed to install a filter")
}

/// Where a controller of version 1 is mounted.
fn mount_of(controller: &str) -> Option<String> {
    let table = fs::read_to_string("/proc/self/mountinfo").ok()?;
    table.lines().find_map(|line| {
        let (left, right) = line.split_once(" - ")?;
        let options = right.strip_prefix("cgroup ")?.split_whitespace().nth(1)?;
        let mounted = options.split(',').any(|option| option == controller);
        mounted.then(|| left.split_whitespace().nth(4).map(str::to_owned))?
    })
}
