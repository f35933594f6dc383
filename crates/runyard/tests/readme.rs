//! The README's examples, run as they stand.

use runyard_testkit::{TestServer, say};
use std::{fs, process::Command};
use tempfile::TempDir;

const README: &str = include_str!("../../../README.md");

/// The code blocks that contain a word.
fn blocks(word: &str) -> Vec<&'static str> {
    README.split("```").skip(1).step_by(2).filter(|block| block.contains(word)).collect()
}

/// Runs a block in a folder of its own and returns what it printed.
fn bash(script: &str, folder: &TempDir) -> anyhow::Result<String> {
    let output = Command::new("bash").args(["-uc", script]).current_dir(folder.path()).output()?;
    anyhow::ensure!(output.status.success(), "{script}: {output:?}");
    Ok(String::from_utf8(output.stdout)?)
}

#[test]
fn the_curl_examples_answer_as_described() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let folder = TempDir::new()?;
    let expected: [&[&str]; 3] = [
        &[r#""verdict":"ok""#, r#""stdout":"45\n""#, r#""exit_code":0"#],
        &[r#""data":"1\n""#, r#""data":"2\n""#, r#""data":"3\n""#, r#""type":"end""#],
        &[r#""status":"TIMEOUT""#, r#""message":"stopped after 2 s"#],
    ];
    let examples = blocks("curl ");
    assert_eq!(examples.len(), expected.len(), "{examples:?}");
    for (example, words) in examples.into_iter().zip(expected) {
        let script = example.replace("127.0.0.1:8080", &format!("127.0.0.1:{}", server.port()));
        let printed = bash(&script, &folder)?;
        for word in words {
            assert!(printed.contains(word), "{word} in the answer to{example}which is {printed}");
        }
    }
    server.stop()
}

#[test]
fn the_command_line_example_answers_as_described() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let examples = blocks("runyard run");
    assert_eq!(examples.len(), 1, "{examples:?}");
    // The suite is root already, and the binary is not installed.
    let script = examples[0].replace("sudo runyard", env!("CARGO_BIN_EXE_runyard"));
    let said = say("bash", &["-uc", &script], "", folder.path())?;
    assert_eq!((said.code, said.stdout.as_str()), (Some(0), "hello there\nexit code 3"), "{said:?}");
    Ok(())
}

#[test]
fn every_file_the_readme_names_is_there() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");
    let names = README.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    for name in names.filter(|name| !name.starts_with("http")) {
        assert!(fs::exists(format!("{root}{name}")).unwrap_or(false), "{name}");
    }
}
