//! How many streams each client holds open, and all clients together. A stream costs a connection for as long as it lasts, so
//! requests a minute do not bound it.

use crate::{
    client::Client,
    fault::{Fault, Outcome},
};
use axum::http::StatusCode;
use runyard_config::RateLimit;
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// When trying again makes sense: a stream must end first.
const RETRY_AFTER: Duration = Duration::from_secs(10);

type Shared = Arc<Mutex<Counts>>;

#[derive(Debug, Default)]
struct Counts {
    of: HashMap<IpAddr, u32>,
    all: usize,
}

/// The open streams of every client.
#[derive(Debug)]
pub(crate) struct OpenStreams {
    counts: Shared,
    most: u32,
    most_of_all: usize,
    loopback: bool,
}

/// One open stream. Dropping it makes room for another.
#[derive(Debug)]
pub(crate) struct StreamPermit {
    counts: Shared,
    network: IpAddr,
}

impl OpenStreams {
    pub(crate) fn new(config: &RateLimit, most_of_all: usize) -> Self {
        Self { counts: Shared::default(), most: config.streams, most_of_all, loopback: config.loopback }
    }

    /// # Errors
    /// 429 when the client holds as many as it may, 503 when all together hold as many as there is room for.
    pub(crate) fn open(&self, client: &Client) -> Outcome<StreamPermit> {
        let network = client.network();
        let counted = self.most > 0 && (self.loopback || !client.local);
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.all >= self.most_of_all {
            let detail = "this server holds as many open streams as it has room for; the record of the execution can still be asked for";
            return Err(Fault::new(StatusCode::SERVICE_UNAVAILABLE, "too_many_streams", detail)
                .retry_after(RETRY_AFTER));
        }
        let count = counts.of.entry(network).or_default();
        if counted && *count >= self.most {
            let detail = format!("your address already holds {count} open streams; close one first");
            return Err(Fault::new(StatusCode::TOO_MANY_REQUESTS, "too_many_streams", detail)
                .retry_after(RETRY_AFTER));
        }
        *count += 1;
        counts.all += 1;
        drop(counts);
        Ok(StreamPermit { counts: Arc::clone(&self.counts), network })
    }
}

impl Drop for StreamPermit {
    fn drop(&mut self) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.all -= 1;
        if let Some(count) = counts.of.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                counts.of.remove(&self.network);
            }
        }
    }
}
