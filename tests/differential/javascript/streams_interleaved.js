// differential: Writes to stdout, to stderr and of children keep their order in one pipe.
// exit: 0
const { spawnSync } = require("node:child_process");
const { writeSync } = require("node:fs");

const code = `
console.log("out 1");
console.error("err 1");
require("fs").writeSync(1, "raw\\n");
require("child_process").spawnSync("echo", ["child"], { stdio: "inherit" });
process.stdout.write("out 2\\n", () => console.log("callback"));
console.log("out 3");
process.stderr.write("err 2\\n");
`;
const out = require("node:fs").openSync("out", "w+");
spawnSync(process.execPath, ["-e", code], { stdio: ["ignore", out, out] });
writeSync(1, require("node:fs").readFileSync("out"));
