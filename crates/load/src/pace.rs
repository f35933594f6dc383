//! When something is done: as soon as the last one is answered, or at planned moments.
//!
//! With planned moments a latency begins at the plan, not when the request could at last be sent: a server (or a client) that
//! stalls for a second makes everything late that was due in that second, and all of it is counted. Clients that wait for
//! their answers would have sent nothing meanwhile, and the stall would be one slow answer.

use crate::{Outcome, Tally};
use std::{
    future::Future,
    mem,
    pin::pin,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{
    task::JoinSet,
    time::{Instant, sleep_until},
};

/// One thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Which client does it, from 0.
    pub client: usize,
    /// How many were begun before, by all clients.
    pub number: u64,
}

/// Why it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The time was over.
    Over,
    /// Somebody asked for it.
    Asked,
}

/// What was done.
#[derive(Debug, Clone)]
pub struct Driven {
    /// What became of it.
    pub tally: Tally,
    /// From the first to the end of the last.
    pub took: Duration,
    /// Why it ended.
    pub stop: Stop,
}

impl Driven {
    /// Right answers a second.
    #[must_use]
    pub fn per_second(&self) -> f64 {
        // Counts of tries are far below 2^53.
        #[expect(clippy::cast_precision_loss, reason = "counts of tries are far below 2^53")]
        let right = self.tally.right as f64;
        right / self.took.as_secs_f64().max(f64::MIN_POSITIVE)
    }
}

#[derive(Debug, Clone, Default)]
struct Shared(Arc<Mutex<Tally>>);

impl Shared {
    fn tally(&self) -> MutexGuard<'_, Tally> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// So many clients, each of which does it again as soon as it is done, until the time is over or `stop` is ready. What was begun in
/// time is waited for and counts, and so does the time it took; what `stop` interrupts does not.
pub async fn closed_loop<F, Fut>(
    clients: usize,
    duration: Duration,
    once: F,
    stop: impl Future<Output = ()>,
) -> Driven
where
    F: Fn(Turn) -> Fut + Clone + Send + 'static,
    Fut: Future<Output = Outcome> + Send,
{
    let shared = Shared::default();
    let begun = Arc::new(AtomicU64::new(0));
    let start = Instant::now();
    let end = start + duration;
    let mut working = JoinSet::new();
    for client in 0..clients {
        let (once, shared, begun) = (once.clone(), shared.clone(), Arc::clone(&begun));
        working.spawn(async move {
            while Instant::now() < end {
                let number = begun.fetch_add(1, Ordering::Relaxed);
                shared.tally().begin();
                let sent = Instant::now();
                let outcome = once(Turn { client, number }).await;
                shared.tally().end(sent.elapsed(), outcome);
            }
        });
    }
    let all = async { while working.join_next().await.is_some() {} };
    let stopped = until(stop, all).await;
    let took = start.elapsed();
    working.shutdown().await;
    finish(&shared, took, stopped)
}

/// So many a second, each at its moment whatever became of the earlier ones, until the time is over or `stop` is ready. Latencies
/// begin at the planned moment; timers are exact to a millisecond, which counts too. What is still under way when the time is over
/// is waited for.
pub async fn open_loop<F, Fut>(
    per_second: f64,
    duration: Duration,
    once: F,
    stop: impl Future<Output = ()>,
) -> Driven
where
    F: Fn(Turn) -> Fut + Clone + Send + 'static,
    Fut: Future<Output = Outcome> + Send,
{
    let shared = Shared::default();
    let start = Instant::now();
    let mut working = JoinSet::new();
    let all = async {
        for number in 0_u32.. {
            let due = Duration::from_secs_f64(f64::from(number) / per_second);
            if due >= duration {
                break;
            }
            let planned = start + due;
            sleep_until(planned).await;
            let (once, shared) = (once.clone(), shared.clone());
            shared.tally().begin();
            working.spawn(async move {
                let outcome = once(Turn { client: 0, number: number.into() }).await;
                shared.tally().end(planned.elapsed(), outcome);
            });
            while working.try_join_next().is_some() {}
        }
        while working.join_next().await.is_some() {}
    };
    let stopped = until(stop, all).await;
    let took = start.elapsed();
    working.shutdown().await;
    finish(&shared, took, stopped)
}

async fn until(stop: impl Future<Output = ()>, all: impl Future<Output = ()>) -> Stop {
    let (stop, all) = (pin!(stop), pin!(all));
    tokio::select! {
        () = all => Stop::Over,
        () = stop => Stop::Asked,
    }
}

fn finish(shared: &Shared, took: Duration, stop: Stop) -> Driven {
    Driven { tally: mem::take(&mut *shared.tally()), took, stop }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::pending;
    use tokio::{sync::Semaphore, time::sleep};

    /// Serves one after the other, 1 ms each, and the sixth takes a second.
    fn stalling() -> impl Fn(Turn) -> std::pin::Pin<Box<dyn Future<Output = Outcome> + Send>> + Clone {
        let turns = Arc::new(Semaphore::new(1));
        move |turn| {
            let turns = Arc::clone(&turns);
            Box::pin(async move {
                let _turn = turns.acquire().await;
                sleep(Duration::from_millis(if turn.number == 5 { 1000 } else { 1 })).await;
                Outcome::Right
            })
        }
    }

    #[tokio::test(start_paused = true)]
    async fn planned_moments_show_a_stall_that_waiting_clients_hide() {
        let ten_seconds = Duration::from_secs(10);
        let open = open_loop(50.0, ten_seconds, stalling(), pending()).await;
        assert_eq!((open.tally.begun, open.tally.right, open.stop), (500, 500, Stop::Over));
        let open = open.tally.latencies().unwrap();
        // A second is a tenth of ten: a tenth of all were late.
        assert!(open.p90 < 100.0 && open.p99 > 800.0, "{open:?}");

        let closed = closed_loop(1, ten_seconds, stalling(), pending()).await;
        assert!(closed.tally.latencies().unwrap().p99 < 3.0, "{closed:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn stopping_keeps_what_was_measured() {
        let stop = || sleep(Duration::from_millis(205));
        let open = open_loop(10.0, Duration::from_secs(10), stalling(), stop()).await;
        assert_eq!((open.stop, open.tally.begun, open.tally.right), (Stop::Asked, 3, 3));

        let hanging = |_| pending::<Outcome>();
        let closed = closed_loop(4, Duration::from_secs(10), hanging, stop()).await;
        assert_eq!((closed.tally.begun, closed.tally.unanswered()), (4, 4));
    }

    #[tokio::test(start_paused = true)]
    async fn each_client_counts() {
        let by_client = Arc::new(Mutex::new([0; 3]));
        let counted = Arc::clone(&by_client);
        let once = move |turn: Turn| {
            counted.lock().unwrap()[turn.client] += 1;
            async move {
                sleep(Duration::from_millis(100)).await;
                match turn.number {
                    0 => Outcome::Wrong("the first".to_owned()),
                    1 => Outcome::Failed("503 queue_full".to_owned()),
                    _ => Outcome::Right,
                }
            }
        };
        let driven = closed_loop(3, Duration::from_secs(1), once, pending()).await;
        assert_eq!(*by_client.lock().unwrap(), [10, 10, 10]);
        let Tally { begun, right, wrong, first_wrong, errors, .. } = driven.tally;
        assert_eq!((begun, right, wrong, first_wrong.as_deref()), (30, 28, 1, Some("the first")));
        assert_eq!(errors.into_iter().collect::<Vec<_>>(), [("503 queue_full".to_owned(), 1)]);
    }
}
