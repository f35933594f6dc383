// differential: NODE_PATH is looked into last.
// env: {"NODE_PATH": "/work/lib:/nowhere"}
// exit: 0
console.log(require("found"), module.paths, require("node:module").globalPaths);
