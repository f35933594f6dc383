//! Many who watch: everybody sees every line, nobody who submits notices, and a server that is full says so.

use runyard_bench::many_clients::{Plan, measure};
use runyard_testkit::{Deprivation, TestServer};
use serde_json::json;
use std::time::{Duration, Instant};

/// Programs that are watched run until they are cancelled.
const LONG_PROGRAMS: &str = "[limits.ceiling]\nwall_time_ms = 3_600_000\n";

/// Descriptors of a small server: 256 are for what runs, and of the connections that the others are for fifteen sixteenths may be
/// streams.
const SMALL: u64 = 1024;
const STREAMS_OF_SMALL: u64 = 720;

/// Half of them come by Server-Sent Events: more than there is room for, so that some of these are refused too.
const WATCHERS: usize = 1500;

/// How long the server may take to close what its clients have closed.
const CLOSING: Duration = Duration::from_secs(10);

#[tokio::test]
async fn watchers_miss_nothing_and_submissions_go_on() -> anyhow::Result<()> {
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard")).config(LONG_PROGRAMS).start()?;
    let plan = Plan { subscribers: 500, live: 100, rate: 20.0, duration: Duration::from_secs(3) };
    let measured = measure(&server, plan).await?;
    let (gathered, tally) = (&measured.gathered, &measured.driven.tally);
    assert_eq!((gathered.opened, gathered.missed_lines), (500, 0), "{gathered:?}");
    assert!(gathered.refused.is_empty() && gathered.lost.is_empty(), "{gathered:?}");
    // A line a second, for each who watches one of the four programs.
    assert!(gathered.seen_lines >= 2 * 100, "{gathered:?}");
    assert_eq!((tally.begun, tally.right), (60, 60), "{tally:?}");
    assert!(measured.most.all_bytes > measured.most.server_bytes && measured.most.server_bytes > 0);
    server.stop()
}

#[tokio::test]
async fn a_server_with_room_for_no_more_streams_says_so_and_works_on() -> anyhow::Result<()> {
    // Started as shells and service managers do: with less than it may have.
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard"))
        .config(LONG_PROGRAMS)
        .without(Deprivation::Descriptors { soft: SMALL / 2, hard: SMALL })
        .start()?;
    let plan = Plan { subscribers: WATCHERS, live: 100, rate: 10.0, duration: Duration::from_secs(1) };
    let measured = measure(&server, plan).await?;
    let (gathered, tally) = (&measured.gathered, &measured.driven.tally);
    let refused: u64 = gathered.refused.values().sum();
    assert_eq!(u64::try_from(gathered.opened)?, STREAMS_OF_SMALL, "{gathered:?}");
    assert_eq!(refused, u64::try_from(WATCHERS)? - STREAMS_OF_SMALL, "{gathered:?}");
    // By Server-Sent Events the answer is there to read; a WebSocket's handshake ends with the status.
    assert!(gathered.refused.keys().all(|said| said.contains("503")), "{gathered:?}");
    assert!(gathered.refused.keys().any(|said| said.contains("too_many_streams")), "{gathered:?}");
    assert!(gathered.lost.is_empty(), "{gathered:?}");
    assert_eq!((tally.begun, tally.right), (10, 10), "{tally:?}");

    // Room comes back with the streams' ends.
    let client = server.client()?;
    let record = client.run(&json!({"language": "python", "source": "print(1)"})).await?;
    let id = record["id"].as_str().unwrap();
    assert_eq!(client.events(id, None).await?.collect().await?.last().unwrap().kind(), "end");
    // The server hears of a closed connection when it reads from it.
    let deadline = Instant::now() + CLOSING;
    while u64::try_from(server.vitals()?.descriptors)? >= SMALL / 2 {
        assert!(Instant::now() < deadline, "{:?}", server.vitals()?);
        client.get("/api/v1/health/live").await?;
    }
    server.stop()
}

#[tokio::test]
async fn one_address_holds_no_more_streams_than_it_may() -> anyhow::Result<()> {
    let config = format!("{LONG_PROGRAMS}[rate_limit]\nstreams = 4\nloopback = true\n");
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard")).config(config).start()?;
    let plan = Plan { subscribers: 20, live: 0, rate: 5.0, duration: Duration::from_secs(1) };
    let gathered = measure(&server, plan).await?.gathered;
    assert_eq!((gathered.opened, gathered.refused.values().sum::<u64>()), (4, 16), "{gathered:?}");
    // More than four of the twenty come by Server-Sent Events, where the answer is there to read.
    assert!(gathered.refused.keys().all(|said| said.contains("429")), "{gathered:?}");
    let explained = "your address already holds 4 open streams";
    assert!(gathered.refused.keys().any(|said| said.contains(explained)), "{gathered:?}");
    server.stop()
}
