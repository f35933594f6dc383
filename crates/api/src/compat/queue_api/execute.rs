//! `POST /api/execute`

use crate::{
    body,
    caller::Caller,
    family::QueueApiError,
    fault::{Fault, Outcome},
    idempotency,
    json::{self, List, Object},
    state::ApiState,
    submission::{Draft, FieldNames},
};
use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, Method, StatusCode},
    response::{IntoResponse as _, Response},
};
use bytes::Bytes;
use runyard_executions::NewExecution;
use runyard_types::TestCase;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

const NAMES: FieldNames =
    FieldNames { source: "code", stdin: "input", cases: "testCases", case_stdin: "input" };

/// What to run. Unknown fields are ignored.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExecuteRequest {
    /// The program.
    pub(crate) code: String,
    /// Id or alias of a language.
    pub(crate) language: String,
    /// What the program reads.
    pub(crate) input: Option<String>,
    /// Tests: the program is compiled once and run once for each.
    #[schema(value_type = Option<Vec<TestCaseInput>>)]
    test_cases: Option<List<Object<TestCaseInput>>>,
}

/// One test. Unknown fields are ignored.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TestCaseInput {
    /// What the program reads.
    pub(crate) input: Option<String>,
    /// What it should print.
    pub(crate) expected_output: String,
}

/// The job that was made.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct JobAccepted {
    /// Its id.
    pub(crate) job_id: String,
    /// `queued`.
    pub(crate) status: &'static str,
}

/// Queue a program.
#[utoipa::path(
    post,
    path = "/api/execute",
    tag = "queue API",
    operation_id = "queueApiExecute",
    request_body = ExecuteRequest,
    responses(
        (status = 202, body = JobAccepted),
        (status = 400, body = QueueApiError),
        (status = 429, body = QueueApiError),
        (status = 503, body = QueueApiError),
    )
)]
pub(crate) async fn execute(
    State(state): State<ApiState>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Outcome<Response> {
    let key = idempotency::key(&headers)?;
    let bytes = body::json_bytes(&headers, body, state.body_limits()).await?;
    let request = json::parse::<ExecuteRequest>(&bytes)?;
    if request.code.is_empty() {
        return Err(Fault::bad("missing_field", "code", "code is required"));
    }
    let mut draft = Draft::new(request.language, request.code, NAMES);
    draft.stdin = Bytes::from(request.input.unwrap_or_default());
    draft.cases = request.test_cases.unwrap_or_default().0.into_iter().map(|case| case.0.case()).collect();
    let submission = draft.resolve(&state)?;
    let idempotency = idempotency::of(key, &Method::POST, "/api/execute", &bytes);
    let creator = caller.creator(&state, key);
    let submitted =
        state.executions.submit(creator.owner, NewExecution { submission }, idempotency, None).await?;
    let accepted = JobAccepted { job_id: submitted.record().id.to_string(), status: "queued" };
    Ok(creator.introduce((StatusCode::ACCEPTED, Json(accepted)).into_response()))
}

impl TestCaseInput {
    fn case(self) -> TestCase {
        TestCase {
            stdin: Bytes::from(self.input.unwrap_or_default()),
            expected: Bytes::from(self.expected_output),
        }
    }
}
