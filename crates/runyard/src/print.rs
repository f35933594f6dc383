//! What commands write for people: results to stdout, mistakes to stderr. Logs go through `tracing`.

use std::io::Write;

/// Writes one line to stdout. A reader that has seen enough (`| head`) is no mistake.
pub(crate) fn line(text: &str) -> anyhow::Result<()> {
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(Into::into),
    }
}

/// Writes one line to stderr. Nobody listens any more when this fails.
pub(crate) fn note(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Says what went wrong, with the whole chain of causes.
pub(crate) fn error(error: &anyhow::Error) {
    let mut text = format!("runyard: failed to {error}");
    for cause in error.chain().skip(1) {
        text.push_str(&format!(": {cause}"));
    }
    note(&text);
}
