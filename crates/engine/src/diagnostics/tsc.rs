//! The TypeScript compiler.

use super::{Found, place::number, sources::Sources};
use runyard_types::Severity;

pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut of_last = false;
    for line in text.lines() {
        if let Some(details) = line.strip_prefix("  ") {
            // Indented lines explain the message above them.
            if let Some(last) = found.last_mut().filter(|_| of_last) {
                last.message = format!("{}; {}", last.message, details.trim());
            }
            continue;
        }
        let new = message(line, sources);
        of_last = new.is_some();
        found.extend(new);
    }
    found
}

/// `main.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'.`
fn message(line: &str, sources: &Sources<'_>) -> Option<Found> {
    let (place, message) = line.split_once("): ")?;
    let (file, numbers) = place.rsplit_once('(')?;
    let (line, column) = numbers.split_once(',')?;
    let (severity, message) = match message.strip_prefix("error ") {
        Some(message) => (Severity::Error, message),
        None => (Severity::Warning, message.strip_prefix("warning ")?),
    };
    let (code, text) = message.split_once(": ")?;
    Some(Found {
        file: sources.own(file)?.to_owned(),
        line: number(line)?.0,
        column: Some(number(column)?.0),
        severity,
        message: format!("{text} ({code})"),
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::Tsc;

    #[test]
    fn messages_carry_their_code_and_their_explanation() {
        let output = "main.ts(1,7): error TS2322: Type '{ nme: string; }' is not assignable to type 'P'.
  Object literal may only specify known properties, but 'nme' does not exist in type 'P'.
error TS5023: Unknown compiler option.
  details of that
lib/a (2).ts(3,12): error TS7006: Parameter 'x' implicitly has an 'any' type.
";
        assert_eq!(
            read(Tsc, &[("main.ts", ""), ("lib/a (2).ts", "")], output),
            [
                "main.ts:1:7 error Type '{ nme: string; }' is not assignable to type 'P'. (TS2322); \
                 Object literal may only specify known properties, but 'nme' does not exist in type 'P'.",
                "lib/a (2).ts:3:12 error Parameter 'x' implicitly has an 'any' type. (TS7006)",
            ]
        );
    }
}
