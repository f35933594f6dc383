//! Every limit has its verdict, its name and its words.

use crate::harness::{execute, program, with_engine, within};
use runyard_types::{LimitHit, Report, Signal, Submission, Verdict};
use std::time::Duration;

fn ends(submission: Submission, check: impl FnOnce(Report)) {
    with_engine(|engine, _| async move { check(execute(&engine, &submission).await) });
}

#[test]
fn waiting_too_long() {
    ends(within(program("python", "import time; print('on'); time.sleep(60)"), 400), |report| {
        assert_eq!((report.verdict, report.limit_hit), (Verdict::TimeLimit, Some(LimitHit::WallTime)));
        assert_eq!(
            report.message.unwrap(),
            "stopped after 400 ms: the time limit; most of that time it waited"
        );
        assert_eq!(report.stdout.bytes, "on\n");
        assert!(report.wall_time.unwrap() < Duration::from_secs(2));
    });
}

#[test]
fn computing_too_long() {
    let mut submission = program("c", "int main(void) { for (volatile long i = 0;; i++) {} }");
    submission.limits.cpu_time = Duration::from_millis(300);
    ends(submission, |report| {
        assert_eq!(
            (report.verdict, report.limit_hit),
            (Verdict::TimeLimit, Some(LimitHit::CpuTime)),
            "{report:?}"
        );
        assert_eq!(report.message.unwrap(), "stopped after 300 ms of CPU time: the limit");
        assert_eq!(report.signal, Signal::from_number(9));
    });
}

#[test]
fn too_much_memory() {
    let source = "b = []\nwhile True: b.append(bytearray(1 << 20))";
    ends(program("python", source), |report| {
        assert_eq!(
            (report.verdict, report.limit_hit),
            (Verdict::MemoryLimit, Some(LimitHit::Memory)),
            "{report:?}"
        );
        assert_eq!(report.message.unwrap(), "used more than 128 MiB of memory");
    });
}

#[test]
fn a_virtual_machine_that_runs_out_of_memory_says_so_itself() {
    let source = "import java.util.*; class Main { public static void main(String[] a) { List<long[]> l = new ArrayList<>(); while (true) l.add(new long[100000]); } }";
    ends(program("java", source), |report| {
        assert_eq!(report.verdict, Verdict::RuntimeError, "{report:?}");
        assert!(report.message.unwrap().contains("it says that it ran out of memory (the limit is 384 MiB)"));
        assert_eq!(report.diagnostics[0].line, 1);
    });
    let source = "const a = []; while (true) a.push(new Array(1000).fill(1.5));";
    ends(program("javascript", source), |report| {
        assert_eq!(report.verdict, Verdict::RuntimeError, "{report:?}");
        assert!(report.message.unwrap().contains("it says that it ran out of memory"));
    });
}

#[test]
fn too_many_processes() {
    let source =
        "import os, sys, time\nfor _ in range(100):\n  if os.fork() == 0:\n    time.sleep(5); os._exit(0)\n";
    ends(program("python", source), |report| {
        assert_eq!(
            (report.verdict, report.limit_hit),
            (Verdict::RuntimeError, Some(LimitHit::Processes)),
            "{report:?}"
        );
        assert!(report.message.unwrap().ends_with("it had reached the limit of 64 processes"));
    });
}

#[test]
fn crashes_are_named() {
    ends(program("c", "int main(void) { *(volatile int *)0 = 1; }"), |report| {
        assert_eq!(report.verdict, Verdict::RuntimeError);
        assert_eq!(report.signal.unwrap().to_string(), "SIGSEGV");
        assert_eq!(report.message.unwrap(), "crashed: segmentation fault (SIGSEGV)");
    });
    ends(program("bash", "exit 7"), |report| {
        assert_eq!((report.verdict, report.exit_code), (Verdict::RuntimeError, Some(7)));
        assert_eq!(report.message.unwrap(), "ended with exit code 7");
    });
}

#[test]
fn usage_is_measured() {
    let source = "x = bytearray(40 << 20)\nn = 0\nfor i in range(2000000): n += i\nprint(n)";
    ends(program("python", source), |report| {
        assert_eq!(report.verdict, Verdict::Ok, "{report:?}");
        assert!(report.memory_bytes.unwrap() > 40 << 20);
        assert!(report.memory_bytes.unwrap() < 100 << 20);
        assert!(report.cpu_time.unwrap() > Duration::from_millis(20));
        assert!(report.wall_time.unwrap() >= Duration::from_millis(20));
    });
}
