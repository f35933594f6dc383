// differential: process.abort ends by SIGABRT.
// signal: SIGABRT
const { spawnSync } = require("node:child_process");

console.log(spawnSync(process.execPath, ["-e", "process.abort()"]).signal);
process.kill(process.pid, "SIGABRT");
