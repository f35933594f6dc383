//! What was measured, for people.

use super::{
    rate::sustained,
    report::{Docker, Document, Row},
    sample::Latency,
    target::Verdict,
};
use crate::{footprint::Footprint, servers::cold_settings};
use std::{collections::BTreeSet, fmt::Write as _};

/// What supervisor, server and launcher together may take while nobody asks for anything.
const SERVICE_BYTES: u64 = 60_000_000;

impl Document {
    /// The page.
    pub(crate) fn markdown(&self) -> String {
        let parts = [
            format!("# Benchmarks\n\n{}", self.circumstances),
            self.disturbance(),
            self.explanation(),
            self.latencies(),
            self.rates(),
            self.targets(),
            self.processor_time(),
            self.memory(),
            self.containers(),
            self.contents(),
        ];
        let parts: Vec<&str> =
            parts.iter().map(|part| part.trim_end()).filter(|part| !part.is_empty()).collect();
        parts.join("\n\n") + "\n"
    }

    fn disturbance(&self) -> String {
        format!(
            "{}From beginning to end other virtual machines took {:.1} % of the processor time.",
            self.circumstances.disturbances(),
            self.stolen_percent
        )
    }

    fn explanation(&self) -> String {
        format!(
            "\"By hand\" is the command itself with an absolute path and an environment of its own, files in memory, started and \
             waited for. \"bubblewrap\" is the same command, each step of it, with all namespaces of its own, the system read-only, and memory to \
             write to. \"Over HTTP\" is `POST /api/v1/executions` with `Prefer: wait` on a kept-alive connection: request, \
             database, queue, jail, program, answer. Each is another program with a number of its own, which it has to print; \
             nothing that is kept may answer (`cache: false`), but where the name says \"cached\". All are measured in turn, in one run.\n\n\
             \"Cold\" is a second server of the same binary that keeps nothing ready: {}. What is precompiled or prepared without \
             a setting to turn it off it has too.\n\n\
             Times in milliseconds, median / 99th percentile (of fewer than a hundred samples, the slowest). Ratios are those of \
             medians to the command by hand measured beside them.",
            cold_settings()
        )
    }

    fn latencies(&self) -> String {
        let mut text = "## One client\n\nLight load is one every 100 ms, back to back one after the other.\n\n\
                        | | light load: by hand | over HTTP | ratio | back to back: by hand | bubblewrap | over HTTP | ratio | cold, over HTTP | \
                        ratio | samples |\n|---|---|---|---|---|---|---|---|---|---|---|\n"
            .to_owned();
        for Row { name, light_load: light, back_to_back: back, .. } in &self.rows {
            let _infallible = writeln!(
                text,
                "| {name} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {}, {} |",
                pair(light.by_hand),
                pair(light.http),
                ratio(light.http, light.by_hand),
                pair(back.by_hand),
                back.bubblewrap.map_or_else(|| "-".to_owned(), pair),
                pair(back.warm),
                ratio(back.warm, back.by_hand),
                pair(back.cold),
                ratio(back.cold, back.by_hand),
                light.http.samples,
                back.warm.samples,
            );
        }
        for skipped in self.skipped.iter().chain(&self.unavailable) {
            let _infallible = write!(text, "\n- Not measured: {}: {}", skipped.name, skipped.reason);
        }
        text
    }

    fn rates(&self) -> String {
        let clients: BTreeSet<usize> =
            self.rows.iter().flat_map(|row| row.rates.iter().map(|rate| rate.clients)).collect();
        let mut text = format!(
            "## Runs a second\n\nEach client submits as soon as its last answer came. By hand {0} commands run at once, before and after. \
             \"Sustained\" is the median of the rates with at least {0} clients. Where somebody would wait for about a minute, nothing was measured.\n\n| | by hand, {0} at once |",
            self.cores
        );
        for count in &clients {
            let _infallible = write!(text, " {count} client{} |", if *count == 1 { "" } else { "s" });
        }
        text += " sustained | ratio |\n|---|---|---|---|";
        text += &"---|".repeat(clients.len());
        for row in &self.rows {
            let by_hand = row.by_hand_rate.per_second;
            let _infallible = write!(text, "\n| {} | {} |", row.name, figure(by_hand));
            for count in &clients {
                let rate = row.rates.iter().find(|rate| rate.clients == *count);
                let shown = rate.map_or_else(|| "-".to_owned(), |rate| figure(rate.per_second));
                let _infallible = write!(text, " {shown} |");
            }
            let _infallible = match sustained(&row.rates, self.cores) {
                Some(rate) => write!(text, " {} | {:.2}x |", figure(rate), rate / by_hand),
                None => write!(text, " - | - |"),
            };
        }
        text
    }

    fn targets(&self) -> String {
        let mut text = "## What is asked for\n\n| | asked for | measured | |\n|---|---|---|---|\n".to_owned();
        let mut line = |name: &str, verdict: &Verdict| {
            let Verdict { asked, shown, judgement, .. } = verdict;
            let _infallible = writeln!(text, "| {name} | {asked} | {shown} | {judgement} |");
        };
        for row in &self.rows {
            for verdict in &row.verdicts {
                line(row.name, verdict);
            }
        }
        line("Memory", &self.service_memory());
        text
    }

    fn service_memory(&self) -> Verdict {
        let bytes = self.memory.idle.service_bytes;
        let asked =
            format!("supervisor, server and launcher, idle: at most {} MB", SERVICE_BYTES / 1_000_000);
        Verdict::at_most(asked, as_float(bytes), as_float(SERVICE_BYTES), megabytes(bytes))
    }

    fn processor_time(&self) -> String {
        let mut text = format!(
            "## Processor time of the server\n\nMilliseconds for each run, with {} clients. \"Machine\" is all that the machine did in \
             that time but for the process that sends the requests: whatever other programs did is in it.\n\n\
             | | server | supervisor, launcher, slots and programs | machine |\n|---|---|---|---|\n",
            self.cores
        );
        for row in &self.rows {
            if let Some(each) = row.processor_time {
                let _infallible = writeln!(
                    text,
                    "| {} | {:.2} | {:.2} | {:.2} |",
                    row.name, each.server_ms, each.jails_and_programs_ms, each.machine_ms
                );
            }
        }
        text
    }

    fn memory(&self) -> String {
        let mut text = "## Memory of the server\n\nPages that several processes share count once. The most that was seen of each while \
                        programs ran.\n\n\
                        | | supervisor, server, launcher | slots and prepared runs | interpreters that wait, and programs | processes |\n\
                        |---|---|---|---|---|\n"
            .to_owned();
        let mut line = |name: &str, seen: &Footprint| {
            let Footprint { service_bytes, slots_bytes, programs_bytes, processes } = *seen;
            let [service, slots, programs] = [service_bytes, slots_bytes, programs_bytes].map(megabytes);
            let _infallible = writeln!(text, "| {name} | {service} | {slots} | {programs} | {processes} |");
        };
        line("idle", &self.memory.idle);
        for (name, seen) in &self.memory.busy {
            line(&format!("{name}, {} clients", self.memory.clients), seen);
        }
        text
    }

    fn containers(&self) -> String {
        let mut text = String::new();
        for row in &self.rows {
            let _infallible = match &row.docker {
                None => Ok(()),
                Some(Docker::Ran { by_hand, docker }) => writeln!(
                    text,
                    "| {} | {} | {} | {} |",
                    row.name,
                    pair(*by_hand),
                    pair(*docker),
                    ratio(*docker, *by_hand)
                ),
                Some(Docker::Failed { reason }) => {
                    let line = reason.lines().next().unwrap_or_default().replace('|', "\\|");
                    writeln!(text, "| {} | - | {line} | - |", row.name)
                }
            };
        }
        if text.is_empty() {
            return text;
        }
        format!(
            "## In containers\n\nThe command by hand and `docker run` of it in turn, back to back.\n\n\
             | | by hand | `docker run` | ratio |\n|---|---|---|---|\n{text}"
        )
    }

    fn contents(&self) -> String {
        let mut text = "## What is measured\n\n".to_owned();
        for row in &self.rows {
            let _infallible = writeln!(text, "- {}: {}", row.name, row.what);
        }
        text += "\nWhether keeping interpreters ready slows programs that compute for a while: [real-programs.md](real-programs.md).";
        text
    }
}

fn pair(latency: Latency) -> String {
    format!("{:.1} / {:.1}", latency.p50_ms, latency.p99_ms)
}

fn ratio(one: Latency, other: Latency) -> String {
    format!("{:.2}x", one.p50_ms / other.p50_ms)
}

fn figure(rate: f64) -> String {
    if rate < 20.0 { format!("{rate:.1}") } else { format!("{rate:.0}") }
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", as_float(bytes) / 1e6)
}

#[expect(clippy::cast_precision_loss, reason = "memory is far below 2^53 bytes")]
fn as_float(bytes: u64) -> f64 {
    bytes as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_has_as_many_cells_in_each_line() {
        let page = Document::example().markdown();
        let mut tables = 0;
        for table in page.split("\n\n").filter(|part| part.starts_with('|')) {
            let cells: Vec<usize> = table.lines().map(|line| line.matches('|').count()).collect();
            assert!(cells.iter().all(|count| Some(count) == cells.first()), "{table}");
            tables += 1;
        }
        assert_eq!(tables, 6, "{page}");
    }

    #[test]
    fn what_is_missing_is_named() {
        let page = Document::example().markdown();
        assert!(page.contains("\n- Not measured: Go: /usr/bin/go is not installed\n"));
        assert!(page.contains("| Python | - | no such file | - |"));
        assert!(
            page.contains(
                "| Memory | supervisor, server and launcher, idle: at most 60 MB | 52.4 MB | met |"
            )
        );
    }
}
