//! Programs that were compiled before: spared compilations, the same answers, and what is never kept.

use crate::harness::{Record, Seen, TOOLCHAINS, case, execute, file, program, talk, with_slots};
use runyard_cache::{Meter, Numbers};
use runyard_engine::{Command, Engine, ProgramCache, ToolchainFolders, Toolchains};
use runyard_languages::{Availability, Catalogue};
use runyard_launcher_client::Slots;
use runyard_types::{Caching, Report, Signal, Stage, Submission, Verdict};
use std::{future::Future, path::Path, sync::Arc};
use tokio::sync::mpsc;

/// Prints a number that was made while it was compiled: another one with each compilation.
fn random() -> Submission {
    let submission =
        beside_the_compiler("echo \"#define ID \\\"$(cat /proc/sys/kernel/random/uuid)\\\"\" >id.h");
    let main = "#include <stdio.h>\n#include \"id.h\"\nint main(void) { fputs(ID, stdout); }";
    Submission { files: vec![file("main.c", main)], ..submission }
}

struct Keeping {
    engine: Engine,
    catalogue: Arc<Catalogue>,
    meter: Arc<Meter>,
}

impl Keeping {
    fn new(slots: Slots, max_bytes: u64) -> Self {
        // Its own, so that a test may change what it says.
        let catalogue = Arc::new(Catalogue::embedded().unwrap());
        let folders: ToolchainFolders = catalogue
            .toolchain_mounts()
            .into_iter()
            .map(|mount| (mount.name.clone(), mount.locate(Path::new(TOOLCHAINS)).unwrap()))
            .collect();
        let meter = Arc::new(Meter::default());
        let toolchains = Arc::new(Toolchains::new(Arc::clone(&catalogue), folders));
        let programs = Arc::new(ProgramCache::new(max_bytes, toolchains, Arc::clone(&meter)));
        let engine = Engine::new(slots, Arc::clone(&catalogue)).with_programs(programs);
        Self { engine, catalogue, meter }
    }

    async fn run(&self, submission: &Submission) -> Report {
        execute(&self.engine, submission).await
    }

    /// Whether the program was compiled before, and what it printed.
    async fn printed(&self, submission: &Submission) -> (bool, String) {
        let report = self.run(submission).await;
        assert_eq!(report.verdict, Verdict::Ok, "{report:?}");
        let stdout = String::from_utf8(report.stdout.bytes.to_vec()).unwrap();
        (report.compile.unwrap().cached, stdout)
    }

    fn hits_and_misses(&self) -> (u64, u64) {
        let Numbers { hits, misses, .. } = self.meter.read();
        (hits, misses)
    }
}

fn keeping<F: Future<Output = ()>>(test: impl FnOnce(Keeping) -> F) {
    with_slots(|slots, _| test(Keeping::new(slots, 64 << 20)));
}

fn flagged(source: &str, flags: &[&str]) -> Submission {
    let compiler_flags = flags.iter().map(|flag| (*flag).to_owned()).collect();
    Submission { compiler_flags, ..program("c", source) }
}

/// Bash commands that the compiler is made to run beside its own work, in the folder that would be kept.
fn beside_the_compiler(commands: &str) -> Submission {
    let wrapper = format!("/bin/bash,-c,{commands}; exec \"$0\" \"$@\"");
    flagged("#include <stdio.h>\nint main(void) { puts(\"ran\"); }", &["-wrapper", &wrapper])
}

/// A report without what differs from run to run.
fn timeless(mut report: Report) -> Report {
    (report.wall_time, report.cpu_time, report.memory_bytes, report.noise) = (None, None, None, None);
    for case in &mut report.cases {
        (case.wall_time, case.cpu_time, case.memory_bytes) = Default::default();
    }
    if let Some(compile) = &mut report.compile {
        (compile.wall_time, compile.cached) = Default::default();
    }
    report
}

#[test]
fn every_compiled_language_answers_the_same_without_compiling_again() {
    keeping(|keeping| async move {
        let languages: Vec<_> =
            keeping.catalogue.iter().filter(|language| language.is_compiled()).cloned().collect();
        assert!(languages.len() >= 7);
        for (round, language) in (1..).zip(languages) {
            let mut submission = program(&language.id, &language.hello().source);
            submission.args = vec!["an argument".to_owned()];
            let cold = Submission { caching: Caching::Nothing, ..submission.clone() };
            let cold = keeping.run(&cold).await;
            assert_eq!(cold.stdout.bytes, language.hello().expected_stdout, "{}: {cold:?}", language.id);
            let first = keeping.run(&submission).await;
            let second = keeping.run(&submission).await;
            assert!(!first.compile.as_ref().unwrap().cached, "{}", language.id);
            assert!(second.compile.as_ref().unwrap().cached, "{} was not kept", language.id);
            assert_eq!(first.compile.as_ref().unwrap().wall_time, second.compile.as_ref().unwrap().wall_time);
            assert_eq!(timeless(cold), timeless(second.clone()), "{}", language.id);
            assert_eq!(timeless(first), timeless(second), "{}", language.id);
            assert_eq!(keeping.hits_and_misses(), (round, round), "{}", language.id);
        }
    });
}

#[test]
fn a_hit_runs_what_was_compiled_and_takes_no_compiler() {
    keeping(|keeping| async move {
        let submission = random();
        let (_, first) = keeping.printed(&submission).await;
        assert_eq!(first.len(), 36);
        assert_eq!(keeping.printed(&submission).await, (true, first.clone()));
        // The run is a run like any other: with other input, arguments and limits of its own.
        let mut other = Submission { stdin: "x".into(), args: vec!["y".into()], ..submission.clone() };
        other.limits.memory_bytes *= 2;
        assert_eq!(keeping.printed(&other).await, (true, first.clone()));
        for caching in [Caching::Nothing, Caching::Refresh] {
            let (cached, new) = keeping.printed(&Submission { caching, ..submission.clone() }).await;
            assert!(!cached && new != first, "{caching:?}");
            let (cached, kept) = keeping.printed(&submission).await;
            assert!(cached);
            assert_eq!(kept == new, caching == Caching::Refresh, "{caching:?}");
        }
    });
}

#[test]
fn watchers_see_the_stage_and_the_compilers_messages_again() {
    keeping(|keeping| async move {
        let submission = program("c", "int main(void) { int unused; return 0; }");
        let mut seen = Vec::new();
        for _ in 0..2 {
            let record = Record::default();
            let (sender, mut commands) = mpsc::channel(1);
            drop(sender);
            let report = keeping.engine.execute(&submission, &mut commands, &record).await.unwrap();
            assert_eq!(report.compile.unwrap().diagnostics.len(), 1);
            let text: Vec<u8> = record
                .seen()
                .into_iter()
                .filter_map(|seen| match seen {
                    Seen::Output(Stage::Compile, _, bytes) => Some(bytes),
                    _ => None,
                })
                .flatten()
                .collect();
            let stages: Vec<_> =
                record.seen().into_iter().filter(|seen| matches!(seen, Seen::Stage(_))).collect();
            seen.push((stages, String::from_utf8(text).unwrap()));
        }
        assert_eq!(keeping.hits_and_misses(), (1, 1));
        assert_eq!(seen[0], seen[1]);
        assert!(seen[1].1.contains("unused"), "{seen:?}");
        assert_eq!(seen[1].0, [Seen::Stage(Stage::Compile), Seen::Stage(Stage::Run)]);
    });
}

#[test]
fn tests_and_repeats_start_from_the_kept_program_each_time() {
    keeping(|keeping| async move {
        // Each run finds the work folder as the compiler left it, and ruins it for itself.
        let source = "#include <stdio.h>\n#include <unistd.h>\nint main(void) { int c = getchar(); FILE *f = fopen(\"mark\", \"r\");\n\
                      putchar(f ? '!' : c); fclose(fopen(\"mark\", \"w\")); unlink(\"a.out\"); return 0; }";
        let cases = vec![case("a", "a"), case("b", "b"), case("c", "x")];
        let judged = Submission { cases, ..program("c", source) };
        let first = keeping.run(&judged).await;
        let second = keeping.run(&judged).await;
        assert!(second.compile.as_ref().unwrap().cached);
        assert_eq!(second.cases.iter().filter(|case| case.verdict == Verdict::Accepted).count(), 2);
        assert_eq!(timeless(first), timeless(second));
        let repeated = Submission { repeat: 3, stdin: "r".into(), ..program("c", source) };
        let report = keeping.run(&repeated).await;
        assert!(report.compile.as_ref().unwrap().cached);
        assert_eq!((report.verdict, &report.stdout.bytes[..]), (Verdict::Ok, &b"r"[..]), "{report:?}");
    });
}

#[test]
fn other_inputs_are_other_programs() {
    keeping(|keeping| async move {
        let main = "#include <stdio.h>\n#include \"a.h\"\n#ifndef F\n#define F 0\n#endif\nint main(void) { printf(\"%d %d %s\", A, F, __FILE__); }";
        let files = |name: &str, header: &str| vec![file(name, main), file("a.h", header)];
        let base = Submission { files: files("main.c", "#define A 1"), ..program("c", "") };
        let variant = |files| Submission { files, ..base.clone() };
        let flags = |flags: &[&str]| Submission {
            compiler_flags: flags.iter().map(|flag| (*flag).to_owned()).collect(),
            ..base.clone()
        };
        let mut less = base.clone();
        less.limits.compile_memory_bytes /= 2;
        let mut other_folder = files("main.c", "#define A 1");
        other_folder.push(file("include/a.h", "#define A 3"));
        let programs = [
            (base.clone(), "1 0 main.c"),
            (variant(files("main.c", "#define A 2")), "2 0 main.c"),
            (variant(files("other.c", "#define A 1")), "1 0 other.c"),
            (flags(&["-DF=1"]), "1 1 main.c"),
            (flags(&["-DF=2"]), "1 2 main.c"),
            (flags(&["-DF=1", "-DG"]), "1 1 main.c"),
            (variant(other_folder), "1 0 main.c"),
            (less, "1 0 main.c"),
        ];
        for cached in [false, true] {
            for (submission, expected) in &programs {
                assert_eq!(keeping.printed(submission).await, (cached, (*expected).to_owned()));
            }
        }
        let count = u64::try_from(programs.len()).unwrap();
        assert_eq!(keeping.hits_and_misses(), (count, count));
        // The same files for another compiler, and the same compiler of another version.
        let cpp = Submission { language: "cpp".into(), ..variant(files("main.cpp", "#define A 1")) };
        assert_eq!(keeping.printed(&cpp).await, (false, "1 0 main.cpp".to_owned()));
        keeping.catalogue.set_availability("c", Availability::available(Some("99.0".to_owned())));
        assert!(!keeping.printed(&base).await.0);
    });
}

#[test]
fn a_program_that_ruins_itself_ruins_nobody_else() {
    keeping(|keeping| async move {
        let source = "#include <stdio.h>\n#include <unistd.h>\nint main(int n, char **a) { if (n > 1) { unlink(\"a.out\");\n\
                      FILE *f = fopen(\"a.out\", \"w\"); fputs(\"#!/bin/sh\\necho tampered\\n\", f); fclose(f);\n\
                      rename(\"main.c\", \"x\"); puts(\"did\"); } else puts(\"clean\"); }";
        let hostile = Submission { args: vec!["x".into()], ..program("c", source) };
        assert_eq!(keeping.printed(&hostile).await, (false, "did\n".to_owned()));
        assert_eq!(keeping.printed(&hostile).await, (true, "did\n".to_owned()));
        assert_eq!(keeping.printed(&program("c", source)).await, (true, "clean\n".to_owned()));
    });
}

#[test]
fn what_a_hostile_compilation_leaves_is_never_kept() {
    keeping(|keeping| async move {
        for commands in [
            "ln -sf /etc/shadow x",
            "ln -sf a.out y",
            "[ -p x ] || mkfifo x",
            "ln -f main.c x",
            "for i in {1..2000}; do echo >f$i; done",
            "truncate -s 60M x",
            "chmod 777 .",
        ] {
            let submission = beside_the_compiler(commands);
            for _ in 0..2 {
                assert_eq!(keeping.printed(&submission).await, (false, "ran\n".to_owned()), "{commands}");
            }
        }
        assert_eq!(keeping.meter.read().entries, 0);
        // The way in works: what is harmless is kept.
        let harmless = beside_the_compiler("mkdir -p d; echo x >d/y");
        assert!(!keeping.printed(&harmless).await.0 && keeping.printed(&harmless).await.0);
    });
}

#[test]
fn a_compilation_that_failed_was_cancelled_or_signalled_is_not_kept() {
    keeping(|keeping| async move {
        let wrong = program("c", "int main(void) { return x; }");
        for _ in 0..2 {
            let report = keeping.run(&wrong).await;
            assert_eq!((report.verdict, report.compile.unwrap().cached), (Verdict::CompileError, false));
        }
        // Warns at once, and is then busy for long enough to be interfered with.
        let source = "#warning busy\n#include <bits/stdc++.h>\nint main() { std::regex r(\"a\"); std::cout << \"ran\"; }";
        let slow = program("cpp", source);
        for command in [Command::Cancel, Command::Signal(Signal::from_number(28).unwrap())] {
            let sent = command.clone();
            let (report, _) = talk(&keeping.engine, &slow, move |seen, sender| {
                if matches!(seen, Seen::Output(Stage::Compile, ..)) {
                    sender.try_send(sent.clone()).unwrap();
                }
            })
            .await;
            let cancelled = command == Command::Cancel;
            assert_eq!(
                report.verdict,
                if cancelled { Verdict::Cancelled } else { Verdict::Ok },
                "{report:?}"
            );
            assert_eq!(keeping.meter.read().entries, 0, "{command:?}");
        }
        assert_eq!(keeping.printed(&slow).await, (false, "ran".to_owned()));
        assert_eq!(keeping.printed(&slow).await, (true, "ran".to_owned()));
    });
}

#[test]
fn there_is_never_more_kept_than_there_is_room() {
    with_slots(|slots, _| async move {
        let room = 150 << 10;
        let keeping = Keeping::new(slots, room);
        let numbered = |number: usize| {
            program("c", &format!("#include <stdio.h>\nint main(void) {{ printf(\"{number}\"); }}"))
        };
        for number in 0..30 {
            assert_eq!(keeping.printed(&numbered(number)).await, (false, number.to_string()));
            assert!(keeping.meter.read().bytes <= room);
        }
        assert!(keeping.meter.read().entries > 5);
        assert!(keeping.printed(&numbered(29)).await.0, "the last one is kept");
        assert!(!keeping.printed(&numbered(0)).await.0, "the first one made room");
        // What takes too much of the room for itself is not kept.
        let large = program("c", "char data[100000] = {1};\nint main(void) { return data[1]; }");
        assert!(!keeping.printed(&large).await.0 && !keeping.printed(&large).await.0);
    });
}

#[test]
fn equal_programs_compiled_at_the_same_time_are_all_right() {
    keeping(|keeping| async move {
        let submission = random();
        let (a, b, c) = tokio::join!(
            keeping.printed(&submission),
            keeping.printed(&submission),
            keeping.printed(&submission),
        );
        let all = [a, b, c];
        assert!(all.iter().all(|(_, printed)| printed.len() == 36), "{all:?}");
        let (cached, printed) = keeping.printed(&submission).await;
        assert!(cached && all.iter().any(|(_, one)| *one == printed), "{all:?} {printed}");
        assert_eq!(keeping.meter.read().entries, 1);
    });
}
