//! How the supervisor gives the server a new launcher's control socket: one packet with one descriptor.

use runyard_launcher_client::Slots;
use runyard_sandbox::sys::{fd, socket};
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use tokio::io::Interest;
use tokio::net::UnixStream;

/// Content of the packet; the descriptor is what matters.
const MESSAGE: &[u8] = b"launcher";

/// Hands a control socket over.
pub(super) fn send(to: &OwnedFd, control: &OwnedFd) -> io::Result<()> {
    socket::send(to.as_fd(), MESSAGE, &[control.as_fd()])
}

/// Takes control sockets and follows each until its launcher is gone. Ends when the supervisor is gone.
pub(super) async fn follow(from: OwnedFd, slots: Slots) -> io::Result<()> {
    fd::set_nonblocking(from.as_fd())?;
    // The stream only waits for readiness; packets are received by our own call.
    let ready = UnixStream::from_std(from.into())?;
    loop {
        ready.readable().await?;
        let mut buffer = [0; 64];
        let packet = match ready.try_io(Interest::READABLE, || socket::receive(ready.as_fd(), &mut buffer)) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => continue,
            other => other?,
        };
        if packet.length == 0 {
            return Ok(());
        }
        if let Some(control) = packet.descriptors.into_iter().next() {
            let slots = slots.clone();
            tokio::spawn(async move {
                match slots.attach(control).await {
                    Ok(()) => tracing::warn!("the launcher is gone"),
                    Err(error) => tracing::error!(%error, "failed to follow the launcher"),
                }
            });
        }
    }
}
