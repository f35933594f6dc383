//! Wake-ups within the process. A wake-up carries nothing and may be lost by a broker; the store knows the truth.

use tokio::sync::watch;

/// Tells of changes. Anything that changes after [`mark_seen`](Self::mark_seen) wakes [`changed`](Self::changed), so:
/// mark, then look, then wait.
#[derive(Debug, Clone)]
pub struct WakeUps(watch::Receiver<()>);

impl WakeUps {
    /// What has changed so far is seen.
    pub fn mark_seen(&mut self) {
        self.0.borrow_and_update();
    }

    /// Whether something has changed that is not seen yet.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.0.has_changed().unwrap_or(false)
    }

    /// Waits for a change that is not seen yet. Never returns when the queue is gone.
    pub async fn changed(&mut self) {
        if self.0.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// The other end.
#[derive(Debug)]
pub(crate) struct Bell(watch::Sender<()>);

impl Bell {
    pub(crate) fn new() -> Self {
        Self(watch::Sender::new(()))
    }

    pub(crate) fn ring(&self) {
        self.0.send_replace(());
    }

    pub(crate) fn listen(&self) -> WakeUps {
        WakeUps(self.0.subscribe())
    }
}
