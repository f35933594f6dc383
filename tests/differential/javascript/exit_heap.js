// differential: More memory than the heap may have ends the program by SIGABRT, told on stderr.
// exit: 0
const { spawnSync } = require("node:child_process");

const code = "const kept = []; for (;;) kept.push(new Array(10000).fill(kept.length))";
const { signal, status, stderr } = spawnSync(process.execPath, ["--max-old-space-size=16", "-e", code], { encoding: "utf8" });
console.log(signal, status, /FATAL ERROR: .* JavaScript heap out of memory/.test(stderr));
