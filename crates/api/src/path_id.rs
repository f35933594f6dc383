//! Ids in paths. What is no id names nothing: 404, like an id of nobody's.

use crate::fault::{Fault, Outcome};
use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use runyard_types::{ExecutionId, SessionId, ShareId};
use std::str::FromStr;

/// The id in the path.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PathId<T>(pub(crate) T);

/// Something that has an id, and what people call it.
pub(crate) trait Named: FromStr {
    const NAME: &'static str;
}

impl Named for ExecutionId {
    const NAME: &'static str = "Execution";
}

impl Named for SessionId {
    const NAME: &'static str = "Session";
}

impl Named for ShareId {
    const NAME: &'static str = "Share";
}

impl<S: Send + Sync, T: Named> FromRequestParts<S> for PathId<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Outcome<Self> {
        let text = Path::<String>::from_request_parts(parts, state).await;
        let id = text.ok().and_then(|Path(text)| text.parse().ok());
        id.map(Self).ok_or_else(|| Fault::not_found(T::NAME))
    }
}
