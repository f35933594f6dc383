//! One language.

use crate::{
    Arranged, DiagnosticFormat, Entry, Factors, Mount, imports,
    template::{Piece, Template},
    version,
};
use runyard_types::{Action, Limits, SourceFile, Verdict};
use serde::Deserialize;
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
    /// A filter that writes a source file as it should look.
    pub(crate) format: Option<Command>,
    /// How programs are searched for mistakes without running them.
    pub(crate) lint: Option<Command>,
    /// How its interpreter can be kept started, where it can.
    pub warm: Option<Warm>,
    /// How its compiler can stay, where it can.
    pub(crate) resident: Option<Resident>,
    /// The main file is no source but a program by itself, which is executed.
    pub executable: bool,
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
    /// The folder in the jail where they lie.
    pub(crate) precompiled_folder: String,
    /// The shape of the messages it writes.
    pub diagnostics: Option<DiagnosticFormat>,
}

impl Command {
    /// Whether programs start in another way when somebody watches.
    #[must_use]
    pub fn has_live_env(&self) -> bool {
        !self.live_env.is_empty()
    }

    /// The program it starts, when its path does not depend on the submission.
    fn program(&self) -> Option<String> {
        match self.argv.first()?.0.as_slice() {
            [Piece::Text(path)] => Some(path.clone()),
            _ => None,
        }
    }
}

/// How the names end of files that Python imports.
const MODULES: [&str; 4] = [".py", ".pyc", ".so", ".pth"];

/// How an interpreter can start before its program comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WarmWay {
    /// Once for many programs, each of which begins in a fork of it.
    Forked,
    /// Once for each program, which must not bring arguments or variables then.
    Started,
}

/// An interpreter that can be kept ready, so that its programs need not wait until it has started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warm {
    /// How.
    pub way: WarmWay,
    /// How the names begin of the variables that it reads when it starts. A program that sets one needs an interpreter of its own.
    pub start_variables: Vec<String>,
    /// Folders of the work folder that every program of the language has, at which the interpreter looks before it looks for the
    /// program.
    pub folders: Vec<String>,
    /// How programs begin that need an interpreter of their own: it would have looked at that before. Where there are such, programs that are
    /// empty do, too.
    pub not_beginning_with: Vec<String>,
    /// How the names of files end beside which a program needs an interpreter of its own: it would have looked for them before.
    pub not_beside: Vec<String>,
    /// Packages that an interpreter can have imported before its program comes.
    pub modules: Vec<Module>,
}

/// A package that takes long to import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// As programs import it.
    pub name: String,
    /// How the names begin of the variables that it reads when it is imported.
    pub start_variables: Vec<String>,
}

/// A compiler that compiles one program after another.
#[derive(Debug, Clone)]
pub struct Resident {
    pub(crate) argv: Vec<Template>,
    /// What makes one of it; lies in its work folder when it starts.
    pub file: SourceFile,
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

    /// Whether callers may give the compiler options of their own.
    #[must_use]
    pub fn accepts_compiler_flags(&self) -> bool {
        self.compile.as_ref().is_some_and(|compile| compile.argv.iter().any(|word| word.uses(&Piece::Flags)))
    }

    /// The formatter or linter, where the language's file names one; whether it is installed is another question.
    #[must_use]
    pub fn tool(&self, action: Action) -> Option<&Command> {
        match action {
            Action::Run => None,
            Action::Format => self.format.as_ref(),
            Action::Lint => self.lint.as_ref(),
        }
    }

    /// The compiler that can stay, where there is one.
    #[must_use]
    pub fn resident(&self) -> Option<&Resident> {
        self.resident.as_ref()
    }

    /// Whether a compiler that stays may be asked with these (arranged) files and flags. With nothing but sources it finds no code that it
    /// would execute (an annotation processor is a class, found by a list of services), and nothing leads it to files elsewhere.
    #[must_use]
    pub fn is_for_resident(&self, files: &[SourceFile], flags: &[String]) -> bool {
        let is_source = |file: &SourceFile| {
            let extension = file.path.rsplit_once('.').map(|(_, extension)| extension);
            extension.is_some_and(|extension| self.extensions.iter().any(|known| known == extension))
        };
        self.resident.is_some() && flags.is_empty() && files.iter().all(is_source)
    }

    /// The packages that the main file imports, of those that an interpreter can have imported before; none where there are other
    /// modules, which could stand before those that a package imports.
    #[must_use]
    pub fn imported(&self, files: &[SourceFile]) -> Vec<&Module> {
        let Some(warm) = self.warm.as_ref().filter(|warm| !warm.modules.is_empty()) else {
            return Vec::new();
        };
        let is_module = |file: &SourceFile| MODULES.iter().any(|end| file.path.ends_with(end));
        match files {
            [main, others @ ..] if !others.iter().any(is_module) => {
                let text = String::from_utf8_lossy(&main.content);
                let imported = imports::packages(&text);
                warm.modules.iter().filter(|module| imported.contains(&module.name.as_str())).collect()
            }
            _ => Vec::new(),
        }
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

    /// Absolute paths inside the jail of the programs it starts, without repetition. Formatters and linters are no part of it: a
    /// language works without them.
    #[must_use]
    pub fn programs(&self) -> Vec<String> {
        let commands = self.compile.iter().chain([&self.run]);
        let mut programs: Vec<String> =
            commands.filter_map(Command::program).chain(self.version.argv.first().cloned()).collect();
        programs.sort();
        programs.dedup();
        programs
    }

    /// Absolute paths inside the jail of its formatter and its linter.
    #[must_use]
    pub fn tool_programs(&self) -> Vec<String> {
        self.format.iter().chain(&self.lint).filter_map(Command::program).collect()
    }
}
