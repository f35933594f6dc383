// differential: What the runtime has loaded before the program: bindings and internals.
// exit: 0
console.log([...process.moduleLoadList].sort().join("\n"));
