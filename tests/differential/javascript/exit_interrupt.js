// differential: SIGINT to itself without a listener.
// signal: SIGINT
console.log("before");
process.kill(process.pid, "SIGINT");
setTimeout(() => {}, 5_000);
