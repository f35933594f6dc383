// differential: Which signals are blocked, ignored and caught, as the kernel sees it.
// exit: 0
const { readFileSync } = require("node:fs");

console.log(readFileSync("/proc/self/status", "latin1").match(/^(Sig|Shd)(?!Q).*$/gm).join("\n"));
console.log(Object.keys(require("node:os").constants.signals).length);
