// differential: NODE_DEBUG makes the program's own debug log speak.
// env: {"NODE_DEBUG": "mine"}
// exit: 0
const { debuglog } = require("node:util");

const log = debuglog("mine");
console.log(log.enabled, debuglog("other").enabled);
