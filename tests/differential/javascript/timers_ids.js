// differential: Timers are numbered, which a program can see.
// exit: 0
// stdout: "1 true [ 'Timeout', 'Timeout' ]\n"
const first = setTimeout(() => {}, 1);
const second = setTimeout(() => {}, 1);
console.log(second - first, Number(first) < 20, process.getActiveResourcesInfo());
