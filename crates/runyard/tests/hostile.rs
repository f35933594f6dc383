//! Every hostile program ends as its header says, a victim beside it gets its right answer, and nothing is left.

use runyard_testkit::{Hostile, Placeholders, TestServer, Vitals};
use serde_json::{Value, json};
use std::{io::Write as _, path::Path};

const PROGRAMS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/hostile");

#[tokio::test]
async fn hostile_programs_end_as_their_headers_say() -> anyhow::Result<()> {
    let programs = Hostile::all(Path::new(PROGRAMS))?;
    assert!(programs.len() > 100, "only {} programs were found", programs.len());
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let values = Placeholders {
        canary_file: server.canary_file().display().to_string(),
        canary: server.canary().to_owned(),
        port: server.port(),
        server_pid: server.roles()?.server.pid,
    };
    let victim = json!({"language": "python", "source": "print(sum(range(1000)))"});

    // Everything is made on first use at the latest, so that what is there afterwards is the usual.
    for _ in 0..4 {
        tokio::try_join!(client.run(&victim), client.run(&victim), client.run(&victim))?;
    }
    let usual = Vitals::of(&server.roles()?);
    let first = server.roles()?;

    // `HOSTILE=name,name` picks programs by parts of their names, while one is being worked on.
    let only = std::env::var("HOSTILE").unwrap_or_default();
    let mut faults = Vec::new();
    let picked: Vec<&Hostile> =
        programs.iter().filter(|program| only.split(',').any(|part| program.name.contains(part))).collect();
    assert!(!picked.is_empty(), "no program is called {only:?}");
    for program in picked {
        let request = program.request(&values);
        let (record, beside) = tokio::try_join!(client.run(&request), client.run(&victim))?;
        let mut wrong = program.faults(&record, &values);
        if beside["verdict"] != "ok" || beside["stdout"] != "499500\n" {
            wrong.push(format!("the victim beside it: {beside}"));
        }
        if client.get("/api/v1/health").await?.status != 200 {
            wrong.push("the server is not healthy".to_owned());
        }
        let roles = server.roles()?;
        if (roles.server.pid, roles.launcher.pid) != (first.server.pid, first.launcher.pid) {
            wrong.push("a process of the server was restarted".to_owned());
        }
        wrong.extend(Vitals::of(&roles).grown_since(&usual));
        note(&program.name, &record, &wrong)?;
        if !wrong.is_empty() {
            faults.push(format!("{}:\n    {}", program.name, wrong.join("\n    ")));
        }
    }
    let stats: Value = client.get("/api/v1/stats").await?.expect(200)?;
    if (&stats["waiting"], &stats["running"]) != (&json!(0), &json!(0)) {
        faults.push(format!("not everything ended: {stats}"));
    }
    assert!(faults.is_empty(), "{} programs:\n{}", faults.len(), faults.join("\n"));
    server.stop()
}

/// Appends one line of JSON about a program to the file `HOSTILE_REPORT`, for who keeps account of every program.
fn note(name: &str, record: &Value, faults: &[String]) -> anyhow::Result<()> {
    let Some(path) = std::env::var_os("HOSTILE_REPORT") else { return Ok(()) };
    let keys = ["verdict", "limit_hit", "wall_time_ms", "cpu_time_ms", "memory_bytes"];
    let mut line = json!({"program": name, "faults": faults});
    for key in keys {
        line[key] = record[key].clone();
    }
    let mut file = std::fs::File::options().create(true).append(true).open(path)?;
    Ok(writeln!(file, "{line}")?)
}

#[tokio::test]
async fn fifty_fork_bombs_at_once_leave_nothing() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let bomb = json!({"language": "python", "limits": {"wall_time_ms": 1000},
        "source": "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass"});
    let mut ids = Vec::new();
    for _ in 0..50 {
        ids.push(client.submit(&bomb).await?);
    }
    for id in &ids {
        let record = client.finished(id).await?;
        assert!(matches!(record["verdict"].as_str(), Some("time_limit" | "memory_limit")), "{record}");
    }
    let roles = server.roles()?;
    let vitals = Vitals::of(&roles);
    assert_eq!(vitals.zombies, 0, "{vitals:?}");
    let record = client.run(&json!({"language": "python", "source": "print('fine')"})).await?;
    assert_eq!(record["stdout"], "fine\n", "{record}");
    server.stop()
}

#[tokio::test]
async fn a_cancelled_program_is_gone_within_a_second() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?.with_token().await?;
    let source = "import os, signal\nfor n in range(1, 65):\n    try: signal.signal(n, signal.SIG_IGN)\n    \
                  except (OSError, ValueError): pass\nfor _ in range(3): os.fork()\nprint('up', flush=True)\nwhile True: pass";
    for _ in 0..5 {
        let id = client.submit(&json!({"language": "python", "source": source})).await?;
        let mut stream = client.events(&id, None).await?;
        while let Some(received) = stream.next().await? {
            if received.kind() == "output" {
                break;
            }
        }
        let asked = std::time::Instant::now();
        client.post(&format!("/api/v1/executions/{id}/cancel"), &json!({})).await?.expect(202)?;
        let record = client.finished(&id).await?;
        assert!(asked.elapsed().as_secs_f64() < 1.0, "it took {:?}", asked.elapsed());
        assert_eq!(
            (&record["status"], &record["verdict"]),
            (&json!("CANCELLED"), &json!("cancelled")),
            "{record}"
        );
        let again = client.post(&format!("/api/v1/executions/{id}/cancel"), &json!({})).await?;
        assert_eq!(again.status, 202, "repeating it is harmless: {}", again.text());
    }
    server.stop()
}
