//! rustc, and Rust programs that panic.

use super::{Found, place, sources::Sources};
use runyard_types::Severity;

pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut heading: Option<(Severity, String)> = None;
    let mut label_wanted = false;
    for line in text.lines() {
        if let Some(new) = parse_heading(line) {
            heading = Some(new);
            label_wanted = false;
        } else if let Some(arrow) = line.trim_start().strip_prefix("--> ") {
            let Some((severity, message)) = heading.take() else { continue };
            let Some(place) = place::leading(arrow) else { continue };
            if let Some(file) = sources.own(place.file) {
                let (file, line) = (file.to_owned(), place.line);
                found.push(Found { file, line, column: place.column, severity, message });
                label_wanted = true;
            }
        } else if label_wanted && let Some(label) = label(line) {
            // The words beside the first carets say what exactly is wrong.
            if let Some(last) = found.last_mut().filter(|_| !label.is_empty()) {
                last.message = format!("{}: {label}", last.message);
            }
            label_wanted = false;
        }
    }
    found
}

/// `error[E0308]: mismatched types` becomes `mismatched types (E0308)`.
fn parse_heading(line: &str) -> Option<(Severity, String)> {
    let (mark, message) = line.split_once(": ")?;
    let (word, code) = mark.strip_suffix(']').and_then(|mark| mark.split_once('[')).unwrap_or((mark, ""));
    let severity = match word {
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        _ => return None,
    };
    Some((severity, if code.is_empty() { message.to_owned() } else { format!("{message} ({code})") }))
}

fn label(line: &str) -> Option<&str> {
    let marks = line.trim_start().strip_prefix('|')?;
    marks.contains('^').then(|| marks.rsplit('^').next().unwrap_or_default().trim())
}

pub(super) fn parse_panic(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    let mut lines = text.lines();
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        let Some((thread, at)) = line.split_once(" panicked at ") else { continue };
        if !thread.starts_with("thread '") {
            continue;
        }
        let Some(place) = place::leading(at) else { continue };
        let Some(file) = sources.own(place.file) else { continue };
        let message = lines.next().unwrap_or("panicked").to_owned();
        let severity = Severity::Error;
        found.push(Found {
            file: file.to_owned(),
            line: place.line,
            column: place.column,
            severity,
            message,
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::{RustPanic, Rustc};

    const FILES: &[(&str, &str)] = &[("main.rs", "")];

    #[test]
    fn messages_carry_their_code_and_the_words_beside_the_carets() {
        let output = "error[E0425]: cannot find value `y` in this scope
 --> main.rs:4:20
  |
4 |     println!(\"{}\", y);
  |                    ^
  |
help: a local variable with a similar name exists
  |
4 -     println!(\"{}\", y);

error[E0308]: mismatched types
 --> main.rs:2:18
  |
2 |     let x: i32 = \"a\";
  |            ---   ^^^ expected `i32`, found `&str`
  |            |
  |            expected due to this

warning: unused variable: `unused`
 --> main.rs:3:9

error: aborting due to 2 previous errors

Some errors have detailed explanations: E0308, E0425.
";
        assert_eq!(
            read(Rustc, FILES, output),
            [
                "main.rs:4:20 error cannot find value `y` in this scope (E0425)",
                "main.rs:2:18 error mismatched types (E0308): expected `i32`, found `&str`",
                "main.rs:3:9 warning unused variable: `unused`",
            ]
        );
    }

    #[test]
    fn a_panic_names_its_place() {
        let output = "
thread 'main' (1) panicked at main.rs:4:21:
index out of bounds: the len is 3 but the index is 7
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
";
        assert_eq!(
            read(RustPanic, FILES, output),
            ["main.rs:4:21 error index out of bounds: the len is 3 but the index is 7"]
        );
    }
}
