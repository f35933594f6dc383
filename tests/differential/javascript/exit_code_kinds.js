// differential: What exit codes of several kinds become, in children.
// exit: 0
const { spawnSync } = require("node:child_process");

for (const code of ["process.exit()", "process.exit('4')", "process.exit(256)", "process.exit(-1)", "process.exit(1.5)", "process.exit({})", "process.exitCode = 7", "process.exitCode = 'x'", "process.exit(undefined)", "process.reallyExit(8)", "process.exitCode = 5; process.exit()", "process.exitCode = null", ""]) {
  const { status, signal, stderr } = spawnSync(process.execPath, ["-e", code], { encoding: "utf8" });
  console.log(JSON.stringify(code), status, signal, stderr.split("\n").find((line) => /Error/.test(line)));
}
