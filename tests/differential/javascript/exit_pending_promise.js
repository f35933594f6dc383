// differential: A promise that never settles does not hold the program.
// exit: 0
// stdout: "waits\nexit 0\n"
(async () => {
  console.log("waits");
  try {
    await new Promise(() => {});
  } finally {
    console.log("never");
  }
})();
process.on("exit", (code) => console.log("exit", code));
