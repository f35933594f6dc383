// differential: A child reads what the program has not.
// stdin: "for the child\n"
// exit: 0
const { spawnSync } = require("node:child_process");

spawnSync("cat", { stdio: "inherit" });
console.log(require("node:fs").readFileSync(0).length);
