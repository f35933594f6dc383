//! The command line: `runyard run` is the program it runs, as far as a shell can tell.

use runyard_testkit::{Said, converse, say};
use std::{
    fs,
    io::{BufRead as _, Write as _},
    path::Path,
};
use tempfile::TempDir;

fn runyard(folder: &Path, args: &[&str], stdin: &str) -> anyhow::Result<Said> {
    say(env!("CARGO_BIN_EXE_runyard"), args, stdin, folder)
}

fn with(name: &str, source: &str) -> anyhow::Result<TempDir> {
    let folder = TempDir::new()?;
    fs::write(folder.path().join(name), source)?;
    Ok(folder)
}

#[test]
fn run_mirrors_streams_input_arguments_and_exit_code() -> anyhow::Result<()> {
    let source =
        "import sys\nprint(sys.argv[1:], sys.stdin.read())\nprint('aside', file=sys.stderr)\nsys.exit(7)";
    let folder = with("main.py", source)?;
    let said = runyard(folder.path(), &["run", "main.py", "--", "one", "--two", "three four"], "typed")?;
    assert_eq!(
        (said.code, said.stdout.as_str()),
        (Some(7), "['one', '--two', 'three four'] typed"),
        "{said:?}"
    );
    assert!(said.stderr.contains("aside"), "{said:?}");

    fs::write(folder.path().join("input.txt"), "from a file")?;
    let said = runyard(folder.path(), &["run", "main.py", "--stdin", "input.txt"], "")?;
    assert_eq!(said.stdout, "[] from a file", "{said:?}");
    Ok(())
}

#[test]
fn run_passes_piped_input_on_as_it_comes() -> anyhow::Result<()> {
    let source = "while line := input():\n    print(line.upper(), flush=True)\nprint('done')";
    let folder = with("main.py", source)?;
    let code =
        converse(env!("CARGO_BIN_EXE_runyard"), &["run", "main.py"], folder.path(), |input, output| {
            for (line, answer) in [("one\n", "ONE\n"), ("two\n", "TWO\n"), ("\n", "done\n")] {
                input.write_all(line.as_bytes())?;
                let mut answered = String::new();
                output.read_line(&mut answered)?;
                assert_eq!(answered, answer);
            }
            Ok(())
        })?;
    assert_eq!(code, Some(0));

    // Far more than is ever kept in memory: whoever writes waits for the program.
    let source = "import sys\nleft = 200 << 20\nwhile left: left -= len(sys.stdin.buffer.read(min(left, 65536)))\nprint('all', flush=True)";
    let folder = with("main.py", source)?;
    let code =
        converse(env!("CARGO_BIN_EXE_runyard"), &["run", "main.py"], folder.path(), |input, output| {
            let piece = vec![b'x'; 1 << 20];
            for _ in 0..200 {
                input.write_all(&piece)?;
            }
            let mut answered = String::new();
            output.read_line(&mut answered)?;
            assert_eq!(answered, "all\n");
            Ok(())
        })?;
    assert_eq!(code, Some(0));
    Ok(())
}

#[test]
fn run_passes_compiler_flags_on() -> anyhow::Result<()> {
    let folder = with("flag.c", "#include <stdio.h>\nint main(void) { puts(WORD); }")?;
    let said = runyard(folder.path(), &["run", "flag.c", "--flag", "-DWORD=\"a b\"", "--flag=-O3"], "")?;
    assert_eq!((said.code, said.stdout.as_str()), (Some(0), "a b"), "{said:?}");
    let folder = with("main.py", "print(1)")?;
    let said = runyard(folder.path(), &["run", "main.py", "--flag=-O3"], "")?;
    assert!(said.code != Some(0) && said.stderr.contains("takes no compiler flags"), "{said:?}");
    Ok(())
}

#[test]
fn run_finds_the_language_by_name_or_is_told() -> anyhow::Result<()> {
    let folder = with("hello.c", "#include <stdio.h>\nint main(void) { puts(\"hello\"); }")?;
    let said = runyard(folder.path(), &["run", "hello.c"], "")?;
    assert_eq!((said.code, said.stdout.as_str()), (Some(0), "hello"), "{said:?}");

    let folder = with("program", "print('hello')")?;
    let said = runyard(folder.path(), &["run", "program", "--language", "python"], "")?;
    assert_eq!((said.code, said.stdout.as_str()), (Some(0), "hello"), "{said:?}");
    let said = runyard(folder.path(), &["run", "program"], "")?;
    assert!(said.code != Some(0) && said.stderr.contains("--language"), "{said:?}");
    let said = runyard(folder.path(), &["run", "no-such-file.py"], "")?;
    assert!(said.code != Some(0) && said.stderr.contains("no-such-file.py"), "{said:?}");
    Ok(())
}

#[test]
fn run_explains_limits_signals_and_compile_errors() -> anyhow::Result<()> {
    let folder = with("crash.c", "int main(void) { *(volatile int *)0 = 1; }")?;
    let said = runyard(folder.path(), &["run", "crash.c"], "")?;
    assert_eq!(said.code, Some(128 + 11), "as a shell says it: {said:?}");
    assert!(said.stderr.contains("SIGSEGV"), "{said:?}");

    let folder = with("hog.py", "hog = []\nwhile True: hog.append(bytearray(1 << 20))")?;
    let said = runyard(folder.path(), &["run", "hog.py"], "")?;
    assert!(said.code != Some(0) && said.stderr.contains("memory"), "{said:?}");

    let folder = with("broken.c", "int main(void) { return missing; }")?;
    let said = runyard(folder.path(), &["run", "broken.c"], "")?;
    assert!(said.code != Some(0) && said.stderr.contains("missing"), "{said:?}");
    Ok(())
}

#[test]
fn the_other_commands_answer() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let languages = runyard(folder.path(), &["languages"], "")?;
    assert_eq!(languages.code, Some(0), "{languages:?}");
    for id in [
        "python",
        "javascript",
        "typescript",
        "c",
        "cpp",
        "java",
        "go",
        "rust",
        "ruby",
        "php",
        "perl",
        "lua",
        "bash",
        "sql",
    ] {
        let line = languages.stdout.lines().find(|line| line.split_whitespace().take(2).eq(["ok", id]));
        assert!(line.is_some(), "{id} in {}", languages.stdout);
    }
    let tested = runyard(folder.path(), &["languages", "--test"], "")?;
    assert_eq!(tested.code, Some(0), "{tested:?}");

    let openapi = runyard(folder.path(), &["openapi"], "")?;
    let document: serde_json::Value = serde_json::from_str(&openapi.stdout)?;
    assert!(document["paths"]["/api/v1/executions"]["post"].is_object(), "{document}");

    let help = runyard(folder.path(), &["--help"], "")?;
    for command in ["serve", "run", "languages", "doctor", "openapi"] {
        assert!(help.stdout.contains(command), "{command} in {}", help.stdout);
    }
    let wrong = runyard(folder.path(), &["no-such-command"], "")?;
    assert_eq!(wrong.code, Some(2), "{wrong:?}");
    Ok(())
}
