// differential: Memory that the program gives back is collected while it runs.
// exit: 0
// stdout: "true\n"
let peak = 0;
for (let n = 0; n < 300; n++) {
  const garbage = new Array(50_000).fill(n);
  peak = Math.max(peak, process.memoryUsage().heapUsed + garbage.length * 0);
}
console.log(peak < 150e6);
