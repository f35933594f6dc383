// Runs the browser stories: against the server at BASE_URL, or against one of its own, started from the built program.
// Says why when it can do neither.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const say = (text) => process.stdout.write(`${text}\n`);
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const program = process.env.STORIES_PROGRAM ?? join(process.env.CARGO_TARGET_DIR ?? "../target", "debug", "runyard");

if (!existsSync(chromium)) {
  say(`skipped: no browser at ${chromium}. Install chromium, or set CHROMIUM to its path.`);
} else if (process.env.BASE_URL) {
  process.exitCode = await stories(process.env.BASE_URL);
} else if (existsSync(program)) {
  process.exitCode = await withServer(stories);
} else {
  say(`skipped: BASE_URL is not set, and there is no program at ${program} to start a server from.`);
}

async function stories(address) {
  const env = { ...process.env, BASE_URL: address };
  const playwright = spawn("npx", ["playwright", "test", ...process.argv.slice(2)], { stdio: "inherit", env });
  const [code] = await once(playwright, "exit");
  return code ?? 1;
}

/** Gives the work a fresh server on a free port, and leaves nothing of it behind. */
async function withServer(work) {
  const data = mkdtempSync(join(tmpdir(), "runyard-stories-"));
  const server = spawn(program, ["serve", "--listen", "127.0.0.1:0", "--data-dir", data], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(server, "exit");
  const said = [];
  try {
    const address = await Promise.race([addressOf(server, said), ended.then(() => null)]);
    if (address === null) {
      say(`the server did not start:\n${said.join("\n")}`);
      return 1;
    }
    return await work(address);
  } finally {
    server.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

/** The address the server announces; what it says before is kept for the case that it never does. */
function addressOf(server, said) {
  return new Promise((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        const address = /listening on (http:\/\/\S+)/.exec(line)?.[1];
        if (address) resolve(address);
        else if (said.length < 50) said.push(line);
      });
    }
  });
}
