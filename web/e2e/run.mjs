// Runs the browser stories against a server that is already there, or says why it does not.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const say = (text) => process.stdout.write(`${text}\n`);
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

if (!process.env.BASE_URL) {
  say("skipped: BASE_URL is not set. Start a server and give its address, for example BASE_URL=http://127.0.0.1:8080");
} else if (!existsSync(chromium)) {
  say(`skipped: no browser at ${chromium}. Install chromium, or set CHROMIUM to its path.`);
} else {
  const result = spawnSync("npx", ["playwright", "test", ...process.argv.slice(2)], { stdio: "inherit" });
  process.exitCode = result.status ?? 1;
}
