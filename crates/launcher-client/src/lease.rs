//! One slot in use.

use crate::connection::{Connection, Keeps, ProgramId};
use crate::{LauncherError, Slots};
use runyard_sandbox::protocol::{FromSlot, StageLimits, StageReport, StageRequest, ToSlot, WorkTree};
use runyard_sandbox::sys::fd;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

/// The descriptors a stage gets. The caller keeps the other ends.
#[derive(Debug)]
pub struct StageStdio {
    /// Becomes descriptor 0.
    pub stdin: OwnedFd,
    /// Becomes descriptor 1.
    pub stdout: OwnedFd,
    /// Becomes descriptor 2.
    pub stderr: OwnedFd,
    /// The files for a fresh work folder (see `runyard_sandbox::archive`).
    pub archive: Option<OwnedFd>,
}

/// What happens to a running stage.
#[derive(Debug)]
pub enum StageEvent {
    /// It used almost no CPU for a while.
    Idle,
    /// It uses CPU again.
    Busy,
    /// It ended; nothing of it is left.
    Ended(StageReport),
}

/// One slot, ours until dropped. Dropping kills what runs in it and cleans it.
#[derive(Debug)]
pub struct Lease {
    slots: Slots,
    connection: Option<Connection>,
    running: bool,
    /// Whether the slot may keep a work folder for us.
    keeps_work: bool,
}

impl Lease {
    pub(crate) fn new(slots: Slots, connection: Connection) -> Self {
        Self { slots, connection: Some(connection), running: false, keeps_work: false }
    }

    fn connection(&self) -> Result<&Connection, LauncherError> {
        self.connection.as_ref().ok_or(LauncherError::SlotLost(None))
    }

    /// Number of the slot.
    #[must_use]
    pub fn slot(&self) -> Option<u32> {
        self.connection.as_ref().map(|connection| connection.slot)
    }

    /// Starts a stage. The next events tell how it goes. Our copies of its descriptors are closed, so that the other
    /// ends see the stage's end.
    ///
    /// # Errors
    /// When a stage is under way, the request is too large, or the slot went away.
    pub fn start(&mut self, request: StageRequest, stdio: StageStdio) -> Result<(), LauncherError> {
        if self.running {
            return Err(LauncherError::Protocol("a stage is under way"));
        }
        if let Some(connection) = self.connection.as_mut().filter(|_| request.work == WorkTree::Fresh) {
            connection.program = None;
            // However this slot came to be taken for it.
            connection.has_compiler |= request.compile && !request.warm.is_empty();
        }
        let mut descriptors = vec![stdio.stdin.as_fd(), stdio.stdout.as_fd(), stdio.stderr.as_fd()];
        descriptors.extend(stdio.archive.as_ref().map(AsFd::as_fd));
        self.keeps_work |= request.keep_work;
        self.connection()?.send(&ToSlot::Start(Box::new(request)), &descriptors)?;
        self.running = true;
        Ok(())
    }

    /// The next event of the stage under way. Cancel-safe.
    ///
    /// # Errors
    /// When the stage could not be started or the slot went away.
    pub async fn next(&mut self) -> Result<StageEvent, LauncherError> {
        if !self.running {
            return Err(LauncherError::Protocol("no stage is under way"));
        }
        match self.connection()?.receive().await {
            Ok(FromSlot::Idle) => Ok(StageEvent::Idle),
            Ok(FromSlot::Busy) => Ok(StageEvent::Busy),
            Ok(FromSlot::Ended(report)) => {
                self.running = false;
                Ok(StageEvent::Ended(report))
            }
            Ok(FromSlot::Failed(failure)) => {
                self.running = false;
                self.forget_program();
                self.keeps_work = true;
                Err(LauncherError::Start(failure))
            }
            Ok(FromSlot::Exported { .. } | FromSlot::Restored | FromSlot::Released) => {
                self.connection = None;
                Err(LauncherError::Protocol("an answer to nothing"))
            }
            Err(error) => {
                self.connection = None;
                Err(error)
            }
        }
    }

    /// What the compile stage before left in its work folder, as an archive in a sealed memory file of at most `max_bytes`; or why it is
    /// not fit to be kept.
    ///
    /// # Errors
    /// When a stage is under way or the slot went away.
    pub async fn export(&mut self, max_bytes: u64) -> Result<Result<OwnedFd, String>, LauncherError> {
        match self.ask(&ToSlot::Export { max_bytes }, &[]).await? {
            (FromSlot::Exported { why_not: Some(why_not) }, _) => Ok(Err(why_not)),
            (FromSlot::Exported { why_not: None }, descriptors) => {
                match <[OwnedFd; 1]>::try_from(descriptors) {
                    Ok([archive]) if fd::is_sealed(archive.as_fd()) => Ok(Ok(archive)),
                    _ => Err(self.lose("an export without a sealed archive")),
                }
            }
            _ => Err(self.lose("expected what was exported")),
        }
    }

    /// Makes the work folder what it was when this archive was exported, as if the compile stage with these limits had just run.
    ///
    /// With a name, the slot may have the files for later leases too: until another stage needs the folder, and only where it keeps
    /// nothing else ready, which would wait for that.
    ///
    /// # Errors
    /// When a stage is under way, the archive cannot be unpacked, or the slot went away.
    pub async fn restore(
        &mut self,
        limits: StageLimits,
        archive: BorrowedFd<'_>,
        program: Option<ProgramId>,
    ) -> Result<(), LauncherError> {
        self.forget_program();
        self.keeps_work = true;
        match self.ask(&ToSlot::Restore { limits }, &[archive]).await? {
            (FromSlot::Restored, _) => {
                if let Some(connection) = &mut self.connection
                    && connection.keeps == Keeps::Nothing
                    && !connection.has_compiler
                {
                    connection.program = program;
                    self.keeps_work = program.is_none();
                }
                Ok(())
            }
            (FromSlot::Failed(failure), _) => Err(LauncherError::Start(failure)),
            _ => Err(self.lose("expected a restored work folder")),
        }
    }

    /// Whether the slot still has the files of this program, which no run can have changed.
    #[must_use]
    pub fn has_program(&self, program: ProgramId) -> bool {
        self.connection.as_ref().is_some_and(|connection| connection.program == Some(program))
    }

    fn forget_program(&mut self) {
        if let Some(connection) = &mut self.connection {
            connection.program = None;
        }
    }

    /// Sends what is no stage and waits for its answer. Abandoned half-way, it counts as under way.
    async fn ask(
        &mut self,
        message: &ToSlot,
        descriptors: &[BorrowedFd<'_>],
    ) -> Result<(FromSlot, Vec<OwnedFd>), LauncherError> {
        if self.running {
            return Err(LauncherError::Protocol("a stage is under way"));
        }
        self.connection()?.send(message, descriptors)?;
        self.running = true;
        let answer = self.connection()?.receive_with_descriptors().await;
        self.running = false;
        if answer.is_err() {
            self.connection = None;
        }
        answer
    }

    /// A slot that says what it may not say is not used again.
    fn lose(&mut self, expected: &'static str) -> LauncherError {
        self.connection = None;
        LauncherError::Protocol(expected)
    }

    /// Kills the stage under way; `next` then gives its `Ended` with `Killed::Requested`.
    pub fn kill(&self) {
        self.tell(&ToSlot::Kill);
    }

    /// Sends a signal to the program.
    pub fn signal(&self, number: i32) {
        self.tell(&ToSlot::Signal { number });
    }

    fn tell(&self, message: &ToSlot) {
        if let Some(connection) = self.connection.as_ref().filter(|_| self.running) {
            // A lost slot is found by `next`, which the caller is waiting in.
            let _ = connection.send(message, &[]);
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let Some(mut connection) = self.connection.take() else { return };
        let (slots, running) = (self.slots.clone(), self.running);
        if !(running || self.keeps_work) {
            // Nothing of ours is there but the files of a program, perhaps: the slot cleans up behind every run.
            slots.give_back(connection);
            return;
        }
        connection.program = None;
        // Without a runtime the connection just closes, which makes the keeper kill, clean and end.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                if clean(&connection, running).await.is_ok() {
                    slots.give_back(connection);
                }
            });
        }
    }
}

/// Brings a slot back to where the next lease can have it.
async fn clean(connection: &Connection, running: bool) -> Result<(), LauncherError> {
    if running {
        connection.send(&ToSlot::Kill, &[])?;
        while matches!(connection.receive().await?, FromSlot::Idle | FromSlot::Busy) {}
    }
    connection.send(&ToSlot::Release, &[])?;
    match connection.receive().await? {
        FromSlot::Released => Ok(()),
        _ => Err(LauncherError::Protocol("expected the end of the lease")),
    }
}
