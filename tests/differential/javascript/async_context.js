// differential: AsyncLocalStorage through timers, promises and emitters.
// exit: 0
const { AsyncLocalStorage, AsyncResource, createHook, executionAsyncResource } = require("node:async_hooks");

const storage = new AsyncLocalStorage();
storage.run("outer", () => {
  setTimeout(() => console.log("timer", storage.getStore()), 1);
  Promise.resolve().then(() => console.log("promise", storage.getStore()));
  storage.run("inner", () => process.nextTick(() => console.log("tick", storage.getStore())));
  new AsyncResource("X").runInAsyncScope(() => console.log("resource", storage.getStore()));
});
console.log(storage.getStore(), typeof executionAsyncResource());
const kinds = [];
const hook = createHook({ init: (id, kind) => kinds.push(kind) }).enable();
setImmediate(() => {});
Promise.resolve();
hook.disable();
console.log(kinds);
