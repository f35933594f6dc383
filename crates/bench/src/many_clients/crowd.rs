//! All who watch.

use super::watcher::{Seen, Transport, Watcher};
use runyard_load::Percentiles;
use runyard_testkit::Client;
use serde::Serialize;
use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{sync::Semaphore, task::JoinSet};

/// Streams that are being opened at the same moment. A class that comes in is not one instant.
const AT_THE_DOOR: usize = 200;

/// Watchers whose streams are open.
#[derive(Debug, Default)]
pub(crate) struct Crowd {
    watching: JoinSet<anyhow::Result<Seen>>,
    gathered: Gathered,
}

/// What went wrong, without what differs from one request to the next.
fn said(error: &anyhow::Error) -> String {
    let text = format!("{error:#}");
    text.split(",\"request_id\"").next().unwrap_or_default().to_owned()
}

/// How it went for all of them.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Gathered {
    /// Streams that were opened.
    pub opened: usize,
    /// How long that took, in seconds.
    pub opening_seconds: f64,
    /// Streams that were refused, by what was said.
    pub refused: BTreeMap<String, u64>,
    /// Streams that did not last until their program's end, by what happened.
    pub lost: BTreeMap<String, u64>,
    /// Lines that somebody should have seen and did not.
    pub missed_lines: u64,
    /// Lines that were seen, each as often as somebody saw it.
    pub seen_lines: usize,
    /// From printing a line to its arrival, in milliseconds.
    pub line_delay_ms: Option<Percentiles>,
    /// How long it took until everybody had heard of the end, in seconds.
    pub ending_seconds: f64,
}

impl Crowd {
    /// Opens so many streams, in turn by the one and the other transport, in turn of these programs. Ready when each is open and
    /// has shown something, or was refused.
    pub(crate) async fn gather(&mut self, client: &Client, programs: &[String], count: usize) {
        let start = Instant::now();
        let door = Arc::new(Semaphore::new(AT_THE_DOOR));
        let mut opening = JoinSet::new();
        let transports = [Transport::Events, Transport::Socket].into_iter().cycle();
        // Two in a row follow the same program, one by each transport.
        let programs = programs.iter().flat_map(|program| [program, program]).cycle();
        for (transport, program) in transports.zip(programs).take(count) {
            let (client, door, program) = (client.clone(), Arc::clone(&door), program.clone());
            opening.spawn(async move {
                let _turn = door.acquire().await;
                Watcher::open(&client, &program, transport).await
            });
        }
        for opened in opening.join_all().await {
            match opened {
                Ok(watcher) => {
                    self.gathered.opened += 1;
                    self.watching.spawn(watcher.watch());
                }
                Err(error) => *self.gathered.refused.entry(said(&error)).or_default() += 1,
            }
        }
        self.gathered.opening_seconds += start.elapsed().as_secs_f64();
    }

    /// Nobody should have seen an end yet: counts those who are gone.
    pub(crate) fn count_deserters(&mut self) {
        while let Some(gone) = self.watching.try_join_next() {
            let why = match gone {
                Ok(Ok(_)) => "ended before its program".to_owned(),
                Ok(Err(error)) => said(&error),
                Err(error) => error.to_string(),
            };
            *self.gathered.lost.entry(why).or_default() += 1;
        }
    }

    /// Waits until every stream has ended, which follows from the end of the programs, the first of which was ended at `since`.
    pub(crate) async fn dismiss(mut self, since: Instant) -> Gathered {
        let mut delays: Vec<Duration> = Vec::new();
        while let Some(watched) = self.watching.join_next().await {
            let why = match watched {
                Ok(Ok(seen)) => {
                    self.gathered.missed_lines += seen.missed;
                    delays.extend(seen.delays);
                    if seen.end {
                        continue;
                    }
                    "ended without an end".to_owned()
                }
                Ok(Err(error)) => said(&error),
                Err(error) => error.to_string(),
            };
            *self.gathered.lost.entry(why).or_default() += 1;
        }
        self.gathered.ending_seconds = since.elapsed().as_secs_f64();
        self.gathered.seen_lines = delays.len();
        self.gathered.line_delay_ms = Percentiles::of(delays);
        self.gathered
    }
}
