//! Every language runs its hello program and names the ending of a failing one, by API.

use runyard_testkit::TestServer;
use serde_json::{Value, json};

/// Language, a program, what it prints on stdout.
const HELLO: [(&str, &str, &str); 14] = [
    ("python", "print('hello', 6 * 7)", "hello 42\n"),
    ("javascript", "console.log('hello', 6 * 7)", "hello 42\n"),
    ("typescript", "const n: number = 6 * 7;\nconsole.log('hello', n);", "hello 42\n"),
    ("c", "#include <stdio.h>\nint main(void) { printf(\"hello %d\\n\", 6 * 7); }", "hello 42\n"),
    (
        "cpp",
        "#include <iostream>\nint main() { std::cout << \"hello \" << 6 * 7 << std::endl; }",
        "hello 42\n",
    ),
    (
        "java",
        "public class Main { public static void main(String[] a) { System.out.println(\"hello \" + 6 * 7); } }",
        "hello 42\n",
    ),
    ("go", "package main\nimport \"fmt\"\nfunc main() { fmt.Println(\"hello\", 6*7) }", "hello 42\n"),
    ("rust", "fn main() { println!(\"hello {}\", 6 * 7); }", "hello 42\n"),
    ("ruby", "puts \"hello #{6 * 7}\"", "hello 42\n"),
    ("php", "<?php echo 'hello ', 6 * 7, \"\\n\";", "hello 42\n"),
    ("perl", "print 'hello ', 6 * 7, \"\\n\";", "hello 42\n"),
    ("lua", "print('hello ' .. 6 * 7)", "hello 42\n"),
    ("bash", "echo \"hello $((6 * 7))\"", "hello 42\n"),
    ("sql", "SELECT 'hello ' || (6 * 7);", "hello 42\n"),
];

/// Language, a program that fails, its verdict.
const FAILING: [(&str, &str, &str); 28] = [
    ("python", "raise ValueError('no')", "runtime_error"),
    ("python", "import sys; sys.exit(3)", "runtime_error"),
    ("python", "while True: pass", "time_limit"),
    ("javascript", "throw new Error('no')", "runtime_error"),
    ("javascript", "process.exit(3)", "runtime_error"),
    ("typescript", "throw new Error('no')", "runtime_error"),
    ("c", "int main(void) { return 3; }", "runtime_error"),
    ("c", "int main(void) { return missing; }", "compile_error"),
    ("c", "int main(void) { for (;;) {} }", "time_limit"),
    ("cpp", "#include <stdexcept>\nint main() { throw std::runtime_error(\"no\"); }", "runtime_error"),
    ("cpp", "int main() { return missing; }", "compile_error"),
    (
        "java",
        "public class Main { public static void main(String[] a) { throw new IllegalStateException(); } }",
        "runtime_error",
    ),
    ("java", "public class Main { int broken = ; }", "compile_error"),
    ("go", "package main\nfunc main() { panic(\"no\") }", "runtime_error"),
    ("go", "package main\nfunc main() { missing() }", "compile_error"),
    ("rust", "fn main() { panic!(\"no\") }", "runtime_error"),
    ("rust", "fn main() { missing() }", "compile_error"),
    ("ruby", "raise 'no'", "runtime_error"),
    ("ruby", "exit 3", "runtime_error"),
    ("php", "<?php throw new Exception('no');", "runtime_error"),
    ("php", "<?php exit(3);", "runtime_error"),
    ("perl", "die 'no'", "runtime_error"),
    ("perl", "exit 3", "runtime_error"),
    ("lua", "error('no')", "runtime_error"),
    ("lua", "os.exit(3)", "runtime_error"),
    ("bash", "exit 3", "runtime_error"),
    ("bash", "missing_command_of_nobody", "runtime_error"),
    ("sql", "SELECT * FROM missing;", "runtime_error"),
];

#[tokio::test]
async fn every_language_runs() -> anyhow::Result<()> {
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard")).first_start().start()?;
    let client = server.client()?;
    let mut faults = Vec::new();

    let languages = client.get("/api/v1/languages").await?.expect(200)?;
    for (id, source, expected) in HELLO {
        let listed =
            languages["items"].as_array().and_then(|items| items.iter().find(|item| item["id"] == id));
        let Some(listed) = listed else {
            faults.push(format!("{id}: not listed"));
            continue;
        };
        if listed["available"] != true || listed["version"].as_str().is_none_or(str::is_empty) {
            faults.push(format!("{id}: not available: {listed}"));
            continue;
        }
        let record = client.run(&json!({"language": id, "source": source})).await?;
        if record["verdict"] != "ok" || record["stdout"] != expected || record["exit_code"] != 0 {
            faults.push(format!("{id}: {record}"));
        }
        let measured = ["wall_time_ms", "cpu_time_ms", "memory_bytes"].map(|key| record[key].as_f64());
        if measured.iter().any(|value| value.is_none_or(|value| value <= 0.0)) {
            faults.push(format!("{id}: nothing measured: {measured:?}"));
        }

        // The page starts with the language's own hello program, so that has to run too.
        let own = client.get(&format!("/api/v1/languages/{id}")).await?.expect(200)?;
        let record = client.run(&json!({"language": id, "source": own["hello"]})).await?;
        if record["verdict"] != "ok" || record["stdout"].as_str().is_none_or(str::is_empty) {
            faults.push(format!("{id}, its own hello program: {record}"));
        }
    }
    for (id, source, verdict) in FAILING {
        let limits = if verdict == "time_limit" { json!({"wall_time_ms": 1000}) } else { Value::Null };
        let record = client.run(&json!({"language": id, "source": source, "limits": limits})).await?;
        let explained = record["message"].as_str().is_some_and(|message| !message.is_empty());
        if record["verdict"] != verdict || !explained {
            faults.push(format!("{id}, expected {verdict} and a message, of {source:?}: {record}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    server.stop()
}

#[tokio::test]
async fn inputs_reach_the_program() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;

    let source = "import os, sys, helper.words\n\
                  print(sys.argv[1:], os.environ['GREETING'], sys.stdin.read(), helper.words.WORD)";
    let record = client
        .run(&json!({
            "language": "python3",
            "files": [{"path": "main.py", "content": source}, {"path": "helper/words.py", "content": "WORD = 'é\\n'"}],
            "stdin": "from stdin",
            "args": ["one", "two words", "$(id)", "-x"],
            "env": {"GREETING": "hello `id`"},
        }))
        .await?;
    assert_eq!(
        record["stdout"], "['one', 'two words', '$(id)', '-x'] hello `id` from stdin é\n\n",
        "{record}"
    );

    // Bytes that are not text survive in both directions.
    let record = client
        .run(&json!({
            "language": "python",
            "source": "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])",
            "stdin": "AAH/", "stdin_encoding": "base64",
        }))
        .await?;
    assert_eq!(
        (&record["stdout"], &record["stdout_encoding"]),
        (&json!("/wEA"), &json!("base64")),
        "{record}"
    );
    server.stop()
}

#[tokio::test]
async fn a_cut_output_says_so_and_splits_no_character() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let source = "import sys\nsys.stdout.write('x' + 'é' * 700)\nsys.exit(5)";
    let record =
        client.run(&json!({"language": "python", "source": source, "limits": {"output_bytes": 100}})).await?;
    assert_eq!(record["stdout"], format!("x{}", "é".repeat(49)), "{record}");
    assert_eq!(record["stdout_truncated"], true);
    assert_eq!(record["exit_code"], 5, "the program went on to its own end: {record}");
    server.stop()
}
