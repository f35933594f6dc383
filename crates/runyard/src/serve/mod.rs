//! `runyard serve`: a supervisor, a launcher, a server.

mod handover;
mod keeping;
mod server;
mod supervisor;

use crate::cli::ServeArguments;
use crate::{jail, protection, rootless, settings};
use anyhow::{Context, bail};
use runyard_sandbox::sys::{mount, user_namespace};
use std::ffi::{CStr, CString};
use std::net::TcpListener;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// Connections that may wait to be accepted: a whole class that presses Run, also while a server is replaced. The
/// kernel caps it at net.core.somaxconn.
const BACKLOG: i32 = 4096;

/// What the group of whoever started us is called in the namespace.
const OWN_GROUP: u32 = 0;

/// Where a rootless server finds its data: a folder of every system that holds nothing of its own (hier(7)).
const IN_REACH: &CStr = c"/mnt";

/// Checks everything that can be checked, then supervises until told to stop.
pub(crate) fn run(arguments: &ServeArguments) -> anyhow::Result<ExitCode> {
    let mut config = settings::load(&arguments.settings, arguments.listen)?;
    rootless::enter_if_needed()?;
    let catalogue = settings::catalogue(&config)?;
    let (checks, accepted) = protection::require(&config)?;
    let slots = u32::try_from(config.worker.slots).unwrap_or(u32::MAX);
    let jail = jail::configure(&config, &catalogue, slots, accepted).make_ahead(&config, &catalogue)?;
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
    let folder = std::path::absolute(&config.server.data_dir).context("find the data folder")?;
    make_data_dir(&folder).with_context(|| format!("make the data folder {}", folder.display()))?;
    if user_namespace::is_inside() {
        config.server.data_dir = within_reach(&folder)?;
    }
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

/// The folder is the server's alone. Without root it is also the group's of whoever started us, who could not even remove it
/// otherwise.
fn make_data_dir(folder: &Path) -> std::io::Result<()> {
    if let Some(parent) = folder.parent() {
        // Ordinary folders: the server has to get through them.
        std::fs::create_dir_all(parent)?;
    }
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    if !user_namespace::is_inside() {
        return chown(folder, Some(jail::SERVER_UID), Some(jail::SERVER_UID));
    }
    chown(folder, Some(jail::SERVER_UID), Some(OWN_GROUP))?;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o770))
}

/// Shows the data folder at a place the server's own user gets to: an ordinary user's home is closed to others, and the server
/// is another.
fn within_reach(folder: &Path) -> anyhow::Result<PathBuf> {
    let folder = CString::new(folder.as_os_str().as_encoded_bytes()).context("use the data folder")?;
    mount::unshare(libc::CLONE_NEWNS)
        .and_then(|()| mount::make_all_private())
        .and_then(|()| mount::mount(&folder, IN_REACH, None, libc::MS_BIND, None))
        .context("show the data folder to the server")?;
    Ok(PathBuf::from(IN_REACH.to_string_lossy().into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_data_folder_itself_is_closed_to_others() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("new/deep/data");
        match make_data_dir(&data) {
            Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
                eprintln!("skipped: giving a folder to the server needs root");
            }
            made => {
                made.unwrap();
                let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
                assert_eq!(mode(&data), 0o700);
                assert_ne!(mode(data.parent().unwrap()) & 0o005, 0, "the server cannot get through");
                make_data_dir(&data).unwrap();
            }
        }
    }
}
