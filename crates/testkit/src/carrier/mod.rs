//! Running a program inside the compile stage: compilers that load what lies beside the source run whatever it is.
//!
//! The Java compiler loads annotation processors it finds on its class path, which the work folder is. The processor
//! is compiled here once, travels as one of the files, and starts the program.

use crate::slowness;
use anyhow::{Context as _, ensure};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use std::{fs, process::Command};

const SOURCE: &str = include_str!("Carrier.java");

/// What the processor says once the program ended.
const CARRIED: &str = "carried, ended with";

/// The compiled processor.
#[derive(Debug, Clone)]
pub struct Carrier {
    class: String,
}

impl Carrier {
    /// Compiles the processor with this machine's Java.
    ///
    /// # Errors
    /// When there is none.
    pub fn build() -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("Carrier.java"), SOURCE)?;
        let said = Command::new("javac")
            .args(["-proc:none", "Carrier.java"])
            .current_dir(folder.path())
            .output()
            .context("failed to start javac, which the compile stage is tested with")?;
        ensure!(said.status.success(), "javac: {}", String::from_utf8_lossy(&said.stderr));
        let class = fs::read(folder.path().join("Carrier.class"))?;
        Ok(Self { class: BASE64_STANDARD.encode(class) })
    }

    /// A request whose compile stage runs this program.
    pub(crate) fn request(&self, name: &str, source: &[u8], args: &[String]) -> Value {
        let extension = name.rsplit('.').next().unwrap_or_default();
        let file = format!("carried.{extension}");
        let mut command: Vec<String> = match extension {
            "c" => vec!["/tmp/carried".to_owned()],
            "py" => vec!["python3".to_owned(), file.clone()],
            _ => vec!["bash".to_owned(), file.clone()],
        };
        command.extend(args.iter().cloned());
        json!({
            "language": "java",
            "files": [
                {"path": "Main.java", "content": "public class Main { public static void main(String[] a) {} }"},
                {"path": "META-INF/services/javax.annotation.processing.Processor", "content": "Carrier"},
                {"path": "Carrier.class", "content": self.class, "encoding": "base64"},
                {"path": "carried.command", "content": command.join("\n")},
                {"path": file, "content": String::from_utf8_lossy(source)},
            ],
            // At most what a request may ask for.
            "limits": {"compile_wall_time_ms": (30_000 * slowness()).min(120_000)},
        })
    }

    /// What is wrong with the record of such a request: the program has to have run, and to have printed this.
    pub(crate) fn faults(record: &Value, prints: &[String]) -> Vec<String> {
        let output = record["compile"]["stdout"].as_str().unwrap_or_default();
        let wanted = prints.iter().map(String::as_str).chain([CARRIED]);
        wanted
            .filter(|wanted| !output.contains(wanted))
            .map(|wanted| format!("the compiler's stdout lacks {wanted:?}"))
            .collect()
    }
}
