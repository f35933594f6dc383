//! One open WebSocket: events out, client messages in, both bounded.

use crate::open_streams::StreamPermit;
use axum::{
    body::Bytes,
    extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, close_code},
};
use futures_util::{SinkExt as _, StreamExt as _, stream::SplitSink};
use runyard_executions::{EventStream, Executions, SendError};
use runyard_types::{ClientMessage, ExecutionId};
use serde::Serialize;
use std::time::Duration;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep, timeout};
use tokio_util::sync::CancellationToken;

/// How often the client is asked whether it is still there.
const PING_INTERVAL: Duration = Duration::from_secs(20);
/// A client that said nothing for so long is gone.
const SILENCE: Duration = Duration::from_secs(60);
/// A client that takes nothing for so long is gone too.
const SEND_TIMEOUT: Duration = Duration::from_secs(30);
/// How long a client whose message was too large may take to read so.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// Frames one client may send a second, pings included. Nobody types as fast.
const FRAMES_PER_SECOND: u32 = 500;
/// The largest terminal that makes sense.
const MAX_TERMINAL: u16 = 2000;

/// Who talks to which execution.
pub(crate) struct Conversation {
    pub(crate) id: ExecutionId,
    /// Whether the caller owns the execution.
    pub(crate) may_send: bool,
    pub(crate) executions: Executions,
    pub(crate) shutdown: CancellationToken,
    /// Held for as long as the socket is open.
    #[expect(dead_code, reason = "counts by being there")]
    pub(crate) permit: StreamPermit,
}

/// Why a message was not taken. The socket stays open.
#[derive(Serialize)]
struct Refusal<'a> {
    r#type: &'static str,
    code: &'a str,
    detail: String,
}

/// How a conversation goes on after one frame.
enum Next {
    Continue,
    Answer(Message),
    Close(u16, &'static str),
}

impl Conversation {
    pub(crate) async fn hold(self, socket: WebSocket, mut events: EventStream) {
        let (mut sink, mut frames) = socket.split();
        let mut pings = interval(PING_INTERVAL);
        pings.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut heard = Instant::now();
        let mut pace = Pace::new();
        let farewell = loop {
            let outgoing = tokio::select! {
                event = events.next() => match event {
                    Some(event) => Message::text(serde_json::to_string(&event).unwrap_or_default()),
                    None => break (close_code::NORMAL, "the execution has ended"),
                },
                frame = frames.next() => {
                    let frame = match frame {
                        Some(Ok(frame)) => frame,
                        Some(Err(error)) if is_too_large(&error) => {
                            let close = closing(close_code::SIZE, "messages hold at most 1 MiB");
                            if send(&mut sink, close).await.is_ok() {
                                // The rest of the message is not read, and a connection that is dropped with unread
                                // bytes is reset: the client gets the time to read why.
                                sleep(LAST_WORDS).await;
                            }
                            return;
                        }
                        Some(Err(_)) | None => return,
                    };
                    heard = Instant::now();
                    if !pace.admits(heard) {
                        break (close_code::POLICY, "too many messages");
                    }
                    match self.take(frame).await {
                        Next::Continue => continue,
                        Next::Answer(message) => message,
                        Next::Close(code, reason) => break (code, reason),
                    }
                }
                _ = pings.tick() => {
                    if heard.elapsed() > SILENCE {
                        break (close_code::AWAY, "no answer to pings");
                    }
                    Message::Ping(Bytes::new())
                }
                () = self.shutdown.cancelled() => break (close_code::RESTART, "the server is going down"),
            };
            if send(&mut sink, outgoing).await.is_err() {
                return;
            }
        };
        let (code, reason) = farewell;
        if send(&mut sink, closing(code, reason)).await.is_ok() {
            // The client's own close frame ends the connection in order; one that never comes does not keep us.
            let _ = timeout(SEND_TIMEOUT, async { while let Some(Ok(_)) = frames.next().await {} }).await;
        }
    }

    async fn take(&self, frame: Message) -> Next {
        let text = match frame {
            Message::Text(text) => text,
            Message::Binary(_) => return refuse("invalid_message", "send JSON in text frames"),
            // The library answers pings by itself.
            Message::Ping(_) | Message::Pong(_) => return Next::Continue,
            Message::Close(_) => return Next::Close(close_code::NORMAL, ""),
        };
        let message = match crate::json::parse::<ClientMessage>(text.as_bytes()) {
            Ok(message) => message,
            Err(fault) => return refuse("invalid_message", fault.detail()),
        };
        if !self.may_send {
            return refuse("forbidden", "only the owner of an execution may talk to it");
        }
        if let ClientMessage::Resize { columns, rows } = message
            && (!(1..=MAX_TERMINAL).contains(&columns) || !(1..=MAX_TERMINAL).contains(&rows))
        {
            return refuse("invalid_message", "columns and rows must be from 1 to 2000");
        }
        let stop = message == ClientMessage::Stop;
        match self.executions.send(self.id, message).await {
            Ok(()) => Next::Continue,
            // Stopping what has ended changes nothing.
            Err(SendError::Ended) if stop => Next::Continue,
            Err(error) => refuse_send(&error),
        }
    }
}

fn refuse_send(error: &SendError) -> Next {
    let (code, detail) = match error {
        SendError::NotFound => ("not_found", "there is no such execution"),
        SendError::Ended => ("ended", "the program has ended"),
        SendError::NotRunningYet => ("not_running", "the program has not started yet"),
        SendError::NotInteractive => ("not_interactive", "the execution was not submitted as interactive"),
        SendError::Malformed => ("invalid_base64", "data is not valid base64"),
        SendError::Backpressure => {
            ("backpressure", "the program has not read its earlier input yet; try again")
        }
        SendError::Store(error) => {
            tracing::error!(%error, "failed to deliver a message");
            ("internal", "something failed on our side")
        }
    };
    refuse(code, detail)
}

fn refuse(code: &str, detail: &str) -> Next {
    let refusal = Refusal { r#type: "error", code, detail: detail.to_owned() };
    Next::Answer(Message::text(serde_json::to_string(&refusal).unwrap_or_default()))
}

fn closing(code: u16, reason: &'static str) -> Message {
    Message::Close(Some(CloseFrame { code, reason: Utf8Bytes::from_static(reason) }))
}

/// The library keeps the kind of an error to itself; its text is what there is.
fn is_too_large(error: &axum::Error) -> bool {
    error.to_string().contains("Message too long")
}

async fn send(sink: &mut SplitSink<WebSocket, Message>, message: Message) -> Result<(), ()> {
    match timeout(SEND_TIMEOUT, sink.send(message)).await {
        Ok(Ok(())) => Ok(()),
        _ => Err(()),
    }
}

/// Counts frames in windows of one second.
struct Pace {
    window: Instant,
    frames: u32,
}

impl Pace {
    fn new() -> Self {
        Self { window: Instant::now(), frames: 0 }
    }

    fn admits(&mut self, now: Instant) -> bool {
        if now.duration_since(self.window) >= Duration::from_secs(1) {
            self.window = now;
            self.frames = 0;
        }
        self.frames += 1;
        self.frames <= FRAMES_PER_SECOND
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pace_is_counted_by_the_second() {
        let start = Instant::now();
        let mut pace = Pace { window: start, frames: 0 };
        assert!((0..FRAMES_PER_SECOND).all(|_| pace.admits(start)));
        assert!(!pace.admits(start));
        assert!(pace.admits(start + Duration::from_secs(1)));
    }
}
