//! Keys: digests of everything that something kept depends on.
//!
//! Every part is written with its length before it, and every list with the number of its items, so that no two different
//! sequences of parts are the same bytes: `["ab"]` is not `["a", "b"]`, and nothing moves from one field into the next.

use sha2::{Digest as _, Sha256};
use std::fmt;

/// What something kept is found by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key([u8; 32]);

impl Key {
    /// The digest.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Writes the parts of a key.
#[derive(Debug, Clone)]
pub struct KeyWriter(Sha256);

impl KeyWriter {
    /// Keys of this kind and of this version of its parts. Whoever adds a part or changes what one means counts `format` up.
    #[must_use]
    pub fn new(kind: &str, format: u64) -> Self {
        Self(Sha256::new()).text(kind).number(format)
    }

    /// A part of any bytes.
    #[must_use]
    pub fn bytes(mut self, part: &[u8]) -> Self {
        self.0.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        self.0.update(part);
        self
    }

    /// A text.
    #[must_use]
    pub fn text(self, part: &str) -> Self {
        self.bytes(part.as_bytes())
    }

    /// A number.
    #[must_use]
    pub fn number(self, part: u64) -> Self {
        self.bytes(&part.to_le_bytes())
    }

    /// As many parts as there are items, after their number.
    #[must_use]
    pub fn list<T>(self, items: &[T], write: impl Fn(Self, &T) -> Self) -> Self {
        let writer = self.number(u64::try_from(items.len()).unwrap_or(u64::MAX));
        items.iter().fold(writer, write)
    }

    /// A list of texts.
    #[must_use]
    pub fn texts<T: AsRef<str>>(self, items: &[T]) -> Self {
        self.list(items, |writer, item| writer.text(item.as_ref()))
    }

    /// The key.
    #[must_use]
    pub fn finish(self) -> Key {
        Key(self.0.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(first: &[String], second: &[String]) -> Key {
        KeyWriter::new("test", 1).texts(first).texts(second).finish()
    }

    #[test]
    fn kinds_and_formats_do_not_meet() {
        let keys = [("a", 1), ("a", 2), ("b", 1)].map(|(kind, format)| KeyWriter::new(kind, format).finish());
        assert!(keys[0] != keys[1] && keys[0] != keys[2] && keys[1] != keys[2]);
        assert_eq!(keys[0], KeyWriter::new("a", 1).finish());
        assert_eq!(format!("{:?}", keys[0]).len(), 64);
    }

    proptest! {
        /// Parts that are cut or shared out differently are different parts.
        #[test]
        fn different_parts_have_different_keys(
            one in prop::collection::vec("[ab]{0,2}", 0..4), two in prop::collection::vec("[ab]{0,2}", 0..4),
            three in prop::collection::vec("[ab]{0,2}", 0..4), four in prop::collection::vec("[ab]{0,2}", 0..4),
        ) {
            let same = one == three && two == four;
            prop_assert_eq!(of(&one, &two) == of(&three, &four), same);
        }
    }
}
