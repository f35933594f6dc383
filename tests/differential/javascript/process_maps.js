// differential: The programs and libraries that are mapped at the start.
// exit: 0
const paths = require("node:fs").readFileSync("/proc/self/maps", "latin1").match(/\/\S+$/gm);
console.log([...new Set(paths)].sort().join("\n"));
