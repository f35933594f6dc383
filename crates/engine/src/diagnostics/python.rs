//! Python tracebacks.

use super::{
    Found,
    place::{marker, number},
    sources::Sources,
};
use runyard_types::Severity;

/// Python indents the line it quotes by this much, and drops the line's own indentation.
const QUOTE_INDENTATION: u32 = 4;

struct Frame<'a> {
    file: &'a str,
    line: u32,
    column: Option<u32>,
}

/// The innermost frame of the submission's for each exception. Of several, only the last is the one that ended the program.
pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut frame: Option<Frame<'_>> = None;
    // Whether the lines being read belong to the frame just kept, so that a marker is its marker.
    let mut in_own_frame = false;
    for line in text.lines() {
        if let Some(place) = line.strip_prefix("  File \"") {
            let own = frame_place(place, sources);
            in_own_frame = own.is_some();
            if let Some((file, line)) = own {
                frame = Some(Frame { file, line, column: None });
            }
        } else if line.starts_with(' ') {
            if let (true, Some(frame), Some(marked)) = (in_own_frame, frame.as_mut(), marker(line)) {
                let indentation = sources.indentation(frame.file, frame.line).unwrap_or(0);
                frame.column = marked.checked_sub(QUOTE_INDENTATION).map(|column| column + indentation);
            }
        } else if !line.is_empty()
            && let Some(Frame { file, line: number, column }) = frame.take()
        {
            for earlier in &mut found {
                earlier.severity = Severity::Note;
            }
            let (file, message) = (file.to_owned(), line.to_owned());
            found.push(Found { file, line: number, column, severity: Severity::Error, message });
        }
    }
    found
}

/// `/work/main.py", line 4, in <module>`
fn frame_place<'a>(text: &str, sources: &Sources<'a>) -> Option<(&'a str, u32)> {
    let (path, rest) = text.split_once("\", line ")?;
    Some((sources.own(path)?, number(rest)?.0))
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::Python;

    #[test]
    fn the_innermost_own_frame_counts() {
        let source = "async def main():\n    raise ValueError(\"multi\\nline\")\n\nimport asyncio\nasyncio.run(main())\n";
        let output = "Traceback (most recent call last):
  File \"/work/main.py\", line 5, in <module>
    asyncio.run(main())
  File \"/work/main.py\", line 2, in main
    raise ValueError(\"multi\\nline\")
  File \"/usr/lib/python3.11/asyncio/runners.py\", line 190, in run
    return runner.run(main)
           ^^^^^^^^^^^^^^^^
ValueError: multi
line
";
        assert_eq!(read(Python, &[("main.py", source)], output), ["main.py:2 error ValueError: multi"]);
    }

    #[test]
    fn columns_count_the_lines_own_indentation() {
        let source = "def half(n):\n    return 1 / n\n\nhalf(0)\n";
        let output = "Traceback (most recent call last):
  File \"/work/main.py\", line 4, in <module>
    half(0)
  File \"/work/main.py\", line 2, in half
    return 1 / n
           ~~^~~
ZeroDivisionError: division by zero
";
        assert_eq!(
            read(Python, &[("main.py", source)], output),
            ["main.py:2:12 error ZeroDivisionError: division by zero"]
        );
        let syntax =
            "  File \"/work/main.py\", line 1\n    def f(:\n          ^\nSyntaxError: invalid syntax\n";
        assert_eq!(
            read(Python, &[("main.py", "def f(:\n")], syntax),
            ["main.py:1:7 error SyntaxError: invalid syntax"]
        );
    }

    #[test]
    fn an_exception_that_was_handled_is_a_note() {
        let output = "Traceback (most recent call last):
  File \"/work/main.py\", line 2, in <module>
KeyError: 'a'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File \"/work/main.py\", line 4, in <module>
IndexError: list index out of range
";
        assert_eq!(
            read(Python, &[("main.py", "")], output),
            ["main.py:2 note KeyError: 'a'", "main.py:4 error IndexError: list index out of range"]
        );
    }
}
