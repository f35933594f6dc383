// differential: Warnings: the text they have on stderr, with the number of the process taken out.
// exit: 0
const { spawnSync } = require("node:child_process");

const code = "process.emitWarning('first', 'Kind', 'C1'); process.emitWarning(new Error('second')); new Buffer(1); new Buffer(1); require('punycode'); process.binding; fs.exists";
const { stderr } = spawnSync(process.execPath, ["-e", code], { encoding: "utf8" });
console.log(stderr.replace(/node:\d+/g, "node:N"));
