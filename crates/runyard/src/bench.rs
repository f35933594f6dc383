//! `runyard bench`: how much a running server can do, seen from outside.

use crate::cli::BenchArguments;
use crate::print;
use anyhow::Context;
use runyard_load::{Driven, Stop, Target, Turn, closed_loop, open_loop};
use serde_json::json;
use std::process::ExitCode;
use std::time::Duration;

/// Some answer was wrong or missing.
const FLAWED: u8 = 1;

pub(crate) fn run(arguments: BenchArguments) -> anyhow::Result<ExitCode> {
    runyard_load::raise_limit().context("make room for connections")?;
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().context("start the runtime")?;
    let (target, driven) = runtime.block_on(measure(&arguments))?;
    if arguments.json {
        print::line(&serde_json::to_string_pretty(&report(&arguments, &target, &driven))?)?;
    } else {
        for line in lines(&driven) {
            print::line(&line)?;
        }
    }
    Ok(if driven.tally.is_flawless() { ExitCode::SUCCESS } else { ExitCode::from(FLAWED) })
}

async fn measure(arguments: &BenchArguments) -> anyhow::Result<(Target, Driven)> {
    let target = Target::connect(&arguments.url, arguments.token.clone()).await?;
    let greeting = target.greeting(&arguments.language).await?;
    if !arguments.json {
        print::line(&title(arguments, &target))?;
    }
    let language = arguments.language.clone();
    let driven_target = target.clone();
    let once = move |turn: Turn| {
        let (target, language, greeting) = (driven_target.clone(), language.clone(), greeting.clone());
        async move { target.greet(&language, &greeting, turn.number).await }
    };
    let duration = Duration::from_secs(arguments.seconds.into());
    let stop = async {
        // Without a way to hear Ctrl-C it ends the command, as it does any other.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending().await
        }
    };
    let driven = match arguments.rate {
        Some(rate) => open_loop(rate, duration, once, stop).await,
        None => closed_loop(arguments.clients.into(), duration, once, stop).await,
    };
    Ok((target, driven))
}

fn title(arguments: &BenchArguments, target: &Target) -> String {
    let BenchArguments { language, seconds, .. } = arguments;
    let how = match arguments.rate {
        Some(rate) => format!("{rate} submissions a second"),
        None => format!("{} clients", arguments.clients),
    };
    format!("Runyard {} at {}: {language}, {how}, {seconds} s", target.version(), target.base())
}

fn lines(driven: &Driven) -> Vec<String> {
    let tally = &driven.tally;
    let mut lines = Vec::new();
    if driven.stop == Stop::Asked {
        lines.push(format!("stopped after {:.1} s", driven.took.as_secs_f64()));
    }
    lines.push(format!("submissions  {:>9}", tally.begun));
    lines.push(format!("right        {:>9}   {:.1} a second", tally.right, driven.per_second()));
    lines.push(format!("wrong        {:>9}", tally.wrong));
    lines.push(format!("errors       {:>9}", tally.failed()));
    lines.extend(tally.errors.iter().map(|(kind, count)| format!("             {count:>9}   {kind}")));
    if tally.unanswered() > 0 {
        lines.push(format!("unanswered   {:>9}   when it was stopped", tally.unanswered()));
    }
    if let Some(took) = tally.latencies() {
        for (name, value) in [("p50", took.p50), ("p90", took.p90), ("p99", took.p99), ("max", took.max)] {
            lines.push(format!("{name}          {value:>9.1} ms"));
        }
    }
    if let Some(first) = &tally.first_wrong {
        lines.push(format!("the first wrong answer, {first}"));
    }
    lines
}

fn report(arguments: &BenchArguments, target: &Target, driven: &Driven) -> serde_json::Value {
    let tally = &driven.tally;
    json!({
        "url": target.base(),
        "version": target.version(),
        "language": arguments.language,
        "clients": if arguments.rate.is_none() { Some(arguments.clients) } else { None },
        "rate": arguments.rate,
        "seconds": driven.took.as_secs_f64(),
        "stopped": driven.stop == Stop::Asked,
        "submissions": tally.begun,
        "right": tally.right,
        "wrong": tally.wrong,
        "first_wrong": tally.first_wrong,
        "errors": tally.errors,
        "unanswered": tally.unanswered(),
        "right_per_second": driven.per_second(),
        "latency_ms": tally.latencies(),
    })
}
