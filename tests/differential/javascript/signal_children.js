// differential: Children killed by signals; exit comes before close.
// exit: 0
const { spawn } = require("node:child_process");

const child = spawn("sleep", ["30"]);
child.on("exit", (code, signal) => console.log("exit", code, signal, child.killed, child.signalCode));
child.on("close", (code, signal) => console.log("close", code, signal));
child.on("spawn", () => child.kill());
