//! The launcher: the one part of Runyard that keeps privileges. It makes slots and replaces those that fail.
//!
//! Started by the supervisor with three descriptors: 3 is its configuration (a sealed memory file), 4 the control socket
//! over which the slots' sockets are handed to the server, 5 the library for warm interpreters (another such file). It never reads a byte from the server itself: each slot's
//! keeper does, in a process of its own. It ends, and everything with it, when the control socket closes.

mod launcher;

use std::process::ExitCode;

fn main() -> ExitCode {
    match launcher::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report(&error);
            ExitCode::FAILURE
        }
    }
}

/// One line with the whole chain of causes, on the descriptor the supervisor logs.
fn report(error: &dyn std::error::Error) {
    use std::io::Write;
    let mut line = format!("launcher: failed to {error}");
    let mut cause = error.source();
    while let Some(inner) = cause {
        line.push_str(&format!(": {inner}"));
        cause = inner.source();
    }
    // Nobody listens any more when this fails.
    let _ = writeln!(std::io::stderr(), "{line}");
}
