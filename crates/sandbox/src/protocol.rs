//! The messages between a server and the launcher.
//!
//! One sequenced-packet socket carries one JSON message a packet. A message never names a host path, a uid or a mount:
//! the launcher knows those from its own configuration. Both sides treat the other's bytes as hostile: unknown fields,
//! oversized packets and values above the launcher's ceilings are refused.

use serde::{Deserialize, Serialize};

/// A packet longer than this is refused. An argument list of 128 KiB still fits.
pub const MAX_PACKET_BYTES: usize = 192 << 10;

/// Which work folder a stage sees at `/work`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkTree {
    /// An empty one, filled from the archive descriptor before the program starts.
    Fresh,
    /// The tree that is kept: what an earlier stage of this lease left, or what was restored. Read-only below a fresh writable layer.
    Layered,
}

/// Limits of one stage. All are ceilings; none may be zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageLimits {
    /// Elapsed time in microseconds.
    pub wall_time_us: u64,
    /// CPU time of all processes in microseconds.
    pub cpu_time_us: u64,
    /// Cores in thousandths.
    pub cpu_millicores: u32,
    /// Memory in bytes, temporary files included.
    pub memory_bytes: u64,
    /// Processes and threads at once.
    pub processes: u32,
    /// Writable bytes in the work folder; `/tmp` and `/dev/shm` get the same, all within `memory_bytes`.
    pub work_bytes: u64,
}

/// Start a stage. Descriptors travel with it: stdin, stdout, stderr, then the archive for [`WorkTree::Fresh`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageRequest {
    /// Compile stages are accounted apart from run stages.
    pub compile: bool,
    /// Absolute path inside the jail, then arguments. Never a shell line.
    pub argv: Vec<String>,
    /// The whole environment.
    pub env: Vec<(String, String)>,
    /// Which work folder.
    pub work: WorkTree,
    /// Whether the work folder is kept for the next stage of this lease. Only with [`WorkTree::Fresh`].
    pub keep_work: bool,
    /// Whether stdin is a terminal that becomes the controlling one.
    pub terminal: bool,
    /// Limits.
    pub limits: StageLimits,
    /// The warm interpreters that may take the place of the command line, by name, where the slot has one of them: the best first.
    #[serde(default)]
    pub warm: Vec<String>,
}

/// From the server to one slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ToSlot {
    /// Start a stage; only while none runs.
    Start(Box<StageRequest>),
    /// Kill the stage under way. Harmless when it has just ended.
    Kill,
    /// Send a signal to the program's process group.
    Signal {
        /// Signal number.
        number: i32,
    },
    /// Hand out what a compile stage of this lease kept; only while no stage runs.
    Export {
        /// The archive may be so large.
        max_bytes: u64,
    },
    /// Keep the work folder of an earlier export, as if it had been compiled now; only while no stage runs. The archive travels with
    /// the message.
    Restore {
        /// Limits of the compile stage that is not needed.
        limits: StageLimits,
    },
    /// The lease is over: drop what was kept.
    Release,
}

/// From one slot to the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FromSlot {
    /// The stage used almost no CPU for a while.
    Idle,
    /// It uses CPU again.
    Busy,
    /// The stage ended and nothing of it is left.
    Ended(StageReport),
    /// The stage could not be started: ours, not the program's fault.
    Failed(StageFailure),
    /// What was kept travels with this message, as an archive in a sealed memory file, or is not fit to be kept elsewhere.
    Exported {
        /// Why no archive comes along.
        why_not: Option<String>,
    },
    /// The work folder is as it was exported. When it could not be made so, the answer is [`FromSlot::Failed`].
    Restored,
    /// What a lease kept is gone; the slot is clean.
    Released,
}

/// How a stage's main process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// By itself, with this exit code.
    Exited(i32),
    /// By this signal.
    Signaled(i32),
}

/// Why the slot killed the stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Killed {
    /// Elapsed time.
    WallTime,
    /// CPU time.
    CpuTime,
    /// Memory; the kernel reported an out-of-memory event.
    Memory,
    /// The server asked.
    Requested,
}

/// What a finished stage used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageReport {
    /// How the main process ended.
    pub ending: Ending,
    /// Set when the slot ended it.
    pub killed: Option<Killed>,
    /// Elapsed time in microseconds.
    pub wall_time_us: u64,
    /// CPU time of all processes in microseconds.
    pub cpu_time_us: u64,
    /// Peak memory in bytes.
    pub memory_bytes: u64,
    /// Whether the process limit refused a fork.
    pub processes_hit: bool,
    /// How long processes that wanted to compute were held back by the limit on cores, in microseconds.
    #[serde(default)]
    pub throttled_us: u64,
    /// How often processes stopped computing; absent when the main process could not be counted.
    #[serde(default)]
    pub switches: Option<Switches>,
}

/// How often the processes of a stage stopped computing: the main process and every process that was waited for by its end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Switches {
    /// To wait for something.
    pub voluntary: u64,
    /// Because the kernel gave the core to another.
    pub involuntary: u64,
}

/// Where a start failed. `step` is the name of the step; `errno` what the kernel said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageFailure {
    /// Name of the step, such as `mount_proc` or `exec`.
    pub step: String,
    /// Which of several (the mount or descriptor number), where it matters.
    pub index: u32,
    /// The kernel's error number, 0 when it was not the kernel.
    pub errno: i32,
}

/// From the launcher itself, on its control socket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FromLauncher {
    /// A slot is ready; its socket travels with the message.
    Slot {
        /// Its number.
        slot: u32,
        /// Whether it keeps interpreters started.
        warm: bool,
    },
    /// A slot was taken out of service.
    Quarantined {
        /// Its number.
        slot: u32,
        /// Why.
        reason: String,
    },
    /// All slots were handed over.
    Ready {
        /// How many.
        slots: u32,
        /// The protections in force, by name.
        protections: Vec<String>,
        /// Who makes them.
        mode: Mode,
        /// What limits and measures them.
        cgroup: CgroupVersion,
    },
}

/// Who makes the jails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Root of the machine.
    Root,
    /// Root of a user namespace.
    Rootless,
}

/// Version of the control groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CgroupVersion {
    /// One hierarchy for each controller.
    V1,
    /// One hierarchy.
    V2,
}
