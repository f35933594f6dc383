//! The server's side of the launcher: slots to lease, stages to start in them; and starting a launcher.

mod connection;
mod error;
mod lease;
mod packet_socket;
mod process;
mod slots;

pub use connection::ProgramId;
pub use error::LauncherError;
pub use lease::{Lease, StageEvent, StageStdio};
pub use process::{LauncherProcess, SpawnError};
pub use slots::{Jails, Slots, Warmth};
