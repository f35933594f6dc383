//! A submission's limits as the slot understands them.

use runyard_sandbox::protocol::StageLimits;
use runyard_types::Limits;
use std::{num::NonZero, sync::LazyLock, thread, time::Duration};

/// Compilers run several processes and threads each; 256 is far beyond what any of them needs.
const COMPILE_PROCESSES: u32 = 256;

/// Compilers need room for objects and caches, whatever the program itself may write.
const COMPILE_WORK_BYTES: u64 = 256 << 20;

/// Limits of a run.
pub(crate) fn run(limits: &Limits) -> StageLimits {
    StageLimits {
        wall_time_us: micros(limits.wall_time),
        cpu_time_us: micros(limits.cpu_time),
        cpu_millicores: limits.cpu_millicores.max(1),
        memory_bytes: limits.memory_bytes.max(1),
        processes: limits.processes.max(1),
        work_bytes: limits.work_bytes.max(1),
    }
}

/// Limits of the compile stage: all cores, and as much CPU time as they have in the elapsed time.
pub(crate) fn compile(limits: &Limits) -> StageLimits {
    let cores = cores();
    StageLimits {
        wall_time_us: micros(limits.compile_wall_time),
        cpu_time_us: micros(limits.compile_wall_time.saturating_mul(cores)),
        cpu_millicores: cores.saturating_mul(1000),
        memory_bytes: limits.compile_memory_bytes.max(1),
        processes: COMPILE_PROCESSES,
        work_bytes: limits.work_bytes.max(COMPILE_WORK_BYTES).min(limits.compile_memory_bytes).max(1),
    }
}

/// The same for those who judge how a formatter or linter ended.
pub(crate) fn of_tools(limits: &Limits) -> Limits {
    let cores = cores();
    Limits {
        wall_time: limits.compile_wall_time,
        cpu_time: limits.compile_wall_time.saturating_mul(cores),
        memory_bytes: limits.compile_memory_bytes,
        processes: COMPILE_PROCESSES,
        ..*limits
    }
}

/// Of this process. Asked once: the answer takes reading files.
fn cores() -> u32 {
    static CORES: LazyLock<u32> =
        LazyLock::new(|| u32::try_from(thread::available_parallelism().map_or(1, NonZero::get)).unwrap_or(1));
    *CORES
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX).max(1)
}
