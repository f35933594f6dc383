//! How often one client may ask. Two budgets: one for requests that create work, one for all other API calls.

use crate::{
    client::Client,
    fault::{Fault, Outcome},
};
use axum::http::{Method, StatusCode};
use governor::{
    Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
    state::keyed::DefaultKeyedStateStore,
};
use runyard_config::RateLimit;
use std::{
    net::IpAddr,
    num::NonZeroU32,
    sync::atomic::{AtomicU32, Ordering},
};

/// Forget clients whose budget is full again after this many checks.
const CHECKS_BETWEEN_SWEEPS: u32 = 10_000;

type Limiter = RateLimiter<IpAddr, DefaultKeyedStateStore<IpAddr>, DefaultClock>;

/// What a request costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cost {
    /// Pages, their files, health.
    Free,
    /// Reading, and changing what exists.
    Read,
    /// Making something.
    Create,
}

impl Cost {
    pub(crate) fn of(method: &Method, path: &str) -> Self {
        let api = ["/api/", "/executions", "/code-sessions"].iter().any(|prefix| path.starts_with(prefix));
        let health = path.starts_with("/api/v1/health");
        match api && !health {
            true if *method == Method::POST && !path.ends_with("/cancel") => Self::Create,
            true => Self::Read,
            false => Self::Free,
        }
    }
}

/// The budgets of every client.
#[derive(Debug)]
pub(crate) struct RateLimits {
    create: Option<Limiter>,
    read: Option<Limiter>,
    loopback: bool,
    checks: AtomicU32,
}

impl RateLimits {
    pub(crate) fn new(config: &RateLimit) -> Self {
        let limiter =
            |per_minute| NonZeroU32::new(per_minute).map(|n| RateLimiter::keyed(Quota::per_minute(n)));
        Self {
            create: limiter(config.create_per_minute),
            read: limiter(config.read_per_minute),
            loopback: config.loopback,
            checks: AtomicU32::new(0),
        }
    }

    /// # Errors
    /// 429 when the client's budget is used up.
    pub(crate) fn admit(&self, client: &Client, cost: Cost) -> Outcome<()> {
        let limiter = match cost {
            Cost::Free => None,
            Cost::Read => self.read.as_ref(),
            Cost::Create => self.create.as_ref(),
        };
        let Some(limiter) = limiter.filter(|_| self.loopback || !client.local) else { return Ok(()) };
        if self.checks.fetch_add(1, Ordering::Relaxed) % CHECKS_BETWEEN_SWEEPS == CHECKS_BETWEEN_SWEEPS - 1 {
            limiter.retain_recent();
        }
        limiter.check_key(&client.network()).map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now());
            let what = if cost == Cost::Create { "that create something " } else { "" };
            let seconds = wait.as_secs().max(1);
            let detail = format!("too many requests {what}from your address; try again in {seconds} s");
            Fault::new(StatusCode::TOO_MANY_REQUESTS, "rate_limited", detail).retry_after(wait)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn costs() {
        for (method, path, cost) in [
            (Method::POST, "/api/v1/executions", Cost::Create),
            (Method::POST, "/api/v1/executions/x/cancel", Cost::Read),
            (Method::POST, "/api/execute", Cost::Create),
            (Method::POST, "/code-sessions/x/run", Cost::Create),
            (Method::PATCH, "/code-sessions/x", Cost::Read),
            (Method::POST, "/executions", Cost::Create),
            (Method::GET, "/executions/x", Cost::Read),
            (Method::GET, "/api/v1/health/ready", Cost::Free),
            (Method::GET, "/health", Cost::Free),
            (Method::GET, "/assets/x.js", Cost::Free),
            (Method::GET, "/", Cost::Free),
            (Method::GET, "/api", Cost::Free),
        ] {
            assert_eq!(Cost::of(&method, path), cost, "{method} {path}");
        }
    }
}
