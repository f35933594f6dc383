// differential: Nothing was added to the prototypes of the language.
// exit: 0
for (const name of ["Object", "Function", "Array", "String", "Promise", "Error", "Map", "RegExp", "Symbol"]) {
  const kind = globalThis[name];
  console.log(name, Reflect.ownKeys(kind).length, Reflect.ownKeys(kind.prototype).length, Object.keys(kind.prototype), kind.toString());
}
console.log(Error.stackTraceLimit, Error.prepareStackTrace, Reflect.ownKeys(Error).map(String).join(" "));
