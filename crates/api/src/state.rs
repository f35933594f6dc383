//! Everything the handlers need, handed in by whoever starts the server.

use crate::{body::BodyLimits, capacity, open_streams::OpenStreams, rate_limit::RateLimits, token::TokenKey};
use runyard_cache::Meter;
use runyard_config::Config;
use runyard_executions::{Executions, Sessions, Shares};
use runyard_languages::Catalogue;
use serde::Serialize;
use std::{ops::Deref, sync::Arc};
use tokio_util::sync::CancellationToken;
use utoipa::ToSchema;

/// What the API is built from.
pub struct ApiParts {
    /// Executions.
    pub executions: Executions,
    /// Code sessions.
    pub sessions: Sessions,
    /// Shared programs.
    pub shares: Shares,
    /// The languages, with their self-tests' results.
    pub catalogue: Arc<Catalogue>,
    /// The settings.
    pub config: Arc<Config>,
    /// The numbers of what is kept.
    pub caches: Caches,
    /// Signs anonymous tokens.
    pub token_key: TokenKey,
    /// What protects this server.
    pub protection: Vec<ProtectionItem>,
    /// Cancelled when the server stops: streams then end.
    pub shutdown: CancellationToken,
}

/// The numbers of what this server keeps to use again.
#[derive(Debug, Clone, Default)]
pub struct Caches {
    /// Answers.
    pub answers: Arc<Meter>,
    /// Compiled programs.
    pub programs: Arc<Meter>,
}

/// The state of the API. Cheap to clone.
#[derive(Clone)]
pub struct ApiState(Arc<Inner>);

struct Inner {
    parts: ApiParts,
    rate_limits: RateLimits,
    open_streams: OpenStreams,
}

impl ApiState {
    /// The state over these parts.
    #[must_use]
    pub fn new(parts: ApiParts) -> Self {
        let rate_limits = RateLimits::new(&parts.config.rate_limit);
        let open_streams =
            OpenStreams::new(&parts.config.rate_limit, capacity::streams(parts.config.worker.slots));
        Self(Arc::new(Inner { parts, rate_limits, open_streams }))
    }

    /// What somebody waits for, unless the server is about to stop before: whoever waits is then told what is known so far.
    pub(crate) async fn unless_stopping<T>(&self, waiting: impl Future<Output = T>) -> Option<T> {
        tokio::select! {
            biased;
            done = waiting => Some(done),
            () = self.shutdown.cancelled() => None,
        }
    }

    pub(crate) fn rate_limits(&self) -> &RateLimits {
        &self.0.rate_limits
    }

    pub(crate) fn open_streams(&self) -> &OpenStreams {
        &self.0.open_streams
    }

    pub(crate) fn body_limits(&self) -> BodyLimits {
        BodyLimits {
            max_bytes: self.config.submission.max_body_bytes,
            timeout: self.config.server.request_timeout,
        }
    }
}

impl Deref for ApiState {
    type Target = ApiParts;

    fn deref(&self) -> &ApiParts {
        &self.0.parts
    }
}

/// One protection of this server, or one thing about its host, as `runyard doctor` found it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ProtectionItem {
    /// Its name; for a protection, as in `protection.accept_missing`.
    pub name: String,
    /// What it is about.
    pub kind: ProtectionKind,
    /// How it stands.
    pub state: ProtectionState,
    /// What was found.
    pub detail: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
}

/// What an item is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProtectionKind {
    /// A part of the jail: the server does not start without it, unless its lack was accepted.
    Protection,
    /// A property of the host beside the jail: advice.
    Host,
}

/// How an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProtectionState {
    /// In force, or as it should be.
    Pass,
    /// In force with a reservation, or worth a look.
    Warn,
    /// Missing, or as it must never be.
    Fail,
    /// What it is about does not exist on this host.
    NotApplicable,
}
