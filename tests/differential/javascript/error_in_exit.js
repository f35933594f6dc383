// differential: An error in an exit listener.
// exit: 1
process.on("exit", () => {
  throw new Error("at the exit");
});
console.log("body");
