// differential: SIGTERM to itself without a listener.
// signal: SIGTERM
process.on("exit", () => console.log("never"));
console.log("before");
process.kill(process.pid, "SIGTERM");
setTimeout(() => {}, 5_000);
