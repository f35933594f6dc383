//! How long a stage takes from request to report, in microseconds: `cargo run --release --example latency`. Needs root.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measuring tool for people who work on the jail"
)]

use runyard_launcher_client::{LauncherProcess, Slots, StageEvent, StageStdio};
use runyard_sandbox::config::LauncherConfig;
use runyard_sandbox::protocol::{StageLimits, StageRequest, WorkTree};
use runyard_sandbox::sys::fd;
use runyard_sandbox::{archive, system_view};
use std::io::Read;
use std::time::Instant;

fn main() {
    let limits = StageLimits {
        wall_time_us: 10_000_000,
        cpu_time_us: 10_000_000,
        cpu_millicores: 1000,
        memory_bytes: 128 << 20,
        processes: 64,
        work_bytes: 64 << 20,
    };
    let (views, links) = system_view::system_view();
    let config = LauncherConfig {
        slots: 4,
        first_uid: 900_000,
        views,
        links,
        ceilings: limits,
        accept_missing: Vec::new(),
    };
    let (_process, control) = LauncherProcess::spawn(&config).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let slots = Slots::new();
        let pool = slots.clone();
        tokio::spawn(async move { pool.attach(control).await });
        slots.ready().await;
        for argv in [vec!["/bin/true"], vec!["/usr/bin/python3", "main.py"]] {
            let mut times = Vec::new();
            for _ in 0..300 {
                let mut lease = slots.lease().await.unwrap();
                let (stdin, _input) = fd::pipe().unwrap();
                let (stdout, out) = fd::pipe().unwrap();
                let (_stderr, err) = fd::pipe().unwrap();
                let mut bytes = Vec::new();
                archive::append(&mut bytes, "main.py", b"print('hello')").unwrap();
                let files = fd::sealed_memfd(c"files", &bytes).unwrap();
                let request = StageRequest {
                    compile: false,
                    argv: argv.iter().map(|argument| (*argument).to_owned()).collect(),
                    env: vec![("PATH".into(), "/usr/bin".into())],
                    work: WorkTree::Fresh,
                    keep_work: false,
                    terminal: false,
                    limits,
                };
                let start = Instant::now();
                lease
                    .start(request, StageStdio { stdin, stdout: out, stderr: err, archive: Some(files) })
                    .unwrap();
                let mut started = None;
                loop {
                    match lease.next().await.unwrap() {
                        StageEvent::Started => started = Some(start.elapsed()),
                        StageEvent::Ended(report) => {
                            let total = start.elapsed();
                            times.push((total, started.unwrap_or_default(), report.wall_time_us));
                            break;
                        }
                        _ => {}
                    }
                }
                let mut text = String::new();
                std::fs::File::from(stdout).read_to_string(&mut text).unwrap();
            }
            times.sort();
            let (total, started, wall) = times[times.len() / 2];
            println!(
                "{argv:?}: total p50 {} p99 {}; to exec {}; program {wall}; after {}",
                total.as_micros(),
                times[times.len() * 99 / 100].0.as_micros(),
                started.as_micros(),
                total.as_micros() as i64 - started.as_micros() as i64 - wall as i64,
            );
        }
    });
}
