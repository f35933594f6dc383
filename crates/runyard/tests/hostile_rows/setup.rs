//! Rows S: what a run is set up as.

use crate::jail::Jail;
use runyard_sandbox::config::View;
use runyard_testkit::{SHOWN, TestServer, run_in_mode};
use serde_json::json;
use std::{fs, os::unix::fs::PermissionsExt as _, process::Command};

/// A folder of the machine that tempts: programs with the setuid bit and with file capabilities.
fn traps() -> tempfile::TempDir {
    let folder = tempfile::Builder::new().prefix("testkit-traps-").tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    for (name, mode) in [("setuid", 0o4755), ("setgid", 0o2755), ("capable", 0o755)] {
        let path = folder.path().join(name);
        fs::copy("/usr/bin/python3", &path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    }
    let done = Command::new("setcap")
        .args(["cap_sys_admin,cap_setuid,cap_dac_override+ep"])
        .arg(folder.path().join("capable"))
        .status()
        .expect("setcap of libcap2-bin");
    assert!(done.success(), "file capabilities can be set here");
    folder
}

fn traps_unless_shown() -> Option<tempfile::TempDir> {
    std::env::var_os(SHOWN).is_none().then(traps)
}

/// row: S3
#[tokio::test]
async fn programs_with_more_rights_give_none() -> anyhow::Result<()> {
    // Who may not make them is shown those of the machine's root, which is the worst case.
    let (made, shown) = (traps_unless_shown(), std::env::var(SHOWN).ok());
    let traps = made.as_ref().map(|folder| folder.path().to_owned()).or(shown.map(Into::into)).unwrap();
    let name = "setup::programs_with_more_rights_give_none";
    if run_in_mode(env!("CARGO_BIN_EXE_runyard"), name, Some(&traps))? {
        return Ok(());
    }
    let view = View { source: traps.display().to_string(), target: "/opt/traps".to_owned() };
    let jail = Jail::start(vec![view]).await;
    let script = r#"
for trap in setuid setgid capable; do
    /opt/traps/$trap -c '
import os
status = dict(line.rstrip("\n").split(":\t", 1) for line in open("/proc/self/status") if ":\t" in line)
print(os.geteuid() == os.getuid() != 0, os.getegid() == os.getgid() != 0, int(status["CapEff"], 16), int(status["CapPrm"], 16))
try:
    os.setuid(0)
    print("root")
except OSError:
    pass
'
done
"#;
    for compile in [false, true] {
        let ran = jail.bash(script, |request| request.compile = compile).await;
        assert_eq!(ran.stdout, "True True 0 0\n".repeat(3), "compile {compile}: {}", ran.stderr);
    }
    jail.stop().await;
    if made.is_none() {
        // The container promised to gain no privileges: they give none outside of jails either.
        return Ok(());
    }
    // The traps do work where nothing holds them.
    let outside = format!(
        "{0}/setuid -c 'import os; print(os.geteuid())'; \
         {0}/capable -c 'print([line for line in open(\"/proc/self/status\") if \"CapEff\" in line])'",
        traps.display()
    );
    let said = Command::new("capsh").args(["--user=nobody", "--", "-c", &outside]).output()?;
    let text = String::from_utf8_lossy(&said.stdout);
    assert!(text.starts_with("0\n") && !text.contains("0000000000000000"), "{said:?}");
    Ok(())
}

/// row: S8
#[tokio::test]
async fn no_request_chooses_where_its_program_starts() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let long = "x/".repeat(2500);
    for folder in ["/proc/self/fd/7", "../../..", "/", "", "a\0b", &long] {
        for field in ["cwd", "working_directory", "workdir", "dir"] {
            let mut request = json!({"language": "bash", "source": "pwd"});
            request[field] = folder.into();
            let answer = client.post("/api/v1/executions", &request).await?;
            assert_eq!(answer.expect(400)?["code"], "unknown_field", "{field} {folder:?}");
        }
        for name in ["PWD", "OLDPWD", "HOME", "TMPDIR", "CDPATH"] {
            let request = json!({"language": "bash", "source": "pwd -P; cd; pwd -P", "env": {name: folder}});
            let answer = client.post("/api/v1/executions", &request).await?;
            if answer.status != 202 {
                assert_eq!(answer.status, 400, "{name} {folder:?}: {}", answer.text());
                continue;
            }
            let id = answer.json()?["id"].as_str().unwrap_or_default().to_owned();
            let record = client.finished(&id).await?;
            let first = record["stdout"].as_str().unwrap_or_default().lines().next();
            assert_eq!(first, Some("/work"), "{name} {folder:?}: {record}");
            assert!(!record.to_string().contains("unreachable"), "{record}");
        }
    }
    server.stop()
}

/// row: S6
#[tokio::test]
async fn the_compile_stage_has_three_descriptors_too() -> anyhow::Result<()> {
    if run_in_mode(env!("CARGO_BIN_EXE_runyard"), "setup::the_compile_stage_has_three_descriptors_too", None)?
    {
        return Ok(());
    }
    let jail = Jail::start(Vec::new()).await;
    for compile in [false, true] {
        let script = "for f in /proc/$$/fd/*; do echo ${f##*/} $(readlink $f); done";
        let ran =
            jail.bash(&format!("source /dev/stdin <<'EOF'\n{script}\nEOF"), |r| r.compile = compile).await;
        for line in ran.stdout.lines() {
            let (number, target) = line.split_once(' ').unwrap_or((line, ""));
            // The shell's own copy of its script is the only other one.
            let own = number.parse::<u32>().is_ok_and(|number| number >= 10) && target.starts_with("/work/");
            assert!(target.starts_with("pipe:") || own, "compile {compile}: {line}");
        }
        assert!(ran.stdout.lines().count() >= 3, "{}", ran.stderr);
    }
    jail.stop().await;
    Ok(())
}
