//! The submission's files, to tell its places from the toolchain's.

use runyard_languages::WORK_FOLDER;
use runyard_types::SourceFile;

/// The files of one submission.
#[derive(Debug)]
pub(super) struct Sources<'a> {
    files: &'a [SourceFile],
}

impl<'a> Sources<'a> {
    pub(super) fn new(files: &'a [SourceFile]) -> Self {
        Self { files }
    }

    /// The file a tool's path means, if it is one of the submission.
    pub(super) fn own(&self, path: &str) -> Option<&'a str> {
        let path = path.trim().trim_start_matches("file://");
        let path = path.strip_prefix(WORK_FOLDER).and_then(|rest| rest.strip_prefix('/')).unwrap_or(path);
        let path = path.trim_start_matches("./");
        self.files.iter().map(|file| file.path.as_str()).find(|own| own.trim_start_matches("./") == path)
    }

    /// The only file with this name in any folder, for tools that leave folders out.
    pub(super) fn named(&self, name: &str) -> Option<&'a str> {
        let mut matching = self
            .files
            .iter()
            .map(|file| file.path.as_str())
            .filter(|path| path.rsplit('/').next() == Some(name));
        let first = matching.next()?;
        matching.next().is_none().then_some(first)
    }

    /// The main file.
    pub(super) fn main(&self) -> Option<&'a str> {
        self.files.first().map(|file| file.path.as_str())
    }

    /// The first line of a file that holds this word, counted from 1.
    pub(super) fn line_with(&self, path: &str, word: &str) -> Option<u32> {
        let file = self.files.iter().find(|file| file.path == path)?;
        let text = String::from_utf8_lossy(&file.content);
        let is_word =
            |line: &str| line.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|part| part == word);
        u32::try_from(text.lines().position(is_word)? + 1).ok()
    }

    /// How many white characters a line of a file begins with.
    pub(super) fn indentation(&self, path: &str, line: u32) -> Option<u32> {
        let file = self.files.iter().find(|file| file.path == path)?;
        let text = String::from_utf8_lossy(&file.content);
        let line = text.lines().nth(usize::try_from(line.checked_sub(1)?).ok()?)?;
        u32::try_from(line.chars().take_while(|c| c.is_whitespace()).count()).ok()
    }
}
