//! Ruby.

use super::{Found, place::leading, sources::Sources};
use runyard_types::Severity;

pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    // The message of an exception that was raised outside of the submission, until a frame inside turns up.
    let mut elsewhere: Option<&str> = None;
    for line in text.lines() {
        if let Some(frame) = line.trim_start().strip_prefix("from ") {
            let place = leading(frame);
            let own = place.and_then(|place| Some((sources.own(place.file)?, place.line)));
            if let (Some(message), Some((file, line))) = (elsewhere, own) {
                found.push(error(file, line, message));
                elsewhere = None;
            }
            continue;
        }
        let Some(place) = leading(line) else { continue };
        if let Some(message) = raised(place.rest) {
            match sources.own(place.file) {
                Some(file) => found.push(error(file, place.line, message)),
                None => elsewhere = Some(message),
            }
        } else if let (Some(file), Some(message)) = (sources.own(place.file), place.rest.strip_prefix(": ")) {
            found.push(match message.strip_prefix("warning: ") {
                Some(warning) => Found { severity: Severity::Warning, ..error(file, place.line, warning) },
                None => error(file, place.line, message),
            });
        }
    }
    found
}

/// ``:in `shout': undefined method ...``
fn raised(rest: &str) -> Option<&str> {
    rest.strip_prefix(":in ").and_then(|rest| rest.split_once("': ")).map(|(_, message)| message)
}

fn error(file: &str, line: u32, message: &str) -> Found {
    Found {
        file: file.to_owned(),
        line,
        column: None,
        severity: Severity::Error,
        message: message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::Ruby;

    const FILES: &[(&str, &str)] = &[("main.rb", "")];

    #[test]
    fn exceptions() {
        let output = "main.rb:2:in `shout': undefined method `upcase' for nil:NilClass (NoMethodError)

  text.upcase + \"!\"
      ^^^^^^^
\tfrom main.rb:5:in `<main>'
";
        assert_eq!(
            read(Ruby, FILES, output),
            ["main.rb:2 error undefined method `upcase' for nil:NilClass (NoMethodError)"]
        );
    }

    #[test]
    fn an_exception_raised_in_a_library_is_placed_where_it_was_called() {
        let output = "<internal:/usr/lib/ruby/vendor_ruby/rubygems/core_ext/kernel_require.rb>:85:in `require': cannot load such file -- nope (LoadError)
\tfrom <internal:/usr/lib/ruby/vendor_ruby/rubygems/core_ext/kernel_require.rb>:85:in `require'
\tfrom main.rb:1:in `<main>'
";
        assert_eq!(read(Ruby, FILES, output), ["main.rb:1 error cannot load such file -- nope (LoadError)"]);
    }

    #[test]
    fn syntax_errors_and_warnings() {
        let output = "main.rb:3: syntax error, unexpected `end'
main.rb:4: syntax error, unexpected end-of-input, expecting ']'
puts [1,2
         ^
main.rb:1: warning: assigned but unused variable - x
";
        assert_eq!(
            read(Ruby, FILES, output),
            [
                "main.rb:3 error syntax error, unexpected `end'",
                "main.rb:4 error syntax error, unexpected end-of-input, expecting ']'",
                "main.rb:1 warning assigned but unused variable - x",
            ]
        );
    }
}
