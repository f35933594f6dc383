//! The newest events of an attempt, bounded by size.

use runyard_types::{Encoding, Event, EventBody};
use std::{collections::VecDeque, sync::Arc};

/// What an event costs beside its data: allocation, fields, place in the ring.
const EVENT_COST: usize = 256;
/// An event grows to this much data at most by joining.
const JOINED_BYTES: usize = 16 << 10;

/// Events in order; the oldest leave when the budget is used up.
#[derive(Debug, Default)]
pub(crate) struct Ring {
    events: VecDeque<Arc<Event>>,
    bytes: usize,
    budget: usize,
}

impl Ring {
    /// Holds `output_bytes` of output twice, for its two streams, and as much again for the events around it.
    pub(crate) fn new(output_bytes: usize) -> Self {
        let budget = output_bytes.saturating_mul(4).saturating_add(64 << 10);
        Self { events: VecDeque::new(), bytes: 0, budget }
    }

    /// Appends an event.
    pub(crate) fn push(&mut self, event: Event) {
        self.bytes += cost(&event);
        self.events.push_back(Arc::new(event));
        while self.bytes > self.budget && self.events.len() > 1 {
            if let Some(oldest) = self.events.pop_front() {
                self.bytes -= cost(&oldest);
            }
        }
    }

    /// Appends text to the last event instead of making another, when nobody has seen that event (`seen` is the last
    /// number handed out) and it is text of the same stream. Whether it did.
    pub(crate) fn join(&mut self, next: &EventBody, seen: u64) -> bool {
        let EventBody::Output { stage, stream, data, encoding: Encoding::Utf8 } = next else { return false };
        let Some(last) = self.events.back_mut() else { return false };
        if last.seq <= seen {
            return false;
        }
        // A reference held elsewhere means that somebody may have seen it after all.
        let Some(last) = Arc::get_mut(last) else { return false };
        match &mut last.body {
            EventBody::Output {
                stage: last_stage,
                stream: last_stream,
                data: text,
                encoding: Encoding::Utf8,
            } if last_stage == stage && last_stream == stream && text.len() + data.len() <= JOINED_BYTES => {
                text.push_str(data);
                self.bytes += data.len();
                true
            }
            _ => false,
        }
    }

    /// Number of the oldest event still here.
    pub(crate) fn first_seq(&self) -> Option<u64> {
        self.events.front().map(|event| event.seq)
    }

    /// The events after `seq`.
    pub(crate) fn after(&self, seq: u64) -> Vec<Arc<Event>> {
        let skip = self.events.partition_point(|event| event.seq <= seq);
        self.events.range(skip..).cloned().collect()
    }

    /// Bytes of memory used, about.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }
}

fn cost(event: &Event) -> usize {
    let data = match &event.body {
        EventBody::Output { data, .. } => data.len(),
        EventBody::End { message, .. } => message.as_ref().map_or(0, String::len),
        EventBody::Restart { reason } => reason.len(),
        _ => 0,
    };
    EVENT_COST + data
}
