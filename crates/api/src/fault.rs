//! What an answer that is not a success says, before it gets the form of its family.
//!
//! Handlers return a [`Fault`]; the front (see `front.rs`) knows which family the path belongs to, gives the fault its
//! form, adds the request id and logs the inside cause once. `detail` is for the caller, `source` is for the log only.

use axum::{
    body::Body,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use runyard_executions::{StoreError, SubmitError};
use std::{error::Error, fmt, sync::Arc, time::Duration};

/// A refusal or failure. Cheap to pass on: one pointer.
#[derive(Clone)]
pub(crate) struct Fault(Arc<Inner>);

#[derive(Debug, Clone)]
struct Inner {
    status: StatusCode,
    code: &'static str,
    detail: String,
    field: Option<String>,
    messages: Vec<String>,
    retry_after: Option<Duration>,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

/// A result whose error is a [`Fault`].
pub(crate) type Outcome<T> = Result<T, Fault>;

impl Fault {
    pub(crate) fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self(Arc::new(Inner {
            status,
            code,
            detail: detail.into(),
            field: None,
            messages: Vec::new(),
            retry_after: None,
            source: None,
        }))
    }

    /// 400: something in the request is wrong.
    pub(crate) fn bad(code: &'static str, field: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, detail).field(field)
    }

    pub(crate) fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", format!("{what} not found"))
    }

    /// 500: our fault. The cause goes to the log, never to the caller.
    pub(crate) fn internal(source: impl Error + Send + Sync + 'static) -> Self {
        Self::broken().caused_by(source)
    }

    /// 500 without a cause at hand.
    pub(crate) fn broken() -> Self {
        let detail = "something failed on our side; the request id helps to find out what";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", detail)
    }

    fn change(mut self, change: impl FnOnce(&mut Inner)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self
    }

    pub(crate) fn field(self, field: impl Into<String>) -> Self {
        self.change(|inner| inner.field = Some(field.into()))
    }

    /// Every single complaint, for families that list them.
    pub(crate) fn messages(self, messages: Vec<String>) -> Self {
        self.change(|inner| inner.messages = messages)
    }

    pub(crate) fn retry_after(self, after: Duration) -> Self {
        self.change(|inner| inner.retry_after = Some(after))
    }

    pub(crate) fn caused_by(self, source: impl Error + Send + Sync + 'static) -> Self {
        self.change(|inner| inner.source = Some(Arc::new(source)))
    }

    pub(crate) fn status(&self) -> StatusCode {
        self.0.status
    }

    pub(crate) fn code(&self) -> &'static str {
        self.0.code
    }

    pub(crate) fn detail(&self) -> &str {
        &self.0.detail
    }

    pub(crate) fn field_name(&self) -> Option<&str> {
        self.0.field.as_deref()
    }

    pub(crate) fn message_list(&self) -> &[String] {
        &self.0.messages
    }

    pub(crate) fn retry_after_seconds(&self) -> Option<u64> {
        self.0.retry_after.map(|after| after.as_millis().div_ceil(1000).try_into().unwrap_or(u64::MAX).max(1))
    }

    /// The causes from the outermost to the root, in one line.
    pub(crate) fn causes(&self) -> Option<String> {
        let mut cause: Option<&dyn Error> = Some(self.0.source.as_deref()?);
        let mut causes = Vec::new();
        while let Some(error) = cause {
            causes.push(error.to_string());
            cause = error.source();
        }
        Some(causes.join(": "))
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.0.status;
        response.extensions_mut().insert(self);
        response
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::internal(error)
    }
}

impl From<SubmitError> for Fault {
    fn from(error: SubmitError) -> Self {
        match error {
            SubmitError::QueueFull { retry_after } => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "queue_full",
                "the queue holds as many executions as it may; nothing was accepted, try again later",
            )
            .retry_after(retry_after),
            SubmitError::IdempotencyMismatch => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "idempotency_mismatch",
                "this idempotency key was used with another request; use a new key for a new request",
            ),
            SubmitError::ShuttingDown => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "shutting_down",
                "the server is going down; nothing was accepted, try again in a moment",
            )
            .retry_after(Duration::from_secs(2)),
            SubmitError::Store(error) => Self::internal(error),
        }
    }
}
