// differential: The limits of resources, as the kernel tells them.
// exit: 0
console.log(require("node:fs").readFileSync("/proc/self/limits", "latin1").replace(/ +/g, " "));
console.log(require("node:fs").readFileSync("/proc/self/oom_score_adj", "latin1"), process.constrainedMemory() >= 0);
