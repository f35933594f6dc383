// differential: The process has just begun.
// exit: 0
// stdout: "true true true true\n"
const { readFileSync } = require("node:fs");

const ticks = Number(readFileSync("/proc/self/stat", "latin1").split(" ")[21]);
const up = Number(readFileSync("/proc/uptime", "latin1").split(" ")[0]);
const { user, system } = process.cpuUsage();
console.log(up - ticks / 100 < 5, user + system < 3e6, process.uptime() < 5, process.resourceUsage().userCPUTime < 3e6);
