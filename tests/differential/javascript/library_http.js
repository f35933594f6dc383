// differential: A server and clients on loopback: fetch, http, errors.
// exit: 0
const http = require("node:http");

const server = http.createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => (body += chunk)).on("end", () => response.writeHead(201, { "X-Mine": "é".normalize("NFD").slice(0, 1) }).end(`${request.method} ${request.url} ${body}`));
});
server.listen(0, "127.0.0.1", async () => {
  const base = `http://127.0.0.1:${server.address().port}`;
  const answer = await fetch(`${base}/path?q=1`, { method: "POST", body: "sent" });
  console.log(answer.status, answer.headers.get("x-mine"), await answer.text());
  http.get(`${base}/two`, (response) => response.setEncoding("utf8").on("data", console.log).on("end", () => server.close(() => console.log("closed"))));
  server.closeIdleConnections();
  await fetch("http://127.0.0.1:1/").catch((error) => console.log(error.message, error.cause.code ?? error.cause.message));
});
