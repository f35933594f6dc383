//! The kept programs, and the two ways between them and a slot.

use crate::{EngineError, Toolchains, archive, programs::key::key};
use bytes::Bytes;
use runyard_cache::{Bounded, Key, Meter};
use runyard_languages::Arranged;
use runyard_launcher_client::{LauncherError, Lease, ProgramId};
use runyard_sandbox::protocol::StageRequest;
use runyard_types::{Captured, CompileReport, Submission};
use std::{
    fs::File,
    io,
    os::{
        fd::{AsFd as _, OwnedFd},
        unix::fs::FileExt as _,
    },
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::time::timeout;

/// Packing and unpacking take milliseconds. A slot that says nothing for this long is broken.
const SLOT_PATIENCE: Duration = Duration::from_secs(20);
/// Files of programs larger than this leave the slot with their run.
const STAYS_BYTES: usize = 1 << 20;
/// What a message of a compiler takes in memory, about.
const DIAGNOSTIC_BYTES: usize = 256;

/// Compiled programs in memory, bounded by their bytes; what was not used for longest makes room.
///
/// They are kept as bytes, not as descriptors of memory files: a server has many programs to remember and few descriptors.
#[derive(Debug)]
pub struct ProgramCache {
    kept: Bounded<Arc<Program>>,
    toolchains: Arc<Toolchains>,
    meter: Arc<Meter>,
    next_id: AtomicU64,
}

/// What one compile stage left. Never changed.
#[derive(Debug)]
struct Program {
    id: ProgramId,
    archive: Bytes,
    report: CompileReport,
}

impl ProgramCache {
    /// Room for so many bytes.
    #[must_use]
    pub fn new(max_bytes: u64, toolchains: Arc<Toolchains>, meter: Arc<Meter>) -> Self {
        Self {
            kept: Bounded::new(max_bytes, Arc::clone(&meter)),
            toolchains,
            meter,
            next_id: AtomicU64::new(0),
        }
    }

    /// What the program of this compile stage is kept under; `None` when it is not kept.
    pub(crate) fn key(
        &self,
        submission: &Submission,
        arranged: &Arranged,
        request: &StageRequest,
    ) -> Option<Key> {
        if !submission.caching.keeps_programs() {
            return None;
        }
        let toolchain = self.toolchains.fingerprint(&submission.language)?;
        Some(key(submission, arranged, request, &toolchain))
    }

    /// What is kept, for slots that may still have its files.
    pub(crate) fn find(&self, key: &Key) -> Option<ProgramId> {
        self.kept.get(key).map(|program| program.id)
    }

    /// Fills the slot's work folder with what is kept, and tells how it was compiled. `None` when nothing is, or when it could not be
    /// unpacked: then the program has to be compiled.
    ///
    /// # Errors
    /// The slot failed.
    pub(crate) async fn restore(
        &self,
        key: Key,
        lease: &mut Lease,
        request: &StageRequest,
    ) -> Result<Option<CompileReport>, EngineError> {
        let Some(program) = self.kept.get(&key) else {
            self.meter.miss();
            return Ok(None);
        };
        let compiled = || CompileReport { cached: true, ..program.report.clone() };
        if lease.has_program(program.id) {
            self.meter.hit();
            return Ok(Some(compiled()));
        }
        let archive = archive::sealed(&program.archive).map_err(EngineError::Pack)?;
        // What a slot has while nobody runs it takes memory.
        let stays = (program.archive.len() <= STAYS_BYTES).then_some(program.id);
        match patiently(lease.restore(request.limits, archive.as_fd(), stays)).await? {
            Ok(()) => {
                self.meter.hit();
                Ok(Some(compiled()))
            }
            Err(LauncherError::Start(failure)) => {
                tracing::warn!(?failure, "a kept program could not be unpacked; it is compiled");
                self.kept.remove(&key);
                self.meter.miss();
                Ok(None)
            }
            Err(error) => Err(EngineError::Stage(error)),
        }
    }

    /// Keeps what the compile stage left in the slot's work folder, if it is fit to be kept.
    ///
    /// # Errors
    /// The slot failed.
    pub(crate) async fn keep(
        &self,
        key: Key,
        lease: &mut Lease,
        report: &CompileReport,
    ) -> Result<(), EngineError> {
        let room = self.kept.largest().saturating_sub(size(report));
        let exported = patiently(lease.export(room)).await?.map_err(EngineError::Stage)?;
        let archive = match exported {
            Ok(archive) => archive,
            Err(why_not) => {
                tracing::debug!(why_not, "a compiled program is not kept");
                return Ok(());
            }
        };
        match read(archive, room) {
            Ok(archive) => {
                let bytes = u64::try_from(archive.len()).unwrap_or(u64::MAX).saturating_add(size(report));
                let id = ProgramId(self.next_id.fetch_add(1, Ordering::Relaxed));
                self.kept.insert(key, Arc::new(Program { id, archive, report: report.clone() }), bytes);
            }
            Err(error) => tracing::warn!(%error, "a compiled program could not be read; it is not kept"),
        }
        Ok(())
    }
}

async fn patiently<T>(answer: impl Future<Output = T>) -> Result<T, EngineError> {
    timeout(SLOT_PATIENCE, answer).await.map_err(|_| EngineError::Silent(SLOT_PATIENCE))
}

/// The slot's archive is sealed, so its length is what it will be when it is read; all the same no more is read than may be kept.
fn read(archive: OwnedFd, max_bytes: u64) -> io::Result<Bytes> {
    let archive = File::from(archive);
    let length = archive.metadata()?.len();
    if length > max_bytes {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = vec![0; usize::try_from(length).map_err(|_| io::ErrorKind::FileTooLarge)?];
    archive.read_exact_at(&mut bytes, 0)?;
    Ok(bytes.into())
}

/// The bytes of a report, about.
fn size(report: &CompileReport) -> u64 {
    let CompileReport { stdout, stderr, diagnostics, .. } = report;
    let streams: usize = [stdout, stderr].map(|Captured { bytes, .. }| bytes.len()).iter().sum();
    let texts: usize = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.message.len() + diagnostic.file.len() + DIAGNOSTIC_BYTES)
        .sum();
    u64::try_from(streams + texts).unwrap_or(u64::MAX)
}
