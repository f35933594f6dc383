//! What every request passes first and every answer passes last.
//!
//! In: request id, who the client is, whether a foreign page uses somebody's cookie, the rate limit. Out: a panic
//! becomes a 500, a [`Fault`] gets its family's form, the headers every answer has, one line in the access log.
//! Tokens, cookies, query strings and bodies never reach the log.

use crate::{
    caller, client,
    client::Client,
    cors,
    family::Family,
    fault::{Fault, Outcome},
    origin::{self, Standing},
    rate_limit::Cost,
    request_id::RequestId,
    security_headers,
    state::ApiState,
};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use futures_util::FutureExt as _;
use std::{panic::AssertUnwindSafe, time::Instant};

/// A path longer than this is cut in the log.
const LOGGED_PATH_BYTES: usize = 200;

pub(crate) async fn front(State(state): State<ApiState>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = RequestId::of(request.headers());
    let client = Client::of(&request, &state.config.server.trusted_proxies);
    let standing = origin::standing(request.headers(), &state.config.cors.allowed_origins);
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let page_origin = request.headers().get(header::ORIGIN).cloned();
    let preflight = standing == Standing::Allowed && cors::is_preflight(&method, request.headers());
    request.extensions_mut().insert(client);

    let mut response = match admit(&state, &request, &client, standing) {
        Err(fault) => fault.into_response(),
        Ok(()) if preflight => StatusCode::NO_CONTENT.into_response(),
        Ok(()) => guarded(next.run(request)).await,
    };
    let fault = response.extensions_mut().remove::<Fault>();
    if let Some(fault) = &fault {
        dress(&mut response, fault, Family::of(&path), &id);
    }
    let status = response.status();
    let headers = response.headers_mut();
    cors::allow(standing, page_origin.as_ref(), preflight, headers);
    security_headers::apply(&path, status, headers);
    id.write(headers);
    log(&method, &path, &response, fault.as_ref(), &client, &id, started);
    response
}

/// A handler that panics takes nothing down with it: the panic is already in the log.
async fn guarded(answer: impl Future<Output = Response>) -> Response {
    match AssertUnwindSafe(answer).catch_unwind().await {
        Ok(response) => response,
        Err(_) => Fault::broken().into_response(),
    }
}

fn admit(state: &ApiState, request: &Request, client: &Client, standing: Standing) -> Outcome<()> {
    let headers = request.headers();
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let by_cookie =
        client::cookie(headers, caller::COOKIE).is_some() && !headers.contains_key(header::AUTHORIZATION);
    if !safe && by_cookie && standing == Standing::Foreign {
        let detail = "a page of another origin may not act in your name";
        return Err(Fault::new(StatusCode::FORBIDDEN, "foreign_origin", detail));
    }
    state.rate_limits().admit(client, Cost::of(request.method(), request.uri().path()))
}

/// Gives a fault the form of its family.
fn dress(response: &mut Response, fault: &Fault, family: Family, id: &RequestId) {
    *response.body_mut() = Body::from(family.body(fault, id.as_str()));
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_LENGTH);
    headers.insert(header::CONTENT_TYPE, family.content_type());
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    if let Some(seconds) = fault.retry_after_seconds() {
        headers.insert(header::RETRY_AFTER, header::HeaderValue::from(seconds));
    }
    if fault.status() == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static("Bearer"));
    }
}

fn log(
    method: &Method,
    path: &str,
    response: &Response,
    fault: Option<&Fault>,
    client: &Client,
    id: &RequestId,
    started: Instant,
) {
    let mut end = path.len().min(LOGGED_PATH_BYTES);
    while !path.is_char_boundary(end) {
        end -= 1;
    }
    // Debug form: control characters are escaped.
    let path = &path[..end];
    let milliseconds = runyard_types::duration_ms(started.elapsed());
    let status = response.status().as_u16();
    let code = fault.map_or("", Fault::code);
    let request_id = id.as_str();
    let client = client.address;
    match fault.and_then(Fault::causes) {
        Some(causes) => {
            tracing::error!(target: "access", %method, ?path, status, milliseconds, %client, request_id, code, causes, "failed");
        }
        None => {
            tracing::info!(target: "access", %method, ?path, status, milliseconds, %client, request_id, code, "answered");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_is_a_500_in_every_family_s_form() {
        let id = RequestId::of(&axum::http::HeaderMap::new());
        for (family, text) in [
            (Family::Own, "\"code\":\"internal\""),
            (Family::QueueApi, "\"code\":\"internal\""),
            (Family::SessionApi, r#"{"statusCode":500,"message":"Internal server error"}"#),
        ] {
            let mut response = guarded(async { panic!("a secret") }).await;
            let fault = response.extensions_mut().remove::<Fault>().unwrap();
            dress(&mut response, &fault, family, &id);
            assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
            let body = axum::body::to_bytes(response.into_body(), 4096).await.unwrap();
            let body = String::from_utf8(body.to_vec()).unwrap();
            assert!(body.contains(text) && !body.contains("secret"), "{body}");
        }
    }
}
