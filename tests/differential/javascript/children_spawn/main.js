// differential: spawn, exec, execFile and fork with their events.
// exit: 0
const { exec, execFile, fork, spawn } = require("node:child_process");

const run = async () => {
  await new Promise((done) => {
    const child = spawn("cat", { stdio: ["pipe", "pipe", "inherit"] });
    child.stdout.on("data", (data) => console.log("cat", String(data)));
    child.on("close", (code, signal) => done(console.log("close", code, signal)));
    child.stdin.end("through cat");
  });
  await new Promise((done) => exec("echo out; echo err >&2; exit 3", (error, out, err) => done(console.log(error.code, error.cmd, out, err))));
  await new Promise((done) => execFile("absent", (error) => done(console.log(error.code, error.path, error.message))));
  await new Promise((done) => {
    const child = fork("./child.js", ["word"]);
    child.on("message", (message) => console.log("message", message));
    child.on("exit", (code) => done(console.log("exit", code)));
    child.send({ question: [1, new Date(0)] });
  });
};
run();
