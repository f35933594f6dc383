//! Which system headers a C++ file includes before anything else.
//!
//! A compiler uses a precompiled header only when it comes first, but people sort their includes. System headers may be put in
//! any order as long as nothing stands before them that could change what they mean, so one of them can be moved to the front.

/// The system headers at the top of a file: comments, blank lines and other system headers may stand between them, nothing else.
pub(crate) fn leading(source: &str) -> Vec<&str> {
    let mut headers = Vec::new();
    let mut rest = source.trim_start_matches('\u{feff}');
    loop {
        rest = skip_blank(rest);
        let Some((header, after)) = include(rest) else { return headers };
        headers.push(header);
        rest = after;
    }
}

/// `#include <name>` at the start, and what follows it.
fn include(text: &str) -> Option<(&str, &str)> {
    let directive = text.strip_prefix('#')?.trim_start_matches([' ', '\t']);
    let name = directive.strip_prefix("include")?.trim_start_matches([' ', '\t']).strip_prefix('<')?;
    let (name, after) = name.split_once('>')?;
    (!name.contains('\n')).then_some((name, after))
}

/// Skips white space and comments.
fn skip_blank(mut text: &str) -> &str {
    loop {
        text = text.trim_start();
        let after = if text.starts_with("//") {
            // A line that continues on the next is too clever for us.
            text.split_once('\n')
                .map(|(line, after)| if line.trim_end().ends_with('\\') { "" } else { after })
        } else if let Some(comment) = text.strip_prefix("/*") {
            comment.split_once("*/").map(|(_, after)| after)
        } else {
            return text;
        };
        match after {
            Some(after) => text = after,
            None => return "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn headers_at_the_top_are_found_in_order() {
        let source = "// A program\n/* that\n counts */\n#include <algorithm>\n\n#  include <iostream> // cout\n#include<map>\nint main() {}\n#include <late>";
        assert_eq!(leading(source), ["algorithm", "iostream", "map"]);
    }

    #[test]
    fn anything_that_could_change_a_header_ends_the_search() {
        for before in [
            "#define private public\n",
            "#include \"mine.h\"\n",
            "#pragma GCC optimize(\"O3\")\n",
            "int x;\n",
            "#if 0\n",
            "// x \\\n",
        ] {
            let source = format!("#include <vector>\n{before}#include <iostream>\n");
            assert_eq!(leading(&source), ["vector"], "{before}");
        }
        for source in ["", "/*", "//", "#", "#include", "#include <", "#include <a\n>"] {
            assert!(leading(source).is_empty(), "{source}");
        }
    }
}
