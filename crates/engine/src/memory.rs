//! Admission by memory: stages whose limits do not fit into the machine together wait for each other.
//!
//! A limit is a promise to the program that so much is there. Without admission ten programs at their limits on a machine for
//! nine would make the kernel pick one to kill, or the server itself.

use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What is counted: finer would not change who waits.
const UNIT_BYTES: u64 = 1 << 20;

/// The memory that stages may use together.
#[derive(Debug, Clone)]
pub(crate) struct MemoryBudget {
    units: Arc<Semaphore>,
    total: u32,
}

/// The right to use memory. Dropping it gives it back.
#[derive(Debug)]
pub(crate) struct Room {
    _units: OwnedSemaphorePermit,
}

impl MemoryBudget {
    /// So many bytes for all stages.
    pub(crate) fn new(bytes: u64) -> Self {
        let total = u32::try_from(bytes / UNIT_BYTES).unwrap_or(u32::MAX).max(1);
        let total = total.min(u32::try_from(Semaphore::MAX_PERMITS).unwrap_or(u32::MAX));
        Self {
            units: Arc::new(Semaphore::new(usize::try_from(total).unwrap_or(Semaphore::MAX_PERMITS))),
            total,
        }
    }

    /// Room for a stage with this limit if there is some now.
    pub(crate) fn room_now(&self, bytes: u64) -> Option<Room> {
        let units = Arc::clone(&self.units).try_acquire_many_owned(self.units_of(bytes)).ok()?;
        Some(Room { _units: units })
    }

    /// Room for a stage with this limit. Who waits longest is first, whatever others ask for. Cancel-safe.
    pub(crate) async fn room(&self, bytes: u64) -> Option<Room> {
        let units = Arc::clone(&self.units).acquire_many_owned(self.units_of(bytes)).await.ok()?;
        Some(Room { _units: units })
    }

    /// A stage that is larger than the whole runs alone.
    fn units_of(&self, bytes: u64) -> u32 {
        u32::try_from(bytes.div_ceil(UNIT_BYTES)).unwrap_or(u32::MAX).clamp(1, self.total)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_does_not_fit_waits_in_order() {
        let budget = MemoryBudget::new(100 << 20);
        let first = budget.room_now(60 << 20).unwrap();
        assert!(budget.room_now(41 << 20).is_none());
        let second = budget.room_now(40 << 20).unwrap();
        let waiting = budget.room(80 << 20);
        tokio::pin!(waiting);
        assert!(futures_now(&mut waiting).await.is_none(), "nothing is free");
        drop(first);
        assert!(futures_now(&mut waiting).await.is_none(), "60 of the 80");
        assert!(budget.room_now(1 << 20).is_none(), "whoever waits is first");
        drop(second);
        assert!(futures_now(&mut waiting).await.is_some());
    }

    #[tokio::test]
    async fn what_never_fits_runs_alone() {
        let budget = MemoryBudget::new(10 << 20);
        let all = budget.room_now(u64::MAX).unwrap();
        assert!(budget.room_now(1).is_none());
        drop(all);
        assert!(budget.room_now(1).is_some());
    }

    /// What a future has to say without waiting.
    async fn futures_now<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
        tokio::select! {
            biased;
            output = future => Some(output),
            () = std::future::ready(()) => None,
        }
    }
}
