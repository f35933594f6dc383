// differential: stdout and stderr cannot be closed; an ended one takes no more.
// exit: 1
console.log("before");
process.stdout.on("error", (error) => console.error(error.code));
process.stdout.end("the last words\n", () => console.error("finished"));
setTimeout(() => {
  process.stdout.write("too late\n");
  console.log("swallowed");
}, 10);
setTimeout(() => process.exit(1), 30);
