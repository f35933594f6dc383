//! Node's report of an error nobody caught.

use super::{
    Found,
    place::{leading, marker},
    sources::Sources,
};
use runyard_types::Severity;

pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    let lines: Vec<&str> = text.lines().collect();
    let stack = lines.iter().position(|line| line.starts_with("    at "));
    let found = match stack {
        Some(stack) => at_frame(&lines, stack, sources).or_else(|| at_heading(&lines, sources)),
        None => at_heading(&lines, sources),
    };
    found.into_iter().collect()
}

/// The first frame of the submission's.
fn at_frame(lines: &[&str], stack: usize, sources: &Sources<'_>) -> Option<Found> {
    let frames = lines.get(stack..)?.iter().map_while(|line| line.strip_prefix("    at "));
    let (file, line, column) = frames.into_iter().find_map(|frame| {
        let place = frame.rsplit_once('(').map_or(frame, |(_, inner)| inner).trim_end_matches(')');
        let place = place.trim_start_matches("async ").trim_start_matches("file://");
        let place = leading(place)?;
        Some((sources.own(place.file)?.to_owned(), place.line, place.column))
    })?;
    let message = message_above(lines, stack)?;
    Some(Found { file, line, column, severity: Severity::Error, message })
}

/// The first line of the paragraph that ends just above the stack.
fn message_above(lines: &[&str], stack: usize) -> Option<String> {
    let above = lines.get(..stack)?;
    let start = above.iter().rposition(|line| line.trim().is_empty()).map_or(0, |empty| empty + 1);
    above.get(start).map(|line| (*line).to_owned())
}

/// `/work/main.js:3` in a line of its own, then the source line and a marker: all there is for syntax errors and for thrown values
/// that are no errors.
fn at_heading(lines: &[&str], sources: &Sources<'_>) -> Option<Found> {
    let (index, file, line) = lines.iter().enumerate().find_map(|(index, line)| {
        let place = leading(line.trim_start_matches("file://"))?;
        Some((index, sources.own(place.file).filter(|_| place.rest.is_empty())?.to_owned(), place.line))
    })?;
    let mut below = lines.get(index + 1..)?.iter();
    let column = below.by_ref().take(3).find_map(|line| marker(line));
    let message = below.find(|line| !line.trim().is_empty())?;
    let message = match message.split_once(": ") {
        Some((kind, _)) if kind.ends_with("Error") => (*message).to_owned(),
        _ => format!("Uncaught {message}"),
    };
    Some(Found { file, line, column, severity: Severity::Error, message })
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::Node;

    const FILES: &[(&str, &str)] = &[("main.js", "")];

    #[test]
    fn an_error_is_placed_at_the_first_own_frame() {
        let output = "/work/main.js:3
  return \"Hello, \" + person.name;
                            ^

TypeError: Cannot read properties of null (reading 'name')
    at greet (/work/main.js:3:29)
    at Object.<anonymous> (/work/main.js:5:1)
    at Module._compile (node:internal/modules/cjs/loader:1521:14)

Node.js v20.20.2
";
        assert_eq!(
            read(Node, FILES, output),
            ["main.js:3:29 error TypeError: Cannot read properties of null (reading 'name')"]
        );
    }

    #[test]
    fn frames_of_node_itself_do_not_count() {
        let output = "node:internal/modules/cjs/loader:1210
  throw err;
  ^

Error: Cannot find module 'left-pad'
Require stack:
- /work/main.js
    at Module._resolveFilename (node:internal/modules/cjs/loader:1207:15)
    at Object.<anonymous> (/work/main.js:1:11) {
  code: 'MODULE_NOT_FOUND',
}
";
        assert_eq!(read(Node, FILES, output), ["main.js:1:11 error Error: Cannot find module 'left-pad'"]);
        let module = "file:///work/main.js:3\nundefinedFunction();\n^\n\nReferenceError: undefinedFunction is not defined\n    at file:///work/main.js:3:1\n";
        assert_eq!(
            read(Node, FILES, module),
            ["main.js:3:1 error ReferenceError: undefinedFunction is not defined"]
        );
    }

    #[test]
    fn syntax_errors_and_thrown_values_are_placed_by_the_heading() {
        let syntax = "/work/main.js:1
const a = ;
          ^

SyntaxError: Unexpected token ';'
    at wrapSafe (node:internal/modules/cjs/loader:1464:18)

Node.js v20.20.2
";
        assert_eq!(read(Node, FILES, syntax), ["main.js:1:11 error SyntaxError: Unexpected token ';'"]);
        let thrown = "\n/work/main.js:1\nthrow { code: 5 };\n^\n{ code: 5 }\n\nNode.js v20.20.2\n";
        assert_eq!(read(Node, FILES, thrown), ["main.js:1:1 error Uncaught { code: 5 }"]);
    }
}
