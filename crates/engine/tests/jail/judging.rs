//! Test cases: one compile, one fresh run each, a verdict each.

use crate::harness::{Seen, case, execute, program, talk, with_engine};
use runyard_engine::{Activity, Command};
use runyard_types::{LimitHit, Stage, Submission, Verdict};

fn judged(language: &str, source: &str, cases: Vec<runyard_types::TestCase>) -> Submission {
    Submission { cases, ..program(language, source) }
}

#[test]
fn compiled_once_and_run_for_each_case() {
    with_engine(|engine, _| async move {
        let source = "#include <stdio.h>\n#include <stdlib.h>\nint main(void) { int a, b; scanf(\"%d %d\", &a, &b); if (b == 0) abort(); printf(\"%d  \\n\\n\", a / b); }";
        let cases = vec![case("6 3", "2\n"), case("7 2", "4\n"), case("1 0", "0\n"), case("9 3", "3")];
        let (report, seen) = talk(&engine, &judged("c", source, cases), |_, _| {}).await;
        let verdicts: Vec<_> = report.cases.iter().map(|case| case.verdict).collect();
        use Verdict as V;
        assert_eq!(verdicts, [V::Accepted, V::WrongAnswer, V::RuntimeError, V::Accepted], "{report:?}");
        assert_eq!(report.verdict, V::WrongAnswer);
        assert_eq!(report.message.unwrap(), "test 2 of 4: wrong answer");
        assert_eq!(report.stdout.bytes, "3  \n\n");
        assert!(report.compile.is_some());
        // What compiles has a place of its own, and lends its permit.
        let expected = [
            Seen::Stage(Stage::Compile),
            Seen::Activity(Activity::Idle),
            Seen::Activity(Activity::Busy),
            Seen::Stage(Stage::Run),
        ];
        assert_eq!(seen[..4], expected);
        assert_eq!(seen[4..], [Seen::Case(0, 4), Seen::Case(1, 4), Seen::Case(2, 4), Seen::Case(3, 4)]);
    });
}

#[test]
fn no_case_sees_what_another_left() {
    with_engine(|engine, _| async move {
        let interpreted = "import os\nprint(sorted(os.listdir('.')), os.listdir('/tmp'))\nopen('left', 'w'); open('/tmp/left', 'w'); os.remove('main.py')";
        let compiled = "#include <stdio.h>\n#include <unistd.h>\nint main(void) { printf(\"%d\\n\", access(\"left\", F_OK) == 0 || access(\"/tmp/left\", F_OK) == 0); fclose(fopen(\"left\", \"w\")); fclose(fopen(\"/tmp/left\", \"w\")); unlink(\"a.out\"); }";
        for (language, source, expected) in [("python", interpreted, "['main.py'] []"), ("c", compiled, "0")]
        {
            let cases = vec![case("", expected), case("", expected), case("", expected)];
            let report = execute(&engine, &judged(language, source, cases)).await;
            assert_eq!(report.verdict, Verdict::Accepted, "{report:?}");
            assert_eq!(report.message.unwrap(), "all 3 tests passed");
        }
    });
}

#[test]
fn judged_output_ends_a_case_at_the_limit() {
    with_engine(|engine, _| async move {
        let source = "import sys\nif input() == 'much': sys.stdout.write('x' * 70000)\nelse: print('ok')";
        let cases = vec![case("much", "ok"), case("little", "ok")];
        let report = execute(&engine, &judged("python", source, cases)).await;
        assert_eq!(
            (report.verdict, report.limit_hit),
            (Verdict::OutputLimit, Some(LimitHit::Output)),
            "{report:?}"
        );
        assert_eq!(report.message.unwrap(), "test 1 of 2: wrote more than 64 KiB to stdout");
        assert_eq!(report.cases[1].verdict, Verdict::Accepted);
    });
}

#[test]
fn a_program_that_does_not_compile_has_no_cases() {
    with_engine(|engine, _| async move {
        let report = execute(&engine, &judged("c", "int main(void) { return x; }", vec![case("", "")])).await;
        assert_eq!(report.verdict, Verdict::CompileError);
        assert_eq!(report.message.unwrap(), "does not compile: 1 error");
        assert!(report.cases.is_empty());
    });
}

#[test]
fn cancelled_between_cases() {
    with_engine(|engine, _| async move {
        let source = "import time\ntime.sleep(0.3)\nprint('ok')";
        let cases = (0..10).map(|_| case("", "ok")).collect();
        let (report, _) = talk(&engine, &judged("python", source, cases), |seen, sender| {
            if *seen == Seen::Case(1, 10) {
                sender.try_send(Command::Cancel).unwrap();
            }
        })
        .await;
        assert_eq!(report.verdict, Verdict::Cancelled);
        assert_eq!(report.message.unwrap(), "cancelled after 2 of 10 tests");
    });
}
