// differential: A server that is open holds the program until it is closed.
// exit: 0
const server = require("node:net").createServer();
server.listen(0, "127.0.0.1", () => {
  console.log("listens", server.address().address, process.getActiveResourcesInfo());
  setTimeout(() => server.close(() => console.log("closed")), 20);
});
process.on("exit", () => console.log("exit"));
