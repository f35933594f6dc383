//! An engine that does what the submission's input says, one word per line.

use async_trait::async_trait;
use bytes::Bytes;
use runyard_engine::{Activity, Command, Observer};
use runyard_types::{Report, Stage, Stream, Submission, Verdict};
use runyard_worker::{RunFailure, Runner};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::sync::{Semaphore, mpsc};

/// A test that would hang fails instead.
const PATIENCE: Duration = Duration::from_secs(40);

/// Named gates between a script and its test: each pass needs one opening.
#[derive(Clone, Default)]
pub(crate) struct Gates(Arc<Mutex<HashMap<String, Arc<Semaphore>>>>);

impl Gates {
    fn gate(&self, name: &str) -> Arc<Semaphore> {
        Arc::clone(
            self.0.lock().unwrap().entry(name.to_owned()).or_insert_with(|| Arc::new(Semaphore::new(0))),
        )
    }

    pub(crate) fn open(&self, name: &str) {
        self.gate(name).add_permits(1);
    }

    /// How often a pass would find it open now.
    pub(crate) fn openings(&self, name: &str) -> usize {
        self.gate(name).available_permits()
    }

    pub(crate) async fn pass(&self, name: &str) {
        let gate = self.gate(name);
        let pass = gate.acquire();
        tokio::time::timeout(PATIENCE, pass).await.expect("the gate opens").unwrap().forget();
    }
}

/// The scripted engine.
#[derive(Clone, Default)]
pub(crate) struct Script {
    pub(crate) gates: Gates,
}

/// Opens the gate `gone` when the run is over or dropped.
struct Gone<'a>(&'a Gates);

impl Drop for Gone<'_> {
    fn drop(&mut self) {
        self.0.open("gone");
    }
}

#[async_trait]
impl Runner for Script {
    async fn run(
        &self,
        submission: &Submission,
        commands: &mut mpsc::Receiver<Command>,
        observer: &dyn Observer,
    ) -> Result<Report, RunFailure> {
        let _gone = Gone(&self.gates);
        let mut stdout = Vec::new();
        let mut print = |bytes: &[u8]| {
            observer.output(Stage::Run, Stream::Stdout, bytes);
            stdout.extend_from_slice(bytes);
        };
        observer.stage(Stage::Run);
        let script = String::from_utf8(submission.stdin.to_vec()).unwrap();
        let mut cancelled = false;
        let mut verdict = Verdict::Ok;
        for line in script.lines() {
            match line.split_once(' ').unwrap_or((line, "")) {
                ("print", text) => print(text.as_bytes()),
                // How often this was done.
                ("print-count", _) => {
                    self.gates.open("count");
                    print(self.gates.openings("count").to_string().as_bytes());
                }
                // One command, as it was.
                ("hear", _) => print(format!("{:?}", commands.recv().await.unwrap()).as_bytes()),
                ("end", name) => verdict = serde_json::from_value(name.into()).unwrap(),
                ("open", gate) => self.gates.open(gate),
                ("pass", gate) => self.gates.pass(gate).await,
                ("idle", _) => observer.activity(Activity::Idle),
                ("busy", _) => observer.activity(Activity::Busy),
                ("fail", text) => return Err(RunFailure(text.to_owned().into())),
                ("panic", text) => panic!("{text}"),
                // An engine that listens to nobody.
                ("hang", _) => std::future::pending().await,
                // An engine that obeys: prints what it is told until it is cancelled.
                ("obey", _) => loop {
                    match commands.recv().await {
                        Some(Command::Stdin(bytes)) => print(&bytes),
                        Some(Command::Cancel) => {
                            cancelled = true;
                            break;
                        }
                        Some(other) => print(format!("{other:?}").as_bytes()),
                        None => std::future::pending().await,
                    }
                },
                words => panic!("{words:?} is not in the script's language"),
            }
        }
        let mut report = Report::bare(if cancelled { Verdict::Cancelled } else { verdict }, "as scripted");
        report.stdout.bytes = Bytes::from(stdout);
        Ok(report)
    }
}
