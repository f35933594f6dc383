//! What is kept of one output stream, and what of it may be shown at once.
//!
//! Kept bytes are raw. Two rules concern UTF-8 alone: a character is never split between two shown pieces, and the
//! cut at the limit never falls inside one. Bytes that are not UTF-8 pass unchanged.

use bytes::Bytes;
use runyard_types::Captured;

/// Collects one stream up to a limit.
#[derive(Debug)]
pub(crate) struct Capture {
    kept: Vec<u8>,
    limit: usize,
    /// How much of `kept` was shown.
    shown: usize,
    /// Everything written, kept or not.
    total: u64,
    truncated: bool,
}

/// What one piece of output led to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Shown<'a> {
    /// Show this now.
    pub(crate) bytes: &'a [u8],
    /// The limit was reached by this piece.
    pub(crate) truncated_now: bool,
}

impl Capture {
    pub(crate) fn new(limit: u64) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        Self { kept: Vec::new(), limit, shown: 0, total: 0, truncated: false }
    }

    /// Takes the next bytes of the stream.
    pub(crate) fn push(&mut self, bytes: &[u8]) -> Shown<'_> {
        self.total = self.total.saturating_add(bytes.len() as u64);
        if self.truncated {
            return Shown { bytes: &[], truncated_now: false };
        }
        let room = self.limit.saturating_sub(self.kept.len());
        let fitting = bytes.get(..room).unwrap_or(bytes);
        self.kept.extend_from_slice(fitting);
        self.truncated = fitting.len() < bytes.len();
        let complete = self.kept.len() - unfinished(&self.kept);
        if self.truncated {
            self.kept.truncate(complete);
        }
        let from = self.shown;
        self.shown = complete.max(from);
        Shown { bytes: self.kept.get(from..complete).unwrap_or_default(), truncated_now: self.truncated }
    }

    /// The stream ended: shows what was held back.
    pub(crate) fn finish(&mut self) -> &[u8] {
        let from = std::mem::replace(&mut self.shown, self.kept.len());
        self.kept.get(from..).unwrap_or_default()
    }

    /// How much was written, kept or not.
    pub(crate) fn total(&self) -> u64 {
        self.total
    }

    pub(crate) fn into_captured(self) -> Captured {
        Captured { bytes: Bytes::from(self.kept), truncated: self.truncated }
    }
}

/// How many bytes at the end are the beginning of a UTF-8 character that is not complete.
fn unfinished(bytes: &[u8]) -> usize {
    for (back, byte) in bytes.iter().rev().take(3).enumerate() {
        let needed = match byte {
            0x80..=0xbf => continue,
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => 1,
        };
        let present = back + 1;
        return if needed > present { present } else { 0 };
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_cut_never_falls_inside_a_character() {
        let mut capture = Capture::new(5);
        let shown = capture.push("aé€z".as_bytes());
        assert_eq!(shown, Shown { bytes: "aé".as_bytes(), truncated_now: true });
        assert_eq!(capture.push(b"more"), Shown { bytes: b"", truncated_now: false });
        assert_eq!(capture.finish(), b"");
        assert_eq!(capture.total(), 11);
        assert_eq!(capture.into_captured(), Captured { bytes: "aé".into(), truncated: true });
    }

    #[test]
    fn exactly_the_limit_is_not_truncated() {
        let mut capture = Capture::new(3);
        assert_eq!(capture.push(b"abc"), Shown { bytes: b"abc", truncated_now: false });
        assert_eq!(capture.push(b""), Shown { bytes: b"", truncated_now: false });
        assert_eq!(capture.into_captured(), Captured { bytes: "abc".into(), truncated: false });
    }

    #[test]
    fn a_split_character_waits_for_its_rest_or_the_end() {
        let mut capture = Capture::new(100);
        assert_eq!(capture.push(b"a\xe2\x82").bytes, b"a");
        assert_eq!(capture.push(b"\xac!").bytes, "€!".as_bytes());
        assert_eq!(capture.push(b"\xf0\x9f").bytes, b"");
        assert_eq!(capture.finish(), b"\xf0\x9f");
    }

    #[test]
    fn bytes_that_are_not_text_pass_unchanged() {
        let all: Vec<u8> = (0..=255).collect();
        let mut capture = Capture::new(256);
        let mut seen = capture.push(&all).bytes.to_vec();
        seen.extend_from_slice(capture.finish());
        assert_eq!(seen, all);
        assert_eq!(capture.into_captured().bytes, all);
    }

    proptest! {
        #[test]
        fn pieces_add_up_and_never_split_text(text in ".{0,60}", cuts in prop::collection::vec(0_usize..6, 0..40), limit in 0_u64..80) {
            let mut capture = Capture::new(limit);
            let mut rest = text.as_bytes();
            let mut seen = Vec::new();
            for cut in cuts {
                let (piece, tail) = rest.split_at(cut.min(rest.len()));
                rest = tail;
                let shown = capture.push(piece).bytes.to_vec();
                prop_assert!(std::str::from_utf8(&shown).is_ok());
                seen.extend(shown);
            }
            let last = capture.push(rest).bytes.to_vec();
            prop_assert!(std::str::from_utf8(&last).is_ok());
            seen.extend(last);
            seen.extend_from_slice(capture.finish());
            prop_assert_eq!(capture.total(), text.len() as u64);
            let captured = capture.into_captured();
            prop_assert_eq!(&captured.bytes, &seen);
            prop_assert!(text.as_bytes().starts_with(&seen));
            prop_assert!(std::str::from_utf8(&seen).is_ok());
            prop_assert!(seen.len() as u64 <= limit);
            prop_assert_eq!(captured.truncated, seen.len() < text.len());
        }
    }
}
