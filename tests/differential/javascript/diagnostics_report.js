// differential: The report of the process: what it says of the program.
// exit: 0
const report = process.report.getReport();

console.log(report.header.event, report.header.trigger, report.header.cwd, report.header.commandLine.map((word) => word.replace(/\d+/g, "N")), report.header.nodejsVersion, report.header.wordSize);
console.log(Object.keys(report), report.javascriptStack.message, report.libuv.map((handle) => handle.type).sort().join(" "), report.workers);
console.log(report.javascriptHeap.heapSpaces && true, report.userLimits.open_files, report.environmentVariables.HOME);
