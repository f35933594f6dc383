//! The WebSocket of one execution.

use crate::Received;
use anyhow::{Context as _, bail};
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::Value;
use std::time::Duration;
use tokio::{
    net::TcpStream,
    time::{Instant, timeout},
};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Message, client::IntoClientRequest as _, http::HeaderValue},
};

/// A socket that is silent for longer than this hangs.
const SILENCE: Duration = Duration::from_secs(60);

/// An open WebSocket.
#[derive(Debug)]
pub struct Socket {
    stream: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

impl Socket {
    /// Connects, with a bearer token where given.
    ///
    /// # Errors
    /// When the server does not upgrade.
    pub async fn open(url: &str, token: Option<&str>) -> anyhow::Result<Self> {
        let mut request = url.into_client_request()?;
        if let Some(token) = token {
            request.headers_mut().insert("authorization", HeaderValue::from_str(&format!("Bearer {token}"))?);
        }
        let (stream, _) = connect_async(request).await.with_context(|| format!("failed to open {url}"))?;
        Ok(Self { stream })
    }

    /// Sends one message.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn send(&mut self, message: &Value) -> anyhow::Result<()> {
        Ok(self.stream.send(Message::text(message.to_string())).await?)
    }

    /// The next event; `None` when the server closed the socket.
    ///
    /// # Errors
    /// When the connection breaks, the server is silent for too long, or a message is not JSON.
    pub async fn next(&mut self) -> anyhow::Result<Option<Received>> {
        loop {
            let message = timeout(SILENCE, self.stream.next()).await.context("the WebSocket went silent")?;
            match message.transpose().context("the WebSocket broke")? {
                None | Some(Message::Close(_)) => return Ok(None),
                Some(Message::Text(text)) => {
                    let event: Value = serde_json::from_str(&text).context("a message that is not JSON")?;
                    let id = format!("{}.{}", event["attempt"], event["seq"]);
                    return Ok(Some(Received { id, event, at: Instant::now() }));
                }
                Some(Message::Ping(_) | Message::Pong(_) | Message::Frame(_)) => {}
                Some(Message::Binary(bytes)) => bail!("a binary message of {} bytes", bytes.len()),
            }
        }
    }

    /// Reads until an event of this type came; returns everything read, that event last.
    ///
    /// # Errors
    /// When the socket closes before.
    pub async fn until(&mut self, kind: &str) -> anyhow::Result<Vec<Received>> {
        let mut all: Vec<Received> = Vec::new();
        loop {
            let received =
                self.next().await?.with_context(|| format!("the socket closed before {kind}: {all:?}"))?;
            all.push(received);
            if all.last().is_some_and(|last| last.kind() == kind) {
                return Ok(all);
            }
        }
    }
}
