//! Rows I: who a run is, seen beside its neighbours.

use runyard_testkit::{TestServer, descendants_of};
use serde_json::json;
use std::collections::BTreeSet;

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
    for _ in 0..2 {
        let id = client
            .submit(&json!({"language": "python", "source": source, "limits": {"wall_time_ms": 60_000}}))
            .await?;
        let mut stream = client.events(&id, None).await?;
        while let Some(received) = stream.next().await? {
            if received.kind() == "output" {
                said.insert(received.data().to_owned());
                break;
            }
        }
        running.push(id);
    }
    assert_eq!(said.len(), 2, "both are the same user: {said:?}");

    // What is not a slot's keeper is a run's first process or its program: not root, without a capability.
    let launcher = server.roles()?.launcher.pid;
    let ended_privileges: Vec<_> =
        descendants_of(launcher).into_iter().filter(|process| process.name != "runyard-slot").collect();
    assert!(ended_privileges.len() >= 4, "two first processes, two programs: {ended_privileges:?}");
    for process in &ended_privileges {
        assert!(process.uid().is_some_and(|uid| uid != 0), "{process:?} is root");
        for set in ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"] {
            assert_eq!(process.status(set).as_deref(), Some("0000000000000000"), "{set} of {process:?}");
        }
    }
    for id in running {
        client.post(&format!("/api/v1/executions/{id}/cancel"), &json!({})).await?.expect(202)?;
        client.finished(&id).await?;
    }
    server.stop()
}
