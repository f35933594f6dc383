// differential: The threads of the process and their names.
// exit: 0
const { readdirSync, readFileSync } = require("node:fs");

const names = readdirSync("/proc/self/task").map((id) => readFileSync(`/proc/self/task/${id}/comm`, "latin1").trim());
console.log(names.sort().join(" "), process.env.UV_THREADPOOL_SIZE);
