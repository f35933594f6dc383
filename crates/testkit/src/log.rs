//! What a server writes, kept line by line, with waiting for a line.

use std::{
    io::{BufRead as _, BufReader, Read},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

#[derive(Debug, Default)]
struct State {
    lines: Vec<String>,
    open: usize,
}

/// The lines of stdout and stderr in the order they came. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Log {
    shared: Arc<(Mutex<State>, Condvar)>,
}

impl Log {
    /// Reads a stream to its end on a thread of its own.
    pub fn follow(&self, stream: impl Read + Send + 'static) {
        self.follow_until(stream, |_| false);
    }

    /// The same until a line that is the `last`: what is written after it is written to nobody.
    pub fn follow_until(
        &self,
        stream: impl Read + Send + 'static,
        last: impl Fn(&str) -> bool + Send + 'static,
    ) {
        let log = self.clone();
        log.lock().open += 1;
        thread::spawn(move || {
            // Gone before anybody hears that it has ended.
            let mut lines = BufReader::new(stream).split(b'\n');
            for line in lines.by_ref().map_while(Result::ok) {
                let line = String::from_utf8_lossy(&line).into_owned();
                let is_last = last(&line);
                log.lock().lines.push(line);
                log.shared.1.notify_all();
                if is_last {
                    break;
                }
            }
            drop(lines);
            log.lock().open -= 1;
            log.shared.1.notify_all();
        });
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lock().lines.len()
    }

    /// Whether nothing was written yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Everything so far.
    #[must_use]
    pub fn text(&self) -> String {
        self.lock().lines.join("\n")
    }

    /// Waits until every writer is gone. Whether they are.
    #[must_use]
    pub fn wait_closed(&self, patience: Duration) -> bool {
        let (state, waited) = self
            .shared
            .1
            .wait_timeout_while(self.lock(), patience, |state| state.open > 0)
            .unwrap_or_else(PoisonError::into_inner);
        drop(state);
        !waited.timed_out()
    }

    /// Waits for a line after the first `skip` ones that satisfies `wanted`. `None` when the deadline passed or the
    /// writer is gone.
    #[must_use]
    pub fn wait_for(&self, skip: usize, wanted: impl Fn(&str) -> bool, patience: Duration) -> Option<String> {
        let deadline = Instant::now() + patience;
        let mut state = self.lock();
        loop {
            if let Some(line) = state.lines.iter().skip(skip).find(|line| wanted(line)) {
                return Some(line.clone());
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || state.open == 0 {
                return None;
            }
            state = self.shared.1.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}
