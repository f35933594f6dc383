//! The body of `POST /api/v1/executions`.

use crate::{
    fault::{Fault, Outcome},
    json::{List, Object, TextMap},
    submission::{Draft, FieldNames, FileInput, Program, decode},
    wire::cache_switch::CacheSwitch,
};
use runyard_types::{Action, EncodedText, Encoding, LimitsRequest, Submission, TestCase};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What to run. `language` and one of `source` and `files` are required.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "language": "python", "source": "print(6 * 7)" }))]
pub(crate) struct ExecutionRequest {
    /// Id or alias of a language.
    #[schema(example = "python")]
    pub(crate) language: String,
    /// A version this server must have.
    pub(crate) version: Option<String>,
    /// What to do with the program: `run` when absent. `format` prints the first file as the language's formatter writes it, `lint`
    /// looks for mistakes without running it; both have the limits of a compiler.
    pub(crate) action: Option<Action>,
    /// The program, when it is one file.
    #[schema(example = "print('hi')")]
    pub(crate) source: Option<String>,
    /// The program's files; the first is the main one.
    #[schema(value_type = Option<Vec<FileInput>>)]
    files: Option<List<Object<FileInput>>>,
    /// Options for the compiler, after the language's own.
    #[schema(value_type = Option<Vec<String>>)]
    compiler_flags: Option<List<String>>,
    /// What the program reads.
    pub(crate) stdin: Option<String>,
    /// How `stdin` is written.
    pub(crate) stdin_encoding: Option<Encoding>,
    /// Give the program a terminal whose input stays open for the WebSocket.
    pub(crate) interactive: Option<bool>,
    /// Arguments after the program's name.
    #[schema(value_type = Option<Vec<String>>)]
    args: Option<List<String>>,
    /// Environment variables.
    #[schema(value_type = Option<BTreeMap<String, String>>)]
    env: Option<TextMap>,
    /// Limits below the server's ceilings; zero, null and absent mean the default.
    #[schema(value_type = Option<LimitsRequest>)]
    limits: Option<Object<LimitsRequest>>,
    /// Tests: the program is compiled once and run once for each.
    #[schema(value_type = Option<Vec<CaseInput>>)]
    cases: Option<List<Object<CaseInput>>>,
    /// How often a plain run is repeated, each time in a fresh jail, for times that are worth more: 1 (when absent) to 10.
    #[schema(minimum = 1, maximum = 10)]
    pub(crate) repeat: Option<u32>,
    /// 0 (last) to 9 (first); 5 when absent.
    pub(crate) priority: Option<u8>,
    /// `true`: an earlier answer to exactly this request may be given again. `"refresh"`: everything is done anew, and the answer
    /// is kept in place of an earlier one. `false`: nothing kept is used, not even the compiled program, and nothing is kept. When
    /// absent, the server decides. Interactive programs always run.
    pub(crate) cache: Option<CacheSwitch>,
}

/// One test.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseInput {
    /// What the program reads.
    pub(crate) stdin: Option<String>,
    /// How `stdin` is written.
    pub(crate) stdin_encoding: Option<Encoding>,
    /// What it should print; white space at the end of lines does not count.
    pub(crate) expected: String,
    /// How `expected` is written.
    pub(crate) expected_encoding: Option<Encoding>,
}

impl ExecutionRequest {
    pub(crate) fn draft(self) -> Outcome<Draft> {
        let program = match (self.source, self.files) {
            (Some(source), None) => Program::Source(source),
            (None, Some(files)) => Program::Files(files.0.into_iter().map(|file| file.0).collect()),
            (None, None) => {
                return Err(Fault::bad("missing_field", "source", "source or files is required"));
            }
            (Some(_), Some(_)) => {
                return Err(Fault::bad("conflicting_fields", "files", "send source or files, not both"));
            }
        };
        let stdin = decode(self.stdin.unwrap_or_default(), self.stdin_encoding.unwrap_or_default(), "stdin")?;
        let cases = self.cases.unwrap_or_default().0;
        if !stdin.is_empty() && !cases.is_empty() {
            let detail = "every case has its own stdin: send stdin or cases, not both";
            return Err(Fault::bad("conflicting_fields", "stdin", detail));
        }
        let cases = cases.into_iter().enumerate();
        Ok(Draft {
            language: self.language,
            version: self.version,
            action: self.action.unwrap_or_default(),
            program,
            compiler_flags: self.compiler_flags.unwrap_or_default().0,
            stdin,
            interactive: self.interactive.unwrap_or_default(),
            args: self.args.unwrap_or_default().0,
            env: self.env.unwrap_or_default().0,
            limits: self.limits.unwrap_or_default().0,
            wall_time: None,
            cases: cases.map(|(index, case)| case.0.case(index)).collect::<Outcome<_>>()?,
            repeat: self.repeat.unwrap_or(1),
            priority: self.priority.unwrap_or(Submission::DEFAULT_PRIORITY),
            cache: self.cache,
            names: FieldNames::OWN,
        })
    }
}

impl CaseInput {
    fn case(self, index: usize) -> Outcome<TestCase> {
        let stdin = self.stdin.unwrap_or_default();
        let expected_encoding = self.expected_encoding.unwrap_or_default();
        Ok(TestCase {
            stdin: decode(stdin, self.stdin_encoding.unwrap_or_default(), &format!("cases[{index}].stdin"))?,
            expected: decode(self.expected, expected_encoding, &format!("cases[{index}].expected"))?,
        })
    }
}

/// What an execution was asked to run.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExecutionSource {
    /// Id of the language.
    pub(crate) language: String,
    /// What was done with the program.
    pub(crate) action: Action,
    /// The files; the first is the main one.
    pub(crate) files: Vec<FileInput>,
    /// Options for the compiler.
    pub(crate) compiler_flags: Vec<String>,
    /// What the program read.
    pub(crate) stdin: String,
    /// How `stdin` is written.
    pub(crate) stdin_encoding: Encoding,
    /// Arguments.
    pub(crate) args: Vec<String>,
    /// Environment variables.
    pub(crate) env: BTreeMap<String, String>,
    /// Whether it had a terminal.
    pub(crate) interactive: bool,
}

impl ExecutionSource {
    pub(crate) fn of(submission: Submission) -> Self {
        let stdin = EncodedText::from_bytes(&submission.stdin);
        let file = |file: runyard_types::SourceFile| {
            let EncodedText { text, encoding } = EncodedText::from_bytes(&file.content);
            FileInput { path: file.path, content: text, encoding: Some(encoding) }
        };
        Self {
            language: submission.language,
            action: submission.action,
            compiler_flags: submission.compiler_flags,
            files: submission.files.into_iter().map(file).collect(),
            stdin: stdin.text,
            stdin_encoding: stdin.encoding,
            args: submission.args,
            env: submission.env.into_iter().collect(),
            interactive: submission.interactive,
        }
    }
}
