//! What was asked for, what was measured, and whether that is enough.

use super::{Lecture, Measured, Plan};
use crate::circumstances::Circumstances;
use anyhow::Context as _;
use serde_json::{Value, json};
use std::{fmt::Write as _, fs, path::Path};

/// Results arrive within this, of 99 in 100.
const P99_MS: f64 = 2000.0;
/// Of submissions and of streams.
const ERRORS_PERCENT: f64 = 0.1;
/// All processes of the server together.
const MEMORY_BYTES: u64 = 1 << 30;
/// A rate that is measured for a while ends with the last answer, a little after the time.
const RATE_PERCENT: f64 = 99.0;

/// One promise.
struct Verdict {
    what: &'static str,
    asked: String,
    measured: String,
    met: bool,
}

/// What was measured, and under which circumstances.
pub(crate) struct Document {
    circumstances: Circumstances,
    plan: Plan,
    measured: Measured,
    verdicts: Vec<Verdict>,
}

impl Document {
    pub(crate) fn new(circumstances: Circumstances, plan: Plan, measured: Measured) -> Self {
        let verdicts = verdicts(plan, &measured);
        Self { circumstances, plan, measured, verdicts }
    }

    /// Whether everything is.
    pub(crate) fn is_met(&self) -> bool {
        self.verdicts.iter().all(|verdict| verdict.met)
    }

    /// The page for people.
    pub(crate) fn markdown(&self) -> String {
        let Self { plan, measured, .. } = self;
        let mut text = format!(
            "# Many clients\n\n{}\n\n{}\n| | asked for | measured | |\n|---|---|---|---|\n",
            self.circumstances,
            self.circumstances.disturbances()
        );
        for Verdict { what, asked, measured, met } in &self.verdicts {
            let word = if *met { "met" } else { "**not met**" };
            let _infallible = writeln!(text, "| {what} | {asked} | {measured} | {word} |");
        }
        let gathered = &measured.gathered;
        let mut also = vec![
            format!("Opening all streams took {:.1} s.", gathered.opening_seconds),
            format!(
                "When the programs were ended, one after the other, everybody had heard of it {:.1} s after the first.",
                gathered.ending_seconds
            ),
        ];
        if let Some(delay) = gathered.line_delay_ms {
            also.push(format!(
                "From printing a line to a watcher's having it: {:.0} ms p50, {:.0} ms p99, {:.0} ms at most, of {} lines seen.",
                delay.p50, delay.p99, delay.max, gathered.seen_lines
            ));
        }
        if let Some(took) = measured.driven.tally.latencies() {
            also.push(format!(
                "From the planned moment of a submission to its result: {:.0} ms p50, {:.0} ms p90, {:.0} ms p99, {:.0} ms at most.",
                took.p50, took.p90, took.p99, took.max
            ));
        }
        let (idle, most) = (measured.idle, measured.most);
        also.push(format!(
            "Memory before the first stream: server {}, launcher {}, all {} processes {}. At most while everything was going on: server {}, \
             launcher {}, all {} processes {}, programs included.",
            mebibytes(idle.server_bytes),
            mebibytes(idle.launcher_bytes),
            idle.processes,
            mebibytes(idle.all_bytes),
            mebibytes(most.server_bytes),
            mebibytes(most.launcher_bytes),
            most.processes,
            mebibytes(most.all_bytes),
        ));
        for (what, kinds) in [
            ("Submissions without an answer", &measured.driven.tally.errors),
            ("Streams refused", &gathered.refused),
            ("Streams lost", &gathered.lost),
        ] {
            also.extend(kinds.iter().map(|(kind, count)| format!("{what}: {count}, {kind}")));
        }
        also.extend(
            measured.driven.tally.first_wrong.iter().map(|first| format!("First wrong answer, {first}")),
        );
        for line in also {
            let _infallible = write!(text, "\n- {line}");
        }
        let _infallible = write!(
            text,
            "\n\n## Who they are\n\n\
             A class of ten thousand, each of whom runs one program a minute: 167 a second. A page follows its own program by a stream that \
             ends with the program, milliseconds later; the streams that are open at any moment are those of programs that go on, the ones \
             that teachers show. Here {} follow {} programs that print a line a second, and {} follow {} that wait: nothing happens there, but \
             signs of life pass (every 15 s by Server-Sent Events, every 20 s by WebSocket). Half of each use Server-Sent Events, the other half \
             WebSockets, each on a connection of its own.\n\n\
             Submissions are Python programs, each with a number of its own to print, `cache: false`, sent at planned moments whatever became \
             of the earlier ones; the time counts from the planned moment to the whole answer (`Prefer: wait`). Errors are refusals, broken \
             connections and wrong answers; of streams also those that end before their program, and lines that somebody missed.\n\n\
             The server runs with its defaults, but for the longest time a program may ask for. The client is a process of its own on the \
             same machine and shares its cores: it reads every event and compares every answer. Memory is that of the supervisor and of every \
             process below it (`Pss`: pages that several share count once).\n\n\
             From one address other than the server's own machine there may be 1000 streams (`rate_limit.streams`) and 100 submissions a \
             minute (`rate_limit.create_per_minute`): a class behind one address needs more.\n",
            plan.live,
            Lecture::Talking.halls(),
            plan.subscribers - plan.live,
            Lecture::Waiting.halls(),
        );
        text
    }

    fn json(&self) -> Value {
        let Self { circumstances, plan, measured, verdicts } = self;
        let tally = &measured.driven.tally;
        json!({
            "circumstances": circumstances,
            "plan": {
                "subscribers": plan.subscribers,
                "live": plan.live,
                "rate": plan.rate,
                "seconds": plan.duration.as_secs_f64(),
            },
            "verdicts": verdicts.iter().map(|verdict| json!({
                "what": verdict.what,
                "asked": verdict.asked,
                "measured": verdict.measured,
                "met": verdict.met,
            })).collect::<Vec<_>>(),
            "streams": measured.gathered,
            "submissions": {
                "begun": tally.begun,
                "right": tally.right,
                "wrong": tally.wrong,
                "errors": tally.errors,
                "right_per_second": measured.driven.per_second(),
                "latency_ms": tally.latencies(),
            },
            "memory": {"idle": measured.idle, "most": measured.most},
        })
    }

    /// Writes both forms.
    pub(crate) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let json = serde_json::to_string_pretty(&self.json())? + "\n";
        fs::write(folder.join("many-clients.json"), json).context("failed to write many-clients.json")?;
        fs::write(folder.join("many-clients.md"), self.markdown()).context("failed to write many-clients.md")
    }
}

fn verdicts(plan: Plan, measured: &Measured) -> Vec<Verdict> {
    let (gathered, driven) = (&measured.gathered, &measured.driven);
    let streams = u64::try_from(plan.subscribers).unwrap_or(u64::MAX);
    let lost = gathered.refused.values().sum::<u64>() + gathered.lost.values().sum::<u64>();
    let submission_errors = driven.tally.wrong + driven.tally.failed();
    let p99 = driven.tally.latencies().map_or(f64::INFINITY, |latencies| latencies.p99);
    let few = |count, of| percent(count, of) < ERRORS_PERCENT;
    let errors = |count: u64, of: u64| format!("{count} of {of}, {:.3} %", percent(count, of));
    let limit = format!("below {ERRORS_PERCENT} %");
    vec![
        Verdict {
            what: "streams open at once",
            asked: format!("{}, {} of them live", plan.subscribers, plan.live),
            measured: gathered.opened.to_string(),
            met: gathered.opened == plan.subscribers,
        },
        Verdict {
            what: "streams refused or lost",
            asked: limit.clone(),
            measured: errors(lost, streams),
            met: few(lost, streams),
        },
        Verdict {
            what: "lines missed by watchers",
            asked: "none".to_owned(),
            measured: gathered.missed_lines.to_string(),
            met: gathered.missed_lines == 0,
        },
        Verdict {
            what: "right answers a second",
            asked: plan.rate.to_string(),
            measured: format!("{:.1}", driven.per_second()),
            met: driven.per_second() >= plan.rate * RATE_PERCENT / 100.0,
        },
        Verdict {
            what: "submission to result, p99",
            asked: format!("below {P99_MS:.0} ms"),
            measured: format!("{p99:.0} ms"),
            met: p99 < P99_MS,
        },
        Verdict {
            what: "submissions with errors",
            asked: limit,
            measured: errors(submission_errors, driven.tally.begun),
            met: few(submission_errors, driven.tally.begun),
        },
        Verdict {
            what: "memory of all processes of the server",
            asked: format!("below {}", mebibytes(MEMORY_BYTES)),
            measured: mebibytes(measured.most.all_bytes),
            met: measured.most.all_bytes < MEMORY_BYTES,
        },
    ]
}

/// Of nothing, nothing can be said: all of it.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn percent(part: u64, whole: u64) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes >> 20)
}
