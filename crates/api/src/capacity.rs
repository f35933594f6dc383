//! How many connections this process can hold, and how many of them may be streams.
//!
//! A connection is a descriptor, and so is a good part of what a run needs: pipes, sockets, database. So connections never get the
//! last descriptors, and streams, which stay, never get the last connections: a server with as many watchers as it can hold
//! still runs programs, answers requests, and says to further watchers why it refuses them.

use rustix::{
    io,
    process::{Resource, Rlimit, getrlimit, setrlimit},
};

/// Open connections at once, however many descriptors there are; further ones wait in the kernel's queue.
const MAX_CONNECTIONS: usize = 16_384;

/// Raises the limit of open descriptors to the most this process may have. Whoever starts a server gives it about a thousand, for
/// the sake of programs that use select(2); this one starts no programs that could inherit the limit.
///
/// # Errors
/// When the kernel refuses.
pub fn raise_descriptor_limit() -> io::Result<()> {
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum })
}

/// Descriptors of a server without work: sockets, database, log. It has some 40.
const IDLE: usize = 128;
/// Descriptors of one slot while it runs something: its socket, and pipes and files of the run. They are 4 or 5.
const PER_SLOT: usize = 8;
/// Fewer connections would be no server.
const FEWEST_CONNECTIONS: usize = 16;

/// Connections at once, beside so many slots.
pub(crate) fn connections(slots: usize) -> usize {
    let descriptors = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    connections_of(usize::try_from(descriptors).unwrap_or(usize::MAX), slots)
}

/// Streams at once, beside so many slots: a sixteenth of all connections is for requests that end.
pub(crate) fn streams(slots: usize) -> usize {
    let connections = connections(slots);
    connections - connections.div_ceil(16)
}

fn connections_of(descriptors: usize, slots: usize) -> usize {
    let kept = slots.saturating_mul(PER_SLOT).saturating_add(IDLE);
    descriptors.saturating_sub(kept).clamp(FEWEST_CONNECTIONS, MAX_CONNECTIONS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_has_its_descriptors_first() {
        assert_eq!(connections_of(1024, 16), 1024 - 256);
        assert_eq!(connections_of(1_048_576, 16), MAX_CONNECTIONS);
        assert_eq!(connections_of(64, usize::MAX), FEWEST_CONNECTIONS);
    }
}
