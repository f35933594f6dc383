//! Which file paths are taken.

/// As the kernel's NAME_MAX.
const MAX_NAME_BYTES: usize = 255;
/// Far below the kernel's PATH_MAX, so that no folder of ours makes a path too long.
const MAX_PATH_BYTES: usize = 1024;
const MAX_DEPTH: usize = 32;

/// Why a path is refused; `None` when it is fine.
pub(crate) fn fault(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("must not be empty");
    }
    if path.len() > MAX_PATH_BYTES {
        return Some("must be at most 1024 bytes long");
    }
    if path.chars().any(char::is_control) {
        return Some("must not hold control characters");
    }
    if path.contains('\\') {
        return Some("must use / between names, not \\");
    }
    if path.starts_with('/') {
        return Some("must be relative");
    }
    if path.starts_with('-') {
        return Some("must not begin with -, which tools would take for an option");
    }
    if has_escape(path) {
        return Some("must not hold percent escapes");
    }
    if path.split('/').count() > MAX_DEPTH {
        return Some("must not be more than 32 names deep");
    }
    path.split('/').find_map(name_fault)
}

fn name_fault(name: &str) -> Option<&'static str> {
    let mut chars = name.chars();
    let drive =
        matches!((chars.next(), chars.next()), (Some(letter), Some(':')) if letter.is_ascii_alphabetic());
    match name {
        "" => Some("must not hold empty names"),
        "." | ".." => Some("must not hold . or .."),
        _ if name.len() > MAX_NAME_BYTES => Some("must not hold names of more than 255 bytes"),
        _ if drive => Some("must not hold drive letters"),
        _ if name.trim().is_empty() => Some("must not hold names of nothing but spaces"),
        _ => None,
    }
}

/// `%2e`, `%252e` and the like: harmless here, but never meant as a name, and not harmless in every tool.
fn has_escape(path: &str) -> bool {
    path.as_bytes()
        .windows(3)
        .any(|window| window[0] == b'%' && window[1..].iter().all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests {
    use super::fault;
    use proptest::prelude::*;

    #[test]
    fn plain_relative_paths_are_taken() {
        for path in
            ["main.py", "src/lib/a b.rs", "ünïcode/日本.txt", "100%.txt", "a..b", "...", ".hidden", "a-b"]
        {
            assert_eq!(fault(path), None, "{path}");
        }
    }

    #[test]
    fn everything_that_could_lead_elsewhere_is_refused() {
        let long_name = "x".repeat(256);
        let long_path = "x/".repeat(2048) + "x";
        let deep = ["x"; 33].join("/");
        for path in [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../x",
            "a/../b",
            "a/..",
            ".",
            "./a",
            "a/./b",
            "a//b",
            "a/",
            "\\",
            "a\\b",
            "..\\x",
            "C:",
            "C:/x",
            "c:x",
            "..%2f",
            "%2e%2e/x",
            "%252e",
            "a\0b",
            "a\nb",
            "\u{1b}[0m",
            "\u{85}",
            "\u{7f}",
            " ",
            "a/ /b",
            "-o",
            "--help",
            &long_name,
            &long_path,
            &deep,
        ] {
            assert!(fault(path).is_some(), "{path:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_stays_below_its_folder(path in "[a-z./%\\\\:0-9 -]{0,40}") {
            if fault(&path).is_none() {
                let joined = std::path::Path::new("/work").join(&path);
                prop_assert!(joined.starts_with("/work"));
                prop_assert!(joined.components().all(|c| !matches!(c, std::path::Component::ParentDir)));
            }
        }
    }
}
