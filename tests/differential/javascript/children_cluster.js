// differential: A cluster: workers share a port, and say who they are.
// exit: 0
const cluster = require("node:cluster");
const http = require("node:http");

if (cluster.isPrimary) {
  const worker = cluster.fork({ GIVEN: "x" });
  worker.on("message", (message) => console.log("message", message));
  cluster.on("exit", (ended, code, signal) => console.log("exit", ended.id, code, signal));
  cluster.on("listening", async (_, { port }) => {
    console.log(await (await fetch(`http://127.0.0.1:${port}/`)).text());
    worker.kill();
  });
} else {
  process.send({ id: cluster.worker.id, given: process.env.GIVEN, primary: cluster.isPrimary });
  http.createServer((_, response) => response.setHeader("connection", "close").end("from a worker")).listen(0, "127.0.0.1");
}
