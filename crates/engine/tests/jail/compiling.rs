//! The compile stage: its own limits, its own words, and what a program can do to it.

use crate::harness::{execute, file, program, with_engine};
use runyard_types::{LimitHit, Severity, Submission, Verdict};
use std::time::Duration;

#[test]
fn a_compiler_that_takes_too_long_is_a_compile_error() {
    with_engine(|engine, _| async move {
        let source = "template <int N> struct F { static constexpr long v = F<N - 1>::v + F<N - 2>::v * (N % 3); };\ntemplate <> struct F<0> { static constexpr long v = 1; };\ntemplate <> struct F<1> { static constexpr long v = 1; };\n#include <bits/stdc++.h>\nint main() { return F<800>::v; }";
        let mut submission = program("cpp", source);
        submission.limits.compile_wall_time = Duration::from_millis(200);
        let report = execute(&engine, &submission).await;
        assert_eq!(
            (report.verdict, report.limit_hit),
            (Verdict::CompileError, Some(LimitHit::CompileTime)),
            "{report:?}"
        );
        assert_eq!(report.message.unwrap(), "the compiler was stopped after 200 ms: the time limit");
        assert!(report.exit_code.is_none() && report.wall_time.is_none());
    });
}

#[test]
fn a_compiler_that_eats_too_much_memory_is_a_compile_error() {
    with_engine(|engine, _| async move {
        let mut submission = program("cpp", "#include <bits/stdc++.h>\nint main() { std::regex r(\"a\"); }");
        submission.limits.compile_memory_bytes = 40 << 20;
        let report = execute(&engine, &submission).await;
        assert_eq!(
            (report.verdict, report.limit_hit),
            (Verdict::CompileError, Some(LimitHit::CompileMemory)),
            "{report:?}"
        );
    });
}

#[test]
fn a_flood_of_compiler_messages_is_bounded() {
    with_engine(|engine, _| async move {
        let source = format!("int main(void) {{\n{}}}", "x;\n".repeat(20_000));
        let report = execute(&engine, &program("c", &source)).await;
        assert_eq!(report.verdict, Verdict::CompileError, "{:?}", report.message);
        let compile = report.compile.unwrap();
        assert!(compile.stderr.bytes.len() <= 64 << 10);
        assert!(compile.diagnostics.len() <= 100);
    });
}

#[test]
fn files_of_the_machine_cannot_be_compiled_in() {
    with_engine(|engine, _| async move {
        for source in
            ["#include \"/etc/shadow\"\nint main(void) {}", "#include \"/proc/1/environ\"\nint main(void) {}"]
        {
            let report = execute(&engine, &program("c", source)).await;
            assert_eq!(report.verdict, Verdict::CompileError, "{report:?}");
        }
        let report = execute(&engine, &program("c", "#include \"/dev/zero\"\nint main(void) {}")).await;
        assert_eq!(report.verdict, Verdict::CompileError, "{:?}", report.message);
        let report = execute(
            &engine,
            &program("rust", "fn main() { println!(\"{}\", include_str!(\"/etc/shadow\")); }"),
        )
        .await;
        assert_eq!(report.verdict, Verdict::CompileError, "{report:?}");
    });
}

#[test]
fn names_that_look_like_options_are_names() {
    with_engine(|engine, _| async move {
        let hello = "#include <stdio.h>\nint main(void) { puts(\"hi\"); }";
        for name in ["-wrapper.c", "@file.c", "a b.c", "$(id).c", "é.c", ".hidden.c"] {
            let submission = Submission { files: vec![file(name, hello)], ..program("c", "") };
            let report = execute(&engine, &submission).await;
            assert_eq!(report.stdout.bytes, "hi\n", "{name}: {report:?}");
        }
    });
}

#[test]
fn files_that_cannot_lie_beside_each_other_are_the_callers_mistake() {
    with_engine(|engine, _| async move {
        for (files, words) in [
            (vec![file("main.py", ""), file("main.py", "")], "two files have the same name"),
            (vec![file("main.py", ""), file("main.py/x", "")], "a file has the name of a folder"),
        ] {
            let report = execute(&engine, &Submission { files, ..program("python", "") }).await;
            assert_eq!(
                (report.verdict, report.message.as_deref()),
                (Verdict::RuntimeError, Some(words)),
                "{report:?}"
            );
        }
    });
}

#[test]
fn warnings_do_not_stop_a_program() {
    with_engine(|engine, _| async move {
        let report = execute(&engine, &program("c", "int main(void) { int unused; return 0; }")).await;
        assert_eq!(report.verdict, Verdict::Ok);
        let diagnostics = report.compile.unwrap().diagnostics;
        assert_eq!((diagnostics.len(), diagnostics[0].severity), (1, Severity::Warning));
    });
}

#[test]
fn a_place_that_is_taken_leaves_no_program() {
    with_engine(|engine, _| async move {
        let files = vec![file("main.c", "int main(void) { return 0; }"), file("a.out/x", "")];
        let report = execute(&engine, &Submission { files, ..program("c", "") }).await;
        assert_eq!(report.verdict, Verdict::CompileError, "{report:?}");
        let files =
            vec![file("main.c", "int main(void) { return 0; }"), file("a.out", "#!/bin/sh\necho mine")];
        let report = execute(&engine, &Submission { files, ..program("c", "") }).await;
        assert_eq!((report.verdict, &report.stdout.bytes[..]), (Verdict::Ok, &b""[..]), "{report:?}");
    });
}

/// The compiler ignores, without a word, a precompiled header that does not fit its flags exactly.
#[test]
fn precompiled_headers_fit_the_compilers_flags() {
    with_engine(|engine, catalogue| async move {
        for (id, header) in
            [("cpp", "iostream"), ("cpp", "bits/stdc++.h"), ("cpp20", "iostream"), ("cpp20", "bits/stdc++.h")]
        {
            let language = catalogue.resolve(id, None).unwrap();
            let source =
                file("main.cpp", &format!("#include <vector>\n#include <{header}>\nint main() {{}}\n"));
            let mut submission = program("bash", "\"$@\" -H 2>&1 | grep '^! '");
            submission.args =
                language.compile_plan(std::slice::from_ref(&source), &[], &submission.limits).unwrap().argv;
            submission.files.push(source);
            submission.limits.memory_bytes = 512 << 20;
            let report = execute(&engine, &submission).await;
            let used = String::from_utf8_lossy(&report.stdout.bytes).into_owned();
            assert!(
                used.starts_with("! /opt/toolchains/cpp/") && used.contains(header),
                "{id} {header}: {report:?}"
            );
        }
    });
}

#[test]
fn a_precompiled_header_may_be_included_again() {
    with_engine(|engine, _| async move {
        for (first, second) in [
            ("iostream", "iostream"),
            ("bits/stdc++.h", "iostream"),
            ("vector", "bits/stdc++.h"),
            ("iostream", "bits/stdc++.h"),
        ] {
            for language in ["cpp", "cpp20"] {
                let main = format!(
                    "#include <{first}>\n#include <{second}>\n#include \"tool.h\"\nint main() {{ std::cout << f(); }}"
                );
                let tool = "#include <iostream>\n#include <bits/stdc++.h>\ninline std::string f() { return \"ok\"; }";
                let files = vec![file("main.cpp", &main), file("tool.h", tool)];
                let report = execute(&engine, &Submission { files, ..program(language, "") }).await;
                assert_eq!(report.stdout.bytes, "ok", "{language} {first} {second}: {report:?}");
            }
        }
    });
}
