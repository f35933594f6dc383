//! Live events of one execution, and what a watching client may say back.
//!
//! Events of one attempt carry sequence numbers 1, 2, 3, ... A new attempt starts again at 1 and its first event is
//! [`EventBody::Restart`]: what earlier attempts printed is void.

use crate::{EncodedText, Encoding, ExecutionId, LimitHit, Signal, Status, Verdict};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use utoipa::ToSchema;

/// Which part of an execution is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The compiler runs.
    Compile,
    /// The program runs.
    Run,
}

/// Which output stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

/// Names one event: `attempt.seq`, the id an SSE client resumes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId {
    /// Counted from 1.
    pub attempt: u32,
    /// Counted from 1 within the attempt.
    pub seq: u64,
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.attempt, self.seq)
    }
}

impl FromStr for EventId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (attempt, seq) = text.split_once('.').ok_or(())?;
        Ok(Self { attempt: attempt.parse().map_err(|_| ())?, seq: seq.parse().map_err(|_| ())? })
    }
}

/// One event as it goes out by SSE and WebSocket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Event {
    /// The execution it belongs to.
    #[schema(value_type = String)]
    pub execution_id: ExecutionId,
    /// Which attempt, counted from 1; 0 while none has begun.
    pub attempt: u32,
    /// Sequence number within the attempt, counted from 1.
    pub seq: u64,
    /// What happened.
    #[serde(flatten)]
    pub body: EventBody,
}

impl Event {
    /// The id to resume after this event.
    #[must_use]
    pub fn id(&self) -> EventId {
        EventId { attempt: self.attempt, seq: self.seq }
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum EventBody {
    /// The status changed to one that is not terminal.
    Status {
        /// The new status.
        status: Status,
    },
    /// A stage began.
    Stage {
        /// Which one.
        stage: Stage,
    },
    /// The program or compiler wrote something.
    Output {
        /// During which stage.
        stage: Stage,
        /// To which stream.
        stream: Stream,
        /// The bytes. A UTF-8 character is never split between two events.
        data: String,
        /// How `data` is written.
        #[serde(default, skip_serializing_if = "is_utf8")]
        encoding: Encoding,
    },
    /// The stream reached its limit: what follows is discarded.
    Truncated {
        /// During which stage.
        stage: Stage,
        /// Which stream.
        stream: Stream,
        /// How many bytes were kept.
        limit_bytes: u64,
    },
    /// All output kept so far, for a client that missed events. It replaces what the client has.
    Snapshot {
        /// The status now.
        status: Status,
        /// The stage under way or last seen.
        #[serde(skip_serializing_if = "Option::is_none")]
        stage: Option<Stage>,
        /// The compiler's kept output, stdout before stderr.
        compile_output: String,
        /// How `compile_output` is written.
        compile_output_encoding: Encoding,
        /// Kept standard output of the run.
        stdout: String,
        /// How `stdout` is written.
        stdout_encoding: Encoding,
        /// Kept standard error of the run.
        stderr: String,
        /// How `stderr` is written.
        stderr_encoding: Encoding,
        /// Whether stdout is at its limit.
        stdout_truncated: bool,
        /// Whether stderr is at its limit.
        stderr_truncated: bool,
    },
    /// A new attempt began: earlier output is void.
    Restart {
        /// Why the earlier attempt does not count.
        reason: String,
    },
    /// One test case ended.
    Case {
        /// Position in the submission, counted from 0.
        index: u32,
        /// How many there are.
        total: u32,
        /// How it ended.
        verdict: Verdict,
        /// Elapsed time in milliseconds.
        wall_time_ms: f64,
        /// Peak memory in bytes.
        memory_bytes: u64,
    },
    /// The execution ended; nothing follows.
    End {
        /// Terminal status.
        status: Status,
        /// The verdict.
        verdict: Verdict,
        /// The limit that was hit.
        #[serde(skip_serializing_if = "Option::is_none")]
        limit_hit: Option<LimitHit>,
        /// The ending in plain words.
        #[serde(skip_serializing_if = "Option::is_none")]
        message: Option<String>,
        /// Exit code of the program.
        #[serde(skip_serializing_if = "Option::is_none")]
        exit_code: Option<i32>,
        /// Signal that ended the program.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>)]
        signal: Option<Signal>,
        /// Elapsed time in milliseconds.
        #[serde(skip_serializing_if = "Option::is_none")]
        wall_time_ms: Option<f64>,
        /// CPU time in milliseconds.
        #[serde(skip_serializing_if = "Option::is_none")]
        cpu_time_ms: Option<f64>,
        /// Peak memory in bytes.
        #[serde(skip_serializing_if = "Option::is_none")]
        memory_bytes: Option<u64>,
    },
}

impl EventBody {
    /// An output event; the encoding follows from the bytes.
    #[must_use]
    pub fn output(stage: Stage, stream: Stream, bytes: &[u8]) -> Self {
        let EncodedText { text, encoding } = EncodedText::from_bytes(bytes);
        Self::Output { stage, stream, data: text, encoding }
    }
}

fn is_utf8(encoding: &Encoding) -> bool {
    *encoding == Encoding::Utf8
}

/// What a client may say on the WebSocket of its execution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ClientMessage {
    /// Bytes for the program's standard input.
    Stdin {
        /// The bytes.
        data: String,
        /// How `data` is written.
        #[serde(default)]
        encoding: Encoding,
    },
    /// No more input.
    Eof,
    /// Send a signal to the program.
    Signal {
        /// Which one, by name.
        #[schema(value_type = String)]
        signal: Signal,
    },
    /// The terminal has a new size.
    Resize {
        /// Columns.
        columns: u16,
        /// Rows.
        rows: u16,
    },
    /// Cancel the execution.
    Stop,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_has_one_flat_form() {
        let event = Event {
            execution_id: "00000000-0000-4000-8000-000000000001".parse().unwrap(),
            attempt: 1,
            seq: 3,
            body: EventBody::output(Stage::Run, Stream::Stdout, b"hi\n"),
        };
        assert_eq!(
            serde_json::to_string(&event).unwrap(),
            r#"{"execution_id":"00000000-0000-4000-8000-000000000001","attempt":1,"seq":3,"type":"output","stage":"run","stream":"stdout","data":"hi\n"}"#
        );
    }

    #[test]
    fn bytes_that_are_not_text_travel_as_base64() {
        let EventBody::Output { data, encoding, .. } =
            EventBody::output(Stage::Run, Stream::Stderr, &[0xff, 0])
        else {
            unreachable!()
        };
        assert_eq!((data.as_str(), encoding), ("/wA=", Encoding::Base64));
    }

    #[test]
    fn event_ids_read_back() {
        let id = EventId { attempt: 2, seq: 77 };
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!("2".parse::<EventId>().is_err());
        assert!("-1.2".parse::<EventId>().is_err());
    }
}
