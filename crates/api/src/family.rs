//! Which contract a path belongs to, and the form its errors have.

use crate::fault::Fault;
use axum::http::{HeaderValue, StatusCode};
use serde::Serialize;
use utoipa::ToSchema;

/// The contracts that share the port. See `docs/compat/source-designs.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// `/api/v1`, and every path that belongs to nobody else.
    Own,
    /// `/api/...` beside it, and `/health`.
    QueueApi,
    /// `/code-sessions...` and `/executions...`.
    SessionApi,
}

impl Family {
    pub(crate) fn of(path: &str) -> Self {
        let below = |prefix: &str| {
            path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        if below("/api/v1") {
            Self::Own
        } else if below("/api") || below("/health") {
            Self::QueueApi
        } else if below("/code-sessions") || below("/executions") {
            Self::SessionApi
        } else {
            Self::Own
        }
    }

    pub(crate) fn content_type(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Own => "application/problem+json",
            Self::QueueApi | Self::SessionApi => "application/json",
        })
    }

    pub(crate) fn body(self, fault: &Fault, request_id: &str) -> Vec<u8> {
        let body = match self {
            Self::Own => serde_json::to_vec(&Problem::of(fault, request_id)),
            Self::QueueApi => serde_json::to_vec(&QueueApiError::of(fault)),
            Self::SessionApi => serde_json::to_vec(&SessionApiError::of(fault)),
        };
        // Strings and numbers always serialise.
        body.unwrap_or_default()
    }
}

/// An error of `/api/v1`: RFC 9457.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Always `about:blank`: the `code` tells errors apart.
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    /// The status in words.
    pub(crate) title: String,
    /// The HTTP status.
    pub(crate) status: u16,
    /// What is wrong, for people.
    pub(crate) detail: String,
    /// What is wrong, for programs. Never changes.
    pub(crate) code: &'static str,
    /// Names this answer in the server's log.
    pub(crate) request_id: String,
    /// Which part of the request, such as `limits.memory_bytes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) field: Option<String>,
}

impl Problem {
    fn of(fault: &Fault, request_id: &str) -> Self {
        Self {
            kind: "about:blank",
            title: title(fault.status()),
            status: fault.status().as_u16(),
            detail: fault.detail().to_owned(),
            code: fault.code(),
            request_id: request_id.to_owned(),
            field: fault.field_name().map(str::to_owned),
        }
    }
}

/// An error of the queue API.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QueueApiError {
    /// What is wrong, for people.
    pub(crate) error: String,
    /// What is wrong, for programs.
    pub(crate) code: &'static str,
    /// Which part of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) details: Option<Vec<FieldFault>>,
}

/// One part of a request that is wrong.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FieldFault {
    /// The field's path.
    pub(crate) field: String,
    /// What is wrong with it.
    pub(crate) message: String,
}

impl QueueApiError {
    fn of(fault: &Fault) -> Self {
        let details = fault
            .field_name()
            .map(|field| vec![FieldFault { field: field.to_owned(), message: fault.detail().to_owned() }]);
        Self { error: fault.detail().to_owned(), code: fault.code(), details }
    }
}

/// An error of the session and live APIs.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionApiError {
    /// The HTTP status.
    pub(crate) status_code: u16,
    /// A list for validation errors, a text otherwise.
    pub(crate) message: SessionApiMessage,
    /// The status in words; absent on 500.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<String>,
}

/// What is wrong.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum SessionApiMessage {
    /// Every complaint about the fields.
    List(Vec<String>),
    /// Anything else.
    Text(String),
}

impl SessionApiError {
    fn of(fault: &Fault) -> Self {
        let status = fault.status();
        if status == StatusCode::INTERNAL_SERVER_ERROR {
            let message = SessionApiMessage::Text("Internal server error".to_owned());
            return Self { status_code: status.as_u16(), message, error: None };
        }
        let message = match (fault.message_list(), fault.field_name()) {
            ([], None) => SessionApiMessage::Text(fault.detail().to_owned()),
            ([], Some(_)) => SessionApiMessage::List(vec![fault.detail().to_owned()]),
            (list, _) => SessionApiMessage::List(list.to_vec()),
        };
        Self { status_code: status.as_u16(), message, error: Some(title(status)) }
    }
}

fn title(status: StatusCode) -> String {
    status.canonical_reason().unwrap_or("Error").to_owned()
}

#[cfg(test)]
mod tests {
    use super::Family;

    #[test]
    fn every_path_belongs_to_one_family() {
        for (path, family) in [
            ("/", Family::Own),
            ("/api/v1", Family::Own),
            ("/api/v1/x", Family::Own),
            ("/api/v10", Family::QueueApi),
            ("/api/xyz", Family::QueueApi),
            ("/api", Family::QueueApi),
            ("/apis", Family::Own),
            ("/health", Family::QueueApi),
            ("/code-sessions", Family::SessionApi),
            ("/executions/a/b", Family::SessionApi),
            ("/executions2", Family::Own),
        ] {
            assert_eq!(Family::of(path), family, "{path}");
        }
    }
}
