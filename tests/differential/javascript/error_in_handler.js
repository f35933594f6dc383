// differential: An error inside the handler of uncaught errors ends with 7.
// exit: 7
process.on("uncaughtException", () => {
  throw new Error("the handler fails");
});
throw new Error("first");
