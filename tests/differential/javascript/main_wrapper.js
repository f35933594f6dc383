// differential: The function around the program, and its strictness.
// exit: 0
console.log(require("node:module").wrapper, arguments.callee.length, arguments.callee.name === "");
console.log((function () { return this === globalThis; })(), typeof undeclared);
undeclared = 1;
console.log(globalThis.undeclared, delete globalThis.undeclared);
return;
console.log("never");
