//! A runner whose programs are scripts, one instruction a line, so that a test decides how a run goes.

use async_trait::async_trait;
use bytes::Bytes;
use runyard_engine::{Command, Observer};
use runyard_types::{
    Captured, CaseReport, CompileReport, Report, Signal, Stage, Stream, Submission, Verdict,
};
use runyard_worker::{RunFailure, Runner};
use std::time::Duration;
use tokio::sync::mpsc;

/// Follows the first file of a submission:
///
/// ```text
/// out TEXT | err TEXT       prints a line
/// bytes 1 2 255             prints bytes to stdout
/// exit N | signal NAME | verdict NAME | time MILLISECONDS
/// compile TEXT              the compiler printed this to stderr
/// echo                      prints its input until it ends
/// hold                      runs until it is cancelled
/// panic                     breaks the runner
/// ```
#[derive(Debug)]
pub(crate) struct Script;

#[async_trait]
impl Runner for Script {
    async fn run(
        &self,
        submission: &Submission,
        commands: &mut mpsc::Receiver<Command>,
        observer: &dyn Observer,
    ) -> Result<Report, RunFailure> {
        let mut run =
            Run { stdout: Vec::new(), stderr: Vec::new(), report: Report::bare(Verdict::Ok, "ended") };
        run.report.exit_code = Some(0);
        run.report.wall_time = Some(Duration::from_micros(12_345));
        run.report.cpu_time = Some(Duration::from_micros(2000));
        run.report.memory_bytes = Some(1 << 20);
        run.report.version = Some("1.0".to_owned());
        let source = String::from_utf8_lossy(&submission.files[0].content).into_owned();
        observer.stage(Stage::Run);
        for line in source.lines() {
            let (instruction, rest) = line.split_once(' ').unwrap_or((line, ""));
            if !run.follow(instruction, rest, commands, observer).await {
                break;
            }
        }
        run.judge(submission, observer);
        run.report.stdout = Captured { bytes: Bytes::from(run.stdout), truncated: false };
        run.report.stderr = Captured { bytes: Bytes::from(run.stderr), truncated: false };
        Ok(run.report)
    }
}

struct Run {
    stdout: Vec<u8>,
    stderr: Vec<u8>,
    report: Report,
}

impl Run {
    async fn follow(
        &mut self,
        instruction: &str,
        rest: &str,
        commands: &mut mpsc::Receiver<Command>,
        observer: &dyn Observer,
    ) -> bool {
        match instruction {
            "out" => self.print(observer, Stream::Stdout, format!("{rest}\n").as_bytes()),
            "err" => self.print(observer, Stream::Stderr, format!("{rest}\n").as_bytes()),
            "bytes" => {
                let bytes: Vec<u8> = rest.split(' ').map(|byte| byte.parse().unwrap()).collect();
                self.print(observer, Stream::Stdout, &bytes);
            }
            "exit" => {
                self.report.exit_code = Some(rest.parse().unwrap());
                self.report.verdict = Verdict::RuntimeError;
            }
            "signal" => {
                self.report.exit_code = None;
                self.report.signal = Some(Signal::from_name(rest).unwrap());
                self.report.verdict = Verdict::RuntimeError;
            }
            "verdict" => {
                self.report.verdict = serde_json::from_value(rest.into()).unwrap();
                self.report.exit_code = None;
            }
            "time" => self.report.wall_time = Some(Duration::from_millis(rest.parse().unwrap())),
            "compile" => {
                let stderr = Captured { bytes: Bytes::from(format!("{rest}\n")), truncated: false };
                self.report.compile = Some(CompileReport { stderr, ..CompileReport::default() });
            }
            "echo" => loop {
                match commands.recv().await {
                    Some(Command::Stdin(bytes)) => self.print(observer, Stream::Stdout, &bytes),
                    Some(Command::Resize { columns, rows }) => {
                        self.print(observer, Stream::Stdout, format!("{columns}x{rows}").as_bytes());
                    }
                    Some(Command::Signal(signal)) => {
                        self.print(observer, Stream::Stdout, signal.to_string().as_bytes());
                    }
                    Some(Command::Eof) => return true,
                    Some(Command::Cancel) | None => return self.cancel(),
                }
            },
            "hold" => loop {
                match commands.recv().await {
                    Some(Command::Cancel) | None => return self.cancel(),
                    Some(_) => {}
                }
            },
            _ => {}
        }
        true
    }

    fn print(&mut self, observer: &dyn Observer, stream: Stream, bytes: &[u8]) {
        observer.output(Stage::Run, stream, bytes);
        match stream {
            Stream::Stdout => self.stdout.extend_from_slice(bytes),
            Stream::Stderr => self.stderr.extend_from_slice(bytes),
        }
    }

    fn cancel(&mut self) -> bool {
        self.report.verdict = Verdict::Cancelled;
        self.report.exit_code = None;
        false
    }

    /// A judged program prints what it reads.
    fn judge(&mut self, submission: &Submission, observer: &dyn Observer) {
        let total = u32::try_from(submission.cases.len()).unwrap();
        if total == 0 || self.report.verdict != Verdict::Ok {
            return;
        }
        for (index, case) in (0..).zip(&submission.cases) {
            let verdict = if case.stdin == case.expected { Verdict::Accepted } else { Verdict::WrongAnswer };
            let report = CaseReport {
                index,
                verdict,
                limit_hit: None,
                stdout: Captured { bytes: case.stdin.clone(), truncated: false },
                stderr: Captured::default(),
                exit_code: Some(0),
                signal: None,
                wall_time: Duration::from_millis(1),
                cpu_time: Duration::from_millis(1),
                memory_bytes: 4096,
            };
            observer.case(&report, total);
            self.report.cases.push(report);
        }
        let wrong = self.report.cases.iter().any(|case| case.verdict == Verdict::WrongAnswer);
        self.report.verdict = if wrong { Verdict::WrongAnswer } else { Verdict::Accepted };
    }
}
