// differential: A byte order mark before the first line is skipped.
// exit: 0
console.log(require("node:fs").readFileSync(__filename)[0], "é".length);
