//! `runyard doctor` says what protects this machine, and the server tells the same.

#![expect(clippy::print_stdout, reason = "a skipped part says why")]

use runyard_testkit::{Deprivation, Mode, TestServer, say, say_without};
use std::path::Path;

/// row: S12
#[tokio::test]
async fn doctor_and_server_name_the_same_protections() -> anyhow::Result<()> {
    let said = say(env!("CARGO_BIN_EXE_runyard"), &["doctor"], "", Path::new("/"))?;
    let states = [("pass", "pass"), ("warn", "warn"), ("FAIL", "fail"), ("n/a", "not_applicable")];
    let mut named: Vec<(String, String)> = Vec::new();
    for line in said.stdout.lines() {
        let mut words = line.split_whitespace();
        if let (Some(state), Some(name)) = (words.next(), words.next())
            && let Some((_, state)) = states.iter().find(|(shown, _)| *shown == state)
        {
            named.push((name.to_owned(), (*state).to_owned()));
        }
    }
    assert!(named.len() >= 8, "each protection on a line of its own: {}", said.stdout);
    assert!(
        named.iter().all(|(_, state)| state != "fail"),
        "the machine that runs the tests is fit: {}",
        said.stdout
    );
    assert_eq!(said.code, Some(0), "{said:?}");

    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let protection = server.client()?.get("/api/v1/protection").await?.expect(200)?;
    let mut served: Vec<(String, String)> = protection["items"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|item| Some((item["name"].as_str()?.to_owned(), item["state"].as_str()?.to_owned())))
        .collect();
    let kinds = |kind| items_of(&protection, kind).count();
    assert!(kinds("protection") >= 8 && kinds("host") >= 20, "{protection}");
    served.sort();
    named.sort();
    assert_eq!(served, named);
    server.stop()
}

fn items_of<'a>(
    protection: &'a serde_json::Value,
    kind: &'a str,
) -> impl Iterator<Item = &'a serde_json::Value> {
    protection["items"].as_array().into_iter().flatten().filter(move |item| item["kind"] == kind)
}

/// row: S12
#[test]
fn a_name_that_is_no_protection_is_refused() -> anyhow::Result<()> {
    let started = TestServer::builder(env!("CARGO_BIN_EXE_runyard"))
        .config("[protection]\naccept_missing = [\"no_such_protection\"]\n")
        .start();
    let error = started.expect_err("an operator who mistypes a name has to hear of it").to_string();
    assert!(error.contains("no_such_protection"), "{error}");
    Ok(())
}

/// Each protection and a lack that takes it away. The calls are those that set the protection up.
fn lacks() -> Vec<(&'static str, Deprivation)> {
    const NEW_NET: u64 = 0x4000_0000;
    const NEW_PID: u64 = 0x2000_0000;
    // Without root only the users of jails may be out of reach: the namespace that holds them is entered by the same call.
    let users = if Mode::chosen().is_ok_and(Mode::is_privileged) { 0 } else { 0x4000 };
    let call = |number: i64, bits: u64, errno: i32| Deprivation::Call { number, bits, errno };
    vec![
        ("namespaces", call(libc::SYS_clone, NEW_PID, libc::EPERM)),
        ("network", call(libc::SYS_unshare, NEW_NET, libc::EPERM)),
        ("read_only_root", call(libc::SYS_mount_setattr, 0, libc::ENOSYS)),
        ("own_uid", call(libc::SYS_setresuid, users, libc::EPERM)),
        ("seccomp", call(libc::SYS_seccomp, 0, libc::EPERM)),
        ("landlock", call(libc::SYS_landlock_create_ruleset, 0, libc::ENOSYS)),
        ("openat2", call(libc::SYS_openat2, 0, libc::ENOSYS)),
        ("cgroup_memory", Deprivation::Controller("memory")),
        ("cgroup_cpu", Deprivation::Controller("cpu")),
        ("cgroup_pids", Deprivation::Controller("pids")),
    ]
}

/// Where the controllers are of version 2, they are one mount, and cannot be taken away one by one.
fn applies(lack: Deprivation) -> bool {
    let Deprivation::Controller(name) = lack else { return true };
    if Mode::chosen().is_ok_and(|mode| mode == Mode::Container) {
        println!("skipped without {name}: a container is given its controllers by whoever starts it");
        return false;
    }
    let mounted = std::path::Path::new("/sys/fs/cgroup").join(name).is_dir();
    if !mounted {
        println!("skipped without {name}: it is not a mount of its own on this machine");
    }
    mounted
}

/// row: S12
#[test]
fn without_a_protection_the_server_refuses_to_start_and_names_it() -> anyhow::Result<()> {
    let mut faults = Vec::new();
    for (name, lack) in lacks().into_iter().filter(|(_, lack)| applies(*lack)) {
        let said = say_without(lack, env!("CARGO_BIN_EXE_runyard"), &["doctor"])?;
        let line = said.stdout.lines().find(|line| line.split_whitespace().nth(1) == Some(name));
        if !line.is_some_and(|line| line.trim_start().starts_with("FAIL")) || said.code == Some(0) {
            faults.push(format!("doctor without {name}: {said:?}"));
        }
        match TestServer::builder(env!("CARGO_BIN_EXE_runyard")).without(lack).start() {
            Ok(_) => faults.push(format!("the server started without {name}")),
            Err(error) if !error.to_string().contains(name) => {
                faults.push(format!("the refusal without {name} does not name it: {error}"));
            }
            Err(_) => {}
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// row: S12
#[tokio::test]
async fn a_missing_protection_that_was_accepted_is_shown() -> anyhow::Result<()> {
    let (name, lack) = lacks().into_iter().find(|(name, _)| *name == "landlock").expect("one of them");
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard"))
        .config("[protection]\naccept_missing = [\"landlock\"]\n")
        .without(lack)
        .start()?;
    let client = server.client()?;
    let record = client.run(&serde_json::json!({"language": "python", "source": "print(1)"})).await?;
    assert_eq!(record["stdout"], "1\n", "{record}");
    let protection = client.get("/api/v1/protection").await?.expect(200)?;
    let items = protection["items"].as_array().cloned().unwrap_or_default();
    let item = items.iter().find(|item| item["name"] == name).expect("it is listed");
    assert_ne!(item["state"], "pass", "{item}");
    server.stop()
}
