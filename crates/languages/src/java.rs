//! Just enough Java to name a file after its public class and to find the class that has `main`.
//!
//! javac insists on the first, and the second cannot be guessed from a file name. A scanner without a grammar is enough:
//! comments and literals are skipped, braces are counted, and only types at the top level matter.

/// What a source file says about itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Outline {
    /// The `package`, or empty.
    pub(crate) package: String,
    /// The public type at the top level.
    pub(crate) public_type: Option<String>,
    /// The first type at the top level with a `static void main(`.
    pub(crate) main_type: Option<String>,
}

impl Outline {
    /// Reads a source file. Never fails: what is not Java has no outline.
    pub(crate) fn read(source: &str) -> Self {
        let tokens = tokens(source);
        let mut outline = Self::default();
        let mut depth = 0_usize;
        let mut current: Option<&str> = None;
        for (index, token) in tokens.iter().enumerate() {
            let next = |offset: usize| tokens.get(index + offset).copied().unwrap_or_default();
            match *token {
                "{" => depth += 1,
                "}" => depth = depth.saturating_sub(1),
                "package" if depth == 0 => {
                    outline.package =
                        tokens.iter().skip(index + 1).take_while(|token| **token != ";").copied().collect();
                }
                "class" | "record" | "enum" | "interface" if depth == 0 && is_name(next(1)) => {
                    current = Some(next(1));
                    if outline.public_type.is_none() && has_modifier(&tokens, index, "public") {
                        outline.public_type = current.map(str::to_owned);
                    }
                }
                "main" if depth == 1 && next(1) == "(" && outline.main_type.is_none() => {
                    let before = index.checked_sub(1).and_then(|index| tokens.get(index));
                    if before == Some(&"void") && has_modifier(&tokens, index - 1, "static") {
                        outline.main_type = current.map(str::to_owned);
                    }
                }
                _ => {}
            }
        }
        outline
    }
}

/// Whether `modifier` stands among the words just before `index`, back to the end of the previous declaration.
fn has_modifier(tokens: &[&str], index: usize, modifier: &str) -> bool {
    let start = index.saturating_sub(12);
    let Some(before) = tokens.get(start..index) else { return false };
    before
        .iter()
        .rev()
        .take_while(|token| !matches!(**token, ";" | "{" | "}"))
        .any(|token| *token == modifier)
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '$')
}

/// Words and single characters; comments, strings and characters are dropped.
fn tokens(source: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.get(2..).and_then(|tail| tail.find("*/")).map_or(rest.len(), |end| end + 4)
        } else if rest.starts_with("\"\"\"") {
            rest.get(3..).and_then(|tail| tail.find("\"\"\"")).map_or(rest.len(), |end| end + 6)
        } else if first == '"' || first == '\'' {
            literal_length(rest, first)
        } else if is_name(rest) {
            let end =
                rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).unwrap_or(rest.len());
            tokens.extend(rest.get(..end));
            end
        } else {
            if !first.is_whitespace() {
                tokens.extend(rest.get(..first.len_utf8()));
            }
            first.len_utf8()
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    tokens
}

/// Length of a literal in quotes, which ends at its line's end at the latest.
fn literal_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, c) in text.char_indices().skip(1) {
        match c {
            '\n' => return index,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return index + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(source: &str) -> (String, Option<String>, Option<String>) {
        let outline = Outline::read(source);
        (outline.package, outline.public_type, outline.main_type)
    }

    #[test]
    fn the_class_with_main_need_not_be_the_public_one() {
        let source = r#"
            package a.b;
            import java.util.*;
            /* class Comment { public static void main(String[] a) {} } */
            class Helper { void main() {} String text = "class Fake {"; char c = '}'; }
            public final class Solution { int main; }
            class Start { private static int x = 1; public static void main(String... args) { } }
        "#;
        assert_eq!(outline(source), ("a.b".into(), Some("Solution".into()), Some("Start".into())));
    }

    #[test]
    fn annotations_records_enums_and_text_blocks_are_understood() {
        let source = "@Deprecated @SuppressWarnings(\"x\") public record Point(int x, int y) {\n\
             static String t = \"\"\"\n  class Fake { \"quoted\" \n\"\"\";\n\
             static public void main(final String[] args) {} }";
        assert_eq!(outline(source), (String::new(), Some("Point".into()), Some("Point".into())));
    }

    #[test]
    fn nested_types_do_not_count() {
        let source = "class Outer { public static class Inner { public static void main(String[] a) {} } }";
        assert_eq!(outline(source), (String::new(), None, None));
    }

    #[test]
    fn anything_else_is_survived() {
        for source in [
            "",
            "\"",
            "'",
            "/*",
            "//",
            "\"\"\"",
            "}}}}",
            "class",
            "main",
            "é{'\\",
            "package",
            "static void main(",
        ] {
            let _ = Outline::read(source);
        }
    }
}
