// differential: The runner of tests, in the program itself.
// exit: 1
const test = require("node:test");
const assert = require("node:assert");
const { Writable } = require("node:stream");

process.stdout.write = ((write) => (text, ...rest) => write(String(text).replace(/duration_ms[: ]+[\d.]+/g, "duration_ms N"), ...rest))(process.stdout.write.bind(process.stdout));
test("right", () => assert.equal(1, 1));
test("wrong", { skip: false }, (t) => t.test("inner", () => assert.equal(1, 2)));
test("later", { todo: "not yet" });
