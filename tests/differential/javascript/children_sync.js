// differential: spawnSync and execSync: input, codes, signals, time limits.
// exit: 0
const { execSync, spawnSync } = require("node:child_process");

console.log(execSync("tr a-z A-Z", { input: "shout" }).toString());
for (const [command, options] of [["exit 3", {}], ["kill -9 $$", {}], ["sleep 9", { timeout: 50 }], ["yes", { maxBuffer: 10 }]]) {
  const { status, signal, error } = spawnSync(command, { shell: true, ...options });
  console.log(command, status, signal, error?.code);
}
try {
  execSync("echo said >&2; exit 2", { stdio: "pipe" });
} catch (error) {
  console.log(error.message, error.status, String(error.stderr));
}
