//! A server that was found to be a Runyard, and one submission to it.

use crate::{Greeting, GreetingError, Outcome};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, Url};
use serde_json::{Value, json};
use std::time::Duration;
use thiserror::Error;

/// Longer than a healthy server needs for anything that runs no program.
const PATIENCE: Duration = Duration::from_secs(10);

/// The longest wait that servers grant by default.
const WAIT_SECONDS: u64 = 60;

/// An answer that waits for a program comes a little after the wait at the latest.
const RUN_PATIENCE: Duration = Duration::from_secs(WAIT_SECONDS + 15);

/// Every answer of a Runyard has this header.
const VERSION_HEADER: &str = "runyard-version";

/// Why a server cannot be driven.
#[derive(Debug, Error)]
pub enum TargetError {
    /// The address is none.
    #[error("understand the address {0:?}: give one like http://127.0.0.1:8080")]
    Address(String),
    /// HTTP needs no certificates; a proxy that has them is not what is to be measured.
    #[error("reach {0}: only http is spoken; name the server itself, behind the proxy that speaks https")]
    Scheme(String),
    /// The HTTP client could not be made.
    #[error("make an HTTP client")]
    Client(#[source] reqwest::Error),
    /// Nobody listens, or nobody answers.
    #[error("reach {address}: {why}")]
    Reach {
        /// Where.
        address: String,
        /// In words.
        why: &'static str,
        /// What the network says.
        #[source]
        source: reqwest::Error,
    },
    /// Somebody else answers.
    #[error("find a Runyard server at {0}: what answers there is something else")]
    Stranger(String),
    /// No such language.
    #[error("find the language {name:?}; this server has {known}")]
    Language {
        /// What was asked for.
        name: String,
        /// Those that work.
        known: String,
    },
    /// The language's self-test failed on that server.
    #[error("use the language {name:?}: it does not work on this server: {reason}")]
    Unavailable {
        /// What was asked for.
        name: String,
        /// What the server says.
        reason: String,
    },
    /// The server does not know the token.
    #[error("use the token: the server refuses it: {0}")]
    Token(String),
    /// The hello program did not run.
    #[error("run the hello program once: {0}")]
    Hello(String),
    /// The hello program cannot be varied.
    #[error(transparent)]
    Greeting(#[from] GreetingError),
}

/// One server, and who talks to it.
#[derive(Debug, Clone)]
pub struct Target {
    http: Client,
    base: String,
    token: Option<String>,
    version: String,
}

impl Target {
    /// Finds out whether a Runyard server answers at this address.
    ///
    /// # Errors
    /// When nobody does, or somebody else.
    pub async fn connect(address: &str, token: Option<String>) -> Result<Self, TargetError> {
        let url = Url::parse(address).map_err(|_| TargetError::Address(address.to_owned()))?;
        match url.scheme() {
            "http" if url.has_host() => {}
            "https" => return Err(TargetError::Scheme(address.to_owned())),
            _ => return Err(TargetError::Address(address.to_owned())),
        }
        let http = Client::builder().no_proxy().tcp_nodelay(true).build().map_err(TargetError::Client)?;
        let base = url.as_str().trim_end_matches('/').to_owned();
        let mut target = Self { http, base, token, version: String::new() };
        let answer = target.look("/api/v1/health").await?;
        let version = answer.headers().get(VERSION_HEADER).and_then(|value| value.to_str().ok());
        target.version = version.ok_or_else(|| TargetError::Stranger(target.base.clone()))?.to_owned();
        Ok(target)
    }

    /// The server's version.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Where it is.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The language's hello program, after it has run once as it is: whatever it prints is right, and what is made of it prints
    /// that and its number.
    ///
    /// # Errors
    /// When the server does not have the language, refuses the token, or cannot run it.
    pub async fn greeting(&self, language: &str) -> Result<Greeting, TargetError> {
        // An id has no character that means something in an address; what has is no id.
        let is_id = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || "+-_.#".contains(c));
        let path = format!("/api/v1/languages/{}", language.replace('#', "%23"));
        let answer = match is_id(language) && !language.is_empty() {
            true => Some(self.look(&path).await?).filter(|answer| answer.status() == StatusCode::OK),
            false => None,
        };
        let Some(answer) = answer else {
            let (name, known) = (language.to_owned(), self.known_languages().await?);
            return Err(TargetError::Language { name, known });
        };
        let described = self.json(answer).await?;
        if described.get("available") != Some(&Value::Bool(true)) {
            let reason = text(&described, "reason").to_owned();
            return Err(TargetError::Unavailable { name: language.to_owned(), reason });
        }
        let source = text(&described, "hello");
        let printed = match self.submit(language, source).await {
            Ok(record) if text(&record, "verdict") == "ok" => text(&record, "stdout").to_owned(),
            Ok(record) => return Err(TargetError::Hello(text(&record, "message").to_owned())),
            Err(refusal) if refusal.status == Some(StatusCode::UNAUTHORIZED) => {
                return Err(TargetError::Token(refusal.detail));
            }
            Err(refusal) => return Err(TargetError::Hello(format!("{}: {}", refusal.kind, refusal.detail))),
        };
        Ok(Greeting::new(source, &printed)?)
    }

    /// Runs the program with this number, without anything the server has kept, and compares what it printed.
    pub async fn greet(&self, language: &str, greeting: &Greeting, number: u64) -> Outcome {
        let (source, expected) = greeting.numbered(number);
        match self.submit(language, &source).await {
            Ok(record) if text(&record, "stdout") == expected && text(&record, "verdict") == "ok" => {
                Outcome::Right
            }
            Ok(record) => Outcome::Wrong(format!("instead of {expected:?}: {}", summary(&record))),
            Err(refusal) => Outcome::Failed(refusal.kind),
        }
    }

    /// Submits a program and waits for its record.
    async fn submit(&self, language: &str, source: &str) -> Result<Value, Refusal> {
        let body = json!({"language": language, "source": source, "cache": false});
        let request = self
            .request(Method::POST, "/api/v1/executions")
            .header("prefer", format!("wait={WAIT_SECONDS}"))
            .timeout(RUN_PATIENCE)
            .json(&body);
        let answer = request.send().await.map_err(|error| Refusal::broken(&error))?;
        let status = answer.status();
        let record: Value = answer.json().await.map_err(|error| Refusal::broken(&error))?;
        match status {
            StatusCode::OK => Ok(record),
            StatusCode::ACCEPTED => Err(Refusal {
                status: Some(status),
                kind: format!("not finished in {WAIT_SECONDS} s"),
                detail: "the server accepted it and did not get to its end".to_owned(),
            }),
            _ => Err(Refusal {
                status: Some(status),
                kind: format!("{} {}", status.as_u16(), text(&record, "code")).trim_end().to_owned(),
                detail: text(&record, "detail").to_owned(),
            }),
        }
    }

    async fn known_languages(&self) -> Result<String, TargetError> {
        let listed = self.json(self.look("/api/v1/languages").await?).await?;
        let items = listed.get("items").and_then(Value::as_array).into_iter().flatten();
        let known = items.filter(|item| item.get("available") == Some(&Value::Bool(true)));
        Ok(known.map(|item| text(item, "id")).collect::<Vec<_>>().join(", "))
    }

    async fn look(&self, path: &str) -> Result<Response, TargetError> {
        let sent = self.request(Method::GET, path).timeout(PATIENCE).send().await;
        sent.map_err(|source| self.unreachable(source))
    }

    async fn json(&self, answer: Response) -> Result<Value, TargetError> {
        answer.json().await.map_err(|source| self.unreachable(source))
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.base));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    fn unreachable(&self, source: reqwest::Error) -> TargetError {
        let why = if source.is_timeout() {
            "it does not answer"
        } else if source.is_connect() {
            "nothing listens there, or its name is not known"
        } else {
            "what listens there does not speak HTTP as a Runyard server does"
        };
        TargetError::Reach { address: self.base.clone(), why, source: source.without_url() }
    }
}

/// No record: the kind of error, for counting, and what was said about it.
struct Refusal {
    status: Option<StatusCode>,
    kind: String,
    detail: String,
}

impl Refusal {
    fn broken(error: &reqwest::Error) -> Self {
        let kind = if error.is_timeout() {
            "no answer in time"
        } else if error.is_connect() {
            "no connection"
        } else if error.is_decode() {
            "an answer that is not JSON"
        } else {
            "connection lost"
        };
        Self { status: error.status(), kind: kind.to_owned(), detail: error.to_string() }
    }
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn summary(record: &Value) -> String {
    format!("{} {:?} {:?}", text(record, "verdict"), text(record, "stdout"), text(record, "message"))
}
