// differential: A child of process.execPath starts like any other: modules, options, arguments.
// exit: 0
const { execFileSync } = require("node:child_process");

const code = "console.log(process.argv.slice(1), process.execArgv.map((word) => word.replace(/\\d+/g, 'N')), process.moduleLoadList.length > 50, require.main, typeof module, __filename)";
console.log(execFileSync(process.execPath, [...process.execArgv, "-e", code, "a", "b"]).toString());
console.log(execFileSync(process.execPath, ["-p", "[1, 2]"]).toString(), execFileSync(process.execPath, { input: "console.log(__filename, process.argv)" }).toString());
