//! An asynchronous packet socket.

use runyard_sandbox::sys::fd;
use runyard_sandbox::sys::socket::{self, Packet};
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use tokio::io::Interest;
use tokio::net::UnixStream;

/// One end of a connected packet socket.
///
/// The runtime's stream type only waits until the descriptor is ready; packets are sent and received by our own calls,
/// which carry descriptors along.
#[derive(Debug)]
pub(crate) struct PacketSocket {
    ready: UnixStream,
}

impl PacketSocket {
    pub(crate) fn new(socket: OwnedFd) -> io::Result<Self> {
        fd::set_nonblocking(socket.as_fd())?;
        Ok(Self { ready: UnixStream::from_std(socket.into())? })
    }

    pub(crate) fn send(&self, bytes: &[u8], descriptors: &[BorrowedFd<'_>]) -> io::Result<()> {
        socket::send(self.ready.as_fd(), bytes, descriptors)
    }

    /// The next packet. Cancel-safe.
    pub(crate) async fn receive(&self, buffer: &mut [u8]) -> io::Result<Packet> {
        loop {
            self.ready.readable().await?;
            match self.ready.try_io(Interest::READABLE, || socket::receive(self.ready.as_fd(), buffer)) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                other => return other,
            }
        }
    }

    /// The next packet if there is one.
    pub(crate) fn receive_now(&self, buffer: &mut [u8]) -> io::Result<Packet> {
        socket::receive(self.ready.as_fd(), buffer)
    }
}
