//! The default file as data: which keys exist, of which type, and what their comments say.

use crate::DEFAULTS;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// The default of every setting, by dotted key.
pub(crate) fn defaults() -> BTreeMap<String, Value> {
    // The embedded file is constant text; a test reads it, so this cannot fail in a released program.
    let table = DEFAULTS.parse::<Table>().unwrap_or_default();
    flatten(&table)
}

/// The leaves of a table by dotted key.
pub(crate) fn flatten(table: &Table) -> BTreeMap<String, Value> {
    let mut leaves = BTreeMap::new();
    collect("", table, &mut leaves);
    leaves
}

fn collect(prefix: &str, table: &Table, leaves: &mut BTreeMap<String, Value>) {
    for (name, value) in table {
        let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        match value {
            Value::Table(inner) => collect(&key, inner, leaves),
            leaf => {
                leaves.insert(key, leaf.clone());
            }
        }
    }
}

/// What one line of the default file is. The file keeps to one setting a line.
pub(crate) enum Line<'a> {
    Section(&'a str),
    Setting { key: &'a str },
    Other(&'a str),
}

pub(crate) fn line(text: &str) -> Line<'_> {
    if let Some(section) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return Line::Section(section);
    }
    match text.split_once(" = ") {
        Some((key, _)) if !text.starts_with('#') => Line::Setting { key },
        _ => Line::Other(text),
    }
}

/// The comment above each setting, by dotted key, in the order of the file.
pub(crate) fn comments() -> Vec<(String, String)> {
    let mut section = "";
    let mut comment = String::new();
    let mut found = Vec::new();
    for text in DEFAULTS.lines() {
        match line(text) {
            Line::Section(name) => {
                section = name;
                comment.clear();
            }
            Line::Setting { key } => found.push((format!("{section}.{key}"), std::mem::take(&mut comment))),
            Line::Other(text) => {
                let text = text.trim_start_matches('#').trim();
                if text.is_empty() {
                    comment.clear();
                } else {
                    if !comment.is_empty() {
                        comment.push(' ');
                    }
                    comment.push_str(text);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_file_parses_and_keeps_one_setting_a_line() {
        let table = DEFAULTS.parse::<Table>().unwrap();
        let lines: Vec<_> = comments().into_iter().map(|(key, _)| key).collect();
        let mut sorted = lines.clone();
        sorted.sort();
        assert_eq!(sorted, flatten(&table).into_keys().collect::<Vec<_>>());
        assert!(lines.len() > 40);
    }
}
