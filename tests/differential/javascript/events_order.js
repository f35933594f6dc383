// differential: Microtasks, nextTick, immediates and timers take turns in their order.
// exit: 0
const log = (text) => () => console.log(text);

setImmediate(() => {
  console.log("immediate 1");
  process.nextTick(log("tick in immediate"));
  Promise.resolve().then(log("promise in immediate"));
});
setImmediate(log("immediate 2"));
Promise.resolve().then(log("promise 1")).then(log("promise 2"));
queueMicrotask(log("microtask"));
process.nextTick(log("tick 1"));
process.nextTick(() => Promise.resolve().then(log("promise in tick")));
process.nextTick(log("tick 2"));
console.log("synchronous");
