// differential: process.title can be changed, which shows in /proc.
// exit: 0
process.title = "another";
const { readFileSync } = require("node:fs");
console.log(process.title, readFileSync("/proc/self/comm", "latin1").trim(), readFileSync("/proc/self/cmdline", "latin1").replaceAll("\0", ""));
