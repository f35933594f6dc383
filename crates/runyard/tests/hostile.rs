//! Every hostile program ends as its header says, at every stage its header names, a victim beside it gets its right
//! answer, and nothing is left: no process, group, mount, file, descriptor, thread, packet, changed setting or secret.

#![expect(clippy::print_stdout, reason = "figures that are only guarded loosely are printed")]

use runyard_testkit::{
    Canaries, Carrier, Client, Host, Hostile, Ledger, OwnNetwork, Placeholders, Roles, Stage, TestServer,
    Vitals,
    acceptance::results::{End, note},
    on_this_machine,
};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    path::Path,
    time::{Duration, Instant},
};

const PROGRAMS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/hostile");

/// How much longer than usual a harmless program may take beside or after a hostile one. The promise is 2 and 1.5 on
/// a quiet machine; the machines that run tests are not quiet.
const SLOWER: u32 = 5;

/// Below this nothing counts as slow: a scheduler's mood alone takes as long.
const NOT_SLOW: Duration = Duration::from_secs(4);

/// How long starting a run, clearing away what it left, and answering may take: the promise is 5 s, on a quiet machine.
const CLEARING: Duration = Duration::from_secs(10);

/// How long what a run left may take to be cleared away.
const SETTLING: Duration = Duration::from_secs(2);

/// What is looked at after every program.
struct Watch {
    server: TestServer,
    client: Client,
    network: OwnNetwork,
    canaries: Canaries,
    usual: Vitals,
    host: Host,
    roles: Roles,
    departures: u64,
    usual_time: Duration,
    slowest: BTreeMap<&'static str, (Duration, String)>,
}

/// A harmless program whose answer is known.
fn victim() -> Value {
    json!({"language": "python", "source": "print(sum(range(1000)))"})
}

/// How long an execution took from its acceptance to its end.
fn took(record: &Value) -> Duration {
    let ms = |key: &str| record[key].as_f64().unwrap_or_default();
    let compile = record["compile"]["wall_time_ms"].as_f64().unwrap_or_default();
    Duration::from_secs_f64((ms("wall_time_ms") + ms("queue_time_ms") + compile) / 1000.0)
}

impl Watch {
    async fn start() -> anyhow::Result<Self> {
        let network = OwnNetwork::enter()?;
        let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard")).all_warm().start()?;
        let client = server.client()?;
        let mut canaries =
            Canaries::plant(server.folder(), &[("the server's environment", server.canary())])?;
        canaries.watch_secret(&server.data_dir().join("token.key"))?;
        // What somebody else ran, sent and was answered.
        let somebody = client.with_token().await?;
        let (source, input) = (canaries.hide("another's source")?, canaries.hide("another's input")?);
        let output = canaries.hide("another's output")?;
        let (half, rest) = output.split_at(20);
        let private = json!({"language": "python", "stdin": input,
            "source": format!("import sys\nprint('{half}' + '{rest}', sys.stdin.read(), file=sys.stderr)  # {source}")});
        let record = somebody.run(&private).await?;
        anyhow::ensure!(record.to_string().contains(&output), "it was really said: {record}");
        // Everything is made on first use at the latest, so that what is there afterwards is the usual.
        let mut times = Vec::new();
        for _ in 0..4 {
            let victim = victim();
            let records = tokio::try_join!(client.run(&victim), client.run(&victim), client.run(&victim))?;
            times.extend([records.0, records.1, records.2].iter().map(took));
        }
        times.sort();
        Ok(Self {
            usual: server.vitals()?,
            host: Host::now(),
            roles: server.roles()?,
            departures: network.departures()?,
            usual_time: times[times.len() / 2],
            slowest: BTreeMap::new(),
            server,
            client,
            network,
            canaries,
        })
    }

    /// Everything that is not as it was before a program, which ended just now with this record.
    async fn faults(&mut self, name: &str, record: &Value, beside: &Value) -> anyhow::Result<Vec<String>> {
        // First what a result promises: no process of the program is there any more once it can be read.
        let mut wrong = self.server.vitals()?.processes_since(&self.usual);
        let after = self.client.run(&victim()).await?;
        wrong.extend(self.lasting_growth().await?);
        for (when, record) in [("beside", beside), ("after", &after)] {
            if record["verdict"] != "ok" || record["stdout"] != "499500\n" {
                wrong.push(format!("the victim {when} it: {record}"));
            }
            let time = took(record);
            if time > on_this_machine(NOT_SLOW).max(self.usual_time * SLOWER) {
                wrong.push(format!("the victim {when} it took {time:?}, usually {:?}", self.usual_time));
            }
            let slowest = self.slowest.entry(when).or_default();
            if time > slowest.0 {
                *slowest = (time, name.to_owned());
            }
        }
        let health = self.client.get("/api/v1/health").await?;
        if health.status != 200 {
            wrong.push(format!("the server is not healthy: {}", health.text()));
        }
        let roles = self.server.roles()?;
        if (roles.server.pid, roles.launcher.pid) != (self.roles.server.pid, self.roles.launcher.pid) {
            wrong.push("a process of the server was restarted".to_owned());
            self.roles = roles;
        }
        wrong.extend(Host::now().changed_since(&self.host));
        wrong.extend(self.canaries.changed());
        wrong.extend(self.canaries.found_in_answer("the record", record));
        wrong.extend(self.canaries.found_in("the answer about health", &health.text()));
        let departures = self.network.departures()?;
        if departures != self.departures {
            wrong.push(format!("{} packets wanted to leave the machine", departures - self.departures));
            self.departures = departures;
        }
        Ok(wrong)
    }

    /// What there is more of than before and does not go away either: a group is cleaned, and sometimes replaced, after
    /// its run's result was told.
    async fn lasting_growth(&self) -> anyhow::Result<Vec<String>> {
        let deadline = Instant::now() + on_this_machine(SETTLING);
        loop {
            let grown = self.server.vitals()?.grown_since(&self.usual);
            if grown.is_empty() || Instant::now() > deadline {
                return Ok(grown);
            }
            self.client.get("/api/v1/health/live").await?;
        }
    }

    /// What only shows at the end of all.
    async fn last_faults(&self) -> anyhow::Result<Vec<String>> {
        let mut wrong = self.canaries.found_in("the server's log", &self.server.log().text());
        for path in [
            "/",
            "/metrics",
            "/api/v1/stats",
            "/api/v1/health",
            "/api/v1/protection",
            "/api/v1/languages",
            "/api/v1/executions",
            "/api/v1/openapi.json",
        ] {
            let answer = self.client.get(path).await?;
            wrong.extend(self.canaries.found_in(path, &answer.text()));
            wrong.extend(self.canaries.found_in(path, &format!("{:?}", answer.headers)));
        }
        let stats: Value = self.client.get("/api/v1/stats").await?.expect(200)?;
        if (&stats["waiting"], &stats["running"]) != (&json!(0), &json!(0)) {
            wrong.push(format!("not everything ended: {stats}"));
        }
        for (id, path) in Ledger::open(&self.server.data_dir()).await?.paths().await? {
            let ends = path.iter().filter(|status| !matches!(status.as_str(), "QUEUED" | "RUNNING")).count();
            if ends != 1 || path.last().is_none_or(|last| matches!(last.as_str(), "QUEUED" | "RUNNING")) {
                wrong.push(format!("{id} went through {path:?}"));
            }
        }
        for (when, (time, name)) in &self.slowest {
            println!("slowest victim {when}: {time:?} ({name}), usually {:?}", self.usual_time);
        }
        Ok(wrong)
    }
}

#[tokio::test]
async fn hostile_programs_end_as_their_headers_say() -> anyhow::Result<()> {
    let programs = Hostile::all(Path::new(PROGRAMS))?;
    assert!(programs.len() > 100, "only {} programs were found", programs.len());
    let carrier = Carrier::build()?;
    let mut watch = Watch::start().await?;
    let values = Placeholders {
        canary_file: watch.canaries.readable().display().to_string(),
        canary: watch.server.canary().to_owned(),
        port: watch.server.port(),
        server_pid: watch.roles.server.pid,
    };

    // `HOSTILE=name,other` picks programs by parts of their names, while they are being worked on.
    let only = std::env::var("HOSTILE").unwrap_or_default();
    let mut faults = Vec::new();
    let picked: Vec<(&Hostile, Stage)> = programs
        .iter()
        .filter(|program| only.split(',').any(|part| program.name.contains(part)))
        .flat_map(|program| program.stages.iter().map(move |stage| (program, *stage)))
        .collect();
    assert!(!picked.is_empty(), "no program is called {only:?}");
    for (program, stage) in picked {
        let name = program.check_name(stage);
        let request = program.request(&values, stage, &carrier);
        let victim = victim();
        let asked = Instant::now();
        let (record, beside) = tokio::try_join!(watch.client.run(&request), watch.client.run(&victim))?;
        let mut wrong = program.faults(&record, &values, stage);
        let clearing = asked.elapsed().saturating_sub(took(&record));
        if clearing > on_this_machine(CLEARING) {
            wrong.push(format!("{clearing:?} beyond what it ran"));
        }
        wrong.extend(watch.faults(&name, &record, &beside).await?);
        let end = match (&program.known, wrong.is_empty()) {
            (None, true) => End::Passed,
            (None, false) => End::Failed,
            (Some(_), false) => End::Known,
            (Some(reason), true) => {
                wrong.push(format!("it passes: take `known: {reason}` away"));
                End::Failed
            }
        };
        note(&name, end)?;
        if end == End::Failed {
            faults.push(format!("{name}:\n    {}", wrong.join("\n    ")));
        }
    }
    faults.extend(watch.last_faults().await?);
    assert!(faults.is_empty(), "{} programs:\n{}", faults.len(), faults.join("\n"));
    watch.server.stop()
}
