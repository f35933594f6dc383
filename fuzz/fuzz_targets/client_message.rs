//! What a browser or another client says on an open socket, and what the server says to it: both are read back as written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use runyard_types::{ClientMessage, EncodedText, Event};

fuzz_target!(|data: &[u8]| {
    if let Ok(message) = serde_json::from_slice::<ClientMessage>(data) {
        let written = serde_json::to_string(&message).expect("a message can be written");
        let again: ClientMessage = serde_json::from_str(&written).expect("what was written can be read");
        assert_eq!(format!("{message:?}"), format!("{again:?}"));
    }
    if let Ok(event) = serde_json::from_slice::<Event>(data) {
        let written = serde_json::to_string(&event).expect("an event can be written");
        let again: Event = serde_json::from_str(&written).expect("what was written can be read");
        assert_eq!(format!("{event:?}"), format!("{again:?}"));
    }
    let text = EncodedText::from_bytes(data);
    assert_eq!(EncodedText::decode(&text.text, text.encoding).as_deref(), Some(data));
});
