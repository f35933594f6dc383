//! Defaults, file and environment laid over each other. Every value remembers where it came from.

use crate::{
    defaults::{defaults, flatten},
    mistake::{Mistake, Origin},
};
use std::{collections::BTreeMap, path::Path};
use toml::{Table, Value};

#[derive(Debug, Clone)]
pub(crate) struct Setting {
    pub(crate) value: Value,
    pub(crate) origin: Origin,
}

/// Every setting by dotted key, and what was wrong on the way.
#[derive(Debug)]
pub(crate) struct Layers {
    pub(crate) settings: BTreeMap<String, Setting>,
    pub(crate) mistakes: Vec<Mistake>,
}

impl Layers {
    pub(crate) fn new() -> Self {
        let settings = defaults()
            .into_iter()
            .map(|(key, value)| (key, Setting { value, origin: Origin::Default }))
            .collect();
        Self { settings, mistakes: Vec::new() }
    }

    pub(crate) fn file(&mut self, path: &Path, text: &str) {
        let origin = Origin::File(path.to_owned());
        match text.parse::<Table>() {
            Ok(table) => {
                for (key, value) in flatten(&table) {
                    self.set(&key, value, origin.clone());
                }
                self.empty_sections("", &table, &origin);
            }
            Err(error) => {
                self.mistake(origin, "", format!("is not valid TOML: {}", error.to_string().trim_end()))
            }
        }
    }

    /// An unknown section without keys has no leaf to complain about.
    fn empty_sections(&mut self, prefix: &str, table: &Table, origin: &Origin) {
        for (name, value) in table {
            let Value::Table(inner) = value else { continue };
            let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
            let known = self.settings.keys().any(|known| known.starts_with(&format!("{key}.")));
            if inner.is_empty() && !known {
                self.mistake(origin.clone(), &key, "is not a section that exists".to_owned());
            }
            self.empty_sections(&key, inner, origin);
        }
    }

    pub(crate) fn set(&mut self, key: &str, value: Value, origin: Origin) {
        let Some(setting) = self.settings.get(key) else {
            let problem = match self.nearest(key) {
                Some(near) => format!("is not a setting; did you mean {near}?"),
                None => "is not a setting".to_owned(),
            };
            return self.mistake(origin, key, problem);
        };
        // Whole numbers may stand where fractions may.
        let value = match (&setting.value, value) {
            (Value::Float(_), Value::Integer(whole)) => {
                whole.to_string().parse().map_or(Value::Integer(whole), Value::Float)
            }
            (_, value) => value,
        };
        if !value.same_type(&setting.value) {
            let problem = format!("must be {}, not {}", kind(&setting.value), kind(&value));
            return self.mistake(origin, key, problem);
        }
        if let Value::Array(items) = &value
            && items.iter().any(|item| !item.is_str())
        {
            return self.mistake(origin, key, "must be a list of texts".to_owned());
        }
        self.settings.insert(key.to_owned(), Setting { value, origin });
    }

    pub(crate) fn mistake(&mut self, origin: Origin, key: &str, problem: String) {
        self.mistakes.push(Mistake { origin, key: key.to_owned(), problem });
    }

    /// The known key with the same last name, or the one that differs by a letter or two.
    fn nearest(&self, key: &str) -> Option<&str> {
        let last = |key: &str| key.rsplit('.').next().unwrap_or_default().to_owned();
        self.settings
            .keys()
            .find(|known| last(known) == last(key))
            .or_else(|| self.settings.keys().find(|known| distance(known, key) <= 2))
            .map(String::as_str)
    }
}

pub(crate) fn kind(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "a text",
        Value::Integer(_) => "a whole number",
        Value::Float(_) => "a number",
        Value::Boolean(_) => "true or false",
        Value::Array(_) => "a list of texts",
        Value::Datetime(_) => "a date",
        Value::Table(_) => "a section",
    }
}

/// Levenshtein's distance.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
