process.on("message", (message) => {
  process.send({ argv: process.argv.slice(2), got: message, connected: process.connected });
  process.exitCode = 6;
  process.disconnect();
});
