//! Compile and run plans: command lines and environments, ready for the jail.

use crate::{
    Language,
    template::{Template, Values},
};
use runyard_types::{Limits, SourceFile};

/// The folder in the jail that holds the submission's files and is the working folder of every stage.
pub const WORK_FOLDER: &str = "/work";

/// One command line and what it needs in its environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Absolute path of the program inside the jail, then its arguments.
    pub argv: Vec<String>,
    /// The language's own variables.
    pub env: Vec<(String, String)>,
}

/// Whether somebody may watch a run while it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watched {
    /// Output should come line by line.
    Yes,
    /// Only the whole output counts.
    No,
}

impl Language {
    /// How these (arranged) files are compiled; `None` when the language has no such stage.
    #[must_use]
    pub fn compile_plan(&self, files: &[SourceFile], limits: &Limits) -> Option<Plan> {
        let compile = self.compile.as_ref()?;
        let facts = Facts::of(self, files);
        let values = facts.values(&[], limits.compile_memory_bytes, limits);
        Some(Plan { argv: words(&compile.argv, &values), env: variables(&[&compile.env], &values) })
    }

    /// How these (arranged) files are run.
    #[must_use]
    pub fn run_plan(&self, files: &[SourceFile], args: &[String], limits: &Limits, watched: Watched) -> Plan {
        let facts = Facts::of(self, files);
        let values = facts.values(args, limits.memory_bytes, limits);
        let env = match watched {
            Watched::Yes => variables(&[&self.run.env, &self.run.live_env], &values),
            Watched::No => variables(&[&self.run.env], &values),
        };
        Plan { argv: words(&self.run.argv, &values), env }
    }
}

/// What the files say, once for both plans.
struct Facts {
    main: String,
    main_folder: String,
    built: String,
    class: String,
    sources: Vec<String>,
}

impl Facts {
    fn of(language: &Language, files: &[SourceFile]) -> Self {
        let main = files.first().map_or(language.source_file.as_str(), |file| file.path.as_str());
        let main_folder =
            main.rsplit_once('/').map_or_else(|| ".".to_owned(), |(folder, _)| format!("./{folder}"));
        let built = match main.rsplit_once('.') {
            Some((stem, extension)) => {
                let new = language.built_extensions.get(extension).map_or(extension, String::as_str);
                format!("{stem}.{new}")
            }
            None => main.to_owned(),
        };
        let is_source = |path: &str| {
            path.rsplit_once('.').is_some_and(|(_, end)| language.extensions.iter().any(|known| known == end))
        };
        let sources = files
            .iter()
            .enumerate()
            .filter(|(index, file)| *index == 0 || is_source(&file.path))
            .map(|(_, file)| harmless(&file.path))
            .collect();
        Self {
            main: harmless(main),
            main_folder,
            built: harmless(&built),
            class: language.entry.class(files),
            sources,
        }
    }

    fn values<'a>(&'a self, args: &'a [String], memory_bytes: u64, limits: &Limits) -> Values<'a> {
        Values {
            main: &self.main,
            main_folder: &self.main_folder,
            built: &self.built,
            class: &self.class,
            memory_bytes,
            cores: limits.cpu_millicores.div_ceil(1000).max(1),
            sources: &self.sources,
            args,
        }
    }
}

/// A path no tool can take for an option, a response file or a pipe.
fn harmless(path: &str) -> String {
    if path.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
        path.to_owned()
    } else {
        format!("./{path}")
    }
}

fn words(argv: &[Template], values: &Values<'_>) -> Vec<String> {
    let mut words = Vec::with_capacity(argv.len());
    for template in argv {
        template.expand_into(values, &mut words);
    }
    words
}

fn variables(layers: &[&Vec<(String, Template)>], values: &Values<'_>) -> Vec<(String, String)> {
    layers
        .iter()
        .flat_map(|layer| layer.iter())
        .map(|(name, value)| (name.clone(), value.expand(values)))
        .collect()
}
