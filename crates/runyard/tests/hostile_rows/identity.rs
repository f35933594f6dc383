//! Rows I and P: who a run is and what its group holds it to, seen from outside.

use anyhow::Context;
use runyard_testkit::{Process, TestServer};
use serde_json::json;
use std::{collections::BTreeSet, fs, path::Path};

/// row: I6
#[tokio::test]
async fn runs_at_once_are_different_users() -> anyhow::Result<()> {
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard"))
        .config("[worker]\nslots = 2\nconcurrency = 2\n")
        .start()?;
    let client = server.client()?;
    // Written at once: output arrives in the pieces it was written in.
    let source = "import os, time\nos.write(1, f'{os.getuid()} {os.getgid()}\\n'.encode())\ntime.sleep(30)";
    let mut said = BTreeSet::new();
    let mut running = Vec::new();
    for name in ["first", "second"] {
        let limits = json!({"wall_time_ms": 60_000});
        let (id, words) = client
            .first_words(&json!({"language": "python", "source": source, "args": [name], "limits": limits}))
            .await?;
        said.insert(words);
        running.push(id);
    }
    assert_eq!(said.len(), 2, "both are the same user: {said:?}");

    // A run's program and its first process: not root, without a capability.
    for name in ["first", "second"] {
        let program = server.program_with(name)?;
        let first = first_beside(&program).context("process 1 lives as long as the run")?;
        for process in [program, first] {
            assert!(process.uid().is_some_and(|uid| uid != 0), "{process:?} is root");
            for set in ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"] {
                assert_eq!(process.status(set).as_deref(), Some("0000000000000000"), "{set} of {process:?}");
            }
        }
    }
    for id in running {
        client.post(&format!("/api/v1/executions/{id}/cancel"), &json!({})).await?.expect(202)?;
        client.finished(&id).await?;
    }
    server.stop()
}

/// Process 1 of the namespace a program is in.
fn first_beside(program: &Process) -> Option<Process> {
    let space = |process: &Process| fs::read_link(format!("/proc/{}/ns/pid", process.pid)).ok();
    let (wanted, keeper) = (space(program)?, program.parent);
    let mut beside = runyard_testkit::descendants_of(keeper).into_iter();
    beside.find(|process| process.name == "runyard-init" && space(process).as_ref() == Some(&wanted))
}

/// A control file of the group a process is in: of version 1's controller, or of version 2.
fn control_file(process: &Process, names: [&str; 2]) -> Option<String> {
    let groups = fs::read_to_string(format!("/proc/{}/cgroup", process.pid)).ok()?;
    let mounts = fs::read_to_string("/proc/self/mountinfo").ok()?;
    groups.lines().find_map(|line| {
        let (controllers, path) = line.split_once(':')?.1.split_once(':')?;
        let (kind, name) = match controllers {
            "" => ("cgroup2", names[1]),
            list if list.split(',').any(|controller| controller == "cpu") => ("cgroup", names[0]),
            _ => return None,
        };
        mounts.lines().find_map(|mount| {
            let (left, right) = mount.split_once(" - ")?;
            let mut left = left.split(' ').skip(3);
            let (root, point) = (left.next()?, left.next()?);
            let mut right = right.split(' ');
            let right = (right.next()?, right.nth(1)?);
            let fits =
                right.0 == kind && (kind == "cgroup2" || right.1.split(',').any(|option| option == "cpu"));
            let below = Path::new(path).strip_prefix(root).ok().filter(|_| fits)?;
            fs::read_to_string(Path::new(point).join(below).join(name)).ok()
        })
    })
}

#[tokio::test]
async fn its_group_holds_a_run_to_its_cores() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let source = "import os, time\nos.write(1, b'up')\ntime.sleep(30)";
    let limits = json!({"wall_time_ms": 60_000, "cpu_cores": 1});
    let request = json!({"language": "python", "source": source, "args": ["held"], "limits": limits});
    let (id, _) = client.first_words(&request).await?;
    let program = server.program_with("held")?;
    // Of a period of 100 ms as much as of one core: on a busy machine no program could show whether that holds.
    let limit = control_file(&program, ["cpu.cfs_quota_us", "cpu.max"]).unwrap_or_default();
    assert!(matches!(limit.trim(), "100000" | "100000 100000"), "{limit:?}");
    client.post(&format!("/api/v1/executions/{id}/cancel"), &json!({})).await?.expect(202)?;
    client.finished(&id).await?;
    server.stop()
}
