// differential: An error in a timer ends the program before the next.
// exit: 1
setTimeout(() => {
  throw new RangeError("in a timer");
}, 1);
setTimeout(() => console.log("never"), 50);
process.on("exit", (code) => console.log("exit", code));
