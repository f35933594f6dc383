//! Reading a version from a tool's output, and matching one against what a caller asks for.

/// The version that follows `after` in the output: a run of letters, digits, `.`, `-`, `_` and `+` that starts with a digit.
pub(crate) fn read(output: &str, after: &str) -> Option<String> {
    let mut rest = output;
    loop {
        let start = rest.find(after)?;
        rest = rest.get(start + after.len()..)?;
        let end =
            rest.find(|c: char| !(c.is_ascii_alphanumeric() || ".-_+".contains(c))).unwrap_or(rest.len());
        let version = rest.get(..end)?.trim_end_matches(['.', '-']);
        if version.starts_with(|c: char| c.is_ascii_digit()) {
            return Some(version.to_owned());
        }
        // An empty `after` looks at each place in turn.
        rest = rest.get(rest.chars().next()?.len_utf8()..)?;
    }
}

/// Whether `version` is what `wanted` asks for: `*`, a leading part (`3`, `3.11`), or parts with `x` for any (`3.x`).
pub(crate) fn matches(wanted: &str, version: &str) -> bool {
    let wanted = wanted.trim().trim_start_matches(['v', '=']);
    if matches!(wanted, "" | "*" | "x" | "latest") {
        return true;
    }
    let mut parts = version.split(['.', '-', '+']);
    wanted.split(['.', '-', '+']).all(|want| match parts.next() {
        Some(part) => want == part || want == "x" || want == "*",
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_tools_really_print() {
        for (output, after, expected) in [
            ("Python 3.11.2\n", "Python ", "3.11.2"),
            ("v20.20.2\n", "v", "20.20.2"),
            ("12.2.0\n", "", "12.2.0"),
            ("openjdk 17.0.15 2025-04-15\nOpenJDK Runtime Environment", "openjdk ", "17.0.15"),
            ("go version go1.19.8 linux/amd64\n", "go version go", "1.19.8"),
            ("rustc 1.95.0 (59807616e 2026-04-14)\n", "rustc ", "1.95.0"),
            ("ruby 3.1.2p20 (2022-04-12 revision 4491bb740a) [x86_64-linux-gnu]", "ruby ", "3.1.2p20"),
            ("GNU bash, version 5.2.15(1)-release (x86_64-pc-linux-gnu)", "version ", "5.2.15"),
            ("Lua 5.4.4  Copyright (C) 1994-2022 Lua.org, PUC-Rio", "Lua ", "5.4.4"),
            ("3.40.1 2022-12-28 14:03:47 df5c253", "", "3.40.1"),
            ("This is perl 5, version 36, subversion 0 (v5.36.0) built", "(v", "5.36.0"),
        ] {
            assert_eq!(read(output, after).as_deref(), Some(expected), "{output}");
        }
        assert_eq!(read("command not found", "Python "), None);
        assert_eq!(read("Python three", "Python "), None);
        assert_eq!(read("é", ""), None);
    }

    #[test]
    fn a_leading_part_of_a_version_matches() {
        for wanted in ["3", "3.11", "3.11.2", "*", "3.x", "v3.11", "3.*"] {
            assert!(matches(wanted, "3.11.2"), "{wanted}");
        }
        for wanted in ["3.1", "2", "3.11.2.1", "3.11.20", "^3"] {
            assert!(!matches(wanted, "3.11.2"), "{wanted}");
        }
    }
}
