// differential: Events as async iterators, with an abort.
// exit: 0
const { EventEmitter, on, once } = require("node:events");

(async () => {
  const emitter = new EventEmitter();
  const stop = new AbortController();
  setImmediate(() => {
    for (const n of [1, 2, 3]) emitter.emit("n", n);
    setImmediate(() => stop.abort());
  });
  try {
    for await (const [n] of on(emitter, "n", { signal: stop.signal })) console.log(n);
  } catch (error) {
    console.log(error.name);
  }
  setTimeout(() => emitter.emit("error", new Error("instead")), 1);
  await once(emitter, "never").catch((error) => console.log(error.message));
})();
