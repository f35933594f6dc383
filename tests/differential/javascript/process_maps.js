// differential: The programs and libraries that are mapped at the start.
// exit: 0
const paths = require("node:fs").readFileSync("/proc/self/maps", "latin1").match(/\/\S+$/gm);
// The library by which an interpreter waits for its program may be there.
console.log([...new Set(paths.filter((path) => path !== "/.warm/library.so"))].sort().join("\n"));
