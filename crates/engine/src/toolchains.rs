//! What programs are compiled and run with, in one text that changes when any of it does.

use crate::{ToolchainFolders, toolchain_digest};
use runyard_languages::Catalogue;
use std::{fmt::Write as _, fs, os::unix::fs::MetadataExt as _, sync::Arc};

/// What changes with every package that is installed, replaced or removed: a compiler is more than the program that is
/// started, and its libraries and headers count as much. Those a machine does not have count as well, as absent.
const PACKAGE_LISTS: [&str; 5] = [
    "/var/lib/dpkg/status",
    "/lib/apk/db/installed",
    "/usr/lib/sysimage/rpm/rpmdb.sqlite",
    "/var/lib/rpm/rpmdb.sqlite",
    "/etc/ld.so.cache",
];

/// The toolchains of this machine, as they are now.
#[derive(Debug)]
pub struct Toolchains {
    catalogue: Arc<Catalogue>,
    folders: ToolchainFolders,
}

impl Toolchains {
    /// The toolchains of these languages, with those outside `/usr` in these folders.
    #[must_use]
    pub fn new(catalogue: Arc<Catalogue>, folders: ToolchainFolders) -> Self {
        Self { catalogue, folders }
    }

    /// What the language is compiled and run with: its version, its own file, its programs, and the machine's packages. `None`
    /// when that cannot be told, which is when nothing made with it may be kept.
    ///
    /// Looked at anew each time (a few file attributes): a server may outlive a toolchain.
    #[must_use]
    pub fn fingerprint(&self, language: &str) -> Option<String> {
        let language = self.catalogue.resolve(language, None).ok()?;
        let digest = toolchain_digest(&language, &self.folders);
        let version = self.catalogue.availability(&language.id).version;
        if !digest.complete && version.is_none() {
            return None;
        }
        let mut text = format!("{} {}", digest.text, version.unwrap_or_default());
        for path in PACKAGE_LISTS {
            let seen = fs::metadata(path)
                .map(|data| (data.dev(), data.ino(), data.size(), data.mtime(), data.mtime_nsec()));
            // Writing to a String cannot fail.
            let _ = write!(text, "\n{:?}", seen.ok());
        }
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use runyard_languages::Availability;

    #[test]
    fn a_changed_toolchain_or_version_is_another_and_an_unknown_one_is_none() {
        let catalogue = Arc::new(Catalogue::embedded().unwrap());
        let folder = tempfile::tempdir().unwrap();
        let folders = ToolchainFolders::from([("typescript".to_owned(), folder.path().to_owned())]);
        let toolchains = Toolchains::new(Arc::clone(&catalogue), folders);
        let now = || toolchains.fingerprint("typescript");
        assert_eq!(now(), None, "its compiler is not there, and nobody said its version");
        fs::create_dir(folder.path().join("bin")).unwrap();
        fs::write(folder.path().join("bin/tsc"), "1").unwrap();
        let first = now().unwrap();
        assert_eq!(now().unwrap(), first);
        catalogue.set_availability("typescript", Availability::available(Some("5.1".to_owned())));
        let other_version = now().unwrap();
        fs::write(folder.path().join("bin/tsc"), "22").unwrap();
        let other_program = now().unwrap();
        assert!(first != other_version && other_version != other_program);
        assert_eq!(toolchains.fingerprint("klingon"), None);
    }
}
