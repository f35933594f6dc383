//! One who watches: a stream, from its opening to its end, and what it showed.

use anyhow::Context as _;
use runyard_testkit::{Client, EventStream, Received, Socket};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// By which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Transport {
    /// Server-Sent Events.
    Events,
    /// WebSocket.
    Socket,
}

enum Stream {
    Events(EventStream),
    Socket(Box<Socket>),
}

/// A stream that is open and has shown its first event.
pub(crate) struct Watcher {
    stream: Stream,
    first: Received,
}

/// What a stream showed until it ended.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// From printing a line to its arrival here, of lines printed since the stream was open.
    pub(crate) delays: Vec<Duration>,
    /// Lines that never came.
    pub(crate) missed: u64,
    /// Whether the `end` came; a stream that ends without is lost.
    pub(crate) end: bool,
}

impl Watcher {
    /// Opens a stream of this execution.
    pub(crate) async fn open(client: &Client, id: &str, transport: Transport) -> anyhow::Result<Self> {
        let mut stream = match transport {
            Transport::Events => Stream::Events(client.events(id, None).await?),
            Transport::Socket => Stream::Socket(Box::new(client.socket(id, None).await?)),
        };
        let first = stream.next().await?.context("the stream ended before its first event")?;
        Ok(Self { stream, first })
    }

    /// Reads to the end.
    pub(crate) async fn watch(mut self) -> anyhow::Result<Seen> {
        let opened = SystemTime::now();
        let (mut seen, mut last, mut text) = (Seen::default(), None, String::new());
        let mut next = Some(self.first);
        while let Some(received) = next {
            let now = SystemTime::now();
            match received.kind() {
                "output" => {
                    // An event holds what was written at once, which need not be a whole line.
                    text.push_str(received.data());
                    let whole = text.rfind('\n').map_or(0, |end| end + 1);
                    for (number, printed) in text.drain(..whole).as_str().lines().filter_map(line) {
                        let expected = last.map_or(number, |last: u64| last + 1);
                        seen.missed += number.saturating_sub(expected);
                        last = Some(number);
                        if printed > opened {
                            seen.delays.push(now.duration_since(printed).unwrap_or_default());
                        }
                    }
                }
                "end" => seen.end = true,
                _ => {}
            }
            next = self.stream.next().await?;
        }
        Ok(seen)
    }
}

impl Stream {
    async fn next(&mut self) -> anyhow::Result<Option<Received>> {
        match self {
            Self::Events(stream) => stream.next().await,
            Self::Socket(socket) => socket.next().await,
        }
    }
}

/// A line's number, and when it was printed; `None` of a line that is not one of a talking program.
fn line(text: &str) -> Option<(u64, SystemTime)> {
    let (number, seconds) = text.split_once(' ')?;
    let printed = Duration::try_from_secs_f64(seconds.parse().ok()?).ok()?;
    Some((number.parse().ok()?, UNIX_EPOCH + printed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_say_their_number_and_their_time() {
        let (number, printed) = line("17 1000000000.5").unwrap();
        assert_eq!((number, printed), (17, UNIX_EPOCH + Duration::from_millis(1_000_000_000_500)));
        assert_eq!(line("Traceback"), None);
        assert_eq!(line("Traceback (most"), None);
    }
}
