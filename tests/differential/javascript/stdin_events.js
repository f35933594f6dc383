// differential: data, readable and end events of process.stdin.
// stdin: "some text\nmore of it é\n"
// exit: 0
const { stdin } = process;
console.log(stdin.readableFlowing, stdin.isPaused(), stdin.fd, stdin.isTTY, stdin.constructor.name);
const chunks = [];
stdin.on("readable", () => {
  for (let chunk; (chunk = stdin.read()) !== null; ) chunks.push(chunk);
});
stdin.on("end", () => console.log("end", Buffer.concat(chunks).toString()));
stdin.on("close", () => console.log("close", stdin.destroyed));
