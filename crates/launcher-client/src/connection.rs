//! One connected slot.

use crate::LauncherError;
use crate::packet_socket::PacketSocket;
use runyard_sandbox::protocol::{FromSlot, MAX_PACKET_BYTES, ToSlot};
use std::io;
use std::os::fd::{BorrowedFd, OwnedFd};

/// Messages from a slot are short.
const REPLY_BYTES: usize = 4096;

/// Which interpreters a slot keeps ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keeps {
    Nothing,
    /// Those that programs are forked from, since it had such a program.
    Forked,
    /// All that can be.
    All,
}

/// Names the files of a compiled program, which never change: other files have another name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProgramId(pub u64);

/// A connected slot.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) slot: u32,
    /// Which interpreters it keeps ready.
    pub(crate) keeps: Keeps,
    /// Whether it has a compiler that stays, since it compiled a program for one.
    pub(crate) has_compiler: bool,
    /// The program whose files it still has, since they were restored for an earlier lease.
    pub(crate) program: Option<ProgramId>,
    socket: PacketSocket,
}

impl Connection {
    pub(crate) fn new(slot: u32, warm: bool, socket: OwnedFd) -> io::Result<Self> {
        let keeps = if warm { Keeps::All } else { Keeps::Nothing };
        Ok(Self { slot, keeps, has_compiler: false, program: None, socket: PacketSocket::new(socket)? })
    }

    /// Sends without waiting: a slot always reads, and a few packets fit the socket's buffer.
    pub(crate) fn send(&self, message: &ToSlot, descriptors: &[BorrowedFd<'_>]) -> Result<(), LauncherError> {
        let bytes =
            serde_json::to_vec(message).map_err(|error| LauncherError::SlotLost(Some(error.into())))?;
        if bytes.len() > MAX_PACKET_BYTES {
            return Err(LauncherError::TooLarge(bytes.len()));
        }
        self.socket.send(&bytes, descriptors).map_err(|error| LauncherError::SlotLost(Some(error)))
    }

    /// The next message. Cancel-safe: a packet is taken whole or not at all.
    pub(crate) async fn receive(&self) -> Result<FromSlot, LauncherError> {
        Ok(self.receive_with_descriptors().await?.0)
    }

    /// The next message and what travels with it. Cancel-safe.
    pub(crate) async fn receive_with_descriptors(&self) -> Result<(FromSlot, Vec<OwnedFd>), LauncherError> {
        let lost = |error| LauncherError::SlotLost(Some(error));
        let mut buffer = [0; REPLY_BYTES];
        let packet = self.socket.receive(&mut buffer).await.map_err(lost)?;
        if packet.length == 0 {
            return Err(LauncherError::SlotLost(None));
        }
        let message = serde_json::from_slice(buffer.get(..packet.length).unwrap_or_default())
            .map_err(|error| lost(error.into()))?;
        Ok((message, packet.descriptors))
    }

    /// Whether the keeper still holds its end. Only while nothing is expected from it.
    pub(crate) fn is_alive(&self) -> bool {
        matches!(self.socket.receive_now(&mut [0; 1]), Err(error) if error.kind() == io::ErrorKind::WouldBlock)
    }
}
