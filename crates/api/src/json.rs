//! Reads JSON strictly and says where it is wrong.
//!
//! Unknown and repeated fields, values of the wrong type, more nesting than 128 levels, NaN, numbers out of range, lone
//! surrogates and text after the value are all refused, with the path of the field where there is one.

use crate::fault::{Fault, Outcome};
use axum::http::StatusCode;
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};
use serde_json::error::Category;
use std::{fmt, marker::PhantomData};

/// A message longer than this quotes the request more than it explains.
const DETAIL_CHARS: usize = 300;

/// No list of any request is longer; configured limits are checked later, with better words.
const MAX_ITEMS: usize = 100_000;

/// # Errors
/// 400 with a code and, where it is known, the field.
pub(crate) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Outcome<T> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut deserializer, &mut track);
    let Object(value) =
        Object::<T>::deserialize(tracked).map_err(|error| fault(bytes, &error, &track.path().to_string()))?;
    deserializer.end().map_err(|error| fault(bytes, &error, "."))?;
    Ok(value)
}

/// serde_json calls a number where a name of a list of names is wanted a mistake of syntax.
fn is_json(bytes: &[u8]) -> bool {
    serde_json::from_slice::<serde_json::Value>(bytes).is_ok()
}

fn fault(bytes: &[u8], error: &serde_json::Error, path: &str) -> Fault {
    let full = error.to_string();
    let too_deep = full.starts_with("recursion limit");
    if full.starts_with("expected value") && path != "." && is_json(bytes) {
        return Fault::bad("invalid_type", shorten(path), shorten(&format!("{path} must be a string")));
    }
    if error.classify() != Category::Data {
        let code = if too_deep { "json_too_deep" } else { "invalid_json" };
        return Fault::new(
            StatusCode::BAD_REQUEST,
            code,
            shorten(&format!("the body is not valid JSON: {full}")),
        );
    }
    // serde's texts are the only place where the kind of a data error is kept.
    let text = full.rsplit_once(" at line ").map_or(full.as_str(), |(text, _)| text);
    let path = if path == "." { "" } else { path };
    if let Some(name) = text.strip_prefix("missing field ").map(unquote) {
        let field = join(path, name);
        return Fault::bad("missing_field", field.clone(), format!("{field} is required"));
    }
    if let Some(name) = text.strip_prefix("duplicate field ").map(unquote) {
        let field = shorten(&name_in(path, name));
        return Fault::bad("duplicate_field", field.clone(), format!("{field} is given more than once"));
    }
    if let Some(name) = text.strip_prefix("unknown field ").map(unquote) {
        let field = shorten(&name_in(path, name));
        let known = text.split_once(", expected ").map_or("no fields", |(_, known)| known);
        let known = known.trim_start_matches("one of ").replace('`', "");
        return Fault::bad(
            "unknown_field",
            field.clone(),
            shorten(&format!("{field} is not a field here; there are {known}")),
        );
    }
    let wanted = text.rsplit_once(", expected ").map_or(text, |(_, wanted)| wanted);
    let wanted = wanted.replace('`', "");
    let wanted = match wanted.as_str() {
        "u8" | "u16" | "u32" | "u64" | "usize" | "i64" => "a whole number of at least 0 that fits",
        "f64" => "a number",
        "a sequence" => "a list",
        "a map" => "an object",
        other => other,
    };
    let subject = if path.is_empty() { "the body" } else { path };
    let code = if text.starts_with("invalid type") { "invalid_type" } else { "invalid_value" };
    let told = text.starts_with("invalid") || text.starts_with("unknown variant");
    let detail = if told && !wanted.starts_with("invalid") {
        format!("{subject} must be {wanted}")
    } else {
        format!("{subject}: {text}")
    };
    let fault = Fault::new(StatusCode::BAD_REQUEST, code, shorten(&detail));
    if path.is_empty() { fault } else { fault.field(shorten(path)) }
}

/// The path already ends with the name when the tracker saw the key.
fn name_in(path: &str, name: &str) -> String {
    let ends = path == name || path.strip_suffix(name).is_some_and(|rest| rest.ends_with('.'));
    if ends { path.to_owned() } else { join(path, name) }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn unquote(text: &str) -> &str {
    text.strip_prefix('`').unwrap_or(text).split('`').next().unwrap_or_default()
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(DETAIL_CHARS) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

/// A JSON object. serde alone would take a list of values in the order of the fields as well.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Object<T>(pub(crate) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ObjectVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
            type Value = T;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map))
            }
        }
        deserializer.deserialize_map(ObjectVisitor(PhantomData)).map(Object)
    }
}

/// A list that stops growing before it can fill the memory.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct List<T>(pub(crate) Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
            type Value = Vec<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    if list.len() == MAX_ITEMS {
                        return Err(serde::de::Error::custom(format_args!(
                            "holds more than {MAX_ITEMS} items"
                        )));
                    }
                    list.push(item);
                }
                Ok(list)
            }
        }
        deserializer.deserialize_seq(ListVisitor(PhantomData)).map(List)
    }
}

/// An object of texts whose names are all different, in the order they came.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct TextMap(pub(crate) Vec<(String, String)>);

impl<'de> Deserialize<'de> for TextMap {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextMapVisitor;
        impl<'de> Visitor<'de> for TextMapVisitor {
            type Value = Vec<(String, String)>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of texts")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                let mut names = std::collections::HashSet::new();
                while let Some((name, value)) = map.next_entry::<String, String>()? {
                    if pairs.len() == MAX_ITEMS {
                        return Err(serde::de::Error::custom(format_args!(
                            "holds more than {MAX_ITEMS} names"
                        )));
                    }
                    if !names.insert(name.clone()) {
                        return Err(serde::de::Error::custom(format_args!("duplicate field `{name}`")));
                    }
                    pairs.push((name, value));
                }
                Ok(pairs)
            }
        }
        deserializer.deserialize_map(TextMapVisitor).map(TextMap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only parsed")]
    struct Outer {
        name: String,
        inner: Option<Object<Inner>>,
        list: Option<List<Object<Inner>>>,
        env: Option<TextMap>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only parsed")]
    struct Inner {
        size: Option<u64>,
    }

    fn code_and_field(text: &str) -> (&'static str, String) {
        let fault = parse::<Outer>(text.as_bytes()).unwrap_err();
        assert!(fault.detail().chars().count() <= DETAIL_CHARS + 3);
        (fault.code(), fault.field_name().unwrap_or_default().to_owned())
    }

    #[test]
    fn every_fault_has_its_code_and_its_place() {
        let deep = format!(r#"{{"name":{}1{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
        for (text, code, field) in [
            ("", "invalid_json", ""),
            ("{", "invalid_json", ""),
            ("nope", "invalid_json", ""),
            ("[]", "invalid_type", ""),
            ("null", "invalid_type", ""),
            (r#""x""#, "invalid_type", ""),
            (r#"["x",null,null,null]"#, "invalid_type", ""),
            ("{}", "missing_field", "name"),
            (r#"{"name":1}"#, "invalid_type", "name"),
            (r#"{"name":null}"#, "invalid_type", "name"),
            (r#"{"name":"a","name":"b"}"#, "duplicate_field", "name"),
            (r#"{"name":"a","nome":"b"}"#, "unknown_field", "nome"),
            (r#"{"name":"a","inner":{"sise":1}}"#, "unknown_field", "inner.sise"),
            (r#"{"name":"a","inner":{"size":-1}}"#, "invalid_value", "inner.size"),
            (r#"{"name":"a","inner":{"size":1.5}}"#, "invalid_type", "inner.size"),
            (r#"{"name":"a","inner":{"size":"1"}}"#, "invalid_type", "inner.size"),
            (r#"{"name":"a","inner":{"size":18446744073709551616}}"#, "invalid_type", "inner.size"),
            (r#"{"name":"a","inner":[1]}"#, "invalid_type", "inner"),
            (r#"{"name":"a","list":{}}"#, "invalid_type", "list"),
            (r#"{"name":"a","list":[{"size":1},{"size":true}]}"#, "invalid_type", "list[1].size"),
            (r#"{"name":"a","env":{"A":"1","A":"2"}}"#, "duplicate_field", "env.A"),
            (r#"{"name":"a","env":{"A":1}}"#, "invalid_type", "env.A"),
            (r#"{"name":"a"} x"#, "invalid_json", ""),
            (r#"{"name":NaN}"#, "invalid_json", ""),
            (r#"{"name":1e400}"#, "invalid_json", ""),
            (r#"{"name":"\ud800"}"#, "invalid_json", ""),
            ("{\"name\":\"\n\"}", "invalid_json", ""),
            (&deep, "invalid_type", "name"),
        ] {
            assert_eq!(code_and_field(text), (code, field.to_owned()), "{}", &text[..text.len().min(80)]);
        }
        assert_eq!(parse::<Outer>(b"{\"name\":\"\xff\"}").unwrap_err().code(), "invalid_json");
    }

    #[test]
    fn a_long_name_is_not_repeated_in_full() {
        let text = format!(r#"{{"name":"a","{}":1}}"#, "x".repeat(1_000_000));
        assert!(parse::<Outer>(text.as_bytes()).unwrap_err().detail().len() < 1000);
    }
}
