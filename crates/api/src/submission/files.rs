//! The files of a program.

use crate::{
    fault::{Fault, Outcome},
    submission::{FieldNames, path},
};
use bytes::Bytes;
use runyard_config::SubmissionLimits;
use runyard_types::{EncodedText, Encoding, SourceFile};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;

/// One file as it is sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FileInput {
    /// Relative path with `/` between names.
    #[schema(example = "main.py")]
    pub(crate) path: String,
    /// Its content.
    pub(crate) content: String,
    /// How `content` is written; utf-8 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) encoding: Option<Encoding>,
}

/// A program as it is sent: one text, or files.
#[derive(Debug, Clone)]
pub(crate) enum Program {
    Source(String),
    Files(Vec<FileInput>),
}

/// The files with checked paths and sizes. A single source becomes the language's main file.
pub(crate) fn resolve(
    program: Program,
    main_file: &str,
    limits: &SubmissionLimits,
    names: &FieldNames,
) -> Outcome<Vec<SourceFile>> {
    let (files, field) = match program {
        Program::Source(source) => {
            (vec![SourceFile { path: main_file.to_owned(), content: Bytes::from(source) }], names.source)
        }
        Program::Files(files) => (check(files, limits)?, "files"),
    };
    let total: usize = files.iter().map(|file| file.content.len()).sum();
    if total > limits.max_source_bytes {
        let detail =
            format!("the source code is {total} bytes, more than {} over all files", limits.max_source_bytes);
        return Err(Fault::bad("source_too_large", field, detail));
    }
    Ok(files)
}

fn check(inputs: Vec<FileInput>, limits: &SubmissionLimits) -> Outcome<Vec<SourceFile>> {
    if inputs.is_empty() {
        return Err(Fault::bad(
            "missing_field",
            "files",
            "files must hold at least one file; the first is the main one",
        ));
    }
    if inputs.len() > limits.max_files {
        let detail = format!("files holds {} files, more than {}", inputs.len(), limits.max_files);
        return Err(Fault::bad("too_many_files", "files", detail));
    }
    for (index, input) in inputs.iter().enumerate() {
        if let Some(problem) = path::fault(&input.path) {
            let field = format!("files[{index}].path");
            return Err(Fault::bad("invalid_path", field.clone(), format!("{field} {problem}")));
        }
    }
    distinct(&inputs)?;
    let file = |(index, input): (usize, FileInput)| {
        let content =
            decode(input.content, input.encoding.unwrap_or_default(), &format!("files[{index}].content"))?;
        Ok(SourceFile { path: input.path, content })
    };
    inputs.into_iter().enumerate().map(file).collect()
}

/// No path twice, and none that is a folder of another.
fn distinct(inputs: &[FileInput]) -> Outcome<()> {
    let mut paths = HashSet::new();
    for (index, input) in inputs.iter().enumerate() {
        if !paths.insert(input.path.as_str()) {
            let field = format!("files[{index}].path");
            return Err(Fault::bad(
                "duplicate_path",
                field.clone(),
                format!("{field} is the path of an earlier file too"),
            ));
        }
    }
    for (index, input) in inputs.iter().enumerate() {
        let mut folders = input.path.match_indices('/').map(|(end, _)| &input.path[..end]);
        if folders.any(|folder| paths.contains(folder)) {
            let field = format!("files[{index}].path");
            return Err(Fault::bad(
                "duplicate_path",
                field.clone(),
                format!("{field} lies below another file"),
            ));
        }
    }
    Ok(())
}

/// The bytes of a text in its encoding.
pub(crate) fn decode(text: String, encoding: Encoding, field: &str) -> Outcome<Bytes> {
    if encoding == Encoding::Utf8 {
        return Ok(Bytes::from(text));
    }
    let bytes = EncodedText::decode(&text, encoding);
    bytes
        .map(Bytes::from)
        .ok_or_else(|| Fault::bad("invalid_base64", field, format!("{field} is not valid base64")))
}
