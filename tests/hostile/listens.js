// Serves on every address; nobody outside may reach it, and it ends with its time.
// expect: time_limit | runtime_error
// limits: {"wall_time_ms": 1500}
// within: 4000
require("net")
  .createServer((socket) => socket.end("hello"))
  .listen(8099, "0.0.0.0");
setInterval(() => {}, 1000);
