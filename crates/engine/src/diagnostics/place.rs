//! Reading `FILE:LINE:COLUMN`.

/// A place as a tool writes it, and the text after it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place<'a> {
    pub(super) file: &'a str,
    pub(super) line: u32,
    pub(super) column: Option<u32>,
    pub(super) rest: &'a str,
}

/// The place at the start of a line: everything before the first `:NUMBER`.
pub(super) fn leading(text: &str) -> Option<Place<'_>> {
    let mut from = 0;
    loop {
        let colon = from + text.get(from..)?.find(':')?;
        let (file, after) = (text.get(..colon)?, text.get(colon + 1..)?);
        if let Some((line, rest)) = number(after) {
            let with_column = rest.strip_prefix(':').and_then(number);
            let (column, rest) = with_column.map_or((None, rest), |(column, rest)| (Some(column), rest));
            return Some(Place { file, line, column, rest });
        }
        from = colon + 1;
    }
}

/// The number at the start, and what follows it.
pub(super) fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text.get(..end)?.parse().ok()?, text.get(end..)?))
}

/// The column of a marker line (`   ^~~`), counted from 1 in characters; `None` when the line is anything else.
pub(super) fn marker(line: &str) -> Option<u32> {
    let is_marker = line.contains('^') && line.chars().all(|c| matches!(c, ' ' | '\t' | '^' | '~'));
    let column = is_marker.then(|| line.chars().take_while(|c| c.is_whitespace()).count())?;
    u32::try_from(column + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_with_and_without_columns() {
        let place = |text| leading(text).map(|place| (place.file, place.line, place.column, place.rest));
        assert_eq!(place("main.c:2:17: error: x"), Some(("main.c", 2, Some(17), ": error: x")));
        assert_eq!(place("a b:c.rb:1:in `f'"), Some(("a b:c.rb", 1, None, ":in `f'")));
        assert_eq!(place("x:y"), None);
        assert_eq!(place("x:99999999999"), None);
    }

    #[test]
    fn markers_are_only_marks() {
        assert_eq!(marker("    ~~^~~"), Some(5));
        assert_eq!(marker("^"), Some(1));
        assert_eq!(marker("  x ^"), None);
        assert_eq!(marker("  ~~"), None);
    }
}
