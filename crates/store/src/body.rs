//! The stored form of what is large: MessagePack with field names.
//!
//! Bytes stay bytes (a program may write anything, NUL and broken UTF-8 included), and the names let a newer version
//! read what an older one queued.

use crate::StoreError;
use serde::{Serialize, de::DeserializeOwned};

/// Writes a value in its stored form.
///
/// # Errors
/// The value has no such form.
pub fn encode<T: Serialize>(what: &'static str, value: &T) -> Result<Vec<u8>, StoreError> {
    rmp_serde::to_vec_named(value).map_err(|source| StoreError::Encode { what, source })
}

/// Reads a value back.
///
/// # Errors
/// The bytes are not such a value.
pub fn decode<T: DeserializeOwned>(what: &'static str, bytes: &[u8]) -> Result<T, StoreError> {
    rmp_serde::from_slice(bytes).map_err(|source| StoreError::Decode { what, source })
}
