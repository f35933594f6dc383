//! Running the binary once, as somebody at a terminal does.

use crate::{
    Deprivation, Log, Mode, Traces,
    process::reap_descendants,
    starter::{Launch, Starter},
    turn::Turn,
};
use anyhow::{Context as _, ensure};
use rustix::process::{getpid, set_child_subreaper};
use std::{
    io::{BufReader, Write as _},
    path::Path,
    process::{ChildStdin, ChildStdout, Command, Stdio},
    time::Duration,
};

/// Longer than any command of the tests takes; the first one tests every toolchain.
const PATIENCE: Duration = Duration::from_secs(120);

/// How long after the command its launcher may take to be gone.
const DEATH_PATIENCE: Duration = Duration::from_secs(2);

/// What a finished command said.
#[derive(Debug, Clone)]
pub struct Said {
    /// Exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

/// Runs a command to its end with this standard input.
///
/// # Errors
/// When it cannot be started, hangs, or leaves processes, control groups, mounts or files behind.
pub fn say(binary: &str, args: &[&str], stdin: &str, folder: &Path) -> anyhow::Result<Said> {
    let turn = Turn::take()?;
    let starter = Starter::prepare(Mode::chosen()?, binary)?;
    let mut command = starter.command(&Launch::of(binary))?;
    if Mode::chosen()?.is_privileged() {
        command.current_dir(folder);
    }
    listen(command, args, stdin, &turn)
}

/// Runs a command to its end on a machine that lacks something.
///
/// # Errors
/// As [`say`].
pub fn say_without(lack: Deprivation, binary: &str, args: &[&str]) -> anyhow::Result<Said> {
    let turn = Turn::take()?;
    let starter = Starter::prepare(Mode::chosen()?, binary)?;
    let launch = Launch { lack: Some(lack), ..Launch::of(binary) };
    listen(starter.command(&launch)?, args, "", &turn)
}

/// Talks with a command while it runs: `talk` gets both ends, and the command sees the end of its input when `talk` returns.
/// Gives back its exit code.
///
/// # Errors
/// When it cannot be started, when `talk` fails, or when it leaves anything behind.
pub fn converse(
    binary: &str,
    args: &[&str],
    folder: &Path,
    talk: impl FnOnce(&mut ChildStdin, &mut BufReader<ChildStdout>) -> anyhow::Result<()>,
) -> anyhow::Result<Option<i32>> {
    let _turn = Turn::take()?;
    let before = Traces::now();
    let mut command = Command::new(binary);
    command.args(args).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn()?;
    let mut input = child.stdin.take().context("no stdin")?;
    let mut output = BufReader::new(child.stdout.take().context("no stdout")?);
    let talked = talk(&mut input, &mut output);
    drop((input, output));
    if talked.is_err() {
        child.kill()?;
    }
    let code = child.wait()?.code();
    talked?;
    let left = Traces::now().left_since(&before);
    ensure!(left.is_empty(), "{args:?} left {left:?}");
    Ok(code)
}

fn listen(mut command: Command, args: &[&str], stdin: &str, _turn: &Turn) -> anyhow::Result<Said> {
    set_child_subreaper(Some(getpid())).context("failed to become a subreaper")?;
    let before = Traces::now();
    command.args(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let (stdout, stderr) = (Log::default(), Log::default());
    stdout.follow(child.stdout.take().context("no stdout")?);
    stderr.follow(child.stderr.take().context("no stderr")?);
    let mut input = child.stdin.take().context("no stdin")?;
    // A program that reads nothing may be gone by now.
    let _gone_already = input.write_all(stdin.as_bytes());
    drop(input);
    let ended = stdout.wait_closed(PATIENCE) && stderr.wait_closed(PATIENCE);
    if !ended {
        child.kill()?;
    }
    let code = child.wait()?.code();
    let said = Said { code, stdout: stdout.text(), stderr: stderr.text() };
    ensure!(ended, "{args:?} hung: {said:?}");
    let mut left: Vec<String> = reap_descendants(DEATH_PATIENCE)
        .iter()
        .map(|process| format!("process {} ({})", process.pid, process.name))
        .collect();
    left.extend(Traces::now().left_since(&before));
    ensure!(left.is_empty(), "{args:?} left {left:?}: {said:?}");
    Ok(said)
}
