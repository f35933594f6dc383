// differential: promisify, inherits, types, styled text, deprecations and proxies.
// env: {"NODE_NO_WARNINGS": "1"}
// exit: 0
const util = require("node:util");

console.log(util.format("%s", Symbol("x")), util.types.isProxy(new Proxy({}, {})), util.isDeepStrictEqual({ a: [1] }, { a: [1] }), util.stripVTControlCharacters("\u001b[31mred\u001b[0m"), util.toUSVString("\ud800"));
util.promisify((a, done) => done(null, a * 2))(21).then(console.log);
util.deprecate(() => console.log("still works"), "old", "DEP9")();
console.log(util.inspect(new Proxy({ a: 1 }, {}), { showProxy: true }), util.inspect({ a: 1, [util.inspect.custom]: () => "custom" }), util.getSystemErrorName(-2), util.callbackify.name, util.styleText?.("red", "x"));
