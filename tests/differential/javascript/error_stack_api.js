// differential: Error.prepareStackTrace, captureStackTrace and call sites.
// exit: 0
Error.prepareStackTrace = (error, sites) => sites.map((site) => [site.getFunctionName(), site.getFileName()?.split("/").at(-1), site.getLineNumber(), site.getColumnNumber(), site.isToplevel(), site.isConstructor(), site.isAsync()].join(" "));
function named() { return new Error("x").stack; }
console.log(named());
delete Error.prepareStackTrace;
const target = {};
Error.captureStackTrace(target, named);
console.log(target.stack);
