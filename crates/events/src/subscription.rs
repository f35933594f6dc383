//! Reading a channel.

use crate::{Ended, Hub, channel::Channel};
use runyard_types::{Event, EventId};
use std::sync::Arc;
use tokio::sync::watch;

/// What there is to read.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// These come next.
    Events(Vec<Arc<Event>>),
    /// Nothing yet: wait for a change.
    Nothing,
    /// The execution ended and what the reader has not seen is not here any more: ask the store.
    Missed,
    /// The reader has seen the end.
    Over,
}

/// One reader of one execution's events. It is told of every change after it was made, so state read elsewhere
/// afterwards cannot be older than the first change it sees.
#[derive(Debug)]
pub struct Subscription {
    channel: Arc<Channel>,
    hub: Hub,
    changes: Option<watch::Receiver<()>>,
    seen: EventId,
}

impl Subscription {
    pub(crate) fn new(hub: Hub, channel: Arc<Channel>, seen: EventId) -> Self {
        let changes = Some(channel.changes());
        Self { channel, hub, changes, seen }
    }

    /// What the reader has not seen yet. Never waits.
    pub fn read(&mut self) -> Reading {
        if let Some(changes) = &mut self.changes {
            changes.borrow_and_update();
        }
        self.channel.state().read(self.channel.id(), &mut self.seen)
    }

    /// Waits for a change since the last [`read`](Self::read).
    pub async fn changed(&mut self) {
        match &mut self.changes {
            // The channel is held, so its sender lives.
            Some(changes) => drop(changes.changed().await),
            None => std::future::pending().await,
        }
    }

    /// Waits until the end was published here.
    pub async fn ended(&mut self) {
        while !self.has_ended() {
            self.changed().await;
        }
    }

    /// How it ended, where the worker that recorded it has said so. Otherwise the store knows.
    #[must_use]
    pub fn outcome(&self) -> Option<Arc<Ended>> {
        self.channel.state().outcome.clone()
    }

    /// Whether the end was published here.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.channel.state().phase == crate::channel::Phase::Ended
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.changes = None;
        if !self.channel.is_watched() {
            self.channel.state().outcome = None;
        }
        self.hub.unwatch(&self.channel);
    }
}
