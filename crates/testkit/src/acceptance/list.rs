//! The rows there are, in our own words.
//!
//! ```text
//! ## Processes, signals, time
//! P1  fork and thread bombs are held by the process limit
//!     waits for images: the same in an image of somebody else's
//!     cannot here: the kernel has no such thing
//!     cannot without root: the kernel allows it to nobody else
//!     cannot without swap: the machine has none
//!     cannot without version 1: control groups of version 2 have no such thing
//! ```

use anyhow::{Context as _, bail};
use std::{fs, path::Path};

/// Whether a mode has something.
type Has = fn(&str) -> bool;

/// How gaps begin that only some modes have, and whether a mode has what they need.
const WITHOUT: [(&str, Has); 3] = [
    ("cannot without root: ", |mode| mode.starts_with("root,") && mode.ends_with("machine")),
    // The machine itself is nobody's to change; the virtual one is made for the tests.
    ("cannot without swap: ", |mode| mode.ends_with("virtual machine")),
    ("cannot without version 1: ", |mode| mode.contains("cgroup v1")),
];

/// One row.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its id in the catalogue.
    pub id: String,
    /// What has to hold.
    pub what: String,
    /// What of it cannot be tested yet or here, and why.
    pub gaps: Vec<String>,
}

impl Row {
    /// What of it cannot hold or be tested in a mode.
    pub fn gaps_in(&self, mode: &str) -> impl Iterator<Item = &String> {
        let filled = move |gap: &str| WITHOUT.iter().any(|(begin, has)| gap.starts_with(begin) && has(mode));
        self.gaps.iter().filter(move |gap| !filled(gap))
    }

    /// Whether part of it cannot hold or be tried in a mode for a reason of the kernel's or the machine's.
    #[must_use]
    pub fn cannot_hold_in(&self, mode: &str) -> bool {
        self.gaps_in(mode).any(|gap| WITHOUT.iter().any(|(begin, _)| gap.starts_with(begin)))
    }
}

/// Rows with a common letter.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its heading.
    pub title: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// All rows.
#[derive(Debug, Clone)]
pub struct List {
    /// In the order of the catalogue.
    pub groups: Vec<Group>,
}

impl List {
    /// Reads the list.
    ///
    /// # Errors
    /// Names the line that is not understood.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("failed to read {}", path.display()))?;
        let mut groups: Vec<Group> = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
            if let Some(title) = line.strip_prefix("## ") {
                groups.push(Group { title: title.to_owned(), rows: Vec::new() });
                continue;
            }
            let rows = &mut groups.last_mut().with_context(|| format!("no heading before {line:?}"))?.rows;
            if let Some(gap) = line.strip_prefix("    ") {
                let always = ["waits for ", "cannot here: "].into_iter();
                if !always.chain(WITHOUT.map(|(begin, _)| begin)).any(|known| gap.starts_with(known)) {
                    bail!("neither `waits for` nor `cannot`: {line:?}");
                }
                rows.last_mut().with_context(|| format!("no row before {line:?}"))?.gaps.push(gap.to_owned());
                continue;
            }
            let (id, what) = line.split_once("  ").with_context(|| format!("no row: {line:?}"))?;
            rows.push(Row { id: id.to_owned(), what: what.trim().to_owned(), gaps: Vec::new() });
        }
        Ok(Self { groups })
    }

    /// Every row.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.groups.iter().flat_map(|group| &group.rows)
    }
}
