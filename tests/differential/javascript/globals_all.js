// differential: Every property of the global object, with its kind.
// exit: 0
const names = Object.getOwnPropertyNames(globalThis).sort();
console.log(names.map((name) => `${name}:${"value" in Object.getOwnPropertyDescriptor(globalThis, name) ? typeof globalThis[name] : "accessor"}`).join(" "));
console.log(Object.getOwnPropertySymbols(globalThis), Object.keys(globalThis), Object.prototype.toString.call(globalThis));
