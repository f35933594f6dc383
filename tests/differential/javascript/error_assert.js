// differential: assert shows the difference.
// exit: 1
const assert = require("node:assert/strict");

try {
  assert(1 > 2);
} catch (error) {
  console.log(error.code, error.generatedMessage, error.message);
}
assert.deepEqual({ a: [1, 2, { b: 3 }], c: "x" }, { a: [1, 2, { b: 4 }], c: "x" });
