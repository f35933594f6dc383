//! Every language: version, hello, the failing program with its diagnostics, and all examples.

use crate::harness::{execute, file, program, with_engine};
use runyard_engine::{SelfTest, SelfTestCache, ToolchainFolders, refresh_availability, self_test};
use runyard_types::{Limits, SourceFile, Submission, Verdict};

fn full(id: &'static str) {
    with_engine(|engine, catalogue| async move {
        let language = catalogue.resolve(id, None).unwrap();
        let outcome = self_test(&engine, &language, SelfTest::Full).await;
        assert_eq!(outcome.failure, None, "{outcome:?}");
        assert!(outcome.version.unwrap().starts_with(|c: char| c.is_ascii_digit()));
    });
}

macro_rules! full {
    ($($id:ident)*) => { $(#[test] fn $id() { full(stringify!($id)); })* };
}

full!(python javascript typescript c cpp cpp20 java go rust ruby php perl lua bash sql executable);

#[test]
fn every_language_is_tested_here() {
    let tested =
        ["python", "javascript", "typescript", "c", "cpp", "cpp20", "java", "go", "rust", "ruby", "php"];
    let tested = tested.into_iter().chain(["perl", "lua", "bash", "sql", "executable"]);
    let mut tested: Vec<_> = tested.collect();
    tested.sort_unstable();
    let catalogue = runyard_languages::Catalogue::embedded().unwrap();
    let mut all: Vec<_> = catalogue.iter().map(|language| language.id.as_str()).collect();
    all.sort_unstable();
    assert_eq!(all, tested);
}

#[test]
fn a_program_that_is_compiled_already_is_executed() {
    let folder = tempfile::tempdir().unwrap();
    let (source, binary) = (folder.path().join("main.c"), folder.path().join("main"));
    std::fs::write(
        &source,
        "#include <stdio.h>\nint main(int n, char **words) { puts(words[n - 1]); return n; }",
    )
    .unwrap();
    let compiled =
        std::process::Command::new("/usr/bin/gcc").arg("-s").arg("-o").args([&binary, &source]).status();
    assert!(compiled.unwrap().success());
    let content = std::fs::read(&binary).unwrap();
    with_engine(|engine, _| async move {
        let ran = |path: &str, content: Vec<u8>| Submission {
            args: vec!["one".to_owned(), "two words".to_owned()],
            ..Submission::new(
                "executable",
                vec![SourceFile { path: path.to_owned(), content: content.into() }],
                Limits::default(),
            )
        };
        let report = execute(&engine, &ran("bin/tool", content.clone())).await;
        assert_eq!(
            (&report.stdout.bytes[..], report.exit_code),
            (&b"two words\n"[..], Some(3)),
            "{report:?}"
        );
        // What is no program of this machine is the caller's mistake, not ours.
        for wrong in [b"\x7fELF but not really".to_vec(), content[..200].to_vec(), Vec::new()] {
            let report = execute(&engine, &ran("main", wrong)).await;
            assert_eq!(report.verdict, Verdict::RuntimeError, "{report:?}");
        }
    });
}

#[test]
fn start_up_tests_are_remembered() {
    with_engine(|engine, catalogue| async move {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("self-tests.json");
        let folders = ToolchainFolders::new();
        for _ in 0..2 {
            catalogue.set_availability("python", runyard_languages::Availability::default());
            let cache = SelfTestCache::load(&path);
            refresh_availability(&engine, &catalogue, &folders, cache, SelfTest::Hello, 3).await;
            for language in catalogue.iter() {
                let availability = catalogue.availability(&language.id);
                assert!(availability.available, "{}: {availability:?}", language.id);
            }
        }
        let report = execute(&engine, &program("python", "print(1)")).await;
        assert_eq!(report.version, catalogue.availability("python").version);
        assert!(report.version.unwrap().starts_with("3."));
    });
}

#[test]
fn files_in_folders_belong_to_one_program() {
    with_engine(|engine, _| async move {
        let many: [(&str, &[(&str, &str)]); 8] = [
            (
                "python",
                &[
                    ("main.py", "from pkg.tool import f\nprint(f())"),
                    ("pkg/tool.py", "def f(): return 'tool'"),
                ],
            ),
            (
                "javascript",
                &[
                    ("main.js", "console.log(require('./lib/tool').f())"),
                    ("lib/tool.js", "exports.f = () => 'tool'"),
                ],
            ),
            (
                "typescript",
                &[
                    ("main.ts", "import { f } from './lib/tool';\nconsole.log(f());"),
                    ("lib/tool.ts", "export const f = (): string => 'tool';"),
                ],
            ),
            (
                "c",
                &[
                    ("main.c", "#include \"tool.h\"\n#include <stdio.h>\nint main(void) { puts(f()); }"),
                    ("tool.h", "const char *f(void);"),
                    ("tool.c", "#include \"tool.h\"\nconst char *f(void) { return \"tool\"; }"),
                ],
            ),
            (
                "java",
                &[
                    (
                        "app/Main.java",
                        "package app; public class Main { public static void main(String[] a) { System.out.println(Tool.f()); } }",
                    ),
                    ("app/Tool.java", "package app; class Tool { static String f() { return \"tool\"; } }"),
                ],
            ),
            (
                "go",
                &[
                    (
                        "main.go",
                        "package main\nimport (\"fmt\"; \"demo/tool\")\nfunc main() { fmt.Println(tool.F()) }",
                    ),
                    ("go.mod", "module demo\n"),
                    ("tool/tool.go", "package tool\nfunc F() string { return \"tool\" }"),
                ],
            ),
            (
                "rust",
                &[
                    ("main.rs", "mod tool;\nfn main() { println!(\"{}\", tool::f()); }"),
                    ("tool.rs", "pub fn f() -> &'static str { \"tool\" }"),
                ],
            ),
            ("bash", &[("main.sh", "source lib/tool.sh; f"), ("lib/tool.sh", "f() { echo tool; }")]),
        ];
        for (language, files) in many {
            let mut submission = program(language, "");
            submission.files = files.iter().map(|(path, content)| file(path, content)).collect();
            let report = execute(&engine, &submission).await;
            assert_eq!(report.verdict, Verdict::Ok, "{language}: {report:?}");
            assert_eq!(report.stdout.bytes, "tool\n", "{language}");
        }
    });
}

#[test]
fn a_java_file_may_be_named_after_nothing() {
    with_engine(|engine, _| async move {
        let source =
            "public class Solution {\n  public static void main(String[] args) { int x = \"\"; }\n}\n";
        let report = execute(&engine, &program("java", source)).await;
        let diagnostics = report.compile.unwrap().diagnostics;
        assert_eq!((diagnostics[0].file.as_str(), diagnostics[0].line), ("Main.java", 2));
        let source =
            "public class Solution { public static void main(String[] a) { System.out.println(a.length); } }";
        let report = execute(&engine, &program("java", source)).await;
        assert_eq!(report.stdout.bytes, "0\n", "{report:?}");
    });
}
