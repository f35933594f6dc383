// differential: vm: contexts of their own, scripts, time limits, file names in errors.
// exit: 0
const vm = require("node:vm");

const context = vm.createContext({ shared: [1] });
console.log(vm.runInContext("shared.push(2); typeof process + typeof Array", context), context.shared, vm.runInContext("Array", context) === Array);
for (const [code, options] of [["throw new Error('inside')", { filename: "made.js", lineOffset: 9 }], ["for(;;);", { timeout: 20 }], ["let = 1;", {}], ["x y", { filename: "wrong.js" }]]) {
  try {
    vm.runInThisContext(code, options);
  } catch (error) {
    console.log(error.code, error.stack.split("\n").slice(0, 5).join("\n"));
  }
}
console.log(new Function("a", "return a + typeof require")(1), (0, eval)("typeof module"), eval("typeof module"));
