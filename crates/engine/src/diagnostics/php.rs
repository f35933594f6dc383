//! PHP.

use super::{Found, place::number, sources::Sources};
use runyard_types::Severity;

const MARKS: [(&str, Severity); 7] = [
    ("Fatal error: ", Severity::Error),
    ("Parse error: ", Severity::Error),
    ("Recoverable fatal error: ", Severity::Error),
    ("Warning: ", Severity::Warning),
    ("Notice: ", Severity::Warning),
    ("Deprecated: ", Severity::Warning),
    ("Strict Standards: ", Severity::Warning),
];

pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    text.lines().filter_map(|line| message(line, sources)).collect()
}

fn message(line: &str, sources: &Sources<'_>) -> Option<Found> {
    let line = line.strip_prefix("PHP ").unwrap_or(line);
    let (severity, rest) =
        MARKS.iter().find_map(|(mark, severity)| Some((*severity, line.strip_prefix(mark)?)))?;
    // `... in /work/main.php on line 4`, or for what nobody caught `... in /work/main.php:3`
    let (message, place) = rest.rsplit_once(" in ")?;
    let (file, number_text) = place.rsplit_once(" on line ").or_else(|| place.rsplit_once(':'))?;
    let (file, line) = (sources.own(file)?.to_owned(), number(number_text)?.0);
    Some(Found { file, line, column: None, severity, message: message.trim_start().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::Php;

    #[test]
    fn errors_and_warnings() {
        let output = "Warning: Undefined variable $undefined in /work/main.php on line 2
Fatal error: Uncaught Error: Call to undefined function f() in /work/main.php:3
Stack trace:
#0 {main}
  thrown in /work/main.php on line 3
PHP Parse error:  syntax error, unexpected token \"echo\" in /work/main.php on line 4
Warning: something in /usr/share/php/x.php on line 1
";
        assert_eq!(
            read(Php, &[("main.php", "")], output),
            [
                "main.php:2 warning Undefined variable $undefined",
                "main.php:3 error Uncaught Error: Call to undefined function f()",
                "main.php:4 error syntax error, unexpected token \"echo\"",
            ]
        );
    }
}
