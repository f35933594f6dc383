// differential: Timers run by their time, then by their order; unref ones do not hold the program.
// exit: 0
setTimeout(() => console.log("30"), 30);
setTimeout(() => console.log("10"), 10);
setTimeout((...words) => console.log("1", ...words), 1, "with", "words");
setTimeout(() => console.log("0"), 0);
setTimeout(() => console.log("never"), 60_000).unref();
const cleared = setTimeout(() => console.log("cleared"), 1);
clearTimeout(cleared);
let count = 0;
const interval = setInterval(() => {
  console.log("interval", ++count);
  if (count === 3) clearInterval(interval);
}, 50);
console.log(cleared.hasRef(), typeof interval[Symbol.toPrimitive](), interval.constructor.name);
