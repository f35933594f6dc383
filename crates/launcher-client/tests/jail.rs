//! The jail through its own protocol: a real launcher, real slots, real programs. Needs root.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test reports by panicking")]

use runyard_launcher_client::{
    LauncherError, LauncherProcess, Lease, ProgramId, Slots, StageEvent, StageStdio, Warmth,
};
use runyard_sandbox::config::{LauncherConfig, WarmInterpreter, WarmWay};
use runyard_sandbox::protocol::{Ending, Killed, StageLimits, StageReport, StageRequest, WorkTree};
use runyard_sandbox::sys::fd;
use runyard_sandbox::{archive, system_view};
use std::io::Read;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::OnceLock;

const LIMITS: StageLimits = StageLimits {
    wall_time_us: 10_000_000,
    cpu_time_us: 10_000_000,
    cpu_millicores: 1000,
    memory_bytes: 128 << 20,
    processes: 64,
    work_bytes: 64 << 20,
};

/// One launcher for all tests, started by a thread that never ends: the launcher dies with the thread that forked it.
fn control() -> Option<OwnedFd> {
    static STARTED: OnceLock<std::sync::Mutex<Option<OwnedFd>>> = OnceLock::new();
    let started = STARTED.get_or_init(|| {
        let (send, receive) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let (views, links) = system_view::system_view();
            let ceilings = StageLimits {
                wall_time_us: 60_000_000,
                cpu_time_us: 60_000_000,
                cpu_millicores: 4000,
                memory_bytes: 1 << 30,
                processes: 512,
                work_bytes: 256 << 20,
            };
            let config = LauncherConfig {
                slots: 4,
                first_uid: 900_000,
                views,
                links,
                ceilings,
                accept_missing: Vec::new(),
                pin_cpus: false,
                warm: vec![
                    interpreter("/usr/bin/python3 main.py"),
                    interpreter("/bin/bash main.sh"),
                    compiler(),
                ],
                warm_slots: 2,
                prepared: None,
            };
            let (_process, control) = LauncherProcess::spawn(&config).unwrap();
            send.send(control).unwrap();
            loop {
                std::thread::park();
            }
        });
        std::sync::Mutex::new(receive.recv().ok())
    });
    started.lock().unwrap().take()
}

/// One that slots are told to keep started; with bash that cannot be done.
fn interpreter(command: &str) -> WarmInterpreter {
    let argv = command.split(' ').map(str::to_owned).collect();
    WarmInterpreter {
        name: command.to_owned(),
        way: WarmWay::Forked,
        argv,
        env: request(&[]).env,
        limits: LIMITS,
        after_first: false,
        modules: Vec::new(),
        folders: Vec::new(),
        file: None,
    }
}

/// One that stays. It does what the files say it does.
fn compiler() -> WarmInterpreter {
    const PROGRAM: &str = "
import os, struct, sys, time
questions, answers = sys.stdin.buffer, sys.stdout.buffer
def number():
    return int.from_bytes(questions.read(4) or os._exit(0), 'big')
def part():
    return questions.read(number())
def say(code, messages, made=b''):
    answers.write(code.to_bytes(4, 'big'))
    for part in messages, made:
        answers.write(len(part).to_bytes(4, 'big') + part)
    answers.flush()
def entry(name, content):
    return struct.pack('<II', len(name), len(content)) + name + content
found = sorted(os.listdir('/work'))
answers.write(b'R')
answers.flush()
asked = 0
while True:
    words = [part().decode() for _ in range(number())]
    files = part()
    asked += 1
    if b'#mistake' in files:
        say(1, b'mistake')
    elif b'#broken' in files:
        say(2, b'broken')
    elif b'#endless' in files:
        time.sleep(1000)
    elif b'#ends' in files:
        os._exit(0)
    elif b'#babbles' in files:
        answers.write(bytes(100))
        answers.flush()
    elif b'#outside' in files:
        say(0, b'', entry(b'../outside', b''))
    elif b'#look' in files:
        status = dict(line.split(':', 1) for line in open('/proc/self/status'))
        names = 'CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'NoNewPrivs', 'Seccomp'
        rights = [int(status[name], 16) for name in names]
        say(1, repr((rights, os.getuid() >= 900_000, os.getgroups(), found, os.listdir('/proc/self/fd'))).encode())
    else:
        say(0, b'asked %d' % asked, entry(b'built', repr(words).encode()))
";
    WarmInterpreter {
        name: "compiler".to_owned(),
        way: WarmWay::Resident,
        argv: ["/usr/bin/python3", "compiler.py"].map(str::to_owned).to_vec(),
        env: request(&[]).env,
        limits: LIMITS,
        after_first: true,
        modules: Vec::new(),
        folders: Vec::new(),
        file: Some(("compiler.py".to_owned(), PROGRAM.to_owned())),
    }
}

/// All tests share one runtime, because the slots' sockets belong to it.
fn run<F: std::future::Future>(test: impl FnOnce(Slots) -> F) -> F::Output {
    static RUNTIME: OnceLock<(tokio::runtime::Runtime, Slots)> = OnceLock::new();
    let (runtime, slots) = RUNTIME.get_or_init(|| {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let slots = Slots::new();
        let control = control().expect("the launcher starts");
        let pool = slots.clone();
        runtime.spawn(async move { pool.attach(control).await });
        runtime.block_on(slots.ready());
        (runtime, slots)
    });
    runtime.block_on(test(slots.clone()))
}

struct Ran {
    report: StageReport,
    stdout: String,
    stderr: String,
}

async fn stage(
    lease: &mut runyard_launcher_client::Lease,
    request: StageRequest,
    files: Option<&[(&str, &[u8])]>,
    on_event: impl Fn(&runyard_launcher_client::Lease, &StageEvent),
) -> Result<Ran, LauncherError> {
    let (stdin, _input) = fd::pipe().unwrap();
    let (stdout, out) = fd::pipe().unwrap();
    let (stderr, err) = fd::pipe().unwrap();
    let archive = files.map(|files| {
        let mut bytes = Vec::new();
        for (path, content) in files {
            archive::append(&mut bytes, path, content).unwrap();
        }
        fd::sealed_memfd(c"files", &bytes).unwrap()
    });
    lease.start(request, StageStdio { stdin, stdout: out, stderr: err, archive })?;
    let read = |from: OwnedFd| {
        tokio::task::spawn_blocking(move || {
            let mut bytes = Vec::new();
            std::fs::File::from(from).read_to_end(&mut bytes).unwrap();
            String::from_utf8_lossy(&bytes).into_owned()
        })
    };
    let (stdout, stderr) = (read(stdout), read(stderr));
    let report = loop {
        let event = lease.next().await?;
        on_event(lease, &event);
        if let StageEvent::Ended(report) = event {
            break report;
        }
    };
    Ok(Ran { report, stdout: stdout.await.unwrap(), stderr: stderr.await.unwrap() })
}

fn request(argv: &[&str]) -> StageRequest {
    StageRequest {
        compile: false,
        argv: argv.iter().map(|argument| (*argument).to_owned()).collect(),
        env: vec![("PATH".into(), "/usr/bin".into())],
        work: WorkTree::Fresh,
        keep_work: false,
        terminal: false,
        warm: Vec::new(),
        limits: LIMITS,
    }
}

async fn sh(slots: &Slots, script: &str, change: impl FnOnce(&mut StageRequest)) -> Ran {
    let mut request = request(&["/bin/bash", "main.sh"]);
    change(&mut request);
    let mut lease = slots.lease(Warmth::None).await.unwrap();
    stage(&mut lease, request, Some(&[("main.sh", script.as_bytes())]), |_, _| {}).await.unwrap()
}

async fn python(slots: &Slots, script: &str, change: impl FnOnce(&mut StageRequest)) -> Ran {
    let mut request = request(&["/usr/bin/python3", "main.py"]);
    change(&mut request);
    let mut lease = slots.lease(Warmth::None).await.unwrap();
    stage(&mut lease, request, Some(&[("main.py", script.as_bytes())]), |_, _| {}).await.unwrap()
}

#[test]
fn a_program_runs_and_its_output_and_exit_code_come_back() {
    run(async |slots| {
        let ran = sh(&slots, "echo out; echo err >&2; pwd; exit 3", |_| {}).await;
        assert_eq!(ran.stdout, "out\n/work\n");
        assert_eq!(ran.stderr, "err\n");
        assert_eq!(ran.report.ending, Ending::Exited(3));
        assert_eq!(ran.report.killed, None);
        assert!(ran.report.memory_bytes > 100_000, "{:?}", ran.report);
        assert!(ran.report.cpu_time_us > 100, "{:?}", ran.report);
    });
}

#[test]
fn no_privilege_is_left() {
    run(async |slots| {
        let ran =
            sh(&slots, "cat /proc/self/status; id; cat /proc/self/cgroup; ls -l /proc/self/fd", |_| {}).await;
        let value = |key: &str| {
            let line = ran.stdout.lines().find(|line| line.starts_with(&format!("{key}:")));
            line.unwrap_or_else(|| panic!("{key} in {}", ran.stdout))
                .split_whitespace()
                .nth(1)
                .unwrap_or("")
                .to_owned()
        };
        for set in ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"] {
            assert_eq!(value(set), "0000000000000000", "{set}");
        }
        assert_eq!(value("NoNewPrivs"), "1");
        assert_eq!(value("Seccomp"), "2");
        assert_eq!(value("Groups"), "");
        assert!(value("Uid").parse::<u32>().unwrap() >= 900_000);
        assert!(ran.stdout.contains("(runner)"), "{}", ran.stdout);
        for line in ran
            .stdout
            .lines()
            .filter(|line| line.contains(":/") && line.contains(':') && !line.contains("->"))
        {
            assert!(line.ends_with(":/"), "the cgroup's path shows: {line}");
        }
        let targets: Vec<&str> = ran.stdout.lines().filter_map(|line| line.split(" -> ").nth(1)).collect();
        // ls itself opens the folder it lists.
        assert_eq!(targets.len(), 4, "{}", ran.stdout);
        assert_eq!(targets.iter().filter(|target| target.starts_with("pipe:")).count(), 3, "{targets:?}");
    });
}

#[test]
fn nothing_of_the_host_shows() {
    run(async |slots| {
        let ran = sh(
            &slots,
            "ls -A / | tr '\\n' ' '; echo; ls -A /etc | tr '\\n' ' '; echo; ls /proc | grep -E '^[0-9]+$' | tr '\\n' ' '; echo; \
             ls -A /dev | tr '\\n' ' '; echo; cat /etc/shadow /proc/1/environ /proc/kcore; hostname; ls /sys",
            |_| {},
        )
        .await;
        let mut lines = ran.stdout.lines();
        assert_eq!(
            lines.next().unwrap().trim(),
            ".empty .layer .warm bin dev etc home lib lib64 proc root run sbin tmp usr var work"
                .split(' ')
                .filter(|name| ran.stdout.contains(name))
                .collect::<Vec<_>>()
                .join(" ")
        );
        let etc = lines.next().unwrap();
        assert!(!etc.contains("shadow") && !etc.contains("ssh") && etc.contains("passwd"), "{etc}");
        let pids: Vec<u32> =
            lines.next().unwrap().split_whitespace().map(|pid| pid.parse().unwrap()).collect();
        assert!(pids.iter().all(|pid| *pid > 1 && *pid < 20), "{pids:?}");
        let devices = lines.next().unwrap().trim();
        assert_eq!(devices, "fd full null random shm stderr stdin stdout tty urandom zero");
        assert_eq!(lines.next(), Some("runyard"), "{}", ran.stdout);
        assert!(ran.stderr.contains("/etc/shadow: No such file"), "{}", ran.stderr);
        assert!(ran.stderr.contains("'/sys': No such file"), "{}", ran.stderr);
    });
}

#[test]
fn nothing_but_the_run_s_own_folders_can_be_written() {
    run(async |slots| {
        let ran = sh(
            &slots,
            "for f in /x /usr/x /etc/x /etc/passwd /dev/x /.layer/x /proc/sys/kernel/core_pattern; do \
             echo x 2>/dev/null >$f && echo wrote $f; done; \
             for f in /work/x /tmp/x /dev/shm/x /var/tmp/y /dev/null; do echo x >$f || echo refused $f; done",
            |_| {},
        )
        .await;
        assert_eq!(ran.stdout, "", "{}", ran.stderr);
    });
}

#[test]
fn there_is_no_network_but_its_own_loopback() {
    run(async |slots| {
        let script = r#"
import socket, threading
def attempt(address):
    s = socket.socket(); s.settimeout(3)
    try: s.connect(address); return "connected"
    except OSError as e: return e.errno
print(attempt(("1.1.1.1", 53)), attempt(("10.0.0.1", 80)))
l = socket.socket(); l.bind(("127.0.0.1", 0)); l.listen()
threading.Thread(target=lambda: l.accept()[0].send(b"hi"), daemon=True).start()
c = socket.create_connection(l.getsockname()); print(c.recv(2))
"#;
        let ran = python(&slots, script, |_| {}).await;
        assert_eq!(ran.stdout, "101 101\nb'hi'\n", "{}", ran.stderr);
    });
}

#[test]
fn limits_end_a_stage_and_are_named() {
    run(async |slots| {
        let ran = sh(&slots, "sleep 60", |r| r.limits.wall_time_us = 300_000).await;
        assert_eq!(ran.report.killed, Some(Killed::WallTime));
        assert!((300_000..1_500_000).contains(&ran.report.wall_time_us), "{:?}", ran.report);

        let ran = sh(&slots, "while :; do :; done", |r| r.limits.cpu_time_us = 200_000).await;
        assert_eq!(ran.report.killed, Some(Killed::CpuTime));
        assert!((200_000..1_000_000).contains(&ran.report.cpu_time_us), "{:?}", ran.report);

        let hog = "b = []\nwhile True: b.append(bytearray(1 << 20))";
        let ran = python(&slots, hog, |r| r.limits.memory_bytes = 64 << 20).await;
        assert_eq!(ran.report.killed, Some(Killed::Memory), "{:?}", ran.report);
        assert!(ran.report.memory_bytes <= 64 << 20);

        let files = "f = open('/tmp/x', 'wb')\nwhile True: f.write(bytes(1 << 20))";
        let ran = python(&slots, files, |r| r.limits.memory_bytes = 32 << 20).await;
        assert_eq!(ran.report.killed, Some(Killed::Memory), "{:?}", ran.report);

        let ran = sh(&slots, "b() { b | b & }; b; sleep 60", |r| {
            r.limits.processes = 20;
            r.limits.wall_time_us = 1_000_000;
        })
        .await;
        assert!(ran.report.processes_hit, "{:?}", ran.report);
    });
}

#[test]
fn a_daemon_left_behind_is_gone_when_the_stage_has_ended() {
    run(async |slots| {
        let ran = sh(&slots, "setsid nohup sleep 1000 >/dev/null 2>&1 & disown; echo done", |_| {}).await;
        assert_eq!(ran.stdout, "done\n");
        assert_eq!(ran.report.ending, Ending::Exited(0));
        // The next run of any slot sees none of it.
        for _ in 0..4 {
            let ran = sh(&slots, "ls /tmp /dev/shm /work; ls /proc | grep -cE '^[0-9]+$'", |_| {}).await;
            let processes: u32 = ran.stdout.lines().last().unwrap().parse().unwrap();
            assert!(processes < 5, "{}", ran.stdout);
        }
    });
}

#[test]
fn signals_are_the_programs_own_ending() {
    run(async |slots| {
        for (script, number) in [("kill -SEGV $$", 11), ("kill -ABRT $$", 6), ("kill -KILL $$", 9)] {
            let ran = sh(&slots, script, |_| {}).await;
            assert_eq!(ran.report.ending, Ending::Signaled(number), "{script}");
            assert_eq!(ran.report.killed, None);
        }
        // Nothing of the user's may ignore what the launcher ignores.
        let ran = sh(&slots, "yes | head -1; echo ${PIPESTATUS[0]}", |_| {}).await;
        assert_eq!(ran.stdout, "y\n141\n");
    });
}

#[test]
fn forbidden_calls_end_the_program_and_unknown_ones_do_not_exist() {
    run(async |slots| {
        let script = r#"
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
def call(n, *a):
    ctypes.set_errno(0)
    libc.syscall(n, *a); return ctypes.get_errno()
print(call(999), call(435, 0, 0), call(165, 0, 0, 0, 0, 0), call(272, 0x10000000), call(101, 16, 1))
sys.stdout.flush()
call(175, 0, 0, 0)
print("still here")
"#;
        let ran = python(&slots, script, |_| {}).await;
        assert_eq!(ran.stdout, "38 38 1 1 1\n");
        assert_eq!(ran.report.ending, Ending::Signaled(libc::SIGSYS));
    });
}

#[test]
fn a_kept_work_folder_reaches_the_next_stage_and_stays_as_it_was() {
    run(async |slots| {
        let mut lease = slots.lease(Warmth::None).await.unwrap();
        let mut compile =
            request(&["/bin/bash", "-c", "echo made > made; mkdir d; ln -s /etc/passwd d/link"]);
        compile.compile = true;
        compile.keep_work = true;
        stage(&mut lease, compile, Some(&[("main.sh", b"x")]), |_, _| {}).await.unwrap();
        for _ in 0..2 {
            let mut run = request(&[
                "/bin/bash",
                "-c",
                "ls; cat made; rm made; echo new > extra; echo more >> main.sh",
            ]);
            run.work = WorkTree::Layered;
            let ran = stage(&mut lease, run, None, |_, _| {}).await.unwrap();
            assert_eq!(ran.stdout, "d\nmade\nmain.sh\nmade\n", "{}", ran.stderr);
            assert_eq!(ran.stderr, "");
        }
        drop(lease);
        // A lease that kept nothing has nothing to build on.
        let mut lease = slots.lease(Warmth::None).await.unwrap();
        let mut run = request(&["/bin/true"]);
        run.work = WorkTree::Layered;
        assert!(matches!(stage(&mut lease, run, None, |_, _| {}).await, Err(LauncherError::Start(_))));
    });
}

#[test]
fn requests_outside_the_ceilings_or_the_protocol_are_refused() {
    run(async |slots| {
        let mut lease = slots.lease(Warmth::None).await.unwrap();
        for change in [
            (|r: &mut StageRequest| r.limits.memory_bytes = 2 << 30) as fn(&mut StageRequest),
            |r| r.limits.wall_time_us = 0,
            |r| r.limits.processes = 10_000,
            |r| r.argv = vec![],
            |r| r.argv = vec!["bash".into()],
            |r| r.argv = vec!["/bin/bash".into(), "a\0b".into()],
        ] {
            let mut refused = request(&["/bin/true"]);
            change(&mut refused);
            assert!(matches!(
                stage(&mut lease, refused, Some(&[]), |_, _| {}).await,
                Err(LauncherError::Start(_))
            ));
        }
        let ran = stage(&mut lease, request(&["/bin/true"]), Some(&[]), |_, _| {}).await.unwrap();
        assert_eq!(ran.report.ending, Ending::Exited(0));
        let failed = stage(&mut lease, request(&["/bin/absent"]), Some(&[]), |_, _| {}).await.err().unwrap();
        let LauncherError::Start(failure) = failed else { panic!("{failed}") };
        assert_eq!((failure.step.as_str(), failure.errno), ("exec", libc::ENOENT));
    });
}

#[test]
fn the_server_can_kill_and_signal() {
    run(async |slots| {
        let mut lease = slots.lease(Warmth::None).await.unwrap();
        let ran = stage(&mut lease, request(&["/bin/sleep", "60"]), Some(&[]), |lease, event| {
            if matches!(event, StageEvent::Idle) {
                lease.kill();
            }
        })
        .await
        .unwrap();
        assert_eq!(ran.report.killed, Some(Killed::Requested));
        let ran = stage(&mut lease, request(&["/bin/sleep", "60"]), Some(&[]), |lease, event| {
            if matches!(event, StageEvent::Idle) {
                lease.signal(libc::SIGINT);
            }
        })
        .await
        .unwrap();
        assert_eq!((ran.report.ending, ran.report.killed), (Ending::Signaled(libc::SIGINT), None));
    });
}

#[test]
fn a_sleeper_is_reported_idle_and_a_worker_is_not() {
    run(async |slots| {
        let idle = std::sync::atomic::AtomicBool::new(false);
        let seen = |event: &StageEvent| {
            if matches!(event, StageEvent::Idle) {
                idle.store(true, std::sync::atomic::Ordering::Relaxed);
            }
        };
        let mut lease = slots.lease(Warmth::None).await.unwrap();
        let mut busy = request(&["/bin/bash", "-c", "while :; do :; done"]);
        busy.limits.cpu_time_us = 400_000;
        stage(&mut lease, busy, Some(&[]), |_, event| seen(event)).await.unwrap();
        assert!(!idle.load(std::sync::atomic::Ordering::Relaxed));
        stage(&mut lease, request(&["/bin/sleep", "0.5"]), Some(&[]), |_, event| seen(event)).await.unwrap();
        assert!(idle.load(std::sync::atomic::Ordering::Relaxed));
    });
}

#[test]
fn descriptors_of_the_test_itself_never_reach_a_program() {
    run(async |slots| {
        let secret = fd::sealed_memfd(c"secret", b"canary").unwrap();
        let ran =
            sh(&slots, "for f in /proc/self/fd/*; do readlink $f; done; cat /proc/*/environ", |_| {}).await;
        assert!(!ran.stdout.contains("memfd") && !ran.stdout.contains("CARGO"), "{}", ran.stdout);
        drop(secret.as_fd().try_clone_to_owned());
    });
}

#[test]
fn what_proc_and_usr_tell_of_the_host_is_empty() {
    run(async |slots| {
        let ran = sh(
            &slots,
            "for f in cmdline kallsyms keys config.gz partitions diskstats interrupts sys/kernel/random/boot_id; do \
             [ -s /proc/$f ] && cat /proc/$f; done 2>/dev/null | wc -c; \
             ls -A /proc/pressure /proc/irq /proc/bus /proc/fs /proc/tty /usr/local 2>/dev/null | grep -v ':$' | grep . ; true",
            |_| {},
        )
        .await;
        assert_eq!(ran.stdout, "0\n", "{}", ran.stderr);
    });
}

#[test]
fn a_port_that_one_run_closed_is_free_for_the_next() {
    run(async |slots| {
        let script = br#"
import socket
l = socket.socket(); l.bind(("127.0.0.1", 8123)); l.listen()
c = socket.create_connection(("127.0.0.1", 8123)); s, _ = l.accept()
s.close(); c.recv(1); c.close(); l.close()
print(sum(":1FBB" in line for line in open("/proc/net/tcp")))
"#;
        let mut lease = slots.lease(Warmth::None).await.unwrap();
        for _ in 0..2 {
            let python = request(&["/usr/bin/python3", "main.py"]);
            let ran = stage(&mut lease, python, Some(&[("main.py", script)]), |_, _| {}).await.unwrap();
            assert_eq!(ran.stdout, "0\n", "{}", ran.stderr);
        }
    });
}

#[test]
fn socket_buffers_count() {
    run(async |slots| {
        let script = r#"
import socket
l = socket.socket(); l.bind(("127.0.0.1", 0)); l.listen(100)
sent, kept = 0, []
for _ in range(100):
    c = socket.socket(); c.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4 << 20); c.connect(l.getsockname())
    kept += [c, l.accept()[0]]; c.setblocking(False)
    try:
        while True: sent += c.send(bytes(1 << 16))
    except BlockingIOError: pass
print(sent >> 20)
"#;
        let ran = python(&slots, script, |r| r.limits.wall_time_us = 20_000_000).await;
        // Either the run was ended for its memory, or the buffers stayed far below what a hundred sockets ask for.
        let held: u64 = ran.stdout.trim().parse().unwrap_or(0);
        assert!(held < 128, "{held} MiB in socket buffers: {:?} {}", ran.report, ran.stderr);
    });
}

/// A lock belongs to an inode: where a jail and the host, or two jails, shared one, each could tell the other something.
#[test]
fn locks_of_the_host_are_not_felt_inside() {
    run(async |slots| {
        const LOCKED: [&str; 6] =
            ["/usr/bin/env", "/usr/lib/os-release", "/dev/null", "/dev/zero", "/etc/ld.so.cache", "/usr/bin"];
        let held: Vec<std::fs::File> = LOCKED
            .iter()
            .map(|path| {
                let file = std::fs::File::open(path).unwrap();
                file.lock().unwrap();
                file
            })
            .collect();
        let script = format!(
            "import fcntl, os\nfor path in {LOCKED:?}:\n    fd = os.open(path, os.O_RDONLY)\n    \
             fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)\n    fcntl.fcntl(fd, fcntl.F_GETFL)\nprint('all free')"
        );
        let ran = python(&slots, &script, |_| {}).await;
        assert_eq!(ran.stdout, "all free\n", "{}", ran.stderr);
        drop(held);
    });
}

#[test]
fn mount_tables_do_not_tell_where_things_lie_on_the_host() {
    run(async |slots| {
        let ran = sh(&slots, "cut -d' ' -f4,5,10- /proc/self/mountinfo", |_| {}).await;
        let odd: Vec<&str> = ran
            .stdout
            .lines()
            .filter(|line| {
                let mut words = line.split(' ');
                let root = words.next().unwrap_or_default();
                // What is bound shows the place it comes from: only pieces of /proc are bound, onto themselves.
                root != "/" && !words.next().is_some_and(|place| place.starts_with("/proc"))
            })
            .collect();
        assert!(odd.is_empty(), "{odd:?} in\n{}", ran.stdout);
        assert!(ran.stdout.contains("lowerdir=/proc/self/fd/"), "{}", ran.stdout);
    });
}

/// Everything about a tree that a program can see, times apart.
const DESCRIBE: &str = "find . -printf '%P %y %m %s %U %n\\n'; find . -type f -exec sha256sum {} +";

async fn in_lease(lease: &mut runyard_launcher_client::Lease, request: StageRequest) -> Ran {
    stage(lease, request, None, |_, _| {}).await.unwrap()
}

fn layered(script: &str) -> StageRequest {
    let mut run = request(&["/bin/bash", "-c", script]);
    run.work = WorkTree::Layered;
    run
}

async fn compiled(slots: &Slots, script: &str) -> runyard_launcher_client::Lease {
    let mut lease = slots.lease(Warmth::None).await.unwrap();
    let mut compile = request(&["/bin/bash", "main.sh"]);
    (compile.compile, compile.keep_work) = (true, true);
    let ran = stage(&mut lease, compile, Some(&[("main.sh", script.as_bytes())]), |_, _| {}).await.unwrap();
    assert_eq!((ran.report.ending, ran.stderr.as_str()), (Ending::Exited(0), ""));
    lease
}

#[test]
fn a_restored_work_folder_is_the_exported_one() {
    run(async |slots| {
        let script = "mkdir -p a/b empty; echo '#!/bin/sh\necho ran' >a/b/run; chmod 755 a/b/run; echo x >secret; chmod 600 secret; \
                      for i in {1..40}; do echo $i >f$i; done; head -c 300000 /dev/urandom >large";
        let mut first = compiled(&slots, script).await;
        let archive = first.export(1 << 20).await.unwrap().unwrap();
        let mut second = slots.lease(Warmth::None).await.unwrap();
        assert_ne!(first.slot(), second.slot());
        second.restore(LIMITS, archive.as_fd(), None).await.unwrap();
        let uid = |text: &str, lease: &runyard_launcher_client::Lease| {
            // Each slot has a uid of its own.
            text.replace(&(900_000 + lease.slot().unwrap() * 2).to_string(), "UID")
        };
        let expected = in_lease(&mut first, layered(DESCRIBE)).await.stdout;
        let found = in_lease(&mut second, layered(DESCRIBE)).await.stdout;
        assert_eq!(uid(&found, &second), uid(&expected, &first), "the same files in the same order");
        assert!(found.contains("a/b/run f 755") && found.contains("empty d 755"), "{found}");
        // A run can use it like any other, and change nothing that the next one sees.
        let ran = in_lease(&mut second, layered("a/b/run; rm -r a; echo mine >secret")).await;
        assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("ran\n", ""));
        assert_eq!(in_lease(&mut second, layered(DESCRIBE)).await.stdout, found);
        // What is exported again is the same again.
        let again = second.export(1 << 20).await.unwrap().unwrap();
        let bytes = |archive: OwnedFd| {
            use std::os::unix::fs::FileExt;
            let file = std::fs::File::from(archive);
            let mut bytes = vec![0; usize::try_from(file.metadata().unwrap().len()).unwrap()];
            file.read_exact_at(&mut bytes, 0).unwrap();
            bytes
        };
        assert!(bytes(again) == bytes(archive));
    });
}

/// Files of a program stay for whoever runs it next, and for nobody else.
#[test]
fn a_slot_has_the_files_of_a_program_until_it_needs_their_place() {
    if std::env::var_os("NEXTEST").is_none() {
        eprintln!(
            "skipped: it needs every slot for itself, and tests of one process share them (cargo nextest)"
        );
        return;
    }
    run(async |slots| {
        let program = ProgramId(7);
        let mut first = compiled(&slots, "echo x >secret; mkdir folder").await;
        let archive = first.export(1 << 20).await.unwrap().unwrap();
        drop(first);
        let mut lease = slots.lease_for(program, Warmth::None).await.unwrap();
        let slot = lease.slot();
        assert!(!lease.has_program(program));
        lease.restore(LIMITS, archive.as_fd(), Some(program)).await.unwrap();
        let expected = in_lease(&mut lease, layered(DESCRIBE)).await.stdout;
        assert!(expected.contains("secret f 644 2"), "{expected}");
        let ran = in_lease(&mut lease, layered("echo mine >secret; rm -r folder; echo >other")).await;
        assert_eq!(ran.stderr, "");
        drop(lease);

        // Others take other slots as long as there are any.
        let mut all = Vec::new();
        for _ in 0..slots.total() {
            all.push(slots.lease(Warmth::None).await.unwrap());
        }
        drop(all);
        let other = slots.lease(Warmth::None).await.unwrap();
        assert!(other.slot() != slot && !other.has_program(program));
        drop(other);
        let other = slots.lease_for(ProgramId(8), Warmth::None).await.unwrap();
        assert!(other.slot() != slot && !other.has_program(program));
        drop(other);

        let mut lease = slots.lease_for(program, Warmth::None).await.unwrap();
        assert_eq!(lease.slot(), slot);
        assert!(lease.has_program(program) && !lease.has_program(ProgramId(8)));
        assert_eq!(in_lease(&mut lease, layered(DESCRIBE)).await.stdout, expected);
        drop(lease);

        // A folder of its own takes their place.
        let mut lease = slots.lease_for(program, Warmth::None).await.unwrap();
        let ran = stage(&mut lease, request(&["/bin/ls"]), Some(&[("only", b"x")]), |_, _| {}).await;
        assert_eq!(ran.unwrap().stdout, "only\n");
        assert!(!lease.has_program(program));
        let refused = stage(&mut lease, layered("ls"), None, |_, _| {}).await;
        assert!(matches!(refused, Err(LauncherError::Start(_))), "nothing is kept any more");
        drop(lease);

        // Whatever goes wrong, nobody relies on them afterwards.
        let mut lease = slots.lease_for(program, Warmth::None).await.unwrap();
        lease.restore(LIMITS, archive.as_fd(), Some(program)).await.unwrap();
        let mut above = layered("ls");
        above.limits.memory_bytes = 2 << 30;
        let refused = stage(&mut lease, above, None, |_, _| {}).await;
        assert!(matches!(refused, Err(LauncherError::Start(_))));
        assert!(!lease.has_program(program));
        drop(lease);
        let mut lease = slots.lease_for(program, Warmth::None).await.unwrap();
        assert_eq!(lease.export(1 << 20).await.unwrap().unwrap_err(), "nothing is kept");
    });
}

#[test]
fn what_a_hostile_compiler_leaves_is_never_exported() {
    run(async |slots| {
        for (script, why) in [
            ("ln -s /etc/shadow x", "no file and no folder"),
            ("ln -s main.sh x", "no file and no folder"),
            ("ln -s / x", "no file and no folder"),
            ("mkdir d; ln -s ../.. d/x", "no file and no folder"),
            ("ln main.sh x", "no ordinary file"),
            ("mkfifo x", "no ordinary file"),
            (
                "python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"x\")'",
                "no file and no folder",
            ),
            ("for i in {1..2000}; do echo >$i; done", "too many files"),
            ("mkdir -p $(printf 'd/%.0s' {1..40})", "too deep"),
            ("truncate -s 60M x", "too large"),
            ("head -c 2000000 /dev/zero >x", "too large"),
            ("chmod 4755 main.sh", "no ordinary file"),
            ("chmod 777 .", "not an ordinary one"),
            ("mkdir x; chmod 0 x", "not an ordinary one"),
            ("echo >$'a\\nb'", "a name in it is odd"),
        ] {
            let mut lease = compiled(&slots, script).await;
            let refused = lease.export(1 << 20).await.unwrap().unwrap_err();
            assert!(refused.contains(why), "{script}: {refused}");
            // The run that follows is not concerned.
            assert_eq!(in_lease(&mut lease, layered("echo ran")).await.stdout, "ran\n", "{script}");
        }
        let mut nothing = slots.lease(Warmth::None).await.unwrap();
        assert_eq!(nothing.export(1 << 20).await.unwrap().unwrap_err(), "nothing is kept");
        // A device cannot be made in the first place.
        let lease = compiled(&slots, "! mknod x c 1 3 2>/dev/null").await;
        drop(lease);
    });
}

#[test]
fn a_broken_archive_restores_nothing_and_the_slot_goes_on() {
    run(async |slots| {
        let mut lease = slots.lease(Warmth::None).await.unwrap();
        let mut outside = Vec::new();
        archive::append(&mut outside, "../x", b"x").unwrap();
        let mut twice = Vec::new();
        archive::append(&mut twice, "x", b"1").unwrap();
        archive::append(&mut twice, "x", b"2").unwrap();
        let mut large = Vec::new();
        archive::append(&mut large, "x", &vec![1; 2 << 20]).unwrap();
        for (bytes, limits) in [
            (outside, LIMITS),
            (twice, LIMITS),
            (vec![9; 100], LIMITS),
            (large, StageLimits { work_bytes: 1 << 20, ..LIMITS }),
        ] {
            let broken = fd::sealed_memfd(c"broken", &bytes).unwrap();
            match lease.restore(limits, broken.as_fd(), None).await {
                Err(LauncherError::Start(failure)) => assert_eq!(failure.step, "unpack"),
                other => panic!("{other:?}"),
            }
            assert_eq!(lease.export(1 << 20).await.unwrap().unwrap_err(), "nothing is kept");
        }
        let archive = fd::sealed_memfd(c"empty", &[]).unwrap();
        let above = StageLimits { memory_bytes: 2 << 30, ..LIMITS };
        assert!(matches!(lease.restore(above, archive.as_fd(), None).await, Err(LauncherError::Start(_))));
        lease.restore(LIMITS, archive.as_fd(), None).await.unwrap();
        assert_eq!(in_lease(&mut lease, layered("ls | wc -l")).await.stdout, "0\n");
    });
}

/// Who gives up waiting for an answer leaves a slot that the next lease can have.
#[test]
fn an_abandoned_export_leaves_a_clean_slot() {
    run(async |slots| {
        let mut lease = compiled(&slots, "head -c 900000 /dev/zero >x").await;
        let slot = lease.slot();
        {
            let export = lease.export(1 << 20);
            // Polled once: the question is sent, the answer is not there yet, or is thrown away.
            let mut export = std::pin::pin!(export);
            let _ =
                std::future::poll_fn(|context| std::task::Poll::Ready(export.as_mut().poll(context))).await;
        }
        drop(lease);
        let leases = [
            slots.lease(Warmth::None).await,
            slots.lease(Warmth::None).await,
            slots.lease(Warmth::None).await,
            slots.lease(Warmth::None).await,
        ];
        let mut found = leases.into_iter().map(Result::unwrap).find(|lease| lease.slot() == slot).unwrap();
        let mut run = request(&["/bin/bash", "main.sh"]);
        run.work = WorkTree::Fresh;
        let ran = stage(&mut found, run, Some(&[("main.sh", b"ls")]), |_, _| {}).await.unwrap();
        assert_eq!(ran.stdout, "main.sh\n");
    });
}

/// A request for a program that could begin warm.
fn warm_request(file: &str) -> StageRequest {
    let program = if file == "main.py" { "/usr/bin/python3" } else { "/bin/bash" };
    let mut request = request(&[program, file]);
    request.warm = vec![format!("{program} {file}")];
    request
}

async fn warm(slots: &Slots, file: &str, script: &str, change: impl FnOnce(&mut StageRequest)) -> Ran {
    let mut request = warm_request(file);
    change(&mut request);
    let mut lease = slots.lease(Warmth::Forked).await.unwrap();
    stage(&mut lease, request, Some(&[(file, script.as_bytes())]), |_, _| {}).await.unwrap()
}

/// What a program has, what it finds of another, and what it leaves.
const LOOK_AROUND: &str = "
import os, sys
print('library.so' in open('/proc/self/maps').read())
status = dict(line.split(':', 1) for line in open('/proc/self/status'))
print(*(status[name].strip() for name in ('CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'NoNewPrivs', 'Seccomp')))
print(os.getuid() >= 900_000, os.getgid() == os.getuid(), os.getgroups(), sys.argv, os.environ['X'])
print(sorted(os.listdir('/work')), os.listdir('/tmp'), os.listdir('/proc/self/fd'))
for folder in '/work', '/tmp', '/dev/shm':
    open(folder + '/left', 'w').write('x')
for look in (lambda: os.listdir('/.warm'), lambda: open('/.warm/library.so', 'a'), lambda: os.listdir('/proc/1')):
    try:
        print('open:', look())
    except OSError:
        pass
";

/// Writes more than some folders hold.
const FILL: &str = "
for folder in '/work', '/tmp', '/dev/shm':
    try:
        open(folder + '/x', 'wb').write(bytes(3 << 20))
    except OSError as error:
        print(error.errno)
";

#[test]
fn a_fork_of_a_warm_interpreter_is_a_jail_like_any_other() {
    run(async |slots| {
        for number in ["one", "two"] {
            let ran = warm(&slots, "main.py", LOOK_AROUND, |request| {
                request.argv.push(number.to_owned());
                request.env.push(("X".to_owned(), number.to_owned()));
            })
            .await;
            let none = "0000000000000000";
            assert_eq!(
                (ran.stdout, ran.stderr),
                (
                    format!(
                        "True\n{none} {none} {none} {none} 1 2\nTrue True [] ['main.py', '{number}'] {number}\n\
                         ['main.py'] [] ['0', '1', '2', '3']\n"
                    ),
                    String::new()
                )
            );
            assert_eq!(ran.report.ending, Ending::Exited(0));
        }
    });
}

#[test]
fn a_fork_of_a_warm_interpreter_has_the_limits_of_its_request() {
    run(async |slots| {
        let small = |request: &mut StageRequest| request.limits.work_bytes = 1 << 20;
        // The program itself takes room in the first (ENOSPC); no file may be longer than the others (EFBIG).
        assert_eq!(warm(&slots, "main.py", FILL, small).await.stdout, "28\n27\n27\n");
        assert_eq!(warm(&slots, "main.py", FILL, |_| {}).await.stdout, "");
        let hungry = warm(&slots, "main.py", "x = bytearray(200 << 20)", |request| {
            request.limits.memory_bytes = 64 << 20;
        });
        assert_eq!(hungry.await.report.killed, Some(Killed::Memory));
        let busy =
            warm(&slots, "main.py", "while True: pass", |request| request.limits.cpu_time_us = 200_000);
        assert_eq!(busy.await.report.killed, Some(Killed::CpuTime));
    });
}

#[test]
fn a_program_whose_interpreter_cannot_be_kept_started_is_executed() {
    run(async |slots| {
        for _ in 0..5 {
            let ran = warm(&slots, "main.sh", "echo executed", |_| {}).await;
            assert_eq!((ran.stdout.as_str(), ran.report.ending), ("executed\n", Ending::Exited(0)));
        }
    });
}

#[test]
fn a_slot_that_had_a_program_for_an_interpreter_keeps_one_from_then_on() {
    run(async |slots| {
        let script = b"print('/library.so' in open('/proc/self/maps').read())";
        let mut seen = Vec::new();
        let mut leases = Vec::new();
        for _ in 0..4 {
            leases.push(slots.lease(Warmth::Forked).await.unwrap());
        }
        for lease in &mut leases {
            let mut begins = String::new();
            for _ in 0..2 {
                let ran =
                    stage(lease, warm_request("main.py"), Some(&[("main.py", script)]), |_, _| {}).await;
                begins += &ran.unwrap().stdout;
            }
            seen.push(begins);
        }
        // Two slots are warm from the beginning, and taken first.
        let (always, later) = ("True\nTrue\n".to_owned(), "False\nTrue\n".to_owned());
        assert_eq!(seen, [always.clone(), always, later.clone(), later]);
    });
}

fn compile_request() -> StageRequest {
    let mut request = request(&["/bin/bash", "main.sh", "a word"]);
    (request.compile, request.keep_work) = (true, true);
    request.warm = vec!["compiler".to_owned()];
    request
}

/// Compiles what tells the compiler that stays what to do; a compiler that is executed says so. Gives what the next stage finds, and how it went.
async fn compile(lease: &mut Lease, what: &str, change: impl FnOnce(&mut StageRequest)) -> (String, Ran) {
    let mut wanted = compile_request();
    change(&mut wanted);
    let keeps = wanted.keep_work;
    let script = format!("#{what}\necho executed >&2; echo by hand >built");
    let files = [("main.sh", script.as_bytes())];
    let compiled = stage(lease, wanted, Some(&files), |_, _| {}).await.unwrap();
    let mut found = String::new();
    if compiled.report.ending == Ending::Exited(0) && keeps {
        let mut look = request(&["/bin/bash", "-c", "cat built; ls"]);
        look.work = WorkTree::Layered;
        found = stage(lease, look, None, |_, _| {}).await.unwrap().stdout;
    }
    // Another program takes the place of the one that was kept.
    stage(lease, request(&["/bin/true"]), Some(&[]), |_, _| {}).await.unwrap();
    (found, compiled)
}

/// The same until the compiler that stays is there, which counts its programs.
async fn compile_by_resident(lease: &mut Lease) -> u32 {
    const MOST: usize = 1000;
    for _ in 0..MOST {
        let (found, compiled) = compile(lease, "", |_| {}).await;
        if let Some(count) = compiled.stderr.strip_prefix("asked ") {
            assert_eq!(found, "['/bin/bash', 'main.sh', 'a word']built\nmain.sh\n");
            assert_eq!(compiled.report.ending, Ending::Exited(0));
            return count.parse().unwrap();
        }
        assert_eq!((&*found, &*compiled.stderr), ("by hand\nbuilt\nmain.sh\n", "executed\n"));
    }
    panic!("no compiler has come to stay in {MOST} programs");
}

#[test]
fn a_compiler_that_stays_compiles_one_program_after_another() {
    run(async |slots| {
        let lease = &mut slots.lease(Warmth::Resident).await.unwrap();
        assert_eq!(compile(lease, "mistake", |_| {}).await.1.stderr, "executed\n", "none is there yet");
        assert_eq!(compile_by_resident(lease).await, 1);
        let (_, mistake) = compile(lease, "mistake", |_| {}).await;
        let report = mistake.report;
        assert_eq!((&*mistake.stderr, report.ending), ("mistake", Ending::Exited(1)));
        assert!(report.wall_time_us > 0 && report.memory_bytes > 1 << 20, "{report:?}");
        let (_, look) = compile(lease, "look", |_| {}).await;
        assert_eq!(look.stderr, "([0, 0, 0, 0, 1, 2], True, [], ['compiler.py'], ['0', '1', '2', '3'])");
        assert_eq!(compile_by_resident(lease).await, 4, "the same one");
        // It must not be asked for what would be otherwise.
        let changes: [fn(&mut StageRequest); 4] = [
            |request| request.limits.memory_bytes += 1 << 20,
            |request| request.env.push(("X".to_owned(), String::new())),
            |request| request.keep_work = false,
            |request| request.warm.clear(),
        ];
        for change in changes {
            assert_eq!(compile(lease, "mistake", change).await.1.stderr, "executed\n");
        }
        assert_eq!(compile_by_resident(lease).await, 5);
        // What it cannot do is done by another, and it is not trusted any more.
        for what in ["broken", "ends", "babbles"] {
            let (found, compiled) = compile(lease, what, |_| {}).await;
            assert_eq!((&*found, &*compiled.stderr), ("by hand\nbuilt\nmain.sh\n", "executed\n"), "{what}");
            assert_eq!(compile_by_resident(lease).await, 1, "a new one after {what}");
        }
        assert_eq!(compile(lease, "outside", |_| {}).await.0, "by hand\nbuilt\nmain.sh\n");
        let hasty = |request: &mut StageRequest| request.limits.wall_time_us = 300_000;
        assert_eq!(compile(lease, "endless", hasty).await.1.stderr, "executed\n");
        assert_eq!(compile_by_resident(lease).await, 1);
    });
}

#[test]
fn who_waits_for_a_compiler_that_stays_can_give_up() {
    run(async |slots| {
        let lease = &mut slots.lease(Warmth::Resident).await.unwrap();
        compile_by_resident(lease).await;
        let (stdin, _input) = fd::pipe().unwrap();
        let (_output, stdout) = fd::pipe().unwrap();
        let mut files = Vec::new();
        archive::append(&mut files, "main.sh", b"#endless\nsleep 1000").unwrap();
        let archive = Some(fd::sealed_memfd(c"files", &files).unwrap());
        let stderr = stdout.try_clone().unwrap();
        lease.start(compile_request(), StageStdio { stdin, stdout, stderr, archive }).unwrap();
        lease.kill();
        let report = loop {
            if let StageEvent::Ended(report) = lease.next().await.unwrap() {
                break report;
            }
        };
        assert_eq!(report.killed, Some(Killed::Requested));
        assert!(report.wall_time_us < 4_000_000, "{report:?}");
    });
}
