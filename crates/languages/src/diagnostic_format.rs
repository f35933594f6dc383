//! Which kind of messages a tool writes.

use serde::Deserialize;

/// The shape of a compiler's messages or of an interpreter's stack trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiagnosticFormat {
    /// gcc and g++.
    Gcc,
    /// rustc's messages.
    Rustc,
    /// The stack trace of a Rust program that panicked.
    RustPanic,
    /// The Go compiler.
    Go,
    /// The stack trace of a Go program that panicked.
    GoPanic,
    /// javac.
    Javac,
    /// A Java stack trace.
    JavaTrace,
    /// The TypeScript compiler.
    Tsc,
    /// A Python traceback.
    Python,
    /// A Node stack trace.
    Node,
    /// Ruby.
    Ruby,
    /// PHP.
    Php,
    /// Perl.
    Perl,
    /// Lua.
    Lua,
    /// Bash.
    Bash,
    /// The SQLite shell.
    Sqlite,
    /// Linters that write `file:line:column: message`.
    Linter,
    /// Filters that read a source from stdin and refuse one they cannot parse.
    Formatter,
}

impl DiagnosticFormat {
    /// Every one of them.
    pub const ALL: [Self; 18] = [
        Self::Gcc,
        Self::Rustc,
        Self::RustPanic,
        Self::Go,
        Self::GoPanic,
        Self::Javac,
        Self::JavaTrace,
        Self::Tsc,
        Self::Python,
        Self::Node,
        Self::Ruby,
        Self::Php,
        Self::Perl,
        Self::Lua,
        Self::Bash,
        Self::Sqlite,
        Self::Linter,
        Self::Formatter,
    ];
}
