//! Linters that write one line for each finding: pyflakes, luacheck.

use super::{Found, place, sources::Sources};
use runyard_types::Severity;

pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    text.lines().filter_map(|line| finding(line.trim_start(), sources)).collect()
}

fn finding(line: &str, sources: &Sources<'_>) -> Option<Found> {
    let place = place::leading(line)?;
    let file = sources.own(place.file)?;
    let message = place.rest.strip_prefix(':').unwrap_or(place.rest).trim();
    // luacheck puts a code first, whose letter tells mistakes from warnings.
    let severity = if message.starts_with("(E") { Severity::Error } else { Severity::Warning };
    (!message.is_empty()).then(|| Found {
        file: file.to_owned(),
        line: place.line,
        column: place.column,
        severity,
        message: message.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::Linter;

    #[test]
    fn findings_have_places() {
        let output =
            "main.py:1:1: 'os' imported but unused\nmain.py:3:10: undefined name 'y'\nother.py:1:1: no\n";
        assert_eq!(
            read(Linter, &[("main.py", "")], output),
            ["main.py:1:1 warning 'os' imported but unused", "main.py:3:10 warning undefined name 'y'"]
        );
    }

    #[test]
    fn codes_tell_mistakes_from_warnings() {
        let output = "main.lua:1:7: (W211) unused variable 'x'\nmain.lua:2:5: (E011) expected '=' near 'y'\n";
        assert_eq!(
            read(Linter, &[("main.lua", "")], output),
            [
                "main.lua:1:7 warning (W211) unused variable 'x'",
                "main.lua:2:5 error (E011) expected '=' near 'y'"
            ]
        );
    }
}
