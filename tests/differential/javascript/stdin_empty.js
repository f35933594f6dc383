// differential: The end of an empty input, as events and as a byte read.
// exit: 0
// stdout: "0\nend\n"
const { readSync } = require("node:fs");

console.log(readSync(0, Buffer.alloc(10)));
process.stdin.on("data", () => console.log("never")).on("end", () => console.log("end"));
