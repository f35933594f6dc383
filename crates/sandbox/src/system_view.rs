//! The `system` toolchain root: what a jail sees of the machine's own installation.
//!
//! Programs, libraries and the few files under /etc that toolchains read. No home, no /var, no /run, no /usr/local,
//! nothing an administrator keeps private.

use crate::config::{Link, View};
use std::fs;
use std::path::Path;

/// Top-level folders that are links into /usr on a merged system and folders of their own on others.
const TOP: [&str; 5] = ["bin", "sbin", "lib", "lib64", "libx32"];

/// Files and folders of /etc that toolchains read.
const ETC: [&str; 7] =
    ["ld.so.cache", "ld.so.conf", "alternatives", "localtime", "mime.types", "perl", "python3"];

/// Beginnings of names in /etc, for files and folders that carry a version.
const ETC_PREFIXES: [&str; 3] = ["java-", "python3.", "php"];

/// What every jail sees of this machine, and the links beside it.
#[must_use]
pub fn system_view() -> (Vec<View>, Vec<Link>) {
    let mut views = vec![same("/usr")];
    let mut links = vec![
        link("/var/tmp", "/tmp"),
        link("/run/lock", "/tmp"),
        link("/root", "/work"),
        link("/home/runner", "/work"),
    ];
    for name in TOP {
        let path = format!("/{name}");
        match fs::read_link(&path) {
            Ok(to) => links.push(link(&path, &to.to_string_lossy())),
            Err(_) if Path::new(&path).is_dir() => views.push(same(&path)),
            Err(_) => {}
        }
    }
    let versioned = fs::read_dir("/etc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok());
    let versioned = versioned.filter(|name| ETC_PREFIXES.iter().any(|prefix| name.starts_with(prefix)));
    for name in ETC.into_iter().map(str::to_owned).chain(versioned) {
        let path = Path::new("/etc").join(&name);
        // A link (localtime) is shown as the file it leads to.
        if let Ok(source) = path.canonicalize() {
            let view = View { source: source.display().to_string(), target: path.display().to_string() };
            if !views.contains(&view) {
                views.push(view);
            }
        }
    }
    (views, links)
}

fn same(path: &str) -> View {
    View { source: path.to_owned(), target: path.to_owned() }
}

fn link(path: &str, to: &str) -> Link {
    Link { path: path.to_owned(), to: to.to_owned() }
}
