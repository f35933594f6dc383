// differential: No debugger listens, and none was there.
// exit: 0
const inspector = require("node:inspector");

console.log(inspector.url(), process.debugPort, process.binding === undefined, typeof inspector.Session);
const session = new inspector.Session();
session.connect();
session.post("Runtime.evaluate", { expression: "6 * 7" }, (error, { result }) => console.log(error, result));
session.disconnect();
debugger;
console.log("not stopped");
