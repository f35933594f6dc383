//! What the launcher is told at its start, by root and nobody else.

use crate::protocol::StageLimits;
use serde::{Deserialize, Serialize};

/// A protection an operator may accept to be missing. Everything else is never optional.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Protection {
    /// Landlock rules beside the read-only root.
    Landlock,
    /// The seccomp allow list.
    Seccomp,
    /// The memory limit.
    CgroupMemory,
    /// The CPU limit and accounting.
    CgroupCpu,
    /// The process limit.
    CgroupPids,
    /// Private PID, mount, IPC, UTS and cgroup namespaces.
    Namespaces,
    /// An empty network namespace.
    Network,
    /// A uid of its own for every slot.
    OwnUid,
    /// A read-only root made of new mounts.
    ReadOnlyRoot,
    /// Names opened beneath a folder only.
    Openat2,
}

impl Protection {
    /// Every protection, in the order people read them.
    pub const ALL: [Self; 10] = [
        Self::Namespaces,
        Self::Network,
        Self::ReadOnlyRoot,
        Self::OwnUid,
        Self::Seccomp,
        Self::Landlock,
        Self::CgroupMemory,
        Self::CgroupCpu,
        Self::CgroupPids,
        Self::Openat2,
    ];

    /// Its name in configuration and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Landlock => "landlock",
            Self::Seccomp => "seccomp",
            Self::CgroupMemory => "cgroup_memory",
            Self::CgroupCpu => "cgroup_cpu",
            Self::CgroupPids => "cgroup_pids",
            Self::Namespaces => "namespaces",
            Self::Network => "network",
            Self::OwnUid => "own_uid",
            Self::ReadOnlyRoot => "read_only_root",
            Self::Openat2 => "openat2",
        }
    }

    /// Whether a server can be told to run without it. The others are what a jail is.
    #[must_use]
    pub fn is_optional(self) -> bool {
        matches!(self, Self::Landlock)
    }
}

/// A file or folder of the host that every jail sees, read-only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Absolute path on the host.
    pub source: String,
    /// Absolute path in the jail.
    pub target: String,
}

/// A symbolic link in the jail's root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Absolute path in the jail.
    pub path: String,
    /// Where it points.
    pub to: String,
}

/// How an interpreter is had before a program comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WarmWay {
    /// One for all: each program begins in a fork of it.
    Forked,
    /// One for each program, confined as the program itself, which stops where it would look at the program.
    Started,
    /// A compiler that is asked with the files of one program after another, and executes nothing of them.
    Resident,
}

/// An interpreter or compiler that slots keep ready, so that programs of its language need not wait until it has started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WarmInterpreter {
    /// What requests call it.
    pub name: String,
    /// How it is had.
    pub way: WarmWay,
    /// Command line of a program without arguments of its own.
    pub argv: Vec<String>,
    /// Environment of a program without variables of its own.
    pub env: Vec<(String, String)>,
    /// What a program that is prepared ahead of its request may use; a request's own limits take their place.
    pub limits: StageLimits,
    /// Whether slots keep it ready only once they had a program for it.
    #[serde(default)]
    pub after_first: bool,
    /// Modules it imports when it starts. Only for [`WarmWay::Forked`].
    #[serde(default)]
    pub modules: Vec<String>,
    /// Folders of the work folder that every program has, at which it looks before it looks for its program. Only for
    /// [`WarmWay::Started`].
    #[serde(default)]
    pub folders: Vec<String>,
    /// What lies in its work folder when it starts: name and content. Only for [`WarmWay::Resident`].
    #[serde(default)]
    pub file: Option<(String, String)>,
}

/// The launcher's whole configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LauncherConfig {
    /// How many jails at once.
    pub slots: u32,
    /// The first of the slots' uids; each slot takes two, its programs' and its init's.
    pub first_uid: u32,
    /// What every jail sees of the host.
    pub views: Vec<View>,
    /// Symbolic links in the jail's root.
    pub links: Vec<Link>,
    /// No stage may ask for more.
    pub ceilings: StageLimits,
    /// Protections the operator accepts to be missing.
    pub accept_missing: Vec<Protection>,
    /// Whether each slot keeps programs that may use one core at most on one core of its own choice.
    #[serde(default)]
    pub pin_cpus: bool,
    /// What warm slots keep started.
    #[serde(default)]
    pub warm: Vec<WarmInterpreter>,
    /// What the next run of each slot is prepared for; a request's own limits take their place. Absent: nothing is prepared.
    #[serde(default)]
    pub prepared: Option<StageLimits>,
    /// How many slots are warm: the first ones.
    #[serde(default)]
    pub warm_slots: u32,
}
