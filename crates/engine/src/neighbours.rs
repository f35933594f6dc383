//! How many stages compute at once: what a run shared the machine with.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The stages of an engine that are under way.
#[derive(Debug, Clone)]
pub(crate) struct Neighbours {
    cores: u32,
    shared: Arc<Mutex<Shared>>,
}

#[derive(Debug, Default)]
struct Shared {
    /// Stages that compute.
    computing: u32,
    /// The most that computed at once since each stage began, by its number.
    most: Vec<(u64, u32)>,
    next: u64,
}

impl Shared {
    fn begin_to_compute(&mut self) {
        self.computing += 1;
        for (_, most) in &mut self.most {
            *most = (*most).max(self.computing);
        }
    }
}

impl Neighbours {
    /// Nobody yet, on so many cores.
    pub(crate) fn new(cores: u32) -> Self {
        Self { cores, shared: Arc::default() }
    }

    /// The cores they share.
    pub(crate) fn cores(&self) -> u32 {
        self.cores
    }

    /// A stage begins, and computes until it says otherwise.
    pub(crate) fn begin(&self) -> Presence {
        let mut shared = self.lock();
        let number = shared.next;
        shared.next += 1;
        shared.most.push((number, 0));
        shared.begin_to_compute();
        Presence { neighbours: self.clone(), number, computes: true }
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One stage under way. It ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Presence {
    neighbours: Neighbours,
    number: u64,
    computes: bool,
}

impl Presence {
    /// It waits, or computes again.
    pub(crate) fn computes(&mut self, computes: bool) {
        if self.computes != computes {
            self.computes = computes;
            let mut shared = self.neighbours.lock();
            if computes {
                shared.begin_to_compute();
            } else {
                shared.computing -= 1;
            }
        }
    }

    /// The most stages that computed at once since this one began, itself included.
    pub(crate) fn most(&self) -> u32 {
        let shared = self.neighbours.lock();
        shared.most.iter().find(|(number, _)| *number == self.number).map_or(1, |(_, most)| *most)
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        self.computes(false);
        self.neighbours.lock().most.retain(|(number, _)| *number != self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_at_once_is_remembered_and_sleepers_do_not_count() {
        let neighbours = Neighbours::new(2);
        let mut first = neighbours.begin();
        assert_eq!(first.most(), 1);
        first.computes(false);
        let second = neighbours.begin();
        assert_eq!((first.most(), second.most()), (1, 1));
        first.computes(true);
        assert_eq!((first.most(), second.most()), (2, 2));
        drop(second);
        let third = neighbours.begin();
        assert_eq!((first.most(), third.most()), (2, 2));
        drop(first);
        drop(third);
        assert_eq!(neighbours.begin().most(), 1);
        assert!(neighbours.lock().most.is_empty());
    }
}
