//! Rows F: files that cross the border between a program and the server.

use runyard_testkit::{Canaries, TestServer};
use serde_json::json;
use std::{fs, os::unix::fs::PermissionsExt as _};

/// row: F3 F4
#[tokio::test]
async fn what_a_run_plants_where_the_server_writes_is_never_followed() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    // The planted files are root's and, worst of all, may be written by everybody.
    let canaries = Canaries::plant(server.folder(), &[("the server's environment", server.canary())])?;
    let open = server.folder().join("open");
    fs::write(&open, "untouched")?;
    fs::set_permissions(&open, fs::Permissions::from_mode(0o666))?;
    let plant = format!(
        "import os, sys\nturn = sys.stdin.readline().strip()\n\
         targets = ['{}', '{}', '/etc/passwd', '/proc/1/environ', '../../../../etc/shadow', 'loop']\n\
         names = ['main.py', 'main.c', 'a.out', 'run', 'compile.sh', 'stdin', 'stdout', 'meta', 'input.txt', 'loop', '.classes']\n\
         print(turn, sorted(os.listdir('.')), open('helper.py').read().strip())\n\
         for number, name in enumerate(names + ['helper.py']):\n    \
         for folder in ('.', '/tmp', '/dev/shm', '/work'):\n        path = os.path.join(folder, name)\n        \
         try: os.remove(path)\n        except OSError: pass\n        \
         try: os.symlink(targets[number % len(targets)], path)\n        except OSError: pass\n        \
         try: os.link(targets[number % len(targets)], path + '-hard')\n        except OSError: pass\n\
         print(len(os.listdir('.')) > 5)",
        canaries.readable().display(),
        open.display()
    );
    let cases: Vec<_> = (0..4)
        .map(|turn| {
            json!({"stdin": format!("{turn}\n"), "expected": format!("{turn} ['helper.py', 'main.py'] # helps\nTrue\n")})
        })
        .collect();
    let request = json!({"language": "python", "cases": cases,
        "files": [{"path": "main.py", "content": plant}, {"path": "helper.py", "content": "# helps"}]});
    for _ in 0..3 {
        // Every case finds the files as they were sent, whatever the one before it made of them.
        let record = client.run(&request).await?;
        assert_eq!(record["verdict"], "accepted", "{record}");
        assert_eq!(canaries.found_in_answer("the record", &record), Vec::<String>::new());
    }
    assert_eq!(canaries.changed(), Vec::<String>::new());
    assert_eq!(
        (fs::read_to_string(&open)?.as_str(), fs::metadata(&open)?.permissions().mode() & 0o777),
        ("untouched", 0o666)
    );
    server.stop()
}

/// row: F10
#[tokio::test]
async fn paths_that_lead_elsewhere_are_refused() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let (long, name) = ("d/".repeat(2048) + "x", "n".repeat(256));
    let wrong = [
        "../x",
        "a/../../x",
        "a/..",
        "..",
        ".",
        "./x",
        "",
        "/",
        "/etc/cron.d/x",
        "//x",
        "a//b",
        "a/",
        "..%2fx",
        "%2e%2e/x",
        "%252e%252e%252fx",
        "..\\x",
        "C:\\x",
        "C:x",
        "\\\\host\\x",
        "a\0b",
        "a\nb",
        "a\u{7f}b",
        "..\u{2215}..\u{2215}x/..",
        "~/../x",
        "-rf",
        &long,
        &name,
        "main.py/x/../..",
        "\u{ff0e}\u{ff0e}/../x",
    ];
    for path in wrong {
        for files in [
            json!([{"path": path, "content": "x"}]),
            json!([{"path": "main.py", "content": "print(1)"}, {"path": path, "content": "x"}]),
        ] {
            let answer =
                client.post("/api/v1/executions", &json!({"language": "python", "files": files})).await?;
            assert_eq!(answer.status, 400, "{path:?}: {}", answer.text());
            assert!(
                answer.json()?["field"].as_str().is_some_and(|field| field.starts_with("files")),
                "{}",
                answer.text()
            );
        }
    }
    // A file in a file's place, and the same place twice.
    for files in [
        json!([{"path": "a", "content": "print(1)"}, {"path": "a/b", "content": "x"}]),
        json!([{"path": "a", "content": "print(1)"}, {"path": "a", "content": "x"}]),
    ] {
        let answer =
            client.post("/api/v1/executions", &json!({"language": "python", "files": files})).await?;
        assert_eq!(answer.status, 400, "{}", answer.text());
    }
    for path in [
        "../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/etc/passwd",
        "assets/..%2f..%2f..%2fetc/passwd",
        "s/../../etc/passwd",
    ] {
        let answer = client.get(&format!("/{path}")).await?;
        assert!(!answer.text().contains("root:x:"), "{path}: {}", answer.text());
        let answer = client.get(&format!("/api/v1/executions/{path}")).await?;
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.text());
    }
    server.stop()
}

/// row: R12 R11
#[tokio::test]
async fn odd_files_in_the_work_folder_change_nothing_about_the_answer() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let source = "import os\nfor name in (b'x' * 255, b'\\xff', b'a\\nb', b'-rf', '\\u202e'.encode()):\n    \
        os.mkdir(name)\n    open(name + b'/' + name, 'wb').truncate(1 << 25)\n\
        os.mkfifo('fifo')\nprint('made')";
    for _ in 0..3 {
        let record = client.run(&json!({"language": "python", "source": source})).await?;
        assert_eq!((&record["verdict"], &record["stdout"]), (&json!("ok"), &json!("made\n")), "{record}");
    }
    server.stop()
}

/// row: F3 C12
#[tokio::test]
async fn a_case_finds_nothing_of_the_one_before_it() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    // The compiled program and the folder it lies in serve every case: each tries to leave something for the next.
    let source = r##"
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
    struct stat program;
    int clean = access("left", F_OK) != 0 && stat("/work/a.out", &program) == 0 && program.st_size > 4096;
    FILE *left = fopen("left", "w");
    if (left) fclose(left);
    unlink("/work/a.out");
    FILE *other = fopen("/work/a.out", "w");
    if (other) {
        fputs("#!/bin/sh\necho replaced\n", other);
        fchmod(fileno(other), 0755);
        fclose(other);
    }
    puts(clean ? "clean" : "found something");
}
"##;
    let case = json!({"expected": "clean\n"});
    let body = json!({"language": "c", "source": source, "cases": [case, case, case, case]});
    for _ in 0..2 {
        let record = client.run(&body).await?;
        let outputs: Vec<_> =
            record["cases"].as_array().into_iter().flatten().map(|case| case["stdout"].as_str()).collect();
        anyhow::ensure!(outputs == [Some("clean\n"); 4] && record["verdict"] == "accepted", "{record}");
    }
    server.stop()
}
