// differential: A paused input holds nothing, a resumed one does.
// stdin: "text\n"
// exit: 0
process.stdin.on("data", (chunk) => {
  console.log("data", chunk.length);
  process.stdin.pause();
  setTimeout(() => {
    console.log("resumes");
    process.stdin.resume();
  }, 10);
});
let ended = false;
process.stdin.on("end", () => (ended = true));
process.on("exit", () => console.log("ended", ended));
