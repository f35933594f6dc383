// differential: Shared memory, atomics, ports and broadcast channels.
// exit: 0
const { MessageChannel, Worker, receiveMessageOnPort } = require("node:worker_threads");

const shared = new Int32Array(new SharedArrayBuffer(8));
const code = `
const { workerData, parentPort } = require("worker_threads");
for (let n = 0; n < 1000; n++) Atomics.add(workerData, 0, 1);
Atomics.store(workerData, 1, 1);
Atomics.notify(workerData, 1);
`;
const workers = [1, 2].map(() => new Worker(code, { eval: true, workerData: shared }));
console.log(Atomics.wait(shared, 1, 0, 5_000));
Promise.all(workers.map((worker) => new Promise((done) => worker.on("exit", done)))).then(() => console.log(shared[0]));
const { port1, port2 } = new MessageChannel();
port1.postMessage({ moved: "text" });
console.log(receiveMessageOnPort(port2), receiveMessageOnPort(port2), structuredClone(new Set([1n])));
port1.close();
