// differential: A top-level await that never ends has an exit code of its own.
// exit: 13
process.on("exit", (code) => console.log("exit", code));
console.log("waits");
await new Promise(() => {});
