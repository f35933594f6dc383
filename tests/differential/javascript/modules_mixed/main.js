// differential: CommonJS from a module, names that are found, and require of a module.
// env: {"NODE_NO_WARNINGS": "1"}
// exit: 0
import("./entry.mjs").then((module) => {
  console.log(module);
  try {
    require("./entry.mjs");
  } catch (error) {
    console.log(error.code);
  }
});
