//! Bash.

use super::{Found, place::number, sources::Sources};
use runyard_types::Severity;

pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    text.lines().filter_map(|line| message(line, sources)).collect()
}

/// `main.sh: line 2: no-such-command: command not found`
fn message(line: &str, sources: &Sources<'_>) -> Option<Found> {
    let (file, rest) = line.split_once(": line ")?;
    let (number, rest) = number(rest)?;
    let message = rest.strip_prefix(": ")?.to_owned();
    // A second line that only repeats the source.
    if message.starts_with('`') {
        return None;
    }
    let file = sources.own(file)?.to_owned();
    Some(Found { file, line: number, column: None, severity: Severity::Error, message })
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::Bash;

    #[test]
    fn errors_name_their_line() {
        let output = "main.sh: line 1: 1 / 0 : division by 0 (error token is \"0 \")
main.sh: line 3: nosuch: command not found
cat: /nope: No such file or directory
main.sh: line 3: syntax error near unexpected token `)'
main.sh: line 3: `)'
";
        assert_eq!(
            read(Bash, &[("main.sh", "")], output),
            [
                "main.sh:1 error 1 / 0 : division by 0 (error token is \"0 \")",
                "main.sh:3 error nosuch: command not found",
                "main.sh:3 error syntax error near unexpected token `)'",
            ]
        );
    }
}
