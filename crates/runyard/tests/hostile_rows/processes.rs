//! Rows P: bombs in numbers, endings that are asked for, clocks, and processes that do not die.

use runyard_testkit::{Client, Process, TestServer, promised, scale, skipped, slowness};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

const BOMB: &str = "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass";

/// As many at once; each ends at its limit, and an ordinary program runs afterwards.
async fn bombs(client: &Client, count: u32) -> anyhow::Result<()> {
    let bomb = json!({"language": "python", "limits": {"wall_time_ms": 1000}, "source": BOMB});
    let mut ids = Vec::new();
    for _ in 0..count {
        ids.push(client.submit(&bomb).await?);
    }
    for id in &ids {
        let record = client.finished(id).await?;
        assert!(matches!(record["verdict"].as_str(), Some("time_limit" | "memory_limit")), "{record}");
    }
    let record = client.run(&json!({"language": "python", "source": "print('fine')"})).await?;
    assert_eq!(record["stdout"], "fine\n", "{record}");
    Ok(())
}

/// row: P1 P2
#[tokio::test]
async fn fifty_fork_bombs_at_once_leave_nothing() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    bombs(&server.client()?, 50).await?;
    let vitals = server.vitals()?;
    assert!(vitals.zombies.is_empty(), "{vitals:?}");
    server.stop()
}

/// row: P2
#[tokio::test]
async fn the_first_process_of_a_container_is_left_no_zombies() -> anyhow::Result<()> {
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard")).first_process().start()?;
    let supervisor = server.roles()?.supervisor;
    let inner = supervisor.status("NSpid").unwrap_or_default();
    assert_eq!(inner.split_whitespace().next_back(), Some("1"), "it is the first process: {inner}");
    let client = server.client()?;
    bombs(&client, (10 * scale()).min(50)).await?;
    // Orphans of anybody below end up with it.
    let daemons = "import os\nfor _ in range(20):\n    if os.fork() == 0:\n        os.setsid()\n        if os.fork() == 0: os._exit(0)\n        os._exit(0)";
    client.run(&json!({"language": "python", "source": daemons})).await?;
    let vitals = server.vitals()?;
    assert!(vitals.zombies.is_empty(), "{vitals:?}");
    server.stop()
}

/// row: P3 P7
#[tokio::test]
async fn a_cancelled_program_is_gone_within_a_second() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?.with_token().await?;
    let source = "import os, signal\nfor n in range(1, 65):\n    try: signal.signal(n, signal.SIG_IGN)\n    \
                  except (OSError, ValueError): pass\nfor _ in range(3): os.fork()\nprint('up', flush=True)\nwhile True: pass";
    for _ in 0..5 {
        let (id, _) = client.first_words(&json!({"language": "python", "source": source})).await?;
        let asked = Instant::now();
        client.post(&format!("/api/v1/executions/{id}/cancel"), &json!({})).await?.expect(202)?;
        let record = client.finished(&id).await?;
        assert!(asked.elapsed() < promised(Duration::from_secs(1)), "it took {:?}", asked.elapsed());
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

/// A library that sets the wall clock of whoever loads it on or back by the seconds in a file, and no other clock.
const CLOCK: &str = r#"#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
int clock_gettime(clockid_t which, struct timespec *now) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(which, now);
    char text[32] = "";
    int file = which == CLOCK_REALTIME ? open(getenv("TESTKIT_CLOCK"), O_RDONLY | O_CLOEXEC) : -1;
    if (file >= 0) {
        if (read(file, text, sizeof text - 1) > 0) now->tv_sec += atol(text);
        close(file);
    }
    return result;
}
"#;

/// row: P9
#[tokio::test]
async fn a_step_of_the_wall_clock_changes_no_measured_time() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
    let (source, library, step) =
        (folder.path().join("clock.c"), folder.path().join("clock.so"), folder.path().join("step"));
    fs::write(&source, CLOCK)?;
    fs::write(&step, "0")?;
    let built = std::process::Command::new("gcc")
        .args(["-shared", "-fPIC", "-o"])
        .arg(&library)
        .arg(&source)
        .status()?;
    assert!(built.success());
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard"))
        .env("LD_PRELOAD", library.display().to_string())
        .env("TESTKIT_CLOCK", step.display().to_string())
        .start()?;
    let client = server.client()?;
    let mut stamps = Vec::new();
    for seconds in ["3600", "-3600"] {
        let source = "import time\nprint('up', flush=True)\ntime.sleep(2)";
        let (id, _) = client.first_words(&json!({"language": "python", "source": source})).await?;
        fs::write(&step, seconds)?;
        let record = client.finished(&id).await?;
        let took = record["wall_time_ms"].as_f64().unwrap_or_default();
        // A second or more off would be the clock; the rest is the program's start and end.
        let most = 2000.0 + 600.0 * f64::from(slowness());
        assert!((2000.0..most).contains(&took), "stepped by {seconds}: {record}");
        assert!(
            record["queue_time_ms"].as_f64().is_some_and(|time| (0.0..60_000.0).contains(&time)),
            "{record}"
        );
        assert_eq!(record["verdict"], "ok", "{record}");
        stamps.push(record["finished_at"].as_str().unwrap_or_default().to_owned());
        // The next one waits and is claimed while the clock is off.
        let next = client.run(&json!({"language": "python", "source": "print(1)"})).await?;
        assert_eq!(next["stdout"], "1\n", "{next}");
    }
    assert!(stamps[0] > stamps[1], "the clock really was stepped: {stamps:?}");
    server.stop()
}

/// The freezer group of the jail a process is in, where the machine has that controller.
fn freezer_of(process: &Process) -> Option<PathBuf> {
    let groups = fs::read_to_string(format!("/proc/{}/cgroup", process.pid)).ok()?;
    let path = groups.lines().find_map(|line| line.split_once(":freezer:"))?.1;
    Some(Path::new("/sys/fs/cgroup/freezer").join(path.trim_start_matches('/')))
}

/// row: P10
#[tokio::test]
async fn a_process_that_does_not_die_costs_its_slot_and_nothing_else() -> anyhow::Result<()> {
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard"))
        .config("[worker]\nslots = 2\nconcurrency = 2\n")
        .start()?;
    let client = server.client()?;
    let source = "import time\nprint('up', flush=True)\ntime.sleep(600)";
    let request =
        json!({"language": "python", "source": source, "args": ["stuck"], "limits": {"wall_time_ms": 3000}});
    let (id, _) = client.first_words(&request).await?;
    let stuck = server.program_with("stuck")?;
    let Some(group) = freezer_of(&stuck) else {
        skipped(
            "a_process_that_does_not_die_costs_its_slot_and_nothing_else",
            "no freezer of version 1 to make a process deaf",
        )?;
        return server.stop();
    };
    // What is frozen in a group that nobody knows dies only when it is thawed: like a process stuck in the kernel.
    let ice = group.join("ice");
    fs::create_dir(&ice)?;
    fs::write(ice.join("cgroup.procs"), stuck.pid.to_string())?;
    fs::write(ice.join("freezer.state"), "FROZEN")?;
    let asked = Instant::now();
    let outcome: anyhow::Result<Value> = async {
        for _ in 0..3 {
            let record = client.run(&json!({"language": "python", "source": "print('beside')"})).await?;
            anyhow::ensure!(record["stdout"] == "beside\n", "{record}");
        }
        let health = client.get("/api/v1/health/live").await?;
        anyhow::ensure!(health.status == 200, "{}", health.text());
        client.finished(&id).await
    }
    .await;
    fs::write(ice.join("freezer.state"), "THAWED")?;
    assert!(stuck.wait_gone(Duration::from_secs(10)), "it died once it could");
    match fs::remove_dir(&ice) {
        // The launcher, which makes the slot anew, was quicker.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        other => other?,
    }
    let record = outcome?;
    assert!(matches!(record["verdict"].as_str(), Some("time_limit" | "system_error")), "{record}");
    assert!(asked.elapsed() < Duration::from_secs(100), "nobody waits for ever: {:?}", asked.elapsed());
    // The slot is there again, in whatever form.
    for _ in 0..4 {
        let record = client.run(&json!({"language": "python", "source": "print('after')"})).await?;
        assert_eq!(record["stdout"], "after\n", "{record}");
    }
    server.stop()
}

/// Lets this test set what the whole machine does with crashed programs, for as long as it runs.
const HOST_VARIABLE: &str = "HOSTILE_HOST";

/// row: P11
#[tokio::test]
async fn crashing_programs_start_no_dump_helper() -> anyhow::Result<()> {
    const PATTERN: &str = "/proc/sys/kernel/core_pattern";
    if std::env::var_os(HOST_VARIABLE).is_none() {
        return skipped(
            "crashing_programs_start_no_dump_helper",
            "it changes the machine's core_pattern: set HOSTILE_HOST=1",
        );
    }
    let folder = tempfile::tempdir()?;
    let (helper, trace) = (folder.path().join("helper"), folder.path().join("trace"));
    fs::write(&helper, format!("#!/bin/sh\necho \"$@\" >>{}\ncat >/dev/null\n", trace.display()))?;
    fs::set_permissions(&helper, std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let before = fs::read_to_string(PATTERN)?;
    fs::write(PATTERN, format!("|{} %p %s", helper.display()))?;
    let outcome = crashes(&client).await;
    // The helper is started for a crash outside any jail, or this test proves nothing.
    let outside =
        std::process::Command::new("sh").args(["-c", "ulimit -c unlimited; kill -SEGV $$"]).status();
    let deadline = Instant::now() + Duration::from_secs(10);
    while !trace.exists() && Instant::now() < deadline {
        std::thread::yield_now();
    }
    fs::write(PATTERN, before.trim())?;
    outcome?;
    outside?;
    let started = fs::read_to_string(&trace)?;
    assert_eq!(started.lines().count(), 1, "only the crash outside was handed over: {started}");
    server.stop()
}

async fn crashes(client: &Client) -> anyhow::Result<()> {
    let source = "#include <stdlib.h>\n#include <string.h>\n#include <sys/wait.h>\n#include <unistd.h>\n\
        int main(int count, char **arguments) {\n    for (int n = 0; n < atoi(arguments[1]); n++) {\n        \
        if (fork() == 0) { memset(malloc(200 << 20), 1, 200 << 20); if (n % 2) abort(); *(volatile int *)0 = 1; }\n        \
        wait(0);\n    }\n    abort();\n}";
    let request = json!({"language": "c", "source": source, "args": ["20"],
        "limits": {"wall_time_ms": 120_000, "cpu_time_ms": 120_000, "memory_bytes": 300 << 20}});
    // As many runs as there is time for: many crashes in one would be a matter of how fast the machine is.
    for _ in 0..scale().min(50) {
        let record = client.run(&request).await?;
        anyhow::ensure!(record["verdict"] == "runtime_error" && record["signal"] == "SIGABRT", "{record}");
    }
    Ok(())
}
