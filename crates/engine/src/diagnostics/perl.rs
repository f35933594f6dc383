//! Perl.

use super::{Found, place::number, sources::Sources};
use runyard_types::Severity;

/// perldiag(1) has hundreds of warnings and writes them like errors. These are the common ones.
const WARNINGS: [&str; 8] = [
    "Use of uninitialized",
    "Argument \"",
    "Possible ",
    "Useless use",
    "Name \"",
    "\"my\" variable",
    "Odd number of elements",
    "Scalar value @",
];

/// What follows an error and says nothing new.
const ECHOES: [&str; 3] = ["Execution of ", "BEGIN failed", "Compilation failed"];

pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    text.lines().filter_map(|line| message(line, sources)).collect()
}

/// `out of luck at main.pl line 4.`
fn message(line: &str, sources: &Sources<'_>) -> Option<Found> {
    if ECHOES.iter().any(|echo| line.starts_with(echo)) {
        return None;
    }
    let (before, after) = line.rsplit_once(" line ")?;
    let (message, file) = before.rsplit_once(" at ")?;
    let (number, rest) = number(after)?;
    let near = rest.strip_prefix(", near ").map(|near| format!(" near {near}")).unwrap_or_default();
    let severity = if WARNINGS.iter().any(|warning| line.starts_with(warning)) {
        Severity::Warning
    } else {
        Severity::Error
    };
    let file = sources.own(file)?.to_owned();
    Some(Found { file, line: number, column: None, severity, message: format!("{message}{near}") })
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::Perl;

    #[test]
    fn errors_and_warnings() {
        let output = "syntax error at main.pl line 3, near \"print\"
Global symbol \"$y\" requires explicit package name (did you forget to declare \"my $y\"?) at main.pl line 3.
Execution of main.pl aborted due to compilation errors.
Use of uninitialized value $x in concatenation (.) or string at main.pl line 4.
Can't locate Nope/Nope.pm in @INC (you may need to install the Nope::Nope module) (@INC contains: /etc/perl) at main.pl line 1.
BEGIN failed--compilation aborted at main.pl line 1.
out of luck at /usr/share/perl/5.36.0/Carp.pm line 4.
";
        assert_eq!(
            read(Perl, &[("main.pl", "")], output),
            [
                "main.pl:3 error syntax error near \"print\"",
                "main.pl:3 error Global symbol \"$y\" requires explicit package name (did you forget to declare \"my $y\"?)",
                "main.pl:4 warning Use of uninitialized value $x in concatenation (.) or string",
                "main.pl:1 error Can't locate Nope/Nope.pm in @INC (you may need to install the Nope::Nope module) (@INC contains: /etc/perl)",
            ]
        );
    }
}
