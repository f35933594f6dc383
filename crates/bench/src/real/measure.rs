//! Rounds of one program: warm, cold and by hand.

use super::{program::Program, report::Row};
use crate::{around::Around, by_hand, numbers::Numbers, served};
use anyhow::{Context as _, ensure};
use runyard_testkit::Client;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Room for what the programs print.
const OUTPUT_BYTES: u64 = 2 << 20;

/// Before anything is measured.
const WARM_UP: usize = 1;

/// How long one round took in each way.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Round {
    /// On the server as it comes.
    pub(crate) warm: Duration,
    /// On the one that keeps nothing ready.
    pub(crate) cold: Duration,
    /// The command.
    pub(crate) by_hand: Duration,
}

/// Which server is asked first, in turn: whoever comes first finds the caches as another program left them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    WarmFirst,
    ColdFirst,
}

/// Measures a program.
pub(crate) async fn measure(
    program: Program,
    warm: &Client,
    cold: &Client,
    rounds: usize,
    numbers: &Numbers,
) -> anyhow::Result<Row> {
    let command = by_hand::Program::new(program.toolchain, Around::Nothing)?;
    let stdin = program.stdin();
    let mut taken = Vec::new();
    for number in 0..WARM_UP + rounds {
        let source = program.numbered(numbers.next());
        let order = if number % 2 == 0 { Order::WarmFirst } else { Order::ColdFirst };
        let round = once(&program, &source, &stdin, &command, [warm, cold], order).await;
        let round = round.with_context(|| format!("failed to measure {}", program.file))?;
        if number >= WARM_UP {
            taken.push(round);
        }
    }
    Row::new(program.file, program.what, &taken).context("nothing was measured")
}

async fn once(
    program: &Program,
    source: &str,
    stdin: &str,
    command: &by_hand::Program,
    [warm, cold]: [&Client; 2],
    order: Order,
) -> anyhow::Result<Round> {
    command.write(source.as_bytes())?;
    let start = Instant::now();
    command.compile().await?;
    let expected = command.run(&[], stdin.as_bytes()).await?;
    let by_hand = start.elapsed();
    let body = json!({
        "language": program.toolchain.language,
        "source": source,
        "stdin": stdin,
        "cache": false,
        "limits": {"output_bytes": OUTPUT_BYTES},
    });
    let served = async |client: &Client| -> anyhow::Result<Duration> {
        let (record, took) = served::submit(client, &body).await?;
        let same = record["stdout"].as_str().map(str::as_bytes) == Some(&expected[..]);
        ensure!(same && record["verdict"] == "ok", "another answer than by hand: {}", without_output(record));
        Ok(took)
    };
    let (warm, cold) = match order {
        Order::WarmFirst => {
            let warm = served(warm).await?;
            (warm, served(cold).await?)
        }
        Order::ColdFirst => {
            let cold = served(cold).await?;
            (served(warm).await?, cold)
        }
    };
    Ok(Round { warm, cold, by_hand })
}

/// A record that can be read.
fn without_output(mut record: Value) -> Value {
    if let Some(printed) = record["stdout"].as_str() {
        record["stdout"] = json!(format!("{} bytes", printed.len()));
    }
    record
}
