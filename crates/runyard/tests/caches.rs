//! What a server keeps to use again, as its callers and its operator see it.

use runyard_testkit::{Client, TestServer};
use serde_json::{Value, json};

/// Prints another number each time it runs.
fn python(cache: &Value) -> Value {
    json!({"language": "python", "source": "import time; print(time.time_ns())", "cache": cache})
}

/// Prints a number that is compiled in: how long the machine was up.
fn c(cache: &Value) -> Value {
    let wrapper =
        "/bin/bash,-c,read -r up _ </proc/uptime; echo \"#define UP \\\"$up\\\"\" >up.h; exec \"$0\" \"$@\"";
    let main = "#include <stdio.h>\n#include \"up.h\"\nint main(void) { fputs(UP, stdout); }";
    json!({"language": "c", "source": main, "compiler_flags": ["-wrapper", wrapper], "cache": cache})
}

/// What was printed, and whether the answer and the program were kept ones.
async fn run(client: &Client, body: &Value) -> anyhow::Result<(String, bool, bool)> {
    let record = client.run(body).await?;
    anyhow::ensure!(record["verdict"] == "ok", "{record}");
    let program = record["compile"]["cached"].as_bool().unwrap_or_default();
    Ok((
        record["stdout"].as_str().unwrap_or_default().to_owned(),
        record["cached"].as_bool().unwrap_or_default(),
        program,
    ))
}

#[tokio::test]
async fn an_answer_outlives_the_server_that_made_it() -> anyhow::Result<()> {
    let mut server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let (yes, no, refresh) = (json!(true), json!(false), json!("refresh"));
    let client = server.client()?;
    let (first, cached, _) = run(&client, &python(&yes)).await?;
    assert!(!cached);
    assert_eq!(run(&client, &python(&yes)).await?, (first.clone(), true, false));
    server.kill_everything()?;
    server.start_again()?;
    let client = server.client()?.with_token().await?;
    assert_eq!(run(&client, &python(&yes)).await?, (first.clone(), true, false), "in the database");
    assert_ne!(run(&client, &python(&no)).await?.0, first);
    assert_ne!(run(&client, &python(&Value::Null)).await?.0, first);
    let (second, cached, _) = run(&client, &python(&refresh)).await?;
    assert!(!cached && second != first);
    assert_eq!(run(&client, &python(&yes)).await?, (second, true, false));
    let answers = &client.get("/api/v1/stats").await?.expect(200)?["cache"]["answers"];
    assert_eq!((&answers["hits"], &answers["misses"]), (&json!(2), &json!(0)), "{answers}");
    server.stop()
}

#[tokio::test]
async fn a_program_is_compiled_once_for_all_who_send_it() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let (one, other) = (server.client()?.with_token().await?, server.client()?.with_token().await?);
    let (first, ..) = run(&one, &c(&Value::Null)).await?;
    assert_eq!(run(&other, &c(&Value::Null)).await?, (first.clone(), false, true));
    let (anew, _, program) = run(&other, &c(&json!(false))).await?;
    assert!(!program && anew != first);
    assert_eq!(run(&one, &c(&Value::Null)).await?, (first, false, true), "what was bypassed is still there");
    let programs = &one.get("/api/v1/stats").await?.expect(200)?["cache"]["programs"];
    assert_eq!(
        (&programs["hits"], &programs["misses"], &programs["entries"]),
        (&json!(2), &json!(1), &json!(1)),
        "{programs}"
    );
    server.stop()
}

#[tokio::test]
async fn an_operator_may_switch_both_off() -> anyhow::Result<()> {
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard"))
        .config("[cache]\nanswers_by_default = true\nanswers_seconds = 0\nprograms_bytes = 0\n")
        .start()?;
    let client = server.client()?;
    for cache in [json!(true), Value::Null, json!("refresh")] {
        for body in [python(&cache), c(&cache)] {
            let (_, answer, program) = run(&client, &body).await?;
            assert!(!answer && !program, "{body}");
        }
    }
    let none = json!({"hits": 0, "misses": 0, "entries": 0, "bytes": 0});
    let stats = client.get("/api/v1/stats").await?.expect(200)?;
    assert_eq!((&stats["cache"]["answers"], &stats["cache"]["programs"]), (&none, &none));
    server.stop()
}
