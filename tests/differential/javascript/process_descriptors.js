// differential: The open descriptors and what they are.
// exit: 0
const { readdirSync, readlinkSync, openSync } = require("node:fs");

for (const name of readdirSync("/proc/self/fd").sort((a, b) => a - b)) {
  try {
    console.log(name, readlinkSync(`/proc/self/fd/${name}`).replace(/\d+/g, "N"));
  } catch (error) {
    console.log(name, error.code);
  }
}
console.log(openSync("/dev/null"));
