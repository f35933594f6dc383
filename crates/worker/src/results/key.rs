//! What an answer depends on.

use runyard_cache::{Key, KeyWriter};
use runyard_engine::Toolchains;
use runyard_types::{Limits, Submission};
use std::time::Duration;

/// Of the parts of the key and of the stored form of what it finds.
const FORMAT: u64 = 1;

/// Tells what programs are compiled and run with.
pub trait Fingerprints: Send + Sync + 'static {
    /// Changes whenever the language's toolchain does; `None` when that cannot be told.
    fn fingerprint(&self, language: &str) -> Option<String>;
}

impl Fingerprints for Toolchains {
    fn fingerprint(&self, language: &str) -> Option<String> {
        Self::fingerprint(self, language)
    }
}

/// What beside submission and toolchain an answer depends on: this program's version, the jail's mode, settings of the server
/// that programs can see. Fixed while a server runs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conditions(pub Vec<String>);

/// The key of the submission's answer. `None` when it has none: a program somebody types to answers nobody else.
pub(super) fn key(
    submission: &Submission,
    toolchains: &dyn Fingerprints,
    conditions: &Conditions,
) -> Option<Key> {
    // All fields are named, so that a new one has to be thought about here.
    let Submission {
        language,
        action,
        files,
        compiler_flags,
        stdin,
        interactive,
        args,
        env,
        limits,
        cases,
        repeat,
        // When it runs and what may answer it change nothing in the answer.
        priority: _,
        caching: _,
    } = submission;
    if *interactive {
        return None;
    }
    let toolchain = toolchains.fingerprint(language)?;
    let writer = KeyWriter::new("result", FORMAT)
        .texts(&conditions.0)
        .text(language)
        .text(&toolchain)
        .text(action.as_str())
        .list(files, |writer, file| writer.text(&file.path).bytes(&file.content))
        .texts(compiler_flags)
        .bytes(stdin)
        .texts(args)
        .list(env, |writer, (name, value)| writer.text(name).text(value));
    let writer = with_limits(writer, limits)
        .list(cases, |writer, case| writer.bytes(&case.stdin).bytes(&case.expected))
        .number((*repeat).into());
    Some(writer.finish())
}

fn with_limits(writer: KeyWriter, limits: &Limits) -> KeyWriter {
    let Limits {
        wall_time,
        cpu_time,
        cpu_millicores,
        memory_bytes,
        output_bytes,
        processes,
        work_bytes,
        compile_wall_time,
        compile_memory_bytes,
    } = *limits;
    let nanoseconds = |time: Duration| u64::try_from(time.as_nanos()).unwrap_or(u64::MAX);
    writer
        .number(nanoseconds(wall_time))
        .number(nanoseconds(cpu_time))
        .number(cpu_millicores.into())
        .number(memory_bytes)
        .number(output_bytes)
        .number(processes.into())
        .number(work_bytes)
        .number(nanoseconds(compile_wall_time))
        .number(compile_memory_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use runyard_types::{Action, Caching, SourceFile, TestCase};

    struct Fixed(Option<&'static str>);

    impl Fingerprints for Fixed {
        fn fingerprint(&self, _: &str) -> Option<String> {
            self.0.map(str::to_owned)
        }
    }

    const TOOLCHAIN: Fixed = Fixed(Some("gcc 12"));

    fn of(submission: &Submission) -> Key {
        key(submission, &TOOLCHAIN, &Conditions::default()).unwrap()
    }

    fn file(path: &str, content: &str) -> SourceFile {
        SourceFile { path: path.to_owned(), content: content.to_owned().into() }
    }

    fn base() -> Submission {
        let files = vec![file("main.c", "int main;"), file("a.h", "x")];
        Submission::new("c", files, Limits::default())
    }

    /// Every field by itself makes another answer, and nothing can be moved from one field into another.
    #[test]
    fn whatever_can_change_the_answer_changes_the_key() {
        let texts = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
        let limited = |change: fn(&mut Limits)| {
            let mut submission = base();
            change(&mut submission.limits);
            submission
        };
        let case = |stdin: &'static str, expected: &'static str| TestCase {
            stdin: stdin.into(),
            expected: expected.into(),
        };
        let submissions = [
            base(),
            Submission { language: "cpp".into(), ..base() },
            Submission { action: Action::Lint, ..base() },
            Submission { files: vec![file("main.c", "int main;")], ..base() },
            Submission { files: vec![file("a.h", "x"), file("main.c", "int main;")], ..base() },
            Submission { files: vec![file("main.c", "int main;"), file("b.h", "x")], ..base() },
            Submission { files: vec![file("main.c", "int main;"), file("a.h", "y")], ..base() },
            Submission { files: vec![file("main.c", "int main;"), file("a.hx", "")], ..base() },
            Submission { compiler_flags: texts(&["-O2"]), ..base() },
            Submission { compiler_flags: texts(&["-O", "2"]), ..base() },
            Submission { args: texts(&["-O2"]), ..base() },
            Submission { stdin: "-O2".into(), ..base() },
            Submission { env: vec![("A".into(), "B".into())], ..base() },
            Submission { env: vec![("AB".into(), String::new())], ..base() },
            Submission { args: texts(&["A", "B"]), ..base() },
            Submission { cases: vec![case("1", "2")], ..base() },
            Submission { cases: vec![case("12", "")], ..base() },
            Submission { cases: vec![case("1", "2"), case("1", "2")], ..base() },
            Submission { repeat: 2, ..base() },
            limited(|limits| limits.wall_time += Duration::from_nanos(1)),
            limited(|limits| limits.cpu_time += Duration::from_nanos(1)),
            limited(|limits| limits.cpu_millicores += 1),
            limited(|limits| limits.memory_bytes += 1),
            limited(|limits| limits.output_bytes += 1),
            limited(|limits| limits.processes += 1),
            limited(|limits| limits.work_bytes += 1),
            limited(|limits| limits.compile_wall_time += Duration::from_nanos(1)),
            limited(|limits| limits.compile_memory_bytes += 1),
        ];
        let mut keys: Vec<_> = submissions.iter().map(of).collect();
        keys.extend(key(&base(), &Fixed(Some("gcc 13")), &Conditions::default()));
        keys.extend(key(&base(), &TOOLCHAIN, &Conditions(texts(&["rootless"]))));
        let count = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!((keys.len(), count), (30, 30));
    }

    #[test]
    fn what_changes_nothing_in_the_answer_changes_nothing_in_the_key() {
        let same = Submission { priority: 9, caching: Caching::Refresh, ..base() };
        assert_eq!(of(&same), of(&base()));
    }

    #[test]
    fn terminals_and_unknown_toolchains_have_no_key() {
        let typed = Submission { interactive: true, ..base() };
        assert_eq!(key(&typed, &TOOLCHAIN, &Conditions::default()), None);
        assert_eq!(key(&base(), &Fixed(None), &Conditions::default()), None);
    }
}
