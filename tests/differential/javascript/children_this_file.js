// differential: The program starts itself with another argument.
// exit: 0
const { spawnSync } = require("node:child_process");

if (process.argv[2]) {
  console.log("child", process.argv.slice(2), require.main === module);
  process.exit(12);
}
const { status, stdout } = spawnSync(process.execPath, [__filename, "again"], { encoding: "utf8" });
console.log(status, stdout);
