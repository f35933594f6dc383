// differential: Uncaught values that are no errors.
// exit: 0
const { spawnSync } = require("node:child_process");

for (const code of ["throw 1", "throw undefined", "throw null", "throw 'text'", "throw { a: [1] }", "throw Symbol('s')", "throw () => 1", "throw Object.create(null)", "throw new (class Mine extends Error {})('m')", "Promise.reject(7)", "throw Object.assign(new Error('x'), { stack: 5 })", "process.emit('error', new Error('y'))"]) {
  const { status, stderr } = spawnSync(process.execPath, ["-e", code], { encoding: "utf8" });
  console.log(`--- ${code} ${status}\n${stderr}`);
}
