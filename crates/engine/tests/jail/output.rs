//! Output: complete, capped, marked, never the end of us.

use crate::harness::{Record, Seen, execute, program, with_engine};
use runyard_types::{LimitHit, Stage, Stream, Verdict};
use tokio::sync::mpsc;

#[test]
fn every_byte_value_comes_back() {
    with_engine(|engine, _| async move {
        let source = "import sys\nsys.stdout.buffer.write(bytes(range(256)) * 200)\nsys.stderr.buffer.write(bytes([255, 0]))";
        let report = execute(&engine, &program("python", source)).await;
        let expected: Vec<u8> = (0..=255).collect::<Vec<u8>>().repeat(200);
        assert_eq!(report.stdout.bytes, expected);
        assert_eq!(&report.stderr.bytes[..], [255, 0]);
        assert!(!report.stdout.truncated);
    });
}

#[test]
fn output_past_the_limit_is_cut_between_characters_and_marked() {
    with_engine(|engine, _| async move {
        let source = "import sys\nsys.stdout.write('€' * 30000)\nprint('end', file=sys.stderr)";
        let (_sender, mut commands) = mpsc::channel(1);
        let record = Record::default();
        let report = engine.execute(&program("python", source), &mut commands, &record).await.unwrap();
        assert_eq!((report.verdict, report.limit_hit), (Verdict::Ok, Some(LimitHit::Output)));
        assert_eq!(report.message.unwrap(), "output beyond 64 KiB was discarded");
        assert!(report.stdout.truncated && !report.stderr.truncated);
        assert_eq!(report.stdout.bytes.len(), 65535);
        assert_eq!(std::str::from_utf8(&report.stdout.bytes).unwrap().chars().count(), 21845);
        assert_eq!(report.stderr.bytes, "end\n");
        let mut shown = Vec::new();
        let mut cuts = 0;
        for seen in record.seen() {
            match seen {
                Seen::Output(Stage::Run, Stream::Stdout, bytes) => {
                    assert_eq!(cuts, 0, "nothing follows the cut");
                    assert!(std::str::from_utf8(&bytes).is_ok());
                    shown.extend(bytes);
                }
                Seen::Truncated(Stage::Run, Stream::Stdout, limit) => {
                    assert_eq!(limit, 64 << 10);
                    cuts += 1;
                }
                _ => {}
            }
        }
        assert_eq!(cuts, 1);
        assert_eq!(report.stdout.bytes, shown);
    });
}

#[test]
fn endless_output_ends_the_run() {
    with_engine(|engine, _| async move {
        for (source, stream) in [("yes", "stdout"), ("yes >&2", "stderr"), ("yes | tee /dev/stderr", "std")] {
            let report = execute(&engine, &program("bash", source)).await;
            assert_eq!(
                (report.verdict, report.limit_hit),
                (Verdict::OutputLimit, Some(LimitHit::Output)),
                "{report:?}"
            );
            assert!(report.message.unwrap().starts_with(&format!("wrote more than 1 MiB to {stream}")));
            assert!(report.stdout.bytes.len() <= 64 << 10);
            assert!(report.stderr.bytes.len() <= 64 << 10);
        }
    });
}

#[test]
fn a_flood_of_single_bytes_is_complete_and_costs_us_little() {
    with_engine(|engine, _| async move {
        let source =
            "#include <unistd.h>\nint main(void) { for (int i = 0; i < 300000; i++) write(1, \"x\", 1); }";
        let mut submission = program("c", source);
        submission.limits.output_bytes = 1 << 20;
        let (_sender, mut commands) = mpsc::channel(1);
        let record = Record::default();
        let report = engine.execute(&submission, &mut commands, &record).await.unwrap();
        assert_eq!(report.verdict, Verdict::Ok, "{report:?}");
        assert_eq!(report.stdout.bytes.len(), 300_000);
        let pieces = record.seen().len();
        assert!(pieces < 3000, "{pieces} pieces");
    });
}

#[test]
fn a_program_may_leave_its_streams_to_a_child_or_close_them() {
    with_engine(|engine, _| async move {
        let report = execute(&engine, &program("bash", "exec 1>&- 2>&-; sleep 0.1; exit 3")).await;
        assert_eq!(report.exit_code, Some(3));
        let report = execute(&engine, &program("bash", "echo now; (sleep 30; echo late) & exit 0")).await;
        assert_eq!((report.verdict, &report.stdout.bytes[..]), (Verdict::Ok, &b"now\n"[..]));
    });
}

#[test]
fn lines_of_a_watched_run_come_when_they_are_printed() {
    with_engine(|engine, _| async move {
        let programs = [
            (
                "c",
                "#include <stdio.h>\n#include <stdlib.h>\nint main(void) { printf(\"line\\n\"); abort(); }",
            ),
            ("python", "import os\nprint('line')\nos.abort()"),
            ("ruby", "puts 'line'\nProcess.kill(:KILL, $$)"),
            ("perl", "print \"line\\n\"; kill 9, $$;"),
            ("lua", "io.write('line\\n') os.execute('kill -9 $PPID')"),
        ];
        for (language, source) in programs {
            let report = execute(&engine, &program(language, source)).await;
            assert!(report.signal.is_some(), "{language}: {report:?}");
            assert_eq!(report.stdout.bytes, "line\n", "{language}: {report:?}");
        }
    });
}
