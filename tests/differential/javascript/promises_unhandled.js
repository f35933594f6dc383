// differential: A rejection that nobody handles ends the program.
// exit: 1
process.on("exit", (code) => console.log("exit", code));
setTimeout(() => console.log("never"), 50);
Promise.reject(new Error("nobody handles it"));
console.log("end of the body");
