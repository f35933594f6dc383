//! The Go compiler, and Go programs that panic.

use super::{Found, place, sources::Sources};
use runyard_types::Severity;

pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    let message = |line: &str| {
        // What vet cannot even parse it says in its own name.
        let place = place::leading(line.strip_prefix("vet: ").unwrap_or(line))?;
        let file = sources.own(place.file)?.to_owned();
        let message = place.rest.strip_prefix(": ")?.to_owned();
        Some(Found { file, line: place.line, column: place.column, severity: Severity::Error, message })
    };
    text.lines().filter_map(message).collect()
}

/// The first frame of the submission's below the panic.
pub(super) fn parse_panic(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    let mut message: Option<&str> = None;
    for line in text.lines() {
        if message.is_none() && (line.starts_with("panic: ") || line.starts_with("fatal error: ")) {
            message = Some(line);
        } else if let (Some(message), Some(frame)) = (message, line.strip_prefix('\t'))
            && let Some(place) = place::leading(frame)
            && let Some(file) = sources.own(place.file)
        {
            let (file, message) = (file.to_owned(), message.to_owned());
            return vec![Found { file, line: place.line, column: None, severity: Severity::Error, message }];
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::{Go, GoPanic};

    const FILES: &[(&str, &str)] = &[("main.go", "")];

    #[test]
    fn messages_of_the_compiler() {
        let output = "# _/work
./main.go:5:2: imported and not used: \"os\"
./main.go:10:17: cannot use 3 (untyped int constant) as string value in variable declaration
main.go:2:8: cannot find package \"github.com/x/y\" in any of:
\t/usr/lib/go-1.19/src/github.com/x/y (from $GOROOT)
";
        assert_eq!(
            read(Go, FILES, output),
            [
                "main.go:5:2 error imported and not used: \"os\"",
                "main.go:10:17 error cannot use 3 (untyped int constant) as string value in variable declaration",
                "main.go:2:8 error cannot find package \"github.com/x/y\" in any of:",
            ]
        );
    }

    #[test]
    fn a_panic_is_placed_at_the_submissions_own_frame() {
        let output = "panic: runtime error: index out of range [5] with length 1

goroutine 1 [running]:
strings.Index(...)
\t/usr/lib/go-1.19/src/strings/strings.go:10
main.at(...)
\t/work/main.go:6
main.main()
\t/work/main.go:10 +0x33
";
        assert_eq!(
            read(GoPanic, FILES, output),
            ["main.go:6 error panic: runtime error: index out of range [5] with length 1"]
        );
        let deadlock = "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan send]:\nmain.main()\n\t/work/main.go:5 +0x31\n";
        assert_eq!(
            read(GoPanic, FILES, deadlock),
            ["main.go:5 error fatal error: all goroutines are asleep - deadlock!"]
        );
    }
}
