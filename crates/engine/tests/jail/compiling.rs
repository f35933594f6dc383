//! The compile stage: its own limits, its own words, and what a program can do to it.

use crate::harness::{Interpreters, can_make_jails, execute, execute_with, file, program, with_engine};
use runyard_types::{LimitHit, Report, Severity, Submission, Verdict};
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

/// How long its compiler took.
fn compile_time(report: &Report) -> Duration {
    report.compile.as_ref().unwrap().wall_time
}

#[test]
fn java_programs_find_a_compiler_that_stays_and_nothing_of_each_other() {
    if !can_make_jails() {
        return;
    }
    let main =
        |body: &str| format!("public class Main {{ public static void main(String[] a) {{ {body} }} }}");
    let secret = "class Secret { static int value = 42; }";
    let first =
        program("java", &format!("{} {secret}", main("System.out.println(Secret.value + a.length);")));
    let cold = execute_with(Interpreters::Cold, &first);
    assert_eq!(cold.stdout.bytes, "42\n", "{cold:?}");
    // Each slot that has compiled one starts its own; it comes when it is ready.
    let compiled = (0..100).map(|_| execute_with(Interpreters::AllWarm, &first));
    let quick = compiled.inspect(|report| assert_eq!(report.stdout.bytes, "42\n", "{report:?}"));
    let quick = quick.into_iter().find(|report| compile_time(report) < compile_time(&cold) / 3);
    assert!(quick.is_some(), "no program of a hundred was compiled in less than a third of {cold:?}");
    // The class of the program before, the file it was written in, and its mistakes.
    let other = Submission {
        files: vec![file("Other.java", &main("Secret.value = 1;").replace("Main", "Other"))],
        ..first.clone()
    };
    let [warm, cold] = [Interpreters::AllWarm, Interpreters::Cold].map(|way| execute_with(way, &other));
    assert_eq!(warm.verdict, Verdict::CompileError);
    let said = |report: &Report| report.compile.as_ref().unwrap().stderr.bytes.clone();
    assert!(said(&warm).starts_with(b"Other.java:1: error: cannot find symbol"), "{warm:?}");
    assert_eq!(
        (said(&warm), &warm.compile.as_ref().unwrap().diagnostics),
        (said(&cold), &cold.compile.as_ref().unwrap().diagnostics)
    );
    // Two files, a package, and a warning.
    let files = vec![
        file("Main.java", &main("System.out.println(tools.Tool.list().size());")),
        file(
            "tools/Tool.java",
            "package tools; import java.util.*; public class Tool { public static List list() { List l = new ArrayList(); l.add(1); return l; } }",
        ),
    ];
    let several = Submission { files, ..first };
    let [warm, cold] = [Interpreters::AllWarm, Interpreters::Cold].map(|way| execute_with(way, &several));
    assert_eq!(warm.stdout.bytes, "1\n", "{warm:?}");
    assert_eq!(said(&warm), said(&cold));
    assert!(said(&warm).starts_with(b"Note: tools/Tool.java uses unchecked"), "{warm:?}");
}
