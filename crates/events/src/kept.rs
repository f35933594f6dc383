//! All output of an attempt that is kept, for snapshots.

use runyard_types::{EncodedText, EventBody, Stage, Status, Stream};

/// What was kept of one stream.
#[derive(Debug, Default)]
struct Part {
    bytes: Vec<u8>,
    truncated: bool,
}

/// Output of one attempt, each part up to the limit.
#[derive(Debug)]
pub(crate) struct Kept {
    limit: usize,
    compile: Part,
    stdout: Part,
    stderr: Part,
}

impl Kept {
    /// Keeps at most `limit` bytes of each stream.
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit, compile: Part::default(), stdout: Part::default(), stderr: Part::default() }
    }

    fn part(&mut self, stage: Stage, stream: Stream) -> (&mut Part, usize) {
        match (stage, stream) {
            // Both streams of the compiler share one part.
            (Stage::Compile, _) => (&mut self.compile, self.limit.saturating_mul(2)),
            (Stage::Run, Stream::Stdout) => (&mut self.stdout, self.limit),
            (Stage::Run, Stream::Stderr) => (&mut self.stderr, self.limit),
        }
    }

    /// Adds output; what is beyond the limit is dropped and marked.
    pub(crate) fn add(&mut self, stage: Stage, stream: Stream, bytes: &[u8]) {
        let (part, limit) = self.part(stage, stream);
        let room = limit.saturating_sub(part.bytes.len());
        if bytes.len() > room {
            part.truncated = true;
        }
        part.bytes.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    /// Marks a stream as at its limit.
    pub(crate) fn truncate(&mut self, stage: Stage, stream: Stream) {
        self.part(stage, stream).0.truncated = true;
    }

    /// Everything as one event.
    pub(crate) fn snapshot(&self, status: Status, stage: Option<Stage>) -> EventBody {
        let compile = EncodedText::from_bytes(&self.compile.bytes);
        let stdout = EncodedText::from_bytes(&self.stdout.bytes);
        let stderr = EncodedText::from_bytes(&self.stderr.bytes);
        EventBody::Snapshot {
            status,
            stage,
            compile_output: compile.text,
            compile_output_encoding: compile.encoding,
            stdout: stdout.text,
            stdout_encoding: stdout.encoding,
            stderr: stderr.text,
            stderr_encoding: stderr.encoding,
            stdout_truncated: self.stdout.truncated,
            stderr_truncated: self.stderr.truncated,
        }
    }
}
