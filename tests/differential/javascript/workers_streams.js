// differential: The output of workers comes through the main thread; their input is their own.
// exit: 0
const { Worker } = require("node:worker_threads");

const worker = new Worker("console.log('out of a worker'); console.error('errors of a worker'); process.stdin.on('data', (data) => console.log('got', String(data)))", { eval: true, stdin: true });
worker.stdin.end("typed");
worker.on("exit", (code) => console.log("exit", code));
