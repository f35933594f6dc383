//! Keeps characters whole: output arrives in pieces that end anywhere, events never split a UTF-8 character.

/// Bytes at the end of `bytes` that begin a character which is not complete yet; 0 to 3.
pub(crate) fn incomplete_tail(bytes: &[u8]) -> usize {
    // The lead byte of an incomplete character is among the last three.
    for back in 1..=bytes.len().min(3) {
        let byte = bytes[bytes.len() - back];
        let length = match byte {
            0b1000_0000..=0b1011_1111 => continue,
            0b1100_0010..=0b1101_1111 => 2,
            0b1110_0000..=0b1110_1111 => 3,
            0b1111_0000..=0b1111_0100 => 4,
            _ => return 0,
        };
        if back >= length {
            return 0;
        }
        // Only what can still become a character waits: E0 80, say, cannot.
        return match std::str::from_utf8(&bytes[bytes.len() - back..]) {
            Err(error) if error.error_len().is_none() => back,
            _ => 0,
        };
    }
    0
}

#[cfg(test)]
mod tests {
    use super::incomplete_tail;
    use proptest::prelude::*;

    #[test]
    fn only_beginnings_of_characters_wait() {
        assert_eq!(incomplete_tail("é".as_bytes()), 0);
        assert_eq!(incomplete_tail(&"é".as_bytes()[..1]), 1);
        assert_eq!(incomplete_tail(&"€".as_bytes()[..2]), 2);
        assert_eq!(incomplete_tail(&"😀".as_bytes()[..3]), 3);
        assert_eq!(incomplete_tail(b"abc"), 0);
        assert_eq!(incomplete_tail(b"\xff"), 0);
        assert_eq!(incomplete_tail(b"\xe0\x80"), 0);
        assert_eq!(incomplete_tail(b"\x80\x80\x80\x80"), 0);
        assert_eq!(incomplete_tail(b""), 0);
    }

    proptest! {
        #[test]
        fn text_cut_anywhere_stays_text(text in "\\PC{0,40}", cut in 0_usize..200) {
            let bytes = text.as_bytes();
            let cut = cut.min(bytes.len());
            let keep = cut - incomplete_tail(&bytes[..cut]);
            prop_assert!(std::str::from_utf8(&bytes[..keep]).is_ok());
            prop_assert!(std::str::from_utf8(&bytes[keep..]).is_ok());
        }
    }
}
