// differential: In an ES module promises come before ticks.
// exit: 0
process.nextTick(() => console.log("tick"));
Promise.resolve().then(() => console.log("promise"));
queueMicrotask(() => console.log("microtask"));
console.log("synchronous");
await null;
console.log("after the await");
