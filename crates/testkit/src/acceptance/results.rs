//! How each check ended, by mode: what a run left in a folder, merged into what earlier runs recorded.

use crate::Mode;
use anyhow::{Context as _, bail};
use serde_json::{Map, Value};
use std::{collections::BTreeMap, env, fs, io::Write as _, path::Path};

/// Names the folder in which a run leaves its results; without it a run records nothing.
const FOLDER_VARIABLE: &str = "HOSTILE_RESULTS";

/// Says where the tests run, when that is not the machine itself: `virtual machine` or `pod`.
const PLACE_VARIABLE: &str = "HOSTILE_PLACE";

/// The file in that folder with the mode of the run, where somebody else than the run itself takes the results over.
const MODE: &str = "mode";

/// The file in that folder with the ends of single checks: one a line, `END NAME`.
const ENDS: &str = "ends";

/// The file in that folder with what the test runner printed.
const RUNNER: &str = "nextest.log";

/// What may become of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It held.
    Passed,
    /// It did not, and nobody knew.
    Failed,
    /// It does not hold, which is known.
    Known,
    /// It could not be tried.
    Skipped,
    /// Time was short: the machine is too slow to tell.
    Slow,
}

impl End {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Passed, "passed"),
        (Self::Failed, "failed"),
        (Self::Known, "known"),
        (Self::Skipped, "skipped"),
        (Self::Slow, "slow"),
    ];

    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(end, _)| *end == self).map_or("failed", |(_, name)| name)
    }

    fn from_name(name: &str) -> anyhow::Result<Self> {
        match Self::ALL.iter().find(|(_, known)| *known == name) {
            Some((end, _)) => Ok(*end),
            None => bail!("no end is called {name:?}"),
        }
    }
}

/// Notes how a check of this run ended, when the run is recorded.
///
/// # Errors
/// When the note cannot be written.
pub fn note(name: &str, end: End) -> anyhow::Result<()> {
    let Some(folder) = env::var_os(FOLDER_VARIABLE) else { return Ok(()) };
    let path = Path::new(&folder).join(ENDS);
    let mut file =
        fs::File::options().create(true).append(true).open(path).context("failed to note a result")?;
    writeln!(file, "{} {name}", end.name()).context("failed to note a result")
}

/// The mode the tests run in.
///
/// # Errors
/// When none is called as this run says.
pub fn mode() -> anyhow::Result<String> {
    let version = if Path::new("/sys/fs/cgroup/cgroup.controllers").exists() { "v2" } else { "v1" };
    let (user, place) = match Mode::chosen()? {
        // The machine that runs the tests may itself be one in a machine.
        mode @ (Mode::Root | Mode::Rootless) => {
            (mode.name(), env::var(PLACE_VARIABLE).unwrap_or_else(|_| "machine".to_owned()))
        }
        Mode::Container => ("root", "container".to_owned()),
    };
    Ok(format!("{user}, cgroup {version}, {place}"))
}

/// Every recorded end: mode, then check.
#[derive(Debug, Clone, Default)]
pub struct Results {
    modes: BTreeMap<String, BTreeMap<String, End>>,
}

impl Results {
    /// Reads recorded results.
    ///
    /// # Errors
    /// When they are not as [`Results::write`] wrote them.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("failed to read {}", path.display()))?;
        let value: Value = serde_json::from_str(&text)?;
        let mut results = Self::default();
        for (mode, ends) in value.as_object().context("no object of modes")? {
            for (name, end) in ends.as_object().context("no object of checks")? {
                let end = End::from_name(end.as_str().context("an end that is not text")?)?;
                results.modes.entry(mode.clone()).or_default().insert(name.clone(), end);
            }
        }
        Ok(results)
    }

    /// The modes that were run.
    pub fn modes(&self) -> impl Iterator<Item = &str> {
        self.modes.keys().map(String::as_str)
    }

    /// How a check ended in a mode, when it was run there.
    #[must_use]
    pub fn end(&self, mode: &str, check: &str) -> Option<End> {
        self.modes.get(mode)?.get(check).copied()
    }

    /// Takes over what a run left in its folder: in the mode it notes there, or else in this one. A check that ran again is
    /// as it ended now.
    ///
    /// # Errors
    /// When the folder's files cannot be read.
    pub fn merge(&mut self, folder: &Path) -> anyhow::Result<()> {
        let noted = fs::read_to_string(folder.join(MODE));
        let mode = noted.map_or_else(|_| mode(), |noted| Ok(noted.trim().to_owned()))?;
        let ends = self.modes.entry(mode).or_default();
        let notes = fs::read_to_string(folder.join(ENDS));
        // Where there was no runner, the notes are about everything.
        let runner = match (fs::read_to_string(folder.join(RUNNER)), &notes) {
            (Ok(runner), _) => runner,
            (Err(_), Ok(_)) => String::new(),
            (Err(error), Err(_)) => return Err(error).context("failed to read the runner's log"),
        };
        for line in runner.lines() {
            let mut words = line.split_whitespace();
            let end = match words.next() {
                Some("PASS") => End::Passed,
                Some("FAIL" | "TIMEOUT" | "SIGSEGV" | "SIGKILL" | "SIGABRT") => End::Failed,
                _ => continue,
            };
            // The last word is the test's path in its binary.
            if let Some(name) = words.last().and_then(|path| path.rsplit("::").next()) {
                ends.insert(name.to_owned(), end);
            }
        }
        // What a test says of itself is more than that it did not panic.
        for line in notes.unwrap_or_default().lines() {
            let (end, name) = line.split_once(' ').context("a note without a name")?;
            ends.insert(name.to_owned(), End::from_name(end)?);
        }
        Ok(())
    }

    /// Forgets results of checks that no longer exist.
    pub fn keep_only(&mut self, exists: impl Fn(&str) -> bool) {
        for ends in self.modes.values_mut() {
            ends.retain(|name, _| exists(name));
        }
    }

    /// Writes the results.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(&self, path: &Path) -> anyhow::Result<()> {
        let modes: Map<String, Value> = self
            .modes
            .iter()
            .map(|(mode, ends)| {
                let ends: Map<String, Value> =
                    ends.iter().map(|(name, end)| (name.clone(), end.name().into())).collect();
                (mode.clone(), ends.into())
            })
            .collect();
        let text = serde_json::to_string_pretty(&Value::from(modes))? + "\n";
        fs::write(path, text).with_context(|| format!("failed to write {}", path.display()))
    }
}
