//! From what compilers and interpreters print to places in the submission.
//!
//! One file per family of tools; each is a pure function of the text and the submission's files. Messages that name no file of
//! the submission are left out: they are in the output anyway. Nothing here decides a verdict, so a program that
//! imitates its compiler fools only itself.

mod bash;
mod formatter;
mod gcc;
mod go;
mod hints;
mod java;
mod linter;
mod lua;
mod node;
mod perl;
mod php;
mod place;
mod python;
mod ruby;
mod rust;
mod sources;
mod sqlite;
mod tsc;

use runyard_languages::{Arranged, DiagnosticFormat};
use runyard_types::{Diagnostic, Severity};
use sources::Sources;

/// Only this much of the text is read: compilers name the first mistakes first.
const MAX_TEXT_BYTES: usize = 256 << 10;
/// More than this helps nobody.
const MAX_DIAGNOSTICS: usize = 100;
/// Longer messages (templates, mostly) are cut.
const MAX_MESSAGE_CHARS: usize = 1000;

/// A message and its place, before hints.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    /// A file of the submission, as the jail knows it.
    file: String,
    line: u32,
    column: Option<u32>,
    severity: Severity,
    message: String,
}

/// Reads what a tool printed.
pub(crate) fn parse(format: DiagnosticFormat, output: &[u8], arranged: &Arranged) -> Vec<Diagnostic> {
    let output = output.get(..MAX_TEXT_BYTES).unwrap_or(output);
    let text = String::from_utf8_lossy(output);
    let sources = Sources::new(&arranged.files);
    let found = match format {
        DiagnosticFormat::Gcc => gcc::parse(&text, &sources),
        DiagnosticFormat::Rustc => rust::parse(&text, &sources),
        DiagnosticFormat::RustPanic => rust::parse_panic(&text, &sources),
        DiagnosticFormat::Go => go::parse(&text, &sources),
        DiagnosticFormat::GoPanic => go::parse_panic(&text, &sources),
        DiagnosticFormat::Javac => java::parse(&text, &sources),
        DiagnosticFormat::JavaTrace => java::parse_trace(&text, &sources),
        DiagnosticFormat::Tsc => tsc::parse(&text, &sources),
        DiagnosticFormat::Python => python::parse(&text, &sources),
        DiagnosticFormat::Node => node::parse(&text, &sources),
        DiagnosticFormat::Ruby => ruby::parse(&text, &sources),
        DiagnosticFormat::Php => php::parse(&text, &sources),
        DiagnosticFormat::Perl => perl::parse(&text, &sources),
        DiagnosticFormat::Lua => lua::parse(&text, &sources),
        DiagnosticFormat::Bash => bash::parse(&text, &sources),
        DiagnosticFormat::Sqlite => sqlite::parse(&text, &sources),
        DiagnosticFormat::Linter => linter::parse(&text, &sources),
        DiagnosticFormat::Formatter => formatter::parse(&text, &sources),
    };
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    for found in found.into_iter().take(MAX_DIAGNOSTICS) {
        let diagnostic = finish(format, found, arranged);
        if !diagnostics.contains(&diagnostic) {
            diagnostics.push(diagnostic);
        }
    }
    diagnostics
}

fn finish(format: DiagnosticFormat, found: Found, arranged: &Arranged) -> Diagnostic {
    let hint = hints::hint(format, &found.message).map(str::to_owned);
    let message = match found.message.char_indices().nth(MAX_MESSAGE_CHARS) {
        Some((end, _)) => format!("{}...", found.message.get(..end).unwrap_or_default()),
        None => found.message,
    };
    Diagnostic {
        file: arranged.original_path(&found.file).to_owned(),
        line: found.line.max(1),
        column: found.column,
        severity: found.severity,
        message,
        hint,
    }
}

/// What the tests of all families share.
#[cfg(test)]
mod testing {
    use super::*;
    use runyard_types::SourceFile;

    /// A submission of these files.
    pub(super) fn submission(files: &[(&str, &str)]) -> Arranged {
        let files = files
            .iter()
            .map(|(path, content)| SourceFile {
                path: (*path).to_owned(),
                content: (*content).to_owned().into(),
            })
            .collect();
        Arranged { files, renamed: None }
    }

    /// `file:line:column severity message`, one for each diagnostic.
    pub(super) fn read(format: DiagnosticFormat, files: &[(&str, &str)], output: &str) -> Vec<String> {
        let describe = |diagnostic: Diagnostic| {
            let Diagnostic { file, line, column, severity, message, .. } = diagnostic;
            let column = column.map_or_else(String::new, |column| format!(":{column}"));
            let severity = match severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            format!("{file}:{line}{column} {severity} {message}")
        };
        parse(format, output.as_bytes(), &submission(files)).into_iter().map(describe).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{testing::*, *};
    use proptest::prelude::*;

    #[test]
    fn a_flood_of_messages_is_cut_to_a_useful_number() {
        let one = format!("main.c:1:1: error: {}\n", "long ".repeat(1000));
        let many: String = (1..500).map(|line| format!("main.c:{line}:1: error: again\n")).collect();
        let arranged = submission(&[("main.c", "")]);
        assert_eq!(parse(DiagnosticFormat::Gcc, many.as_bytes(), &arranged).len(), MAX_DIAGNOSTICS);
        let message = &parse(DiagnosticFormat::Gcc, one.as_bytes(), &arranged)[0].message;
        assert_eq!(message.chars().count(), MAX_MESSAGE_CHARS + 3);
    }

    #[test]
    fn a_renamed_file_keeps_its_own_name() {
        let mut arranged = submission(&[("Foo.java", "")]);
        arranged.renamed = Some(("Foo.java".into(), "Main.java".into()));
        let found = parse(DiagnosticFormat::Javac, b"Foo.java:3: error: ';' expected\n", &arranged);
        assert_eq!((found[0].file.as_str(), found[0].line), ("Main.java", 3));
    }

    proptest! {
        #[test]
        fn no_output_breaks_a_parser(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let arranged = submission(&[("main.c", "x")]);
            for format in DiagnosticFormat::ALL {
                parse(format, &bytes, &arranged);
            }
        }

        #[test]
        fn no_text_like_a_tools_breaks_a_parser(pieces in prop::collection::vec(prop::sample::select(vec![
            "main.c", ":", "1", "999999999999", "(", ",", ")", " ", "\n", "\t", "error", "at ", "File \"", "\", line ", "^", "~",
            "Traceback", "--> ", "panicked at ", "panic: ", "in ", "line ", "é", "    ", "/work/", "|", "`", "'", "from ", "on line ",
        ]), 0..60)) {
            let arranged = submission(&[("main.c", "x\n  y")]);
            for format in DiagnosticFormat::ALL {
                for diagnostic in parse(format, pieces.concat().as_bytes(), &arranged) {
                    prop_assert_eq!(diagnostic.file, "main.c");
                    prop_assert!(diagnostic.line > 0);
                }
            }
        }
    }
}
