//! The language file as it is written.

use crate::{DiagnosticFormat, Entry, Factors, Mount, WarmWay};
use runyard_types::Verdict;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Definition {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    pub(crate) extensions: Vec<String>,
    pub(crate) source_file: String,
    /// The main file is a program by itself.
    #[serde(default)]
    pub(crate) executable: bool,
    #[serde(default)]
    pub(crate) entry: Entry,
    #[serde(default)]
    pub(crate) built_extensions: BTreeMap<String, String>,
    pub(crate) version: VersionDefinition,
    pub(crate) compile: Option<CommandDefinition>,
    pub(crate) run: CommandDefinition,
    pub(crate) format: Option<CommandDefinition>,
    pub(crate) lint: Option<CommandDefinition>,
    pub(crate) warm: Option<WarmDefinition>,
    pub(crate) resident: Option<ResidentDefinition>,
    #[serde(default)]
    pub(crate) factors: Factors,
    #[serde(default)]
    pub(crate) mount: Vec<Mount>,
    #[serde(default)]
    pub(crate) support: Vec<SupportDefinition>,
    pub(crate) hello: HelloDefinition,
    pub(crate) failing: FailingDefinition,
    #[serde(default)]
    pub(crate) example: Vec<ExampleDefinition>,
}

/// `[version]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VersionDefinition {
    pub(crate) argv: Vec<String>,
    #[serde(default)]
    pub(crate) after: String,
}

/// `[compile]`, `[run]`, `[format]` and `[lint]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CommandDefinition {
    pub(crate) argv: Vec<String>,
    #[serde(default)]
    pub(crate) env: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) live_env: BTreeMap<String, String>,
    pub(crate) diagnostics: Option<DiagnosticFormat>,
    /// System headers the toolchain has precompiled, the largest first.
    #[serde(default)]
    pub(crate) precompiled: Vec<String>,
    /// The folder in the jail where they lie.
    #[serde(default)]
    pub(crate) precompiled_folder: String,
}

/// `[warm]`: the interpreter can be kept ready.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WarmDefinition {
    pub(crate) way: WarmWay,
    #[serde(default)]
    pub(crate) start_variables: Vec<String>,
    #[serde(default)]
    pub(crate) folders: Vec<String>,
    #[serde(default)]
    pub(crate) not_beginning_with: Vec<String>,
    #[serde(default)]
    pub(crate) not_beside: Vec<String>,
    #[serde(default, rename = "module")]
    pub(crate) modules: Vec<ModuleDefinition>,
}

/// `[[warm.module]]`: a package of which programs that import it find an interpreter that has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ModuleDefinition {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) start_variables: Vec<String>,
}

/// `[resident]`: the compiler can stay and compile one program after another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResidentDefinition {
    pub(crate) argv: Vec<String>,
    pub(crate) file: String,
    pub(crate) source: String,
}

/// `[[support]]`: a file the toolchain needs beside the program's own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SupportDefinition {
    pub(crate) path: String,
    pub(crate) content: String,
}

/// `[hello]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HelloDefinition {
    pub(crate) source: String,
    pub(crate) expected_stdout: String,
}

/// `[failing]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FailingDefinition {
    pub(crate) source: String,
    pub(crate) verdict: Verdict,
    pub(crate) line: Option<u32>,
}

/// `[[example]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExampleDefinition {
    pub(crate) title: String,
    pub(crate) source: String,
    #[serde(default)]
    pub(crate) stdin: String,
}
