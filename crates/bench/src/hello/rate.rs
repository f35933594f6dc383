//! How many executions a second, with several clients at once.

use super::exercise::Exercise;
use crate::{around::Around, by_hand::Program, numbers::Numbers, toolchain::Toolchain};
use anyhow::{Context as _, bail};
use runyard_load::{Driven, Outcome, Turn, closed_loop};
use runyard_testkit::Client;
use serde::Serialize;
use std::{
    future::{Future, pending},
    sync::Arc,
    time::Duration,
};

/// Executions a second.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Rate {
    /// Clients, or commands, at once.
    pub(crate) clients: usize,
    /// Right answers a second.
    pub(crate) per_second: f64,
}

/// By hand, so many at once.
pub(crate) async fn by_hand(
    exercise: &Exercise,
    toolchain: Toolchain,
    clients: usize,
    duration: Duration,
    numbers: &Numbers,
) -> anyhow::Result<Rate> {
    let mut programs = Vec::new();
    for _ in 0..clients {
        let program = Program::new(toolchain, Around::Nothing)?;
        exercise.settle(&program).await?;
        programs.push(program);
    }
    let (programs, exercise, numbers) = (Arc::new(programs), exercise.clone(), numbers.clone());
    let once = move |turn: Turn| {
        let (programs, exercise, number) = (Arc::clone(&programs), exercise.clone(), numbers.next());
        async move {
            let program = programs.get(turn.client).context("a client without a program")?;
            exercise.by_hand(program, number).await
        }
    };
    Ok(Rate { clients, per_second: drive(clients, duration, once).await?.per_second() })
}

/// Over HTTP, so many clients at once.
pub(crate) async fn served(
    exercise: &Exercise,
    client: &Client,
    clients: usize,
    duration: Duration,
    numbers: &Numbers,
) -> anyhow::Result<Driven> {
    let (client, exercise, numbers) = (client.clone(), exercise.clone(), numbers.clone());
    let once = move |_| {
        let (client, exercise, number) = (client.clone(), exercise.clone(), numbers.next());
        async move { exercise.serve(&client, number).await }
    };
    drive(clients, duration, once).await
}

/// Each client does it again and again; whatever goes wrong fails the whole measurement.
async fn drive<F, Fut>(clients: usize, duration: Duration, once: F) -> anyhow::Result<Driven>
where
    F: Fn(Turn) -> Fut + Clone + Send + 'static,
    Fut: Future<Output = anyhow::Result<Duration>> + Send,
{
    let once = move |turn| {
        let doing = once(turn);
        async move { doing.await.map_or_else(|error| Outcome::Failed(format!("{error:#}")), |_| Outcome::Right) }
    };
    let driven = closed_loop(clients, duration, once, pending()).await;
    if let Some((error, count)) = driven.tally.errors.iter().next() {
        bail!("{count} of {} failed, {clients} at once: {error}", driven.tally.begun);
    }
    Ok(driven)
}

/// Nobody waits longer for an answer than a minute: where the last of so many clients would, as far as fewer have shown, nothing is
/// measured.
pub(crate) fn takes_too_long(clients: usize, rates: &[Rate]) -> bool {
    const LONG_SECONDS: f64 = 40.0;
    let seconds = |rate: &Rate| as_float(clients) / rate.per_second;
    rates.last().is_some_and(|rate| seconds(rate) > LONG_SECONDS)
}

#[expect(clippy::cast_precision_loss, reason = "clients are few")]
fn as_float(clients: usize) -> f64 {
    clients as f64
}

/// The sustained rate: the median of those with at least as many clients as there are cores. A single window may be lucky.
pub(crate) fn sustained(rates: &[Rate], cores: usize) -> Option<f64> {
    let mut enough: Vec<f64> =
        rates.iter().filter(|rate| rate.clients >= cores).map(|rate| rate.per_second).collect();
    enough.sort_unstable_by(f64::total_cmp);
    let middle = enough.len().checked_sub(1)? / 2;
    enough.get(middle).copied()
}

/// What is left of the rate that as many clients as cores reach, with the most clients.
pub(crate) fn kept(rates: &[Rate], cores: usize) -> Option<f64> {
    let few = rates.iter().find(|rate| rate.clients >= cores)?;
    let many = rates.last().filter(|rate| rate.clients > few.clients)?;
    Some(many.per_second / few.per_second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clients_who_would_wait_for_a_minute_are_not_measured() {
        let rates = [Rate { clients: 16, per_second: 1.5 }];
        assert!(takes_too_long(64, &rates) && !takes_too_long(32, &rates) && !takes_too_long(64, &[]));
    }

    #[test]
    fn one_client_says_nothing_about_the_rate() {
        let rates = [(1, 900.0), (2, 100.0), (4, 140.0), (8, 120.0), (16, 110.0), (64, 90.0)]
            .map(|(clients, per_second)| Rate { clients, per_second });
        assert_eq!(sustained(&rates, 2), Some(110.0));
        assert_eq!(kept(&rates, 2), Some(0.9));
        assert_eq!((sustained(&rates[..1], 2), kept(&rates[..2], 2)), (None, None));
    }
}
