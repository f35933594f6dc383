//! Packets between the server, the launcher, and the slots, as both ends read them: nothing makes a reader fall over, and
//! what was understood is understood the same after it was written again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use runyard_sandbox::protocol::{FromLauncher, FromSlot, ToSlot};
use serde::{Serialize, de::DeserializeOwned};
use std::fmt::Debug;

// What the record's own file names.
use runyard_sandbox::{protocol, sys};

/// Records between init and the keeper are private: their own file is compiled into this target.
#[allow(dead_code, reason = "only reading is used")]
#[path = "../../crates/sandbox/src/slot/record.rs"]
mod record;

fn there_and_back<T: Serialize + DeserializeOwned + Debug>(data: &[u8]) {
    let Ok(message) = serde_json::from_slice::<T>(data) else { return };
    let written = serde_json::to_vec(&message).expect("a message can be written");
    let again: T = serde_json::from_slice(&written).expect("what was written can be read");
    assert_eq!(format!("{message:?}"), format!("{again:?}"));
}

fuzz_target!(|data: &[u8]| {
    there_and_back::<ToSlot>(data);
    there_and_back::<FromSlot>(data);
    there_and_back::<FromLauncher>(data);
    let _ = record::Record::decode(data);
});
