//! Without root: an ordinary account, prepared once by root, runs the same jail.

use runyard_testkit::OrdinaryUser;
use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    net::TcpListener,
    process::{Child, Command, Stdio},
};

const BINARY: &str = env!("CARGO_BIN_EXE_runyard");

fn output(command: &mut Command) -> anyhow::Result<(Option<i32>, String, String)> {
    let output = command.stdin(Stdio::null()).output()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok((output.status.code(), text(&output.stdout), text(&output.stderr)))
}

#[test]
fn doctor_finds_every_protection_for_an_account_root_prepared() -> anyhow::Result<()> {
    let user = OrdinaryUser::prepare(BINARY)?;
    let (code, said, errors) = output(user.command().arg("doctor"))?;
    assert_eq!(code, Some(0), "{said}{errors}");
    assert!(!said.contains("FAIL"), "{said}");
    assert!(said.contains("Ready: every needed protection works here."), "{said}");
    Ok(())
}

#[test]
fn a_program_runs_as_nobody_with_all_limits() -> anyhow::Result<()> {
    let user = OrdinaryUser::prepare(BINARY)?;
    let write = |name: &str, source: &str| -> anyhow::Result<()> {
        let path = user.home().join(name);
        fs::write(&path, source)?;
        user.own(&path)
    };
    write(
        "who.py",
        "import os\nstatus = {l.split(':')[0]: l.split(':')[1].strip() for l in open('/proc/self/status')}\n\
         print(os.getuid(), status['CapEff'], status['CapBnd'], status['NoNewPrivs'], status['Seccomp'])\n\
         for path in ('/.visible', '/.visible/proc/1/root'):\n    try: print('BREACH', os.listdir(path))\n    \
         except OSError: pass\n",
    )?;
    let (code, said, errors) = output(user.command().args(["run", "who.py"]))?;
    assert_eq!(said, "20000 0000000000000000 0000000000000000 1 2\n", "{code:?} {errors}");

    write("hog.py", "hog = []\nwhile True: hog.append(bytearray(1 << 20))")?;
    let (code, _, errors) = output(user.command().args(["run", "hog.py"]))?;
    assert!(code == Some(124) && errors.contains("more than 128 MiB of memory"), "{code:?} {errors}");

    write("bomb.py", "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass")?;
    let (code, _, errors) = output(user.command().args(["run", "bomb.py", "--time", "1000"]))?;
    assert!(code == Some(124), "{code:?} {errors}");

    write("hello.c", "#include <stdio.h>\nint main(void) { puts(\"compiled\"); }")?;
    let (code, said, errors) = output(user.command().args(["run", "hello.c"]))?;
    assert_eq!((code, said.as_str()), (Some(0), "compiled\n"), "{errors}");
    Ok(())
}

/// A server, told to end when the test does.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let pid = rustix::process::Pid::from_child(&self.0);
        let _ = rustix::process::kill_process(pid, rustix::process::Signal::TERM);
        let _ = self.0.wait();
    }
}

#[test]
fn a_server_keeps_its_data_in_the_home_it_cannot_enter() -> anyhow::Result<()> {
    let user = OrdinaryUser::prepare(BINARY)?;
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let address = format!("127.0.0.1:{port}");
    let mut command = user.command();
    command.args(["serve", "--listen", &address]).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    let lines = BufReader::new(child.stdout.take().expect("stdout is piped"));
    let _serving = Serving(child);
    let ready = lines.lines().map_while(Result::ok).any(|line| line.contains("listening on"));
    assert!(ready, "the server did not start");
    let mut connection = std::net::TcpStream::connect(&address)?;
    let body = r#"{"language": "python", "source": "print(6 * 7)"}"#;
    write!(
        connection,
        "POST /api/v1/executions HTTP/1.1\r\nhost: {address}\r\nprefer: wait=30\r\nconnection: close\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let answer = std::io::read_to_string(connection)?;
    assert!(answer.contains(r#""stdout":"42\n""#), "{answer}");
    assert!(user.home().join(".local/share/runyard/runyard.db").exists());
    Ok(())
}

#[test]
fn an_account_nobody_prepared_is_told_what_it_lacks() -> anyhow::Result<()> {
    let mut command = Command::new("setpriv");
    command.args(["--reuid", "48612", "--regid", "48612", "--clear-groups", "--inh-caps=-all"]);
    // The binary may lie where only root gets; open already, everybody may run it.
    command.args(["sh", "-c", "exec /proc/self/fd/0 run /etc/hostname --language bash"]);
    let output = command.stdin(fs::File::open(BINARY)?).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains("48612"), "{said}");
    Ok(())
}
