//! The jail's root: a read-only view of the toolchains, a small /etc and /dev, and empty places to mount on.
//!
//! Built once for each slot, in the slot's own mount namespace, on a small tmpfs that ends up read-only. Nothing of the
//! host is visible but the configured views.
//!
//! No file of the root is the same inode in two slots, or on the host: folders are read-only overlays, single files are
//! copies, device files are made. File locks, leases and inotify belong to inodes, so what a program does with those of
//! its root is felt nowhere else. The pages of files in folders are the host's, which is what makes jails cheap.
//!
//! In a user namespace nobody can make device files, so there, and only there, the host's are bound: locks on `/dev/null` are
//! then shared. The kernel also mounts no /proc where none can be seen whole, so one is kept where no run can get at it.

use crate::config::{LauncherConfig, View};
use crate::sys::mount::{self, NO_DEV, NO_EXEC, NO_SUID, READ_ONLY};
use crate::sys::user_namespace;
use std::ffi::CString;
use std::fs;
use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::os::unix::fs::{PermissionsExt, symlink};
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

/// Device files every jail has, with their numbers (kernel: Documentation/admin-guide/devices.txt); no others exist there.
const DEVICES: [(&str, u32, u32); 6] =
    [("null", 1, 3), ("zero", 1, 5), ("full", 1, 7), ("random", 1, 8), ("urandom", 1, 9), ("tty", 5, 0)];

/// Single files are copied, so they must be small; the largest of a system is a table of libraries or MIME types.
const MOST_FILE_BYTES: u64 = 1 << 20;

/// Where the root is put together: any folder that exists everywhere and is not itself a view.
const WORKSHOP: &std::ffi::CStr = c"/tmp";

/// Folders of the root that runs mount on.
const PLACES: [&str; 6] = ["proc", "tmp", "work", "dev", ".layer", ".empty"];

/// What the dynamic linker loads into warm interpreters; only root, which no run ever is, can read it.
pub(crate) const WARM_LIBRARY: &str = ".warm/library.so";

/// A folder with nothing in it, to lay over what must not show.
pub(crate) const EMPTY: &std::ffi::CStr = c"/.empty";

/// Where a mount is attached while it is laid into the root.
const SCRATCH: &std::ffi::CStr = c".layer";

/// Folders of /usr that hold what the administrator put there, not what the distribution did.
const HIDDEN: [&std::ffi::CStr; 2] = [c"usr/local", c"usr/src"];

/// Replaces this process's root. It must already be in a mount namespace of its own. `library` is for warm interpreters.
///
/// # Errors
/// Names the step and the path that failed.
pub fn enter(config: &LauncherConfig, uid: u32, library: Option<&[u8]>) -> Result<(), RootError> {
    mount::make_all_private().at("make mounts private", "/")?;
    let views = config.views.iter().map(Source::of).collect::<Result<Vec<_>, _>>()?;
    let rootless = user_namespace::is_inside();
    let devices = if rootless { host_devices()? } else { Vec::new() };

    let data = c"mode=755,size=8m,nr_inodes=4k";
    mount::mount(c"tmpfs", WORKSHOP, Some(c"tmpfs"), libc::MS_NOSUID | libc::MS_NODEV, Some(data))
        .at("mount", "the root's tmpfs")?;
    std::env::set_current_dir(WORKSHOP.to_str().unwrap_or("/tmp")).at("enter", "the root's tmpfs")?;
    for place in PLACES {
        fs::create_dir_all(place).at("make", place)?;
    }
    write_etc(uid)?;
    if let Some(library) = library {
        keep_library(library)?;
    }
    for (view, source) in config.views.iter().zip(&views) {
        source.show(view)?;
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
    make_dev()?;
    match rootless {
        true => bind_devices(&devices)?,
        false => make_devices()?,
    }
    if rootless {
        keep_proc_visible()?;
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
    mount::set_path_attributes(c"dev", READ_ONLY | NO_SUID | NO_EXEC).at("make read-only", "dev")?;
    mount::pivot_here().at("pivot", "/")?;
    std::env::set_current_dir("/").at("enter", "/")?;
    mount::set_path_attributes(c"/", READ_ONLY | NO_SUID | NO_DEV).at("make read-only", "/")
}

/// What a view shows, taken before the host's files are out of sight.
enum Source {
    /// A copy of the mount of a folder.
    Folder(OwnedFd),
    /// The content of a file.
    File(Vec<u8>),
}

impl Source {
    fn of(view: &View) -> Result<Self, RootError> {
        let metadata = fs::metadata(&view.source).at("look at", &view.source)?;
        if metadata.is_dir() {
            let source = CString::new(view.source.as_str()).unwrap_or_default();
            return mount::clone_tree(&source, false).at("clone", &view.source).map(Self::Folder);
        }
        if !metadata.is_file() || metadata.len() > MOST_FILE_BYTES {
            return Err(io::ErrorKind::FileTooLarge.into()).at("copy", &view.source);
        }
        fs::read(&view.source).at("copy", &view.source).map(Self::File)
    }

    fn show(&self, view: &View) -> Result<(), RootError> {
        let path = view.target.trim_start_matches('/');
        match self {
            Self::Folder(tree) => {
                fs::create_dir_all(path).at("make", path)?;
                // Two layers make an overlay that needs no writable one. The descriptor stands for the folder, so that no
                // mount table inside tells where it lies on the host.
                let layers = format!("lowerdir=/proc/self/fd/{}:.empty", tree.as_raw_fd());
                let layers = CString::new(layers).unwrap_or_default();
                let target = CString::new(path).unwrap_or_default();
                let flags = libc::MS_RDONLY | libc::MS_NOSUID | libc::MS_NODEV;
                // Not every kernel takes a mount as a layer that is attached nowhere: 6.1 refuses one, and so, as others
                // report, does 6.13; 6.18 takes it. Attached for this moment it is one for all. The overlay keeps a copy.
                mount::attach(tree.as_fd(), SCRATCH).at("attach", path)?;
                let laid = mount::mount(c"overlay", &target, Some(c"overlay"), flags, Some(&layers))
                    .at("overlay", path);
                mount::detach(SCRATCH).at("detach", path)?;
                laid
            }
            Self::File(content) => {
                make_parent(path)?;
                fs::write(path, content).at("copy", path)
            }
        }
    }
}

/// A /dev of its own: device files work on it, unlike on the rest of the root.
fn make_dev() -> Result<(), RootError> {
    let data = c"mode=755,size=64k,nr_inodes=32";
    mount::mount(c"tmpfs", c"dev", Some(c"tmpfs"), libc::MS_NOSUID | libc::MS_NOEXEC, Some(data))
        .at("mount", "dev")?;
    fs::create_dir("dev/shm").at("make", "dev/shm")
}

fn host_devices() -> Result<Vec<OwnedFd>, RootError> {
    let clone = |(name, ..): &(&str, u32, u32)| {
        let path = format!("/dev/{name}");
        mount::clone_tree(&CString::new(path.as_str()).unwrap_or_default(), false).at("clone device", &path)
    };
    DEVICES.iter().map(clone).collect()
}

fn bind_devices(devices: &[OwnedFd]) -> Result<(), RootError> {
    for ((name, ..), device) in DEVICES.iter().zip(devices) {
        let path = format!("dev/{name}");
        fs::write(&path, b"").at("make", &path)?;
        let target = CString::new(path.as_str()).unwrap_or_default();
        mount::attach(device.as_fd(), &target).at("attach", &path)?;
        // Writing to a device writes nothing to the mount it is found on.
        mount::set_path_attributes(&target, READ_ONLY | NO_SUID | NO_EXEC).at("restrict", &path)?;
    }
    Ok(())
}

/// The kernel lets a user namespace mount /proc only beside one that nothing hides parts of. Only root of the namespace, which
/// no run ever is, gets into the folder that holds it.
fn keep_proc_visible() -> Result<(), RootError> {
    fs::create_dir_all(".visible/proc").at("make", ".visible")?;
    fs::set_permissions(".visible", fs::Permissions::from_mode(0o700)).at("close", ".visible")?;
    let place = c".visible/proc";
    mount::mount(c"/proc", place, None, libc::MS_BIND | libc::MS_REC, None).at("keep", "/proc")?;
    // Set by ourselves, these do not hide anything from the kernel's check.
    mount::set_tree_attributes(place, READ_ONLY | NO_SUID | NO_DEV | NO_EXEC).at("restrict", "/proc")
}

fn keep_library(library: &[u8]) -> Result<(), RootError> {
    make_parent(WARM_LIBRARY)?;
    // Interpreters that are started for one program load it as the program's user.
    fs::set_permissions(".warm", fs::Permissions::from_mode(0o711)).at("close", ".warm")?;
    fs::write(WARM_LIBRARY, library).at("write", WARM_LIBRARY)?;
    fs::set_permissions(WARM_LIBRARY, fs::Permissions::from_mode(0o644)).at("open", WARM_LIBRARY)
}

fn make_devices() -> Result<(), RootError> {
    for (name, major, minor) in DEVICES {
        let path = format!("dev/{name}");
        let target = CString::new(path.as_str()).unwrap_or_default();
        mount::make_device(&target, major, minor).at("make device", &path)?;
        // Whatever the umask took away.
        fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).at("open up", &path)?;
    }
    Ok(())
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
