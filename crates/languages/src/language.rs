//! One language.

use crate::{Arranged, DiagnosticFormat, Entry, Factors, Mount, template::Template, version};
use runyard_types::{Limits, SourceFile, Verdict};
use std::collections::BTreeMap;

/// A language as its file describes it.
#[derive(Debug, Clone)]
pub struct Language {
    /// The canonical name, such as `cpp`.
    pub id: String,
    /// The name for people, such as `C++`.
    pub name: String,
    /// Other names callers may use.
    pub aliases: Vec<String>,
    /// Extensions of source files, the usual one first, without the dot.
    pub extensions: Vec<String>,
    /// The name of the main file when a caller sends one source without a name.
    pub source_file: String,
    /// How the toolchain tells its version.
    pub version: VersionCommand,
    /// How programs are compiled, where they are.
    pub compile: Option<Command>,
    /// How programs are run.
    pub run: Command,
    pub(crate) entry: Entry,
    pub(crate) built_extensions: BTreeMap<String, String>,
    pub(crate) factors: Factors,
    pub(crate) mounts: Vec<Mount>,
    pub(crate) support: Vec<SourceFile>,
    pub(crate) hello: Program,
    pub(crate) failing: Failing,
    pub(crate) examples: Vec<Example>,
    pub(crate) definition: String,
}

/// A command line of a language file.
#[derive(Debug, Clone)]
pub struct Command {
    pub(crate) argv: Vec<Template>,
    pub(crate) env: Vec<(String, Template)>,
    /// Variables that make output come line by line: for runs that somebody watches.
    pub(crate) live_env: Vec<(String, Template)>,
    /// System headers that are precompiled, the one to prefer first.
    pub(crate) precompiled: Vec<String>,
    /// The shape of the messages it writes.
    pub diagnostics: Option<DiagnosticFormat>,
}

/// How the toolchain tells its version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionCommand {
    /// The command line.
    pub argv: Vec<String>,
    /// The version is what follows this text.
    pub after: String,
}

impl VersionCommand {
    /// Reads the version from the command's output.
    #[must_use]
    pub fn read(&self, output: &str) -> Option<String> {
        version::read(output, &self.after)
    }
}

/// A program and what it prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The program.
    pub source: String,
    /// What it prints, exactly.
    pub expected_stdout: String,
}

/// A program that fails, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failing {
    /// The program.
    pub source: String,
    /// How it ends.
    pub verdict: Verdict,
    /// The line its first diagnostic names.
    pub line: Option<u32>,
}

/// A program worth reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// What it shows.
    pub title: String,
    /// The program.
    pub source: String,
    /// What it reads.
    pub stdin: String,
}

impl Language {
    /// The default limits of this language where the server's are `base`.
    #[must_use]
    pub fn default_limits(&self, base: &Limits) -> Limits {
        self.factors.apply(base)
    }

    /// Whether programs are compiled before they run.
    #[must_use]
    pub fn is_compiled(&self) -> bool {
        self.compile.is_some()
    }

    /// The usual extension of a source file, without the dot.
    #[must_use]
    pub fn extension(&self) -> &str {
        self.extensions.first().map(String::as_str).unwrap_or_default()
    }

    /// The files as the jail must get them: the language's support files added, the main file renamed where the compiler insists.
    #[must_use]
    pub fn arrange(&self, files: &[SourceFile]) -> Arranged {
        let mut arranged = self.entry.arrange(files);
        arranged.files.extend(self.support.iter().cloned());
        arranged
    }

    /// The smallest complete program.
    #[must_use]
    pub fn hello(&self) -> &Program {
        &self.hello
    }

    /// A program that must fail.
    #[must_use]
    pub fn failing(&self) -> &Failing {
        &self.failing
    }

    /// Programs worth reading.
    #[must_use]
    pub fn examples(&self) -> &[Example] {
        &self.examples
    }

    /// Toolchain folders from outside `/usr`.
    #[must_use]
    pub fn mounts(&self) -> &[Mount] {
        &self.mounts
    }

    /// The text of its file, for digests.
    #[must_use]
    pub fn definition(&self) -> &str {
        &self.definition
    }

    /// Absolute paths inside the jail of the programs it starts, without repetition.
    #[must_use]
    pub fn programs(&self) -> Vec<String> {
        let compile = self.compile.iter().filter_map(|command| command.argv.first());
        let mut programs: Vec<String> = compile
            .chain(self.run.argv.first())
            .filter_map(|template| match template.0.as_slice() {
                [crate::template::Piece::Text(path)] => Some(path.clone()),
                _ => None,
            })
            .chain(self.version.argv.first().cloned())
            .collect();
        programs.sort();
        programs.dedup();
        programs
    }
}
