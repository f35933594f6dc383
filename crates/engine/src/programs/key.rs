//! What a compiled program depends on.

use runyard_cache::{Key, KeyWriter};
use runyard_languages::Arranged;
use runyard_sandbox::protocol::{StageLimits, StageRequest};
use runyard_types::{SourceFile, Submission};

/// Of the parts of the key and of what is kept under it.
const FORMAT: u64 = 1;

/// The key of what this compile stage will make. `output_bytes` bounds what is kept of the compiler's messages.
pub(super) fn key(
    submission: &Submission,
    arranged: &Arranged,
    request: &StageRequest,
    toolchain: &str,
) -> Key {
    // All fields are named, so that a new one has to be thought about here.
    let StageRequest { compile: _, argv, env, work: _, keep_work: _, terminal: _, limits, warm: _ } = request;
    let writer = KeyWriter::new("program", FORMAT)
        .text(&submission.language)
        .text(toolchain)
        .texts(argv)
        .list(env, |writer, (name, value)| writer.text(name).text(value));
    // The caller's names beside those in the jail: messages tell the former.
    let writer = files(files(writer, &arranged.files), &submission.files);
    // Part of the command line already; said again, so that no way of building one can make two sets alike.
    let writer = writer.texts(&submission.compiler_flags).number(submission.limits.output_bytes);
    with_limits(writer, limits).finish()
}

fn files(writer: KeyWriter, files: &[SourceFile]) -> KeyWriter {
    writer.list(files, |writer, file| writer.text(&file.path).bytes(&file.content))
}

fn with_limits(writer: KeyWriter, limits: &StageLimits) -> KeyWriter {
    let StageLimits { wall_time_us, cpu_time_us, cpu_millicores, memory_bytes, processes, work_bytes } =
        *limits;
    writer
        .number(wall_time_us)
        .number(cpu_time_us)
        .number(cpu_millicores.into())
        .number(memory_bytes)
        .number(processes.into())
        .number(work_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use runyard_sandbox::protocol::WorkTree;
    use runyard_types::Limits;

    fn file(path: &str, content: &str) -> SourceFile {
        SourceFile { path: path.to_owned(), content: content.to_owned().into() }
    }

    #[derive(Clone)]
    struct Inputs {
        submission: Submission,
        arranged: Arranged,
        request: StageRequest,
        toolchain: &'static str,
    }

    fn inputs() -> Inputs {
        let files = vec![file("main.c", "int main;"), file("a.h", "x")];
        let limits = StageLimits {
            wall_time_us: 1,
            cpu_time_us: 1,
            cpu_millicores: 1,
            memory_bytes: 1,
            processes: 1,
            work_bytes: 1,
        };
        Inputs {
            arranged: Arranged { files: files.clone(), renamed: None },
            submission: Submission::new("c", files, Limits::default()),
            request: StageRequest {
                compile: true,
                argv: vec!["/usr/bin/gcc".to_owned(), "main.c".to_owned()],
                env: vec![("A".to_owned(), "b".to_owned())],
                work: WorkTree::Fresh,
                keep_work: true,
                terminal: false,
                warm: Vec::new(),
                limits,
            },
            toolchain: "gcc 12",
        }
    }

    /// Every input by itself makes another program, and nothing can be moved from one into another.
    #[test]
    fn whatever_can_change_the_program_changes_the_key() {
        let changes: [fn(&mut Inputs); 22] = [
            |_| {},
            |i| i.submission.language = "cpp".into(),
            |i| i.toolchain = "gcc 13",
            |i| i.request.argv.push("-O2".into()),
            |i| i.request.argv = vec!["/usr/bin/gcc main.c".into()],
            |i| i.request.env.push(("C".into(), String::new())),
            |i| i.request.env = vec![("Ab".into(), String::new())],
            |i| i.arranged.files[0].path = "other.c".into(),
            |i| i.arranged.files[0].content = "int main(void);".into(),
            |i| i.arranged.files[1].path = "b.h".into(),
            |i| i.arranged.files[1].content = "y".into(),
            |i| i.arranged.files.swap(0, 1),
            |i| i.arranged.files.push(file("b.h", "")),
            |i| i.submission.files[0].path = "other.c".into(),
            |i| i.submission.compiler_flags = vec!["-O2".into()],
            |i| i.submission.limits.output_bytes = 1,
            |i| i.request.limits.wall_time_us = 2,
            |i| i.request.limits.cpu_time_us = 2,
            |i| i.request.limits.cpu_millicores = 2,
            |i| i.request.limits.memory_bytes = 2,
            |i| i.request.limits.processes = 2,
            |i| i.request.limits.work_bytes = 2,
        ];
        let mut keys: Vec<_> = changes
            .iter()
            .map(|change| {
                let mut inputs = inputs();
                change(&mut inputs);
                key(&inputs.submission, &inputs.arranged, &inputs.request, inputs.toolchain)
            })
            .collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), changes.len());
    }

    #[test]
    fn what_only_the_run_depends_on_does_not_change_the_key() {
        let Inputs { submission, arranged, request, toolchain } = inputs();
        let mut other = submission.clone();
        other.stdin = "x".into();
        other.args = vec!["x".into()];
        other.env = vec![("A".into(), "c".into())];
        other.limits.memory_bytes += 1;
        assert_eq!(
            key(&submission, &arranged, &request, toolchain),
            key(&other, &arranged, &request, toolchain)
        );
    }
}
