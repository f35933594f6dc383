//! How much a submission may hold and a run may use.

use crate::reader::Reader;
use runyard_types::Limits;
use std::time::Duration;

const GIB: i64 = 1 << 30;
/// An hour: the longest any stage may be allowed.
const HOUR_MS: i64 = 3_600_000;

/// Sizes of what may be submitted.
#[derive(Debug, Clone, Copy)]
pub struct SubmissionLimits {
    /// Bytes of source over all files.
    pub max_source_bytes: usize,
    /// Bytes of standard input.
    pub max_stdin_bytes: usize,
    /// Bytes of a request body.
    pub max_body_bytes: usize,
    /// Files in one submission.
    pub max_files: usize,
    /// Test cases in one submission.
    pub max_cases: usize,
    /// Arguments, and environment variables, each.
    pub max_args: usize,
    /// Bytes of arguments and environment together.
    pub max_args_bytes: usize,
}

impl SubmissionLimits {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            max_source_bytes: reader.integer("submission.max_source_bytes", 1..=GIB),
            max_stdin_bytes: reader.integer("submission.max_stdin_bytes", 0..=GIB),
            max_body_bytes: reader.integer("submission.max_body_bytes", 1024..=GIB),
            max_files: reader.integer("submission.max_files", 1..=100_000),
            max_cases: reader.integer("submission.max_cases", 1..=100_000),
            max_args: reader.integer("submission.max_args", 0..=100_000),
            // The kernel's own bound on argv and environment together is 2 MiB with the usual stack limit.
            max_args_bytes: reader.integer("submission.max_args_bytes", 0..=1 << 20),
        }
    }
}

/// What a request may ask for at most.
pub type Ceilings = Limits;

/// Defaults and ceilings of a run.
#[derive(Debug, Clone, Copy)]
pub struct LimitSettings {
    /// What a run gets that asks for nothing.
    pub default: Limits,
    /// The most it may ask for.
    pub ceiling: Ceilings,
}

impl LimitSettings {
    pub(crate) fn read(reader: &mut Reader<'_>, machine_cores: usize) -> Self {
        let work_bytes = reader.integer("limits.default.work_bytes", 1 << 20..=64 * GIB);
        let default = read(reader, "limits.default", work_bytes);
        let mut ceiling = read(reader, "limits.ceiling", work_bytes);
        if let Ok(machine) = u32::try_from(machine_cores)
            && machine > 0
        {
            ceiling.cpu_millicores = ceiling.cpu_millicores.min(machine.saturating_mul(1000));
        }
        check(reader, &default, &ceiling);
        Self { default, ceiling }
    }
}

fn read(reader: &mut Reader<'_>, section: &str, work_bytes: u64) -> Limits {
    let key = |name: &str| format!("{section}.{name}");
    Limits {
        wall_time: reader.milliseconds(&key("wall_time_ms"), 1..=HOUR_MS),
        cpu_time: reader.milliseconds(&key("cpu_time_ms"), 1..=HOUR_MS),
        cpu_millicores: reader.millicores(&key("cpu_cores")),
        memory_bytes: reader.integer(&key("memory_bytes"), 1 << 20..=1024 * GIB),
        output_bytes: reader.integer(&key("output_bytes"), 1..=GIB),
        processes: reader.integer(&key("processes"), 1..=100_000),
        work_bytes,
        compile_wall_time: reader.milliseconds(&key("compile_wall_time_ms"), 1..=HOUR_MS),
        compile_memory_bytes: reader.integer(&key("compile_memory_bytes"), 1 << 20..=1024 * GIB),
    }
}

/// A default that no request could ask for is a mistake.
fn check(reader: &mut Reader<'_>, default: &Limits, ceiling: &Limits) {
    let above = [
        ("wall_time_ms", default.wall_time > ceiling.wall_time),
        ("cpu_time_ms", default.cpu_time > ceiling.cpu_time),
        ("memory_bytes", default.memory_bytes > ceiling.memory_bytes),
        ("output_bytes", default.output_bytes > ceiling.output_bytes),
        ("processes", default.processes > ceiling.processes),
        ("compile_wall_time_ms", default.compile_wall_time > ceiling.compile_wall_time),
        ("compile_memory_bytes", default.compile_memory_bytes > ceiling.compile_memory_bytes),
    ];
    for (name, _) in above.iter().filter(|(_, above)| *above) {
        reader.mistake(&format!("limits.default.{name}"), format!("is above limits.ceiling.{name}"));
    }
}

/// Programs with an open terminal.
#[derive(Debug, Clone, Copy)]
pub struct Interactive {
    /// Elapsed time when the request asks for nothing.
    pub wall_time: Duration,
}

impl Interactive {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        Self { wall_time: reader.milliseconds("interactive.wall_time_ms", 1..=HOUR_MS) }
    }
}

/// Code sessions.
#[derive(Debug, Clone, Copy)]
pub struct Sessions {
    /// Elapsed time of their programs.
    pub wall_time: Duration,
}

impl Sessions {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        Self { wall_time: reader.milliseconds("sessions.wall_time_ms", 1..=HOUR_MS) }
    }
}
