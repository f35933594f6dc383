//! Warm or cold, nobody can tell: every program of tests/differential gives the same bytes both ways.

use crate::harness::{Interpreters, can_make_jails, execute_with, program};
use runyard_types::{Captured, CaseReport, Report, Signal, SourceFile, Submission, TestCase, Verdict};
use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

/// What a program's first comments ask for.
#[derive(Debug, Default)]
struct Wanted {
    stdin: String,
    args: Vec<String>,
    env: Vec<(String, String)>,
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
        return vec![read(place, main.to_owned())];
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
}

impl Seen {
    /// Once as a run that may be watched, and once judged: what is written then is kept back by interpreters.
    fn both(way: Interpreters, submission: &Submission) -> [Self; 2] {
        let plain = execute_with(way, submission);
        let cases = vec![TestCase { stdin: submission.stdin.clone(), expected: "no such answer".into() }];
        let judged = execute_with(way, &Submission { cases, ..submission.clone() }).cases.remove(0);
        let Report { verdict, exit_code, signal, stdout, stderr, .. } = plain;
        let CaseReport { verdict: judgement, exit_code: code, signal: by, stdout: out, stderr: err, .. } =
            judged;
        [
            Self { verdict, exit_code, signal, stdout, stderr },
            Self { verdict: judgement, exit_code: code, signal: by, stdout: out, stderr: err },
        ]
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { verdict, exit_code, signal, stdout, stderr } = self;
        let [stdout, stderr] =
            [stdout, stderr].map(|stream| stream.bytes.escape_ascii().to_string().replace("\\n", "\n"));
        write!(
            f,
            "{verdict:?}, exit code {exit_code:?}, signal {signal:?}\n--- stdout\n{stdout}\n--- stderr\n{stderr}\n"
        )
    }
}

/// Runs every program of a language both ways. `DIFFERENTIAL` picks some by a part of their names.
fn compare(language: &str, warm: impl Fn(&Report) -> bool, probe: &str) {
    if !can_make_jails() {
        return;
    }
    let probe = program(language, probe);
    assert!(warm(&execute_with(Interpreters::Warm, &probe)), "no {language} program begins warm");
    assert!(
        !warm(&execute_with(Interpreters::Cold, &probe)),
        "a {language} program begins warm where none should"
    );

    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/differential").join(language);
    let mut programs: Vec<PathBuf> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    programs.sort();
    let part = std::env::var("DIFFERENTIAL").unwrap_or_default();
    let mut wrong = Vec::new();
    for place in programs.iter().filter(|place| place.to_str().unwrap().contains(&part)) {
        let name = place.file_name().unwrap().to_string_lossy();
        let template = program(language, "");
        let files = files(place, &template.files[0].path);
        let wanted = Wanted::read(&files[0].content);
        let submission = Submission {
            stdin: wanted.stdin.into(),
            args: wanted.args,
            env: wanted.env,
            ..Submission::new(&template.language, files, template.limits)
        };
        let [warm, cold] = [Interpreters::Warm, Interpreters::Cold].map(|way| Seen::both(way, &submission));
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
fn python() {
    let probe = "print('library.so' in open('/proc/self/maps').read())";
    compare("python", |report| report.stdout.bytes.starts_with(b"True"), probe);
}
