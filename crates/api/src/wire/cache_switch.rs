//! The `cache` field: a switch with a third position.

use runyard_types::Caching;
use serde::{Deserialize, Deserializer, de};
use std::fmt;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        RefOr, Schema,
        schema::{ObjectBuilder, OneOfBuilder, Type},
    },
};

/// What a request says about kept work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CacheSwitch {
    /// `true`: an answer of the same submission may be given again.
    On,
    /// `false`: nothing kept is used, nothing is kept.
    Off,
    /// `"refresh"`: everything is done anew, and kept.
    Refresh,
}

/// The word for the third position.
const REFRESH: &str = "refresh";

impl CacheSwitch {
    /// What a request may use that says this, or nothing, on a server with this default.
    pub(crate) fn resolve(switch: Option<Self>, answers_by_default: bool) -> Caching {
        match switch {
            Some(Self::On) => Caching::Answers,
            Some(Self::Off) => Caching::Nothing,
            Some(Self::Refresh) => Caching::Refresh,
            None if answers_by_default => Caching::Answers,
            None => Caching::Programs,
        }
    }
}

impl<'de> Deserialize<'de> for CacheSwitch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SwitchVisitor;
        impl de::Visitor<'_> for SwitchVisitor {
            type Value = CacheSwitch;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "true, false or {REFRESH:?}")
            }

            fn visit_bool<E: de::Error>(self, on: bool) -> Result<CacheSwitch, E> {
                Ok(if on { CacheSwitch::On } else { CacheSwitch::Off })
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<CacheSwitch, E> {
                match word {
                    REFRESH => Ok(CacheSwitch::Refresh),
                    other => Err(E::invalid_value(de::Unexpected::Str(other), &self)),
                }
            }
        }
        deserializer.deserialize_any(SwitchVisitor)
    }
}

impl PartialSchema for CacheSwitch {
    fn schema() -> RefOr<Schema> {
        OneOfBuilder::new()
            .item(ObjectBuilder::new().schema_type(Type::Boolean))
            .item(ObjectBuilder::new().schema_type(Type::String).enum_values(Some([REFRESH])))
            .into()
    }
}

impl ToSchema for CacheSwitch {}
