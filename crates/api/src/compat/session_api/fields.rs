//! Bodies of this family: every field is looked at before the first complaint, so that all complaints come together.

use crate::fault::{Fault, Outcome};
use axum::http::StatusCode;
use runyard_languages::Catalogue;
use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use std::fmt;

/// A value that should be a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) enum Field {
    /// Not there, or null.
    #[default]
    Absent,
    Text(String),
    /// Of another type.
    Other,
}

/// Collects complaints.
#[derive(Debug, Default)]
pub(crate) struct Fields(Vec<String>);

impl Fields {
    /// A text that must be there and not be empty.
    pub(crate) fn filled(&mut self, name: &str, field: Field) -> String {
        let text = self.required(name, field);
        if text.as_deref() == Some("") {
            self.0.push(format!("{name} should not be empty"));
        }
        text.unwrap_or_default()
    }

    /// A text that must be there.
    pub(crate) fn required(&mut self, name: &str, field: Field) -> Option<String> {
        match field {
            Field::Text(text) => return Some(text),
            Field::Absent => {
                self.0.push(format!("{name} should not be empty"));
                self.0.push(format!("{name} must be a string"));
            }
            Field::Other => self.0.push(format!("{name} must be a string")),
        }
        None
    }

    /// A text that may be there.
    pub(crate) fn optional(&mut self, name: &str, field: Field) -> Option<String> {
        match field {
            Field::Text(text) => Some(text),
            Field::Absent => None,
            Field::Other => {
                self.0.push(format!("{name} must be a string"));
                None
            }
        }
    }

    /// A language this server has.
    pub(crate) fn language(&mut self, field: Field, catalogue: &Catalogue) -> String {
        let known = match &field {
            Field::Text(name) => catalogue.resolve(name, None).ok().map(|language| language.id.clone()),
            _ => None,
        };
        known.unwrap_or_else(|| {
            let mut ids: Vec<_> = catalogue.iter().map(|language| language.id.clone()).collect();
            ids.sort();
            self.0.push(format!("language must be one of the following values: {}", ids.join(", ")));
            if field == Field::Absent {
                self.0.push("language should not be empty".to_owned());
            }
            String::new()
        })
    }

    /// # Errors
    /// 400 with every complaint.
    pub(crate) fn check(self) -> Outcome<()> {
        match self.0.first() {
            None => Ok(()),
            Some(first) => {
                Err(Fault::new(StatusCode::BAD_REQUEST, "invalid_request", first.clone()).messages(self.0))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FieldVisitor;
        impl<'de> Visitor<'de> for FieldVisitor {
            type Value = Field;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any value")
            }
            fn visit_str<E>(self, text: &str) -> Result<Field, E> {
                Ok(Field::Text(text.to_owned()))
            }
            fn visit_string<E>(self, text: String) -> Result<Field, E> {
                Ok(Field::Text(text))
            }
            fn visit_unit<E>(self) -> Result<Field, E> {
                Ok(Field::Absent)
            }
            fn visit_bool<E>(self, _: bool) -> Result<Field, E> {
                Ok(Field::Other)
            }
            fn visit_i64<E>(self, _: i64) -> Result<Field, E> {
                Ok(Field::Other)
            }
            fn visit_u64<E>(self, _: u64) -> Result<Field, E> {
                Ok(Field::Other)
            }
            fn visit_f64<E>(self, _: f64) -> Result<Field, E> {
                Ok(Field::Other)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Field, A::Error> {
                while items.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Field::Other)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Field, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Field::Other)
            }
        }
        deserializer.deserialize_any(FieldVisitor)
    }
}
