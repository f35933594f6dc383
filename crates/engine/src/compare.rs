//! Whether an answer is the expected one: line by line, without white space at the ends of lines and without empty lines at
//! the end.

/// Compares the two.
pub(crate) fn matches(answer: &[u8], expected: &[u8]) -> bool {
    significant_lines(answer).eq(significant_lines(expected))
}

fn significant_lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.trim_ascii_end().split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn white_space_at_line_ends_and_empty_last_lines_do_not_count() {
        for (answer, expected) in [
            ("1\n2\n", "1\n2"),
            ("1  \n2\t\n\n\n", "1\n2\n"),
            ("1\r\n2\r\n", "1\n2\n"),
            ("", "\n\n"),
            ("", ""),
        ] {
            assert!(matches(answer.as_bytes(), expected.as_bytes()), "{answer:?} {expected:?}");
        }
    }

    #[test]
    fn everything_else_counts() {
        for (answer, expected) in
            [(" 1", "1"), ("1\n\n2", "1\n2"), ("1 2", "1  2"), ("1", "1\n2"), ("a", "A"), ("", "0")]
        {
            assert!(!matches(answer.as_bytes(), expected.as_bytes()), "{answer:?} {expected:?}");
        }
        assert!(!matches(b"\xff", b"\xfe"));
    }
}
