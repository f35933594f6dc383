//! Messages of compilers and stack traces, tied to places in the source.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How serious a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Stops the program.
    Error,
    /// Does not stop it.
    Warning,
    /// Explains another one.
    Note,
}

/// One message about one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Diagnostic {
    /// Path of the file within the submission.
    pub file: String,
    /// Line, counted from 1.
    pub line: u32,
    /// Column, counted from 1, where the tool tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// How serious it is.
    pub severity: Severity,
    /// What the tool said.
    pub message: String,
    /// What usually helps, in plain words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}
