//! One HTTP answer, read to its end.

use anyhow::{Context as _, ensure};
use bytes::Bytes;
use reqwest::header::HeaderMap;
use serde_json::Value;

/// Status, headers and the whole body.
#[derive(Debug, Clone)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// The body, which may be anything.
    pub body: Bytes,
}

impl Answer {
    /// Reads an answer to its end.
    ///
    /// # Errors
    /// When the connection breaks before the end.
    pub async fn read(response: reqwest::Response) -> anyhow::Result<Self> {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let body = response.bytes().await.context("failed to read the body of an answer")?;
        Ok(Self { status, headers, body })
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// When it is not JSON.
    pub fn json(&self) -> anyhow::Result<Value> {
        serde_json::from_slice(&self.body).with_context(|| {
            format!("status {} with a body that is not JSON: {:?}", self.status, self.text())
        })
    }

    /// The body as text, with replacement characters where it is none.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The JSON body of an answer that must have this status.
    ///
    /// # Errors
    /// When the status is another one, or the body is not JSON.
    pub fn expect(&self, status: u16) -> anyhow::Result<Value> {
        ensure!(self.status == status, "expected status {status}, got {}: {}", self.status, self.text());
        self.json()
    }

    /// A header's value, when it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}
