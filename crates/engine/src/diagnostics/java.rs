//! javac, and Java stack traces.

use super::{Found, place, sources::Sources};
use runyard_types::Severity;

pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for line in text.lines() {
        if let Some(new) = message(line, sources) {
            found.push(new);
        } else if let Some(last) = found.last_mut() {
            if last.column.is_none()
                && let Some(column) = place::marker(line)
            {
                last.column = Some(column);
            } else if let Some(symbol) = line.strip_prefix("  symbol: ") {
                last.message = format!("{}: {}", last.message, symbol.trim());
            }
        }
    }
    found
}

fn message(line: &str, sources: &Sources<'_>) -> Option<Found> {
    let place = place::leading(line)?;
    let file = sources.own(place.file)?.to_owned();
    let (severity, message) = if let Some(message) = place.rest.strip_prefix(": error: ") {
        (Severity::Error, message)
    } else {
        (Severity::Warning, place.rest.strip_prefix(": warning: ")?)
    };
    Some(Found { file, line: place.line, column: None, severity, message: message.to_owned() })
}

/// One diagnostic for each exception and cause: its first frame in the submission.
pub(super) fn parse_trace(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut heading: Option<&str> = None;
    for line in text.lines() {
        if let Some(frame) = line.trim_start().strip_prefix("at ") {
            if let Some(message) = heading
                && let Some((file, line)) = frame_place(frame, sources)
            {
                let message = message.to_owned();
                found.push(Found { file, line, column: None, severity: Severity::Error, message });
                heading = None;
            }
        } else if let Some(rest) = line.strip_prefix("Exception in thread \"") {
            heading = rest.split_once("\" ").map(|(_, message)| message);
        } else if let Some(cause) = line.strip_prefix("Caused by: ") {
            heading = Some(cause);
        }
    }
    found
}

/// `Main.at(Main.java:3)`
fn frame_place(frame: &str, sources: &Sources<'_>) -> Option<(String, u32)> {
    let inner = frame.rsplit_once('(')?.1.strip_suffix(')')?;
    let place = place::leading(inner)?;
    Some((sources.named(place.file)?.to_owned(), place.line))
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::{JavaTrace, Javac};

    #[test]
    fn messages_take_their_column_from_the_caret() {
        let output = "Main.java:4: error: cannot find symbol
        Strin s = \"x\";
        ^
  symbol:   class Strin
  location: class Main
Main.java:7: error: ';' expected
        int y = 1
                 ^
Note: Main.java uses unchecked or unsafe operations.
2 errors
";
        assert_eq!(
            read(Javac, &[("Main.java", "")], output),
            ["Main.java:4:9 error cannot find symbol: class Strin", "Main.java:7:18 error ';' expected"]
        );
    }

    #[test]
    fn a_trace_names_the_exception_and_its_cause() {
        let output = "Exception in thread \"main\" java.lang.IllegalStateException: bad
\tat Main.main(Main.java:6)
Caused by: java.lang.ArrayIndexOutOfBoundsException: Index 5 out of bounds for length 1
\tat java.base/java.util.Objects.check(Objects.java:100)
\tat app.Tool.at(Tool.java:3)
\t... 1 more
";
        assert_eq!(
            read(JavaTrace, &[("Main.java", ""), ("app/Tool.java", "")], output),
            [
                "Main.java:6 error java.lang.IllegalStateException: bad",
                "app/Tool.java:3 error java.lang.ArrayIndexOutOfBoundsException: Index 5 out of bounds for length 1",
            ]
        );
    }
}
