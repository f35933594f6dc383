// differential: An error at the top of an ES module.
// exit: 1
export const before = 1;

function fail(text) {
  throw new TypeError(text);
}

console.log("before");
await null;
fail("größer");
