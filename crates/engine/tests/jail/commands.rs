//! Talking to a running program: typing, the end of input, signals, sizes, cancelling.

use crate::harness::{Seen, program, talk, with_engine, within};
use runyard_engine::Command;
use runyard_types::{Signal, Stage, Submission, Verdict};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

fn interactive(language: &str, source: &str) -> Submission {
    Submission { interactive: true, ..program(language, source) }
}

fn shows(seen: &Seen, text: &str) -> bool {
    matches!(seen, Seen::Output(Stage::Run, _, bytes) if String::from_utf8_lossy(bytes).contains(text))
}

#[test]
fn a_conversation() {
    with_engine(|engine, _| async move {
        // On a terminal Python writes prompts to stderr.
        let source = "name = input('Name? ')\nprint(f'Hello, {name}!')\nprint(input('Mood? '))";
        let (report, _) = talk(&engine, &interactive("python", source), |seen, sender| {
            if shows(seen, "Name? ") {
                sender.try_send(Command::Stdin("Ada\n".into())).unwrap();
            } else if shows(seen, "Mood? ") {
                sender.try_send(Command::Stdin("good\n".into())).unwrap();
            }
        })
        .await;
        assert_eq!(report.verdict, Verdict::Ok, "{report:?}");
        assert_eq!(report.stdout.bytes, "Hello, Ada!\ngood\n");
        assert_eq!(report.stderr.bytes, "Name? Mood? ");
    });
}

#[test]
fn the_end_of_input_and_the_size_of_the_terminal() {
    with_engine(|engine, _| async move {
        let source = "import os, sys\nprint(os.get_terminal_size(), sys.stdin.isatty())\nsys.stdout.flush()\nprint(sys.stdin.read())\nprint(os.get_terminal_size().columns)";
        let (report, _) = talk(&engine, &interactive("python", source), |seen, sender| {
            if shows(seen, "True") {
                sender.try_send(Command::Resize { columns: 132, rows: 50 }).unwrap();
                sender.try_send(Command::Stdin("no end of line".into())).unwrap();
                sender.try_send(Command::Eof).unwrap();
            }
        })
        .await;
        assert_eq!(
            String::from_utf8_lossy(&report.stdout.bytes),
            "os.terminal_size(columns=80, lines=24) True\nno end of line\n132\n",
            "{report:?}"
        );
    });
}

#[test]
fn control_c_and_signals() {
    with_engine(|engine, _| async move {
        // Blocked and waited for, so that it cannot come in the moment between printing and waiting.
        let source = "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])\nprint('ready', flush=True)\nsignal.sigwait([signal.SIGINT])\nprint('interrupted')";
        for command in [Command::Stdin("\x03".into()), Command::Signal(Signal::from_name("SIGINT").unwrap())]
        {
            let name = format!("{command:?}");
            let told = AtomicBool::new(false);
            let (report, _) = talk(&engine, &interactive("python", source), move |seen, sender| {
                if shows(seen, "\n") && !told.swap(true, Ordering::Relaxed) {
                    sender.try_send(command.clone()).unwrap();
                }
            })
            .await;
            assert_eq!(report.verdict, Verdict::Ok, "{name:?} {report:?}");
            assert_eq!(report.stdout.bytes, "ready\ninterrupted\n");
        }
    });
}

#[test]
fn cancelling_is_prompt() {
    with_engine(|engine, _| async move {
        let source = "import time\nprint('ready', flush=True)\nwhile True: time.sleep(1)";
        for submission in [program("python", source), interactive("python", source)] {
            let start = Instant::now();
            let (report, _) = talk(&engine, &submission, |seen, sender| {
                if shows(seen, "ready") {
                    sender.try_send(Command::Cancel).unwrap();
                }
            })
            .await;
            assert_eq!(report.verdict, Verdict::Cancelled, "{report:?}");
            // Promised is one second; the machine may have other things to do.
            assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
        }
    });
}

#[test]
fn cancelling_reaches_a_compiler_and_a_program_that_is_deaf_to_its_input() {
    with_engine(|engine, _| async move {
        let (report, _) =
            talk(&engine, &program("cpp", "#include <bits/stdc++.h>\nint main() {}"), |seen, sender| {
                if matches!(seen, Seen::Stage(Stage::Compile)) {
                    sender.try_send(Command::Cancel).unwrap();
                }
            })
            .await;
        assert_eq!(report.verdict, Verdict::Cancelled, "{report:?}");
        let (report, _) = talk(&engine, &interactive("bash", "echo ready; sleep 60"), |seen, sender| {
            if shows(seen, "ready") {
                for _ in 0..20 {
                    sender.try_send(Command::Stdin(vec![b'x'; 200 << 10].into())).unwrap();
                }
                sender.try_send(Command::Cancel).unwrap();
            }
        })
        .await;
        assert_eq!(report.verdict, Verdict::Cancelled, "{report:?}");
    });
}

#[test]
fn a_program_nobody_can_talk_to_any_more_sees_the_end_of_its_input() {
    with_engine(|engine, _| async move {
        let submission = within(interactive("bash", "cat; echo over"), 5000);
        let report = crate::harness::execute(&engine, &submission).await;
        assert_eq!((report.verdict, &report.stdout.bytes[..]), (Verdict::Ok, &b"over\n"[..]), "{report:?}");
    });
}

#[test]
fn input_typed_during_the_compile_stage_reaches_the_run() {
    with_engine(|engine, _| async move {
        let source = "#include <stdio.h>\nint main(void) { int a, b; scanf(\"%d %d\", &a, &b); printf(\"%d\\n\", a + b); }";
        let (report, _) = talk(&engine, &interactive("c", source), |seen, sender| {
            if matches!(seen, Seen::Stage(Stage::Compile)) {
                sender.try_send(Command::Stdin("3 4\n".into())).unwrap();
            }
        })
        .await;
        assert_eq!(report.stdout.bytes, "7\n", "{report:?}");
    });
}

#[test]
fn waiting_is_told_apart_from_computing() {
    with_engine(|engine, _| async move {
        let source = "import time\ntime.sleep(1)\nx = 0\nfor i in range(12000000): x += i";
        let (report, seen) = talk(&engine, &program("python", source), |_, _| {}).await;
        assert_eq!(report.verdict, Verdict::Ok, "{report:?}");
        let activity: Vec<_> = seen.iter().filter(|seen| matches!(seen, Seen::Activity(_))).collect();
        use runyard_engine::Activity::{Busy, Idle};
        assert_eq!(activity[..2], [&Seen::Activity(Idle), &Seen::Activity(Busy)]);
    });
}
