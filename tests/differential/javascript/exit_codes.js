// differential: process.exit, its argument, exitCode and what is dropped.
// exit: 9
process.on("exit", (code) => console.log("exit", code, process.exitCode));
process.exitCode = 3;
setTimeout(() => console.log("never"), 1);
Promise.resolve().then(() => {
  console.log("promise runs");
  process.exit(9);
});
