// differential: Files, folders, packages, their conditions and the errors of not finding them.
// exit: 1
console.log(require("./data"), require("./folder"), require("pack"), require("pack/sub"), require("#inside"));
import("pack").then((module) => console.log(module.default));
for (const name of ["pack/hidden", "./absent", "absent", "node:absent", ""]) {
  try {
    require(name);
  } catch (error) {
    console.log(error.code, error.message.split("\n")[0]);
  }
}
console.log(require.resolve("pack"), require.resolve.paths("x"));
require("./broken.json");
