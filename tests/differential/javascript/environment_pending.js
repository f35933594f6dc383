// differential: NODE_PENDING_DEPRECATION and NODE_REDIRECT_WARNINGS.
// env: {"NODE_PENDING_DEPRECATION": "1", "NODE_REDIRECT_WARNINGS": "/work/warnings.txt"}
// exit: 0
new Buffer(1);
process.on("exit", () => console.log(require("node:fs").readFileSync("warnings.txt", "utf8").replace(/node:\d+/g, "node:N")));
