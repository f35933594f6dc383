//! The session API: `/code-sessions` and reading `/executions`. snake_case.

mod execution;
mod executions;
mod fields;
mod run;
mod sessions;

use crate::{
    caller::Caller,
    fault::{Fault, Outcome},
    state::ApiState,
    submission::FieldNames,
};
use runyard_executions::Session;
use runyard_types::SessionId;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) use fields::{Field, Fields};
pub(crate) use run::{run_source, status_name};

/// What the fields are called here.
pub(crate) const NAMES: FieldNames =
    FieldNames { source: "source_code", stdin: "stdin", cases: "cases", case_stdin: "stdin" };

pub(crate) fn routes() -> OpenApiRouter<ApiState> {
    OpenApiRouter::default()
        .routes(routes!(sessions::create))
        .routes(routes!(sessions::update))
        .routes(routes!(run::run))
        .routes(routes!(executions::get))
        .routes(routes!(executions::history))
}

/// The session, if the caller may use it. Clients of this family know no tokens: without one, the id is enough for what
/// was made without one.
pub(crate) async fn own_session(state: &ApiState, caller: &Caller, id: SessionId) -> Outcome<Session> {
    let session = state.sessions.get(id).await?.filter(|session| caller.may_control(session.owner));
    session.ok_or_else(|| Fault::not_found("Session"))
}
