// differential: Errors in nextTick and queueMicrotask: the first one ends it.
// exit: 1
queueMicrotask(() => {
  throw new Error("in a microtask");
});
process.nextTick(() => {
  console.log("tick first");
  throw new Error("in a tick");
});
