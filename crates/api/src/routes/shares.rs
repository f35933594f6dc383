//! `POST /api/v1/shares` and `GET /api/v1/shares/{id}`: programs behind a link, immutable.

use crate::{
    body,
    caller::Caller,
    family::Problem,
    fault::{Fault, Outcome},
    json::{self, List, Object},
    path_id::PathId,
    state::ApiState,
    submission::{Draft, FieldNames, FileInput, Program},
    wire::{ExecutionView, timestamp},
};
use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use bytes::Bytes;
use runyard_executions::Share;
use runyard_types::{Action, EncodedText, ExecutionId, ShareId, SourceFile, Submission};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What to share.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShareRequest {
    /// Id or alias of a language.
    pub(crate) language: String,
    /// The files; the first is the main one.
    #[schema(value_type = Vec<FileInput>)]
    files: List<Object<FileInput>>,
    /// What the program reads.
    pub(crate) stdin: Option<String>,
    /// Arguments.
    #[schema(value_type = Option<Vec<String>>)]
    args: Option<List<String>>,
    /// Options for the compiler.
    #[schema(value_type = Option<Vec<String>>)]
    compiler_flags: Option<List<String>>,
    /// An ended execution of yours, of this very program, whose record is kept with the share.
    pub(crate) execution_id: Option<String>,
}

/// What a share keeps.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct SharedProgram {
    /// Id of the language.
    pub(crate) language: String,
    /// The files; the first is the main one.
    pub(crate) files: Vec<FileInput>,
    /// What the program reads.
    pub(crate) stdin: String,
    /// Arguments.
    pub(crate) args: Vec<String>,
    /// Options for the compiler.
    #[serde(default)]
    pub(crate) compiler_flags: Vec<String>,
    /// The record of its last run, if one was given.
    pub(crate) result: Option<ExecutionView>,
}

/// A shared program.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ShareView {
    /// Its id.
    pub(crate) id: String,
    /// The page that shows it.
    pub(crate) url: String,
    /// When it was shared.
    pub(crate) created_at: String,
    /// What was shared.
    #[serde(flatten)]
    pub(crate) program: SharedProgram,
}

impl ShareView {
    fn of(share: Share) -> Outcome<Self> {
        Ok(Self {
            id: share.id.to_string(),
            url: format!("/s/{}", share.id),
            created_at: timestamp(share.created_at),
            program: serde_json::from_value(share.content).map_err(Fault::internal)?,
        })
    }
}

/// Share a program.
#[utoipa::path(
    post,
    path = "/api/v1/shares",
    tag = "shares",
    operation_id = "createShare",
    request_body = ShareRequest,
    responses(
        (status = 201, body = ShareView),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, description = "the execution has not ended", content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn create(
    State(state): State<ApiState>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Outcome<Response> {
    let bytes = body::json_bytes(&headers, body, state.body_limits()).await?;
    let request = json::parse::<ShareRequest>(&bytes)?;
    let files = request.files.0.into_iter().map(|file| file.0).collect();
    // The same checks as for a run: what is shared must be runnable.
    let mut draft = Draft::new(request.language, String::new(), FieldNames::OWN);
    draft.program = Program::Files(files);
    draft.stdin = Bytes::from(request.stdin.unwrap_or_default());
    draft.args = request.args.unwrap_or_default().0;
    draft.compiler_flags = request.compiler_flags.unwrap_or_default().0;
    let submission = draft.resolve(&state)?;
    let result = frozen_result(&state, &caller, request.execution_id.as_deref(), &submission).await?;
    let file = |file: SourceFile| {
        let EncodedText { text, encoding } = EncodedText::from_bytes(&file.content);
        FileInput { path: file.path, content: text, encoding: Some(encoding) }
    };
    let program = SharedProgram {
        language: submission.language,
        files: submission.files.into_iter().map(file).collect(),
        stdin: String::from_utf8_lossy(&submission.stdin).into_owned(),
        args: submission.args,
        compiler_flags: submission.compiler_flags,
        result,
    };
    let content = serde_json::to_value(&program).map_err(Fault::internal)?;
    let creator = caller.creator(&state, None);
    let view = ShareView::of(state.shares.create(creator.owner, content).await?)?;
    let location = HeaderValue::from_str(&format!("/api/v1/shares/{}", view.id)).map_err(Fault::internal)?;
    Ok(creator.introduce((StatusCode::CREATED, [(header::LOCATION, location)], Json(view)).into_response()))
}

/// The record of the execution that was named. It must be one of the very program that is shared: a link shows both, and
/// nobody may put words into another program's mouth.
async fn frozen_result(
    state: &ApiState,
    caller: &Caller,
    id: Option<&str>,
    shared: &Submission,
) -> Outcome<Option<ExecutionView>> {
    let Some(text) = id else { return Ok(None) };
    let record = match text.parse::<ExecutionId>() {
        Ok(id) => state.executions.get(id).await?.filter(|record| caller.may_control(record.owner)),
        Err(_) => None,
    };
    let unknown =
        || Fault::bad("unknown_execution", "execution_id", "execution_id is not an execution of yours");
    let record = record.ok_or_else(unknown)?;
    if !record.status.is_terminal() {
        let detail = "the execution has not ended yet, so there is no result to share";
        return Err(Fault::new(StatusCode::CONFLICT, "not_ended", detail).field("execution_id"));
    }
    let ran = state.executions.submission(record.id).await?.ok_or_else(unknown)?;
    if program(&ran) != program(shared) {
        let detail = "the execution was of another program: language, files, compiler flags, stdin and args must be the same";
        return Err(Fault::bad("result_of_another_program", "execution_id", detail));
    }
    Ok(Some(ExecutionView::of(&record, !ran.cases.is_empty())))
}

fn program(submission: &Submission) -> (&str, Action, &[SourceFile], &[String], &Bytes, &[String]) {
    let Submission { language, action, files, compiler_flags, stdin, args, .. } = submission;
    (language, *action, files, compiler_flags, stdin, args)
}

/// Read a shared program. Whoever knows the id may.
#[utoipa::path(
    get,
    path = "/api/v1/shares/{id}",
    tag = "shares",
    operation_id = "getShare",
    params(("id" = String, Path, description = "the share's id")),
    responses(
        (status = 200, body = ShareView),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn get(
    State(state): State<ApiState>,
    PathId(id): PathId<ShareId>,
) -> Outcome<Json<ShareView>> {
    let share = state.shares.get(id).await?.ok_or_else(|| Fault::not_found("Share"))?;
    ShareView::of(share).map(Json)
}
