//! What a report says beside the program's own result.

use crate::harness::{Seen, case, execute, program, talk, with_engine, within};
use runyard_sandbox::config::Protection;
use runyard_types::{CgroupVersion, SandboxMode, Stage, Stream, Submission, Tier, Verdict};
use std::time::Duration;

#[test]
fn every_report_names_what_it_ran_in() {
    with_engine(|engine, _| async move {
        let judged = Submission { cases: vec![case("", "1")], ..program("python", "print(1)") };
        for (submission, verdict) in [
            (program("python", "print(1)"), Verdict::Ok),
            (program("c", "int main(void) { return x; }"), Verdict::CompileError),
            (judged, Verdict::Accepted),
        ] {
            let report = execute(&engine, &submission).await;
            assert_eq!(report.verdict, verdict);
            let sandbox = report.sandbox.expect("it ran");
            let needed: Vec<_> = Protection::ALL.iter().filter(|p| !p.is_optional()).collect();
            for protection in needed {
                assert!(sandbox.protections.iter().any(|name| name == protection.name()), "{sandbox:?}");
            }
            assert_eq!((sandbox.tier, sandbox.mode), (Tier::Native, SandboxMode::Root));
            // Where the memory controller has a mount of its own, it is of version 1.
            let v1 = std::path::Path::new("/sys/fs/cgroup/memory").is_dir();
            assert_eq!(sandbox.cgroup, if v1 { CgroupVersion::V1 } else { CgroupVersion::V2 });
        }
    });
}

/// Prints a line and waits for the clock of its own CPU time, in milliseconds.
fn computing(millis: u32) -> String {
    format!(
        "#include <stdio.h>\n#include <time.h>\nint main(void) {{ puts(\"hi\"); while (clock() < {millis} * (CLOCKS_PER_SEC / 1000)) {{}} }}"
    )
}

#[test]
fn every_run_tells_what_may_have_disturbed_it() {
    with_engine(|engine, _| async move {
        let noise = execute(&engine, &program("c", &computing(50))).await.noise.expect("it ran");
        assert!(noise.voluntary_switches.is_some() && noise.involuntary_switches.is_some(), "{noise:?}");
        assert!(noise.concurrent_runs >= 1, "{noise:?}");
        assert!(noise.repeats.is_empty(), "{noise:?}");

        let broken = execute(&engine, &program("c", "int main(void) { return x; }")).await;
        assert_eq!(broken.noise, None, "nothing ran");
    });
}

/// What the kernel kills together with process 1 is counted by nobody: the program has to go first.
#[test]
fn a_run_that_was_stopped_is_counted_too() {
    with_engine(|engine, _| async move {
        let report = execute(&engine, &within(program("python", "while True: pass"), 300)).await;
        assert_eq!(report.verdict, Verdict::TimeLimit);
        let noise = report.noise.expect("it ran");
        let switches = noise.voluntary_switches.zip(noise.involuntary_switches);
        assert!(switches.is_some_and(|(waited, taken)| waited + taken > 0), "{noise:?}");
    });
}

#[test]
fn sleeping_is_voluntary_and_counted_through_children() {
    with_engine(|engine, _| async move {
        let source = "import subprocess, time\nfor _ in range(200): time.sleep(0.0005)\nsubprocess.run(['python3', '-c', 'import time\\nfor _ in range(200): time.sleep(0.0005)'])";
        let noise = execute(&engine, &program("python", source)).await.noise.expect("it ran");
        assert!(noise.voluntary_switches.is_some_and(|count| count >= 400), "{noise:?}");
    });
}

#[test]
fn a_limit_on_cores_shows_as_throttled_time() {
    with_engine(|engine, _| async move {
        let mut slow = program("c", &computing(200));
        slow.limits.cpu_millicores = 100;
        let noise = execute(&engine, &slow).await.noise.expect("it ran");
        // A tenth of a core: each 10 ms of work wait for the rest of their 100 ms.
        assert!(noise.throttled_time > Duration::from_millis(300), "{noise:?}");
    });
}

#[test]
fn a_repeated_run_is_compiled_once_and_each_run_is_fresh() {
    with_engine(|engine, _| async move {
        let source = "#include <stdio.h>\n#include <unistd.h>\nint main(void) { char line[9]; fgets(line, 9, stdin); printf(\"%s%d\\n\", line, access(\"/tmp/left\", F_OK)); fclose(fopen(\"/tmp/left\", \"w\")); }";
        let submission = Submission { repeat: 3, stdin: "in\n".into(), ..program("c", source) };
        let (report, seen) = talk(&engine, &submission, |_, _| {}).await;
        assert_eq!((report.verdict, &report.message), (Verdict::Ok, &None), "{report:?}");
        assert_eq!(report.stdout.bytes, "in\n-1\n");
        assert!(report.compile.is_some());
        let noise = report.noise.expect("it ran");
        assert_eq!(noise.repeats.len(), 3);
        let mut cpu: Vec<_> = noise.repeats.iter().map(|times| times.cpu_time).collect();
        cpu.sort();
        assert_eq!(report.cpu_time, Some(cpu[1]));
        let shown = seen.iter().filter_map(|seen| match seen {
            Seen::Output(Stage::Run, Stream::Stdout, bytes) => Some(bytes.as_slice()),
            _ => None,
        });
        assert_eq!(shown.collect::<Vec<_>>().concat(), b"in\n-1\n", "the first run alone is shown");
        assert_eq!(seen.iter().filter(|seen| matches!(seen, Seen::Stage(_))).count(), 2);
    });
}

#[test]
fn repeats_that_differ_or_fail_are_told() {
    with_engine(|engine, _| async move {
        let repeated = |source| Submission { repeat: 4, ..program("python", source) };
        let report = execute(&engine, &repeated("import os\nprint(os.urandom(16).hex())")).await;
        assert_eq!(report.message.as_deref(), Some("run 2 of 4 printed something else than run 1"));
        assert_eq!(report.verdict, Verdict::Ok);

        let report = execute(&engine, &repeated("raise SystemExit(3)")).await;
        assert_eq!(report.message.as_deref(), Some("run 1 of 4: ended with exit code 3"));
        assert_eq!((report.verdict, report.exit_code), (Verdict::RuntimeError, Some(3)));
        assert_eq!(report.noise.expect("it ran").repeats.len(), 1);
    });
}
