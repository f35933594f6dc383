//! All languages of a server, by name, with what the self-tests said about them.

use crate::{Availability, Language, Mistake, Mistakes, Mount, check, embedded, version};
use std::{
    collections::{BTreeMap, HashMap},
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

/// The languages of a server.
#[derive(Debug)]
pub struct Catalogue {
    languages: Vec<Arc<Language>>,
    /// Ids and aliases to positions in `languages`.
    names: HashMap<String, usize>,
    availability: RwLock<HashMap<String, Availability>>,
}

/// The languages could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// The folder or a file in it could not be read.
    #[error("read languages from {}", .path.display())]
    Read {
        /// Which one.
        path: PathBuf,
        /// Why not.
        #[source]
        source: io::Error,
    },
    /// Files with mistakes.
    #[error("language files with mistakes:\n{0}")]
    Mistakes(Mistakes),
}

/// A caller asked for a language or version that is not here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ResolveError {
    /// No language has that name.
    #[error("unknown language {name:?}{}", suggestion.as_ref().map(|id| format!(" - did you mean {id:?}?")).unwrap_or_default())]
    UnknownLanguage {
        /// What was asked for.
        name: String,
        /// The most similar name.
        suggestion: Option<String>,
    },
    /// The language is here in another version.
    #[error("{language} is here in version {present}, not {wanted}")]
    UnknownVersion {
        /// Id of the language.
        language: String,
        /// What was asked for.
        wanted: String,
        /// What there is.
        present: String,
    },
}

impl Catalogue {
    /// The languages that come with the program.
    ///
    /// # Errors
    /// Never for a tested build: the files are checked by a test.
    pub fn embedded() -> Result<Self, CatalogueError> {
        Self::from_files(embedded::FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
    }

    /// The languages of a folder of TOML files.
    ///
    /// # Errors
    /// When the folder cannot be read, or with all mistakes of all files.
    pub fn from_directory(folder: &Path) -> Result<Self, CatalogueError> {
        let fail = |path: &Path| {
            let path = path.to_owned();
            move |source| CatalogueError::Read { path, source }
        };
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).map_err(fail(folder))? {
            let path = entry.map_err(fail(folder))?.path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                let text = fs::read_to_string(&path).map_err(fail(&path))?;
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                files.push((name, text));
            }
        }
        files.sort();
        Self::from_files(files)
    }

    fn from_files(files: impl IntoIterator<Item = (String, String)>) -> Result<Self, CatalogueError> {
        let mut mistakes = Vec::new();
        let mut languages = Vec::new();
        let mut names: HashMap<String, usize> = HashMap::new();
        let mut mounts: BTreeMap<String, Mount> = BTreeMap::new();
        for (file, text) in files {
            let Some(language) = check::language(&file, &text, &mut mistakes) else { continue };
            let mut mistake = |key: &str, problem: String| {
                mistakes.push(Mistake { file: file.clone(), key: key.to_owned(), problem });
            };
            for name in std::iter::once(&language.id).chain(&language.aliases) {
                if names.insert(name.clone(), languages.len()).is_some() {
                    mistake("aliases", format!("the name {name:?} is taken"));
                }
            }
            for mount in &language.mounts {
                let earlier = mounts.entry(mount.name.clone()).or_insert_with(|| mount.clone());
                if earlier != mount {
                    mistake("mount.name", format!("{:?} means another folder in another file", mount.name));
                }
            }
            languages.push(Arc::new(language));
        }
        if !mistakes.is_empty() {
            return Err(CatalogueError::Mistakes(Mistakes(mistakes)));
        }
        Ok(Self { languages, names, availability: RwLock::default() })
    }

    /// Finds a language by id or alias, in upper or lower case, and checks the version where one is asked for.
    ///
    /// # Errors
    /// When there is no such language, or not in that version.
    pub fn resolve(&self, name: &str, version: Option<&str>) -> Result<Arc<Language>, ResolveError> {
        let lower = name.trim().to_ascii_lowercase();
        let language =
            self.names.get(&lower).and_then(|position| self.languages.get(*position)).ok_or_else(|| {
                ResolveError::UnknownLanguage { name: name.to_owned(), suggestion: self.similar(&lower) }
            })?;
        if let Some(wanted) = version {
            let present = self.availability(&language.id).version;
            // A language whose version is not known cannot refuse one.
            if let Some(present) = present.filter(|present| !version::matches(wanted, present)) {
                return Err(ResolveError::UnknownVersion {
                    language: language.id.clone(),
                    wanted: wanted.to_owned(),
                    present,
                });
            }
        }
        Ok(Arc::clone(language))
    }

    /// All languages, ordered by file name.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Arc<Language>> {
        self.languages.iter()
    }

    /// What is known about a language.
    #[must_use]
    pub fn availability(&self, id: &str) -> Availability {
        self.availability.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned().unwrap_or_default()
    }

    /// Remembers what was found out about a language.
    pub fn set_availability(&self, id: &str, availability: Availability) {
        self.availability.write().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), availability);
    }

    /// The toolchain folders of all languages, each once.
    #[must_use]
    pub fn toolchain_mounts(&self) -> Vec<Mount> {
        let all = self.languages.iter().flat_map(|language| &language.mounts);
        let by_name: BTreeMap<&str, &Mount> = all.map(|mount| (mount.name.as_str(), mount)).collect();
        by_name.into_values().cloned().collect()
    }

    /// The known name with the fewest edits to `name`, if it is at most two away.
    fn similar(&self, name: &str) -> Option<String> {
        // Long names are no typing mistakes, and comparing them costs.
        if name.len() > 32 {
            return None;
        }
        let near = self.names.keys().map(|known| (edits(name, known), known));
        near.filter(|(edits, known)| *edits <= 2 && *edits < known.len())
            .min()
            .map(|(_, known)| known.clone())
    }
}

/// Levenshtein distance.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(&b) {
            let here = (diagonal + usize::from(x != *y)).min(*cell + 1).min(left + 1);
            diagonal = *cell;
            *cell = here;
            left = here;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(files: &[(&str, &str)]) -> Result<Catalogue, String> {
        Catalogue::from_files(files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
            .map_err(|error| error.to_string())
    }

    const TOY: &str = r#"
        id = "toy"
        name = "Toy"
        aliases = ["t"]
        extensions = ["toy"]
        source_file = "main.toy"
        [version]
        argv = ["/usr/bin/toy"]
        [run]
        argv = ["/usr/bin/toy", "{main}", "{args}"]
        [hello]
        source = "hi"
        expected_stdout = "hi"
        [failing]
        source = "no"
        verdict = "runtime_error"
    "#;

    #[test]
    fn the_embedded_languages_load() {
        let catalogue = Catalogue::embedded().unwrap_or_else(|error| panic!("{error}"));
        for id in [
            "python",
            "javascript",
            "typescript",
            "c",
            "cpp",
            "java",
            "go",
            "rust",
            "ruby",
            "php",
            "perl",
            "lua",
            "bash",
            "sql",
        ] {
            let language = catalogue.resolve(id, None).unwrap();
            assert_eq!(language.id, id);
            assert!(language.examples().len() >= 3, "{id} needs examples");
            assert!(language.source_file.ends_with(&format!(".{}", language.extension())), "{id}");
        }
    }

    #[test]
    fn names_are_found_in_any_case_and_near_misses_are_suggested() {
        let catalogue = load(&[("toy.toml", TOY)]).unwrap();
        assert_eq!(catalogue.resolve(" TOY ", None).unwrap().id, "toy");
        assert_eq!(catalogue.resolve("T", Some("9")).unwrap().id, "toy");
        let error = catalogue.resolve("tyo", None).unwrap_err().to_string();
        assert_eq!(error, "unknown language \"tyo\" - did you mean \"toy\"?");
        assert_eq!(
            catalogue.resolve("haskell", None).unwrap_err().to_string(),
            "unknown language \"haskell\""
        );
    }

    #[test]
    fn a_version_is_checked_once_it_is_known() {
        let catalogue = load(&[("toy.toml", TOY)]).unwrap();
        assert!(!catalogue.availability("toy").available);
        catalogue.set_availability("toy", Availability::available(Some("1.2.3".into())));
        assert!(catalogue.resolve("toy", Some("1.2")).is_ok());
        let error = catalogue.resolve("toy", Some("2")).unwrap_err().to_string();
        assert_eq!(error, "toy is here in version 1.2.3, not 2");
    }

    #[test]
    fn every_mistake_of_every_file_is_named() {
        let bad = TOY
            .replace("/usr/bin/toy\"]", "toy\"]")
            .replace("{main}", "{mian}")
            .replace("source_file = \"main.toy\"", "source_file = \"a/b\"");
        let unknown = format!("colour = 1\n{TOY}");
        let error =
            load(&[("a.toml", TOY), ("b.toml", &bad), ("c.toml", &unknown), ("d.toml", TOY)]).unwrap_err();
        for expected in [
            "b.toml: version.argv: must begin with an absolute path",
            "b.toml: run.argv: unknown placeholder {mian}",
            "b.toml: source_file: must be a name without a folder",
            "c.toml: line 1: unknown field `colour`",
            "d.toml: aliases: the name \"toy\" is taken",
        ] {
            assert!(error.contains(expected), "{expected} is missing in\n{error}");
        }
    }
}
