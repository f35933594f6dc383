//! The pool of slots, fed by the launcher's control socket.

use crate::LauncherError;
use crate::connection::{Connection, Keeps, ProgramId};
use crate::lease::Lease;
use crate::packet_socket::PacketSocket;
use runyard_sandbox::protocol::{CgroupVersion, FromLauncher, MAX_PACKET_BYTES, Mode};
use std::collections::VecDeque;
use std::io;
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{Semaphore, watch};

/// What all jails of a launcher have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jails {
    /// The protections in force, by name.
    pub protections: Vec<String>,
    /// Who makes them.
    pub mode: Mode,
    /// What limits and measures them.
    pub cgroup: CgroupVersion,
}

/// What a program could begin in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warmth {
    /// It is executed in any case.
    None,
    /// In a fork of an interpreter. A slot that has none keeps one from then on.
    Forked,
    /// In an interpreter that was started for it. Slots have some or have not.
    Started,
    /// It is compiled by a compiler that stays. A slot that has none starts one for the next program.
    Resident,
}

/// All slots of the connected launcher. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Slots {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    /// The longest unused first.
    idle: Mutex<VecDeque<Connection>>,
    /// How many of those that were used last may still be making their next run ready: as many as there are cores.
    resting: usize,
    /// As many permits as there are idle connections.
    free: Semaphore,
    total: AtomicUsize,
    jails: watch::Sender<Option<Arc<Jails>>>,
}

impl Slots {
    /// An empty pool; [`Slots::attach`] fills it.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "an empty pool is a beginning, not a default")]
    pub fn new() -> Self {
        Self::with_resting(std::thread::available_parallelism().map_or(1, usize::from))
    }

    fn with_resting(resting: usize) -> Self {
        Self {
            shared: Arc::new(Shared {
                idle: Mutex::default(),
                resting,
                free: Semaphore::new(0),
                total: AtomicUsize::new(0),
                jails: watch::channel(None).0,
            }),
        }
    }

    /// How many slots the launcher offered.
    #[must_use]
    pub fn total(&self) -> usize {
        self.shared.total.load(Ordering::Relaxed)
    }

    /// Waits until a launcher has handed over all its slots; tells what they are.
    pub async fn ready(&self) -> Arc<Jails> {
        let mut receiver = self.shared.jails.subscribe();
        loop {
            if let Some(jails) = &*receiver.borrow_and_update() {
                return Arc::clone(jails);
            }
            if receiver.changed().await.is_err() {
                // We hold the sender: it cannot be gone.
                std::future::pending::<()>().await;
            }
        }
    }

    /// Takes slots from this launcher until it goes away. Slots of an earlier launcher are dropped now, or as they are found dead.
    ///
    /// # Errors
    /// When the control socket breaks.
    pub async fn attach(&self, control: OwnedFd) -> io::Result<()> {
        let control = PacketSocket::new(control)?;
        self.shared.total.store(0, Ordering::Relaxed);
        self.drop_dead();
        let mut buffer = vec![0; MAX_PACKET_BYTES];
        loop {
            let packet = control.receive(&mut buffer).await?;
            if packet.length == 0 {
                self.shared.jails.send_replace(None);
                return Ok(());
            }
            let message = serde_json::from_slice(buffer.get(..packet.length).unwrap_or_default())?;
            match (message, packet.descriptors.into_iter().next()) {
                (FromLauncher::Slot { slot, warm }, Some(socket)) => {
                    self.shared.total.fetch_max(slot as usize + 1, Ordering::Relaxed);
                    self.give_back(Connection::new(slot, warm, socket)?);
                }
                (FromLauncher::Ready { protections, mode, cgroup, .. }, None) => {
                    self.shared.jails.send_replace(Some(Arc::new(Jails { protections, mode, cgroup })));
                }
                (FromLauncher::Quarantined { slot, reason }, None) => {
                    tracing::error!(slot, reason, "a slot was taken out of service");
                }
                _ => return Err(io::ErrorKind::InvalidData.into()),
            }
        }
    }

    /// Waits for a free slot, and for a launcher if none is connected. Of several that are free, one that keeps the right
    /// interpreter ready is taken by who can make use of it, and spared by who cannot.
    ///
    /// # Errors
    /// When the pool was closed.
    pub async fn lease(&self, warmth: Warmth) -> Result<Lease, LauncherError> {
        self.lease_one(warmth, None).await
    }

    /// The same for a program that is compiled already: one that still has its files, if there is one.
    ///
    /// # Errors
    /// When the pool was closed.
    pub async fn lease_for(&self, program: ProgramId, warmth: Warmth) -> Result<Lease, LauncherError> {
        self.lease_one(warmth, Some(program)).await
    }

    async fn lease_one(&self, warmth: Warmth, program: Option<ProgramId>) -> Result<Lease, LauncherError> {
        loop {
            match self.shared.free.acquire().await {
                Ok(permit) => permit.forget(),
                Err(_) => return Err(LauncherError::SlotLost(None)),
            }
            let connection = {
                let mut idle = self.idle();
                // Without any that fits, one that is used anyway.
                let last = idle.len().saturating_sub(1);
                let chosen = self.choose(&idle, warmth, program).unwrap_or(last);
                let mut taken = idle.remove(chosen);
                if let Some(connection) = &mut taken
                    && warmth == Warmth::Forked
                    && connection.keeps == Keeps::Nothing
                {
                    connection.keeps = Keeps::Forked;
                }
                if let Some(connection) = &mut taken {
                    connection.has_compiler |= warmth == Warmth::Resident && program.is_none();
                }
                taken
            };
            if let Some(connection) = connection.filter(Connection::is_alive) {
                return Ok(Lease::new(self.clone(), connection));
            }
        }
    }

    fn choose(
        &self,
        idle: &VecDeque<Connection>,
        warmth: Warmth,
        program: Option<ProgramId>,
    ) -> Option<usize> {
        let has_compiler = |connection: &Connection| connection.has_compiler;
        let fits = |connection: &Connection| match warmth {
            Warmth::None => connection.keeps == Keeps::Nothing && !connection.has_compiler,
            Warmth::Resident if idle.iter().any(has_compiler) => connection.has_compiler,
            Warmth::Resident => connection.keeps == Keeps::Nothing,
            Warmth::Forked => connection.keeps != Keeps::Nothing,
            Warmth::Started => connection.keeps == Keeps::All,
        };
        let has_it = |one: &Connection| program.is_some() && one.program == program;
        // The files of other programs are spared.
        let is_spare = |one: &Connection| fits(one) && one.program.is_none();
        self.rested(idle, has_it)
            .or_else(|| self.rested(idle, is_spare))
            // Otherwise the files that nobody has asked for for longest go.
            .or_else(|| idle.iter().position(fits))
    }

    /// Of these the last used that had the time to make its next run ready: of what it needs, most is still at hand in the cores.
    /// Otherwise the longest unused.
    fn rested(&self, idle: &VecDeque<Connection>, of: impl Fn(&Connection) -> bool) -> Option<usize> {
        let these = || idle.iter().enumerate().filter(|(_, one)| of(one)).map(|(index, _)| index);
        let position = these().count().checked_sub(1)?.saturating_sub(self.shared.resting);
        these().nth(position)
    }

    /// Drops the slots of a launcher that is gone. Who had a permit for one of them looks again.
    fn drop_dead(&self) {
        let mut idle = self.idle();
        let before = idle.len();
        idle.retain(Connection::is_alive);
        self.shared.free.forget_permits(before - idle.len());
    }

    pub(crate) fn give_back(&self, connection: Connection) {
        self.idle().push_back(connection);
        self.shared.free.add_permits(1);
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, VecDeque<Connection>> {
        self.shared.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use runyard_sandbox::sys::socket;

    /// The next slot is the last used of those that could rest, so that few slots do the work of a quiet server.
    #[tokio::test]
    async fn slots_that_were_just_used_rest() {
        let slots = Slots::with_resting(2);
        let mut keepers = Vec::new();
        for slot in 0..5 {
            let (ours, theirs) = socket::packet_pair().unwrap();
            keepers.push(theirs);
            slots.give_back(Connection::new(slot, false, ours).unwrap());
        }
        let mut used = Vec::new();
        for _ in 0..6 {
            let lease = slots.lease(Warmth::None).await.unwrap();
            used.push(lease.slot());
        }
        assert_eq!(used, [2, 3, 4, 2, 3, 4].map(Some));
        // With too few to choose from, the one that has rested for longest.
        let mut held = Vec::new();
        for _ in 0..5 {
            held.push(slots.lease(Warmth::None).await.unwrap());
        }
        let order: Vec<_> = held.iter().map(Lease::slot).collect();
        assert_eq!(order, [2, 1, 0, 3, 4].map(Some));
    }

    /// Where every slot has the files of a program, those go that nobody has asked for for longest.
    #[tokio::test]
    async fn files_that_were_long_unused_make_room() {
        let slots = Slots::with_resting(1);
        let mut keepers = Vec::new();
        for slot in 0..4 {
            let (ours, theirs) = socket::packet_pair().unwrap();
            keepers.push(theirs);
            let mut connection = Connection::new(slot, false, ours).unwrap();
            connection.program = Some(ProgramId(slot.into()));
            slots.give_back(connection);
        }
        assert_eq!(slots.lease_for(ProgramId(9), Warmth::None).await.unwrap().slot(), Some(0));
        assert_eq!(slots.lease_for(ProgramId(2), Warmth::None).await.unwrap().slot(), Some(2));
        assert_eq!(slots.lease(Warmth::None).await.unwrap().slot(), Some(1));
    }

    /// Nobody is given a slot of a launcher that is gone.
    #[tokio::test]
    async fn slots_of_an_earlier_launcher_are_dropped() {
        let slots = Slots::with_resting(1);
        let (ours, theirs) = socket::packet_pair().unwrap();
        slots.give_back(Connection::new(0, false, ours).unwrap());
        drop(theirs);
        let (ours, _theirs) = socket::packet_pair().unwrap();
        slots.give_back(Connection::new(1, false, ours).unwrap());
        slots.drop_dead();
        assert_eq!(slots.idle().len(), 1);
        assert_eq!(slots.shared.free.available_permits(), 1);
        assert_eq!(slots.lease(Warmth::None).await.unwrap().slot(), Some(1));
    }
}
