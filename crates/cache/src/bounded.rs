//! A memory of so many bytes: what was not used for longest makes room.

use crate::{Key, Meter};
use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// What an entry takes beside its own bytes: its places in both maps, rounded up.
const OVERHEAD_BYTES: u64 = 256;
/// One entry takes at most this part of the room, so that a large one never sends away all others.
const LARGEST_PART: u64 = 8;

/// Values by key, bounded by their bytes together.
#[derive(Debug)]
pub struct Bounded<V> {
    max_bytes: u64,
    content: Mutex<Content<V>>,
    meter: Arc<Meter>,
}

#[derive(Debug)]
struct Content<V> {
    entries: HashMap<Key, Entry<V>>,
    /// By the time of their last use, oldest first.
    uses: BTreeMap<u64, Key>,
    /// The time of the next use.
    next: u64,
    bytes: u64,
}

#[derive(Debug)]
struct Entry<V> {
    value: V,
    bytes: u64,
    used: u64,
}

impl<V: Clone> Bounded<V> {
    /// Room for so many bytes, told to `meter`. No room at all keeps nothing.
    #[must_use]
    pub fn new(max_bytes: u64, meter: Arc<Meter>) -> Self {
        let content = Content { entries: HashMap::new(), uses: BTreeMap::new(), next: 0, bytes: 0 };
        Self { max_bytes, content: Mutex::new(content), meter }
    }

    /// The largest value that is kept.
    #[must_use]
    pub fn largest(&self) -> u64 {
        (self.max_bytes / LARGEST_PART).saturating_sub(OVERHEAD_BYTES)
    }

    /// What is kept under this key; it is now the one used last.
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<V> {
        let content = &mut *self.lock();
        let entry = content.entries.get_mut(key)?;
        content.uses.remove(&entry.used);
        entry.used = content.next;
        content.uses.insert(content.next, *key);
        content.next += 1;
        Some(entry.value.clone())
    }

    /// Keeps a value of so many bytes instead of what was kept under its key. A value that is too large is not kept.
    pub fn insert(&self, key: Key, value: V, bytes: u64) {
        let content = &mut *self.lock();
        content.remove(&key);
        if bytes <= self.largest() && self.max_bytes > 0 {
            let bytes = bytes + OVERHEAD_BYTES;
            let used = content.next;
            content.next += 1;
            content.bytes += bytes;
            content.uses.insert(used, key);
            content.entries.insert(key, Entry { value, bytes, used });
            while content.bytes > self.max_bytes {
                let Some(oldest) = content.uses.first_key_value().map(|(_, key)| *key) else { break };
                content.remove(&oldest);
            }
        }
        self.meter.holds(content.entries.len(), content.bytes);
    }

    /// Forgets what is kept under this key.
    pub fn remove(&self, key: &Key) {
        let content = &mut *self.lock();
        content.remove(key);
        self.meter.holds(content.entries.len(), content.bytes);
    }

    fn lock(&self) -> MutexGuard<'_, Content<V>> {
        self.content.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<V> Content<V> {
    fn remove(&mut self, key: &Key) {
        if let Some(entry) = self.entries.remove(key) {
            self.uses.remove(&entry.used);
            self.bytes -= entry.bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::KeyWriter;
    use proptest::prelude::*;

    fn key(number: u64) -> Key {
        KeyWriter::new("test", number).finish()
    }

    fn bounded(max_bytes: u64) -> (Bounded<u64>, Arc<Meter>) {
        let meter = Arc::new(Meter::default());
        (Bounded::new(max_bytes, Arc::clone(&meter)), meter)
    }

    #[test]
    fn what_was_not_used_for_longest_makes_room() {
        let (cache, meter) = bounded(16 * 1000);
        let each = 2000 - OVERHEAD_BYTES;
        for number in 0..8 {
            cache.insert(key(number), number, each);
        }
        assert_eq!((meter.read().entries, meter.read().bytes), (8, 16_000));
        assert_eq!(cache.get(&key(0)), Some(0));
        cache.insert(key(8), 8, each);
        assert_eq!(cache.get(&key(1)), None, "used longest ago");
        assert_eq!(cache.get(&key(0)), Some(0));
        cache.insert(key(0), 100, 1);
        assert_eq!(cache.get(&key(0)), Some(100));
        assert_eq!((meter.read().entries, meter.read().bytes), (8, 14_000 + 1 + OVERHEAD_BYTES));
        cache.remove(&key(0));
        assert_eq!((cache.get(&key(0)), meter.read().entries), (None, 7));
    }

    #[test]
    fn what_is_too_large_is_not_kept_and_neither_is_what_it_replaces() {
        let (cache, meter) = bounded(80_000);
        cache.insert(key(1), 1, cache.largest());
        assert_eq!(cache.get(&key(1)), Some(1));
        cache.insert(key(1), 2, cache.largest() + 1);
        assert_eq!((cache.get(&key(1)), meter.read().bytes), (None, 0));
        let (nothing, meter) = bounded(0);
        nothing.insert(key(1), 1, 0);
        assert_eq!((nothing.get(&key(1)), meter.read().entries), (None, 0));
    }

    proptest! {
        #[test]
        fn there_is_never_more_than_there_is_room(steps in prop::collection::vec((0_u64..20, 0_u64..1500), 0..200)) {
            let (cache, meter) = bounded(10_000);
            for (number, bytes) in steps {
                cache.insert(key(number), number, bytes);
                let numbers = meter.read();
                prop_assert!(numbers.bytes <= 10_000);
                prop_assert!(numbers.entries * OVERHEAD_BYTES <= numbers.bytes);
                prop_assert_eq!(cache.get(&key(number)).is_some(), bytes <= cache.largest());
            }
        }
    }
}
