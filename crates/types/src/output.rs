//! Bytes a program wrote, and their form on the wire.
//!
//! A program may write anything. Inside Runyard output stays bytes; on the wire it is text when it is valid UTF-8
//! and base64 otherwise, and the field beside it says which.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What was kept of one output stream.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Captured {
    /// The bytes kept, at most the limit.
    pub bytes: Bytes,
    /// Whether more was written than kept.
    pub truncated: bool,
}

/// How bytes are written in JSON.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum Encoding {
    /// As text.
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// As standard base64 with padding.
    #[serde(rename = "base64")]
    Base64,
}

/// Bytes in their wire form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodedText {
    /// The text or the base64 form.
    pub text: String,
    /// Which of the two.
    pub encoding: Encoding,
}

impl EncodedText {
    /// UTF-8 where the bytes allow it, base64 otherwise.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self { text: text.to_owned(), encoding: Encoding::Utf8 },
            Err(_) => Self { text: STANDARD.encode(bytes), encoding: Encoding::Base64 },
        }
    }

    /// The bytes again; `None` when base64 is malformed.
    #[must_use]
    pub fn decode(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
        match encoding {
            Encoding::Utf8 => Some(text.as_bytes().to_vec()),
            Encoding::Base64 => STANDARD.decode(text).ok(),
        }
    }
}
