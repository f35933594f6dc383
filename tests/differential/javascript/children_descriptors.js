// differential: The descriptors, environment and groups of children.
// exit: 0
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");

fs.openSync("/dev/null");
console.log(spawnSync("ls", ["/proc/self/fd"]).stdout.toString().split("\n"));
console.log(spawnSync("env", { env: { ONLY: "this" } }).stdout.toString());
console.log(spawnSync("sh", ["-c", "cat /proc/$$/status | grep -E '^Sig[BI]'; umask; pwd"], { cwd: "/tmp" }).stdout.toString());
