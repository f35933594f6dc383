//! Structured logs on stderr.

use runyard_config::{Log, LogFormat};
use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// Starts logging as the settings say.
pub(crate) fn start(settings: &Log) {
    let filter = EnvFilter::try_new(&settings.level).unwrap_or_else(|_| EnvFilter::new("info"));
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // Said on stderr, too: when that is a file on a full disk, it would panic in whatever task had something to log.
        .log_internal_errors(false);
    let colours = std::io::stderr().is_terminal();
    // A second start in one process changes nothing.
    let _ = match settings.format {
        LogFormat::Json => subscriber.json().try_init(),
        LogFormat::Text => subscriber.with_ansi(colours).try_init(),
    };
}
