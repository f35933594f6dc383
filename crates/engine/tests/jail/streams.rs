//! Input, arguments, environment.

use crate::harness::{execute, program, with_engine};
use bytes::Bytes;
use runyard_types::{Submission, Verdict};

fn reading(language: &str, source: &str, stdin: &'static str) -> Submission {
    Submission { stdin: stdin.into(), ..program(language, source) }
}

#[test]
fn input_can_be_read_in_every_usual_way() {
    with_engine(|engine, _| async move {
        let programs = [
            (
                "python",
                "import sys\nprint(input()); print(sys.stdin.read().strip()); print(open('/dev/stdin').read())",
            ),
            (
                "javascript",
                "console.log(require('fs').readFileSync('/dev/stdin', 'utf8').trim());console.log()",
            ),
            ("javascript", "console.log(require('fs').readFileSync(0, 'utf8').trim());console.log()"),
            ("bash", "cat /proc/self/fd/0; echo"),
            ("perl", "print while <STDIN>; print \"\\n\";"),
        ];
        for (language, source) in programs {
            let report = execute(&engine, &reading(language, source, "one\ntwo\n")).await;
            assert_eq!(report.verdict, Verdict::Ok, "{language}: {report:?}");
            assert_eq!(report.stdout.bytes, "one\ntwo\n\n", "{language}");
        }
    });
}

#[test]
fn a_megabyte_of_input_is_read_or_left() {
    with_engine(|engine, _| async move {
        let input = Bytes::from(vec![b'x'; 1 << 20]);
        for (source, expected) in [
            ("wc -c", "1048576\n"),
            ("head -c 3; echo", "xxx\n"),
            ("exec <&-; echo closed", "closed\n"),
            ("sleep 0.1; echo unread", "unread\n"),
        ] {
            let submission = Submission { stdin: input.clone(), ..program("bash", source) };
            let report = execute(&engine, &submission).await;
            assert_eq!(report.verdict, Verdict::Ok, "{source}: {report:?}");
            assert_eq!(report.stdout.bytes, expected, "{source}");
        }
    });
}

#[test]
fn output_waits_for_no_input() {
    with_engine(|engine, _| async move {
        let input = Bytes::from(vec![b'x'; 900 << 10]);
        let mut submission = Submission { stdin: input, ..program("bash", "cat") };
        submission.limits.output_bytes = 1 << 20;
        let report = execute(&engine, &submission).await;
        assert_eq!((report.verdict, report.stdout.bytes.len()), (Verdict::Ok, 900 << 10));
    });
}

#[test]
fn arguments_and_variables_arrive_as_they_are() {
    with_engine(|engine, _| async move {
        let args = ["$(id)", "a b", "-x", "`ls`", "new\nline", "", "\"q'", "*"].map(str::to_owned);
        let source = "import sys, os\nprint(sys.argv[1:]); print(os.environ['GREETING'], os.environ['PATH'], os.environ.get('RUNYARD_X'))";
        let mut submission = program("python", source);
        submission.args = args.to_vec();
        submission.env = vec![("GREETING".into(), "hi; there".into()), ("RUNYARD_X".into(), "1".into())];
        let report = execute(&engine, &submission).await;
        assert_eq!(
            String::from_utf8_lossy(&report.stdout.bytes),
            "['$(id)', 'a b', '-x', '`ls`', 'new\\nline', '', '\"q\\'', '*']\nhi; there /usr/local/bin:/usr/bin:/bin None\n"
        );
        let compiled = program(
            "c",
            "#include <stdio.h>\nint main(int n, char **v) { for (int i = 1; i < n; i++) puts(v[i]); }",
        );
        let report = execute(&engine, &Submission { args: vec!["@x".into(), "%s".into()], ..compiled }).await;
        assert_eq!(report.stdout.bytes, "@x\n%s\n");
    });
}

#[test]
fn arguments_beyond_all_bounds_are_the_programs_own_failure() {
    with_engine(|engine, _| async move {
        let mut submission = program("bash", "echo $#");
        submission.args = vec!["x".repeat(140 << 10)];
        let report = execute(&engine, &submission).await;
        assert_eq!(report.verdict, Verdict::RuntimeError, "{report:?}");
        assert_eq!(report.message.unwrap(), "arguments and environment are too long");
    });
}

#[test]
fn nothing_of_ours_is_in_the_environment() {
    with_engine(|engine, _| async move {
        let report = execute(
            &engine,
            &program("bash", "env -u _ -u SHLVL -u PWD -u OLDPWD | sort; ls /proc/self/fd | wc -l"),
        )
        .await;
        assert_eq!(
            String::from_utf8_lossy(&report.stdout.bytes),
            "HOME=/tmp\nLANG=C.UTF-8\nPATH=/usr/local/bin:/usr/bin:/bin\nTMPDIR=/tmp\n4\n",
            "{report:?}"
        );
    });
}
