//! Numbers that no other program of this run has, nor one of an earlier run.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

/// The smallest number of 16 digits: all have as many, so that programs are equally long, and none begins with a zero, which C
/// would read as octal.
pub(crate) const FIRST: u64 = 1_000_000_000_000_000;

/// How far they may begin above [`FIRST`], in microseconds: some three years.
const SPAN: u64 = 100_000_000_000_000;

/// Gives each program its number.
#[derive(Debug, Clone)]
pub(crate) struct Numbers(Arc<AtomicU64>);

impl Numbers {
    /// Begins at the microsecond it is.
    pub(crate) fn from_the_clock() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_micros();
        let start = u64::try_from(since % u128::from(SPAN)).unwrap_or_default();
        Self(Arc::new(AtomicU64::new(FIRST + start)))
    }

    /// The next one.
    pub(crate) fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_sixteen_digits_and_none_comes_twice() {
        let numbers = Numbers::from_the_clock();
        let (first, second) = (numbers.next(), numbers.clone().next());
        assert!(second > first);
        assert_eq!((first.to_string().len(), second.to_string().len()), (16, 16));
    }
}
