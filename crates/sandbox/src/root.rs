//! The jail's root: a read-only view of the toolchains, a small /etc and /dev, and empty places to mount on.
//!
//! Built once for each slot, in the slot's own mount namespace, on a small tmpfs that ends up read-only. Nothing of the
//! host is visible but the configured views.

use crate::config::{LauncherConfig, View};
use crate::sys::mount::{self, NO_DEV, NO_EXEC, NO_SUID, READ_ONLY};
use std::ffi::CString;
use std::fs;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::symlink;
use std::path::Path;

/// The root could not be built.
#[derive(Debug, thiserror::Error)]
#[error("build the jail's root: {step} {path}")]
pub struct RootError {
    /// Which step.
    pub step: &'static str,
    /// On what.
    pub path: String,
    /// What the kernel said.
    #[source]
    pub source: io::Error,
}

trait At<T> {
    fn at(self, step: &'static str, path: &str) -> Result<T, RootError>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, step: &'static str, path: &str) -> Result<T, RootError> {
        self.map_err(|source| RootError { step, path: path.to_owned(), source })
    }
}

/// Device nodes every jail has; all others do not exist there.
const DEVICES: [&str; 6] = ["null", "zero", "full", "random", "urandom", "tty"];

/// Where the root is put together: any folder that exists everywhere and is not itself a view.
const WORKSHOP: &std::ffi::CStr = c"/tmp";

/// Folders of the root that runs mount on.
const PLACES: [&str; 6] = ["proc", "tmp", "work", "dev/shm", ".layer", ".empty"];

/// A folder with nothing in it, to lay over what must not show.
pub(crate) const EMPTY: &std::ffi::CStr = c"/.empty";

/// Folders of /usr that hold what the administrator put there, not what the distribution did.
const HIDDEN: [&std::ffi::CStr; 2] = [c"usr/local", c"usr/src"];

/// Replaces this process's root. It must already be in a mount namespace of its own.
///
/// # Errors
/// Names the step and the path that failed.
pub fn enter(config: &LauncherConfig, uid: u32) -> Result<(), RootError> {
    mount::make_all_private().at("make mounts private", "/")?;
    let views = config.views.iter().map(clone_view).collect::<Result<Vec<_>, _>>()?;
    let devices = DEVICES.map(|name| CString::new(format!("/dev/{name}")).unwrap_or_default());
    let devices = devices
        .iter()
        .map(|path| mount::clone_tree(path, false).at("clone device", &path.to_string_lossy()))
        .collect::<Result<Vec<_>, _>>()?;

    let data = c"mode=755,size=1m,nr_inodes=4k";
    mount::mount(c"tmpfs", WORKSHOP, Some(c"tmpfs"), libc::MS_NOSUID | libc::MS_NODEV, Some(data))
        .at("mount", "the root's tmpfs")?;
    std::env::set_current_dir(WORKSHOP.to_str().unwrap_or("/tmp")).at("enter", "the root's tmpfs")?;
    for place in PLACES {
        fs::create_dir_all(place).at("make", place)?;
    }
    write_etc(uid)?;
    for (view, tree) in config.views.iter().zip(&views) {
        attach_view(view, tree)?;
    }
    for path in HIDDEN {
        // A toolchain root without the folder has nothing to hide.
        if Path::new(&*path.to_string_lossy()).is_dir() {
            let nothing = c"mode=755,size=4k,nr_inodes=1";
            mount::mount(
                c"tmpfs",
                path,
                Some(c"tmpfs"),
                libc::MS_RDONLY | libc::MS_NOSUID | libc::MS_NODEV,
                Some(nothing),
            )
            .at("hide", &path.to_string_lossy())?;
        }
    }
    for (name, tree) in DEVICES.iter().zip(&devices) {
        let path = format!("dev/{name}");
        fs::write(&path, b"").at("make", &path)?;
        let target = CString::new(path.as_str()).unwrap_or_default();
        mount::set_attributes(tree.as_fd(), NO_SUID | NO_EXEC).at("restrict", &path)?;
        mount::attach(tree.as_fd(), &target).at("attach", &path)?;
    }
    for (name, to) in [
        ("fd", "/proc/self/fd"),
        ("stdin", "/proc/self/fd/0"),
        ("stdout", "/proc/self/fd/1"),
        ("stderr", "/proc/self/fd/2"),
    ] {
        let path = format!("dev/{name}");
        symlink(to, &path).at("link", &path)?;
    }
    for link in &config.links {
        let path = link.path.trim_start_matches('/');
        make_parent(path)?;
        symlink(&link.to, path).at("link", path)?;
    }
    mount::pivot_here().at("pivot", "/")?;
    std::env::set_current_dir("/").at("enter", "/")?;
    mount::set_path_attributes(c"/", READ_ONLY | NO_SUID | NO_DEV).at("make read-only", "/")
}

fn clone_view(view: &View) -> Result<OwnedFd, RootError> {
    let source = CString::new(view.source.as_str()).unwrap_or_default();
    let tree = mount::clone_tree(&source, true).at("clone", &view.source)?;
    mount::set_attributes(tree.as_fd(), READ_ONLY | NO_SUID | NO_DEV).at("make read-only", &view.source)?;
    Ok(tree)
}

fn attach_view(view: &View, tree: &OwnedFd) -> Result<(), RootError> {
    let path = view.target.trim_start_matches('/');
    let is_folder = fs::File::from(tree.try_clone().at("look at", &view.source)?)
        .metadata()
        .at("look at", &view.source)?
        .is_dir();
    if is_folder {
        fs::create_dir_all(path).at("make", path)?;
    } else {
        make_parent(path)?;
        fs::write(path, b"").at("make", path)?;
    }
    let target = CString::new(path).unwrap_or_default();
    mount::attach(tree.as_fd(), &target).at("attach", path)
}

fn make_parent(path: &str) -> Result<(), RootError> {
    match Path::new(path).parent() {
        Some(parent) => fs::create_dir_all(parent).at("make", path),
        None => Ok(()),
    }
}

/// The files a C library looks up. None comes from the host: user names, hosts and resolvers are nobody's business.
fn write_etc(uid: u32) -> Result<(), RootError> {
    fs::create_dir_all("etc").at("make", "etc")?;
    let files = [
        (
            "etc/passwd",
            format!(
                "root:x:0:0:root:/root:/usr/sbin/nologin\nrunner:x:{uid}:{uid}:runner:/work:/bin/bash\n\
                 nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n"
            ),
        ),
        ("etc/group", format!("root:x:0:\nrunner:x:{uid}:\nnogroup:x:65534:\n")),
        ("etc/hosts", "127.0.0.1 localhost runyard\n::1 localhost ip6-localhost\n".to_owned()),
        ("etc/hostname", "runyard\n".to_owned()),
        ("etc/host.conf", "multi on\n".to_owned()),
        ("etc/resolv.conf", String::new()),
        ("etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n".to_owned()),
    ];
    for (path, content) in files {
        fs::write(path, content).at("write", path)?;
    }
    Ok(())
}
