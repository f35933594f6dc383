//! Rows C: arguments, floods of source, broken-off compilations, what a compiler leaves behind.

use crate::jail::{Files, Jail};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use runyard_sandbox::protocol::{Ending, StageRequest};
use runyard_testkit::{TestServer, run_in_mode, scale};
use serde_json::{Value, json};

/// Prints its arguments and one variable, byte by byte.
const ECHO: &str = "import os, sys\nprint([arg.encode('utf-8', 'surrogateescape') for arg in sys.argv[1:]])\n\
    print(os.environ.get('ODD', '').encode('utf-8', 'surrogateescape'))";

/// What a shell, an option parser or a careless template would take for more than text.
const ODD: [&str; 16] = [
    "\n",
    "a\r\nb",
    "; id",
    "`id`",
    "$(id)",
    "${HOME}",
    "'",
    "\"",
    "\\",
    "-o/etc/passwd",
    "--help",
    "@/etc/shadow",
    "| id #",
    "&& id",
    "{flags} {args} {main}",
    "%s%n\u{202e}",
];

fn python_bytes(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let inner: String = text
        .bytes()
        .map(|byte| match byte {
            b'\n' => "\\n".to_owned(),
            b'\r' => "\\r".to_owned(),
            b'\\' => "\\\\".to_owned(),
            0x20..0x7f => char::from(byte).to_string(),
            _ => format!("\\x{byte:02x}"),
        })
        .collect();
    format!("b{quote}{inner}{quote}")
}

/// row: C1
#[tokio::test]
async fn arguments_are_text_and_nothing_more() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    for odd in ODD {
        let request =
            json!({"language": "python", "source": ECHO, "args": [odd, "next"], "env": {"ODD": odd}});
        let answer = client.post("/api/v1/executions", &request).await?;
        if answer.status == 400 {
            // Refused is as good, when it is said which field it was.
            assert!(answer.json()?["field"].is_string(), "{odd:?}: {}", answer.text());
            continue;
        }
        let id = answer.expect(202)?["id"].as_str().unwrap_or_default().to_owned();
        let record = client.finished(&id).await?;
        let expected = format!("[{}, b'next']\n{}\n", python_bytes(odd), python_bytes(odd));
        assert_eq!(record["stdout"], expected, "{odd:?}: {record}");
    }
    for wrong in [json!(["a\0b"]), json!(["x".repeat(1 << 20)]), json!("a string"), json!([1])] {
        let answer = client
            .post("/api/v1/executions", &json!({"language": "python", "source": ECHO, "args": wrong}))
            .await?;
        assert!(matches!(answer.status, 400 | 413), "{}", answer.text());
    }
    server.stop()
}

/// Files around a harmless main one.
fn files(main: String, more: impl Iterator<Item = (String, String)>) -> Value {
    let mut files = vec![json!({"path": "main.c", "content": main})];
    files.extend(more.map(|(path, content)| json!({"path": path, "content": content})));
    Value::from(files)
}

/// row: C8
#[tokio::test]
async fn floods_of_source_are_bounded() -> anyhow::Result<()> {
    let many = files(
        "int main(void) {}".into(),
        (0..10_000).map(|n| (format!("d{}/f{n}.h", n % 100), String::new())),
    );
    let deep = files(
        "#include \"n0.h\"\nint main(void) {}".into(),
        (0..250)
            .map(|n| (format!("n{n}.h"), format!("#include \"n{}.h\"\n#include \"n{}.h\"\n", n + 1, n + 1))),
    );
    let long = json!([{"path": "main.c", "content": format!("int main(void) {{ return 0{}; }}", " + 0".repeat(12 << 20))}]);

    // By default such things are not even taken.
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    for (files, codes) in
        [(&many, ["too_many_files", "body_too_large"]), (&long, ["source_too_large", "body_too_large"])]
    {
        let answer = client.post("/api/v1/executions", &json!({"language": "c", "files": files})).await?;
        let code = answer.json()?["code"].as_str().unwrap_or_default().to_owned();
        assert!(codes.contains(&code.as_str()), "{}", answer.text());
    }
    server.stop()?;

    // Where the operator wants them, they end within their limits.
    let server = TestServer::builder(env!("CARGO_BIN_EXE_runyard"))
        .config(
            "[submission]\nmax_files = 20_000\nmax_source_bytes = 60_000_000\nmax_body_bytes = 80_000_000\n",
        )
        .start()?;
    let client = server.client()?;
    for (what, files, verdicts) in [
        ("many files", &many, ["ok", "compile_error"]),
        ("deep includes", &deep, ["compile_error", "compile_error"]),
        ("a long line", &long, ["compile_error", "ok"]),
    ] {
        let record = client
            .run(&json!({"language": "c", "files": files, "limits": {"compile_wall_time_ms": 15_000}}))
            .await?;
        let verdict = record["verdict"].as_str().unwrap_or_default();
        assert!(verdicts.contains(&verdict), "{what}: {verdict}, {}", record["message"]);
    }
    let record = client.run(&json!({"language": "c", "source": "int main(void) { return 0; }"})).await?;
    assert_eq!(record["verdict"], "ok", "{record}");
    server.stop()
}

/// row: C9
#[tokio::test]
async fn a_compilation_broken_off_leaves_nothing() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let hello = json!({"language": "cpp", "source": "int main() { return 0; }"});
    for _ in 0..3 {
        client.run(&hello).await?;
    }
    let before = server.vitals()?;
    let endless = "constexpr long f(long n) { long s = 0; for (long i = 0; i < (1L << 40); i++) s += i ^ n; return s; }\n\
        #pragma GCC optimize \"3\"\nconstexpr long a = f(1);\nint main() { return (int)a; }";
    let source = format!("#include <regex>\n#include <map>\n{endless}");
    for _ in 0..(10 * scale()).min(100) {
        let id = client.submit(&json!({"language": "cpp", "source": source})).await?;
        let mut stream = client.events(&id, None).await?;
        while let Some(received) = stream.next().await? {
            if received.kind() == "stage" {
                break;
            }
        }
        client.post(&format!("/api/v1/executions/{id}/cancel"), &json!({})).await?.expect(202)?;
        let record = client.finished(&id).await?;
        assert_eq!(record["status"], "CANCELLED", "{record}");
    }
    client.run(&hello).await?;
    assert_eq!(server.vitals()?.grown_since(&before), Vec::<String>::new());
    server.stop()
}

/// row: C11 C3
#[tokio::test]
async fn whatever_lies_where_the_program_should_be_gains_nothing() -> anyhow::Result<()> {
    if run_in_mode(
        env!("CARGO_BIN_EXE_runyard"),
        "compiling::whatever_lies_where_the_program_should_be_gains_nothing",
        None,
    )? {
        return Ok(());
    }
    let jail = Jail::start(Vec::new()).await;
    for (what, make) in [
        ("a link to a program of the machine", "ln -s /usr/bin/id a.out"),
        ("a link to a secret", "ln -s /etc/shadow a.out"),
        ("a link out of the folder", "ln -s ../../../../proc/1/root/usr/bin/id a.out"),
        ("a link to itself", "ln -s a.out a.out"),
        ("a link to an open file", "ln -s /proc/self/fd/0 a.out"),
        ("a FIFO", "mkfifo a.out"),
        ("a folder", "mkdir a.out"),
        ("a socket", "python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"a.out\")'"),
        ("a setuid program", "cp /usr/bin/id a.out; chmod 6755 a.out"),
        (
            "a script of another interpreter",
            "printf '#!/usr/bin/python3\\nimport os\\nprint(\"uid=\", os.geteuid())\\n' >a.out; chmod 755 a.out",
        ),
        ("a script of itself", "printf '#!/work/a.out\\n' >a.out; chmod 755 a.out"),
        ("nothing", ":"),
    ] {
        let make = format!("{make}\ntrue\n");
        let files: Files<'_> = &[("main.sh", make.as_bytes())];
        let compile = |request: &mut StageRequest| request.compile = true;
        let ran = jail.try_stages(&[("/bin/bash main.sh", files), ("/work/a.out", &[])], compile).await;
        assert_eq!(ran[0].as_ref().map(|made| made.report.ending).ok(), Some(Ending::Exited(0)), "{what}");
        match &ran[1] {
            // It ran, in the jail, as nobody special.
            Ok(ran) => {
                assert!(
                    !ran.stdout.contains("root") && !ran.stdout.contains("uid=0"),
                    "{what}: {}",
                    ran.stdout
                );
            }
            // It could not be started: by name, and the slot goes on.
            Err(failure) => assert!(failure.contains("exec"), "{what}: {failure}"),
        }
    }
    jail.stop().await;
    Ok(())
}

/// row: C12
#[tokio::test]
async fn the_same_source_beside_other_files_is_another_program() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let (one, other) = (server.client()?.with_token().await?, server.client()?.with_token().await?);
    let main = "#include \"value.h\"\n#include <stdio.h>\n#include <unistd.h>\n\
        int main(void) { unlink(\"a.out\"); FILE *f = fopen(\"value.h\", \"w\"); fputs(\"#define VALUE 666\", f); fclose(f);\n\
        printf(\"%d\\n\", VALUE); }";
    let request = |value: &str| {
        json!({"language": "c", "files": [{"path": "main.c", "content": main},
            {"path": "value.h", "content": format!("#define VALUE {value}\n")}]})
    };
    for round in 0..2 {
        for (client, value) in [(&one, "1"), (&other, "2"), (&one, "3"), (&one, "1")] {
            let record = client.run(&request(value)).await?;
            assert_eq!(record["stdout"], format!("{value}\n"), "round {round}: {record}");
            // It is kept by then, and what the run before did to its own copy is not in it.
            assert!(round == 0 || record["compile"]["cached"] == true, "round {round}: {record}");
        }
    }
    // What another has compiled is found by the same inputs and by no others.
    let mut flagged = request("1");
    flagged["compiler_flags"] = json!(["-DOTHER"]);
    let mut tight = request("1");
    tight["limits"] = json!({"compile_memory_bytes": 512 << 20});
    for (body, cached) in [(&flagged, false), (&tight, false), (&request("2"), true), (&flagged, true)] {
        let record = one.run(body).await?;
        assert_eq!(record["compile"]["cached"], cached, "{body}: {record}");
    }
    server.stop()
}

/// row: C1
#[tokio::test]
async fn compiler_flags_are_words_and_nothing_more() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let hello = "int main(void) { return 0; }";
    let elsewhere = [
        "-o/proc/self/fd/1",
        "-o/dev/stdout",
        "-o../../etc/x",
        "-o/tmp/x",
        "-o",
        "-",
        "-E",
        "-###",
        "-v",
        "-pipe",
        "-MD",
        "-MF/etc/x",
        "-save-temps=/etc",
        "-include/etc/shadow",
        "-idirafter/",
        "-Wl,--script=/etc/shadow",
        "-Wl,-T,/proc/1/environ",
        "-xc++",
        "-x/etc/shadow",
        "-fprofile-dir=/etc",
        "-dumpdir/etc/",
        "--sysroot=/etc",
        "-B/etc",
        "-print-search-dirs",
        "/etc/shadow",
        "-fdump-tree-all=/etc/x",
    ];
    for odd in ODD.into_iter().chain(elsewhere) {
        let request = json!({"language": "c", "source": hello, "compiler_flags": [odd]});
        let answer = client.post("/api/v1/executions", &request).await?;
        if answer.status == 400 {
            let field = answer.json()?["field"].as_str().unwrap_or_default().to_owned();
            assert!(field.starts_with("compiler_flags"), "{odd:?}: {}", answer.text());
            continue;
        }
        let id = answer.expect(202)?["id"].as_str().unwrap_or_default().to_owned();
        let record = client.finished(&id).await?;
        let verdict = record["verdict"].as_str().unwrap_or_default();
        assert!(matches!(verdict, "ok" | "compile_error" | "runtime_error"), "{odd:?}: {record}");
        let text = record.to_string();
        assert!(
            !text.contains("uid=") && !text.contains("root:$") && !text.contains("root:*"),
            "{odd:?}: {text}"
        );
    }
    for wrong in [
        json!(["a\0b"]),
        json!(["a\nb"]),
        json!(["x".repeat(1 << 20)]),
        json!("-O0"),
        json!([1]),
        json!([""]),
        json!(vec!["-O0"; 1000]),
    ] {
        let request = json!({"language": "c", "source": hello, "compiler_flags": wrong});
        let answer = client.post("/api/v1/executions", &request).await?;
        assert!(matches!(answer.status, 400 | 413), "{wrong}: {}", answer.text());
    }
    server.stop()
}

/// What runs inside a compiler: the programs that look for a way out, once. It fails then, because compilers keep to
/// themselves what those they start successfully say.
const CARRIED: &str = "[ -e /tmp/once ] && exec \"$@\"\n: >/tmp/once\n\
    for file in rights canary outside; do python3 $file.py {canary} >&2 || true; done\n\
    python3 network.py {port} >&2 || true\necho carried >&2\nexit 3\n";

/// A library that starts the same as soon as a compiler loads it.
const PLUGIN: &str = "#include <stdlib.h>\nint plugin_is_GPL_compatible;\n\
    __attribute__((constructor)) static void run(void) { if (system(\"bash carried.sh true\") < 0) abort(); }\n\
    int plugin_init(void *info, void *version) { return 0; }\n";

/// row: C3
#[tokio::test]
async fn code_inside_a_compiler_is_inside_the_jail() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let canary = server.canary_file().display().to_string();
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("plugin.c"), PLUGIN)?;
    let built = std::process::Command::new("gcc")
        .args(["-shared", "-fPIC", "-s", "-o", "plugin.so", "plugin.c"])
        .current_dir(folder.path())
        .status()?;
    assert!(built.success());
    let plugin = BASE64_STANDARD.encode(std::fs::read(folder.path().join("plugin.so"))?);
    let c = "int main(void) { return 0; }";
    let cases: [(&str, &str, &str, &[&str]); 9] = [
        ("a wrapper", "c", c, &["-wrapper", "/bin/bash,carried.sh"]),
        ("a file of options", "c", c, &["@options"]),
        ("a file of specifications", "c", c, &["-specs=specs"]),
        ("a plugin", "c", c, &["-fplugin=/work/plugin.so"]),
        ("a plugin of the other language", "cpp", c, &["-fplugin=/work/plugin.so"]),
        ("a plugin of the linker", "c", c, &["-fuse-ld=bfd", "-Wl,-plugin,/work/plugin.so"]),
        (
            "a tool around every tool",
            "go",
            "package main\nfunc main() {}",
            &["-toolexec=/bin/bash carried.sh", "-a"],
        ),
        ("a linker of its own", "rust", "fn main() {}", &["-C", "linker=/usr/bin/python3"]),
        (
            "a program for the linker",
            "rust",
            "fn main() {}",
            &["-C", "link-arg=-wrapper", "-C", "link-arg=/bin/bash,carried.sh"],
        ),
    ];
    for (what, language, source, flags) in cases {
        let main = match language {
            "c" => "main.c",
            "cpp" => "main.cpp",
            "go" => "main.go",
            _ => "main.rs",
        };
        let script = CARRIED.replace("{canary}", &canary).replace("{port}", &server.port().to_string());
        let text = |path: &str, content: &str| json!({"path": path, "content": content});
        let files = json!([
            text(main, source),
            text("carried.sh", &script),
            text("options", "-wrapper /bin/bash,carried.sh"),
            text("specs", "*link_command:\n/bin/bash carried.sh true\n\n"),
            // What a linker is given first is -m64, which is a module's name to this one.
            text("64.py", "import os\nos.system('bash carried.sh true')\nraise SystemExit(1)\n"),
            text("rights.py", include_str!("../../../../tests/hostile/own_rights.py")),
            text("canary.py", include_str!("../../../../tests/hostile/read_canary.py")),
            text("outside.py", include_str!("../../../../tests/hostile/write_outside.py")),
            text("network.py", include_str!("../../../../tests/hostile/network.py")),
            json!({"path": "plugin.so", "content": plugin, "encoding": "base64"}),
        ]);
        let request = json!({"language": language, "files": files, "compiler_flags": flags});
        let record = client.run(&request).await?;
        let said = record["compile"].to_string();
        // Refusing to load such a thing would do as well; what was loaded has to have run to its end, and found nothing.
        assert!(said.contains("carried"), "{what}: {record}");
        assert!(said.matches("done").count() >= 3, "{what}: {record}");
        assert!(!said.contains("BREACH") && !said.contains(server.canary()), "{what}: {record}");
        assert_ne!(record["verdict"], "system_error", "{what}: {record}");
    }
    server.stop()
}
