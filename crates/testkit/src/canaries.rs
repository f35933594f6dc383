//! Secrets planted before hostile programs run, which nothing a caller can read may ever hold.

use anyhow::Context as _;
use serde_json::Value;
use std::{
    fs::{self, Permissions},
    os::unix::fs::{MetadataExt as _, PermissionsExt as _},
    path::{Path, PathBuf},
};

/// Forms in which a program could print a secret without spelling it.
const ENCODINGS: [fn(&str) -> String; 3] = [str::to_owned, hexadecimal, reversed];

/// A file, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Planted {
    path: PathBuf,
    content: Vec<u8>,
    owner: u32,
    mode: u32,
}

/// The planted secrets, and a way to ask whether they are where they should be and nowhere else.
#[derive(Debug)]
pub struct Canaries {
    secrets: Vec<(String, String)>,
    files: Vec<Planted>,
}

impl Canaries {
    /// Plants a file everybody on the machine may read and one that nobody but its owner may, and remembers the other
    /// secrets, each with the place it is in.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn plant(folder: &Path, others: &[(&str, &str)]) -> anyhow::Result<Self> {
        let mut canaries = Self {
            secrets: others
                .iter()
                .map(|(place, secret)| ((*place).to_owned(), (*secret).to_owned()))
                .collect(),
            files: Vec::new(),
        };
        for (name, mode) in [("readable", 0o644), ("private", 0o600)] {
            let secret = random()?;
            let path = folder.join(format!("canary-{name}"));
            fs::write(&path, &secret).context("failed to plant a canary")?;
            fs::set_permissions(&path, Permissions::from_mode(mode))?;
            canaries.files.push(planted(&path)?);
            canaries.secrets.push((format!("a {name} file of the machine"), secret));
        }
        Ok(canaries)
    }

    /// A further secret, which the caller puts in this place.
    ///
    /// # Errors
    /// When there is no randomness.
    pub fn hide(&mut self, place: &str) -> anyhow::Result<String> {
        let secret = random()?;
        self.secrets.push((place.to_owned(), secret.clone()));
        Ok(secret)
    }

    /// Watches a file that is there already and whose content is a secret.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn watch_secret(&mut self, path: &Path) -> anyhow::Result<()> {
        let file = planted(path)?;
        let place = path.display().to_string();
        self.secrets.push((place.clone(), hexadecimal_of(&file.content)));
        if let Ok(text) = String::from_utf8(file.content.clone()) {
            self.secrets.push((place, text.trim().to_owned()));
        }
        self.files.push(file);
        Ok(())
    }

    /// The file that everybody may read.
    #[must_use]
    pub fn readable(&self) -> &Path {
        self.files.first().map_or(Path::new("/"), |file| &file.path)
    }

    /// Files whose content, owner or mode is not what it was.
    #[must_use]
    pub fn changed(&self) -> Vec<String> {
        self.files
            .iter()
            .filter(|file| planted(&file.path).ok().as_ref() != Some(file))
            .map(|file| format!("{} was changed", file.path.display()))
            .collect()
    }

    /// Secrets that a text holds, in any of the forms a program could give them.
    #[must_use]
    pub fn found_in(&self, what: &str, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        for (place, secret) in &self.secrets {
            if ENCODINGS.iter().any(|encoding| text.contains(&encoding(secret))) {
                found.push(format!("{what} holds the secret of {place}"));
            }
        }
        found
    }

    /// The same for everything in an answer.
    #[must_use]
    pub fn found_in_answer(&self, what: &str, answer: &Value) -> Vec<String> {
        self.found_in(what, &answer.to_string())
    }
}

fn planted(path: &Path) -> anyhow::Result<Planted> {
    let metadata = fs::symlink_metadata(path)?;
    Ok(Planted {
        path: path.to_owned(),
        content: fs::read(path)?,
        owner: metadata.uid(),
        mode: metadata.mode(),
    })
}

fn hexadecimal(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn reversed(text: &str) -> String {
    text.chars().rev().collect()
}

/// A secret that a program can search for by its first half.
///
/// # Errors
/// When there is no randomness.
pub(crate) fn random() -> anyhow::Result<String> {
    use std::io::Read as _;
    let mut bytes = [0_u8; 16];
    fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(format!("runyard-canary-{}", hexadecimal_of(&bytes)))
}

fn hexadecimal_of(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
