//! Which answers are the program's own.

use runyard_types::{LimitHit, Report, Signal, Verdict};

/// SIGKILL: a program can send it to itself, but so can a machine that is out of memory.
const KILL: i32 = 9;

/// Whether the same submission would end like this again, whatever else the machine does.
///
/// Time limits are not: a busy machine reaches them earlier. Failures of ours and cancelled runs say nothing about the program.
pub(super) fn is_keepable(report: &Report) -> bool {
    let Report { verdict, limit_hit, signal, cases, cached, .. } = report;
    !cached
        && is_own(*verdict, *limit_hit, *signal)
        && cases.iter().all(|case| is_own(case.verdict, case.limit_hit, case.signal))
}

fn is_own(verdict: Verdict, limit_hit: Option<LimitHit>, signal: Option<Signal>) -> bool {
    let ended_by_itself = match verdict {
        Verdict::Ok
        | Verdict::Accepted
        | Verdict::WrongAnswer
        | Verdict::MemoryLimit
        | Verdict::OutputLimit
        | Verdict::CompileError
        | Verdict::ForbiddenCall => true,
        Verdict::RuntimeError => signal.is_none_or(|signal| signal.number() != KILL),
        Verdict::TimeLimit | Verdict::Cancelled | Verdict::SystemError => false,
    };
    let timed = matches!(limit_hit, Some(LimitHit::WallTime | LimitHit::CpuTime | LimitHit::CompileTime));
    ended_by_itself && !timed
}

#[cfg(test)]
mod tests {
    use super::*;
    use runyard_types::{Captured, CaseReport};
    use std::time::Duration;

    fn report(verdict: Verdict) -> Report {
        Report::bare(verdict, "")
    }

    fn case(verdict: Verdict) -> CaseReport {
        CaseReport {
            index: 0,
            verdict,
            limit_hit: None,
            stdout: Captured::default(),
            stderr: Captured::default(),
            exit_code: None,
            signal: None,
            wall_time: Duration::ZERO,
            cpu_time: Duration::ZERO,
            memory_bytes: 0,
        }
    }

    #[test]
    fn only_what_the_program_did_itself_is_kept() {
        for (verdict, kept) in [
            (Verdict::Ok, true),
            (Verdict::Accepted, true),
            (Verdict::WrongAnswer, true),
            (Verdict::MemoryLimit, true),
            (Verdict::OutputLimit, true),
            (Verdict::RuntimeError, true),
            (Verdict::CompileError, true),
            (Verdict::ForbiddenCall, true),
            (Verdict::TimeLimit, false),
            (Verdict::Cancelled, false),
            (Verdict::SystemError, false),
        ] {
            assert_eq!(is_keepable(&report(verdict)), kept, "{verdict:?}");
        }
        for limit in [LimitHit::WallTime, LimitHit::CpuTime, LimitHit::CompileTime] {
            let slow = Report { limit_hit: Some(limit), ..report(Verdict::CompileError) };
            assert!(!is_keepable(&slow), "{limit:?}");
        }
        let killed = |number| Report { signal: Signal::from_number(number), ..report(Verdict::RuntimeError) };
        assert!(is_keepable(&killed(11)));
        assert!(!is_keepable(&killed(9)));
    }

    #[test]
    fn one_case_of_another_making_spoils_all() {
        let judged = |second| Report {
            cases: vec![case(Verdict::WrongAnswer), case(second)],
            ..report(Verdict::WrongAnswer)
        };
        assert!(is_keepable(&judged(Verdict::Accepted)));
        assert!(!is_keepable(&judged(Verdict::TimeLimit)));
    }

    #[test]
    fn what_was_kept_is_not_kept_again() {
        assert!(!is_keepable(&Report { cached: true, ..report(Verdict::Ok) }));
    }
}
