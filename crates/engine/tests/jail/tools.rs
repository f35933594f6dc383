//! Formatters, linters and the caller's compiler flags.

use crate::harness::{execute, file, program, with_engine};
use runyard_types::{Action, Report, Submission, Verdict};

fn with(action: Action, language: &str, source: &str) -> Submission {
    Submission { action, ..program(language, source) }
}

fn flagged(language: &str, source: &str, flags: &[&str]) -> Submission {
    let compiler_flags = flags.iter().map(|flag| (*flag).to_owned()).collect();
    Submission { compiler_flags, ..program(language, source) }
}

fn lines(report: &Report) -> Vec<u32> {
    report.diagnostics.iter().map(|diagnostic| diagnostic.line).collect()
}

#[test]
fn sources_come_back_as_their_formatter_writes_them() {
    with_engine(|engine, _| async move {
        for (language, source, formatted) in [
            ("python", "def f( x ):\n  return x", "def f(x):\n    return x\n"),
            ("javascript", "let x={a:1}", "let x = { a: 1 };\n"),
            ("typescript", "let x:number=1", "let x: number = 1;\n"),
            ("c", "int main( ){return 0;}", "int main() { return 0; }\n"),
            ("cpp", "int main( ){return 0;}", "int main() { return 0; }\n"),
            ("cpp20", "auto f=[ ]{};", "auto f = [] {};\n"),
            ("java", "class Main{int x;}", "class Main {\n  int x;\n}\n"),
            ("go", "package main\nfunc main(){}", "package main\n\nfunc main() {}\n"),
            ("rust", "fn main(){let _x=1;}", "fn main() {\n    let _x = 1;\n}\n"),
            ("perl", "if($x){print 1}", "if ($x) { print 1 }\n"),
            ("bash", "if true;then\necho\nfi", "if true; then\n\techo\nfi\n"),
            ("sql", "select a from b", "SELECT a\nFROM b\n"),
        ] {
            let report = execute(&engine, &with(Action::Format, language, source)).await;
            assert_eq!(report.verdict, Verdict::Ok, "{language}: {report:?}");
            assert_eq!(report.stdout.bytes, formatted, "{language}");
            assert!(report.diagnostics.is_empty(), "{language}: {report:?}");
        }
    });
}

#[test]
fn a_formatter_says_where_it_gave_up() {
    with_engine(|engine, _| async move {
        for (language, source) in [
            ("python", "x = 1\ndef f(:\n"),
            ("typescript", "let x = 1;\nlet let = ;\n"),
            ("go", "package main\nfunc 1\n"),
            ("rust", "fn main() {\n x y }\n"),
            ("bash", "echo\nif [ 1 ]; then fi\n"),
        ] {
            let report = execute(&engine, &with(Action::Format, language, source)).await;
            assert_eq!(report.verdict, Verdict::RuntimeError, "{language}: {report:?}");
            assert_eq!(lines(&report), [2], "{language}: {report:?}");
        }
    });
}

#[test]
fn linters_find_what_compilers_let_pass() {
    with_engine(|engine, _| async move {
        for (language, source) in [
            ("python", "x = 1\nimport os\n"),
            ("javascript", "const x = 1;\nx = 2;\n"),
            ("typescript", "const x = 1;\nfunction f(a) { return x; }\nf(1);\n"),
            ("c", "int main(void) {\n  int x; return x;\n}\n"),
            ("cpp", "int main() { int x = 1; if (x) {\n  int x = 2; return x; } }\n"),
            ("cpp20", "int main() { int x = 1; if (x) {\n  int x = 2; return x; } }\n"),
            ("java", "class Main { void f(int x) { switch (x) {\n case 1: f(2);\n case 2: f(3); } } }\n"),
            ("go", "package main\nimport \"fmt\"; func main() { fmt.Printf(\"%d\", \"x\") }\n"),
            ("go", "package main\nfunc {\n"),
            ("rust", "fn main() {\n    return ();\n}\n"),
            ("ruby", "def f\n  b = 2\nend\n"),
            ("php", "<?php\n$x = ;\n"),
            ("perl", "use strict; my $x = 1;\nmy $x = 2;\n"),
            ("lua", "print(1)\nlocal x = 1\n"),
            ("bash", "echo\nrm $1\n"),
        ] {
            let report = execute(&engine, &with(Action::Lint, language, source)).await;
            assert_eq!(report.verdict, Verdict::Ok, "{language}: {report:?}");
            let wanted = if language == "java" { 3 } else { 2 };
            assert_eq!(lines(&report).first(), Some(&wanted), "{language}: {report:?}");
        }
        let clean = execute(&engine, &with(Action::Lint, "python", "print(1)\n")).await;
        assert_eq!((clean.verdict, clean.diagnostics.len()), (Verdict::Ok, 0), "{clean:?}");
    });
}

#[test]
fn a_tool_runs_in_the_jail_and_runs_no_program() {
    with_engine(|engine, _| async move {
        let source = "import os\nprint('ran')\n";
        let report = execute(&engine, &with(Action::Lint, "python", source)).await;
        assert!(!String::from_utf8_lossy(&report.stdout.bytes).contains("ran"), "{report:?}");
        // A configuration is the caller's, as is everything in the work folder; it can reach nothing else.
        let config = file(".clang-format", "IndentWidth: 8\n");
        let main = file("main.c", "int main(void) {\nint x = 0;\nreturn x;}\n");
        let files = vec![main, config];
        let report = execute(&engine, &Submission { files, ..with(Action::Format, "c", "") }).await;
        assert_eq!(
            report.stdout.bytes, "int main(void) {\n        int x = 0;\n        return x;\n}\n",
            "{report:?}"
        );
    });
}

#[test]
fn a_formatted_source_is_whole_or_nothing() {
    with_engine(|engine, _| async move {
        let mut long = with(Action::Format, "python", &"x = 1\n".repeat(1000));
        long.limits.output_bytes = 1000;
        let report = execute(&engine, &long).await;
        assert_eq!(report.verdict, Verdict::OutputLimit, "{report:?}");
    });
}

#[test]
fn compiler_flags_reach_the_compiler_as_they_are() {
    with_engine(|engine, _| async move {
        let source = "#include <stdio.h>\nint main(void) { puts(X); }";
        let report = execute(&engine, &flagged("c", source, &["-DX=\"$(id) `id`;\""])).await;
        assert_eq!(report.stdout.bytes, "$(id) `id`;\n", "{report:?}");
        let source = "#include <iostream>\nint main() { std::cout << __OPTIMIZE__ << X; }";
        let report = execute(&engine, &flagged("cpp", source, &["-O3", "-DX=7"])).await;
        assert_eq!(report.stdout.bytes, "17", "{report:?}");
        let rust = flagged("rust", "fn main() { print!(\"{}\", cfg!(fast)) }", &["--cfg", "fast"]);
        assert_eq!(execute(&engine, &rust).await.stdout.bytes, "true");
        let report = execute(&engine, &flagged("c", source, &["--no-such-flag"])).await;
        assert_eq!(report.verdict, Verdict::CompileError, "{report:?}");
    });
}

#[test]
fn compiler_flags_open_nothing() {
    with_engine(|engine, _| async move {
        let source = "int main(void) { return 0; }";
        for flags in [
            &["-wrapper", "/bin/sh,-c,cat /etc/shadow >&2; exit 1"][..],
            &["-include", "/etc/shadow"],
            &["@/etc/shadow"],
            &["-specs=/etc/shadow"],
            &["-fplugin=/etc/shadow"],
            &["-save-temps", "-dumpdir", "/usr/"],
        ] {
            let report = execute(&engine, &flagged("c", source, flags)).await;
            assert!(
                matches!(report.verdict, Verdict::CompileError | Verdict::RuntimeError),
                "{flags:?}: {report:?}"
            );
            assert!(!format!("{report:?}").contains("root:"), "{flags:?}: {report:?}");
        }
        // The output stays where the language puts it.
        let report = execute(&engine, &flagged("c", source, &["-o", "/usr/bin/owned"])).await;
        assert_eq!(report.verdict, Verdict::Ok, "{report:?}");
        assert!(!std::path::Path::new("/usr/bin/owned").exists());
    });
}
