// differential: What the os module tells of the machine, as booleans where it changes.
// exit: 0
const os = require("node:os");

console.log(os.hostname(), os.platform(), os.type(), os.arch(), os.endianness(), os.homedir(), os.tmpdir(), os.EOL === "\n", os.userInfo().username, os.userInfo().homedir, os.userInfo().shell);
console.log(os.availableParallelism() >= 1, os.totalmem() > 0, os.uptime() > 0, Object.keys(os.networkInterfaces()), os.getPriority(), os.release().length > 0);
