// differential: Errors in workers: thrown ones, rejected ones, and values that are no errors.
// exit: 0
const { Worker } = require("node:worker_threads");

const codes = ["throw new TypeError('thrown in a worker')", "Promise.reject(new Error('rejected'))", "throw { no: 'error' }", "syntax error", "process.exitCode = 3"];
const next = () => {
  const code = codes.shift();
  if (!code) return;
  const worker = new Worker(code, { eval: true });
  worker.on("error", (error) => console.log(error?.name, error?.message ?? error, error instanceof TypeError));
  worker.on("exit", (status) => {
    console.log("exit", status);
    next();
  });
};
next();
