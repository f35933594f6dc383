// differential: A pipe that nobody reads is EPIPE.
// exit: 0
const { spawn } = require("node:child_process");

const child = spawn(process.execPath, ["-e", "process.stdout.on('error', (e) => { console.error(e.code, e.syscall); process.exit(3) }); setInterval(() => process.stdout.write('x'), 5)"], { stdio: ["ignore", "pipe", "inherit"] });
child.stdout.once("data", () => child.stdout.destroy());
child.on("exit", (code, signal) => console.log(code, signal));
