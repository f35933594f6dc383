//! From how a stage ended to what people are told. Pure: every case is a row of the tables in the tests.

use crate::plain_words::{size, time};
use runyard_sandbox::protocol::{Ending, Killed, StageReport};
use runyard_types::{LimitHit, Limits, Signal, Stream, Verdict};

/// What is known about an ended stage.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts<'a> {
    pub(crate) report: &'a StageReport,
    pub(crate) limits: &'a Limits,
    /// The stream that wrote too much.
    pub(crate) overflowed: Option<Stream>,
    /// How many bytes were too many.
    pub(crate) output_ceiling: u64,
    /// Output was cut at the limit.
    pub(crate) truncated: bool,
    pub(crate) cancelled: bool,
    /// What it wrote to stderr, for hints only.
    pub(crate) stderr: &'a [u8],
}

/// The judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judgement {
    pub(crate) verdict: Verdict,
    pub(crate) limit_hit: Option<LimitHit>,
    pub(crate) message: Option<String>,
}

impl Judgement {
    pub(crate) fn new(verdict: Verdict, limit_hit: Option<LimitHit>, message: impl Into<String>) -> Self {
        Self { verdict, limit_hit, message: Some(message.into()) }
    }
}

/// The exit code and the signal, of which a program has one.
pub(crate) fn ending(report: &StageReport) -> (Option<i32>, Option<Signal>) {
    match report.ending {
        Ending::Exited(code) => (Some(code), None),
        Ending::Signaled(number) => (None, Signal::from_number(number)),
    }
}

/// Judges a run, before any answer is compared.
pub(crate) fn run(facts: Facts<'_>) -> Judgement {
    let Facts { report, limits, .. } = facts;
    if let Some(judgement) = stopped_by_us(facts) {
        return judgement;
    }
    match report.killed {
        // Pages of files are thrown out and read again without end: nothing is ever refused, and nothing gets done.
        Some(Killed::WallTime) if at_limit(report, limits.memory_bytes) => Judgement::new(
            Verdict::MemoryLimit,
            Some(LimitHit::Memory),
            format!(
                "stopped after {}: it had used all of its {} of memory and got no further",
                time(limits.wall_time),
                size(limits.memory_bytes)
            ),
        ),
        Some(Killed::WallTime) if computed_throughout(report, limits) => Judgement::new(
            Verdict::TimeLimit,
            Some(LimitHit::CpuTime),
            format!(
                "stopped after {}: the time limit; it was computing all the time{}",
                time(limits.wall_time),
                process_words(report, limits)
            ),
        ),
        Some(Killed::WallTime) => Judgement::new(
            Verdict::TimeLimit,
            Some(LimitHit::WallTime),
            format!(
                "stopped after {}: the time limit{}{}",
                time(limits.wall_time),
                how_it_passed(report, limits),
                process_words(report, limits)
            ),
        ),
        Some(Killed::CpuTime) => Judgement::new(
            Verdict::TimeLimit,
            Some(LimitHit::CpuTime),
            format!(
                "stopped after {} of CPU time: the limit{}",
                time(limits.cpu_time),
                process_words(report, limits)
            ),
        ),
        Some(Killed::Memory) => Judgement::new(
            Verdict::MemoryLimit,
            Some(LimitHit::Memory),
            format!("used more than {} of memory", size(limits.memory_bytes)),
        ),
        Some(Killed::Requested) | None => by_itself(facts),
    }
}

/// Judges a compile stage; `None` means that it succeeded. `errors` is how many errors the compiler named.
pub(crate) fn compile(facts: Facts<'_>, errors: usize) -> Option<Judgement> {
    let Facts { report, limits, .. } = facts;
    let refused = |limit, message: String| Some(Judgement::new(Verdict::CompileError, limit, message));
    if facts.cancelled && report.killed == Some(Killed::Requested) {
        return Some(Judgement::new(Verdict::Cancelled, None, "cancelled while it was compiled"));
    }
    if facts.overflowed.is_some() {
        let message = format!("the compiler wrote more than {} of messages", size(facts.output_ceiling));
        return refused(Some(LimitHit::Output), message);
    }
    match report.killed {
        Some(Killed::WallTime | Killed::CpuTime) if at_limit(report, limits.compile_memory_bytes) => refused(
            Some(LimitHit::CompileMemory),
            format!(
                "the compiler was stopped after {}: it had used all of its {} of memory and got no further",
                time(limits.compile_wall_time),
                size(limits.compile_memory_bytes)
            ),
        ),
        Some(Killed::WallTime | Killed::CpuTime) => refused(
            Some(LimitHit::CompileTime),
            format!("the compiler was stopped after {}: the time limit", time(limits.compile_wall_time)),
        ),
        Some(Killed::Memory) => refused(
            Some(LimitHit::CompileMemory),
            format!("the compiler used more than {} of memory", size(limits.compile_memory_bytes)),
        ),
        Some(Killed::Requested) | None => match report.ending {
            Ending::Exited(0) => None,
            Ending::Exited(_) if errors == 1 => refused(None, "does not compile: 1 error".into()),
            Ending::Exited(_) if errors > 1 => refused(None, format!("does not compile: {errors} errors")),
            Ending::Exited(code) => {
                refused(None, format!("does not compile: the compiler ended with exit code {code}"))
            }
            Ending::Signaled(number) => refused(None, format!("the compiler {}", signal_words(number))),
        },
    }
}

fn stopped_by_us(facts: Facts<'_>) -> Option<Judgement> {
    if facts.cancelled && facts.report.killed == Some(Killed::Requested) {
        return Some(Judgement::new(Verdict::Cancelled, None, "cancelled"));
    }
    let stream = match facts.overflowed? {
        Stream::Stdout => "stdout",
        Stream::Stderr => "stderr",
    };
    // Far too much output decides, whether we or the program itself ended the run first.
    let message = format!("wrote more than {} to {stream}", size(facts.output_ceiling));
    Some(Judgement::new(Verdict::OutputLimit, Some(LimitHit::Output), message))
}

/// CPU time the run could have had at most, in microseconds: less than the elapsed time on part of a core.
fn most_cpu_us(report: &StageReport, limits: &Limits) -> u128 {
    u128::from(report.wall_time_us) * u128::from(limits.cpu_millicores.min(1000)) / 1000
}

/// A wall kill with CPU use of at least 90 % of the time it could have had.
fn computed_throughout(report: &StageReport, limits: &Limits) -> bool {
    u128::from(report.cpu_time_us) * 10 >= most_cpu_us(report, limits) * 9
}

/// What a run that computed for less than half of its time did meanwhile: it waited, or others had the cores. A program that would
/// compute gets more than a twentieth even of a busy machine.
fn how_it_passed(report: &StageReport, limits: &Limits) -> &'static str {
    let (cpu, most) = (u128::from(report.cpu_time_us), most_cpu_us(report, limits));
    if cpu * 2 >= most {
        return "";
    }
    let pushed_aside = report.switches.map(|switches| switches.involuntary > switches.voluntary);
    match pushed_aside {
        _ if cpu * 20 < most => "; most of that time it waited",
        Some(false) => "; most of that time it waited",
        Some(true) => "; other programs had the machine most of that time",
        None => "",
    }
}

/// A bomb of processes usually runs into its time, not into an error.
fn process_words(report: &StageReport, limits: &Limits) -> String {
    match report.processes_hit {
        true => format!("; it had reached the limit of {} processes", limits.processes),
        false => String::new(),
    }
}

/// Peak memory of at least 99 % of the limit.
fn at_limit(report: &StageReport, limit: u64) -> bool {
    u128::from(report.memory_bytes) * 100 >= u128::from(limit) * 99
}

fn by_itself(facts: Facts<'_>) -> Judgement {
    let Facts { report, limits, .. } = facts;
    let words = match report.ending {
        Ending::Exited(0) if facts.truncated => {
            let message = format!("output beyond {} was discarded", size(limits.output_bytes));
            return Judgement::new(Verdict::Ok, Some(LimitHit::Output), message);
        }
        Ending::Exited(0) => return Judgement { verdict: Verdict::Ok, limit_hit: None, message: None },
        Ending::Signaled(libc_signal::SYS) => {
            let message = "made a kernel call that programs may not make here (SIGSYS)";
            return Judgement::new(Verdict::ForbiddenCall, None, message);
        }
        Ending::Exited(code) => exit_words(code),
        Ending::Signaled(number) => signal_words(number),
    };
    if report.processes_hit {
        let message = format!("{words}; it had reached the limit of {} processes", limits.processes);
        return Judgement::new(Verdict::RuntimeError, Some(LimitHit::Processes), message);
    }
    let message = match out_of_memory_words(facts.stderr) {
        Some(hint) => format!("{words}; {hint} (the limit is {})", size(limits.memory_bytes)),
        None => words,
    };
    Judgement::new(Verdict::RuntimeError, None, message)
}

fn exit_words(code: i32) -> String {
    // Shells say by 128 + n that what they ran was ended by signal n.
    match code.checked_sub(128).and_then(Signal::from_number) {
        Some(signal) if (129..=159).contains(&code) => {
            format!("ended with exit code {code} (128 + {signal})")
        }
        _ => format!("ended with exit code {code}"),
    }
}

fn signal_words(number: i32) -> String {
    let name =
        Signal::from_number(number).map_or_else(|| format!("signal {number}"), |signal| signal.to_string());
    match number {
        libc_signal::SEGV => format!("crashed: segmentation fault ({name})"),
        libc_signal::ABRT => format!("aborted itself ({name})"),
        libc_signal::FPE => format!("crashed: arithmetic error, such as a division by zero ({name})"),
        libc_signal::ILL => format!("crashed: illegal instruction ({name})"),
        libc_signal::BUS => format!("crashed: bus error ({name})"),
        libc_signal::KILL => format!("was killed ({name})"),
        libc_signal::XFSZ => format!("wrote a file larger than the work folder may be ({name})"),
        _ => format!("ended by {name}"),
    }
}

/// signal(7), x86-64 and aarch64.
mod libc_signal {
    pub(super) const ILL: i32 = 4;
    pub(super) const ABRT: i32 = 6;
    pub(super) const BUS: i32 = 7;
    pub(super) const FPE: i32 = 8;
    pub(super) const KILL: i32 = 9;
    pub(super) const SEGV: i32 = 11;
    pub(super) const XFSZ: i32 = 25;
    pub(super) const SYS: i32 = 31;
}

/// Only the end of stderr is looked at: that is where the last words are.
const LAST_WORDS_BYTES: usize = 8 << 10;

/// How runtimes say that they ran out of memory by themselves, before the kernel said it.
const OUT_OF_MEMORY: [&str; 11] = [
    "java.lang.OutOfMemoryError",
    "JavaScript heap out of memory",
    "fatal error: runtime: out of memory",
    "fatal error: runtime: cannot allocate memory",
    "MemoryError",
    "Allowed memory size of",
    "failed to allocate memory (NoMemoryError)",
    "not enough memory",
    "std::bad_alloc",
    "Out of memory!",
    "memory allocation of",
];

fn out_of_memory_words(stderr: &[u8]) -> Option<&'static str> {
    let from = stderr.len().saturating_sub(LAST_WORDS_BYTES);
    let text = String::from_utf8_lossy(stderr.get(from..)?);
    OUT_OF_MEMORY.iter().any(|words| text.contains(words)).then_some("it says that it ran out of memory")
}

#[cfg(test)]
mod tests {
    use super::*;
    use runyard_sandbox::protocol::Switches;

    const FINE: StageReport = StageReport {
        ending: Ending::Exited(0),
        killed: None,
        wall_time_us: 10_000_000,
        cpu_time_us: 1_000_000,
        memory_bytes: 1 << 20,
        processes_hit: false,
        throttled_us: 0,
        switches: None,
    };

    fn facts<'a>(report: &'a StageReport, limits: &'a Limits) -> Facts<'a> {
        Facts {
            report,
            limits,
            overflowed: None,
            output_ceiling: limits.output_bytes * 16,
            truncated: false,
            cancelled: false,
            stderr: b"",
        }
    }

    fn switches(voluntary: u64, involuntary: u64) -> Option<Switches> {
        Some(Switches { voluntary, involuntary })
    }

    fn killed(killed: Killed) -> StageReport {
        StageReport { ending: Ending::Signaled(9), killed: Some(killed), ..FINE }
    }

    #[test]
    fn every_ending_of_a_run_has_its_verdict_and_words() {
        use LimitHit as L;
        use Verdict as V;
        let exited = |code| StageReport { ending: Ending::Exited(code), ..FINE };
        let signaled = |number| StageReport { ending: Ending::Signaled(number), ..FINE };
        let rows = [
            (FINE, V::Ok, None, ""),
            (exited(1), V::RuntimeError, None, "ended with exit code 1"),
            (exited(139), V::RuntimeError, None, "ended with exit code 139 (128 + SIGSEGV)"),
            (exited(255), V::RuntimeError, None, "ended with exit code 255"),
            (signaled(11), V::RuntimeError, None, "crashed: segmentation fault (SIGSEGV)"),
            (signaled(6), V::RuntimeError, None, "aborted itself (SIGABRT)"),
            (signaled(9), V::RuntimeError, None, "was killed (SIGKILL)"),
            (signaled(15), V::RuntimeError, None, "ended by SIGTERM"),
            (
                signaled(31),
                V::ForbiddenCall,
                None,
                "made a kernel call that programs may not make here (SIGSYS)",
            ),
            (
                StageReport { cpu_time_us: 400_000, ..killed(Killed::WallTime) },
                V::TimeLimit,
                Some(L::WallTime),
                "stopped after 10 s: the time limit; most of that time it waited",
            ),
            (
                StageReport { switches: switches(900, 10), ..killed(Killed::WallTime) },
                V::TimeLimit,
                Some(L::WallTime),
                "stopped after 10 s: the time limit; most of that time it waited",
            ),
            (
                StageReport { switches: switches(10, 900), ..killed(Killed::WallTime) },
                V::TimeLimit,
                Some(L::WallTime),
                "stopped after 10 s: the time limit; other programs had the machine most of that time",
            ),
            (killed(Killed::WallTime), V::TimeLimit, Some(L::WallTime), "stopped after 10 s: the time limit"),
            (
                StageReport { processes_hit: true, cpu_time_us: 9_500_000, ..killed(Killed::WallTime) },
                V::TimeLimit,
                Some(L::CpuTime),
                "stopped after 10 s: the time limit; it was computing all the time; it had reached the limit of 64 processes",
            ),
            (
                StageReport { cpu_time_us: 9_000_000, ..killed(Killed::WallTime) },
                V::TimeLimit,
                Some(L::CpuTime),
                "stopped after 10 s: the time limit; it was computing all the time",
            ),
            (
                killed(Killed::CpuTime),
                V::TimeLimit,
                Some(L::CpuTime),
                "stopped after 10 s of CPU time: the limit",
            ),
            (killed(Killed::Memory), V::MemoryLimit, Some(L::Memory), "used more than 128 MiB of memory"),
            (
                StageReport { processes_hit: true, ..exited(1) },
                V::RuntimeError,
                Some(L::Processes),
                "ended with exit code 1; it had reached the limit of 64 processes",
            ),
            (StageReport { processes_hit: true, ..FINE }, V::Ok, None, ""),
        ];
        let limits = Limits::default();
        for (report, verdict, limit_hit, message) in rows {
            let message = Some(message.to_owned()).filter(|message| !message.is_empty());
            assert_eq!(run(facts(&report, &limits)), Judgement { verdict, limit_hit, message }, "{report:?}");
        }
    }

    #[test]
    fn output_decides_whether_we_or_the_program_ended_the_run() {
        let limits = Limits::default();
        for report in [killed(Killed::Requested), FINE] {
            let facts = Facts { overflowed: Some(Stream::Stderr), ..facts(&report, &limits) };
            let expected = Judgement::new(
                Verdict::OutputLimit,
                Some(LimitHit::Output),
                "wrote more than 1 MiB to stderr",
            );
            assert_eq!(run(facts), expected);
        }
        let cut = Facts { truncated: true, ..facts(&FINE, &limits) };
        let expected =
            Judgement::new(Verdict::Ok, Some(LimitHit::Output), "output beyond 64 KiB was discarded");
        assert_eq!(run(cut), expected);
    }

    #[test]
    fn a_cancelled_run_is_cancelled_unless_it_ended_first() {
        let limits = Limits::default();
        let report = killed(Killed::Requested);
        let cancelled = Facts { cancelled: true, ..facts(&report, &limits) };
        assert_eq!(run(cancelled).verdict, Verdict::Cancelled);
        assert_eq!(compile(cancelled, 0).unwrap().verdict, Verdict::Cancelled);
        let ended = Facts { cancelled: true, ..facts(&FINE, &limits) };
        assert_eq!(run(ended).verdict, Verdict::Ok);
        assert_eq!(compile(ended, 0), None);
    }

    #[test]
    fn runtimes_that_give_up_by_themselves_get_a_hint() {
        let limits = Limits::default();
        let report = StageReport { ending: Ending::Exited(1), ..FINE };
        let stderr = b"Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space\n\tat Main.main(Main.java:4)";
        let judgement = run(Facts { stderr, ..facts(&report, &limits) });
        assert_eq!(judgement.verdict, Verdict::RuntimeError);
        assert_eq!(
            judgement.message.unwrap(),
            "ended with exit code 1; it says that it ran out of memory (the limit is 128 MiB)"
        );
    }

    #[test]
    fn every_ending_of_a_compiler_has_its_words() {
        use LimitHit as L;
        let rows = [
            (
                killed(Killed::WallTime),
                0,
                Some(L::CompileTime),
                "the compiler was stopped after 30 s: the time limit",
            ),
            (
                killed(Killed::CpuTime),
                0,
                Some(L::CompileTime),
                "the compiler was stopped after 30 s: the time limit",
            ),
            (
                killed(Killed::Memory),
                0,
                Some(L::CompileMemory),
                "the compiler used more than 1 GiB of memory",
            ),
            (StageReport { ending: Ending::Exited(1), ..FINE }, 1, None, "does not compile: 1 error"),
            (StageReport { ending: Ending::Exited(1), ..FINE }, 3, None, "does not compile: 3 errors"),
            (
                StageReport { ending: Ending::Exited(2), ..FINE },
                0,
                None,
                "does not compile: the compiler ended with exit code 2",
            ),
            (
                StageReport { ending: Ending::Signaled(11), ..FINE },
                0,
                None,
                "the compiler crashed: segmentation fault (SIGSEGV)",
            ),
        ];
        let limits = Limits::default();
        for (report, errors, limit_hit, message) in rows {
            let expected = Judgement::new(Verdict::CompileError, limit_hit, message);
            assert_eq!(compile(facts(&report, &limits), errors), Some(expected));
        }
        assert_eq!(compile(facts(&FINE, &limits), 0), None);
    }
}
