//! `runyard serve`: a supervisor, a launcher, a server.

mod handover;
mod server;
mod supervisor;

use crate::cli::ServeArguments;
use crate::{jail, protection, settings};
use anyhow::{Context, bail};
use runyard_sandbox::sys::privilege;
use std::net::TcpListener;
use std::os::unix::fs::{DirBuilderExt, chown};
use std::process::ExitCode;
use std::sync::Arc;

/// Connections that may wait to be accepted: a whole class that presses Run, also while a server is replaced. The
/// kernel caps it at net.core.somaxconn.
const BACKLOG: i32 = 4096;

/// Checks everything that can be checked, then supervises until told to stop.
pub(crate) fn run(arguments: &ServeArguments) -> anyhow::Result<ExitCode> {
    let config = settings::load(&arguments.settings, arguments.listen)?;
    if privilege::effective_uid() != 0 {
        bail!("start without root: the jails need it (sudo runyard serve ...)");
    }
    let catalogue = settings::catalogue(&config)?;
    let (checks, accepted) = protection::require(&config)?;
    let slots = u32::try_from(config.worker.slots).unwrap_or(u32::MAX);
    let jail = jail::configure(&config, &catalogue, slots, accepted);
    let address = config.server.listen;
    // Held by the supervisor, so that connections wait instead of failing while a server is replaced.
    let listener = match TcpListener::bind(address) {
        Ok(listener) => listener,
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            bail!(
                "listen on {address}: another program does already. Stop it, or choose another port: --listen 127.0.0.1:{}",
                address.port().wrapping_add(1)
            )
        }
        Err(error) => return Err(error).with_context(|| format!("listen on {address}")),
    };
    rustix::net::listen(&listener, BACKLOG).with_context(|| format!("listen on {address}"))?;
    let folder = &config.server.data_dir;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .and_then(|()| std::path::absolute(folder))
        .and_then(|folder| chown(folder, Some(jail::SERVER_UID), Some(jail::SERVER_UID)))
        .with_context(|| format!("make the data folder {}", folder.display()))?;
    let server = server::Server {
        config: Arc::new(config),
        catalogue,
        checks,
        toolchains: jail.toolchains,
        missing_toolchains: jail.missing,
        listener,
    };
    supervisor::supervise(&jail.launcher, &server)
}
