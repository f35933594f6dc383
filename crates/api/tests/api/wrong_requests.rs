//! Hundreds of wrong requests, each with the status, code and field it must be answered with, in its family's own form.
//! None of them may be answered with a 5xx, hang, or make anything.

use crate::{
    app::{App, Setup},
    client::Answer,
};
use reqwest::Method;
use serde_json::{Value, json};

/// One wrong request and its answer.
struct Wrong {
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Option<Vec<u8>>,
    status: u16,
    code: &'static str,
    field: String,
}

impl Wrong {
    fn post(path: &str, body: impl Into<Vec<u8>>, code: &'static str, field: &str) -> Self {
        Self {
            method: Method::POST,
            path: path.to_owned(),
            headers: vec![("content-type", "application/json".to_owned())],
            body: Some(body.into()),
            status: 400,
            code,
            field: field.to_owned(),
        }
    }

    fn bare(method: Method, path: &str, status: u16, code: &'static str, field: &str) -> Self {
        let (path, field) = (path.to_owned(), field.to_owned());
        Self { method, path, headers: Vec::new(), body: None, status, code, field }
    }

    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.to_owned()));
        self
    }

    fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    async fn send(&self, app: &App) -> Answer {
        let mut client = app.client();
        let mut kind = "";
        for (name, value) in &self.headers {
            match *name {
                "content-type" => kind = value,
                name => client = client.with(name, value),
            }
        }
        client.send(self.method.clone(), &self.path, self.body.clone().map(|body| (kind, body))).await
    }

    fn describe(&self) -> String {
        let body = self
            .body
            .as_deref()
            .map(|body| String::from_utf8_lossy(&body[..body.len().min(160)]).into_owned());
        format!("{} {} {:?} {}", self.method, self.path, self.headers, body.unwrap_or_default())
    }

    /// The answer in the form of the path's family.
    fn check(&self, answer: &Answer) {
        let what = self.describe();
        assert_eq!(answer.status, self.status, "{what}\n-> {}", answer.text());
        let body = answer.json();
        let keys: Vec<&str> = body.as_object().unwrap().keys().map(String::as_str).collect();
        if self.path.starts_with("/api/v1") || self.path.starts_with("/nowhere") {
            assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{what}");
            assert_eq!(body["code"], self.code, "{what}\n-> {body}");
            assert_eq!(body["field"].as_str().unwrap_or_default(), self.field, "{what}\n-> {body}");
            assert_eq!(body["status"], self.status, "{what}");
            assert!(
                API_DOCUMENT.contains(&format!("`{}`", self.code)),
                "{} is not in docs/api.md",
                self.code
            );
            for key in ["type", "title", "detail", "request_id"] {
                assert!(body[key].as_str().is_some_and(|text| !text.is_empty()), "{what}: {key}");
            }
        } else if self.path.starts_with("/api") || self.path.starts_with("/health") {
            assert_eq!(body["code"], self.code, "{what}\n-> {body}");
            assert!(body["error"].as_str().is_some_and(|text| !text.is_empty()), "{what}");
            let field = body["details"][0]["field"].as_str().unwrap_or_default();
            assert_eq!(field, self.field, "{what}\n-> {body}");
            assert!(keys.iter().all(|key| ["error", "code", "details"].contains(key)), "{what}: {keys:?}");
        } else {
            assert_eq!(body["statusCode"], self.status, "{what}");
            assert_eq!(
                body["error"],
                reqwest::StatusCode::from_u16(self.status).unwrap().canonical_reason().unwrap()
            );
            let message = match &body["message"] {
                Value::String(text) => {
                    assert!(self.code.is_empty() || self.status != 400, "a list is due: {what}\n-> {body}");
                    text.clone()
                }
                Value::Array(list) => {
                    assert_eq!(self.status, 400, "{what}");
                    list.iter().map(|text| text.as_str().unwrap()).collect::<Vec<_>>().join("\n")
                }
                other => panic!("{what}: {other}"),
            };
            assert!(message.contains(&self.field), "{what}\n-> {message}");
            assert_eq!(keys.len(), 3, "{what}: {keys:?}");
        }
        assert!(answer.body.len() < 4096, "{what}: an answer of {} bytes", answer.body.len());
    }
}

/// The contract names every code.
const API_DOCUMENT: &str = include_str!("../../../../docs/api.md");

const EXECUTIONS: &str = "/api/v1/executions";
const SHARES: &str = "/api/v1/shares";

/// Texts that are no JSON object, whatever the route.
fn not_an_object() -> Vec<(Vec<u8>, &'static str)> {
    let texts = [
        ("", "invalid_json"),
        (" ", "invalid_json"),
        ("{", "invalid_json"),
        ("}", "invalid_json"),
        ("{]", "invalid_json"),
        ("{'a':1}", "invalid_json"),
        ("{a:1}", "invalid_json"),
        ("{\"language\":\"python\",}", "invalid_json"),
        ("nope", "invalid_json"),
        ("undefined", "invalid_json"),
        ("language=python", "invalid_json"),
        ("<xml/>", "invalid_json"),
        ("NaN", "invalid_json"),
        ("[]", "invalid_type"),
        ("[\"python\",null,\"x\"]", "invalid_type"),
        ("null", "invalid_type"),
        ("true", "invalid_type"),
        ("1", "invalid_type"),
        ("\"text\"", "invalid_type"),
        ("{\"language\":\"\\ud800\"}", "invalid_json"),
        ("{\"language\":\"\\udc00\\ud800\"}", "invalid_json"),
        ("{\"language\":\"\\x\"}", "invalid_json"),
        ("{\"language\":\"a\nb\"}", "invalid_json"),
        ("\u{feff}{}", "invalid_json"),
    ];
    let mut all: Vec<_> = texts.map(|(text, code)| (text.as_bytes().to_vec(), code)).into();
    all.push((b"{\"language\":\"\xff\"}".to_vec(), "invalid_json"));
    all.push((b"{\"language\":\"\xc0\xae\"}".to_vec(), "invalid_json"));
    all
}

/// File paths that lead elsewhere or nowhere.
fn wrong_paths() -> Vec<String> {
    let mut paths: Vec<String> = [
        "",
        "/",
        "/etc/passwd",
        "..",
        "../x",
        "a/../../b",
        "a/..",
        ".",
        "./a",
        "a/./b",
        "a//b",
        "a/",
        "\\",
        "..\\x",
        "a\\b",
        "C:",
        "C:\\x",
        "c:/x",
        "..%2f",
        "%2e%2e",
        "%252e%252e",
        "a\0b",
        "a\nb",
        "a\rb",
        "\u{1b}[2J",
        "\u{7f}",
        " ",
        "-o",
        "--output=x",
    ]
    .map(str::to_owned)
    .into();
    paths.extend(["x".repeat(256), "x/".repeat(600) + "x", ["x"; 40].join("/"), "x".repeat(4097)]);
    paths
}

fn own_executions() -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let mut add = |body: Value, code: &'static str, field: &str| {
        wrong.push(Wrong::post(EXECUTIONS, body.to_string(), code, field));
    };
    let with = |key: &str, value: Value| {
        let mut body = json!({ "language": "python", "source": "x" });
        body[key] = value;
        body
    };

    add(json!({}), "missing_field", "language");
    add(json!({ "source": "x" }), "missing_field", "language");
    add(json!({ "language": "python" }), "missing_field", "source");
    add(json!({ "language": "python", "source": null }), "missing_field", "source");
    add(json!({ "language": "python", "source": null, "files": null }), "missing_field", "source");
    add(json!({ "language": "python", "source": "x", "files": [] }), "conflicting_fields", "files");
    add(json!({ "language": "python", "files": [] }), "missing_field", "files");

    for language in [
        "",
        " ",
        "klingon",
        "pythn",
        "python ; id",
        "../python",
        "PYTHON\0",
        "\u{202e}nohtyp",
        "{{7*7}}",
        "' OR 1=1 --",
    ] {
        add(with("language", json!(language)), "unknown_language", "language");
    }
    add(with("language", json!("x".repeat(100_000))), "unknown_language", "language");
    add(with("language", json!("perl")), "language_unavailable", "language");
    for version in ["2", "9.9", "1.0; id", "1.0\0", "-1"] {
        add(with("version", json!(version)), "unknown_version", "version");
    }

    for (key, wrong_types) in [
        ("language", vec![json!(1), json!(null), json!([]), json!({}), json!(true)]),
        ("version", vec![json!(3), json!([]), json!({})]),
        ("source", vec![json!(1), json!([]), json!({}), json!(true)]),
        ("stdin", vec![json!(1), json!([]), json!(false)]),
        ("interactive", vec![json!("true"), json!(1), json!([])]),
        ("args", vec![json!("x"), json!({}), json!(1)]),
        ("env", vec![json!("A=b"), json!([]), json!(1)]),
        ("limits", vec![json!("x"), json!([1000]), json!(1)]),
        ("cases", vec![json!("x"), json!({}), json!(1)]),
        ("priority", vec![json!("5"), json!(1.5), json!([])]),
        ("action", vec![json!(1), json!([]), json!({})]),
        ("stdin_encoding", vec![json!(1), json!([]), json!({}), json!(false)]),
    ] {
        for value in wrong_types {
            add(with(key, value), "invalid_type", key);
        }
    }
    add(with("stdin_encoding", json!("hex")), "invalid_value", "stdin_encoding");
    for action in ["compile", "", "Run", "format "] {
        add(with("action", json!(action)), "invalid_value", "action");
    }
    let tool = |language: &str, action: &str, key: &str, value: Value| json!({ "language": language, "source": "x", "action": action, key: value });
    add(tool("c", "format", "priority", json!(5)), "action_not_supported", "action");
    add(tool("sql", "lint", "priority", json!(5)), "action_not_supported", "action");
    for (key, value) in [
        ("stdin", json!("x")),
        ("interactive", json!(true)),
        ("args", json!(["x"])),
        ("env", json!({ "A": "x" })),
        ("cases", json!([{ "expected": "x" }])),
        ("repeat", json!(2)),
    ] {
        add(tool("python", "lint", key, value), "conflicting_fields", key);
    }

    let flags = |flags: Value| json!({ "language": "c", "source": "x", "compiler_flags": flags });
    for wrong in [json!("-O3"), json!({}), json!(1)] {
        add(flags(wrong), "invalid_type", "compiler_flags");
    }
    add(flags(json!(["-O3", 3])), "invalid_type", "compiler_flags[1]");
    for wrong in ["", "a\nb", "\r", "-DX=\0", "\u{1b}[2J", "\u{85}"] {
        add(flags(json!(["-O3", wrong])), "invalid_value", "compiler_flags[1]");
    }
    add(flags(json!(vec!["-O3"; 65])), "too_many_items", "compiler_flags");
    add(flags(json!(["x".repeat(1 << 20)])), "args_too_large", "compiler_flags");
    add(with("compiler_flags", json!(["-O3"])), "flags_not_supported", "compiler_flags");
    add(with("stdin_encoding", json!("")), "invalid_value", "stdin_encoding");
    for priority in [json!(-1), json!(256), json!(1_000_000_007)] {
        add(with("priority", priority), "invalid_value", "priority");
    }
    add(with("priority", json!(10)), "invalid_value", "priority");
    add(with("priority", json!(255)), "invalid_value", "priority");

    for key in [
        "Language",
        "lang",
        "code",
        "role",
        "owner_id",
        "image",
        "mounts",
        "privileged",
        "network",
        "__proto__",
        "constructor",
        "",
    ] {
        add(with(key, json!("x")), "unknown_field", key);
    }

    add(with("source", json!("x".repeat(65_537))), "source_too_large", "source");
    add(with("source", json!("é".repeat(32_769))), "source_too_large", "source");
    add(with("stdin", json!("x".repeat((1 << 20) + 1))), "stdin_too_large", "stdin");

    for text in ["?", "a", "YQ", "YQ=", "YQ==\n", "Y Q==", "YQ==x", "=", "_-8="] {
        let mut body = with("stdin", json!(text));
        body["stdin_encoding"] = json!("base64");
        add(body, "invalid_base64", "stdin");
    }

    add(with("args", json!(["a\0b"])), "invalid_value", "args[0]");
    add(with("args", json!(["ok", "\0"])), "invalid_value", "args[1]");
    add(with("args", json!(["ok", 1])), "invalid_type", "args[1]");
    add(with("args", json!(["ok", null])), "invalid_type", "args[1]");
    add(with("args", json!(vec![""; 257])), "too_many_items", "args");
    add(with("args", json!(["x".repeat(1 << 20)])), "args_too_large", "args");
    add(with("env", json!({ "A": "x".repeat(70_000) })), "args_too_large", "env");
    let many: serde_json::Map<String, Value> =
        (0..257).map(|number| (format!("A{number}"), json!(""))).collect();
    add(with("env", Value::Object(many)), "too_many_items", "env");
    for name in
        ["RUNYARD_", "RUNYARD_TOKEN", "", "1A", "A B", "A=B", "A-B", "é", "A\0", "A\n", "$(id)", "a.b"]
    {
        add(with("env", json!({ name: "x" })), "invalid_env_name", &format!("env.{name}"));
    }
    add(with("env", json!({ "A": "a\0b" })), "invalid_value", "env.A");
    add(with("env", json!({ "A": 1 })), "invalid_type", "env.A");
    add(with("env", json!({ "A": null })), "invalid_type", "env.A");

    for (field, ceiling) in [
        ("wall_time_ms", 120_000.0),
        ("cpu_time_ms", 120_000.0),
        ("compile_wall_time_ms", 120_000.0),
        ("cpu_cores", 2.0),
    ] {
        let path = format!("limits.{field}");
        for value in [json!(ceiling + 1.0), json!(1e300)] {
            add(with("limits", json!({ field: value })), "limit_above_ceiling", &path);
        }
        for value in [json!(-1), json!(-0.5), json!(-1e300), json!(0.001)] {
            add(with("limits", json!({ field: value })), "invalid_value", &path);
        }
        for value in [json!("1000"), json!([]), json!({}), json!(true), json!("NaN"), json!("Infinity")] {
            add(with("limits", json!({ field: value })), "invalid_type", &path);
        }
    }
    for field in ["memory_bytes", "output_bytes", "processes", "compile_memory_bytes"] {
        let path = format!("limits.{field}");
        for largest in [json!(u64::MAX), json!(1_000_000_000_000_u64), json!(1e12), json!(1e30)] {
            add(with("limits", json!({ field: largest })), "limit_above_ceiling", &path);
        }
        add(with("limits", json!({ field: -1 })), "invalid_value", &path);
        for value in [json!("1000"), json!(1.5), json!([]), json!(false)] {
            add(with("limits", json!({ field: value })), "invalid_type", &path);
        }
    }
    add(with("limits", json!({ "memory_bytes": 1 })), "invalid_value", "limits.memory_bytes");
    add(with("limits", json!({ "work_bytes": 1 })), "unknown_field", "limits.work_bytes");
    add(with("limits", json!({ "memory": 1 })), "unknown_field", "limits.memory");

    add(with("cases", json!([{}])), "missing_field", "cases[0].expected");
    add(with("cases", json!([{ "expected": 1 }])), "invalid_type", "cases[0].expected");
    add(with("cases", json!([{ "expected": "", "stdin": 1 }])), "invalid_type", "cases[0].stdin");
    add(with("cases", json!([{ "expected": "", "weight": 1 }])), "unknown_field", "cases[0].weight");
    add(with("cases", json!(["x"])), "invalid_type", "cases[0]");
    let encoded = json!([{ "expected": "?", "expected_encoding": "base64" }]);
    add(with("cases", encoded), "invalid_base64", "cases[0].expected");
    let large = json!([{ "expected": "" }, { "expected": "", "stdin": "x".repeat((1 << 20) + 1) }]);
    add(with("cases", large), "stdin_too_large", "cases[1].stdin");
    add(with("cases", json!(vec![json!({ "expected": "" }); 257])), "too_many_cases", "cases");
    let mut judged_terminal = with("cases", json!([{ "expected": "" }]));
    judged_terminal["interactive"] = json!(true);
    add(judged_terminal, "conflicting_fields", "interactive");
    let mut judged_input = with("cases", json!([{ "expected": "" }]));
    judged_input["stdin"] = json!("x");
    add(judged_input, "conflicting_fields", "stdin");
    for repeat in [json!(0), json!(-1), json!(11), json!(5_000_000_000_u64)] {
        add(with("repeat", repeat), "invalid_value", "repeat");
    }
    for cache in [json!("yes"), json!(""), json!("Refresh")] {
        add(with("cache", cache), "invalid_value", "cache");
    }
    for cache in [json!(1), json!(0), json!([true]), json!({ "refresh": true }), json!(1.5)] {
        add(with("cache", cache), "invalid_type", "cache");
    }
    for repeat in [json!("2"), json!(1.5)] {
        add(with("repeat", repeat), "invalid_type", "repeat");
    }
    for (key, value) in [("cases", json!([{ "expected": "" }])), ("interactive", json!(true))] {
        let mut repeated = with("repeat", json!(2));
        repeated[key] = value;
        add(repeated, "conflicting_fields", "repeat");
    }

    for text in [
        r#"{"language":"python","language":"ruby","source":"x"}"#,
        r#"{"language":"python","source":"x","source":"y"}"#,
        r#"{"language":"python","source":"x","limits":{"processes":1,"processes":2}}"#,
        r#"{"language":"python","source":"x","env":{"A":"1","A":"1"}}"#,
    ] {
        let field = match text {
            _ if text.contains("ruby") => "language",
            _ if text.contains("\"y\"") => "source",
            _ if text.contains("limits") => "limits.processes",
            _ => "env.A",
        };
        wrong.push(Wrong::post(EXECUTIONS, text, "duplicate_field", field));
    }
    for number in ["1e400", "-1e400", "NaN", "Infinity", "-Infinity", "0x10", "1_000", "01", ".5", "+1"] {
        let text = format!(r#"{{"language":"python","source":"x","limits":{{"wall_time_ms":{number}}}}}"#);
        wrong.push(Wrong::post(EXECUTIONS, text, "invalid_json", ""));
    }
    for (body, code) in not_an_object() {
        wrong.push(Wrong::post(EXECUTIONS, body, code, ""));
    }
    for trailing in ["x", "{}", ",", "\0"] {
        let body = format!(r#"{{"language":"python","source":"x"}} {trailing}"#);
        wrong.push(Wrong::post(EXECUTIONS, body, "invalid_json", ""));
    }
    wrong
}

fn own_files() -> Vec<Wrong> {
    let mut wrong = Vec::new();
    for route in [EXECUTIONS, SHARES] {
        let mut add = |files: Value, code: &'static str, field: &str| {
            let body = json!({ "language": "python", "files": files });
            wrong.push(Wrong::post(route, body.to_string(), code, field));
        };
        for path in wrong_paths() {
            add(json!([{ "path": path, "content": "" }]), "invalid_path", "files[0].path");
        }
        let main = json!({ "path": "main.py", "content": "" });
        add(json!([main, { "path": "..", "content": "" }]), "invalid_path", "files[1].path");
        add(json!([main, main]), "duplicate_path", "files[1].path");
        add(
            json!([{ "path": "a", "content": "" }, { "path": "a/b", "content": "" }]),
            "duplicate_path",
            "files[1].path",
        );
        add(
            json!([{ "path": "a/b/c", "content": "" }, { "path": "a/b", "content": "" }]),
            "duplicate_path",
            "files[0].path",
        );
        add(json!([{ "path": "main.py" }]), "missing_field", "files[0].content");
        add(json!([{ "content": "" }]), "missing_field", "files[0].path");
        add(json!([{ "path": 1, "content": "" }]), "invalid_type", "files[0].path");
        add(json!([{ "path": "a", "content": null }]), "invalid_type", "files[0].content");
        add(json!([{ "path": "a", "content": "", "mode": 493 }]), "unknown_field", "files[0].mode");
        add(
            json!([{ "path": "a", "content": "", "encoding": "utf8" }]),
            "invalid_value",
            "files[0].encoding",
        );
        add(
            json!([{ "path": "a", "content": "%", "encoding": "base64" }]),
            "invalid_base64",
            "files[0].content",
        );
        add(json!([["main.py", "x"]]), "invalid_type", "files[0]");
        add(json!(["main.py"]), "invalid_type", "files[0]");
        add(json!({ "main.py": "x" }), "invalid_type", "files");
        let half = "x".repeat(40_000);
        add(
            json!([{ "path": "a", "content": half }, { "path": "b", "content": half }]),
            "source_too_large",
            "files",
        );
        let many: Vec<Value> =
            (0..257).map(|number| json!({ "path": format!("f{number}"), "content": "" })).collect();
        add(json!(many), "too_many_files", "files");
    }
    let share = |extra: Value| {
        let mut body = json!({ "language": "python", "files": [{ "path": "a", "content": "" }] });
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        body.to_string()
    };
    for (extra, code, field) in [
        (json!({ "source": "x" }), "unknown_field", "source"),
        (json!({ "language": "klingon" }), "unknown_language", "language"),
        (json!({ "language": null }), "invalid_type", "language"),
        (json!({ "files": null }), "invalid_type", "files"),
        (json!({ "files": [] }), "missing_field", "files"),
        (json!({ "stdin": 1 }), "invalid_type", "stdin"),
        (json!({ "stdin": "x".repeat((1 << 20) + 1) }), "stdin_too_large", "stdin"),
        (json!({ "args": ["\0"] }), "invalid_value", "args[0]"),
        (json!({ "args": "x" }), "invalid_type", "args"),
        (json!({ "execution_id": 1 }), "invalid_type", "execution_id"),
        (json!({ "execution_id": "" }), "unknown_execution", "execution_id"),
        (json!({ "execution_id": "../../etc/passwd" }), "unknown_execution", "execution_id"),
    ] {
        wrong.push(Wrong::post(SHARES, share(extra), code, field));
    }
    wrong
}

fn headers_and_transport() -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let good = json!({ "language": "python", "source": "x" }).to_string();
    let kinds = [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "application/json2",
        "application/json; charset=utf-16",
        "application/json; charset=\"latin1\"",
        "text/json",
        "*/*",
    ];
    for route in [EXECUTIONS, SHARES, "/api/execute", "/code-sessions", "/executions"] {
        for kind in kinds {
            let post = Wrong::post(route, good.clone(), "unsupported_media_type", "");
            wrong.push(post.with("content-type", kind).status(415));
        }
        for encoding in ["gzip", "br", "deflate", "zstd", "identity, gzip"] {
            let post = Wrong::post(route, good.clone(), "unsupported_media_type", "");
            wrong.push(post.with("content-encoding", encoding).status(415));
        }
        wrong.push(Wrong::post(route, vec![b' '; (8 << 20) + 1], "body_too_large", "").status(413));
    }
    for value in ["wait", "wait=", "wait=-1", "wait=1.5", "wait=ten", "wait=1e9", "wait=NaN"] {
        wrong.push(Wrong::post(EXECUTIONS, good.clone(), "invalid_header", "Prefer").with("prefer", value));
        let path = format!("{EXECUTIONS}/00000000-0000-4000-8000-000000000000");
        wrong.push(Wrong::bare(Method::GET, &path, 400, "invalid_header", "Prefer").with("prefer", value));
    }
    for route in [EXECUTIONS, "/api/execute", "/executions"] {
        for key in ["", " ", &"k".repeat(256)] {
            let post = Wrong::post(route, good.clone(), "invalid_header", "Idempotency-Key");
            wrong.push(post.with("idempotency-key", key));
        }
    }
    wrong
}

fn queries_and_ids() -> Vec<Wrong> {
    let mut wrong = Vec::new();
    for (query, code, field) in [
        ("limit=0", "invalid_parameter", "limit"),
        ("limit=101", "invalid_parameter", "limit"),
        ("limit=-1", "invalid_parameter", "limit"),
        ("limit=ten", "invalid_parameter", "limit"),
        ("limit=1.5", "invalid_parameter", "limit"),
        ("limit=99999999999", "invalid_parameter", "limit"),
        ("limit=1&limit=2", "duplicate_parameter", "limit"),
        ("cursor=x", "invalid_parameter", "cursor"),
        ("cursor=%00", "invalid_parameter", "cursor"),
        ("cursor=1%27%20OR%20%271%27=%271", "invalid_parameter", "cursor"),
        ("status=DONE", "invalid_parameter", "status"),
        ("status=completed", "invalid_parameter", "status"),
        ("language=klingon", "unknown_language", "language"),
        ("owner=x", "unknown_parameter", "owner"),
        ("offset=1", "unknown_parameter", "offset"),
        ("=x", "unknown_parameter", ""),
    ] {
        wrong.push(Wrong::bare(Method::GET, &format!("{EXECUTIONS}?{query}"), 400, code, field));
    }
    let long = "x".repeat(5000);
    let unknown = [
        "x",
        "1",
        "-1",
        "0",
        "%00",
        "%ff",
        "..%2f..",
        "null",
        "undefined",
        "00000000000040008000000000000000",
        "{00000000-0000-4000-8000-000000000000}",
        "00000000-0000-4000-8000-00000000000",
        "%27%20OR%201=1--",
        long.as_str(),
        "00000000-0000-4000-8000-000000000000",
    ];
    for id in unknown {
        for (method, path) in [
            (Method::GET, format!("{EXECUTIONS}/{id}")),
            (Method::POST, format!("{EXECUTIONS}/{id}/cancel")),
            (Method::GET, format!("{EXECUTIONS}/{id}/source")),
            (Method::GET, format!("{EXECUTIONS}/{id}/events")),
            (Method::GET, format!("{EXECUTIONS}/{id}/ws")),
            (Method::GET, format!("{SHARES}/{id}")),
            (Method::GET, format!("/api/v1/languages/{id}")),
            (Method::GET, format!("/api/jobs/{id}")),
            (Method::DELETE, format!("/api/jobs/{id}")),
            (Method::POST, format!("/code-sessions/{id}/run")),
            (Method::GET, format!("/executions/{id}")),
        ] {
            wrong.push(Wrong::bare(method, &path, 404, "not_found", ""));
        }
    }
    wrong.push(Wrong::bare(Method::GET, EXECUTIONS, 401, "token_required", ""));
    for (method, path) in [
        (Method::DELETE, EXECUTIONS),
        (Method::PATCH, EXECUTIONS),
        (Method::GET, "/api/v1/tokens"),
        (Method::POST, "/api/v1/health"),
        (Method::PUT, "/api/execute"),
        (Method::DELETE, "/api/stats"),
        (Method::PUT, "/code-sessions"),
        (Method::DELETE, "/executions/x"),
    ] {
        wrong.push(Wrong::bare(method, path, 405, "method_not_allowed", ""));
    }
    for path in [
        "/api/v1/x",
        "/api/v1/executions/a/b/c",
        "/nowhere",
        "/nowhere/at/all",
        "/api/x",
        "/api/execute/x",
        "/health/x",
        "/code-sessions/a/b",
        "/executions/a/b/c",
        "/code-sessions/a/b/c",
    ] {
        wrong.push(Wrong::bare(Method::GET, path, 404, "not_found", ""));
    }
    wrong
}

fn queue_api() -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let mut add = |body: Value, code: &'static str, field: &str| {
        wrong.push(Wrong::post("/api/execute", body.to_string(), code, field));
    };
    add(json!({}), "missing_field", "code");
    add(json!({ "code": "x" }), "missing_field", "language");
    add(json!({ "language": "python" }), "missing_field", "code");
    add(json!({ "code": "", "language": "python" }), "missing_field", "code");
    for value in [json!(1), json!(null), json!([]), json!({}), json!(true)] {
        add(json!({ "code": value, "language": "python" }), "invalid_type", "code");
        add(json!({ "code": "x", "language": value }), "invalid_type", "language");
    }
    for language in ["", "klingon", "python; rm -rf /", "../c", "\0"] {
        add(json!({ "code": "x", "language": language }), "unknown_language", "language");
    }
    add(json!({ "code": "x", "language": "perl" }), "language_unavailable", "language");
    add(json!({ "code": "x".repeat(65_537), "language": "python" }), "source_too_large", "code");
    add(json!({ "code": "x", "language": "python", "input": 5 }), "invalid_type", "input");
    add(json!({ "code": "x", "language": "python", "input": ["5"] }), "invalid_type", "input");
    let input = "x".repeat((1 << 20) + 1);
    add(json!({ "code": "x", "language": "python", "input": input }), "stdin_too_large", "input");
    let mut cases = |cases: Value, code: &'static str, field: &str| {
        add(json!({ "code": "x", "language": "python", "testCases": cases }), code, field);
    };
    cases(json!("x"), "invalid_type", "testCases");
    cases(json!({}), "invalid_type", "testCases");
    cases(json!([1]), "invalid_type", "testCases[0]");
    cases(json!([["1", "1"]]), "invalid_type", "testCases[0]");
    cases(json!([{}]), "missing_field", "testCases[0].expectedOutput");
    cases(json!([{ "input": "1" }]), "missing_field", "testCases[0].expectedOutput");
    cases(json!([{ "input": 1, "expectedOutput": "1" }]), "invalid_type", "testCases[0].input");
    cases(json!([{ "input": "1", "expectedOutput": 1 }]), "invalid_type", "testCases[0].expectedOutput");
    cases(
        json!([{ "expectedOutput": "" }, { "expectedOutput": null }]),
        "invalid_type",
        "testCases[1].expectedOutput",
    );
    cases(json!([{ "input": input, "expectedOutput": "" }]), "stdin_too_large", "testCases[0].input");
    cases(json!(vec![json!({ "expectedOutput": "" }); 257]), "too_many_cases", "testCases");
    wrong.push(Wrong::post("/api/execute", r#"{"code":"x","language":"python"} x"#, "invalid_json", ""));
    let twice = r#"{"code":"x","code":"y","language":"python"}"#;
    wrong.push(Wrong::post("/api/execute", twice, "duplicate_field", "code"));
    for (body, code) in not_an_object() {
        wrong.push(Wrong::post("/api/execute", body, code, ""));
    }
    wrong
}

fn session_and_live_api(session: &str) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let post =
        |path: &str, body: Value, message: &str| Wrong::post(path, body.to_string(), "invalid", message);
    let patch = |body: Value, message: &str| {
        let mut wrong = post(&format!("/code-sessions/{session}"), body, message);
        wrong.method = Method::PATCH;
        wrong
    };
    let values = "language must be one of the following values: ";
    for value in
        [json!(null), json!(1), json!([]), json!({}), json!(true), json!(""), json!("klingon"), json!("\0")]
    {
        wrong.push(post("/code-sessions", json!({ "language": value }), values));
        wrong.push(patch(json!({ "source_code": "x", "language": value }), values));
        wrong.push(post(
            "/executions",
            json!({ "sessionId": session, "code": "x", "language": value }),
            values,
        ));
    }
    wrong.push(post("/code-sessions", json!({}), values));
    for value in [json!(1), json!([]), json!({}), json!(false)] {
        let body = json!({ "language": "python", "templateCode": value });
        wrong.push(post("/code-sessions", body, "templateCode must be a string"));
        wrong.push(patch(
            json!({ "language": "python", "source_code": value }),
            "source_code must be a string",
        ));
        let body = json!({ "sessionId": value, "language": "python", "code": "x" });
        wrong.push(post("/executions", body, "sessionId must be a string"));
        let body = json!({ "sessionId": session, "language": "python", "code": value });
        wrong.push(post("/executions", body, "code must be a string"));
    }
    wrong.push(patch(json!({}), "source_code should not be empty"));
    wrong.push(patch(json!({}), values));
    wrong.push(patch(json!({ "language": "python" }), "source_code must be a string"));
    wrong.push(patch(json!({ "language": "python", "source_code": null }), "source_code must be a string"));
    wrong.push(patch(json!({ "source_code": "x" }), values));
    wrong.push(post("/executions", json!({}), "sessionId should not be empty"));
    wrong.push(post("/executions", json!({}), "code should not be empty"));
    wrong.push(post(
        "/executions",
        json!({ "language": "python", "code": "x" }),
        "sessionId must be a string",
    ));
    wrong.push(post(
        "/executions",
        json!({ "sessionId": "", "language": "python", "code": "x" }),
        "sessionId should not be empty",
    ));
    wrong.push(post(
        "/executions",
        json!({ "sessionId": session, "language": "python" }),
        "code must be a string",
    ));
    wrong.push(post(
        "/executions",
        json!({ "sessionId": session, "language": "python", "code": "" }),
        "code should not be empty",
    ));
    let large = "x".repeat(65_537);
    wrong.push(post(
        "/code-sessions",
        json!({ "language": "python", "templateCode": large }),
        "templateCode must be shorter",
    ));
    wrong.push(patch(json!({ "language": "python", "source_code": large }), "source_code must be shorter"));
    wrong.push(post(
        "/executions",
        json!({ "sessionId": session, "language": "python", "code": large }),
        "65537 bytes",
    ));
    let unavailable = json!({ "sessionId": session, "language": "perl", "code": "x" });
    wrong.push(post("/executions", unavailable, "not available"));

    for unknown in ["x", "00000000-0000-4000-8000-000000000000"] {
        let body = json!({ "source_code": "x", "language": "python" }).to_string();
        let mut wrong_patch =
            Wrong::post(&format!("/code-sessions/{unknown}"), body, "not_found", "Session not found");
        wrong_patch.method = Method::PATCH;
        wrong.push(wrong_patch.status(404));
        let body = json!({ "sessionId": unknown, "language": "python", "code": "x" }).to_string();
        wrong.push(Wrong::post("/executions", body, "not_found", "Session not found").status(404));
    }
    for key in ["", &"k".repeat(256)] {
        let run = Wrong::bare(
            Method::POST,
            &format!("/code-sessions/{session}/run"),
            400,
            "invalid_header",
            "Idempotency-Key",
        );
        wrong.push(run.with("idempotency-key", key));
    }
    for route in ["/code-sessions", "/executions"] {
        for (body, _) in not_an_object() {
            // A complaint about the whole body is one text, not a list.
            wrong.push(Wrong::post(route, body, "", ""));
        }
    }
    wrong
}

#[tokio::test]
async fn every_wrong_request_is_refused_in_its_own_words() {
    let app = Setup::default().without_worker().start().await;
    let session = app.client().post("/code-sessions", &json!({ "language": "python" })).await.expect(201);
    let session = session["session_id"].as_str().unwrap();
    let all = [
        own_executions(),
        own_files(),
        headers_and_transport(),
        queries_and_ids(),
        queue_api(),
        session_and_live_api(session),
    ];
    let all: Vec<Wrong> = all.into_iter().flatten().collect();
    assert!(all.len() >= 300, "{}", all.len());
    let mut failures = 0;
    for wrong in &all {
        let answer = wrong.send(&app).await;
        failures += u32::from(std::panic::catch_unwind(|| wrong.check(&answer)).is_err());
    }
    assert_eq!(failures, 0, "of {} wrong requests were not refused as they must be; see above", all.len());
    let stats = app.services.executions.stats().await.unwrap();
    assert_eq!((stats.waiting, stats.running, stats.failed), (0, 0, 0), "none of them made anything");
    app.client().submit("the server still works").await;
}
