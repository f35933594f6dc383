// expect: ok
// prints: 4950 pong child 7
const { Worker, isMainThread, parentPort, workerData } = require("node:worker_threads");
const http = require("node:http");
const { execFileSync, spawnSync } = require("node:child_process");

if (isMainThread) {
  const parts = [0, 25, 50, 75].map(
    (from) => new Promise((done) => new Worker(__filename, { workerData: from }).on("message", done)),
  );
  const server = http.createServer((_, response) => response.end("pong"));
  server.listen(0, "127.0.0.1", async () => {
    const total = (await Promise.all(parts)).reduce((sum, part) => sum + part, 0);
    const answer = await (await fetch(`http://127.0.0.1:${server.address().port}/`)).text();
    const child = execFileSync("echo", ["child"]).toString().trim();
    const { status } = spawnSync(process.execPath, ["-e", "process.exit(7)"]);
    console.log(total, answer, child, status);
    server.close();
    process.exit(0);
  });
} else {
  let sum = 0;
  for (let n = workerData; n < workerData + 25; n++) sum += n;
  parentPort.postMessage(sum);
}
