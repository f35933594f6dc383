// differential: Session, group, parent, users, mask, folder.
// exit: 0
const { readFileSync, readlinkSync, readdirSync } = require("node:fs");

const stat = readFileSync("/proc/self/stat", "latin1").split(" ");
console.log(stat[1], stat[3], stat[4] === stat[0], stat[5] === stat[0], stat[6], stat[17], stat[18], stat[37], process.ppid);
console.log(process.getuid() === process.geteuid(), process.getgroups().length <= 1, process.umask(), process.cwd(), process.title, process.pid === Number(stat[0]));
console.log(readFileSync("/proc/self/cmdline", "latin1").replaceAll("\0", " ").replace(/=\d+/, "=N"), readFileSync("/proc/self/comm", "latin1"), readlinkSync("/proc/self/exe"));
console.log(readFileSync("/proc/self/status", "latin1").match(/^(Name|Umask|Cap...|NoNewPrivs|Seccomp|Groups|FDSize):.*$/gm).join("\n"));
