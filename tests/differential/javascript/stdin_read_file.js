// differential: readFileSync(0), and again at the end of the input.
// stdin: "one\ntwo é\nlast"
// exit: 0
const { readFileSync } = require("node:fs");

console.log(JSON.stringify(readFileSync(0, "utf8")), readFileSync(0).length);
