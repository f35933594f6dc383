// differential: Options of the interpreter itself are the platform's and no others.
// exit: 0
console.log(process.execArgv.map((word) => word.replace(/\d+/, "N")));
console.log(process.allowedNodeEnvironmentFlags.has("--max-old-space-size"), process.debugPort, process.features);
