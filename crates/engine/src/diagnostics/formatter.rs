//! Formatters: they read the main file from stdin, so their messages name a line and a column but hardly ever a file.

use super::{Found, place, sources::Sources};
use runyard_types::Severity;

/// Only the first place is read: formatters stop at the first mistake, and show the lines around it.
pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    let Some(main) = sources.main() else { return Vec::new() };
    let mut previous = "";
    for line in text.lines() {
        let line = line.trim();
        if let Some((number, column)) = position(line) {
            // rustfmt says what is wrong in one line and where in the next.
            let message = if line.starts_with("-->") { previous } else { line };
            let message = message.trim_start_matches("[error] ").trim_start_matches("error: ").to_owned();
            let column = Some(column);
            let severity = Severity::Error;
            return vec![Found { file: main.to_owned(), line: number, column, severity, message }];
        }
        previous = line;
    }
    Vec::new()
}

/// The first `LINE:COLUMN`, by itself or after a name.
fn position(line: &str) -> Option<(u32, u32)> {
    line.split([' ', '(', ')', '>', ',']).find_map(|word| {
        // As if a file's name stood before it, which it sometimes does.
        let word =
            format!("{}:{}", if word.starts_with(|c: char| c.is_ascii_digit()) { "-" } else { "" }, word);
        let place = place::leading(&word)?;
        (place.line > 0 && place.rest.trim_end_matches(':').is_empty()).then_some((place.line, place.column?))
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::Formatter;

    #[test]
    fn the_first_place_counts() {
        for (output, wanted) in [
            (
                "error: cannot format -: Cannot parse: 3:8: def f(\n",
                "3:8 error cannot format -: Cannot parse: 3:8: def f(",
            ),
            (
                "<standard input>:4:2: expected '}', found 'EOF'\n",
                "4:2 error <standard input>:4:2: expected '}', found 'EOF'",
            ),
            (
                "error: expected one of `;`\n --> <stdin>:1:14\n  |\n1 | fn main() { x\n",
                "1:14 error expected one of `;`",
            ),
            (
                "[error] main.ts: SyntaxError: ';' expected. (2:5)\n[error]   1 | let\n",
                "2:5 error main.ts: SyntaxError: ';' expected. (2:5)",
            ),
            ("main.sh:1:11: `then` must be followed\n", "1:11 error main.sh:1:11: `then` must be followed"),
        ] {
            assert_eq!(read(Formatter, &[("main.x", "")], output), [format!("main.x:{wanted}")], "{output}");
        }
        assert_eq!(read(Formatter, &[("main.x", "")], "nothing: here\n"), [] as [&str; 0]);
    }
}
