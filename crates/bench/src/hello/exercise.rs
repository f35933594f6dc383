//! A workload that is ready to be done again and again, each time with another number: over HTTP or by hand.

use super::{
    executable::Template,
    workload::{CASES, NUMBER, Way, Workload},
};
use crate::{by_hand::Program, numbers, served};
use anyhow::ensure;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use runyard_testkit::Client;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// A workload that is ready.
#[derive(Debug, Clone)]
pub(crate) struct Exercise {
    workload: Workload,
    template: Option<Template>,
}

impl Exercise {
    pub(crate) fn prepare(workload: Workload) -> anyhow::Result<Self> {
        let template = (workload.way == Way::Executable).then(Template::compile).transpose()?;
        Ok(Self { workload, template })
    }

    fn source(&self, number: u64) -> Vec<u8> {
        match &self.template {
            Some(template) => template.numbered(number),
            None => self.workload.source.replace(NUMBER, &number.to_string()).into_bytes(),
        }
    }

    /// What is sent.
    fn submission(&self, number: u64) -> Value {
        let language = self.workload.toolchain.language;
        let source = self.source(number);
        let text = String::from_utf8_lossy(&source);
        match self.workload.way {
            Way::Fresh => json!({"language": language, "source": text, "cache": false}),
            // What was compiled before may be used, an answer may not: that is the default.
            Way::Kept => json!({"language": language, "source": text, "args": [number.to_string()]}),
            Way::Judged => {
                let cases: Vec<Value> = (0..CASES)
                    .map(|case| {
                        let (stdin, expected) = case_of(case, number);
                        json!({"stdin": stdin, "expected": expected})
                    })
                    .collect();
                json!({"language": language, "source": text, "cache": false, "cases": cases})
            }
            Way::Executable => {
                let file = self.workload.toolchain.file;
                let file = json!({"path": file, "content": STANDARD.encode(&source), "encoding": "base64"});
                json!({"language": language, "files": [file], "cache": false})
            }
        }
    }

    /// Whether this is the right answer, and nothing that was kept was used where it may not be.
    fn check(&self, record: &Value, number: u64) -> anyhow::Result<()> {
        let compiled_before = record.pointer("/compile/cached").and_then(Value::as_bool).unwrap_or(false);
        ensure!(record["cached"] == false, "a kept answer: {record}");
        if self.workload.way == Way::Judged {
            let accepted = record["cases"].as_array().into_iter().flatten();
            let accepted = accepted.filter(|case| case["verdict"] == "accepted").count();
            ensure!(u64::try_from(accepted)? == CASES && record["verdict"] == "accepted", "{record}");
        } else {
            ensure!(record["verdict"] == "ok" && record["stdout"] == hello(number), "{record}");
        }
        ensure!(!compiled_before || self.workload.way == Way::Kept, "a kept program: {record}");
        Ok(())
    }

    /// Over HTTP: how long it took from the request to the answer, which is then checked.
    pub(crate) async fn serve(&self, client: &Client, number: u64) -> anyhow::Result<Duration> {
        let (record, took) = served::submit(client, &self.submission(number)).await?;
        self.check(&record, number)?;
        Ok(took)
    }

    /// Puts in place what stays the same by hand.
    pub(crate) async fn settle(&self, program: &Program) -> anyhow::Result<()> {
        program.write(&self.source(numbers::FIRST))?;
        if self.workload.way == Way::Kept {
            program.compile().await?;
        }
        Ok(())
    }

    /// By hand: how long compiling and running took. The answer is checked afterwards.
    pub(crate) async fn by_hand(&self, program: &Program, number: u64) -> anyhow::Result<Duration> {
        let argument = number.to_string();
        match self.workload.way {
            Way::Fresh => {
                program.write(&self.source(number))?;
                let start = Instant::now();
                program.compile().await?;
                let printed = program.run(&[], b"").await?;
                expect(&printed, &hello(number), start.elapsed())
            }
            Way::Kept => {
                let start = Instant::now();
                let printed = program.run(&[&argument], b"").await?;
                expect(&printed, &hello(number), start.elapsed())
            }
            Way::Executable => {
                let start = Instant::now();
                let printed = program.run(&[], b"").await?;
                expect(&printed, &hello(numbers::FIRST), start.elapsed())
            }
            Way::Judged => {
                program.write(&self.source(number))?;
                let start = Instant::now();
                program.compile().await?;
                for case in 0..CASES {
                    let (stdin, expected) = case_of(case, number);
                    let printed = program.run(&[], stdin.as_bytes()).await?;
                    expect(&printed, &expected, Duration::ZERO)?;
                }
                Ok(start.elapsed())
            }
        }
    }
}

/// Input and output of one test.
fn case_of(case: u64, number: u64) -> (String, String) {
    (format!("{case}\n"), format!("{}\n", case + number))
}

fn hello(number: u64) -> String {
    format!("hello {number}\n")
}

fn expect(printed: &[u8], expected: &str, took: Duration) -> anyhow::Result<Duration> {
    ensure!(
        printed == expected.as_bytes(),
        "printed {:?} instead of {expected:?}",
        String::from_utf8_lossy(printed)
    );
    Ok(took)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{hello::workload::WORKLOADS, numbers::FIRST};

    fn exercise(name: &str) -> Exercise {
        let workload = WORKLOADS.iter().find(|workload| workload.name == name).unwrap();
        Exercise { workload: *workload, template: None }
    }

    #[test]
    fn each_number_is_another_submission() {
        for workload in WORKLOADS.iter().filter(|workload| workload.way != Way::Executable) {
            let exercise = Exercise { workload: *workload, template: None };
            assert_ne!(exercise.submission(FIRST), exercise.submission(FIRST + 1), "{}", workload.name);
        }
    }

    #[test]
    fn answers_of_others_and_kept_ones_are_wrong() {
        let python = exercise("Python");
        let record = json!({"verdict": "ok", "stdout": hello(FIRST), "cached": false, "compile": null});
        assert!(python.check(&record, FIRST).is_ok());
        assert!(python.check(&record, FIRST + 1).is_err());
        let mut kept = record.clone();
        kept["cached"] = json!(true);
        assert!(python.check(&kept, FIRST).is_err());
        let mut compiled = record;
        compiled["compile"] = json!({"cached": true});
        assert!(exercise("C").check(&compiled, FIRST).is_err());
        assert!(exercise("C, cached").check(&compiled, FIRST).is_ok());
    }

    #[test]
    fn every_test_has_to_be_accepted() {
        let judged = exercise("Python, 20 tests");
        let cases = |count: usize| vec![json!({"verdict": "accepted"}); count];
        let record = |count| json!({"verdict": "accepted", "cached": false, "cases": cases(count)});
        assert!(judged.check(&record(20), FIRST).is_ok());
        assert!(judged.check(&record(19), FIRST).is_err());
    }
}
