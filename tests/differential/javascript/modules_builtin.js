// differential: The modules that are built in.
// exit: 0
const { builtinModules, isBuiltin } = require("node:module");

console.log(builtinModules.join(" "));
console.log(isBuiltin("node:test"), isBuiltin("test"), require("fs") === require("node:fs"));
