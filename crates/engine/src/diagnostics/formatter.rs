//! Formatters: they read the main file from stdin, so their messages name a line and a column but hardly ever a file.

use super::{Found, place, sources::Sources};
use runyard_types::Severity;

/// Only the first place is read: formatters stop at the first mistake, and show the lines around it.
pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    let Some(main) = sources.main() else { return Vec::new() };
    let mut previous = "";
    for line in text.lines() {
        let line = line.trim();
        if let Some(Position { line: number, column, before, after }) = position(line) {
            // Some say what is wrong after the place, some before it, and rustfmt in the line above.
            let said =
                [after, if line.starts_with("-->") { previous } else { before.trim_end_matches([' ', '(']) }];
            let message = said.into_iter().map(bare).find(|text| !text.is_empty()).unwrap_or(line);
            return vec![Found {
                file: main.to_owned(),
                line: number,
                column: Some(column),
                severity: Severity::Error,
                message: message.to_owned(),
            }];
        }
        previous = line;
    }
    Vec::new()
}

/// A message without what stands around it.
fn bare(text: &str) -> &str {
    let text = text.trim_start_matches([' ', ':', ')']).trim_end();
    let text = text.strip_prefix("[error] ").unwrap_or(text);
    text.strip_prefix("error: ").unwrap_or(text)
}

struct Position<'a> {
    line: u32,
    column: u32,
    before: &'a str,
    after: &'a str,
}

/// The first `LINE:COLUMN`, by itself or after a name.
fn position(text: &str) -> Option<Position<'_>> {
    let mut starts = vec![0];
    starts.extend(text.match_indices([' ', '(', ':']).map(|(at, _)| at + 1));
    starts.into_iter().find_map(|start| {
        let (before, rest) = text.split_at_checked(start)?;
        let (line, rest) = place::number(rest)?;
        let (column, after) = place::number(rest.strip_prefix(':')?)?;
        let ends = after.is_empty() || after.starts_with([' ', ':', ')', ',']);
        (line > 0 && ends).then_some(Position { line, column, before, after })
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::Formatter;

    #[test]
    fn the_first_place_counts() {
        for (output, wanted) in [
            ("error: cannot format -: Cannot parse: 3:8: def f(\n", "3:8 error def f("),
            (
                "error: cannot format main.py: Cannot parse: 2:0: EOF in statement\n",
                "2:0 error EOF in statement",
            ),
            ("<standard input>:4:2: expected '}', found 'EOF'\n", "4:2 error expected '}', found 'EOF'"),
            (
                "error: expected one of `;`\n --> <stdin>:1:14\n  |\n1 | fn main() { x\n",
                "1:14 error expected one of `;`",
            ),
            (
                "[error] main.ts: SyntaxError: ';' expected. (2:5)\n[error]   1 | let\n",
                "2:5 error main.ts: SyntaxError: ';' expected.",
            ),
            ("main.sh:1:11: `then` must be followed\n", "1:11 error `then` must be followed"),
        ] {
            assert_eq!(read(Formatter, &[("main.x", "")], output), [format!("main.x:{wanted}")], "{output}");
        }
        assert_eq!(read(Formatter, &[("main.x", "")], "nothing: here\n"), [] as [&str; 0]);
    }
}
