//! The SQLite shell.

use super::{Found, place::number, sources::Sources};
use runyard_types::Severity;

const MARKS: [&str; 3] = ["Parse error near line ", "Runtime error near line ", "Error near line "];

pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    text.lines().filter_map(|line| message(line, sources)).collect()
}

/// `Parse error near line 2: no such column: nme`
fn message(line: &str, sources: &Sources<'_>) -> Option<Found> {
    let rest = MARKS.iter().find_map(|mark| line.strip_prefix(mark))?;
    let (line, rest) = number(rest)?;
    let message = rest.strip_prefix(": ")?.to_owned();
    Some(Found { file: sources.main()?.to_owned(), line, column: None, severity: Severity::Error, message })
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::Sqlite;

    #[test]
    fn errors_name_their_line() {
        let output = "Parse error near line 2: no such column: nme
  SELECT nme FROM city;
         ^--- error here
Runtime error near line 4: UNIQUE constraint failed: t.a (19)
Error: cannot open \"/nope\"
";
        assert_eq!(
            read(Sqlite, &[("main.sql", "")], output),
            ["main.sql:2 error no such column: nme", "main.sql:4 error UNIQUE constraint failed: t.a (19)"]
        );
    }
}
