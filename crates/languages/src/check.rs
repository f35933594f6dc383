//! From a language file to a [`Language`], with every mistake named.

use crate::{
    Command, Entry, Example, Failing, Language, Mistake, Module, Program, Resident, VersionCommand, Warm,
    WarmWay,
    definition::{CommandDefinition, Definition, ResidentDefinition},
    mount::TARGET_PARENT,
    template::{Piece, Template},
};
use runyard_types::SourceFile;
use std::collections::BTreeMap;

/// The package that can be imported ahead: what it draws at random when it is imported is drawn again for each program.
const MODULE: &str = "numpy";

/// Support files live here, out of the program's way.
const SUPPORT_FOLDER: &str = ".runyard/";

/// Reads one file. What is wrong with it goes to `mistakes`.
pub(crate) fn language(file: &str, text: &str, mistakes: &mut Vec<Mistake>) -> Option<Language> {
    let definition: Definition = match toml::from_str(text) {
        Ok(definition) => definition,
        Err(error) => {
            mistakes.push(syntax_mistake(file, text, &error));
            return None;
        }
    };
    let before = mistakes.len();
    let mut checker = Checker { file, mistakes };
    let language = checker.language(definition, text);
    (mistakes.len() == before).then_some(language)
}

fn syntax_mistake(file: &str, text: &str, error: &toml::de::Error) -> Mistake {
    let line = error.span().map(|span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
    let problem = match line {
        Some(line) => format!("line {line}: {}", error.message()),
        None => error.message().to_owned(),
    };
    Mistake { file: file.to_owned(), key: String::new(), problem }
}

struct Checker<'a> {
    file: &'a str,
    mistakes: &'a mut Vec<Mistake>,
}

impl Checker<'_> {
    fn language(&mut self, definition: Definition, text: &str) -> Language {
        self.names(&definition);
        self.mounts(&definition);
        self.programs(&definition);
        for (name, factor) in definition.factors.named() {
            self.require(
                &format!("factors.{name}"),
                (0.1..=100.0).contains(&factor),
                "must lie between 0.1 and 100",
            );
        }
        self.require(
            "version.argv",
            definition.version.argv.first().is_some_and(|program| program.starts_with('/')),
            "must begin with an absolute path",
        );
        let compile = definition.compile.map(|command| self.command("compile", command));
        let run = self.command("run", definition.run);
        let format = definition.format.map(|command| self.command("format", command));
        let lint = definition.lint.map(|command| self.command("lint", command));
        for (key, command) in [("run.argv", Some(&run)), ("format.argv", format.as_ref())] {
            let takes =
                command.is_some_and(|command| command.argv.iter().any(|word| word.uses(&Piece::Flags)));
            self.require(key, !takes, "must not hold {flags}: they are for the compiler");
        }
        let uses_class =
            compile.iter().chain([&run]).any(|command| command.argv.iter().any(|t| t.uses(&Piece::Class)));
        self.require(
            "entry",
            !uses_class || definition.entry == Entry::JavaClass,
            "{class} is used, but no rule says which class that is",
        );
        let support = definition
            .support
            .into_iter()
            .map(|support| SourceFile { path: support.path, content: support.content.into() })
            .collect();
        let example = |example: crate::definition::ExampleDefinition| Example {
            title: example.title,
            source: example.source,
            stdin: example.stdin,
        };
        let warm = definition.warm.map(|warm| Warm {
            way: warm.way,
            start_variables: warm.start_variables,
            folders: warm.folders,
            not_beginning_with: warm.not_beginning_with,
            not_beside: warm.not_beside,
            modules: warm
                .modules
                .into_iter()
                .map(|module| Module { name: module.name, start_variables: module.start_variables })
                .collect(),
        });
        if let Some(warm) = &warm {
            let forks = warm.way == WarmWay::Forked;
            self.require(
                "warm.way",
                !forks || compile.is_none(),
                "cannot be forked: the language is compiled",
            );
            self.require(
                "warm.module",
                forks || warm.modules.is_empty(),
                "is for interpreters that are forked",
            );
            let known = warm.modules.len() <= 1 && warm.modules.iter().all(|module| module.name == MODULE);
            self.require(
                "warm.module.name",
                known,
                "must be numpy: what others draw at random is not drawn again",
            );
            self.require(
                "warm.folders",
                !forks || warm.folders.is_empty(),
                "is for interpreters that are started",
            );
            self.require(
                "warm.not_beginning_with",
                !forks || warm.not_beginning_with.is_empty(),
                "is for interpreters that are started",
            );
            self.require(
                "warm.not_beside",
                !forks || warm.not_beside.is_empty(),
                "is for interpreters that are started",
            );
            let is_name = |name: &String| !(name.contains('/') || ["", ".", ".."].contains(&name.as_str()));
            self.require("warm.folders", warm.folders.iter().all(is_name), "must be names without folders");
        }
        self.require(
            "resident",
            definition.resident.is_none() || compile.is_some(),
            "is for languages that are compiled",
        );
        let resident = definition.resident.map(|resident| self.resident(resident));
        Language {
            id: definition.id,
            name: definition.name,
            aliases: definition.aliases,
            extensions: definition.extensions,
            source_file: definition.source_file,
            executable: definition.executable,
            version: VersionCommand { argv: definition.version.argv, after: definition.version.after },
            compile,
            run,
            format,
            lint,
            warm,
            resident,
            entry: definition.entry,
            built_extensions: definition.built_extensions,
            factors: definition.factors,
            mounts: definition.mount,
            support,
            hello: Program {
                source: definition.hello.source,
                expected_stdout: definition.hello.expected_stdout,
            },
            failing: Failing {
                source: definition.failing.source,
                verdict: definition.failing.verdict,
                line: definition.failing.line,
            },
            examples: definition.example.into_iter().map(example).collect(),
            definition: text.to_owned(),
        }
    }

    fn names(&mut self, definition: &Definition) {
        let id = |text: &str| {
            !text.is_empty()
                && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "+#.-_".contains(c))
        };
        self.require("id", id(&definition.id), "must be lowercase letters, digits and +#.-_");
        self.require("name", !definition.name.trim().is_empty(), "must not be empty");
        for alias in &definition.aliases {
            self.require("aliases", id(alias), "must be lowercase letters, digits and +#.-_");
        }
        self.require("extensions", !definition.extensions.is_empty(), "must name at least one");
        for extension in &definition.extensions {
            let plain = !extension.is_empty() && extension.chars().all(|c| c.is_ascii_alphanumeric());
            self.require("extensions", plain, "must be letters and digits, without the dot");
        }
        let source = &definition.source_file;
        self.require(
            "source_file",
            !source.is_empty() && !source.contains('/'),
            "must be a name without a folder",
        );
        for support in &definition.support {
            let inside = support.path.starts_with(SUPPORT_FOLDER) && !support.path.contains("..");
            self.require("support.path", inside, "must lie in .runyard/");
        }
    }

    fn mounts(&mut self, definition: &Definition) {
        for mount in &definition.mount {
            let name = mount.target.strip_prefix(TARGET_PARENT).unwrap_or_default();
            let plain =
                !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
            self.require("mount.target", plain, "must be a folder directly in /opt/toolchains");
            self.require("mount.name", !mount.name.is_empty(), "must not be empty");
            let findable = !mount.candidates.is_empty() || !mount.argv.is_empty();
            self.require(
                "mount.candidates",
                findable,
                "must name a folder, or argv a command that prints it",
            );
            let contains = &mount.contains;
            self.require(
                "mount.contains",
                !contains.is_empty() && !contains.starts_with('/'),
                "must be a relative path",
            );
        }
    }

    fn programs(&mut self, definition: &Definition) {
        self.require("hello.source", !definition.hello.source.trim().is_empty(), "must not be empty");
        self.require(
            "hello.expected_stdout",
            !definition.hello.expected_stdout.is_empty(),
            "must not be empty",
        );
        self.require("failing.source", !definition.failing.source.trim().is_empty(), "must not be empty");
        for example in &definition.example {
            let complete = !example.title.trim().is_empty() && !example.source.trim().is_empty();
            self.require("example", complete, "needs a title and a source");
        }
    }

    fn command(&mut self, key: &str, definition: CommandDefinition) -> Command {
        let argv: Vec<Template> =
            definition.argv.iter().filter_map(|word| self.template(&format!("{key}.argv"), word)).collect();
        self.require(
            &format!("{key}.argv"),
            definition.argv.first().is_some_and(|program| program.starts_with('/')),
            "must begin with an absolute path",
        );
        Command {
            argv,
            env: self.variables(&format!("{key}.env"), &definition.env),
            live_env: self.variables(&format!("{key}.live_env"), &definition.live_env),
            precompiled: definition.precompiled,
            precompiled_folder: definition.precompiled_folder,
            diagnostics: definition.diagnostics,
        }
    }

    fn resident(&mut self, definition: ResidentDefinition) -> Resident {
        let argv: Vec<Template> =
            definition.argv.iter().filter_map(|word| self.template("resident.argv", word)).collect();
        let absolute = definition.argv.first().is_some_and(|program| program.starts_with('/'));
        self.require("resident.argv", absolute, "must begin with an absolute path");
        let known_ahead = |piece: &Piece| {
            matches!(piece, Piece::Text(_) | Piece::MemoryBytes | Piece::MemoryMib(_) | Piece::Cores)
        };
        self.require(
            "resident.argv",
            argv.iter().all(|word| word.0.iter().all(known_ahead)),
            "must not hold what is known with a program only",
        );
        let plain = !definition.file.is_empty() && !definition.file.contains('/');
        self.require("resident.file", plain, "must be a name without folders");
        self.require("resident.source", !definition.source.trim().is_empty(), "must not be empty");
        let file = SourceFile { path: definition.file, content: definition.source.into() };
        Resident { argv, file }
    }

    fn variables(&mut self, key: &str, variables: &BTreeMap<String, String>) -> Vec<(String, Template)> {
        let mut checked = Vec::new();
        for (name, value) in variables {
            let plain = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            self.require(&format!("{key}.{name}"), plain, "is no name for a variable");
            if let Some(template) = self.template(&format!("{key}.{name}"), value) {
                let single = !template.0.iter().any(Piece::is_list);
                let problem = "must not hold {sources}, {args}, {flags} or {precompiled}";
                self.require(&format!("{key}.{name}"), single, problem);
                checked.push((name.clone(), template));
            }
        }
        checked
    }

    fn template(&mut self, key: &str, word: &str) -> Option<Template> {
        match Template::parse(word) {
            Ok(template) => Some(template),
            Err(problem) => {
                self.require(key, false, &problem);
                None
            }
        }
    }

    fn require(&mut self, key: &str, holds: bool, problem: &str) {
        if !holds {
            self.mistakes.push(Mistake {
                file: self.file.to_owned(),
                key: key.to_owned(),
                problem: problem.to_owned(),
            });
        }
    }
}
