// differential: performance and hrtime begin near zero and only grow.
// exit: 0
// stdout: "true true true true true -1 0\ntrue true true true\n"
const start = performance.now();
const { nodeStart, bootstrapComplete, loopStart, environment, idleTime } = performance.nodeTiming;
console.log(start > 0 && start < 3000, nodeStart >= 0 && nodeStart < 1000, environment >= nodeStart, bootstrapComplete > environment, bootstrapComplete < start, loopStart, idleTime);
console.log(Math.abs(performance.timeOrigin + start - Date.now()) < 1000, process.uptime() < 3, process.hrtime.bigint() > 0n, Date.now() > 1.7e12);
