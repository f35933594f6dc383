// differential: NODE_OPTIONS loads a file first and changes what the program may do.
// env: {"NODE_OPTIONS": "--require ./first.js --stack-trace-limit=2 --no-deprecation"}
// exit: 1
console.log(globalThis.first, process.execArgv.length, process.noDeprecation, Error.stackTraceLimit);
new Buffer(1);
(function a() { (function b() { (function c() { throw new Error("cut"); })(); })(); })();
