//! A machine that lacks one thing. Whoever starts the server gives the thing up first, and the server inherits that, so
//! that what is tested is the real check against a real lack.

use anyhow::Context as _;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
    TargetArch,
};
use std::{collections::BTreeMap, fmt::Write as _, fs};

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
    /// More open descriptors than this.
    Descriptors {
        /// What processes start with.
        soft: u64,
        /// What they may raise it to.
        hard: u64,
    },
}

/// Forbids calls by the filter in its first word and goes on as the rest. Root needs no promise to gain no privileges for
/// that, which would keep an account from mapping its subordinate ids; in a container the promise is made.
const FORBID: &str = r#"
import ctypes, os, sys
code = bytes.fromhex(sys.argv[1])
kept = ctypes.create_string_buffer(code, len(code))
class Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]
program = Program(len(code) // 8, ctypes.addressof(kept))
SET_SECCOMP, FILTER = 22, 2
if ctypes.CDLL(None, use_errno=True).prctl(SET_SECCOMP, FILTER, ctypes.byref(program), 0, 0):
    raise OSError(ctypes.get_errno(), "set a filter")
os.execvp(sys.argv[2], sys.argv[2:])
"#;

/// Takes a controller of version 1 away and goes on as the rest.
const UNMOUNT: &str = r#"umount --lazy "$0" && exec "$@""#;

impl Deprivation {
    /// The words before a command that is to run without it.
    ///
    /// # Errors
    /// When the machine does not have what is to be taken away.
    pub(crate) fn words(self) -> anyhow::Result<Vec<String>> {
        let (words, last): (&[&str], String) = match self {
            Self::Call { number, bits, errno } => (&["python3", "-c", FORBID], filter(number, bits, errno)?),
            Self::Controller(name) => {
                let place = mount_of(name)
                    .with_context(|| format!("no controller {name} of version 1 is mounted here"))?;
                (&["unshare", "--mount", "--propagation", "private", "sh", "-c", UNMOUNT], place)
            }
            Self::Descriptors { soft, hard } => (&["prlimit"], format!("--nofile={soft}:{hard}")),
        };
        Ok(words.iter().map(|word| (*word).to_owned()).chain([last]).collect())
    }
}

/// The instructions of a filter, in hexadecimal digits.
fn filter(number: i64, bits: u64, errno: i32) -> anyhow::Result<String> {
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
    let mut digits = String::new();
    for instruction in program {
        let [low, high] = instruction.code.to_ne_bytes();
        let [a, b, c, d] = instruction.k.to_ne_bytes();
        for byte in [low, high, instruction.jt, instruction.jf, a, b, c, d] {
            write!(digits, "{byte:02x}")?;
        }
    }
    Ok(digits)
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
