// differential: Errors in workers: caught ones, uncaught ones, and those nobody listens to.
// exit: 1
const { Worker } = require("node:worker_threads");

const worker = new Worker("throw new TypeError('in a worker')", { eval: true });
worker.on("error", (error) => {
  console.log(error.name, error.message, error instanceof TypeError);
  new Worker("Promise.reject(new Error('nobody listens'))", { eval: true });
});
worker.on("exit", (code) => console.log("exit", code));
