//! The hostile programs below `tests/hostile` and what must become of them.
//!
//! A program's first comment holds directives, one a line:
//!
//! ```text
//! expect: memory_limit | runtime_error      verdicts, any of which is right
//! limit: memory                             then `limit_hit` has to be one of these
//! signal: SIGSEGV                           then the record has to name this signal
//! exit: 0                                   then the exit code has to be this
//! prints: text                              stdout has to contain this, repeatable
//! forbid: text                              no output may contain this, repeatable
//! limits: {"wall_time_ms": 1000}            sent with the request
//! args: {canary_file} {port}                sent with the request
//! stdin: text                               sent with the request
//! truncated: stdout | stderr                these streams have to be marked as cut
//! within: 5000                              from start to end at most so many milliseconds
//! row: P1 P3                                rows of the acceptance list that it tests
//! stage: run | interactive | compile        where it is run; `run` when nothing is said
//! known: reason                             it fails, which is known; an error once it passes
//! ```
//!
//! Whatever a program tries, `BREACH` is what it prints when it got through, so no output may ever contain that word.
//! Sources spell it in two halves, because compilers and interpreters quote the lines they complain about.

use crate::{carrier::Carrier, scale, slowness};
use anyhow::{Context as _, bail, ensure};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What a program prints when it got through.
const BREACH: &str = "BREACH";

/// How a line of the first comment begins, in the languages there are.
const COMMENTS: [&str; 3] = ["// ", "# ", "-- "];

/// Values that are known only once a server runs.
#[derive(Debug, Clone)]
pub struct Placeholders {
    /// A world-readable host file.
    pub canary_file: String,
    /// Its content, which is in the server's environment too.
    pub canary: String,
    /// The port the server listens on.
    pub port: u16,
    /// Process id of the server.
    pub server_pid: i32,
}

/// Where a program is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// As the program of an execution.
    Run,
    /// The same with an open terminal.
    Interactive,
    /// By the compiler, while it compiles something harmless.
    Compile,
}

impl Stage {
    fn from_name(name: &str) -> anyhow::Result<Self> {
        Ok(match name {
            "run" => Self::Run,
            "interactive" => Self::Interactive,
            "compile" => Self::Compile,
            other => bail!("no stage is called {other:?}"),
        })
    }
}

/// One hostile program.
#[derive(Debug, Clone, Default)]
pub struct Hostile {
    /// File name, which is also the test's name.
    pub name: String,
    /// Rows of the acceptance list that it tests.
    pub rows: Vec<String>,
    /// Where it is run.
    pub stages: Vec<Stage>,
    /// Why it fails, when it is known to.
    pub known: Option<String>,
    language: String,
    source: Vec<u8>,
    verdicts: Vec<String>,
    limit_hits: Vec<String>,
    signal: Option<String>,
    exit: Option<i64>,
    prints: Vec<String>,
    forbid: Vec<String>,
    limits: Option<Value>,
    args: Vec<String>,
    stdin: String,
    truncated: Vec<String>,
    within_ms: Option<f64>,
}

impl Hostile {
    /// All programs of a folder, by name.
    ///
    /// # Errors
    /// Names the file that cannot be read or holds a directive that does not exist.
    pub fn all(folder: &Path) -> anyhow::Result<Vec<Self>> {
        let entries = fs::read_dir(folder).with_context(|| format!("failed to read {}", folder.display()))?;
        let mut paths: Vec<PathBuf> =
            entries.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<_>>()?;
        paths.retain(|path| path.extension().is_some_and(|extension| extension != "md"));
        paths.sort();
        paths.iter().map(|path| Self::read(path).with_context(|| format!("in {}", path.display()))).collect()
    }

    fn read(path: &Path) -> anyhow::Result<Self> {
        let name = path.file_name().and_then(|name| name.to_str()).context("a file name that is not text")?;
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let mut program = Self {
            name: name.to_owned(),
            language: language(extension)?.to_owned(),
            source: fs::read(path)?,
            ..Self::default()
        };
        let text = String::from_utf8_lossy(&program.source).into_owned();
        for line in text.lines() {
            let Some(comment) = COMMENTS.iter().find_map(|mark| line.strip_prefix(mark)) else {
                match line.is_empty() || line.starts_with("<?php") {
                    true => continue,
                    false => break,
                }
            };
            if let Some((key, value)) = comment.split_once(": ") {
                program.directive(key, value.trim())?;
            }
        }
        ensure!(!program.verdicts.is_empty(), "no `expect:` directive");
        if program.stages.is_empty() {
            program.stages.push(Stage::Run);
        }
        Ok(program)
    }

    fn directive(&mut self, key: &str, value: &str) -> anyhow::Result<()> {
        let list = || value.split('|').map(|word| word.trim().to_owned()).collect::<Vec<_>>();
        match key {
            "expect" => self.verdicts = list(),
            "limit" => self.limit_hits = list(),
            "signal" => self.signal = Some(value.to_owned()),
            "exit" => self.exit = Some(value.parse()?),
            "prints" => self.prints.push(value.to_owned()),
            "forbid" => self.forbid.push(value.to_owned()),
            "limits" => self.limits = Some(serde_json::from_str(value)?),
            "args" => self.args = value.split_whitespace().map(str::to_owned).collect(),
            "stdin" => self.stdin = format!("{value}\n"),
            "truncated" => self.truncated = list(),
            "within" => self.within_ms = Some(value.parse()?),
            "row" => self.rows = value.split_whitespace().map(str::to_owned).collect(),
            "stage" => {
                self.stages =
                    list().iter().map(|name| Stage::from_name(name)).collect::<anyhow::Result<_>>()?;
            }
            "known" => self.known = Some(value.to_owned()),
            key if key.contains(' ') => {}
            _ => bail!("no directive is called {key:?}"),
        }
        Ok(())
    }

    /// Its name in recorded results.
    #[must_use]
    pub fn check_name(&self, stage: Stage) -> String {
        match stage {
            Stage::Run => self.name.clone(),
            Stage::Interactive => format!("{} at interactive", self.name),
            Stage::Compile => format!("{} at compile", self.name),
        }
    }

    fn args(&self, values: &Placeholders) -> Vec<String> {
        let fill = |arg: &String| {
            arg.replace("{canary_file}", &values.canary_file)
                .replace("{port}", &values.port.to_string())
                .replace("{server_pid}", &values.server_pid.to_string())
                .replace("{scale}", &scale().to_string())
        };
        self.args.iter().map(fill).collect()
    }

    /// Its limits. A slow machine gives more time to those whose end is not the end of their time.
    fn limits(&self) -> Value {
        /// What programs get that ask for nothing, and the most they may ask for.
        const USUAL: [(&str, u64); 3] =
            [("wall_time_ms", 10_000), ("cpu_time_ms", 10_000), ("compile_wall_time_ms", 30_000)];
        const CEILING_MS: u64 = 120_000;
        let mut limits = self.limits.clone().unwrap_or_else(|| json!({}));
        if slowness() > 1 && !self.verdicts.iter().any(|verdict| verdict == "time_limit") {
            for (time, usual_ms) in USUAL {
                let given = limits[time].as_u64().unwrap_or(usual_ms);
                limits[time] = (given * u64::from(slowness())).min(CEILING_MS).into();
            }
        }
        limits
    }

    /// The request that runs it.
    #[must_use]
    pub fn request(&self, values: &Placeholders, stage: Stage, carrier: &Carrier) -> Value {
        if stage == Stage::Compile {
            return carrier.request(&self.name, &self.source, &self.args(values));
        }
        let mut request = json!({
            "language": self.language,
            "source": String::from_utf8_lossy(&self.source),
            "args": self.args(values),
            "limits": self.limits(),
        });
        match stage {
            Stage::Interactive => request["interactive"] = true.into(),
            _ => request["stdin"] = self.stdin.clone().into(),
        }
        request
    }

    /// Everything about a record that is not as it must be.
    #[must_use]
    pub fn faults(&self, record: &Value, values: &Placeholders, stage: Stage) -> Vec<String> {
        let mut faults = self.leaks(record, values);
        match stage {
            Stage::Compile => faults.extend(Carrier::faults(record, &self.prints)),
            Stage::Run | Stage::Interactive => faults.extend(self.ends(record)),
        }
        if !faults.is_empty() {
            faults.push(format!("record: {}", brief(record)));
        }
        faults
    }

    /// How its end is not as its header says.
    fn ends(&self, record: &Value) -> Vec<String> {
        let mut faults = Vec::new();
        let text = |key: &str| record.get(key).and_then(Value::as_str).unwrap_or_default();
        if !self.verdicts.iter().any(|verdict| verdict == text("verdict")) {
            faults.push(format!("verdict {:?}, expected {}", text("verdict"), self.verdicts.join(" or ")));
        }
        if !self.limit_hits.is_empty() && !self.limit_hits.iter().any(|limit| limit == text("limit_hit")) {
            faults.push(format!(
                "limit_hit {:?}, expected {}",
                text("limit_hit"),
                self.limit_hits.join(" or ")
            ));
        }
        if self.signal.as_deref().is_some_and(|signal| signal != text("signal")) {
            faults.push(format!("signal {:?}, expected {:?}", text("signal"), self.signal));
        }
        if self.exit.is_some() && self.exit != record["exit_code"].as_i64() {
            faults.push(format!("exit code {}, expected {:?}", record["exit_code"], self.exit));
        }
        for wanted in self.prints.iter().filter(|wanted| !text("stdout").contains(*wanted)) {
            faults.push(format!("stdout lacks {wanted:?}"));
        }
        for stream in &self.truncated {
            if record[format!("{stream}_truncated")] != true {
                faults.push(format!("{stream} is not marked as truncated"));
            }
        }
        if let (Some(most), Some(took)) = (self.within_ms, record["wall_time_ms"].as_f64())
            && took > most * f64::from(slowness())
        {
            faults.push(format!("took {took} ms, expected at most {most} times {}", slowness()));
        }
        faults
    }

    /// What its outputs hold that they may not.
    fn leaks(&self, record: &Value, values: &Placeholders) -> Vec<String> {
        let text = |key: &str| record[key].as_str().unwrap_or_default();
        let compile = |key: &str| record["compile"][key].as_str().unwrap_or_default();
        let outputs = [text("stdout"), text("stderr"), compile("stdout"), compile("stderr"), text("message")];
        let words = self.forbid.iter().map(String::as_str).chain([BREACH, values.canary.as_str()]);
        words
            .filter(|word| outputs.iter().any(|output| output.contains(word)))
            .map(|word| format!("an output contains {word:?}"))
            .collect()
    }
}

/// The record without pages of output.
fn brief(record: &Value) -> String {
    let text = record.to_string();
    match text.char_indices().nth(1500) {
        Some((cut, _)) => format!("{}...", &text[..cut]),
        None => text,
    }
}

fn language(extension: &str) -> anyhow::Result<&'static str> {
    Ok(match extension {
        "c" => "c",
        "cpp" => "cpp",
        "py" => "python",
        "js" => "javascript",
        "ts" => "typescript",
        "java" => "java",
        "go" => "go",
        "rs" => "rust",
        "rb" => "ruby",
        "php" => "php",
        "pl" => "perl",
        "lua" => "lua",
        "sh" => "bash",
        "sql" => "sql",
        other => bail!("no language for .{other}"),
    })
}
