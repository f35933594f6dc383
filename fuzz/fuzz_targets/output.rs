//! Output in pieces that end anywhere: what is kept is the beginning of what was written, within the limit, and neither the
//! cut nor a shown piece splits a character of what is UTF-8.
#![no_main]

use libfuzzer_sys::fuzz_target;

/// The capture is private: its own file is compiled into this target.
#[allow(dead_code, unused_imports, reason = "compiled as it is")]
#[path = "../../crates/engine/src/capture.rs"]
mod capture;
/// The same.
#[allow(dead_code, reason = "compiled as it is")]
#[path = "../../crates/events/src/utf8.rs"]
mod utf8;

fuzz_target!(|data: &[u8]| {
    let [limit, size, data @ ..] = data else { return };
    let (limit, size) = (usize::from(*limit), usize::from(*size).max(1));
    let mut capture = capture::Capture::new(limit as u64);
    let mut shown = Vec::new();
    for piece in data.chunks(size) {
        shown.extend_from_slice(capture.push(piece).bytes);
        let tail = utf8::incomplete_tail(piece);
        assert!(tail <= 3 && tail <= piece.len());
        if std::str::from_utf8(data).is_ok() {
            assert!(std::str::from_utf8(&shown).is_ok(), "a shown piece splits a character");
        }
    }
    shown.extend_from_slice(capture.finish());
    assert_eq!(capture.total(), data.len() as u64);
    let kept = capture.into_captured();
    assert_eq!(kept.bytes, shown, "what is shown is what is kept");
    assert!(kept.bytes.len() <= limit && data.starts_with(&kept.bytes));
    assert_eq!(kept.truncated, kept.bytes.len() < data.len());
    // A cut in the middle of bytes that are no text costs three of them at most.
    assert!(!kept.truncated || kept.bytes.len() + 3 >= limit.min(data.len()));
});
