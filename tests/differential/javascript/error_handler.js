// differential: process.on("uncaughtException") keeps the program going; the monitor only looks.
// exit: 4
process.on("uncaughtExceptionMonitor", (error, origin) => console.log("monitor", error.message, origin));
process.once("uncaughtException", (error, origin) => {
  console.log("handled", error.message, origin);
  process.exitCode = 4;
  setTimeout(() => console.log("goes on"), 1);
});
throw new Error("first");
