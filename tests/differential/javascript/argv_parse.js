// differential: util.parseArgs reads the words behind the program.
// args: ["--count=3", "-v", "rest", "--wrong"]
// exit: 1
const { parseArgs } = require("node:util");

const options = { count: { type: "string" }, verbose: { type: "boolean", short: "v" } };
console.log(parseArgs({ options, args: process.argv.slice(2, -1), allowPositionals: true }));
parseArgs({ options, allowPositionals: true });
