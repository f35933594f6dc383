// differential: A busy worker is ended, and one that uses too much memory.
// exit: 0
const { Worker } = require("node:worker_threads");

const busy = new Worker("require('worker_threads').parentPort.postMessage(1); for (;;);", { eval: true });
busy.on("message", async () => {
  console.log("terminated", await busy.terminate());
  const hungry = new Worker("const kept = []; for (;;) kept.push(new Array(1000).fill(0))", { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } });
  hungry.on("error", (error) => console.log(error.code));
  hungry.on("exit", (code) => console.log("exit", code));
});
