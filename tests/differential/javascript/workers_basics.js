// differential: Worker threads: data, messages, ids, exit codes.
// exit: 0
const { Worker, isMainThread, parentPort, threadId, workerData, resourceLimits } = require("node:worker_threads");

if (isMainThread) {
  console.log(threadId, resourceLimits, parentPort, workerData);
  const worker = new Worker(__filename, { workerData: { n: 1, map: new Map([[1, 2]]) }, argv: ["given"] });
  worker.on("message", (message) => console.log(message));
  worker.on("exit", (code) => console.log("exit", code));
} else {
  parentPort.postMessage([threadId, workerData, process.argv.length, require.main === module, isMainThread]);
  process.exit(7);
}
