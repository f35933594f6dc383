//! Query parameters, as strict as bodies: unknown and repeated ones are refused.

use crate::fault::{Fault, Outcome};
use std::{borrow::Cow, str::FromStr};

pub(crate) struct Query<'a>(Vec<(Cow<'a, str>, Cow<'a, str>)>);

impl<'a> Query<'a> {
    /// # Errors
    /// 400 for a parameter that is not in `allowed` or comes twice.
    pub(crate) fn parse(text: Option<&'a str>, allowed: &[&str]) -> Outcome<Self> {
        let mut pairs: Vec<(Cow<'_, str>, Cow<'_, str>)> = Vec::new();
        for (name, value) in form_urlencoded::parse(text.unwrap_or_default().as_bytes()) {
            let shown: String = name.chars().take(100).collect();
            if !allowed.contains(&name.as_ref()) {
                let detail =
                    format!("{shown:?} is not a query parameter here; there are {}", allowed.join(", "));
                return Err(Fault::bad("unknown_parameter", shown, detail));
            }
            if pairs.iter().any(|(known, _)| *known == name) {
                return Err(Fault::bad(
                    "duplicate_parameter",
                    shown.clone(),
                    format!("{shown} is given more than once"),
                ));
            }
            pairs.push((name, value));
        }
        Ok(Self(pairs))
    }

    /// The value, if it is given and not empty.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, value)| known == name && !value.is_empty())
            .map(|(_, value)| value.as_ref())
    }

    /// # Errors
    /// 400 when it is given and cannot be read.
    pub(crate) fn read<T: FromStr>(&self, name: &str, expected: &str) -> Outcome<Option<T>> {
        let parse = |text: &str| {
            text.parse()
                .map_err(|_| Fault::bad("invalid_parameter", name, format!("{name} must be {expected}")))
        };
        self.text(name).map(parse).transpose()
    }
}
