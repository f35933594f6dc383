//! Who may do what: the server has no privilege at all, the launcher has them and listens to nobody else.

use runyard_testkit::{Mode, Process, TestServer, descendants_of};
use serde_json::json;
use std::{fs, process::Command};

fn status(process: &Process, key: &str) -> String {
    process.status(key).unwrap_or_else(|| panic!("no {key} of {process:?}"))
}

#[tokio::test]
async fn the_server_has_no_privilege() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    client.run(&json!({"language": "python", "source": "print(1)"})).await?;
    let roles = server.roles()?;

    for id in ["Uid", "Gid"] {
        let ids = status(&roles.server, id);
        assert!(ids.split_whitespace().all(|id| id != "0"), "{id} of the server: {ids}");
        assert!(ids.split_whitespace().collect::<std::collections::BTreeSet<_>>().len() == 1, "{id}: {ids}");
    }
    let groups = status(&roles.server, "Groups");
    let own = status(&roles.server, "Gid");
    let own = own.split_whitespace().next().unwrap_or_default();
    assert!(groups.split_whitespace().all(|group| group == own), "groups of the server: {groups}");
    for set in ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"] {
        assert_eq!(status(&roles.server, set), "0000000000000000", "{set} of the server");
    }
    assert_eq!(status(&roles.server, "NoNewPrivs"), "1");
    assert_eq!(descendants_of(roles.server.pid), [], "the server starts no process");
    server.stop()
}

#[tokio::test]
async fn only_the_server_listens_and_only_its_folder_is_its_own() -> anyhow::Result<()> {
    use std::os::unix::fs::MetadataExt as _;
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard")).first_start().start()?;
    let roles = server.roles()?;

    // Listening TCP sockets by inode, and who holds them.
    let table = fs::read_to_string("/proc/net/tcp")?;
    let port = format!(":{:04X}", server.port());
    let inode = table
        .lines()
        .filter_map(|line| {
            let fields: Vec<&str> = line.split_whitespace().collect();
            (fields.get(1)?.ends_with(&port) && *fields.get(3)? == "0A")
                .then(|| format!("socket:[{}]", fields[9]))
        })
        .next()
        .unwrap_or_else(|| panic!("nobody listens on {port}"));
    let holds =
        |process: &Process| {
            fs::read_dir(format!("/proc/{}/fd", process.pid)).into_iter().flatten().flatten().any(|entry| {
                fs::read_link(entry.path()).is_ok_and(|target| target.to_string_lossy() == inode)
            })
        };
    assert!(holds(&roles.server), "the server listens");
    // The supervisor keeps the socket open while it replaces a server, and never reads from it.
    assert!(!holds(&roles.launcher), "the launcher does not");
    for process in descendants_of(roles.launcher.pid) {
        assert!(!holds(&process), "{process:?} holds the server's socket");
    }

    let uid: u32 = roles.server.uid().unwrap_or(0);
    let data = fs::metadata(server.data_dir())?;
    // Without root it is also the group's of whoever started the server, who could not remove it otherwise.
    let others = if Mode::chosen()?.is_privileged() { 0o077 } else { 0o007 };
    assert_eq!(
        (data.uid(), data.mode() & others),
        (uid, 0),
        "the data folder is the server's and nobody else's"
    );
    let key = fs::metadata(server.data_dir().join("token.key"))?;
    assert_eq!((key.uid(), key.mode() & 0o077), (uid, 0), "nobody else reads the key");
    server.stop()
}

#[tokio::test]
async fn the_launcher_dies_with_its_jails_and_is_started_again() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let (id, _) = client.first_words(&json!({"language": "python", "source": "import time\nprint('up', flush=True)\ntime.sleep(2)\nprint('down')"})).await?;
    let before = server.roles()?;
    let jails = descendants_of(before.launcher.pid);
    assert!(!jails.is_empty(), "a program runs below the launcher");
    before.launcher.kill();
    for jail in jails {
        assert!(jail.wait_gone(std::time::Duration::from_secs(5)), "{jail:?} outlived the launcher");
    }
    let record = client.finished(&id).await?;
    assert_eq!(
        (&record["verdict"], &record["stdout"], &record["attempts"]),
        (&json!("ok"), &json!("up\ndown\n"), &json!(2)),
        "{record}"
    );
    assert_ne!(server.roles()?.launcher.pid, before.launcher.pid);
    server.stop()
}

/// row: K6 K12
#[tokio::test]
async fn neither_server_nor_program_reaches_the_launcher_or_a_group() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let source = "import time\nprint('up', flush=True)\ntime.sleep(60)";
    let (id, _) = client
        .first_words(&json!({"language": "python", "source": source, "args": ["tries"], "limits": {"wall_time_ms": 60_000}}))
        .await?;
    let roles = server.roles()?;
    let program = server.program_with("tries")?;
    // Everything that whoever got into one of them could try from outside of any jail, with the machine's own view.
    let script = format!(
        "for pid in {} {}; do kill -0 $pid && echo signal $pid; cat /proc/$pid/environ /proc/$pid/maps; \
         true </proc/$pid/mem && echo memory $pid; ls /proc/$pid/root /proc/$pid/fd; done 2>/dev/null\n\
         find /sys/fs/cgroup -path '*/runyard-*' -writable 2>/dev/null\necho tried",
        roles.launcher.pid, roles.supervisor.pid
    );
    for who in [&roles.server, &program] {
        let id = |key: &str| status(who, key).split_whitespace().next().unwrap_or_default().to_owned();
        let tried = Command::new("setpriv")
            .args(["--reuid", &id("Uid"), "--regid", &id("Gid"), "--clear-groups"])
            .args(["--bounding-set=-all", "--inh-caps=-all", "--no-new-privs", "sh", "-c", &script])
            .output()?;
        assert_eq!(String::from_utf8_lossy(&tried.stdout), "tried\n", "{who:?} reached something: {tried:?}");
    }
    let root = Command::new("sh").args(["-c", &script]).output()?;
    assert!(root.stdout.len() > 1000, "all of it is there for root: {root:?}");
    client.post(&format!("/api/v1/executions/{id}/cancel"), &json!({})).await?.expect(202)?;
    client.finished(&id).await?;
    server.stop()
}
