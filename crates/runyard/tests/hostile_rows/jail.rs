//! A launcher of the test's own: stages that no request could ask for.

use runyard_launcher_client::{LauncherError, LauncherProcess, Slots, StageEvent, StageStdio, Warmth};
use runyard_sandbox::{
    archive,
    config::{LauncherConfig, View},
    protocol::{StageLimits, StageReport, StageRequest, WorkTree},
    sys::{fd, user_namespace},
    system_view,
};
use std::{io::Read as _, os::fd::OwnedFd};

const LIMITS: StageLimits = StageLimits {
    wall_time_us: 20_000_000,
    cpu_time_us: 20_000_000,
    cpu_millicores: 1000,
    memory_bytes: 256 << 20,
    processes: 64,
    work_bytes: 64 << 20,
};

/// A launcher with one slot.
pub(crate) struct Jail {
    slots: Slots,
    stop: std::sync::mpsc::Sender<()>,
    stopped: std::thread::JoinHandle<()>,
}

/// Paths and contents.
pub(crate) type Files<'a> = &'a [(&'a str, &'a [u8])];

/// How a stage ended and what it wrote.
pub(crate) struct Ran {
    pub(crate) report: StageReport,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Jail {
    /// Starts a launcher whose jails see these folders of the machine beside the usual ones.
    pub(crate) async fn start(more: Vec<View>) -> Self {
        let (mut views, links) = system_view::system_view();
        views.extend(more);
        let config = LauncherConfig {
            slots: 1,
            // As the server chooses them: far from everybody, or within a namespace of 65,536.
            first_uid: if user_namespace::is_inside() { 20_000 } else { 910_000 },
            views,
            links,
            ceilings: LIMITS,
            accept_missing: Vec::new(),
            pin_cpus: false,
            warm: Vec::new(),
            warm_slots: 0,
            prepared: None,
        };
        let (hand, control) = std::sync::mpsc::channel();
        let (stop, stopping) = std::sync::mpsc::channel::<()>();
        // The launcher dies with the thread that forked it.
        let stopped = std::thread::spawn(move || {
            let (process, control) = LauncherProcess::spawn(&config).unwrap();
            hand.send(control).unwrap();
            let _stopped_by_the_drop_of_its_end = stopping.recv();
            drop(process);
        });
        let slots = Slots::new();
        let pool = slots.clone();
        let control = control.recv().expect("the launcher starts");
        tokio::spawn(async move { pool.attach(control).await });
        slots.ready().await;
        Self { slots, stop, stopped }
    }

    /// Ends the launcher and everything below it.
    pub(crate) async fn stop(self) {
        drop(self.stop);
        tokio::task::spawn_blocking(|| self.stopped.join().unwrap()).await.unwrap();
    }

    /// Runs a script, with the request changed.
    pub(crate) async fn bash(&self, script: &str, change: impl FnOnce(&mut StageRequest)) -> Ran {
        let files: Files<'_> = &[("main.sh", script.as_bytes())];
        self.try_stages(&[("/bin/bash main.sh", files)], change).await.pop().unwrap().unwrap()
    }

    /// Runs command lines one after the other in one lease, each later one on what the first one left, the first one
    /// with its request changed. One that cannot be started gives the step that failed.
    pub(crate) async fn try_stages(
        &self,
        stages: &[(&str, Files<'_>)],
        change: impl FnOnce(&mut StageRequest),
    ) -> Vec<Result<Ran, String>> {
        let mut lease = self.slots.lease(Warmth::None).await.unwrap();
        let mut ran = Vec::new();
        let mut change = Some(change);
        for (number, (line, files)) in stages.iter().enumerate() {
            let mut request = StageRequest {
                compile: false,
                argv: line.split(' ').map(str::to_owned).collect(),
                env: vec![("PATH".into(), "/usr/bin:/bin".into())],
                work: if number == 0 { WorkTree::Fresh } else { WorkTree::Layered },
                keep_work: number == 0 && stages.len() > 1,
                terminal: false,
                warm: Vec::new(),
                limits: LIMITS,
            };
            if let Some(change) = change.take() {
                change(&mut request);
            }
            let (stdin, _input) = fd::pipe().unwrap();
            let (stdout, out) = fd::pipe().unwrap();
            let (stderr, err) = fd::pipe().unwrap();
            let archive = (number == 0).then(|| {
                let mut bytes = Vec::new();
                for (path, content) in *files {
                    archive::append(&mut bytes, path, content).unwrap();
                }
                fd::sealed_memfd(c"files", &bytes).unwrap()
            });
            lease.start(request, StageStdio { stdin, stdout: out, stderr: err, archive }).unwrap();
            let (stdout, stderr) = (read(stdout), read(stderr));
            let report = loop {
                match lease.next().await {
                    Ok(StageEvent::Ended(report)) => break Ok(report),
                    Ok(_) => {}
                    Err(LauncherError::Start(failure)) => break Err(failure.step),
                    Err(error) => panic!("the slot is gone: {error}"),
                }
            };
            let (stdout, stderr) = (stdout.await.unwrap(), stderr.await.unwrap());
            ran.push(report.map(|report| Ran { report, stdout, stderr }));
        }
        ran
    }
}

fn read(from: OwnedFd) -> tokio::task::JoinHandle<String> {
    tokio::task::spawn_blocking(move || {
        let mut bytes = Vec::new();
        std::fs::File::from(from).read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    })
}
