// A stand-in for the real server, for working on the page alone: `node dev/fake-server.mjs`, then `npm run dev`.
// It runs NOTHING. It reads print-like calls out of the source and plays them back as events, as docs/api.md describes.
// It also serves the built site from dist/ with the real server's content security policy.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { WebSocketServer } from "ws";

const PORT = Number(process.env.PORT ?? 8080);
const DIST = fileURLToPath(new URL("../dist/", import.meta.url));
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

const language = (id, name, version, source_file, hello, compiled = false, reason = null) => ({
  id,
  name,
  version,
  aliases: [],
  available: reason === null,
  reason,
  source_file,
  compiled,
  accepts_compiler_flags: compiled,
  actions: ["python", "javascript", "c", "go"].includes(id) ? ["run", "format", "lint"] : ["run"],
  image: null,
  hello,
  examples: [{ title: "Two lines", source: `${hello}\n${hello}`, stdin: "" }],
});
const LANGUAGES = [
  language("python", "Python", "3.11.2", "main.py", 'print("Hello, world!")\n'),
  language("javascript", "JavaScript", "20.20.2", "main.js", 'console.log("Hello, world!");\n'),
  language(
    "typescript",
    "TypeScript",
    "5.9.3",
    "main.ts",
    'const name: string = "world";\nconsole.log("Hello, world!");\n',
  ),
  language(
    "c",
    "C",
    "12.2.0",
    "main.c",
    '#include <stdio.h>\n\nint main(void) {\n    printf("Hello, world!\\n");\n    return 0;\n}\n',
    true,
  ),
  language(
    "cpp",
    "C++",
    "12.2.0",
    "main.cpp",
    '#include <iostream>\n\nint main() {\n    std::cout << "Hello, world!\\n";\n}\n',
    true,
  ),
  language(
    "java",
    "Java",
    "17.0.15",
    "Main.java",
    'class Main {\n    public static void main(String[] args) {\n        System.out.println("Hello, world!");\n    }\n}\n',
    true,
  ),
  language(
    "go",
    "Go",
    "1.19.8",
    "main.go",
    'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("Hello, world!")\n}\n',
    true,
  ),
  language("rust", "Rust", "1.96.0", "main.rs", 'fn main() {\n    println!("Hello, world!");\n}\n', true),
  language("ruby", "Ruby", "3.1.2", "main.rb", 'puts "Hello, world!"\n'),
  language("php", "PHP", "8.2.29", "main.php", '<?php\necho "Hello, world!\\n";\n'),
  language("perl", "Perl", "5.36.0", "main.pl", 'print "Hello, world!\\n";\n'),
  language("lua", "Lua", null, "main.lua", 'print("Hello, world!")\n', false, "lua5.4 is not installed"),
  language("bash", "Bash", "5.2.15", "main.sh", 'echo "Hello, world!"\n'),
  language("sql", "SQL (SQLite)", "3.40.1", "main.sql", "SELECT 'Hello, world!';\n"),
];
const executions = new Map();
const shares = new Map();
const byKey = new Map();

class FakeExecution {
  constructor(request) {
    this.id = randomUUID();
    this.request = request;
    this.events = [];
    this.listeners = new Set();
    this.seq = 0;
    this.stdin = "";
    this.started = Date.now();
    const entry = LANGUAGES.find((one) => one.id === request.language);
    const base = `/api/v1/executions/${this.id}`;
    this.record = {
      id: this.id,
      status: "QUEUED",
      verdict: null,
      limit_hit: null,
      message: null,
      language: request.language,
      version: entry?.version ?? null,
      stdout: "",
      stderr: "",
      stdout_encoding: "utf-8",
      stderr_encoding: "utf-8",
      stdout_truncated: false,
      stderr_truncated: false,
      exit_code: null,
      signal: null,
      wall_time_ms: null,
      cpu_time_ms: null,
      memory_bytes: null,
      queue_time_ms: 0.412,
      compile: null,
      diagnostics: [],
      cached: false,
      attempts: 1,
      action: request.action ?? "run",
      queue_position: 1,
      created_at: new Date().toISOString(),
      started_at: null,
      finished_at: null,
      links: { self: base, events: `${base}/events`, ws: `${base}/ws`, cancel: `${base}/cancel` },
    };
    this.compiled = entry?.compiled ?? false;
  }
  emit(fields) {
    this.seq += 1;
    const event = { execution_id: this.id, attempt: 1, seq: this.seq, ...fields };
    this.events.push(event);
    for (const listener of this.listeners) listener(event);
  }
  output(stream, data, stage = "run") {
    if (stage === "run") this.record[stream] += data;
    this.emit({ type: "output", stage, stream, data });
  }
  end(status, verdict, extra = {}) {
    if (this.record.finished_at) return;
    clearInterval(this.timer);
    Object.assign(this.record, {
      status,
      verdict,
      exit_code: 0,
      wall_time_ms: Date.now() - this.started,
      cpu_time_ms: 8.123,
      memory_bytes: 9437184,
      finished_at: new Date().toISOString(),
      queue_position: null,
      ...extra,
    });
    const { limit_hit, message, exit_code, signal, wall_time_ms, cpu_time_ms, memory_bytes } = this.record;
    this.emit({
      type: "end",
      status,
      verdict,
      limit_hit,
      message,
      exit_code,
      signal,
      wall_time_ms,
      cpu_time_ms,
      memory_bytes,
    });
  }
  start() {
    this.record.status = "RUNNING";
    this.record.started_at = new Date().toISOString();
    delete this.record.queue_position;
    this.emit({ type: "status", status: "RUNNING" });
    const file = this.request.files?.[0] ?? { path: "main", content: this.request.source };
    const source = file.content;
    if (this.request.action === "format") return this.format(file);
    if (this.request.action === "lint") return this.lint(this.request.files);
    if (this.compiled) {
      this.emit({ type: "stage", stage: "compile" });
      const line = source.split("\n").findIndex((text) => text.includes("syntax error")) + 1;
      this.record.compile = { stdout: "", stderr: "", exit_code: 0, wall_time_ms: 41.2, diagnostics: [] };
      if (line > 0) {
        const text = `${file.path}:${line}:5: error: unknown name 'syntax'\n`;
        this.record.compile.stderr = text;
        this.record.compile.exit_code = 1;
        this.record.compile.diagnostics = [
          { file: file.path, line, column: 5, severity: "error", message: "unknown name 'syntax'", hint: null },
        ];
        this.output("stderr", text, "compile");
        this.end("FAILED", "compile_error", { exit_code: 1 });
        return;
      }
    }
    this.emit({ type: "stage", stage: "run" });
    this.play(source);
  }
  format({ path, content }) {
    const line = content.split("\n").findIndex((text) => text.includes("syntax error")) + 1;
    if (line > 0) {
      const message = "cannot parse this";
      this.record.diagnostics = [{ file: path, line, column: 1, severity: "error", message, hint: null }];
      this.output("stderr", `${path}:${line}:1: ${message}\n`);
      return this.end("FAILED", "runtime_error", { exit_code: 1 });
    }
    const tidy = content.replaceAll(/[ \t]+$/gm, "").replaceAll(/\b(\w+)=(\w)/g, "$1 = $2");
    this.output("stdout", tidy);
    this.end("COMPLETED", "ok");
  }
  lint(files) {
    const found = files.flatMap(({ path, content }) =>
      content.split("\n").flatMap((text, index) => {
        const place = { file: path, line: index + 1, column: 1, hint: null };
        if (/^import \w+$/.test(text)) return [{ ...place, severity: "warning", message: `'${text}' is not used` }];
        if (/\s$/.test(text)) return [{ ...place, severity: "note", message: "spaces at the end of the line" }];
        return [];
      }),
    );
    this.record.diagnostics = found;
    this.output("stdout", found.map((one) => `${one.file}:${one.line}:1: ${one.message}\n`).join(""));
    this.end("COMPLETED", "ok");
  }
  play(source) {
    const calls = [
      ...source.matchAll(
        /(print|puts|echo|log|cout|Println|println!|printf|SELECT|stderr)[^"'\n]*["']((?:\\.|[^"'\\])*)["']/g,
      ),
    ];
    const lines = calls.map((call) => [
      call[0].includes("stderr") ? "stderr" : "stdout",
      JSON.parse(`"${call[2].replaceAll("\\033", "\\u001b")}"`).replace(/\n?$/, "\n"),
    ]);
    const repeats = /range|for|while/.test(source) ? 10 : 1;
    if (this.request.interactive) {
      this.output("stdout", "Your name? ");
      this.onInput = (text) => {
        this.output("stdout", text.replace("\n", "\r\n"));
        this.output("stdout", `Hello, ${text}`);
        this.end("COMPLETED", "ok");
      };
      return;
    }
    if (this.request.stdin) this.output("stdout", this.request.stdin);
    if (/flood/.test(source)) for (let n = 0; n < 3000; n += 1) this.output("stdout", `line ${n} of a flood\n`);
    if (/memory hog/.test(source)) {
      this.end("FAILED", "memory_limit", { limit_hit: "memory", exit_code: null, signal: "SIGKILL" });
      return;
    }
    let step = 0;
    if (repeats === 1) for (const [stream, text] of lines) this.output(stream, text);
    else {
      this.timer = setInterval(() => {
        for (const [stream, text] of lines) this.output(stream, text);
        step += 1;
        if (step >= repeats && !/while True/.test(source)) this.end("COMPLETED", "ok");
      }, 100);
      return;
    }
    this.end("COMPLETED", "ok");
  }
}

function problem(response, status, title, detail) {
  send(
    response,
    status,
    { type: "about:blank", title, status, detail, code: "fake", request_id: randomUUID() },
    "application/problem+json",
  );
}
function send(response, status, body, type = "application/json") {
  response.writeHead(status, { "Content-Type": type, "Runyard-Version": process.env.FAKE_VERSION ?? "0.0.0-fake" });
  response.end(JSON.stringify(body));
}
async function readBody(request) {
  let text = "";
  for await (const part of request) text += part;
  return text === "" ? {} : JSON.parse(text);
}

async function api(request, response, url) {
  const [, , , kind, id, action] = url.pathname.split("/");
  if (kind === "languages") {
    if (!id)
      return send(response, 200, { items: LANGUAGES.map(({ hello: _hello, examples: _examples, ...rest }) => rest) });
    const found = LANGUAGES.find((one) => one.id === id);
    return found ? send(response, 200, found) : problem(response, 404, "Not found", "There is no such language.");
  }
  if (kind === "executions" && request.method === "POST" && !id) {
    const key = request.headers["idempotency-key"];
    const body = await readBody(request);
    const known = byKey.get(key);
    if (known) return send(response, 202, known.record);
    const execution = new FakeExecution(body);
    if (key) byKey.set(key, execution);
    executions.set(execution.id, execution);
    setTimeout(() => execution.start(), 60);
    if (!/wait=/.test(request.headers.prefer ?? "")) return send(response, 202, execution.record);
    execution.listeners.add((event) => {
      if (event.type === "end") send(response, 200, execution.record);
    });
    return;
  }
  if (kind === "executions") {
    const execution = executions.get(id);
    if (!execution) return problem(response, 404, "Not found", "There is no such execution.");
    if (action === "cancel") {
      execution.end("CANCELLED", "cancelled", { exit_code: null, signal: "SIGKILL" });
      return send(response, 202, execution.record);
    }
    if (action === "events") {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      return follow(execution, url, (event) => {
        response.write(`id: ${event.attempt}.${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);
        if (event.type === "end") response.end();
      });
    }
    return send(response, 200, execution.record);
  }
  if (kind === "shares" && request.method === "POST") {
    const body = await readBody(request);
    const share = {
      id: randomUUID(),
      stdin: "",
      args: [],
      compiler_flags: [],
      ...body,
      created_at: new Date().toISOString(),
      result: executions.get(body.execution_id)?.record ?? null,
    };
    shares.set(share.id, share);
    return send(response, 201, { ...share, url: `/s/${share.id}` });
  }
  if (kind === "shares" && shares.has(id)) return send(response, 200, shares.get(id));
  return problem(response, 404, "Not found", "There is nothing at this address.");
}

function follow(execution, url, deliver) {
  const [, after] = (url.searchParams.get("last_event_id") ?? "1.0").split(".").map(Number);
  for (const event of execution.events) if (event.seq > after) deliver(event);
  execution.listeners.add(deliver);
}

async function page(response, url) {
  const isPage = url.pathname === "/" || /^\/(app|s|embed)(\/|$)/.test(url.pathname);
  const path = normalize(join(DIST, isPage ? "index.html" : url.pathname));
  try {
    if (!path.startsWith(DIST)) throw new Error("outside");
    const content = await readFile(path);
    response.writeHead(200, {
      "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
      "Content-Security-Policy": CSP,
    });
    response.end(content);
  } catch {
    problem(response, 404, "Not found", "There is nothing at this address.");
  }
}

const server = createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  const work = url.pathname.startsWith("/api/") ? api(request, response, url) : page(response, url);
  work.catch((error) => problem(response, 500, "Failed", String(error)));
});
const sockets = new WebSocketServer({ noServer: true });
server.on("upgrade", (request, socket, head) => {
  const url = new URL(request.url, "http://localhost");
  const execution = executions.get(url.pathname.split("/")[4]);
  if (!execution) return socket.destroy();
  sockets.handleUpgrade(request, socket, head, (ws) => {
    follow(execution, url, (event) => {
      ws.send(JSON.stringify(event));
      if (event.type === "end") ws.close();
    });
    ws.on("message", (data) => {
      const message = JSON.parse(String(data));
      if (message.type === "stdin") execution.onInput?.(message.data);
      if (message.type === "eof") execution.end("COMPLETED", "ok");
      if (message.type === "signal") execution.end("FAILED", "runtime_error", { exit_code: 130, signal: "SIGINT" });
      if (message.type === "stop") execution.end("CANCELLED", "cancelled");
    });
  });
});
server.listen(PORT, "127.0.0.1", () => process.stdout.write(`fake server on http://127.0.0.1:${PORT}\n`));
