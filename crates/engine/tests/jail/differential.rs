//! Warm or cold, nobody can tell: every program of tests/differential gives the same bytes both ways.

use crate::harness::{Interpreters, SLOTS, can_make_jails, case, execute_with, file, program};
use runyard_types::{
    Captured, CaseReport, CompileReport, Report, Signal, SourceFile, Submission, TestCase, Verdict,
};
use std::{
    collections::HashSet,
    fmt, fs,
    path::{Path, PathBuf},
};

/// What a program's first comments ask for.
#[derive(Debug, Default)]
struct Wanted {
    stdin: String,
    args: Vec<String>,
    env: Vec<(String, String)>,
    flags: Vec<String>,
    exit: Option<i32>,
    signal: Option<String>,
    stdout: Option<String>,
}

impl Wanted {
    fn read(source: &[u8]) -> Self {
        let mut wanted = Self::default();
        let text = String::from_utf8_lossy(source);
        for line in text.trim_start_matches('\u{feff}').lines() {
            let line = line.trim_start_matches("<?php").trim();
            let Some(comment) =
                ["#", "//", "--"].iter().find_map(|mark| line.strip_prefix(mark)).map(str::trim)
            else {
                if line.is_empty() {
                    continue;
                }
                break;
            };
            let Some((key, value)) = comment.split_once(": ") else { continue };
            let json =
                || serde_json::from_str::<serde_json::Value>(value).unwrap_or_else(|e| panic!("{line}: {e}"));
            let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
            match key {
                "stdin" => wanted.stdin = text(&json()),
                "args" => wanted.args = json().as_array().unwrap().iter().map(text).collect(),
                "flags" => wanted.flags = json().as_array().unwrap().iter().map(text).collect(),
                "env" => {
                    let env = json();
                    let pairs = env.as_object().unwrap().iter();
                    wanted.env = pairs.map(|(name, value)| (name.clone(), text(value))).collect();
                }
                "exit" => wanted.exit = Some(value.trim().parse().unwrap()),
                "signal" => wanted.signal = Some(value.trim().to_owned()),
                "stdout" => wanted.stdout = Some(text(&json())),
                _ => {}
            }
        }
        wanted
    }
}

/// A program's files, the main one first, under the name the language gives it.
fn files(place: &Path, main: &str) -> Vec<SourceFile> {
    let read = |path: &Path, name: String| SourceFile { path: name, content: fs::read(path).unwrap().into() };
    if place.is_file() {
        let extension = place.extension().unwrap().to_str().unwrap();
        let stem = main.rsplit_once('.').unwrap().0;
        return vec![read(place, format!("{stem}.{extension}"))];
    }
    let mut found = Vec::new();
    let mut folders = vec![place.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    let name = |path: &Path| path.strip_prefix(place).unwrap().to_str().unwrap().to_owned();
    let mut files: Vec<_> = found.iter().map(|path| read(path, name(path))).collect();
    files.sort_by_key(|file| file.path != main);
    files
}

/// Everything a caller can see of how a program ended.
#[derive(PartialEq)]
struct Seen {
    verdict: Verdict,
    exit_code: Option<i32>,
    signal: Option<Signal>,
    stdout: Captured,
    stderr: Captured,
    /// What a compiler said, and what became of that.
    compiler: Option<String>,
}

impl Seen {
    /// Once as a run that may be watched, and once judged: what is written then is kept back by interpreters.
    fn both(way: Interpreters, submission: &Submission) -> [Self; 2] {
        let plain = execute_with(way, submission);
        let cases = vec![TestCase { stdin: submission.stdin.clone(), expected: "no such answer".into() }];
        let compiler = |report: &Report| {
            let compile = report.compile.clone()?;
            let CompileReport { stdout, stderr, exit_code, diagnostics, .. } = compile;
            let streams = [stdout, stderr].map(|stream| stream.bytes.escape_ascii().to_string());
            Some(without_random_names(&format!("{exit_code:?} {streams:?} {diagnostics:?}")))
        };
        let mut judged = execute_with(way, &Submission { cases, ..submission.clone() });
        let judged_compiler = compiler(&judged);
        let plain_compiler = compiler(&plain);
        let Report { verdict, exit_code, signal, stdout, stderr, .. } = plain;
        let judged = if judged.cases.is_empty() {
            // It did not come to the cases.
            let Report { verdict, exit_code, signal, stdout, stderr, .. } = judged;
            Self { verdict, exit_code, signal, stdout, stderr, compiler: judged_compiler }
        } else {
            let CaseReport { verdict, exit_code, signal, stdout, stderr, .. } = judged.cases.remove(0);
            Self { verdict, exit_code, signal, stdout, stderr, compiler: judged_compiler }
        };
        [Self { verdict, exit_code, signal, stdout, stderr, compiler: plain_compiler }, judged]
    }
}

/// A linker names the compiler's temporary files, which are called otherwise each time.
fn without_random_names(said: &str) -> String {
    const START: &str = "/tmp/cc";
    const RANDOM: usize = 6;
    let mut parts = said.split(START);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(START);
        text.push_str(part.get(RANDOM..).unwrap_or_default());
    }
    text
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { verdict, exit_code, signal, stdout, stderr, compiler } = self;
        let [stdout, stderr] =
            [stdout, stderr].map(|stream| stream.bytes.escape_ascii().to_string().replace("\\n", "\n"));
        write!(
            f,
            "{verdict:?}, exit code {exit_code:?}, signal {signal:?}\n--- stdout\n{stdout}\n--- stderr\n{stderr}\n--- compiler\n{compiler:?}\n"
        )
    }
}

/// Runs programs of a language both ways: all of those whose names contain what `DIFFERENTIAL` says, where it is set (empty for
/// all), else every one in `step`.
fn compare(language: &str, step: usize) {
    if !can_make_jails() {
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/differential").join(language);
    let mut programs: Vec<PathBuf> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    programs.sort();
    match std::env::var("DIFFERENTIAL") {
        Ok(part) => programs.retain(|place| place.file_name().unwrap().to_str().unwrap().contains(&part)),
        Err(_) => programs = programs.into_iter().step_by(step).collect(),
    }
    assert!(!programs.is_empty(), "no program of {}", folder.display());
    let imports_numpy = |place: &PathBuf| place.file_name().unwrap().to_str().unwrap().starts_with("numpy");
    if programs.iter().any(imports_numpy) {
        // Otherwise they begin in the same way twice.
        import_numpy_ahead();
    }
    let mut wrong = Vec::new();
    for place in &programs {
        let name = place.file_name().unwrap().to_string_lossy();
        let template = program(language, "");
        let files = files(place, &template.files[0].path);
        let wanted = Wanted::read(&files[0].content);
        let submission = Submission {
            stdin: wanted.stdin.into(),
            args: wanted.args,
            env: wanted.env,
            compiler_flags: wanted.flags,
            ..Submission::new(&template.language, files, template.limits)
        };
        let [warm, cold] =
            [Interpreters::AllWarm, Interpreters::Cold].map(|way| Seen::both(way, &submission));
        for (warm, cold) in warm.iter().zip(&cold) {
            if warm != cold {
                wrong.push(format!("{name} differs\n=== warm: {warm}=== cold: {cold}"));
            }
        }
        let [_, judged] = cold;
        let signal = judged.signal.map(|signal| signal.to_string());
        let other_stdout = wanted.stdout.is_some_and(|stdout| stdout.as_bytes() != &judged.stdout.bytes[..]);
        if (wanted.exit, &wanted.signal) != (judged.exit_code, &signal) || other_stdout {
            wrong.push(format!("{name} does not do what its first lines say\n=== cold: {judged}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), programs.len(), wrong.join("\n"));
}

#[test]
fn programs_begin_warm() {
    if !can_make_jails() {
        return;
    }
    for (language, source) in [
        ("python", "print('/library.so' in open('/proc/self/maps').read())"),
        (
            "javascript",
            "console.log(require('fs').readFileSync('/proc/self/maps', 'utf8').includes('/library.so') ? 'True' : 'False')",
        ),
        (
            "php",
            "<?php echo str_contains(file_get_contents('/proc/self/maps'), '/library.so') ? 'True' : 'False', \"\\n\";",
        ),
        ("ruby", "puts File.read('/proc/self/maps').include?('/library.so') ? 'True' : 'False'"),
        (
            "java",
            "import java.nio.file.*;
            class Main {
                public static void main(String[] args) throws Exception {
                    String maps = Files.readString(Path.of(\"/proc/self/maps\"));
                    System.out.println(maps.contains(\"/library.so\") ? \"True\" : \"False\");
                }
            }",
        ),
    ] {
        let probe = program(language, source);
        let seen = |way, probe: &Submission| execute_with(way, probe).stdout.bytes;
        assert_eq!(&seen(Interpreters::AllWarm, &probe)[..], b"True\n", "{language}");
        assert_eq!(&seen(Interpreters::Cold, &probe)[..], b"False\n", "{language}");
        // What it was started without it cannot be given.
        let brings = Submission {
            args: vec!["one".to_owned()],
            env: vec![("MODE".to_owned(), "x".to_owned())],
            ..probe
        };
        let expected: &[u8] = if language == "python" { b"True\n" } else { b"False\n" };
        assert_eq!(
            &seen(Interpreters::AllWarm, &brings)[..],
            expected,
            "{language} with an argument and a variable"
        );
    }
}

/// An interpreter that has waited for its program has not run for as long as it has waited.
#[test]
fn the_time_a_node_waited_is_not_its_programs() {
    if !can_make_jails() {
        return;
    }
    // Every slot makes its own ready, and then waits through this.
    let meanwhile = program("python", "import time; time.sleep(3)");
    execute_with(Interpreters::AllWarm, &meanwhile);
    let source = "const { performance: p } = require('perf_hooks');
        const late = [process.uptime() * 1000, p.now(), p.nodeTiming.bootstrapComplete, p.nodeTiming.nodeStart,
            Math.abs(p.timeOrigin + p.now() - Date.now())].filter((ms) => !(ms >= 0 && ms < 2000));
        const start = Date.now();
        setTimeout(() => console.log(late, Date.now() - start >= 200), 200);";
    let report = execute_with(Interpreters::AllWarm, &program("javascript", source));
    assert_eq!(&report.stdout.bytes[..], b"[] true\n", "{report:?}");
}

/// The same of a Java virtual machine.
#[test]
fn the_time_a_virtual_machine_waited_is_not_its_programs() {
    if !can_make_jails() {
        return;
    }
    let source = "import java.lang.management.*;
        import java.nio.file.*;
        class Main {
            public static void main(String[] args) throws Exception {
                RuntimeMXBean machine = ManagementFactory.getRuntimeMXBean();
                long up = machine.getUptime(), since = System.currentTimeMillis() - machine.getStartTime();
                String maps = Files.readString(Path.of(\"/proc/self/maps\"));
                System.out.println((maps.contains(\"/library.so\") ? \"waited\" : \"started\")
                    + (up >= 0 && up < 2000 && since >= 0 && since < 2000 ? \"\" : \" \" + up + \" \" + since));
            }
        }";
    let java = program("java", source);
    // The slot of the first makes one ready, which waits through this.
    execute_with(Interpreters::AllWarm, &java);
    execute_with(Interpreters::AllWarm, &program("python", "import time; time.sleep(3)"));
    let report = execute_with(Interpreters::AllWarm, &java);
    assert_eq!(&report.stdout.bytes[..], b"waited\n", "{report:?}");
}

/// A virtual machine that waited has a copy of what was compiled, which is its run's own. What is too large to copy lies below the
/// run's folder, with a machine of its own.
#[test]
fn programs_of_machines_that_waited_find_nothing_of_another_run() {
    if !can_make_jails() {
        return;
    }
    let source = "import java.nio.file.*;
        import java.util.stream.*;
        class Main {
            static String in(String folder) throws Exception {
                return Files.list(Path.of(folder)).map(path -> path.getFileName().toString()).sorted().collect(Collectors.joining(\" \"));
            }
            public static void main(String[] args) throws Exception {
                String maps = Files.readString(Path.of(\"/proc/self/maps\"));
                System.out.println((maps.contains(\"/library.so\") ? \"waited\" : \"started\") + \": \" + in(\".\") + \", \" + in(\".classes\") + \", \" + in(\"/tmp\"));
                Files.writeString(Path.of(\"left\"), \"x\");
                Files.writeString(Path.of(\"/tmp/left\"), \"x\");
                Files.delete(Path.of(\".classes/Main.class\"));
                Files.delete(Path.of(\"Main.java\"));
            }
        }";
    let judged = |expected| {
        let cases = vec![case("", expected), case("", expected), case("", expected)];
        Submission { cases, ..program("java", source) }
    };
    let report = execute_with(Interpreters::AllWarm, &judged("waited: .classes Main.java, Main.class, "));
    assert_eq!(report.verdict, Verdict::Accepted, "{report:?}");
    let mut large = judged("started: .classes Main.java data, Main.class, ");
    large.files.push(file("data", &"x".repeat(2 << 20)));
    let report = execute_with(Interpreters::AllWarm, &large);
    assert_eq!(report.verdict, Verdict::Accepted, "{report:?}");
}

/// Has every slot keep an interpreter that has imported numpy. Says so where none can.
fn import_numpy_ahead() -> bool {
    let probe = program("python", "import numpy, os\nprint(len(os.listdir('/proc/self/task')))");
    if &execute_with(Interpreters::Cold, &probe).stdout.bytes[..] != b"1\n" {
        #[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
        {
            eprintln!("skipped: numpy is not installed, or starts threads, so it is not imported ahead");
        }
        return false;
    }
    let watched = program("python", "import sys\nearly = 'numpy' in sys.modules\nimport numpy\nprint(early)");
    let judged = Submission { cases: vec![case("", "True")], ..watched.clone() };
    for submission in [watched, judged] {
        let is_ahead = || {
            let report = execute_with(Interpreters::AllWarm, &submission);
            report.verdict == Verdict::Accepted || &report.stdout.bytes[..] == b"True\n"
        };
        // Idle slots take turns.
        let slots: Vec<bool> = (0..2 * SLOTS).map(|_| is_ahead()).collect();
        assert!(slots.ends_with(&[true; SLOTS]), "{slots:?}");
    }
    true
}

/// Once slots had a program that imports a package, such programs find it imported, and draw random numbers of their own.
#[test]
fn packages_are_imported_before_programs_that_import_them_come() {
    if !can_make_jails() || !import_numpy_ahead() {
        return;
    }
    let source = "import sys\nearly = 'numpy' in sys.modules\nimport numpy\nprint(early, numpy.random.rand(), numpy.random.default_rng().random())";
    let draw = || execute_with(Interpreters::AllWarm, &program("python", source)).stdout.bytes;
    let said: Vec<_> = (0..3 * SLOTS).map(|_| draw()).collect();
    assert!(said.iter().all(|said| said.starts_with(b"True ")), "{said:?}");
    let numbers: HashSet<&[u8]> =
        said.iter().flat_map(|said| said.trim_ascii().split(|byte| *byte == b' ')).collect();
    assert_eq!(numbers.len(), 1 + 2 * said.len(), "{said:?}");
    let other = program("python", "import sys\nprint('numpy' in sys.modules)");
    assert_eq!(&execute_with(Interpreters::AllWarm, &other).stdout.bytes[..], b"False\n");
}

/// An interpreter that is taken apart writes to most of the pages that a fork shares, one that is not does not. So a fork of the program's
/// own tells which of them it was.
#[test]
fn python_programs_end_quickly_where_nobody_could_tell() {
    if !can_make_jails() {
        return;
    }
    let at_the_end = "import os\npid = os.fork()\nif pid:\n    faults = os.wait4(pid, 0)[2].ru_minflt\n    print('long' if faults > 450 else 'short', faults)\n";
    for (before, expected) in [
        ("", "short"),
        ("import math, collections, heapq\nnames = {str(n): [n] for n in range(1000)}\n", "short"),
        ("class Loud:\n    def __del__(self): pass\n", "long"),
        ("def rest():\n    yield 1\nhalf = rest()\nnext(half)\n", "long"),
        ("kept = open('/tmp/x', 'w')\n", "long"),
        ("import gc\ngc.callbacks.append(lambda *_: None)\n", "long"),
        ("import sys\nsys.addaudithook(lambda *_: None)\n", "long"),
        ("import weakref\nclass C: pass\nc = C()\nr = weakref.ref(c, lambda _: None)\n", "long"),
    ] {
        let report =
            execute_with(Interpreters::AllWarm, &program("python", &format!("{before}{at_the_end}")));
        let said = String::from_utf8_lossy(&report.stdout.bytes);
        assert!(said.starts_with(expected), "{expected}, {before}: {report:?}");
    }
}

#[test]
fn python() {
    compare("python", 1);
}

#[test]
fn bash() {
    compare("bash", 1);
}

#[test]
fn lua() {
    compare("lua", 1);
}

#[test]
fn perl() {
    compare("perl", 1);
}

#[test]
fn php() {
    compare("php", 1);
}

#[test]
fn ruby() {
    compare("ruby", 1);
}

/// Ruby reads the beginning of its program before its library, which is before the program has come.
#[test]
fn ruby_programs_begin_with_anything() {
    if !can_make_jails() {
        return;
    }
    let hundred_lines = "# one of many\n".repeat(1000) + "puts __LINE__\n";
    let programs: &[(&[u8], i32, &[u8])] = &[
        (b"", 0, b""),
        (b"\n", 0, b""),
        (b"#", 0, b""),
        (b"x", 1, b""),
        (b"p 1", 0, b"1\n"),
        (b"__END__\nputs 'not a program'\n", 0, b""),
        (b"=begin\nThe program\n=end\np __LINE__\n", 0, b"4\n"),
        (b"#!/usr/bin/ruby -w\np $VERBOSE, __LINE__\n", 0, b"true\n2\n"),
        (b"#!/bin/sh\nputs 1\n", 1, b""),
        (b"#! ruby\n\x00", 0, b""),
        (b"\xef\xbb\xbfp __ENCODING__, '\xc3\xa9'.size, __LINE__\n", 0, b"#<Encoding:UTF-8>\n1\n1\n"),
        (b"\xff\xfe\n", 1, b""),
        (b"p '\xff'.size\n", 1, b""),
        (b"p 1\r\np __LINE__\r\n", 0, b"1\n2\n"),
        (b"p 1\x1ap 2\n", 0, b"1\n"),
        (b"puts 'first', )\n", 1, b""),
        (b"'abc'.foo + nil.bar\n", 1, b""),
        (b"exit!(3)", 3, b""),
        (hundred_lines.as_bytes(), 0, b"1001\n"),
    ];
    for (source, exit_code, stdout) in programs {
        let submission = Submission {
            files: vec![SourceFile { path: "main.rb".to_owned(), content: source.to_vec().into() }],
            ..program("ruby", "")
        };
        let [warm, cold] =
            [Interpreters::AllWarm, Interpreters::Cold].map(|way| Seen::both(way, &submission));
        let name = source.escape_ascii().to_string();
        assert_eq!(
            (cold[0].exit_code, &cold[0].stdout.bytes[..]),
            (Some(*exit_code), *stdout),
            "{name}: {}",
            cold[0]
        );
        for (warm, cold) in warm.iter().zip(&cold) {
            assert!(warm == cold, "{name} differs\n=== warm: {warm}=== cold: {cold}");
        }
    }
}

#[test]
fn javascript() {
    compare("javascript", 4);
}

#[test]
fn java() {
    compare("java", 20);
}

#[test]
fn c() {
    compare("c", 5);
}

#[test]
fn cpp() {
    compare("cpp", 15);
}
